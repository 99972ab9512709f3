/** The store for any number of bots: one PostgreSQL, version 15 or newer. */
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import type { Log } from '../../engine/ports/log.ts';
import type { Database, Row, SqlDialect } from '../dialect.ts';
import { migrate } from '../migrate.ts';
import { createStore, type Store } from '../store.ts';
import { TABLES, type Tables } from '../tables.ts';
import { createPool, type PoolOptions } from './pool.ts';

/** What an administrator sees of a bot in `pg_stat_activity`. */
export const BOT_NAME = 'outage-desk';
/** What they see of a tool. It must not begin with the name of a bot: a restore refuses to run while bots are connected. */
export const TOOLS_NAME = `tools of ${BOT_NAME}`;

/** In a subselect, so that the clock is read once in a statement and an index can be used with it. */
export const SERVER_CLOCK = '(select floor(extract(epoch from clock_timestamp()) * 1000)::bigint)';
const serverClock = sql.raw<number>(SERVER_CLOCK);

/**
 * Opens the store without connecting to the server: call `ready` until it does not throw. `now` (ms since the epoch) replaces
 * the server's clock in tests. `workerId` names this bot in the server's list of connections.
 * When a connection breaks during a commit, the call throws and nobody knows whether the commit was done. That does no harm,
 * because an action that is repeated changes nothing.
 */
export function openPostgres(options: { url: string; now?: () => number; log: Log; workerId?: string; connections?: number }): Store {
  const { url, workerId, log, ...others } = options;
  const { dialect, pool } = connectTo(url, { name: workerId ? `${BOT_NAME} ${workerId}` : BOT_NAME, log, ...others });
  return createStore(dialect, { label: `PostgreSQL at ${withoutPassword(url)}`, log, clock: options.now, close: () => pool.end() });
}

/** Brings the tables up to date, and lets `role`, which does not own them, use them (null: no other role). The URL is that of the owner. */
export async function prepareDatabase(url: string, role: string | null): Promise<void> {
  const { dialect, pool } = connectTo(url, { name: TOOLS_NAME });
  try {
    await migrate(dialect);
    if (role !== null) await grantTo(dialect.db, role);
  } finally {
    await pool.end();
  }
}

/** Of the tables that are written once, even with the bots' password the record can't be changed. Old denials are deleted. */
const RIGHTS: { readonly [table: string]: RawBuilder<unknown> } = {
  outage_event: sql`select, insert`,
  refusal: sql`select, insert, delete`,
  [DEFAULT_MIGRATION_TABLE]: sql`select`,
  [DEFAULT_MIGRATION_LOCK_TABLE]: sql`select`,
};

/** Gives a role, which must exist and owns nothing, the rights that a bot needs, and revokes all others. May be repeated. */
async function grantTo(db: Database, role: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const to = sql.id(role);
    for (const table of new Set([...TABLES, ...Object.keys(RIGHTS)])) {
      const rights = RIGHTS[table] ?? sql`select, insert, update, delete`;
      await sql`revoke all on ${sql.table(table)} from ${to}`.execute(transaction);
      await sql`grant ${rights} on ${sql.table(table)} to ${to}`.execute(transaction);
    }
    await sql`grant usage, select on all sequences in schema public to ${to}`.execute(transaction);
  });
}

/** Connects without bringing the tables up to date. `name`: what an administrator sees in `pg_stat_activity`. */
export function connectTo(url: string, options: PoolOptions & { readonly now?: (() => number) | undefined }) {
  const { now } = options;
  const pool = createPool(url, options);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const clock = () => (now ? sql<number>`${now()}::bigint` : serverClock);
  const dialect: SqlDialect = {
    db,
    now: clock,
    clock: now,
    readNow: async (connection) => (await connection.selectNoFrom(clock().as('now')).executeTakeFirstOrThrow()).now,
    greatest: sql`greatest`,
    least: sql`least`,
    claiming: (alias) => sql`for update of ${sql.ref(alias)} skip locked`,
    locking: (alias) => sql`for update of ${sql.ref(alias)}`,
    rows(rows, alias) {
      const typed = ([column, value]: [string, unknown]) => sql`${sql.id(column)} ${typeof value === 'number' ? sql`bigint` : sql`text`}`;
      const columns = Object.entries(rows[0] ?? {}).map(typed);
      return sql`json_to_recordset(cast(${JSON.stringify(rows)} as json)) as ${sql.id(alias)} (${sql.join(columns)})`;
    },
    async together(connection, writes) {
      const parts = writes.map((write, index) => sql`${sql.id(`w${index}`)} as (${write})`);
      const sums = writes.map(
        (_, index) => sql`(select cast(coalesce(sum(n), 0) as integer) from ${sql.id(`w${index}`)}) as ${sql.id(`w${index}`)}`,
      );
      const { rows } = await sql<Record<string, number>>`with ${sql.join(parts)} select ${sql.join(sums)}`.execute(connection);
      return Object.values(rows[0] ?? {});
    },
    async following<Found extends Row>(read: RawBuilder<Found>, _columns: unknown, writes: readonly RawBuilder<unknown>[]) {
      const parts = writes.map((write, index) => sql`, ${sql.id(`w${index}`)} as (${write})`);
      return (await sql<Found>`with found as materialized (${read})${sql.join(parts, sql``)} select * from found`.execute(db)).rows;
    },
    alone: (table) => sql`lock table ${sql.table(table)} in exclusive mode`,
    // PostgreSQL's vacuum does that.
    erase: async () => {},
    growBy: async () => {},
    countingUp: 'bigserial',
  };
  return { dialect, pool };
}

export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
