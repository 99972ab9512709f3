/** The sliding windows against a plain list of times, over more sends than there are slots. */
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { CONVERSATION_LIMITS } from '../../../src/engine/delivery/limits.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { spend } from '../../../src/store/queue/rate-limits.ts';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import { createRandom } from '../../simulation/random.ts';

const SENDS = 6_000;

test('a send goes exactly when a list of all sends says so, for all limits of a conversation at once', async () => {
  const database = new DatabaseSync(':memory:');
  let now = 0;
  const dialect = sqliteDialect(database, () => now);
  await migrate(dialect);
  const random = createRandom('pace');
  const quota = { scope: 'conversation:x', limits: CONVERSATION_LIMITS };
  const sent: number[] = [];
  const freeAt = () => Math.max(...CONVERSATION_LIMITS.map(({ requests, withinMs }) => (sent.at(-requests) ?? -withinMs) + withinMs));

  for (let tries = 0; tries < SENDS; tries++) {
    now += random.chance(0.01) ? random.int(0, 600_000) : random.int(0, 600);
    const free = freeAt();
    const answer = await spend(dialect, [quota]);
    if (free > now) expect(answer).toEqual({ waitUntil: Math.min(free, now + 60_000), scope: quota.scope });
    else {
      expect(answer).toBe(now);
      sent.push(now);
    }
  }
  expect(sent.length).toBeGreaterThan(2_500);
  expect(SENDS - sent.length).toBeGreaterThan(1_000);
  await dialect.db.destroy();
});
