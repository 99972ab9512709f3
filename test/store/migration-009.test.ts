/** A store from before owners stood beside their outages: they are found again in its events. */
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { migrations } from '../../src/store/migrate.ts';
import { owners } from '../../src/store/migrations/009-owners.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { run } from '../support/outage/apply.ts';
import { sampleAcknowledgeAction, sampleReportAction } from '../support/outage/sample.ts';

test('an outage that was acknowledged has its owner, one that waits has none', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(database) });
  await migrations({ countingUp: 'integer' })['001-first-tables']?.up(db);
  const outage = database.prepare("insert into outage values (?, ?, 'reported', 1, 'shop', 'live', 'down', 'aad-mia', 0, 0)");
  const event = database.prepare('insert into outage_event values (?, ?, ?, 0, ?)');
  const taken = run(sampleReportAction(), sampleAcknowledgeAction());
  for (const [index, events] of [taken.events, taken.events.slice(0, 1)].entries()) {
    outage.run(`nonce-${index}`, 1001 + index);
    events.forEach((one, seq) => void event.run(`nonce-${index}`, seq + 1, one.type, JSON.stringify(one)));
  }
  await owners(db);
  expect(
    database
      .prepare('select number, owner_id as owner from outage order by number')
      .all()
      .map((row) => ({ ...row })),
  ).toEqual([
    { number: 1001, owner: 'aad-sam' },
    { number: 1002, owner: null },
  ]);
  await db.destroy();
});
