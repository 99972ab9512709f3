/**
 * `npm run migrate -- [--grant-to ROLE]`: brings the tables of PostgreSQL up to date, as the role that owns them (DATABASE_URL),
 * and gives the role of the bots the rights that they need. Bots whose role owns the tables do this themselves.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readStorage } from '../config.ts';
import { prepareDatabase } from '../store/postgres/open.ts';
import { runTool } from './tool.ts';

const USAGE = 'usage: npm run migrate -- [--grant-to ROLE], with DATABASE_URL of the role that owns the tables';

async function migrate(): Promise<string> {
  const { values } = parseArgs({ options: { 'grant-to': { type: 'string' } } });
  const { url } = readStorage(process.env);
  if (!url)
    throw new ConfigError(['DATABASE_URL is missing. The embedded store needs no migration by hand: the bot does it at its start.']);
  const role = values['grant-to'] ?? null;
  await prepareDatabase(url, role);
  return role ? `The tables are up to date, and ${role} can use them.` : 'The tables are up to date.';
}

await runTool(USAGE, migrate);
