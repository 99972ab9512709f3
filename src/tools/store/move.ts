/**
 * `outage-desk move`: moves the store from the file of SQLite (DATABASE_FILE) to an empty PostgreSQL (DATABASE_URL), while no bot runs. The
 * file stays as it is. DATABASE_URL is that of the role that owns the tables.
 */
import { ConfigError, readStorage } from '../../config.ts';
import { moveToPostgres } from '../../store/tools/move.ts';
import { progressOf } from '../terminal.ts';
import { counted } from '../tool.ts';

const NO_TARGET =
  'DATABASE_URL is missing. Set it to an empty PostgreSQL, where the store is to be; DATABASE_FILE is the file where it is now';

export async function move(): Promise<string> {
  const { url, file: from } = readStorage(process.env);
  if (!url) throw new ConfigError([NO_TARGET]);
  using progress = progressOf('rows and outages');
  const { file, place, rows, verified } = await moveToPostgres({ file: from, url, report: progress.report });
  const { outages, events, problems } = verified;
  return [
    ...problems,
    `All of ${file} is in ${place}: ${counted(rows, 'row')}, each compared.`,
    `The record: ${counted(outages, 'outage')}, ${counted(events, 'event')}, ${problems.length} wrong${problems.length > 0 ? ', as in the file before' : ''}.`,
    '- Start the bot. It uses PostgreSQL for as long as DATABASE_URL is set, and goes on with all promises at their times.',
    `- Keep ${file} until you have a backup (npx outage-desk backup). Until something happens on PostgreSQL, you go back by leaving out DATABASE_URL.`,
    '- Never start a bot without DATABASE_URL beside one that has it: both would ping.',
  ].join('\n');
}
