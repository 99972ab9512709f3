/** The sliding windows against a plain list of times, over more sends than there are slots. */
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { CONVERSATION_LIMITS } from '../../../src/engine/delivery/limits.ts';
import { migrations } from '../../../src/store/migrate.ts';
import { spend } from '../../../src/store/queue/rate-limits.ts';
import { nodeSqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { createRandom } from '../../simulation/random.ts';

const SENDS = 6_000;

test('a send goes exactly when a list of all sends says so, for all limits of a conversation at once', async () => {
  const database = new DatabaseSync(':memory:');
  database.exec('create table lane (id text primary key)');
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
  await migrations({ countingUp: 'integer' })['003-pace']?.up(db);
  const random = createRandom('pace');
  const quota = { scope: 'conversation:x', limits: CONVERSATION_LIMITS };
  const sent: number[] = [];
  const freeAt = () => Math.max(...CONVERSATION_LIMITS.map(({ requests, withinMs }) => (sent.at(-requests) ?? -withinMs) + withinMs));
  const rolledBack = new Error('rolled back');
  let waits = 0;
  let now = 0;

  for (let tries = 0; tries < SENDS; tries++) {
    now += random.chance(0.01) ? random.int(0, 600_000) : random.int(0, 600);
    const free = freeAt();
    const told = Math.min(free, now + 60_000);
    const answer = await db
      .transaction()
      .execute(async (transaction) => {
        const until = await spend({ readNow: async () => now }, transaction, quota);
        if (until === null) return null;
        waits += 1;
        expect(until).toBe(told);
        throw rolledBack;
      })
      .catch((error) => (error === rolledBack ? 'waits' : Promise.reject(error)));
    expect(answer).toBe(free > now ? 'waits' : null);
    if (answer === null) sent.push(now);
  }
  expect(sent.length).toBeGreaterThan(2_500);
  expect(waits).toBeGreaterThan(1_000);
  await db.destroy();
});
