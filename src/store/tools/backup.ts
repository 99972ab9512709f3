/** What backups and restores of both databases share: the file of a backup, and what is changed in a store that was put back. */
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { OPEN_STATES } from '../../outage/types/outage.ts';
import { unknownMigrations } from '../migrate.ts';
import { reasonOf } from '../store.ts';

/** How many numbers a restore leaves out, so that none is given twice: more than the outages between two backups. */
const NUMBERS_SKIPPED = 1_000;

/** SQL that writes into the store when the backup is made, in ms: what happens later is not in the backup. */
export const stampBackup = (now: string): string =>
  `insert into counter (name, value) values ('backup', ${now}) on conflict (name) do update set value = excluded.value`;

/**
 * Run in the same transaction as the restore, or before the store is in its place. Plain SQL, the same on both databases.
 * - Messages that waited when the backup was made may have been delivered since. They are sent again, labelled as repeats,
 *   and each may be repeated once more. Edits show the present state and need no label.
 * - What waited for another system is not sent: it may have been, and nobody asked for it again. The desk is told, as of what is given up.
 * - Outages and requests that were sent since are gone, but people know their numbers, so these are not given again.
 * - The bot that starts next tells each open outage, and the desk, that nobody knows what happened since (watch/recovery.ts).
 * Deadlines stay as they are: they follow from the outage, and each late one causes one message.
 */
export const AFTER_RESTORE: readonly string[] = [
  `update delivery set state = 'failed', done_at = created_at, error = 'the records were restored: look there what it has'
    where state = 'waiting' and place like 'webhook:%'`,
  "update delivery set maybe_sent = 1, repeats = 0 where state = 'waiting' and kind not in ('state', 'settled')",
  // The numbers that are left out are recorded, so that `verify` does not report them as missing.
  `insert into counter (name, value) select 'skipped-' || name || '-' || value, ${NUMBERS_SKIPPED} from counter
    where name in ('outage', 'request') on conflict (name) do nothing`,
  `update counter set value = value + ${NUMBERS_SKIPPED} where name in ('outage', 'request')`,
  "delete from counter where name in ('restored', 'restored-held')",
  `insert into counter (name, value) select 'restored', max(at) from (
    select max(at) as at from outage_event union all select value from counter where name = 'backup'
  ) as known having max(at) is not null`,
  "insert into counter (name, value) values ('restored-held', 0)",
  // The bot that starts next acts on these (drafts.ts, on-call.ts), because the backup may be older than their tables.
  "delete from counter where name in ('restored-drafts', 'restored-on-call')",
  "insert into counter (name, value) values ('restored-drafts', 0), ('restored-on-call', 0)",
];

/** `to`: what happened later is not known; null: there were no outages. `open`: the number of open outages. `repeats`: of messages that are sent again with a label. */
export type Restored = { readonly to: number | null; readonly open: number; readonly repeats: number };

export const RESTORED = `select
  (select value from counter where name = 'restored') as put_back_to,
  (select count(*) from outage where state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})) as open,
  (select count(*) from delivery where state = 'waiting' and maybe_sent = 1) as repeats`;

/** `place`: the name of the store for people. `kept`: the file that holds the replaced store; null: there is none. */
export type Replaced = Restored & { readonly place: string; readonly kept: string | null };

export function toRestored(row: unknown): Restored {
  const { put_back_to: to, open, repeats } = row as { put_back_to: unknown; open: unknown; repeats: unknown };
  return { to: to === null ? null : Number(to), open: Number(open), repeats: Number(repeats) };
}

/** A backup, a restore or a move was refused or failed; its message says what to do. The store has not changed. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** Throws BackupError when the file holds no store, or one of a newer bot. */
export function checkMigrations(from: string, names: readonly string[]): void {
  if (names.length === 0) throw new BackupError(`${from} holds no store of this bot`);
  const unknown = unknownMigrations(names);
  if (unknown.length > 0) throw new BackupError(`${from} was made by a newer bot (${unknown.join(', ')}). Restore it with that version`);
}

/** How the backup of each database begins. */
const BEGINNINGS = { SQLite: 'SQLite format 3\0', PostgreSQL: 'PGDMP' } as const;
const OF_THE_OTHER = {
  SQLite: 'One of PostgreSQL is put back with DATABASE_URL set',
  PostgreSQL: 'One of SQLite is put back without DATABASE_URL; npx outage-desk move then brings it to PostgreSQL',
} as const;

/** The absolute path of a backup that is there. Throws BackupError when there is none, or when it is of something else. */
export function backupAt(name: string, database: keyof typeof BEGINNINGS): string {
  const from = path.resolve(name);
  if (!existsSync(from)) throw new BackupError(`there is no backup at ${from}`);
  const beginning = BEGINNINGS[database];
  if (beginningOf(from, beginning.length) !== beginning)
    throw new BackupError(`${from} is no backup of ${database}. ${OF_THE_OTHER[database]}`);
  return from;
}

function beginningOf(file: string, length: number): string {
  const bytes = Buffer.alloc(length);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, bytes);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw new BackupError(`${file} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  return bytes.toString('latin1');
}

/** The absolute path of a file that is to be made. Throws BackupError when it exists already, or its folder does not. */
export function newFile(name: string): string {
  const file = path.resolve(name);
  if (existsSync(file)) throw new BackupError(`${file} exists already. Use another name`);
  if (!existsSync(path.dirname(file))) throw new BackupError(`there is no folder ${path.dirname(file)}`);
  return file;
}

/**
 * Writes a backup. It holds names and telephone numbers, so only its owner can read it from the start; it gets its name only when
 * it is complete. `make` writes a draft beside the file; `beforeRename` runs last before the draft gets the file's name.
 */
export async function makeComplete(file: string, make: (draft: string) => Promise<void>, beforeRename = () => {}): Promise<void> {
  const draft = `${file}.unfinished`;
  remove(draft);
  closeSync(openSync(draft, 'wx', 0o600));
  try {
    await make(draft);
    await flush(draft);
    beforeRename();
    renameSync(draft, file);
    await flush(path.dirname(file));
  } finally {
    remove(draft);
  }
}

/** Also removes the files that SQLite keeps beside one that it is changing. */
function remove(draft: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${suffix}`, { force: true });
}

/** Without this a power cut may lose the file. */
async function flush(file: string): Promise<void> {
  await using handle = await open(file, 'r');
  await handle.sync();
}
