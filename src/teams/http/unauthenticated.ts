/** Logs requests that do not come from Teams, in one line a minute: a line for each would let an attacker fill the disk. */
import type { Log } from '../../engine/ports/log.ts';

const EVERY_MS = 60_000;

/** Logs the first request at once, and those of the following minute with the next one after it. `now`: ms since the epoch. */
export function createUnauthenticatedLog(log: Log, now: () => number, onEach: () => void = () => {}): () => void {
  let unlogged = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;
  return () => {
    unlogged += 1;
    onEach();
    if (now() - loggedAt < EVERY_MS) return;
    log.warn({ refused: unlogged }, 'refused: requests that do not come from Teams');
    unlogged = 0;
    loggedAt = now();
  };
}
