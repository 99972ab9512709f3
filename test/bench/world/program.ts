/** A program as a process of its own, with the meter in it: the bot, or a peer. */

import { within } from '../../crash/wait-within.ts';
import { type Child, startChild } from '../../playground/child.ts';
import type { Answer, Question, Reading } from './meter.ts';

const START_LIMIT_MS = 90_000;
const ANSWER_LIMIT_MS = 60_000;
/** The meter, for --import. */
export const METER = new URL('./meter.ts', import.meta.url).href;

export type Program = {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
  /** What the process has accounted for. */
  read(question?: Omit<Question, 'meter'>): Promise<Reading>;
  /** Its CPU up to now, in ms. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
};

/** `portIn`: the port that it listens on, once a line of its output says so. */
export async function startProgram(parts: {
  readonly name: string;
  readonly program: string;
  readonly args?: readonly string[];
  readonly imports?: readonly string[];
  readonly env: Record<string, string>;
  readonly portIn: (line: string) => number | null;
  readonly onLine?: (line: string) => void;
}): Promise<Program> {
  const { name, program, args = [], imports = [], env, portIn, onLine } = parts;
  let port: number | null = null;
  let asked = 0;
  const waiting = new Map<number, (reading: Reading) => void>();
  const child: Child = startChild({
    name,
    program,
    args,
    nodeArguments: ['--expose-gc', ...[METER, ...imports].flatMap((module) => ['--import', module])],
    env,
    patienceMs: 12_000,
    onLine(line) {
      port ??= portIn(line);
      onLine?.(line);
    },
    onMessage(message) {
      const { meter, reading } = message as Answer;
      waiting.get(meter)?.(reading);
      waiting.delete(meter);
    },
  });
  try {
    await within(START_LIMIT_MS, `${name} does not start`, () => port !== null || child.ending() !== undefined);
    if (port === null) throw new Error(`${name} ended by itself:\n${child.lastLines()}`);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return {
    name,
    pid: child.pid,
    url: `http://127.0.0.1:${port}`,
    read,
    cpuMs: async () => (await read()).cpuMs,
    stop: () => child.stop(),
  };

  async function read(question: Omit<Question, 'meter'> = {}): Promise<Reading> {
    asked += 1;
    const meter = asked;
    const { promise, resolve, reject } = Promise.withResolvers<Reading>();
    waiting.set(meter, resolve);
    const limit = setTimeout(() => reject(new Error(`${name} does not answer the meter:\n${child.lastLines()}`)), ANSWER_LIMIT_MS);
    child.send({ ...question, meter });
    return await promise.finally(() => clearTimeout(limit));
  }
}
