/** What has to be true of a store that was put back from an older state, before a bot starts on it. */

/** More outages than are reported between two backups; numbers leave a gap, so that none means two outages. */
const NUMBERS_SKIPPED = 1_000;

/**
 * Run in the same transaction as the restore, or before the store is in its place. Plain SQL, the same on both databases.
 * - What waited when the backup was made may have been delivered since: it goes out once more, labelled as a repeat, and
 *   with the one repeat that every message has. Edits show the present state and need no label.
 * - Outages that were reported since are gone, but people have their numbers.
 * Nothing is done about deadlines: they follow from the outage, and what is late is one message.
 */
export const AFTER_RESTORE: readonly string[] = [
  "update delivery set maybe_sent = 1, repeats = 0 where state = 'waiting' and kind <> 'state'",
  `update counter set value = value + ${NUMBERS_SKIPPED} where name = 'outage'`,
];

/** `open`: promises that run. `repeats`: messages that go out labelled. `lastEventAt`: what happened later is not in it; null: nothing ever did. */
export type Restored = { readonly open: number; readonly repeats: number; readonly lastEventAt: number | null };

export const RESTORED = `select
  (select count(*) from outage where state <> 'resolved') as open,
  (select count(*) from delivery where state = 'waiting' and maybe_sent = 1) as repeats,
  (select max(at) from outage_event) as last_event_at`;

export function toRestored(row: unknown): Restored {
  const { open, repeats, last_event_at: lastEventAt } = row as { open: unknown; repeats: unknown; last_event_at: unknown };
  return { open: Number(open), repeats: Number(repeats), lastEventAt: lastEventAt === null ? null : Number(lastEventAt) };
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
