/** The embedded store: one file, one bot, nothing to install. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Log } from '../../engine/ports/log.ts';
import type { Database } from '../dialect.ts';
import { createStore, type Store } from '../store.ts';
import { sqliteDialect } from './dialect.ts';
import { createPrivately, lock, lockFileOf } from './file.ts';

/** Only a tool that writes can make the bot wait, and waiting blocks the whole process: long enough for a commit, no longer. */
const BUSY_TIMEOUT_MS = 500;

/**
 * Opens the store in a file, which is made with its folder when it is missing; `:memory:` is a store that only this process
 * has and that ends with it. `now`: the clock that decides what is due, in ms since the epoch; without it, the machine's.
 * Throws StoreInUseError when another bot uses the file, StoreUnavailableError when it can't be written.
 */
export async function openSqlite(options: {
  file: string;
  now?: () => number;
  log: Log;
  /** Called once when the file is no longer the one that was opened, so that all that is written would be lost. */
  onLost?: (error: Error) => void;
}): Promise<Store> {
  const { file, now = Date.now, log, onLost = () => {} } = options;
  const embedded = file === ':memory:' ? { file, database: openInMemory(), close: () => {} } : openFile(file);
  const dialect = sqliteDialect(embedded.database, now, { isGrouped: file !== ':memory:' });
  const { db } = dialect;
  let stopWatching = () => {};
  const store = createStore(dialect, { label: `the store ${embedded.file}`, log, clock: options.now, close });
  try {
    await store.ready();
    if (file === ':memory:') firstImage ??= embedded.database.serialize();
    await endLeases(db);
    // Only now all of its files are there.
    if (file !== ':memory:') stopWatching = watchFiles(embedded.file, onLost);
  } catch (error) {
    await store.close();
    throw explained(embedded.file, error);
  }
  return store;

  async function close() {
    stopWatching();
    // In memory, this waits for the end of a transaction that is running; the driver of a file waits by itself.
    await db.connection().execute(async () => {});
    await db.destroy();
    embedded.close();
  }
}

/** The tables of the first store in memory, as which the next ones begin: to make them takes twenty times as long. */
let firstImage: Uint8Array | undefined;

function openInMemory(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  if (firstImage) database.deserialize(firstImage);
  return database;
}

const LOOK_EVERY_MS = 10_000;

/** A file that is deleted while it is open can be written on, until the process ends; then all of it is gone. */
function watchFiles(file: string, onLost: (error: Error) => void): () => void {
  const files = [file, `${file}-wal`, lockFileOf(file)].map((name) => ({ name, identity: identityOf(name) }));
  const timer = setInterval(() => {
    const lost = files.find(({ name, identity }) => identityOf(name) !== identity);
    if (!lost) return;
    clearInterval(timer);
    const why = lossOf(identityOf(lost.name), lost.name === lockFileOf(file));
    onLost(new Error(`${lost.name} ${why}`));
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** An error when the file cannot be looked at; undefined: there is none. */
function identityOf(file: string): string | Error | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    return found && `${found.dev}/${found.ino}`;
  } catch (error) {
    return error as Error;
  }
}

function lossOf(found: string | Error | undefined, isLock: boolean): string {
  if (found instanceof Error)
    return `cannot be looked at any more (${found.message}), so nobody knows whether what is stored stays. Let this account read its folder, and start the bot again`;
  const replaced = 'was removed or replaced while the bot was running, so';
  return isLock
    ? `${replaced} a second bot could use the store too. What is stored is safe: start the bot again`
    : `${replaced} nothing more can be stored. Put it back, or restore the last backup (npx outage-desk restore), and start the bot again`;
}

/** Only one bot uses this store, so every lease in it belongs to a bot that has ended. Its work need not wait for the lease. */
export async function endLeases(db: Database): Promise<void> {
  // A literal, so that an index of those that are claimed is used.
  const claimed = sql<boolean>`lease_until > 0`;
  await db.updateTable('lane').set({ lease_until: 0 }).where(claimed).execute();
  await db.updateTable('deadline').set({ lease_until: 0 }).where(claimed).execute();
  await db.updateTable('file').set({ lease_until: 0 }).where(claimed).execute();
}

function openFile(name: string) {
  const file = prepareFile(name);
  const unlock = lock(file);
  try {
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    // FULL, because in WAL mode anything less may lose, in a power cut, what was already confirmed.
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    return { file, database, close: unlock };
  } catch (error) {
    unlock();
    throw explained(file, error);
  }
}

function prepareFile(name: string): string {
  try {
    return createPrivately(name);
  } catch (error) {
    throw explained(name, error);
  }
}

const NAME_ANOTHER = 'Set DATABASE_FILE to a file in a folder that this account may write to';
/** What somebody can do, by SQLite's primary codes (https://sqlite.org/rescode.html) and by those of files. */
const REMEDIES = new Map<unknown, string>([
  [8, `cannot be written. ${NAME_ANOTHER}`],
  [10, 'cannot be read or written: the disk reports an error. Look at the disk'],
  [11, 'is damaged. Restore the last backup (npx outage-desk restore)'],
  [13, 'cannot grow: the disk is full. Make room'],
  [14, `cannot be opened. ${NAME_ANOTHER}`],
  [
    26,
    'is damaged, or no SQLite file. Restore the last backup (npx outage-desk restore), or move the file away to begin with an empty store',
  ],
  ...['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST'].map((code): [string, string] => [
    code,
    `cannot be made (${code}). ${NAME_ANOTHER}`,
  ]),
  ['ENOSPC', 'cannot be made: the disk is full. Make room'],
]);

/** The error with what to do about it, if we know that; else the error as it is. */
function explained(file: string, error: unknown): unknown {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { errcode, code } = cause as Error & { errcode?: number; code?: string };
    const remedy = REMEDIES.get(errcode === undefined ? code : errcode & 0xff);
    if (remedy) return new Error(`the store ${file} ${remedy}`, { cause: error });
  }
  return error;
}
