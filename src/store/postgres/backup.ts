/** Backup and restore on PostgreSQL, by PostgreSQL's own client tools: pg_dump, pg_restore and psql. */
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import pg from 'pg';
import { unknownMigrations } from '../migrate.ts';
import { reasonOf } from '../store.ts';
import { TABLES } from '../tables.ts';
import {
  AFTER_RESTORE,
  BackupError,
  backupAt,
  checkMigrations,
  makeComplete,
  newFile,
  RESTORED,
  type Replaced,
  stampBackup,
  toRestored,
} from '../tools/backup.ts';
import { BOT_NAME, SERVER_CLOCK, TOOLS_NAME, withoutPassword } from './open.ts';

/** The environment of the client tools; PATH has to lead to them. */
export type Environment = { readonly [name: string]: string | undefined };

const INSTALL =
  "Install PostgreSQL's client tools, of the server's version: apt-get install postgresql-client, apk add postgresql-client, or brew install libpq";

const MAX_CHECKS = 8;
const CHECK_AGAIN_MS = 250;

/** The tables of the bot. Others in the database are neither read nor replaced. */
const OURS = [...TABLES, DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE];
const PLAIN = ['--no-owner', '--no-privileges'];

/** The connection for the tools, without the password: everybody on the machine could read that in the list of processes, so it goes by PGPASSWORD. */
export function connectionOf(url: string): { dbname: string; password: Environment } {
  // Parsed by the bot's driver. The tools do not know two parameters that only this driver knows, which are taken on this machine.
  const { user, password } = new pg.Client({ connectionString: url });
  const address = new URL(url);
  address.username = encodeURIComponent(user ?? '');
  address.password = '';
  for (const parameter of ['password', 'sslpassword', 'uselibpqcompat']) address.searchParams.delete(parameter);
  if (address.searchParams.get('sslmode') === 'no-verify') address.searchParams.set('sslmode', 'require');
  return { dbname: address.href, password: password ? { PGPASSWORD: password } : {} };
}

export const dumpArguments = (dbname: string, to: string): string[] => [
  '--no-password',
  '--format=custom',
  ...PLAIN,
  `--file=${to}`,
  `--dbname=${dbname}`,
  ...OURS.map((table) => `--table=${table}`),
];

/** Bots may run meanwhile. Throws BackupError, also when `to` exists already. */
export async function backupPostgres({ url, to, environment }: { url: string; to: string; environment: Environment }): Promise<void> {
  const { dbname, password } = connectionOf(url);
  const file = newFile(to);
  await refuseMissing(url);
  await refuseNewer(url, 'which would not be in the backup. Make it with that version, beside this bot too');
  await makeComplete(file, async (draft) => {
    await query(url, stampBackup(SERVER_CLOCK));
    await run('pg_dump', dumpArguments(dbname, draft), { ...environment, ...password });
    // Reads all of the backup, to make sure that it is complete.
    await run('pg_restore', [`--file=${devNull}`, draft], environment);
  });
}

/** A bot asks something every second. What is idle for a minute is a connection that a pooler keeps after a bot has ended. */
const BOTS_CONNECTED = `select count(*) from pg_stat_activity where datname = current_database() and application_name like '${BOT_NAME}%'
  and (state is distinct from 'idle' or state_change > clock_timestamp() - interval '1 minute')`;
/** Fails when a bot has connected while the restore was running. */
const REFUSE_BOTS = `do $$ begin
  if (${BOTS_CONNECTED}) > 0 then raise exception 'bots are connected to the database'; end if;
end $$`;

/** Keeps psql's errors from quoting rows. */
const TERSE = ['--set=VERBOSITY=terse', '--set=SHOW_CONTEXT=never'];

/** Everything in one transaction: dropping our tables, the script, and what has to be changed after a restore. A dump leaves an empty search path, which is reset. */
export const runArguments = (dbname: string, script: string): string[] => [
  '--no-password',
  '--no-psqlrc',
  '--quiet',
  '--single-transaction',
  '--set=ON_ERROR_STOP=1',
  ...TERSE,
  `--dbname=${dbname}`,
  // Also drops tables that an older backup does not have; a migration will make them.
  `--command=drop table if exists ${OURS.join(', ')}`,
  `--file=${script}`,
  ...['reset search_path', ...AFTER_RESTORE, REFUSE_BOTS].map((statement) => `--command=${statement}`),
];

/** In one transaction. Throws BackupError when bots are connected, when there is a store and no `replace`, or when the backup can't be used. */
export async function restorePostgres(options: {
  url: string;
  from: string;
  replace: boolean;
  environment: Environment;
}): Promise<Replaced> {
  const { url, replace, environment } = options;
  const from = backupAt(options.from, 'PostgreSQL');
  await refuseInUse(url, replace);
  await refuseNewer(
    url,
    'which would be left behind, and in the way of the next upgrade. Restore with that version, or into an empty database (createdb NAME)',
  );
  const { dbname, password } = connectionOf(url);
  const migrations = await run('pg_restore', ['--data-only', `--table=${DEFAULT_MIGRATION_TABLE}`, '--file=-', from], environment);
  checkMigrations(from, namesIn(migrations));
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'outage-desk-restore-'));
  const script = path.join(folder.path, 'restore.sql');
  await run('pg_restore', [...PLAIN, `--file=${script}`, from], environment);
  await run('psql', runArguments(dbname, script), { ...environment, ...password });
  return await summary(url);
}

/** The changes of a restore, for a database put back by other means. Throws BackupError when bots are connected or there is no store. */
export async function markPostgresRestored(url: string): Promise<Replaced> {
  await refuseInUse(url, true);
  await refuseMissing(url);
  // Statements in one query are one transaction.
  await query(url, [...AFTER_RESTORE, REFUSE_BOTS].join('; '));
  return await summary(url);
}

async function summary(url: string): Promise<Replaced> {
  const [row] = await query(url, RESTORED);
  return { ...toRestored(row), place: `PostgreSQL at ${withoutPassword(url)}`, kept: null };
}

async function isThere(url: string, table = 'outage'): Promise<boolean> {
  const [store] = await query(url, 'select to_regclass($1) is not null as there', [table]);
  return store?.there === true;
}

async function refuseMissing(url: string): Promise<void> {
  if (!(await isThere(url))) throw new BackupError('there is no store in the database. Set DATABASE_URL to that of yours');
}

/** A bot may run on the tables of the next version, but only what is known by name is kept or replaced. `what`: becomes of the others. */
async function refuseNewer(url: string, what: string): Promise<void> {
  const rows = (await isThere(url, DEFAULT_MIGRATION_TABLE))
    ? await query(url, `select name from ${DEFAULT_MIGRATION_TABLE} order by name`)
    : [];
  const newer = unknownMigrations(rows.map(({ name }) => String(name)));
  if (newer.length > 0)
    throw new BackupError(
      `a newer version of the bot made the store (${newer.join(', ')}), and has tables that this one does not know, ${what}`,
    );
}

/** Throws BackupError while bots are connected, and when there is a store and no `replace`. */
export async function refuseInUse(url: string, replace: boolean): Promise<void> {
  // The server still lists a connection for a moment after it has ended.
  for (let checks = 1; Number((await query(url, BOTS_CONNECTED))[0]?.count) > 0; checks++) {
    if (checks >= MAX_CHECKS)
      throw new BackupError(
        'bots are connected to the database. Stop all of them first: what they do meanwhile would be lost. Behind a pooler this is said for a minute after they have stopped',
      );
    await pause(CHECK_AGAIN_MS);
  }
  if ((await isThere(url)) && !replace) {
    throw new BackupError(
      'the database holds a store, of which nothing would be left. Keep it with npx outage-desk backup if it can be read; then add --yes',
    );
  }
}

/** The names in the only `COPY` of the script; the name is the first column. */
function namesIn(script: string): string[] {
  const [, rows = ''] = /^COPY .*\n([\s\S]*?)^\\\.$/m.exec(script) ?? [];
  return Array.from(rows.matchAll(/^[^\t\n]+/gm), ([name]) => name);
}

/** Runs one query, under another application name than a bot's. */
async function query(url: string, text: string, values?: readonly string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, application_name: TOOLS_NAME, connectionTimeoutMillis: 10_000 });
  // The server may stop while this connection is closing.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(text, values && [...values])).rows;
  } catch (error) {
    throw new BackupError(`PostgreSQL at ${withoutPassword(url)} says: ${reasonOf(error)}`, { cause: error });
  } finally {
    await client.end();
  }
}

/** Returns what the tool writes. */
async function run(tool: string, args: readonly string[], environment: Environment): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(tool, args, { env: { ...environment }, maxBuffer: Number.POSITIVE_INFINITY });
    return stdout;
  } catch (error) {
    const { code, signal, stderr, message } = error as ExecFileException;
    if (code === 'ENOENT') throw new BackupError(`${tool} is not there. ${INSTALL}`, { cause: error });
    if (typeof code === 'string') throw new BackupError(`${tool} did not start: ${message}`, { cause: error });
    const text = stderr?.trim() || `it ended with ${signal ?? `code ${code}`}`;
    throw new BackupError(`${tool} failed: ${text}${OTHER_VERSION.test(text) ? `\n  ${INSTALL}` : ''}`, { cause: error });
  }
}

/** What the tools write when their version is not that of the server, or of the tool that made the backup. */
const OTHER_VERSION = /server version mismatch|unsupported version|transaction_timeout/;
