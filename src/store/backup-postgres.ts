/** Backup and restore on PostgreSQL, by PostgreSQL's own client tools: pg_dump, pg_restore and psql. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { AFTER_RESTORE, BackupError, checkMigrations, RESTORED, type Restored, toRestored } from './after-restore.ts';
import { MIGRATIONS } from './migrate.ts';

/** What the tools run in; PATH has to lead to them. */
export type Environment = { readonly [name: string]: string | undefined };

const INSTALL =
  "Install PostgreSQL's client tools, of the server's version or newer: apt-get install postgresql-client, apk add postgresql-client, or brew install libpq";

/** Without the password, which everybody on the machine could read in the list of processes: it goes by PGPASSWORD. */
export function connectionOf(url: string): { dbname: string; password: Environment } {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  return { dbname: address.href, password: password ? { PGPASSWORD: password } : {} };
}

const PLAIN = ['--no-owner', '--no-privileges'];
export const dumpArguments = (dbname: string, to: string): string[] => ['--format=custom', ...PLAIN, `--file=${to}`, `--dbname=${dbname}`];
export const scriptArguments = (from: string, script: string): string[] => ['--clean', '--if-exists', ...PLAIN, `--file=${script}`, from];

/** All of it in one transaction, with what has to be true afterwards; a dump leaves an empty search path behind. */
export const runArguments = (dbname: string, script: string): string[] => [
  ...['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1', `--dbname=${dbname}`, `--file=${script}`],
  ...['reset search_path', ...AFTER_RESTORE].map((statement) => `--command=${statement}`),
];

/** As many bots as you like may run. Throws BackupError, also when `to` is there already. */
export async function backupPostgres({ url, to, environment }: { url: string; to: string; environment: Environment }): Promise<void> {
  if (existsSync(to)) throw new BackupError(`${to} is there already. Give a name that is not taken`);
  const { dbname, password } = connectionOf(url);
  const draft = `${path.resolve(to)}.unfinished`;
  try {
    // Made here, so that it is for its owner's eyes from the first byte on.
    await (await open(draft, 'w', 0o600)).close();
    await run('pg_dump', dumpArguments(dbname, draft), { ...environment, ...password });
    await run('pg_restore', ['--list', draft], environment);
    const file = await open(draft, 'r+');
    await file.sync().finally(() => file.close());
    await rename(draft, to);
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Puts a backup in the place of what is in the database, in one transaction. Throws BackupError when bots are connected,
 * when there is a store and it is not to be replaced, or when the backup can't be used.
 */
export async function restorePostgres(options: {
  url: string;
  from: string;
  replace: boolean;
  environment: Environment;
}): Promise<Restored> {
  const { url, from, replace, environment } = options;
  if (!existsSync(from)) throw new BackupError(`there is no backup at ${from}`);
  await refuseInUse(url, replace);
  const { dbname, password } = connectionOf(url);
  const folder = await mkdtemp(path.join(tmpdir(), 'outage-desk-restore-'));
  try {
    const script = path.join(folder, 'restore.sql');
    const names = path.join(folder, 'migrations.sql');
    await run('pg_restore', ['--data-only', '--table=kysely_migration', `--file=${names}`, from], environment);
    checkMigrations(from, await migrationsIn(names), MIGRATIONS);
    await run('pg_restore', scriptArguments(from, script), environment);
    await run('psql', runArguments(dbname, script), { ...environment, ...password });
  } finally {
    await rm(folder, { recursive: true });
  }
  const [row] = await query(url, RESTORED);
  return toRestored(row);
}

async function refuseInUse(url: string, replace: boolean): Promise<void> {
  const [bots] = await query(
    url,
    "select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name like 'outage-desk%'",
  );
  if (bots?.count) throw new BackupError('bots are connected to the database. Stop them first: what they do meanwhile would be lost');
  const [store] = await query(url, "select to_regclass('outage') is not null as there");
  if (store?.there && !replace) throw new BackupError('the database holds a store. To put the backup in its place, add --replace');
}

/** The lines of the one `COPY` in the script: the name comes first. */
async function migrationsIn(script: string): Promise<string[]> {
  const file = await open(script);
  const names: string[] = [];
  let copying = false;
  for await (const line of file.readLines()) {
    if (line === '\\.') copying = false;
    if (copying) names.push(line.split('\t')[0] ?? '');
    if (line.startsWith('COPY ')) copying = true;
  }
  return names;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'restore of outage-desk' });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function run(tool: string, args: readonly string[], environment: Environment): Promise<void> {
  const child = spawn(tool, args, { env: { ...environment }, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  child.stderr.on('data', (chunk) => void said.push(String(chunk)));
  const [code] = await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(error.code === 'ENOENT' ? `${tool} is not there. ${INSTALL}` : `${tool} did not start: ${error.message}`, {
      cause: error,
    });
  });
  if (code === 0) return;
  const text = said.join('').trim();
  throw new BackupError(`${tool} failed: ${text}${text.includes('server version mismatch') ? `. ${INSTALL}` : ''}`);
}
