/** A real PgBouncer in transaction mode, where Debian's package is installed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './postgres.ts';

const PROGRAM = '/usr/sbin/pgbouncer';

/** Why the tests with a PgBouncer cannot run here; null: they can. */
export const noPgBouncer = existsSync(PROGRAM) ? null : 'there is no PgBouncer here: run `apt-get install -y pgbouncer`';

/**
 * Starts one in front of the database of `url`. `ignore`: settings of a session that it drops instead of refusing them.
 * Returns the URL through it. It gives each transaction one of four sessions, unless `settings` say something else.
 */
export async function startPgBouncer(
  url: string,
  { ignore = [], settings: others = {} }: { ignore?: readonly string[]; settings?: Readonly<Record<string, string | number>> } = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const { hostname, port: serverPort, username, password, pathname } = new URL(url);
  const folder = await mkdtemp(path.join(tmpdir(), 'outage-desk-pgbouncer-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const file = path.join(folder, 'pgbouncer.ini');
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: 4,
    ...(ignore.length > 0 ? { ignore_startup_parameters: ignore.join(',') } : {}),
    ...others,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const server = `host=${hostname} port=${serverPort} user=${username} password=${password}`;
  await writeFile(file, ['[databases]', `* = ${server}`, '[pgbouncer]', ...lines, ''].join('\n'), { mode: 0o644 });
  // It refuses to run as root.
  const asUser = userInfo().uid === 0 ? ['-u', 'nobody'] : [];
  const output: string[] = [];
  const child = spawn(PROGRAM, [...asUser, file], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => void output.push(String(text)));
  const ended = once(child, 'exit');
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer did not start:\n${output.join('')}`);
    await delay(20);
  }
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`,
    async stop() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
