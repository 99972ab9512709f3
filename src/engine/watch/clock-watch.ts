/** Watches the store's clock: when it is set back (a failover, a correction), what has to wait for seconds would wait for that long. */
import type { Instant } from '../../outage/types/values.ts';
import { LEASE_MS } from '../delivery/time-limits.ts';
import type { Log } from '../ports/log.ts';
import type { OutageStore } from '../ports/outages.ts';
import type { Leases } from '../ports/recovery.ts';

/** A smaller step does no harm, and is usual when clocks are synchronised. */
const TOLERATED_MS = 1_000;

/**
 * Returns a function that reads the store's clock. When the clock was set back, also while no bot ran, no lease and no pause
 * lasts longer than LEASE_MS from then on. That is enough for a lease that is still needed; a message that is sent too early
 * Teams refuses once more. The function throws what the store throws; the next call does what this one did not.
 */
export function createClockWatch(parts: { outages: Pick<OutageStore, 'now'>; leases: Leases; log: Log }): () => Promise<Instant> {
  const { outages, leases, log } = parts;
  let latest: Instant | null = null;
  return async () => {
    // Taken before the clock is read, because another call may finish while this one waits.
    const before = latest ?? (await leases.latest()) ?? 0;
    const current = await outages.now();
    const backMs = before - current;
    if (backMs > TOLERATED_MS) {
      await leases.cap(LEASE_MS);
      log.warn({ backMs }, 'the clock of the store was set back; leases and pauses were shortened');
    }
    latest = current;
    return current;
  };
}
