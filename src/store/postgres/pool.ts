/** Connections to PostgreSQL. One that breaks must not end the process or fail the next query. */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Log } from '../../engine/ports/log.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** The server ends longer ones. A worker whose transaction hangs must not block the others for longer than a lease. */
const STATEMENT_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
/** Ended by us when the server does not answer at all. Longer than the server's own limit, so that a slow statement is its error. */
const ANSWER_TIMEOUT_MS = 12_000;
/** As many commits can share one flush of the disk. By default the server allows 100 connections, for all bots together. */
const MAX_CONNECTIONS = 16;

/** Does not connect yet. `name`: what an administrator sees in `pg_stat_activity`. */
export function createPool(url: string, name: string, log?: Log): PostgresPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
  });
  // Without listeners, a connection that breaks would end the process: idle in the pool, or between two statements.
  pool.on('error', (error) => log?.warn({ err: error }, 'an idle connection to PostgreSQL broke; the pool opens another'));
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    options: pool.options,
    connect: async () => discardWhenBroken(await pool.connect()),
    end: () => pool.end(),
  };
}

/** Reads int8 as a number: the values are times in ms and counters, all far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: unknown) =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');

/** "Cached plan must not change result type": another bot changed a table under a statement that this connection keeps. */
const STALE_STATEMENT = '0A000';

/**
 * After an error that the server reported, a connection can be used. After any other error (no answer in time, reset) its
 * state is unknown: it is not used again, neither for the rollback nor by the pool.
 * Statements stay prepared, because planning one takes the server longer than running it.
 */
function discardWhenBroken(client: pg.PoolClient): PostgresPoolClient {
  let broken: unknown = null;
  const query = async (text: string, values: unknown[]) => {
    if (broken) throw broken;
    try {
      return await client.query({ text, values, ...named(text) });
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code === STALE_STATEMENT) broken = error;
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || broken !== null),
  };
}

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
