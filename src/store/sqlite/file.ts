/** The file of the embedded store: only its owner can read it, and it is locked while this process runs. */
import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isLostRace } from '../conflicts.ts';
import { makePrivate, refuseUnsafe } from './private-place.ts';

/** Another bot uses the file. Its message says what to do. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError';
  constructor(file: string, options?: ErrorOptions) {
    super(`another bot already uses ${file}. Stop it, or give both a PostgreSQL with DATABASE_URL`, options);
  }
}

/** Makes the file and its folder when they are missing, readable only by the owner. Returns the real path. Throws UnsafePlaceError. */
export function createPrivately(file: string): string {
  const full = path.resolve(file);
  mkdirSync(path.dirname(full), { recursive: true, mode: 0o700 });
  refuseUnsafe(full);
  touch(full);
  const real = realpathSync(full);
  if (real !== full) refuseUnsafe(real);
  makePrivate(real);
  return real;
}

/** References to the locks, or the garbage collector would close one that nothing else refers to, and so free it. */
const held = new Set<DatabaseSync>();

export const lockFileOf = (file: string): string => `${file}.lock`;

/**
 * Locks the file; the returned function unlocks it. Throws StoreInUseError when another process has the lock. It is a lock
 * of the operating system on a file beside the store, held by an open SQLite transaction: kill -9 frees it, nothing has to be
 * cleaned up by hand, and tools can read the store meanwhile.
 */
export function lock(file: string): () => void {
  touch(lockFileOf(file));
  const holder = new DatabaseSync(lockFileOf(file), { timeout: 0 });
  try {
    holder.exec('begin exclusive');
  } catch (error) {
    holder.close();
    throw isLostRace(error) ? new StoreInUseError(file, { cause: error }) : error;
  }
  held.add(holder);
  return () => {
    held.delete(holder);
    if (holder.isOpen) holder.close();
  };
}

/** Makes an empty file. It never opens one that exists: closing it would release every lock that this process has on it (POSIX). */
function touch(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
