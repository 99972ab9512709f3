/** Requests that do not come from Teams, in the log: one line a minute and not one each, or whoever sends them fills the disk. */
import type { Log } from '../../engine/ports/log.ts';

const EVERY_MS = 60_000;

export type Refusals = { count(): void };

/** The first is told at once, those of the following minute with the next one after it. `now`: ms since the epoch. `each`: called for every one. */
export function createRefusals(log: Log, now: () => number, each: () => void = () => {}): Refusals {
  let untold = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    count() {
      untold += 1;
      each();
      if (now() - toldAt < EVERY_MS) return;
      log.warn({ refused: untold }, 'refused: requests that do not come from Teams');
      untold = 0;
      toldAt = now();
    },
  };
}
