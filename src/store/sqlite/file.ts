/** The file of the embedded store: made private, and locked for as long as this process lives. */
import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isLostRace } from '../conflicts.ts';
import { makePrivate, refuseUnsafe } from './private-place.ts';

/** Another bot has the file. Its message says what to do. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError';
  constructor(file: string, options?: ErrorOptions) {
    super(`another bot already uses ${file}. Stop it, or give both a PostgreSQL with DATABASE_URL`, options);
  }
}

/** Makes the file, and its folder, when missing, for the owner's eyes only. Returns its real path. Throws UnsafePlaceError. */
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

/** Named here, or the garbage collector would close a lock whose owner is out of sight, and free it. */
const held = new Set<DatabaseSync>();

export const lockFileOf = (file: string): string => `${file}.lock`;

/**
 * Takes the lock of a file; the returned function gives it back. Throws StoreInUseError when another holder lives.
 * It is a lock of the operating system on a file beside it, held by an open SQLite transaction: kill -9 frees it, nothing
 * has to be cleaned up by hand, and tools may read the store itself meanwhile.
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

/** Opens only a file that is not there: to close one that is would drop every lock that this process has on it (POSIX). */
function touch(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
