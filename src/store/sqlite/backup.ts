/** Backup and restore of the embedded store. A backup is one SQLite file; the bot may run while it is made. */
import { chownSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { isLostRace } from '../dialect.ts';
import { reasonOf } from '../store.ts';
import {
  AFTER_RESTORE,
  BackupError,
  backupAt,
  checkMigrations,
  makeComplete,
  newFile,
  RESTORED,
  type Replaced,
  type Restored,
  stampBackup,
  toRestored,
} from '../tools/backup.ts';
import { createPrivately, lock, lockFileOf, StoreInUseError } from './file.ts';

const ALL_PAGES = 2 ** 31 - 1;

/** Resolves when the backup is checked and on the disk. `now`: the bot's clock. Throws BackupError, also when `to` exists already. */
export async function backupSqlite(options: { file: string; to: string; now?: () => number }): Promise<void> {
  const file = storeAt(options.file);
  const now = (options.now ?? Date.now)();
  await makeComplete(newFile(options.to), async (draft) => {
    await copy(file, draft);
    prepare(draft, file, (database) => database.exec(stampBackup(String(now))));
  });
}

/** The path of a store that is there. Throws BackupError when there is none. */
export function storeAt(name: string): string {
  const file = path.resolve(name);
  if (!existsSync(file))
    throw new BackupError(`there is no store at ${file}. Set DATABASE_FILE to the path of yours, and use an account that may read it`);
  return file;
}

/** For a file that was put back by other means: makes the changes that a restore makes. Throws BackupError as `restoreSqlite` does, and when there is no file. */
export const markSqliteRestored = async (file: string): Promise<Replaced> =>
  await restoreSqlite({ file, from: storeAt(file), replace: true });

/**
 * Replaces the store by a backup, in one step or not at all; the old store is kept beside it, under the name that is returned
 * as `kept`. Throws BackupError while a bot uses the store, when it is not empty and `replace` is false, or when the backup is
 * damaged, is not a backup of the bot, or was made by a newer bot.
 */
export async function restoreSqlite(options: { file: string; from: string; replace: boolean }): Promise<Replaced> {
  const from = backupAt(options.from, 'SQLite');
  const file = createPrivately(options.file);
  const unlock = lockStopped(file);
  try {
    const { size, uid, gid } = statSync(file);
    const kept = size === 0 ? null : `${file}.replaced-${new Date().toISOString().replaceAll(':', '-')}`;
    if (kept && !options.replace)
      throw new BackupError(`${file} holds a store. To put the backup in its place, add --yes; the store is kept beside it`);
    let restored: Restored = toRestored({});
    await makeComplete(
      file,
      async (draft) => {
        await copy(from, draft);
        prepare(draft, from, (database) => {
          database.exec(`begin; ${AFTER_RESTORE.join('; ')}; commit`);
          restored = toRestored(database.prepare(RESTORED).get());
        });
        // The bot must be able to open both, also when root restores them.
        if (userInfo().uid === 0) for (const name of [draft, lockFileOf(file)]) chownSync(name, uid, gid);
      },
      () => kept && keep(file, kept),
    );
    return { ...restored, place: file, kept };
  } finally {
    unlock();
  }
}

/** Copies the file, with what is in the write-ahead log beside it. */
async function copy(from: string, draft: string): Promise<void> {
  try {
    using source = new DatabaseSync(from, { readOnly: true });
    // All pages in one step: a copy in steps starts again whenever the bot writes. In WAL mode neither waits for the other.
    await backup(source, draft, { rate: ALL_PAGES });
  } catch (error) {
    throw new BackupError(`${from} could not be copied to ${path.dirname(draft)}: ${reasonOf(error)}`, { cause: error });
  }
}

/** Checks all pages of a copy, changes it, and leaves it as one file. */
function prepare(draft: string, from: string, change: (database: DatabaseSync) => void): void {
  try {
    using database = new DatabaseSync(draft);
    database.exec('pragma journal_mode = delete; pragma synchronous = full');
    const found = database.prepare('pragma integrity_check').all();
    if (found.length !== 1 || found[0]?.integrity_check !== 'ok') throw new BackupError(`${from} is damaged: ${JSON.stringify(found[0])}`);
    checkMigrations(from, migrationsOf(database));
    change(database);
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError(`${from} can't be used as a store: ${reasonOf(error)}`, { cause: error });
  }
}

function migrationsOf(database: DatabaseSync): string[] {
  const table = database.prepare("select name from sqlite_master where type = 'table' and name = 'kysely_migration'").get();
  const rows = table ? database.prepare('select name from kysely_migration').all() : [];
  return rows.map(({ name }) => String(name));
}

/** Locks the file as a bot does; the returned function unlocks it. Throws BackupError while a bot runs on it. */
export function lockStopped(file: string): () => void {
  try {
    return lock(file);
  } catch (error) {
    if (!(error instanceof StoreInUseError)) throw error;
    throw new BackupError(`a bot is running on ${file}. Stop it first: what it does meanwhile would be lost`, { cause: error });
  }
}

/** Keeps the old store. Its write-ahead log is written into it first, or SQLite would apply the log to the new file. */
function keep(file: string, kept: string): void {
  try {
    using old = new DatabaseSync(file, { timeout: 0 });
    old.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
  } catch (error) {
    // A damaged store is a reason to restore, so other errors are ignored. A store that another program reads keeps its log.
    if (isLostRace(error)) throw new BackupError(`${file} is open in another program. Close it first`, { cause: error });
  }
  linkSync(file, kept);
  // The log is only there when it could not be written into the file; then it is kept with the file.
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${kept}-wal`);
  rmSync(`${file}-shm`, { force: true });
}
