/** The databases that a bot is measured on: a SQLite file, and a PostgreSQL server that writes as durably as one in earnest. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { within } from '../../crash/wait-within.ts';
import { startChild } from '../../playground/child.ts';
import { startPostgres } from '../../support/store/postgres.ts';
import { sum } from '../statistics.ts';
import type { Counts, Told } from './counting-proxy.ts';

export type DatabaseName = 'sqlite' | 'postgres';
export const DATABASES: readonly DatabaseName[] = ['sqlite', 'postgres'];

export type Database = {
  readonly name: DatabaseName;
  /** For a bot. */
  readonly environment: Readonly<Record<string, string>>;
  /** PostgreSQL's address, not counted; of SQLite the path of its file. */
  readonly address: string;
  /** What all bots have sent up to now, BEGIN and COMMIT included; null where it is not counted. */
  statements(): Promise<Statements | null>;
  /** CPU of the server's processes up to now, in ms; 0 for SQLite, which is inside of the bot. */
  serverCpuMs(): Promise<number>;
  stop(): Promise<void>;
};
export type Statements = { readonly total: number; readonly byText: Counts };

export const sqliteIn = (folder: string, file: string): Database => ({
  name: 'sqlite',
  environment: { DATABASE_URL: '', DATABASE_FILE: path.join(folder, file) },
  address: path.join(folder, file),
  statements: async () => null,
  serverCpuMs: async () => 0,
  async stop() {},
});

/** `counted`: a process between the bots and the server counts statements, which takes each of them a tenth of a ms longer. */
export async function startPostgresServer({ counted = false } = {}): Promise<Database> {
  const server = await startPostgres({ durable: true });
  const address = await server.createDatabase();
  const [where] = await server.query('show data_directory');
  const pidFile = path.join(String(where?.data_directory), 'postmaster.pid');
  const proxy = counted ? await startProxy(Number(new URL(address).port)) : null;
  const url = new URL(address);
  if (proxy) url.port = String(proxy.port);
  return {
    name: 'postgres',
    environment: { DATABASE_URL: url.href },
    address,
    async statements() {
      const byText = await proxy?.counts();
      return byText ? { byText, total: sum(Object.values(byText)) } : null;
    },
    serverCpuMs: async () => cpuOfTree(Number(readFileSync(pidFile, 'utf8').split('\n')[0])),
    async stop() {
      await proxy?.stop();
      await server.stop();
    },
  };
}

/** What was sent between two readings. */
export function statementsBetween(before: Statements | null, after: Statements | null): Statements {
  if (!before || !after) throw new Error('statements are not counted: start the database with { counted: true }');
  const byText = Object.fromEntries(
    Object.entries(after.byText)
      .map(([text, count]) => [text, count - (before.byText[text] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  );
  return { byText, total: after.total - before.total };
}

async function startProxy(port: number) {
  let own = 0;
  let answer: ((counts: Counts) => void) | null = null;
  const child = startChild({
    name: 'counting proxy',
    program: 'test/bench/world/counting-proxy.ts',
    args: ['--port', String(port)],
    onMessage(sent) {
      const told = sent as Told;
      if ('port' in told) own = told.port;
      else answer?.(told.counts);
    },
  });
  await within(30_000, 'the counting proxy does not start', () => own !== 0).catch(async (error) => {
    await child.stop();
    throw new Error(child.lastLines(), { cause: error });
  });
  return {
    port: own,
    stop: () => child.stop(),
    counts: () =>
      new Promise<Counts>((resolve) => {
        answer = resolve;
        child.send({});
      }),
  };
}

/** A tick of /proc is 10 ms on Linux. Elsewhere the server's CPU is not known. */
const TICK_MS = 10;

/** User and system time of a process with its children, and with those that have ended. */
function cpuOfTree(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return cpuOf(pid, true) + sum(children.map((child) => cpuOf(child, false)));
}

function cpuOf(pid: number, withEnded: boolean): number {
  let text = '';
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has ended since it was listed, and counts for its parent now.
    return 0;
  }
  // The name of the program stands in brackets and may hold spaces. Fields 14 to 17 are user, system, and those of ended children.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return sum(fields.slice(11, withEnded ? 15 : 13).map(Number)) * TICK_MS;
}

/** Runs a statement beside the bots. */
export async function execute({ name, address }: Database, statement: string): Promise<void> {
  if (name === 'sqlite') {
    const database = new DatabaseSync(address, { timeout: 5_000 });
    database.exec(statement);
    return database.close();
  }
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  await client.query(statement);
  await client.end();
}
