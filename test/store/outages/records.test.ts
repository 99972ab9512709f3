/** Records that a bot has in memory, each made stale in a way of its own, on both databases. */
// @module-tag full
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ConflictError } from '../../../src/engine/ports/outages.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import type { Row, SqlDialect } from '../../../src/store/dialect.ts';
import { connectTo, openPostgres, TOOLS_NAME } from '../../../src/store/postgres/open.ts';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import {
  changeFor,
  colleague,
  sampleAcknowledgeAction,
  sampleJoinAction,
  sampleReportAction,
  sampleUpdateAction,
} from '../../support/outage/sample.ts';
import { EMPTY_STORE, startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { act, report } from '../contract/stores.ts';

const START_LIMIT_MS = 300_000;
let postgres: TestPostgres;
let url: string;

beforeAll(async () => {
  postgres = await startPostgres();
  url = await postgres.createDatabase();
  const store = openPostgres({ url, log: silentLog() });
  await store.ready();
  await store.close();
}, START_LIMIT_MS);
afterAll(() => postgres.stop(), START_LIMIT_MS);

/** `asked`: of each read, how much of which record was known. */
type Bots = { readonly store: Store; readonly other: Store; readonly dialect: SqlDialect; readonly asked: Row[] };

function botsOn(open: () => SqlDialect): Bots {
  const dialect = open();
  const asked: Row[] = [];
  const watched: SqlDialect = {
    ...dialect,
    rows(rows, alias) {
      if (alias === 'k') asked.push(...rows);
      return dialect.rows(rows, alias);
    },
  };
  const bot = (home: SqlDialect) => createStore(home, { label: 'test', close: () => home.db.destroy() });
  return { store: bot(watched), other: bot(open()), dialect, asked };
}

async function onSqlite(): Promise<Bots> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  const clock = fakeClock();
  const bots = botsOn(() => sqliteDialect(database, clock.now));
  await bots.store.ready();
  return bots;
}

async function onPostgres(): Promise<Bots> {
  await postgres.query(EMPTY_STORE, url);
  const clock = fakeClock();
  const pools: { end(): Promise<void> }[] = [];
  const bots = botsOn(() => {
    const { dialect, pool } = connectTo(url, { name: TOOLS_NAME, now: clock.now });
    pools.push(pool);
    return dialect;
  });
  onTestFinished(async () => void (await Promise.all(pools.map((pool) => pool.end()))));
  return bots;
}

const ID = 'nonce-1';
const zoe = { id: storedPersonKey('aad-zoe'), name: 'Zoe Park', roles: ['customer'] } as const;
const joins = (by: typeof zoe) => sampleJoinAction({ by, said: `I am ${by.name}` });

describe.each([
  ['SQLite', onSqlite],
  ['PostgreSQL', onPostgres],
])('a record in memory, on %s', (_name, open) => {
  it('is used for what this bot stored itself, and only what another one added to it is read', async () => {
    const { store, other, asked } = await open();
    await report(store);
    await act(store, sampleAcknowledgeAction());
    await act(other, joins(zoe));
    await act(other, sampleUpdateAction({ text: 'by the other bot' }));
    asked.length = 0;
    const read = await store.outages.read(ID);
    expect(asked).toMatchObject([{ id: ID, version: 2 }]);
    expect(read?.events.map(({ type }) => type)).toEqual(['reported', 'acknowledged', 'joined', 'updated']);
    expect(read).toEqual(await other.outages.read(ID));
    expect(read?.outage).toEqual(replay(read?.events ?? []));
    // The personal data that the other one stored is known, and not stored once more.
    await act(store, sampleUpdateAction({ text: 'I am Zoe Park' }));
    expect((await other.outages.read(ID))?.events.at(-1)).toMatchObject({ text: 'I am Zoe Park' });
    await act(store, sampleUpdateAction({ text: 'and on' }));
    expect(asked.at(-1)).toMatchObject({ version: 5 });
  });

  it('is no base for a writer who decided on it after another bot has written', async () => {
    const { store, other } = await open();
    const before = await report(store);
    await act(other, sampleAcknowledgeAction());
    const late = store.outages.transaction(({ append }) => append(changeFor(joins(zoe), before)));
    await expect(late).rejects.toBeInstanceOf(ConflictError);
    expect((await store.outages.read(ID))?.events).toHaveLength(2);
  });

  it('holds nothing of a transaction that was rolled back', async () => {
    const { store, other } = await open();
    await report(store);
    const broken = store.outages.transaction(
      async (transaction) => {
        await transaction.append(changeFor(joins(zoe), await transaction.read(ID)));
        expect((await transaction.read(ID))?.outage.joined).toHaveLength(1);
        throw new Error('the power went out');
      },
      [ID],
    );
    await expect(broken).rejects.toThrow('the power went out');
    expect((await store.outages.read(ID))?.outage.joined).toEqual([]);
    // The personal data is stored again, although a transaction had it in hand already.
    await act(store, joins(zoe));
    const read = await other.outages.read(ID);
    expect(read?.outage.joined).toMatchObject([{ person: { id: zoe.id, name: zoe.name }, said: 'I am Zoe Park' }]);
  });

  it('is read anew when a person was removed from it, by another bot or this one', async () => {
    const { store, other } = await open();
    await report(store);
    await act(store, joins(zoe));
    await act(store, sampleJoinAction());
    await act(store, { type: 'resolve', outageId: ID, at: 1_800_000_000_000, by: sampleAcknowledgeAction().by, text: 'Fixed', seen: null });
    await act(store, { type: 'confirm', outageId: ID, at: 1_800_000_000_001, by: sampleReportAction().by });
    const removal = (of: typeof zoe) =>
      ({ type: 'remove-personal-data', outageId: ID, at: 1_800_000_000_002, of: { id: of.id, name: '' }, endedBefore: 9e15 }) as const;
    const held = async (bot: Store) => JSON.stringify(await bot.outages.read(ID));
    expect(await held(store)).toContain(zoe.name);
    await act(other, removal(zoe));
    expect(await held(store)).not.toContain(zoe.name);
    expect(await held(store)).toContain(colleague.name);
    await act(store, removal(colleague as typeof zoe));
    for (const bot of [store, other]) expect(await held(bot)).not.toContain(colleague.name);
  });

  it('is nothing worth when the store was put back to a backup and another bot went on from there', async () => {
    const { store, other, dialect } = await open();
    await report(store);
    await act(store, sampleAcknowledgeAction());
    const { head } = await dialect.db.selectFrom('outage').select('head').executeTakeFirstOrThrow();
    await act(store, sampleUpdateAction({ text: 'this is lost' }));
    await sql`delete from outage_event where seq = 3`.execute(dialect.db);
    await sql`update outage set version = 2, head = ${head}`.execute(dialect.db);
    await act(other, sampleUpdateAction({ text: 'this is the truth' }));
    await act(other, sampleUpdateAction({ text: 'and goes on' }));
    const read = await store.outages.read(ID);
    expect(read?.events.flatMap((event) => (event.type === 'updated' ? [event.text] : []))).toEqual(['this is the truth', 'and goes on']);
    expect(read?.outage).toEqual(replay(read?.events ?? []));
    await act(store, sampleUpdateAction({ text: 'here too' }));
  });

  it('is forgotten by the hourly sweep, and when there are too many', async () => {
    const { store, asked } = await open();
    await report(store);
    await store.outages.read(ID);
    expect(asked.at(-1)).toMatchObject({ version: 1 });
    await store.personal.sweep(0);
    await store.outages.read(ID);
    expect(asked.at(-1)).toMatchObject({ version: 0, head: '' });
    for (let index = 2; index <= 258; index += 1) await report(store, `nonce-${index}`);
    await store.outages.read(ID);
    expect(asked.at(-1)).toMatchObject({ version: 0, head: '' });
    await store.outages.read('nonce-258');
    expect(asked.at(-1)).toMatchObject({ version: 1 });
  });
});
