/** Backup and restore of the embedded store. A backup is one SQLite file, taken while the bot works. */
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { AFTER_RESTORE, BackupError, checkMigrations, RESTORED, type Restored, toRestored } from './after-restore.ts';
import { isLostRace } from './conflicts.ts';
import { MIGRATIONS } from './migrate.ts';
import { createPrivately, lock, StoreInUseError } from './sqlite-file.ts';

const ALL_PAGES = 2 ** 31 - 1;

/** Resolves when the backup is checked and on the disk. Throws BackupError, also when `to` is there already. */
export async function backupSqlite({ file, to }: { file: string; to: string }): Promise<void> {
  if (!existsSync(file)) throw new BackupError(`there is no store at ${file}. Set DATABASE_FILE to the path of yours`);
  if (existsSync(to)) throw new BackupError(`${to} is there already. Give a name that is not taken`);
  const draft = `${createFolder(to)}.unfinished`;
  rmSync(draft, { force: true });
  const source = new DatabaseSync(file, { readOnly: true });
  try {
    // All pages in one go: a copy in pieces begins again whenever the bot writes. In WAL mode neither waits for the other.
    await backup(source, draft, { rate: ALL_PAGES });
    prepare(draft, file, () => {});
    renameSync(draft, to);
    flush(path.dirname(path.resolve(to)));
  } finally {
    source.close();
    rmSync(draft, { force: true });
  }
}

/**
 * Puts a backup in the place of the store, which changes in one step or not at all; what was there stays beside it as
 * `FILE.replaced`. Throws StoreInUseError while a bot has the store, BackupError when it is not empty and not to be
 * replaced, or when the backup is damaged, none of ours or newer than this bot.
 */
export function restoreSqlite(options: { file: string; from: string; replace: boolean }): Restored {
  const { from, replace } = options;
  if (!existsSync(from)) throw new BackupError(`there is no backup at ${from}`);
  const file = createPrivately(options.file);
  const unlock = lockForRestore(file);
  const draft = `${file}.restoring`;
  try {
    const empty = statSync(file).size === 0;
    if (!empty && !replace) throw new BackupError(`${file} holds a store. To put the backup in its place, add --replace`);
    copyFileSync(from, draft);
    let restored: Restored | null = null;
    prepare(draft, from, (database) => {
      database.exec(`begin; ${AFTER_RESTORE.join('; ')}; commit`);
      restored = toRestored(database.prepare(RESTORED).get());
    });
    if (!empty) keepReplaced(file);
    renameSync(draft, file);
    flush(path.dirname(file));
    return restored ?? toRestored({});
  } finally {
    for (const leftover of [draft, `${draft}-journal`]) rmSync(leftover, { force: true });
    unlock();
  }
}

/** Checks a copy from its first to its last page, changes it, and leaves it as one file that is on the disk. */
function prepare(draft: string, from: string, change: (database: DatabaseSync) => void): void {
  chmodSync(draft, 0o600);
  const database = new DatabaseSync(draft);
  try {
    database.exec('pragma journal_mode = delete; pragma synchronous = full');
    const found = database.prepare('pragma integrity_check').all();
    if (found.length !== 1 || found[0]?.integrity_check !== 'ok') throw new BackupError(`${from} is damaged: ${JSON.stringify(found[0])}`);
    checkMigrations(from, migrationsOf(database), MIGRATIONS);
    change(database);
  } catch (error) {
    throw error instanceof BackupError ? error : new BackupError(`${from} can't be read as a store: ${String(error)}`, { cause: error });
  } finally {
    database.close();
  }
  flush(draft);
}

function migrationsOf(database: DatabaseSync): string[] {
  const table = database.prepare("select name from sqlite_master where type = 'table' and name = 'kysely_migration'").get();
  return table
    ? database
        .prepare('select name from kysely_migration')
        .all()
        .map(({ name }) => String(name))
    : [];
}

function lockForRestore(file: string): () => void {
  try {
    return lock(file);
  } catch (error) {
    if (!(error instanceof StoreInUseError)) throw error;
    throw new BackupError(`a bot is running on ${file}. Stop it first: what it does meanwhile would be lost`, { cause: error });
  }
}

/** Its write-ahead log belongs to the old file: it is written into that first, or SQLite would apply it to the new one. */
function keepReplaced(file: string): void {
  try {
    const old = new DatabaseSync(file, { timeout: 0 });
    old.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete');
    old.close();
  } catch (error) {
    // A store that is damaged is a reason to restore; one that somebody reads right now keeps its log.
    if (isLostRace(error)) throw new BackupError(`${file} is open in another program. Close it first`, { cause: error });
  }
  rmSync(`${file}.replaced`, { force: true });
  linkSync(file, `${file}.replaced`);
  for (const log of [`${file}-wal`, `${file}-shm`]) rmSync(log, { force: true });
}

function createFolder(file: string): string {
  const full = path.resolve(file);
  if (!existsSync(path.dirname(full))) throw new BackupError(`there is no folder ${path.dirname(full)}`);
  return full;
}

/** Until then a power cut may forget it. */
function flush(file: string): void {
  const handle = openSync(file, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
