/** What SQLite makes of the store's SQL. */
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { SqlDialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import { NodeSqliteDialect } from './kysely-dialect.ts';

/** `now`: ms since the epoch, the clock that decides what is due. */
export function sqliteDialect(database: DatabaseSync, now: () => number): SqlDialect {
  // What is deleted is written over.
  database.exec('pragma secure_delete = on');
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  return {
    db,
    now: () => sql<number>`${now()}`,
    readNow: async () => now(),
    greatest: sql`max`,
    claiming: () => sql``,
    // A transaction is alone here.
    alone: () => sql`select 1`,
    // The write-ahead log holds what was there before.
    erase: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
    countingUp: 'integer',
  };
}
