/** The bot's chats with people: made when they are needed, remembered, and made anew when Teams has forgotten them. */
import { afterEach, expect, it } from 'vitest';
import { PLACES, startTown, type Town } from '../support/town.ts';

let town: Town;
afterEach(async () => await town.stop());

const tomas = 'a:chat-with-29:tomas';

it('a chat that is gone is made anew, and the ping arrives in it once', async () => {
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
  town.teams.failNext({ status: 404 }, { matches: ({ path }) => path.includes(`${tomas}/activities`) });
  await town.passes(1);
  expect(town.teams.in(tomas).map(({ summary }) => summary)).toEqual(['OUT-1001: last call', 'OUT-1002: last call']);
  const made = town.teams.received.filter(({ path, text }) => path === '/conversations' && text.includes('29:tomas'));
  expect(made).toHaveLength(2);
  expect(town.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'))).toEqual([]);
});

it('a person whom Teams refuses for good is named to the desk, once', async () => {
  town = await startTown();
  await town.reports();
  town.teams.failNext({ status: 403 }, { times: 9, matches: ({ path }) => path.includes(`${tomas}/activities`) });
  await town.passes(26);
  const told = town.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'));
  expect(told.map(({ summary }) => summary)).toEqual([expect.stringContaining('Tomás Herrera')]);
  expect(told[0]?.conversationId.startsWith(PLACES.desk)).toBe(true);
});
