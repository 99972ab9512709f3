/**
 * The engine's loops look at least every second, also when nothing can have happened. Those looks are left out: a loop
 * that sleeps its whole second wakes at the second in which somebody wrote, or in which something is due.
 */
import type { Sleep } from '../../src/engine/loop.ts';
import type { Instant } from '../../src/outage/types/person.ts';
import type { Timer, VirtualTime } from './virtual-time.ts';

const LOOK_EVERY_MS = 1_000;

export type Naps = {
  readonly sleep: Sleep;
  /** Something was written, or the clock was set: everybody looks at their next second. */
  stir(): void;
};

type Nap = { readonly from: Instant; timer: Timer; readonly wake: () => void };

/** `nextDueIn`: ms until the store has something due, null: nothing at all, undefined: unknown. */
export function createNaps(time: VirtualTime, nextDueIn: () => number | null | undefined): Naps {
  const deep = new Set<Nap>();

  function stir() {
    for (const nap of deep) {
      nap.timer.cancel();
      const looks = Math.floor((time.now() - nap.from) / LOOK_EVERY_MS) + 1;
      nap.timer = time.at(nap.from + looks * LOOK_EVERY_MS, nap.wake);
    }
    deep.clear();
  }

  const sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = () => {
        deep.delete(nap);
        nap.timer.cancel();
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake);
      const nap: Nap = { from: time.now(), timer: { at: time.now(), cancel: () => {} }, wake };
      lieDown(nap, ms);
    });

  function lieDown(nap: Nap, ms: number): void {
    const dueIn = ms === LOOK_EVERY_MS ? nextDueIn() : undefined;
    if (dueIn === null || (dueIn !== undefined && dueIn >= LOOK_EVERY_MS)) deep.add(nap);
    if (dueIn === null) return;
    const seconds = Math.max(1, Math.floor((dueIn ?? 0) / LOOK_EVERY_MS));
    nap.timer = time.at(nap.from + (ms === LOOK_EVERY_MS ? seconds * LOOK_EVERY_MS : ms), nap.wake);
  }

  return { sleep, stir };
}
