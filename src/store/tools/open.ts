/** The store for a tool that runs beside the bots, or while none runs: it changes no tables and takes no lock from them. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import { SILENT } from '../../engine/ports/log.ts';
import type { Database, SqlDialect } from '../dialect.ts';
import { MIGRATIONS } from '../migrate.ts';
import { BOT_NAME, connectTo } from '../postgres/open.ts';
import { sqliteDialect } from '../sqlite/dialect.ts';
import { createStore, type Store } from '../store.ts';

/** The bot commits in a fraction of this. */
const BUSY_TIMEOUT_MS = 5_000;

export type ForTools = { readonly store: Store; readonly db: Database; close(): Promise<void> };

/** `url` empty: the embedded store in `file`. Throws where there is no store, or one of another version than this. */
export async function openForTools(place: { url: string; file: string }): Promise<ForTools> {
  const { url } = place;
  const { dialect, close } = url ? toServer(url) : toFile(path.resolve(place.file));
  try {
    await refuseOtherVersion(dialect);
  } catch (error) {
    await close();
    throw error;
  }
  return { store: createStore(dialect, { label: 'the store', log: SILENT, close }), db: dialect.db, close };
}

function toServer(url: string): { dialect: SqlDialect; close: () => Promise<void> } {
  const { dialect, pool } = connectTo(url, `tools of ${BOT_NAME}`, SILENT);
  return { dialect, close: () => pool.end() };
}

function toFile(file: string): { dialect: SqlDialect; close: () => Promise<void> } {
  if (!existsSync(file)) throw new Error(`there is no store at ${file}. Set DATABASE_FILE to the path of yours`);
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('pragma synchronous = full');
  const dialect = sqliteDialect(database, Date.now);
  return { dialect, close: () => dialect.db.destroy() };
}

/** A bot of the same version brings the tables up to date; to do it beside an older one would stop that one. */
async function refuseOtherVersion({ db }: SqlDialect): Promise<void> {
  const migrations = await (db as unknown as Kysely<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>)
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .execute()
    .catch(() => []);
  const names = migrations.map(({ name }) => name).sort();
  if (names.join() !== [...MIGRATIONS].sort().join())
    throw new Error('the store was made by another version of the bot. Start the bot of this version on it first');
}
