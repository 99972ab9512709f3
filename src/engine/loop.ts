/** Runs a step whenever something is due: at once after a wake-up, else at the next due time, which it asks for every second at least. */
import type { Instant } from '../outage/types/values.ts';
import type { Log } from './ports/log.ts';

/** Another bot may have stored something that this one does not know of; it is seen after this time at the latest. */
export const LONGEST_SLEEP_MS = 1_000;
const AFTER_ERROR_MS = 1_000;
/** Between two looks when more is due than can be started; a lane that ends wakes the loop earlier. */
const SHORTEST_SLEEP_MS = 20;

export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;
export type Loop = { start(): void; wake(): void; stop(): Promise<void> };

export function createLoop(parts: {
  name: string;
  /** Resolves to whether more may be due already: then it runs again at once. */
  step: () => Promise<boolean>;
  /** null: nothing is known to be due, and no step is run until something is. undefined, and without it: a step is run after `everyMs`. */
  nextDueAt?: () => Promise<Instant | null | undefined>;
  now: () => Promise<Instant>;
  sleep: Sleep;
  log: Log;
  everyMs?: number;
  /** Called when the loop starts and after each round, with or without an error. */
  onTurn?: (name: string) => void;
}): Loop {
  const { name, step, nextDueAt = async () => undefined, now, sleep, log, onTurn = () => {}, everyMs = LONGEST_SLEEP_MS } = parts;
  let stopped = false;
  let sleeping = new AbortController();
  let woken = false;
  let isDue = true;
  let running: Promise<void> = Promise.resolve();
  let failing = false;

  return { start: () => (running = run()), wake, stop };

  function wake() {
    woken = true;
    // With a reason of our own, no error with a stack is made; wake-ups are frequent.
    sleeping.abort('woken');
  }

  async function stop() {
    stopped = true;
    wake();
    await running;
  }

  async function run() {
    onTurn(name);
    while (!stopped) {
      sleeping = new AbortController();
      isDue ||= woken;
      woken = false;
      const waitMs = await round();
      onTurn(name);
      if (!stopped && !woken && waitMs > 0) await sleep(waitMs, sleeping.signal);
    }
  }

  async function round(): Promise<number> {
    try {
      const more = isDue && (await step());
      const dueAt = more ? undefined : await nextDueAt();
      const inMs = typeof dueAt === 'number' ? dueAt - (await now()) : everyMs;
      if (failing) log.info({ loop: name }, 'the store answers again');
      failing = false;
      const wasDue = isDue;
      // Whether the next round runs a step: something is due by then, or nobody knows.
      isDue = more || dueAt === undefined || (dueAt !== null && inMs <= everyMs);
      // What is due although a step has just run cannot be started yet: there is a short pause, or the loop would spin.
      if (more || (inMs <= 0 && !wasDue)) return 0;
      return Math.max(SHORTEST_SLEEP_MS, Math.min(everyMs, inMs));
    } catch (error) {
      isDue = true;
      if (!failing) log.error({ err: error, loop: name }, 'the store does not answer; trying again every second');
      failing = true;
      return AFTER_ERROR_MS;
    }
  }
}
