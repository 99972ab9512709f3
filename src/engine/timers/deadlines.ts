/** Turns deadlines that passed, and threads that are late at the desk, into actions. A timer is an action that arrives later. */

import type { Instant } from '../../outage/types/values.ts';
import { LEASE_MS } from '../delivery/limits.ts';
import type { Handle } from '../handle.ts';
import type { Log } from '../ports/log.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import type { DeadlineQueue, Receipts } from '../ports/timers.ts';

type Due = Awaited<ReturnType<DeadlineQueue['claimDue']>>[number];

/** The most that is taken at a time. When fewer were due, no more are. */
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

/** After a start, messages that could not be sent while no bot ran get this much time first: most of them need no receipt then. */
const FIRST_AFTER_MS = 10_000;

/**
 * Tells the reporter when the desk's channel cannot be reached, and again when it can: an outage without a thread may need a phone
 * call. It is no deadline of the outage, because nearly every thread is there within a second. Several bots may do it at the same time.
 */
export function createReceiptKeeper(parts: { receipts: Receipts; now: () => Promise<Instant>; handle: Handle; afterMs: number; log: Log }) {
  const { receipts, now, handle, afterMs, log } = parts;
  let from: Instant | null = null;
  let failing = false;

  return {
    async step() {
      const at = await now();
      from ??= at + FIRST_AFTER_MS;
      // The second condition is for a clock that was set back.
      if (at < from && from - at <= FIRST_AFTER_MS) return 0;
      const due = await receipts.due(afterMs, BATCH);
      failing = false;
      for (const { outageId, reached } of due) await act(outageId, reached);
      return failing ? 0 : due.length;
    },
    // What failed is still due, so after a failure the loop waits for its own pause.
    async nextDueAt(): Promise<Instant | null> {
      const dueAt = failing ? null : await receipts.nextDueAt(afterMs);
      return dueAt === null ? null : Math.max(dueAt, from ?? dueAt);
    },
  };

  /** One outage that can't be read must not stop the work on all others. */
  async function act(outageId: string, reached: boolean): Promise<void> {
    try {
      await handle(reached ? { type: 'note-desk-reached', outageId } : { type: 'note-desk-unreached', outageId, afterMs });
    } catch (error) {
      failing = true;
      log.error({ err: error, outageId, reached }, 'a late thread of the desk could not be recorded; it is tried again');
    }
  }
}
