/**
 * `outage-desk migrate`: brings the tables of PostgreSQL up to date, as the role that owns them (DATABASE_URL), and gives the role of
 * the bots the rights that they need. Bots whose role owns the tables do this themselves.
 */
import { ConfigError, readStorage } from '../config.ts';
import { prepareDatabase } from '../store/postgres/open.ts';

export async function migrate(role: string | null): Promise<string> {
  const { url } = readStorage(process.env);
  if (!url)
    throw new ConfigError(['DATABASE_URL is missing. The embedded store needs no migration by hand: the bot does it at its start.']);
  await prepareDatabase(url, role);
  return role ? `The tables are up to date, and ${role} can use them.` : 'The tables are up to date.';
}
