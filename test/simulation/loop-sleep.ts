/**
 * The sleep of the engine's loops. They wake at least every second, also when nothing can have changed. Those rounds are left
 * out: a loop that would sleep its whole second wakes in the second in which something was written or is due.
 */
import type { Sleep } from '../../src/engine/loop.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import type { Timer, VirtualTime } from './virtual-time.ts';

const LOOK_EVERY_MS = 1_000;

export type LoopSleep = {
  readonly sleep: Sleep;
  /** Something was written, or the clock was set: every loop wakes at its next second. */
  wakeAll(): void;
};

type Sleeper = { readonly from: Instant; timer: Timer; readonly wake: () => void };

/** `nextDueIn`: ms until the store has something due, null: nothing at all, undefined: unknown. */
export function createLoopSleep(time: VirtualTime, nextDueIn: () => number | null | undefined): LoopSleep {
  const deep = new Set<Sleeper>();

  function wakeAll() {
    for (const sleeper of deep) {
      sleeper.timer.cancel();
      const rounds = Math.floor((time.now() - sleeper.from) / LOOK_EVERY_MS) + 1;
      sleeper.timer = time.at(sleeper.from + rounds * LOOK_EVERY_MS, sleeper.wake);
    }
    deep.clear();
  }

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = () => {
        deep.delete(sleeper);
        sleeper.timer.cancel();
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake);
      const sleeper: Sleeper = { from: time.now(), timer: { at: time.now(), cancel: () => {} }, wake };
      schedule(sleeper, ms);
    });

  function schedule(sleeper: Sleeper, ms: number): void {
    const dueIn = ms === LOOK_EVERY_MS ? nextDueIn() : undefined;
    if (dueIn === null || (dueIn !== undefined && dueIn >= LOOK_EVERY_MS)) deep.add(sleeper);
    if (dueIn === null) return;
    const seconds = Math.max(1, Math.floor((dueIn ?? 0) / LOOK_EVERY_MS));
    sleeper.timer = time.at(sleeper.from + (ms === LOOK_EVERY_MS ? seconds * LOOK_EVERY_MS : ms), sleeper.wake);
  }

  return { sleep, wakeAll };
}
