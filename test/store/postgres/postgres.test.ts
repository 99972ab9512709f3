/** The store on a real PostgreSQL: the contract, and what happens when the server is not there. */
// @module-tag full
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ConflictError } from '../../../src/engine/ports/outages.ts';
import { LEAST_URGENT } from '../../../src/outage/notices.ts';
import { connectTo, openPostgres, SERVER_CLOCK } from '../../../src/store/postgres/open.ts';
import { createLanes } from '../../../src/store/queue/lanes.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { openForTools } from '../../../src/store/tools/open.ts';
import { verify } from '../../../src/store/tools/verify.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { fakeClock } from '../../support/clock.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';
import { changeFor, sampleAcknowledgeAction, sampleReportAction } from '../../support/outage/sample.ts';
import { EMPTY_STORE, startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { storeContract } from '../contract/contract.ts';
import { begins, claim, LEASE_MS, nextOf, report, type TestStores } from '../contract/stores.ts';

const START_LIMIT_MS = 300_000;
let postgres: TestPostgres;
let shared: string;

beforeAll(async () => {
  postgres = await startPostgres();
  shared = await postgres.createDatabase();
  const store = openPostgres({ url: shared, log: silentLog() });
  await store.ready();
  await store.close();
}, START_LIMIT_MS);

afterAll(() => postgres.stop(), START_LIMIT_MS);

/** Ten times as fast as a new database for every test. */
async function emptied(): Promise<string> {
  await postgres.query(EMPTY_STORE, shared);
  return shared;
}

function openAt(url: string, options: { now?: () => number; lines?: LogLine[] } = {}): Store {
  const { now, lines } = options;
  const store = openPostgres({ url, log: silentLog(lines), workerId: 'test', ...(now ? { now } : {}) });
  onTestFinished(() => store.close());
  return store;
}

async function openTwo(): Promise<TestStores> {
  const url = await emptied();
  const clock = fakeClock();
  return { store: openAt(url, { now: clock.now }), second: openAt(url, { now: clock.now }), clock };
}

describe('the store on PostgreSQL', () => {
  storeContract(openTwo);

  it('has the head that the same record has on SQLite, in whichever order its database has texts', async () => {
    const ids = ['b0000000-0000-4000-8000-000000000000', 'C0000000-0000-4000-8000-000000000000'];
    await postgres.query("create database english template template0 locale_provider icu icu_locale 'en-US'");
    const url = postgres.url('english');
    const file = path.join(testFolder(), 'desk.sqlite');
    const stores = [openAt(url), await openSqlite({ file, log: silentLog() })];
    for (const store of stores) {
      await store.ready();
      for (const id of ids) await report(store, id);
      await store.close();
    }
    const orders: unknown[] = [];
    const heads: string[] = [];
    for (const storage of [
      { url, file: '' },
      { url: '', file },
    ]) {
      await using opened = await openForTools(storage);
      // Salts and times differ from store to store.
      await opened.db.updateTable('outage_event').set({ hash: 'the same' }).execute();
      orders.push((await opened.db.selectFrom('outage').select('id').orderBy('id').execute()).map(({ id }) => id));
      heads.push((await verify(opened.db)).head);
    }
    expect(orders).toEqual([ids, ids.toReversed()]);
    expect(heads[0]).toBe(heads[1]);
  });

  it('is away for a tool with the reason, and not of another version', async () => {
    await expect(openForTools({ url: 'postgres://nobody@127.0.0.1:1/none', file: '' })).rejects.toThrow('ECONNREFUSED');
  });

  it('claims no lane in which another bot has been at work since it was found due', async () => {
    const url = await emptied();
    const store = openAt(url);
    await report(store);
    // Its clock waits for this lock, so that its claim has read what is due and has locked no lane yet.
    const holder = new pg.Client({ connectionString: url });
    await holder.connect();
    await holder.query('select pg_advisory_lock(17)');
    const { dialect, pool } = connectTo(url, { name: 'slow' });
    onTestFinished(async () => void (await Promise.all([holder.end(), pool.end()])));
    const now = () => sql<number>`(select ${sql.raw(SERVER_CLOCK)} from pg_advisory_xact_lock_shared(17))`;
    const claiming = createLanes({ ...dialect, now }).claimLanes(10, LEASE_MS, LEAST_URGENT);
    await expect.poll(() => postgres.query("select 1 from pg_locks where locktype = 'advisory' and not granted")).toHaveLength(1);

    const lane = await claim(store, 'desk');
    const { key } = await nextOf(store, lane);
    expect(await begins(store, lane, key)).toBe(true);
    await store.deliveries.finish(lane, [key], { state: 'retry', dueAt: Date.now() + 60_000, maybeSent: true, repeats: 0, error: '502' });
    await store.deliveries.release(lane, null);
    await holder.query('select pg_advisory_unlock(17)');
    expect((await claiming).map(({ id }) => id)).not.toContain('desk');
  });

  it('counts the requests that other bots made while it waited for a quota', async () => {
    const url = await emptied();
    const store = openAt(url);
    const quota = { scope: 'tenant', limits: [{ requests: 2, withinMs: 60_000 }] };
    await store.deliveries.count([{ ...quota, limits: [] }]);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    onTestFinished(() => other.end());
    // More than the limit, so that the request from which the window is reckoned is one that it cannot have seen.
    await other.query("begin; update pace set sent = sent + 3 where scope = 'tenant'");
    await other.query(`insert into pace_slot (scope, slot, at) select 'tenant', n, ${SERVER_CLOCK} from generate_series(1, 3) n`);
    const counting = store.deliveries.count([quota]);
    await expect.poll(() => postgres.query('select 1 from pg_locks where not granted')).not.toHaveLength(0);
    await other.query('commit');
    expect(await counting).toBeGreaterThan(Date.now());
  });

  it('locks an outage with all that another bot stored while it waited', async () => {
    const url = await emptied();
    const [store, second] = [openAt(url), openAt(url)];
    await report(store);
    const [stored, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const writing = second.outages.transaction(
      async (transaction) => {
        await transaction.append(changeFor(sampleAcknowledgeAction(), await transaction.read('nonce-1')));
        stored.resolve();
        await end.promise;
      },
      ['nonce-1'],
    );
    await stored.promise;
    const reading = store.outages.transaction((transaction) => transaction.read('nonce-1'), ['nonce-1']);
    await expect.poll(() => postgres.query('select 1 from pg_locks where not granted')).not.toHaveLength(0);
    end.resolve();
    await writing;
    expect((await reading)?.outage.state).toBe('acknowledged');
    expect((await store.outages.read('nonce-1'))?.outage.state).toBe('acknowledged');
  });

  it('goes by the clock of the server', async () => {
    const store = openAt(await emptied());
    const seconds = 'select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as ms';
    const [before] = await postgres.query(seconds);
    const now = await store.outages.transaction((transaction) => Promise.resolve(transaction.now));
    const [after] = await postgres.query(seconds);
    expect(now).toBeGreaterThanOrEqual(Number(before?.ms));
    expect(now).toBeLessThanOrEqual(Number(after?.ms));
    await report(store);
    expect(await store.deadlines.claimDue(10, 1_000)).toHaveLength(1);
    expect((await store.deliveries.claimLanes(10, 1_000, LEAST_URGENT)).length).toBeGreaterThan(0);
    await store.cache.set('draft', 1, 60_000);
    expect(await store.cache.get('draft')).toBe(1);
  });

  it('is set up once by five bots that start at the same moment', async () => {
    const url = await postgres.createDatabase();
    const lines: LogLine[] = [];
    const bots = Array.from({ length: 5 }, () => openAt(url, { lines }));
    await Promise.all(bots.map((bot) => bot.ready()));
    expect(lines.filter(({ message }) => message === 'the tables are up to date')).toHaveLength(1);
    const numbers = await Promise.all(bots.map(async (bot, index) => (await report(bot, `nonce-${index}`)).outage.number));
    expect(numbers.sort()).toEqual([1001, 1002, 1003, 1004, 1005]);
  });

  it('throws when its connection is cut in a transaction, has stored nothing, and goes on with another', async () => {
    const url = await emptied();
    const store = openAt(url);
    const database = new URL(url).pathname.slice(1);
    const cut = () => postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
    const broken = store.outages.transaction(async ({ append, read }) => {
      await append(changeFor(sampleReportAction(), null));
      await cut();
      await read('nonce-1');
    });
    await expect(broken).rejects.toThrow();
    expect(await store.outages.read('nonce-1')).toBeNull();
    await report(store);
    await cut();
    // Whether the pool has heard of the cut by now is a matter of chance; the query after this one must not mind.
    await store.ready().catch(() => {});
    expect((await store.outages.read('nonce-1'))?.outage.version).toBe(1);
  });

  it('calls it a conflict when the server ends one of two transactions that wait for each other', async () => {
    const { store, second } = await openTwo();
    const outages = await Promise.all(['nonce-1', 'nonce-2'].map((id) => report(store, id)));
    const changes = outages.map((before) => changeFor(sampleAcknowledgeAction({ outageId: before.outage.id }), before));
    const { promise: bothBegan, resolve } = Promise.withResolvers<void>();
    let began = 0;
    const write = (bot: Store, order: typeof changes) =>
      bot.outages.transaction(async ({ append }) => {
        for (const change of order) {
          await append(change);
          began++;
          if (began === 2) resolve();
          await bothBegan;
        }
      });
    const results = await Promise.allSettled([write(store, changes), write(second, changes.toReversed())]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toEqual([expect.any(ConflictError)]);
    expect(await store.outages.read('nonce-1')).toMatchObject({ outage: { version: 2 } });
    expect(await store.outages.read('nonce-2')).toMatchObject({ outage: { version: 2 } });
  });

  it('tells bots apart in the list of connections', async () => {
    const url = await emptied();
    await openAt(url).outages.now();
    const database = new URL(url).pathname.slice(1);
    const names = await postgres.query(
      `select distinct application_name as name from pg_stat_activity where datname = '${database}' and application_name <> ''`,
    );
    expect(names).toEqual([{ name: 'outage-desk test' }]);
  });
});

describe('the store while PostgreSQL is away', () => {
  it('says so, without the password, and is ready once the server is there', async () => {
    const url = await postgres.createDatabase();
    await postgres.halt();
    const store = openAt(url);
    const { host, pathname, password } = new URL(url);
    const error = await store.ready().then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ name: 'StoreUnavailableError' });
    expect(error?.message).toContain(`PostgreSQL at ${host}${pathname} can't be read and written right now: connect ECONNREFUSED`);
    expect(error?.message).not.toContain(password);
    await expect(report(store)).rejects.toThrow('ECONNREFUSED');
    await postgres.resume();
    await store.ready();
    expect((await report(store)).outage.number).toBe(1001);
    await postgres.halt();
    await expect(store.ready()).rejects.toMatchObject({ name: 'StoreUnavailableError' });
    await postgres.resume();
    await store.ready();
    expect((await store.outages.read('nonce-1'))?.outage.version).toBe(1);
  });
});
