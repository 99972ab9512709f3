/** The PostgreSQL of this machine, server and client tools of one version, where there is one: `pg_dump` refuses newer servers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { freePort } from './postgres.ts';

const bindir = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
/** Whether there is one. */
export const systemPostgres: boolean = ['postgres', 'initdb', 'pg_dump', 'psql'].every((tool) => existsSync(path.join(bindir, tool)));

/** Starts it in a new folder; a second or two. It speaks German where that is installed, because nothing may rest on its words. Each database is named by who makes it, by `createdb`. */
export async function startSystemPostgres(): Promise<{ createDatabase(name: string): string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'outage-desk-system-postgres-'));
  const port = await freePort();
  // PostgreSQL refuses to run as root, as which containers run tests; its package brings a user.
  const asRoot = userInfo().uid === 0;
  if (asRoot) execFileSync('chown', ['postgres', folder]);
  const run = (tool: string, ...args: string[]) => {
    const command = [path.join(bindir, tool), ...args];
    const [file = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(file, rest, { stdio: 'ignore', cwd: folder, env: { ...process.env, LANGUAGE: 'de' } });
  };
  const data = path.join(folder, 'data');
  run('initdb', '--no-sync', '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', data);
  run(
    'pg_ctl',
    '--pgdata',
    data,
    '--wait',
    '--options',
    `-F -p ${port} -k "" -h 127.0.0.1 -c lc_messages=C.UTF-8`,
    '--log',
    path.join(folder, 'log'),
    'start',
  );
  return {
    createDatabase(name) {
      run('createdb', '--host=127.0.0.1', `--port=${port}`, '--username=postgres', name);
      return `postgres://postgres:not%20asked@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      run('pg_ctl', '--pgdata', data, '--mode=immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
