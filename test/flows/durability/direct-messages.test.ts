/** The bot's chats with people: made when they are needed, remembered, and made anew when Teams has forgotten them. */
import { afterEach, expect, it } from 'vitest';
import { PLACES, startTown, type Town } from '../../support/bot/test-bot.ts';

let town: Town;
afterEach(async () => await town.stop());

const tomas = 'a:chat-with-29:tomas';

/** Tomás has a chat with the bot since the first outage, and is about to be called for a second. */
async function calledOnce(): Promise<void> {
  town = await startTown();
  await town.reports();
  await town.passes(25);
  await town.presses(
    'priya',
    'Acknowledge',
    town.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
  );
  await town.reports('jonas');
  await town.passes(24);
}
const toTomas = { matches: ({ path }: { path: string }) => path.includes(`${tomas}/activities`) };

it('a chat that is gone is made anew, and the ping arrives in it once', async () => {
  await calledOnce();
  town.teams.failNext({ status: 404 }, toTomas);
  await town.passes(1);
  expect(town.teams.in(tomas).map(({ summary }) => summary)).toEqual(['OUT-1001: last call', 'OUT-1002: last call']);
  const made = town.teams.received.filter(({ path, text }) => path === '/conversations' && text.includes('29:tomas'));
  expect(made).toHaveLength(2);
  expect(town.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'))).toEqual([]);
});

it('a call whose answer was lost is repeated as any other message: once, and labelled', async () => {
  await calledOnce();
  town.teams.failNext('accept-and-reset', toTomas);
  await town.passes(2);
  const isLabelled = town.teams.in(tomas).map((message) => town.teams.text(message).includes('Sent again'));
  expect(isLabelled).toEqual([false, false, true]);
});

it('a person whom Teams refuses for good is named to the desk, once', async () => {
  town = await startTown();
  await town.reports();
  town.teams.failNext({ status: 403 }, { ...toTomas, times: 9 });
  await town.passes(26);
  const told = town.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'));
  expect(told.map(({ summary }) => summary)).toEqual([expect.stringContaining('Tomás Herrera')]);
  expect(told[0]?.conversationId.startsWith(PLACES.desk)).toBe(true);
});
