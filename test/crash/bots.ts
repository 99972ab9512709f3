/** The real program as a process that is killed and started again, as a supervisor would. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, describeEnding, startChild } from '../playground/child.ts';
import { within } from './wait-within.ts';

export type Bot = {
  readonly name: string;
  /** Null while it does not listen. */
  url(): string | null;
  /** `folder`: where the code of a release is; left out: of the one that ran last, at first of today's. Resolves when it listens. */
  start(folder?: string): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; gives how it ended. */
  stop(): Promise<string>;
};

const LISTEN_LIMIT_MS = 45_000;
const SUPERVISOR_MS = 200;
/** A bot has ten seconds to finish what it holds. */
const STOP_LIMIT_MS = 12_000;

/** `onOwnEnd`: called when a bot ended that was not killed; the bot is started again. */
export function createBot(parts: {
  name: string;
  environment: Record<string, string>;
  onOwnEnd: (why: string) => void;
  onLine: (line: string) => void;
}): Bot {
  const { name, environment, onOwnEnd, onLine } = parts;
  let child: Child | null = null;
  let port: number | null = null;
  let wanted = false;
  let cwd = process.cwd();

  async function start(folder = cwd): Promise<void> {
    wanted = true;
    cwd = folder;
    const started = startChild({
      name,
      program: 'src/main.ts',
      args: ['--playground'],
      cwd,
      // Unlike the playground, this connector has messages that one person sees.
      env: { DATABASE_URL: '', DATABASE_FILE: '', PORT: '0', LOG_LEVEL: 'info', TARGETED_MESSAGES: 'on', ...environment },
      patienceMs: STOP_LIMIT_MS,
      onLine: (line) => {
        if (!line.startsWith('{')) return;
        const entry = JSON.parse(line) as { msg?: string; port?: number };
        if (entry.msg === 'listening' && child === started) port = entry.port ?? null;
        onLine(line);
      },
    });
    child = started;
    void started.ended.then(() => {
      if (child !== started) return;
      takeChild();
      const ending = started.ending();
      onOwnEnd(`${name} ${ending ? describeEnding(ending) : 'ended'} by itself:\n${started.lastLines()}`);
      // As a supervisor does; unless somebody stopped or started it meanwhile.
      void pause(SUPERVISOR_MS).then(() => (wanted && child === null ? start() : undefined));
    });
    await within(LISTEN_LIMIT_MS, `${name} does not listen`, () => port !== null || !wanted);
  }

  function takeChild(): Child | null {
    const taken = child;
    child = null;
    port = null;
    return taken;
  }

  return {
    name,
    url: () => (port === null ? null : `http://127.0.0.1:${port}`),
    start,
    async kill() {
      wanted = false;
      const taken = takeChild();
      if (!taken) return;
      process.kill(-taken.pid, 'SIGKILL');
      await taken.ended;
    },
    async stop() {
      wanted = false;
      const taken = takeChild();
      if (!taken) return 'was not running';
      await taken.stop();
      return describeEnding(await taken.ended);
    },
  };
}
