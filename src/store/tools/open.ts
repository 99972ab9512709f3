/** The store for a tool that runs beside the bots, or while none runs: it changes no tables and takes no lock from the bots. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Database, SqlDialect } from '../dialect.ts';
import { MIGRATIONS, namesOfMigrations, unknownMigrations } from '../migrate.ts';
import { connectTo, TOOLS_NAME, withoutPassword } from '../postgres/open.ts';
import { storeAt } from '../sqlite/backup.ts';
import { sqliteDialect } from '../sqlite/dialect.ts';
import { createStore, reasonOf, type Store } from '../store.ts';
import { BackupError } from './backup.ts';

/** The bot commits in a fraction of this. */
const BUSY_TIMEOUT_MS = 5_000;

/** `url` empty: the embedded store in `file`. `now`: the clock of an embedded store; without it, the machine's. */
export type Storage = { readonly url: string; readonly file: string; readonly now?: () => number };

/** Throws when there is no store, or one of another version than this. */
export async function openForTools(storage: Storage): Promise<{ readonly store: Store; readonly db: Database } & AsyncDisposable> {
  await using opened = new AsyncDisposableStack();
  const { dialect } = opened.use(openAnyVersion(storage));
  await refuseOtherVersion(dialect);
  const store = createStore(dialect, { label: 'the store', close: () => kept.disposeAsync() });
  const kept = opened.move();
  return { store, db: dialect.db, [Symbol.asyncDispose]: store.close };
}

/** Throws when the file has no store. `readOnly` (embedded store): takes no lock that a bot could meet; in WAL mode readers do not wait. */
export function openAnyVersion(storage: Storage & { readonly readOnly?: boolean }): { readonly dialect: SqlDialect } & AsyncDisposable {
  const { url, now = Date.now, readOnly = false } = storage;
  if (url) {
    const { dialect, pool } = connectTo(url, { name: TOOLS_NAME });
    return { dialect, [Symbol.asyncDispose]: () => pool.end() };
  }
  const database = new DatabaseSync(storeAt(storage.file), { timeout: BUSY_TIMEOUT_MS, readOnly });
  database.exec('pragma synchronous = full');
  const dialect = sqliteDialect(database, now);
  return { dialect, [Symbol.asyncDispose]: () => dialect.db.destroy() };
}

/**
 * A bot of the same version brings the tables up to date: doing it here beside an older bot would stop that bot. A bot may run on the tables
 * of the next version, but a tool that does not know them would forget nobody there.
 */
export async function refuseOtherVersion({ db }: SqlDialect): Promise<void> {
  const names = await migrationsOf(db);
  if (names.length === 0) throw new BackupError('there is no store here yet. Set DATABASE_URL, or DATABASE_FILE, to that of yours');
  const newer = unknownMigrations(names);
  if (newer.length > 0)
    throw new Error(
      `a newer version of the bot made the store (${newer.join(', ')}). Use the program of that version, beside this bot too`,
    );
  if ([...names].sort().join() !== [...MIGRATIONS].sort().join())
    throw new Error('the store was made by another version of the bot. Start the bot of this version on it first');
}

/** None where there is no store. A database that does not answer is no store of another version. */
async function migrationsOf(db: Database): Promise<readonly string[]> {
  try {
    return await namesOfMigrations(db);
  } catch (error) {
    if (isNoTable(error)) return [];
    const reason = reasonOf(error);
    throw new BackupError(`the store cannot be read: ${reason}. Look at DATABASE_URL, or at DATABASE_FILE where that is not set`, {
      cause: error,
    });
  }
}

/** PostgreSQL's undefined_table, whose text is in the server's language, and what SQLite says. */
const isNoTable = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === '42P01') || error.message.includes('no such table'));

/** What is in the store, for a question about it; null: nothing is there. It may be damaged, or of any version. */
export async function describeStore(storage: Storage): Promise<string | null> {
  const { url } = storage;
  const file = path.resolve(storage.file);
  if (!url && (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return null;
  const place = url ? `the store in PostgreSQL at ${withoutPassword(url)}` : `the store ${file}`;
  try {
    await using opened = openAnyVersion({ ...storage, readOnly: true });
    const { db } = opened.dialect;
    // By its name: the error of a server that has none is in the server's language.
    const named = url ? await sql<{ there: boolean }>`select to_regclass('outage') is not null as there`.execute(db) : null;
    if (named && !named.rows[0]?.there) return null;
    const { rows } = await sql<{ outages: number; at: number | null }>`
      select (select count(*) from outage) as outages, (select max(at) from outage_event) as at`.execute(db);
    const { outages = 0, at = null } = rows[0] ?? {};
    const last = at === null ? 'none' : new Date(Number(at)).toISOString();
    return `${place} (outages, drills and requests: ${outages}; the last change: ${last})`;
  } catch (error) {
    if (!url) return `${place}, which cannot be read`;
    throw new BackupError(`PostgreSQL at ${withoutPassword(url)} says: ${reasonOf(error)}`, { cause: error });
  }
}

/** Hears how far long work is. */
export type Report = (done: number, all: number) => void;

export const BATCH = 500;

/** Reads a long table: on after the last row of each batch, until a batch is not full. */
export async function* batches<Key, Row extends Key>(
  first: Key,
  after: (last: Key) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Key | undefined = first;
  while (last !== undefined) {
    const rows: readonly Row[] = await after(last);
    yield rows;
    last = rows.length < BATCH ? undefined : rows.at(-1);
  }
}
