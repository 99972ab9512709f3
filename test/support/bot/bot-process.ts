/** The real program as a process of its own: to kill, to stop, and to hear what it says when it does not start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import { childEnvironment } from '../child-environment.ts';
import { personalIn } from '../log/leak-check.ts';
import { until } from '../until.ts';

export type LogEntry = { readonly msg: string; readonly level: number } & Record<string, unknown>;
export type Ending = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type BotProcess = {
  /** Empty until it listens. */
  readonly url: () => string;
  readonly pid: number;
  readonly log: LogEntry[];
  readonly stderr: () => string;
  /** Every line of its standard output. */
  readonly printed: readonly string[];
  readonly ended: Promise<Ending>;
  /** Resolves with the first line of the log that says so; throws when the process ends before. */
  says(message: string): Promise<LogEntry>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
};

const ROOT = path.join(import.meta.dirname, '../../..');
/** Ends the bot with the test process, also when that is killed. */
export const LEASH = new URL('../../playground/leash.ts', import.meta.url).href;

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts `node src/main.ts` with this environment and no other; does not wait for anything. Ended with the test. */
export function spawnBot(environment: NodeJS.ProcessEnv, args: readonly string[] = ['--playground']): BotProcess {
  const child = spawn(process.execPath, ['--import', LEASH, 'src/main.ts', ...args], {
    cwd: ROOT,
    env: { ...childEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: LogEntry[] = [];
  const errors: string[] = [];
  const printed: string[] = [];
  let over = false;
  const ended = once(child, 'close').then(([code, signal]) => {
    over = true;
    return { code, signal } as Ending;
  });
  if (!child.stdout || !child.stderr) throw new Error('the bot has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    printed.push(line);
    // The SDK prints to the console too; what is no JSON is not ours.
    if (line.startsWith('{"level"')) log.push(JSON.parse(line) as LogEntry);
  });
  child.stderr.on('data', (chunk) => void errors.push(String(chunk)));
  const stderr = () => errors.join('');

  async function kill() {
    child.kill('SIGKILL');
    await ended;
  }
  onTestFinished(async () => {
    await kill();
    expect(personalIn([...printed, ...errors.join('').split('\n')]), 'what the process printed').toEqual([]);
  });
  return {
    url: () => `http://127.0.0.1:${log.find(({ msg }) => msg === 'listening')?.port ?? ''}`,
    pid: child.pid ?? 0,
    log,
    stderr,
    printed,
    ended,
    async says(message) {
      await until(() => over || log.some(({ msg }) => msg === message));
      const entry = log.find(({ msg }) => msg === message);
      if (!entry) throw new Error(`the bot ended and did not say '${message}':\n${JSON.stringify(log.slice(-5))}\n${stderr()}`);
      return entry;
    },
    kill,
    signal: (signal) => void child.kill(signal),
  };
}

/** The same, ready to be spoken to. */
export async function startBot(environment: NodeJS.ProcessEnv): Promise<BotProcess> {
  const bot = spawnBot({ PORT: '0', ...environment });
  await bot.says('listening');
  await bot.says('the store is ready');
  return bot;
}
