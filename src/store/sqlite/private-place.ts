/** Where the embedded store may be: on a disk of this machine, in a folder that no other user can write to, in files that only the owner can read. */
import { chmodSync, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';

/** The file would not be safe in this folder. Its message says what to do. */
export class UnsafePlaceError extends Error {
  override name = 'UnsafePlaceError';
}

/** The numbers (Linux, statfs) of file systems whose locks and shared memory work within one machine only, or not at all. The store needs both. */
const OVER_A_NETWORK = new Map([
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
]);
const OTHERS_WRITE = 0o022;
const STICKY = 0o1000;

/** `typeOf`: the number of a folder's file system. Throws UnsafePlaceError. */
export function refuseUnsafe(file: string, typeOf = (folder: string): number => statfsSync(folder).type): void {
  const folder = path.dirname(file);
  // The number is negative when it does not fit into 31 bits.
  const network = process.platform === 'linux' ? OVER_A_NETWORK.get(typeOf(folder) >>> 0) : undefined;
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
export function makePrivate(file: string): void {
  for (const one of [file, `${file}-wal`, `${file}-shm`]) {
    if (existsSync(one) && (statSync(one).mode & 0o077) !== 0) chmodSync(one, 0o600);
  }
}
