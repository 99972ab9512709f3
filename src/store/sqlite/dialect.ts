/** SQLite's part of the SQL that differs between the databases. */
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { SqlDialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import { NodeSqliteDialect } from './kysely-dialect.ts';

/** `now`: the clock that decides what is due, in ms since the epoch. */
export function sqliteDialect(database: DatabaseSync, now: () => number): SqlDialect {
  // Deleted content is overwritten.
  database.exec('pragma secure_delete = on');
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
  return {
    db,
    now: () => sql<number>`${now()}`,
    readNow: async () => now(),
    greatest: sql`max`,
    claiming: () => sql``,
    // There is only one transaction at a time.
    alone: () => sql`select 1`,
    // The write-ahead log still holds what was deleted.
    erase: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
    countingUp: 'integer',
  };
}
