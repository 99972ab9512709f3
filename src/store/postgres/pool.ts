/** Connections to PostgreSQL. One that breaks must not end the process or fail the next query. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Log } from '../../engine/ports/log.ts';
import { isLostSession, isOtherSession } from '../dialect.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends longer ones. A worker whose transaction hangs must not block the others for longer than a lease. */
const STATEMENT_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
/** Ended by us when the server does not answer at all. Longer than the server's own limit, so that a slow statement is its error. */
const ANSWER_TIMEOUT_MS = 12_000;
/** By default the server allows 100 connections, for all bots together. As many commits can share one flush of the disk. */
const CONNECTIONS = 16;
/** How long a request waits for a connection while the server has none left. Teams waits 15 seconds for an answer. */
const PATIENCE_MS = 8_000;
const PAUSE_MS = 100;
/** So long after the server had none left, the pool tries to grow again. */
const RESTRAINED_MS = 10_000;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const TOO_MANY_CONNECTIONS = '53300';
/** PgBouncer's answer to a setting that it does not pass on, and to one client too many. */
const PROTOCOL_VIOLATION = '08P01';
const FULL = new Set([TOO_MANY_CONNECTIONS, PROTOCOL_VIOLATION]);
/** Supavisor's answer to one client too many has PostgreSQL's code for a fault of its own, so its words have to tell it apart. */
const INTERNAL_ERROR = 'XX000';
const NO_CLIENT_MORE = /^(?:\(\w+\) |\w+: )?max client(?:s| connections) reached\b/i;
const isFull = (error: unknown): boolean =>
  FULL.has(codeOf(error)) || (codeOf(error) === INTERNAL_ERROR && NO_CLIENT_MORE.test((error as Error).message));

const LIMITS = {
  statement_timeout: STATEMENT_TIMEOUT_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
};
const SET_LIMITS = Object.entries(LIMITS)
  .map(([name, ms]) => `; set local ${name} = ${ms}`)
  .join('');
/** As PostgreSQL shows it. A pooler that drops our limit leaves none, or that of the role or the database. */
const SESSION_LIMIT = `${STATEMENT_TIMEOUT_MS / 1_000}s`;
/** A pooler in session mode takes more clients than it has sessions; those beyond them get no answer. */
const FIRST_QUERY = { text: "select current_setting('statement_timeout') as limit", query_timeout: 3_000 };
const codeOf = (error: unknown): string => (error instanceof pg.DatabaseError && error.code) || '';

export type PoolOptions = { readonly name: string; readonly connections?: number | undefined; readonly log?: Log | undefined };

/**
 * Does not connect yet. `name`: what an administrator sees in `pg_stat_activity`. `connections`: the most that are held; when the
 * server has fewer, requests wait for one of those that are there.
 *
 * A pooler in transaction mode (PgBouncer) is found out: it refuses or drops the limits that a session begins with. Behind one,
 * no statement is prepared, and each transaction sets the limits for itself.
 */
export function createPool(url: string, { name, connections = CONNECTIONS, log }: PoolOptions): PostgresPool {
  let isPooled = false;
  let restrainedUntil = 0;
  /** When a session ends, those that were opened before it are not used again: a failover or a restart ends them all. */
  let epoch = 0;
  const epochs = new WeakMap<pg.PoolClient, number>();
  const tried = new WeakSet<pg.PoolClient>();
  const pools: pg.Pool[] = [];
  let pool = open();
  return { connect, options: pool.options, end: async () => void (await Promise.all(pools.map((one) => one.end()))) };

  function open(): pg.Pool {
    const opened = new pg.Pool({
      connectionString: url,
      application_name: name,
      max: connections,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      ...(isPooled ? {} : LIMITS),
      query_timeout: ANSWER_TIMEOUT_MS,
      keepAlive: true,
      types: { getTypeParser },
    });
    // Without listeners, a connection that breaks would end the process: idle in the pool, or between two statements.
    opened.on('error', (error) => log?.warn({ err: error }, 'an idle connection to PostgreSQL broke; the pool opens another'));
    opened.on('connect', (client) => {
      epochs.set(client, epoch);
      client.on('error', () => {});
    });
    pools.push(opened);
    return opened;
  }

  /** A connection that may be used. Waits while the server has none left. */
  async function take(): Promise<pg.PoolClient> {
    for (const until = Date.now() + PATIENCE_MS; ; ) {
      if (Date.now() > restrainedUntil) pool.options.max = connections;
      const asked = pool;
      let client: pg.PoolClient | null = null;
      try {
        client = await asked.connect();
        if (await isGood(client)) return client;
        client.release(true);
      } catch (error) {
        client?.release(true);
        if (pool === asked) await wait(error, until, client !== null && codeOf(error) === '');
      }
    }
  }

  /** What to do when there is no connection: ask for one that a pooler takes, or wait for one of ours. `isSilent`: it is one without a session. */
  async function wait(error: unknown, until: number, isSilent: boolean): Promise<void> {
    if (codeOf(error) === PROTOCOL_VIOLATION && !isPooled) return foundPooler();
    if (!(isSilent || isFull(error)) || Date.now() > until) throw error;
    if (Date.now() > restrainedUntil) log?.warn({ err: error }, 'PostgreSQL has no connection left; waiting for one of ours');
    restrainedUntil = Date.now() + RESTRAINED_MS;
    pool.options.max = Math.max(1, pool.totalCount);
    await delay(PAUSE_MS * (1 + Math.random()));
  }

  async function isGood(client: pg.PoolClient): Promise<boolean> {
    if (epochs.get(client) !== epoch) return false;
    if (tried.has(client)) return true;
    tried.add(client);
    const { rows } = await client.query<{ limit: string }>(FIRST_QUERY);
    if (isPooled || rows[0]?.limit === SESSION_LIMIT) return true;
    foundPooler();
    return false;
  }

  function foundPooler() {
    if (isPooled) return;
    isPooled = true;
    log?.info({}, 'a pooler is in front of PostgreSQL: statements are not prepared, and limits are set in each transaction');
    // The one before serves those who wait in it; what is idle in it ends soon.
    pool = open();
  }

  /**
   * After an error that the server reported, a connection can be used. After any other error (no answer in time, reset), and
   * when the session is of no more use, it is not used again, neither for the rollback nor by the pool. What fails on such a
   * connection before anything can have been written is tried once more on another one.
   * Statements stay prepared, because planning one takes the server longer than running it.
   */
  async function connect(): Promise<PostgresPoolClient> {
    let client: pg.PoolClient | null = await take();
    let broken: unknown = null;
    let isInTransaction = false;
    const run = (on: pg.PoolClient, text: string, values: unknown[]) => {
      if (!isPooled) return on.query({ text, values, ...named(text) });
      return on.query({ text: BEGIN.test(text) ? `${text}${SET_LIMITS}` : text, values });
    };
    const attempt = async (text: string, values: unknown[]) => {
      if (broken || !client) throw broken;
      try {
        return await run(client, text, values);
      } catch (error) {
        if (endsSession(error)) {
          learn(client, error);
          broken = error;
        }
        throw error;
      }
    };
    const query = async (text: string, values: unknown[]) => {
      const began = Date.now();
      const mayRepeat = !isInTransaction && !broken;
      isInTransaction ||= BEGIN.test(text);
      try {
        return await attempt(text, values);
      } catch (error) {
        const isRepeatable = isLostSession(error) || (READS.test(text) && Date.now() - began < AT_ONCE_MS);
        if (!(mayRepeat && broken && isRepeatable)) throw error;
      }
      client?.release(true);
      // Kysely gives the connection back also when there is no other one.
      client = null;
      client = await take();
      broken = null;
      return await attempt(text, values);
    };
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy) => client?.release(destroy === true || broken !== null),
    };
  }

  function learn(client: pg.PoolClient, error: unknown) {
    if (epochs.get(client) === epoch) epoch += 1;
    if (isOtherSession(error)) foundPooler();
  }
}

/** Reads int8 as a number: the values are times in ms and counters, all far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

const BEGIN = /^\s*(begin|start transaction)\b/i;
const READS = /^\s*(begin|start transaction|select)\b/i;
/** An error within this time is that of a connection which was broken before; a later one may be that of a server that does not answer. */
const AT_ONCE_MS = 1_000;

/** The server keeps the connection after other errors that it reports. Class 08: the connection itself; 57P: the server ends. */
const endsSession = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || isLostSession(error) || /^(08|57P)/.test(codeOf(error));

const MAX_NAMES = 200;
/** The statements that are worth preparing: not those that begin and end transactions, nor those of migrations. */
const WORTH_PREPARING = /^\s*(select|with|insert|update|delete)\b/i;
const names = new Map<string, string>();

/** The same few dozen statements run again and again; others (many rows in one insert) are not prepared. */
function named(text: string): { name?: string } {
  const known = names.get(text);
  if (known) return { name: known };
  if (names.size >= MAX_NAMES || !WORTH_PREPARING.test(text)) return {};
  const name = `statement ${names.size + 1}`;
  names.set(text, name);
  return { name };
}
