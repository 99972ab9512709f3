/** A store from before ended outages kept few deliveries. */
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { lanes } from '../../src/store/migrations/019-lanes.ts';
import { tokenOf } from '../../src/store/personal/split.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/dialect.ts';

test('only outages whose personal data was removed lose deliveries, however many these are', async () => {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(database) });
  database.exec(`
    create table outage (id text primary key, reporter_id text not null, ended_at integer);
    create table delivery (position integer primary key, outage_id text, lane text, state text, kind text, place text)`);
  const outage = database.prepare('insert into outage values (?, ?, ?)');
  outage.run('removed', tokenOf('salt', 'aad-mia', '"aad-mia"'), null);
  outage.run('ended', 'aad-mia', 1);
  // It is closed, and its end waits for its results.
  outage.run('drill', 'aad-mia', null);
  const delivery = database.prepare("insert into delivery values (null, ?, 'lane', ?, ?, ?)");
  database.exec('begin');
  for (let count = 0; count < 45_000; count++) delivery.run('removed', 'done', 'news', 'desk');
  for (const id of ['removed', 'ended', 'drill']) {
    delivery.run(id, 'done', 'opening', 'desk');
    delivery.run(id, 'waiting', 'state', 'desk');
    delivery.run(id, 'done', 'ping', 'desk');
  }
  database.exec('commit');
  await lanes(db);
  const left = database.prepare('select outage_id as id, group_concat(kind) as kinds from delivery group by outage_id order by outage_id');
  expect(left.all().map((row) => ({ ...row }))).toEqual([
    { id: 'drill', kinds: 'opening,state,ping' },
    { id: 'ended', kinds: 'opening,state,ping' },
    { id: 'removed', kinds: 'opening,state' },
  ]);
  await db.destroy();
});
