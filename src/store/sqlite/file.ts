/** The file of the embedded store: on a disk of this machine, only its owner can read it, and it is locked while this process runs. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, realpathSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isLostRace } from '../dialect.ts';

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
  const holder = takeLock(file, lockFileOf(file));
  held.add(holder);
  return () => {
    held.delete(holder);
    if (holder.isOpen) holder.close();
  };
}

function takeLock(file: string, lockFile: string): DatabaseSync {
  let holder: DatabaseSync | undefined;
  try {
    touch(lockFile);
    holder = new DatabaseSync(lockFile, { timeout: 0 });
    holder.exec('begin exclusive');
    return holder;
  } catch (error) {
    holder?.close();
    if (isLostRace(error)) throw new StoreInUseError(file, { cause: error });
    throw new Error(
      `the lock ${lockFile} cannot be taken: ${(error as Error).message}. This account must own it and its folder. While no bot runs, the lock may be deleted`,
      { cause: error },
    );
  }
}

/** Makes an empty file. It never opens one that exists: closing it would release every lock that this process has on it (POSIX). */
function touch(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The file would not be safe in this folder. Its message says what to do. */
export class UnsafePlaceError extends Error {
  override name = 'UnsafePlaceError';
}

/**
 * The numbers (Linux, statfs) of file systems that another machine shares too, those between a virtual machine and its host among
 * them. Their locks and shared memory work within one machine only, or not at all, and the store needs both.
 */
const SHARED = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB 2'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
  [0x01021997, '9p'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x7461636f, 'OCFS2'],
  [0x01161970, 'GFS2'],
  [0x65735546, 'FUSE'],
  [0x786f4256, 'vboxsf (VirtualBox)'],
  [0xbacbacbc, 'vmhgfs (VMware)'],
  [0x7c7c6673, 'prl_fs (Parallels)'],
  [0x19830326, 'BeeGFS'],
  [0x20030528, 'OrangeFS'],
  [0xaad7aaea, 'PanFS'],
  [0xbeefdead, 'StorNext'],
  [0x013111a8, 'IBRIX'],
  [0x61636673, 'ACFS'],
  [0x6b414653, 'kAFS'],
  [0x564c, 'NCP'],
]);
const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;

/** `typeOf`: the number of a folder's file system. Throws UnsafePlaceError. */
export function refuseUnsafe(file: string, typeOf = (folder: string): number => statfsSync(folder).type): void {
  const folder = path.dirname(file);
  // The number is negative when it does not fit into 31 bits.
  const network = process.platform === 'linux' ? SHARED.get(typeOf(folder) >>> 0) : undefined;
  if (network) {
    throw new UnsafePlaceError(
      `${folder} is on a file system of the kind ${network}, where two bots could write to one file. Set DATABASE_FILE to a path on a local disk, or DATABASE_URL to a PostgreSQL`,
    );
  }
  const { mode } = statSync(folder);
  if (process.platform !== 'win32' && (mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0) {
    throw new UnsafePlaceError(
      `others can write to ${folder}, and so put another file in the place of the store. Run: chmod 700 ${folder}`,
    );
  }
}

/** A file that was made by hand, or copied back, is often readable for everybody. */
function makePrivate(file: string): void {
  for (const one of [file, `${file}-wal`, `${file}-shm`]) {
    if (existsSync(one) && (statSync(one).mode & 0o077) !== 0) chmodSync(one, 0o600);
  }
}
