/** A Node program that we start and surely stop: its whole process group, with patience, then without. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const leash = new URL('./leash.ts', import.meta.url).href;

export interface Child {
  /** What it is called in messages to people. */
  readonly name: string;
  readonly pid: number;
  /** Settles when it has ended, however that came about; never rejects. */
  readonly ended: Promise<Ending>;
  /** How it ended, once it has. */
  ending(): Ending | undefined;
  /** Its last lines of output, for a message about why it ended. */
  lastLines(): string;
  /** Sends it a message over the channel between us. */
  send(message: object): void;
  /** Ends it and all it started. May be called often; settles when nothing of it is left. */
  stop(): Promise<void>;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ChildOptions {
  readonly name: string;
  readonly program: string;
  readonly args?: readonly string[];
  /** For Node itself, in front of the program. */
  readonly nodeArguments?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** How long it may take to end after SIGTERM, in milliseconds. Then SIGKILL. */
  readonly patienceMs?: number;
  /** Is given every line that it prints, on either stream. */
  readonly onLine?: (line: string) => void;
  /** Is given every message that it sends over the channel between us. */
  readonly onMessage?: (message: unknown) => void;
  /** Stops it when aborted, also while somebody still waits for it to be ready. */
  readonly signal?: AbortSignal | undefined;
}

const linesKept = 20;

/** A detached group of its own: a Ctrl-C in the terminal reaches only us, and we stop things in order. */
export function startChild(options: ChildOptions): Child {
  const child = spawn(process.execPath, ['--import', leash, ...(options.nodeArguments ?? []), options.program, ...(options.args ?? [])], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...options.env },
    ...(options.cwd ? { cwd: options.cwd } : {}),
  });
  const pid = child.pid;
  if (!pid) throw new Error(`${options.name} could not be started: ${options.program}`);

  const kept: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      kept.push(line);
      if (kept.length > linesKept) kept.shift();
      options.onLine?.(line);
    });
  }
  if (options.onMessage) child.on('message', options.onMessage);
  let ending: Ending | undefined;
  const ended = endOf(child).then((known) => {
    ending = known;
    return known;
  });
  const send = (message: object) => void child.send(message);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopGroup(pid, ended, options.patienceMs ?? 3_000);
    return stopping;
  };
  if (options.signal?.aborted) void stop();
  options.signal?.addEventListener('abort', () => void stop(), { once: true });
  return { name: options.name, pid, ended, ending: () => ending, lastLines: () => kept.join('\n'), send, stop };
}

/** "ended with code 1" or "was ended by SIGKILL". */
export function describeEnding(ending: Ending): string {
  return ending.signal ? `was ended by ${ending.signal}` : `ended with code ${ending.code}`;
}

/** Tries a condition until it holds, at most `tries` times, and gives up at once when the process ends. */
export async function waitUntil(child: Child, holds: () => Promise<boolean>, tries: number, everyMs: number): Promise<boolean> {
  for (let tried = 0; tried < tries && !child.ending(); tried += 1) {
    if (await holds()) return true;
    await pause(everyMs);
  }
  return false;
}

/** True when somebody answers there with a status below 400. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function endOf(child: ChildProcess): Promise<Ending> {
  try {
    // 'close' comes after the last line of output, 'exit' may come before it.
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
    return { code, signal };
  } catch {
    return { code: null, signal: null };
  }
}

async function stopGroup(pid: number, ended: Promise<Ending>, patienceMs: number): Promise<void> {
  signalGroup(pid, 'SIGTERM');
  const impatience = new AbortController();
  await Promise.race([ended, pause(patienceMs, undefined, { signal: impatience.signal }).catch(() => undefined)]);
  impatience.abort();
  signalGroup(pid, 'SIGKILL');
  await ended;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: nobody of the group is left, which is what we want.
  }
}
