/**
 * The store's clock, watched: a database that fails over, or whose clock is corrected, may show an earlier time than before.
 * What was to wait for seconds would then wait for as long as the clock was ahead.
 */
import type { Instant } from '../../outage/types/person.ts';
import { LEASE_MS } from '../delivery/time-limits.ts';
import type { Log } from '../ports/log.ts';
import type { OutageStore } from '../ports/outages.ts';
import type { Leases } from '../ports/recovery.ts';

/** Less is no harm, and happens whenever clocks are brought together. */
const TOLERATED_MS = 1_000;

/**
 * Reads the store's clock. When it was set back, also while no bot ran, nothing waits longer than a lease from then on: a
 * lease that somebody still needs lasts as long, and what Teams is asked too early it refuses once more. Throws what the
 * store throws; the next reading makes up for it.
 */
export function createClockWatch(parts: { outages: Pick<OutageStore, 'now'>; leases: Leases; log: Log }): () => Promise<Instant> {
  const { outages, leases, log } = parts;
  let latest: Instant | null = null;
  return async () => {
    // As it was before the question: other answers may come while this one is on its way.
    const before = latest ?? (await leases.latest()) ?? 0;
    const current = await outages.now();
    const backMs = before - current;
    if (backMs > TOLERATED_MS) {
      await leases.cap(LEASE_MS);
      log.warn({ backMs }, 'the clock of the store was set back; nothing waits for its old time any more');
    }
    latest = current;
    return current;
  };
}
