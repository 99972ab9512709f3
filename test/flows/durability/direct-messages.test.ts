/** The bot's chats with people: made when they are needed, remembered, and made anew when Teams has forgotten them. */
import { afterEach, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const tomas = 'a:chat-with-29:tomas';

/** Tomás has a chat with the bot since the first outage, and is about to be called for a second. */
async function calledOnce(): Promise<void> {
  testBot = await startTestBot();
  await testBot.reports();
  await testBot.passes(25);
  await testBot.presses(
    'priya',
    'Acknowledge',
    testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
  );
  await testBot.reports('jonas');
  await testBot.passes(24);
}
const toTomas = { matches: ({ path }: { path: string }) => path.includes(`${tomas}/activities`) };

it('a chat that is gone is made anew, and the ping arrives in it once', async () => {
  await calledOnce();
  testBot.teams.failNext({ status: 404 }, toTomas);
  await testBot.passes(1);
  expect(testBot.teams.in(tomas).map(({ summary }) => summary)).toEqual([expect.stringContaining('OUT-1001'), 'OUT-1002: last call']);
  const made = testBot.teams.received.filter(({ path, text }) => path === '/conversations' && text.includes('29:tomas'));
  expect(made).toHaveLength(2);
  expect(testBot.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'))).toEqual([]);
});

it('a call whose answer was lost is repeated as any other message: once, and labelled', async () => {
  await calledOnce();
  testBot.teams.failNext('accept-and-reset', toTomas);
  await testBot.passes(2);
  const isLabelled = testBot.teams.in(tomas).map((message) => testBot.teams.text(message).includes('Sent again'));
  expect(isLabelled).toEqual([false, false, true]);
});

it('a person whom Teams refuses for good is named to the desk, once', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  testBot.teams.failNext({ status: 403 }, { ...toTomas, times: 9 });
  await testBot.passes(26);
  const told = testBot.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'));
  expect(told.map(({ summary }) => summary)).toEqual([expect.stringContaining('Tomás Herrera')]);
  expect(told[0]?.conversationId.startsWith(PLACES.desk)).toBe(true);
});
