/** Turns deadlines that passed into actions: a timer is only an action that arrives later, on the same road. */
import { LEASE_MS } from '../delivery/time-limits.ts';
import type { Handle } from '../handle.ts';
import type { DeadlineQueue } from '../ports/deadlines.ts';
import type { Log } from '../ports/log.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';

type Due = Awaited<ReturnType<DeadlineQueue['claimDue']>>[number];

/** Fewer than this were due: no more are. */
export const BATCH = 50;
/** On PostgreSQL a transaction is mostly waiting for answers: so many wait beside each other. SQLite takes them in turn. */
const AT_ONCE = 8;

/** Hands what is due to `handle`, earliest first. Resolves to how many were handed. One that fails is tried again when its lease ends. */
export function createDeadlineKeeper(parts: { deadlines: DeadlineQueue; handle: Handle; log: Log; metrics?: Metrics | undefined }) {
  const { deadlines, handle, log, metrics = noMetrics } = parts;
  return async function passDue(): Promise<number> {
    const due = await deadlines.claimDue(BATCH, LEASE_MS);
    // One list for all of them: whoever is free takes the next.
    const left = due.values();
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, () => pass(left)));
    return due.length;
  };

  async function pass(left: Iterable<Due>): Promise<void> {
    for (const { outageId, kind, dueAt } of left) {
      try {
        const outcome = await handle({ type: 'pass-deadline', outageId });
        const [first] = outcome.ok ? outcome.events : [];
        // Drills are left out of all numbers.
        if (first && outcome.ok && !outcome.recorded.outage.drill) metrics.deadline({ kind, lateMs: first.at - dueAt });
      } catch (error) {
        log.error({ err: error, outageId, kind, dueAt }, 'a deadline could not be handled; it is tried again');
      }
    }
  }
}
