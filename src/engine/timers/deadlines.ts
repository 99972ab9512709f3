/** Turns deadlines that passed into actions. A timer is an action that arrives later, and is handled like any other. */
import { LEASE_MS } from '../delivery/time-limits.ts';
import type { Handle } from '../handle.ts';
import type { DeadlineQueue } from '../ports/deadlines.ts';
import type { Log } from '../ports/log.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';

type Due = Awaited<ReturnType<DeadlineQueue['claimDue']>>[number];

/** The most deadlines that are claimed at a time. When fewer were due, no more are. */
export const BATCH = 50;
/** A transaction on PostgreSQL mostly waits for answers, so several run at the same time. SQLite runs them one by one. */
const AT_ONCE = 8;

/** The function that it returns handles what is due, the earliest first, and resolves to how many were due. One that fails is tried again when its lease ends. */
export function createDeadlineKeeper(parts: { deadlines: DeadlineQueue; handle: Handle; log: Log; metrics?: Metrics | undefined }) {
  const { deadlines, handle, log, metrics = noMetrics } = parts;
  return async function passDue(): Promise<number> {
    const due = await deadlines.claimDue(BATCH, LEASE_MS);
    // All of them take from one iterator, so each takes the next deadline as soon as it is free.
    const queue = due.values();
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, () => pass(queue)));
    return due.length;
  };

  async function pass(queue: Iterable<Due>): Promise<void> {
    for (const { outageId, kind, dueAt } of queue) {
      try {
        const outcome = await handle({ type: 'pass-deadline', outageId });
        const [first] = outcome.ok ? outcome.events : [];
        // Drills are not counted in any metric.
        if (first && outcome.ok && !outcome.recorded.outage.drill) metrics.deadline({ kind, lateMs: first.at - dueAt });
      } catch (error) {
        log.error({ err: error, outageId, kind, dueAt }, 'a deadline could not be handled; it is tried again');
      }
    }
  }
}
