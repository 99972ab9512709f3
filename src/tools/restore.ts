/** `npm run restore -- FILE [--replace]`: puts a backup in the place of the store; the bot has to be stopped. */
import { parseArgs } from 'node:util';
import { ConfigError, readStorage } from '../config.ts';
import { restorePostgres } from '../store/backup-postgres.ts';
import { restoreSqlite } from '../store/backup-sqlite.ts';
import { runTool } from './tool.ts';

async function restore(): Promise<string> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean', default: false } } });
  const [from, ...more] = positionals;
  if (!from || more.length > 0) throw new ConfigError(['say where from: npm run restore -- FILE [--replace]']);
  const { DATABASE_URL: url, DATABASE_FILE: file } = readStorage(process.env);
  const { replace } = values;
  const restored = url
    ? await restorePostgres({ url, from, replace, environment: process.env })
    : await restoreSqlite({ file, from, replace });
  const { to, open, repeats, kept, place } = restored;
  return [
    `${place} is put back to ${to === null ? 'the time before the first outage' : new Date(to).toISOString()}. When the bot starts:`,
    `- Open outages that go on where they were then: ${open}. What is late for each comes as one message.`,
    `- Messages that were on their way, and go out labelled "Sent again": ${repeats}.`,
    "- The cards, the next messages and the desk's channel say that what happened since is not known and has to be said again.",
    '- Outages that were reported since are gone, though their threads stand in Teams. Numbers leave a gap, so that none is given twice.',
    ...(kept ? [`What was there is kept as ${kept}; delete it when nobody needs it any more.`] : []),
  ].join('\n');
}

await runTool(restore, (text, code) => {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
});
