/** The two databases, as things that can be killed, started again and asked what they hold. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Random } from '../simulation/random.ts';
import { startPostgres } from '../support/store/postgres.ts';
import { within } from './wait-within.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Database = {
  readonly name: 'postgres' | 'sqlite';
  readonly environment: Record<string, string>;
  /** Throws while it is away. */
  rows(sql: string): Promise<readonly Row[]>;
  /** kill -9; gives what was killed. Null: it lives inside of the bot. */
  readonly kill: ((random: Random) => Promise<string>) | null;
  /** Starts it again after `kill`; resolves when it answers. */
  resume(): Promise<void>;
  stop(): Promise<void>;
};

const RESUME_LIMIT_MS = 40_000;

export async function openPostgresServer(): Promise<Database> {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const [where] = await server.query('show data_directory');
  const folder = String(where?.data_directory);
  const rows = (sql: string) => server.query(sql, url);
  const serverPid = () => Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  let down = false;

  async function resume() {
    // Processes of the one that was killed may hold its received for a moment; then a new one refuses to start.
    if (down) await within(RESUME_LIMIT_MS, 'PostgreSQL does not start', () => server.resume().then(() => true));
    down = false;
    await within(RESUME_LIMIT_MS, 'PostgreSQL does not answer', async () => (await rows('select 1')).length === 1);
  }

  return {
    name: 'postgres',
    environment: { DATABASE_URL: url },
    rows,
    resume,
    async kill(random) {
      const pid = serverPid();
      const helpers = childrenOf(pid);
      if (random.chance(0.3)) {
        // One process of a connection: the server ends all the others and recovers.
        const [one] = await rows("select pid from pg_stat_activity where application_name like 'outage-desk%' limit 1");
        if (one) {
          killNow(Number(one.pid));
          return 'a connection of the database';
        }
      }
      down = true;
      killNow(pid);
      if (random.chance(0.5)) return 'the database, alone';
      for (const helper of helpers) killNow(helper);
      return 'the database, with all its processes';
    },
    async stop() {
      await resume();
      await server.stop();
    },
  };
}

/** Linux says it; elsewhere only the server itself is killed. */
function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

export async function openSqliteFile(folder: string): Promise<Database> {
  const file = path.join(folder, 'desk.sqlite');
  return {
    name: 'sqlite',
    environment: { DATABASE_FILE: file },
    kill: null,
    async rows(sql) {
      const tool = new DatabaseSync(file, { readOnly: true, timeout: 2_000 });
      try {
        return tool.prepare(sql).all();
      } finally {
        tool.close();
      }
    },
    async resume() {},
    async stop() {},
  };
}
