/**
 * `npm run restore -- FILE [--replace]`: replaces the store by a backup. `npm run restore -- --in-place`: after the store was put
 * back by other means (a snapshot, a point in time), makes the changes that a restore makes. The bots have to be stopped.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readStorage } from '../config.ts';
import { markPostgresRestored, restorePostgres } from '../store/postgres/backup.ts';
import { markSqliteRestored, restoreSqlite } from '../store/sqlite/backup.ts';
import { runTool } from './tool.ts';

const USAGE = 'usage: npm run restore -- FILE [--replace]. After a snapshot or a point-in-time recovery: npm run restore -- --in-place';

async function restore(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, 'in-place': { type: 'boolean', default: false } },
  });
  const { replace, 'in-place': inPlace } = values;
  const [from] = positionals;
  if (positionals.length !== (inPlace ? 0 : 1)) throw new ConfigError([USAGE]);
  const { url, file } = readStorage(process.env);
  const markRestored = () => (url ? markPostgresRestored(url) : markSqliteRestored(file));
  const replaceBy = (from: string) =>
    url ? restorePostgres({ url, from, replace, environment: process.env }) : restoreSqlite({ file, from, replace });
  const { to, open, repeats, kept, place } = await (from ? replaceBy(from) : markRestored());
  return [
    `${place} is put back to ${to === null ? 'the time before the first outage' : new Date(to).toISOString()}. When the bot starts:`,
    `- Open outages that go on where they were then: ${open}. What is late for each comes as one message.`,
    `- Messages that were on their way, and go out labelled "Sent again": ${repeats}.`,
    "- The cards, the next messages and the desk's channel say that what happened since is not known and has to be said again.",
    '- Outages that were reported since are gone, though their threads stand in Teams. Numbers leave a gap, so that none is given twice.',
    ...(kept ? [`What was there is kept as ${kept}; delete it when nobody needs it any more.`] : []),
  ].join('\n');
}

await runTool(USAGE, restore);
