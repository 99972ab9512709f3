/** How many statements an acknowledgement with all its messages takes on PostgreSQL, so that they cannot grow back unseen. */
// @module-tag full
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { PLACES, startTestBot } from '../../support/bot/test-bot.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { recordStatements } from '../../support/store/statements.ts';

const START_LIMIT_MS = 300_000;
/** The bound of the bench's table. */
const MOST = 80;
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
}, START_LIMIT_MS);
afterAll(() => postgres.stop(), START_LIMIT_MS);

it('an acknowledgement with its 8 messages takes at most 80 statements', async () => {
  const url = await postgres.createDatabase();
  const testBot = await startTestBot({ quirks: [], store: async (now) => openPostgres({ url, now, log: silentLog() }) });
  onTestFinished(() => testBot.stop());
  const { teams } = testBot;
  await testBot.reports();
  await testBot.passes(1);
  const [thread] = teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  const before = teams.received.length;
  const statements = recordStatements();
  await testBot.presses('priya', 'Acknowledge', thread);
  await testBot.settles();
  const sent = teams.received.slice(before);
  // Conversations are sent to side by side, so which message arrives first is not for the bot to say.
  expect(sent.map(({ method }) => method).toSorted()).toEqual([...Array(4).fill('POST'), ...Array(4).fill('PUT')]);
  expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(MOST);
});
