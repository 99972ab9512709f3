/** What has to be true of a store that was put back from an older state, before a bot starts on it. */
import { OPEN_STATES } from '../../outage/types/outage.ts';

/** More outages than are reported between two backups; numbers leave a gap, so that none means two outages. */
const NUMBERS_SKIPPED = 1_000;

/** Says in the backup when it was made, in ms: what happened later is not in it. */
export const stampBackup = (now: string): string =>
  `insert into counter (name, value) values ('backup', ${now}) on conflict (name) do update set value = excluded.value`;

/**
 * Run in the same transaction as the restore, or before the store is in its place. Plain SQL, the same on both databases.
 * - What waited when the backup was made may have been delivered since: it goes out once more, labelled as a repeat, and
 *   with the one repeat that every message has. Edits show the present state and need no label.
 * - Outages and requests that were sent since are gone, but people have their numbers.
 * - The bot that starts next tells each open outage, and the desk, that nobody knows what happened since (see `restores.ts`).
 * Nothing is done about deadlines: they follow from the outage, and what is late is one message.
 */
export const AFTER_RESTORE: readonly string[] = [
  "update delivery set maybe_sent = 1, repeats = 0 where state = 'waiting' and kind <> 'state'",
  // What is left out is on the record, for whoever verifies it.
  `insert into counter (name, value) select 'skipped-' || name || '-' || value, ${NUMBERS_SKIPPED} from counter
    where name in ('outage', 'request') on conflict (name) do nothing`,
  `update counter set value = value + ${NUMBERS_SKIPPED} where name in ('outage', 'request')`,
  "delete from counter where name in ('restored', 'restored-held')",
  `insert into counter (name, value) select 'restored', max(at) from (
    select max(at) as at from outage_event union all select value from counter where name = 'backup'
  ) as known having max(at) is not null`,
  "insert into counter (name, value) values ('restored-held', 0)",
  // A backup may be older than the table of drafts: the bot that starts on it acts on that (see drafts.ts).
  "delete from counter where name = 'restored-drafts'",
  "insert into counter (name, value) values ('restored-drafts', 0)",
];

/** `to`: what happened later is not known; null: nothing ever did. `open`: promises that run. `repeats`: messages that go out labelled. */
export type Restored = { readonly to: number | null; readonly open: number; readonly repeats: number };

export const RESTORED = `select
  (select value from counter where name = 'restored') as put_back_to,
  (select count(*) from outage where state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})) as open,
  (select count(*) from delivery where state = 'waiting' and maybe_sent = 1) as repeats`;

/** `place`: what was restored, as people would say it. `kept`: the file in which what was there still is. */
export type Replaced = Restored & { readonly place: string; readonly kept: string | null };

export function toRestored(row: unknown): Restored {
  const { put_back_to: to, open, repeats } = row as { put_back_to: unknown; open: unknown; repeats: unknown };
  return { to: to === null ? null : Number(to), open: Number(open), repeats: Number(repeats) };
}

/** A backup or a restore that was refused or that failed; its message says what to do. The store is as it was. */
export class BackupError extends Error {
  override name = 'BackupError';
}

/** Throws BackupError when the backup is none, or was made by a newer bot than this one. */
export function checkMigrations(from: string, names: readonly string[], known: readonly string[]): void {
  if (names.length === 0) throw new BackupError(`${from} holds no store of this bot`);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new BackupError(`${from} was made by a newer bot (${unknown.join(', ')}). Restore it with that version`);
}
