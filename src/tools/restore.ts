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
  const restored = url ? await restorePostgres({ url, from, replace, environment: process.env }) : restoreSqlite({ file, from, replace });
  const { open, repeats, lastEventAt } = restored;
  const last =
    lastEventAt === null ? 'nothing had happened yet' : `the last that happened in it was at ${new Date(lastEventAt).toISOString()}`;
  return [
    `${from} is restored: ${last}. When the bot starts:`,
    `- ${open} open outages go on where they were then; what is late for each comes as one message.`,
    `- ${repeats} messages that were on their way go out labelled "Sent again".`,
    '- What happened later is not known: who acknowledged, updated or resolved since has to say it again, and outages that were',
    '  reported since are gone, though their threads stand in Teams. The next number leaves a gap, so that none is given twice.',
  ].join('\n');
}

await runTool(restore, (text, code) => {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
});
