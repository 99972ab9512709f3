/**
 * `outage-desk restore FILE`: replaces the store by a backup. `outage-desk restore --in-place`: after the store was put back by other
 * means (a snapshot, a point in time), makes the changes that a restore makes. The bots have to be stopped.
 */
import { existsSync } from 'node:fs';
import { readStorage } from '../config.ts';
import { markPostgresRestored, restorePostgres } from '../store/postgres/backup.ts';
import { markSqliteRestored, restoreSqlite } from '../store/sqlite/backup.ts';
import { BackupError } from '../store/tools/backup.ts';
import { describeStore } from '../store/tools/open.ts';
import { confirm } from './terminal.ts';
import { finishFirst } from './tool.ts';

/** `from` null: what is there was put back already. `yes`: nobody is asked. */
export async function restore(from: string | null, { yes }: { readonly yes: boolean }): Promise<string> {
  const storage = readStorage(process.env);
  const { url, file } = storage;
  if (from !== null && !existsSync(from)) throw new BackupError(`there is no backup at ${from}`);
  const held = await describeStore(storage);
  if (held) await confirm(from === null ? markedBy(held) : replacedBy(held, from, url), { yes });
  finishFirst();
  const markRestored = () => (url ? markPostgresRestored(url) : markSqliteRestored(file));
  const replaceBy = (backup: string) => {
    const options = { from: backup, replace: held !== null };
    return url ? restorePostgres({ ...options, url, environment: process.env }) : restoreSqlite({ ...options, file });
  };
  const { to, open, repeats, kept, place } = await (from === null ? markRestored() : replaceBy(from));
  return [
    `${place} is put back to ${to === null ? 'the time before the first outage' : new Date(to).toISOString()}. When the bot starts:`,
    `- Open outages that go on where they were then: ${open}. What is late for each comes as one message.`,
    `- Messages that were on their way, and go out labelled "Sent again": ${repeats}.`,
    "- The cards, the next messages and the desk's channel say that what happened since is not known and has to be said again.",
    '- Outages that were reported since are gone, though their threads stand in Teams. Numbers leave a gap, so that none is given twice.',
    ...(kept ? [`What was there is kept as ${kept}; delete it when nobody needs it any more.`] : []),
  ].join('\n');
}

const replacedBy = (held: string, from: string, url: string): readonly string[] => [
  `The backup ${from} takes the place of ${held}.`,
  url
    ? 'Nothing of what is there now is left: if it can be read, keep it first with npx outage-desk backup FILE.'
    : 'The file that is there now is kept beside the new one.',
];
const markedBy = (held: string): readonly string[] => [
  `This marks as put back ${held}.`,
  'Drafts and the addresses of on-call calendars go, and what was on its way is sent again. Do it once, after a snapshot or a point-in-time recovery.',
];
