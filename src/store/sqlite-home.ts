/** What SQLite makes of the store's SQL. */
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Home } from './home.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';

/** `now`: ms since the epoch, the clock that decides what is due. */
export function sqliteHome(database: DatabaseSync, now: () => number): Home {
  return {
    db: new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) }),
    now: () => sql<number>`${now()}`,
    readNow: async () => now(),
    greatest: sql`max`,
    claiming: () => sql``,
    countingUp: 'integer',
  };
}
