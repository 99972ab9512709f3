/** Connections to PostgreSQL as people have them: after a failover, through a pooler, and where the server has few. */
// @module-tag full
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectTo, openPostgres } from '../../../src/store/postgres/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';
import { noPgBouncer, startPgBouncer } from '../../support/store/pgbouncer.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { until } from '../../support/until.ts';
import { repeated, report } from '../contract/stores.ts';

const LIMIT_MS = 60_000;
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, LIMIT_MS);
afterAll(() => postgres.stop(), LIMIT_MS);

async function openAt(url: string, lines: LogLine[] = []): Promise<Store> {
  const store = openPostgres({ url, log: silentLog(lines) });
  onTestFinished(() => store.close());
  await store.ready();
  return store;
}

const reportsAtOnce = (stores: readonly Store[], count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => report(stores[index % stores.length] as Store, `nonce-${index}`)));
/** Twelve more. A session that ends within a transaction is a conflict, which the engine repeats. */
const twelveMore = (store: Store) => Promise.all(numbersFrom(20, 12).map((index) => repeated(() => report(store, `nonce-${index}`))));
const numbersFrom = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

describe('B12: after a failover', () => {
  it('sessions that were open and only read now are replaced, and nobody notices', async () => {
    const url = await postgres.createDatabase();
    const store = await openAt(url);
    await reportsAtOnce([store], 12);
    const database = new URL(url).pathname.slice(1);
    // New sessions take the setting of the database, and those that are open take that of the server.
    for (const name of [database, 'postgres']) await postgres.query(`alter database "${name}" set default_transaction_read_only = off`);
    await postgres.query('alter system set default_transaction_read_only = on');
    onTestFinished(async () => {
      await postgres.query('alter system reset default_transaction_read_only');
      await postgres.query('select pg_reload_conf()');
    });
    await postgres.query('select pg_reload_conf()');
    await store.cache.set('draft', 1, 60_000);
    const after = await twelveMore(store);
    expect(after.map(({ outage }) => outage.number).sort()).toEqual(numbersFrom(1013, 12));
  });

  it('sessions that the server ended are replaced, and nobody notices', async () => {
    const url = await postgres.createDatabase();
    const store = await openAt(url);
    await reportsAtOnce([store], 12);
    const database = new URL(url).pathname.slice(1);
    await postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
    await store.outages.list({ projects: null, personId: null, states: null, limit: 5 });
    const after = await twelveMore(store);
    expect(after).toHaveLength(12);
  });

  it('says what the server says when it takes no other connection either', async () => {
    const url = await postgres.createDatabase();
    const database = new URL(url).pathname.slice(1);
    const { dialect, pool } = connectTo(url, { name: 'test' });
    onTestFinished(() => pool.end());
    await sql`select 1`.execute(dialect.db);
    await postgres.query(`alter database "${database}" with allow_connections false`);
    const running = expect(sql`select pg_sleep(20)`.execute(dialect.db)).rejects.toThrow('not currently accepting connections');
    await until(async () => (await ended(database)) > 0);
    await running;
  });
});

/** Ends the sessions that run something. Returns how many. */
async function ended(database: string): Promise<number> {
  const busy = `datname = '${database}' and state = 'active'`;
  return (await postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${busy}`)).length;
}

const notRun = noPgBouncer ? ` (not run: ${noPgBouncer})` : '';

describe.skipIf(noPgBouncer !== null)(`B13: through a PgBouncer in transaction mode${notRun}`, () => {
  it.each([
    ['that refuses the limits of a session', []],
    ['that drops them', ['statement_timeout', 'idle_in_transaction_session_timeout']],
  ])('%s, two bots store what comes at once, and log that it is there', async (_, ignore) => {
    const bouncer = await startPgBouncer(await postgres.createDatabase(), { ignore });
    onTestFinished(() => bouncer.stop());
    const lines: LogLine[] = [];
    const stores = [await openAt(bouncer.url, lines), await openAt(bouncer.url)];
    const reported = await reportsAtOnce(stores, 60);
    expect(reported.map(({ outage }) => outage.number).sort()).toEqual(numbersFrom(1001, 60));
    await Promise.all(numbersFrom(0, 40).map((index) => stores[index % 2]?.outages.read(`nonce-${index}`)));
    expect(lines.filter(({ message }) => message.includes('a pooler is in front'))).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('that drops the limits of a session, where the database has a limit of its own, it is found out at the start', async () => {
    const url = await postgres.createDatabase();
    await postgres.query(`alter database "${new URL(url).pathname.slice(1)}" set statement_timeout = '2min'`);
    const bouncer = await startPgBouncer(url, { ignore: ['statement_timeout', 'idle_in_transaction_session_timeout'] });
    onTestFinished(() => bouncer.stop());
    const lines: LogLine[] = [];
    await (await openAt(bouncer.url, lines)).close();
    expect(lines.filter(({ message }) => message.includes('a pooler is in front'))).toHaveLength(1);
  });

  it('that is found out by many requests at once, none of them fails', async () => {
    const url = await postgres.createDatabase();
    await (await openAt(url)).close();
    const bouncer = await startPgBouncer(url);
    onTestFinished(() => bouncer.stop());
    const store = openPostgres({ url: bouncer.url, log: silentLog() });
    const found = await Promise.all(numbersFrom(0, 40).map((index) => store.outages.read(`nonce-${index}`)));
    expect(found).toEqual(found.map(() => null));
    await store.close();
  });

  it.each([
    ['that takes few clients', { max_client_conn: 6 }],
    ['that has few sessions, in session mode', { pool_mode: 'session', default_pool_size: 3 }],
  ])('%s, what comes at once waits, and nothing fails', async (_, settings) => {
    const bouncer = await startPgBouncer(await postgres.createDatabase(), { settings });
    onTestFinished(() => bouncer.stop());
    const store = await openAt(bouncer.url);
    const reported = await reportsAtOnce([store], 30);
    expect(reported.map(({ outage }) => outage.number).sort()).toEqual(numbersFrom(1001, 30));
    await store.close();
  });

  it('each transaction has the limits that a session cannot keep', async () => {
    const bouncer = await startPgBouncer(await postgres.createDatabase());
    onTestFinished(() => bouncer.stop());
    await (await openAt(bouncer.url)).close();
    const { dialect, pool } = connectTo(bouncer.url, { name: 'test' });
    const limits = await dialect.db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(transaction);
      return rows[0]?.limit;
    });
    expect(limits).toBe('10s');
    await pool.end();
  });
});

describe('2.5: a server with few connections', () => {
  it('makes thirty reports at once on two bots wait for one, and none fails', async () => {
    const url = new URL(await postgres.createDatabase());
    const database = url.pathname.slice(1);
    await postgres.query("create role few login password 'few' connection limit 6");
    await postgres.query(`alter database "${database}" owner to few`);
    url.username = 'few';
    url.password = 'few';
    const lines: LogLine[] = [];
    const stores = [await openAt(url.href, lines), await openAt(url.href, lines)];
    const reported = await reportsAtOnce(stores, 30);
    expect(reported.map(({ outage }) => outage.number).sort()).toEqual(numbersFrom(1001, 30));
    expect(lines.some(({ message }) => message.includes('no connection left'))).toBe(true);
  });

  it.each([
    'MaxClientsInSessionMode: max clients reached - in Session mode max clients are limited to pool_size',
    '(EMAXCONNSESSION) max clients reached in session mode - max clients are limited to pool_size: 3',
    'Max client connections reached',
    '(EMAXCONN) max client connections reached, limit: 3',
  ])('makes them wait also where a Supavisor in front of it says "%s"', async (message) => {
    const supavisor = await startSupavisor(await postgres.createDatabase(), message, 3);
    const lines: LogLine[] = [];
    const store = await openAt(supavisor.url, lines);
    onTestFinished(() => supavisor.stop());
    const reported = await reportsAtOnce([store], 30);
    expect(reported.map(({ outage }) => outage.number).sort()).toEqual(numbersFrom(1001, 30));
    expect(lines.some(({ message }) => message.includes('no connection left'))).toBe(true);
  });

  it('says at once what else is wrong in there', async () => {
    const supavisor = await startSupavisor(await postgres.createDatabase(), '(ENOTFOUND) tenant/user desk not found', 0);
    onTestFinished(() => supavisor.stop());
    const { dialect, pool } = connectTo(supavisor.url, { name: 'test' });
    onTestFinished(() => pool.end());
    await expect(sql`select 1`.execute(dialect.db)).rejects.toThrow('tenant/user desk not found');
    expect(supavisor.refused()).toBe(1);
  });
});

/** Refuses clients as a Supavisor does, with PostgreSQL's code for a fault in itself; lets `most` of them through to the database of `url`. */
async function startSupavisor(url: string, message: string, most: number) {
  const { hostname, port } = new URL(url);
  const fields = `SFATAL\0VFATAL\0CXX000\0M${message}\0\0`;
  const refusal = Buffer.concat([Buffer.from('E'), Buffer.alloc(4), Buffer.from(fields)]);
  refusal.writeInt32BE(refusal.length - 1, 1);
  const open = new Set<Socket>();
  let refused = 0;
  const server = createServer((client) => {
    client.on('error', () => {});
    if (open.size >= most) {
      refused += 1;
      client.once('data', () => client.end(refusal));
      return;
    }
    open.add(client);
    client.once('close', () => open.delete(client));
    const behind = connect(Number(port), hostname);
    pipeline(client, behind, client, () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = new URL(url);
  at.port = String((server.address() as AddressInfo).port);
  return {
    url: at.href,
    refused: () => refused,
    async stop() {
      for (const client of open) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
