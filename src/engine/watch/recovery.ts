/** What has to be done after the store was restored from a backup, and after its clock was set back. */
import { isOpen, type Outage, unknownSince } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { LEASE_MS } from '../delivery/limits.ts';
import type { Handle } from '../handle.ts';
import type { Leases, Restores } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';
import type { OutageStore } from '../ports/outages.ts';
import { CLAIM_MS } from './alarms.ts';

/** Tells the desk. `to`: the time that the store was put back to. `open`: the outages that were open then, by their number. */
export type TellRestored = (to: Instant, open: readonly Outage[]) => Promise<void>;

export function createRestoreRecovery(parts: { restores: Restores; handle: Handle; tell: TellRestored; log: Log }) {
  const { restores, handle, tell, log } = parts;
  let over = false;
  let marked: readonly Outage[] | null = null;
  let running: Promise<void> | null = null;
  let telling: Promise<void> = Promise.resolve();

  return {
    /** Resolves when the work may begin; rejects while the store does not answer. Costs nothing when there is nothing to do. */
    async ready() {
      if (over) return;
      running ??= recovery().finally(() => {
        running = null;
      });
      await running;
    },
    isOver: () => over,
    idle: () => telling,
  };

  async function recovery(): Promise<void> {
    const to = await restores.pending();
    over = to === null;
    if (to === null) return;
    marked ??= await mark(to);
    // The work does not wait for Teams; the store only decides which bot tells the desk.
    if (await restores.claim(CLAIM_MS)) telling = tellDesk(to, marked);
  }

  /** Several bots may do this at the same time, or again after a crash: the core ignores a restore that is on the record already. */
  async function mark(to: Instant): Promise<readonly Outage[]> {
    const open: Outage[] = [];
    for (const outageId of await restores.openOutages()) {
      const outage = await markOne(outageId, to);
      if (outage && isOpen(outage) && unknownSince(outage) !== null) open.push(outage);
    }
    return open;
  }

  /** One outage that can't be read must not stop the work on all others; a store that does not answer must. */
  async function markOne(outageId: string, to: Instant): Promise<Outage | null> {
    try {
      const { recorded } = await handle({ type: 'restore', outageId, to });
      return recorded?.outage ?? null;
    } catch (error) {
      await restores.pending();
      log.error({ err: error, outageId, to }, 'an outage could not be marked as restored');
      return null;
    }
  }

  async function tellDesk(to: Instant, open: readonly Outage[]): Promise<void> {
    try {
      await tell(to, open);
      await restores.markTold();
      log.info({ to, open: open.length }, 'the desk was told of the restore');
    } catch (error) {
      log.error({ err: error, to }, 'the desk could not be told of the restore; it is tried again');
    }
  }
}

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
