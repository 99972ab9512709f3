/** A store from before personal data stood beside the record: it is moved there, and the record becomes a chain. */
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { recordedFrom } from '../../../src/engine/ports/outages.ts';
import { migrations } from '../../../src/store/migrate.ts';
import { createRecords } from '../../../src/store/outages/record.ts';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import { verify } from '../../../src/store/tools/verify.ts';
import { START } from '../../support/clock.ts';
import { run } from '../../support/outage/apply.ts';
import { sampleReportAction } from '../../support/outage/sample.ts';
import { sample } from '../../support/outage/states.ts';

test('every outage reads as before, is chained, and has ended when it had', async () => {
  const database = new DatabaseSync(':memory:');
  const dialect = sqliteDialect(database, () => START);
  const all = migrations(dialect);
  const migrator = new Migrator({ db: dialect.db as unknown as Kysely<unknown>, provider: { getMigrations: async () => all } });
  await migrator.migrateTo('014-receipts-and-drafts');
  const lives = [
    run(sampleReportAction({ outageId: 'nonce-1' })),
    run(sampleReportAction({ outageId: 'nonce-2', number: 1002 }), { ...sample('withdraw', 20), outageId: 'nonce-2' }),
  ];
  const outage = database.prepare(
    `insert into outage (id, number, state, version, project_id, environment_id, scenario_id, reporter_id, reported_at, updated_at)
     values (?, ?, ?, ?, 'shop', 'live', 'down', 'aad-mia', ?, ?)`,
  );
  const event = database.prepare('insert into outage_event (outage_id, seq, type, at, data) values (?, ?, ?, ?, ?)');
  for (const { outage: one, events } of lives) {
    outage.run(one.id, one.number, one.state, one.version, START, START + 5);
    for (const [index, { type, at }] of events.entries()) event.run(one.id, index + 1, type, at, JSON.stringify(events[index]));
  }
  database.exec("update counter set value = 1002 where name = 'outage'");
  const { error } = await migrator.migrateToLatest();
  expect(error).toBeUndefined();
  for (const { outage: one, events } of lives)
    expect(await createRecords(dialect).read(dialect.db, one.id)).toEqual(recordedFrom(JSON.parse(JSON.stringify(events))));
  const stored = String(database.prepare('select group_concat(data) as stored from outage_event').get()?.stored);
  // Tokens are random letters and digits, which could spell one of these.
  expect(stored.replaceAll(/~[\w-]{22}/g, '~')).not.toMatch(/aad-|Mia|503/);
  expect(await verify(dialect.db)).toMatchObject({ outages: 2, events: 3, problems: [] });
  expect(
    database
      .prepare('select ended_at from outage order by id')
      .all()
      .map((row) => row.ended_at),
  ).toEqual([null, START + 5]);
  await dialect.db.destroy();
});
