/**
 * Whoever reports is told when the desk's channel cannot be reached, and again when it can: what is stored but stands in
 * no thread may need a call. No deadline of the outage's own, because nearly every thread is there within a second.
 */
import type { Instant } from '../../outage/types/person.ts';
import type { Handle } from '../handle.ts';
import type { Receipts } from '../ports/deadlines.ts';
import type { Log } from '../ports/log.ts';

export type ReceiptKeeper = {
  /** Resolves to how many were due. */
  step(): Promise<number>;
  nextDueAt(): Promise<Instant | null>;
};

export const BATCH = 50;
/** What could not be sent while no bot ran has its turn first: most of it needs no receipt. */
const FIRST_AFTER_MS = 10_000;

/** Several bots may do the same: to the core, the same twice is nothing. */
export function createReceiptKeeper(parts: {
  receipts: Receipts;
  now: () => Promise<Instant>;
  handle: Handle;
  afterMs: number;
  log: Log;
}): ReceiptKeeper {
  const { receipts, now, handle, afterMs, log } = parts;
  let from: Instant | null = null;
  let failing = false;

  return {
    async step() {
      const at = await now();
      from ??= at + FIRST_AFTER_MS;
      // Also when the clock was set back.
      if (at < from && from - at <= FIRST_AFTER_MS) return 0;
      const due = await receipts.due(afterMs, BATCH);
      failing = false;
      for (const { outageId, reached } of due) await act(outageId, reached);
      return failing ? 0 : due.length;
    },
    // After a failure the loop's own pause is right: what failed is still due.
    async nextDueAt() {
      const dueAt = failing ? null : await receipts.nextDueAt(afterMs);
      return dueAt === null ? null : Math.max(dueAt, from ?? dueAt);
    },
  };

  /** One outage that can't be read must not stand in the way of all others. */
  async function act(outageId: string, reached: boolean): Promise<void> {
    try {
      await handle(reached ? { type: 'note-desk-reached', outageId } : { type: 'note-desk-unreached', outageId, afterMs });
    } catch (error) {
      failing = true;
      log.error({ err: error, outageId, reached }, 'that the thread of the desk is late could not be recorded; it is tried again');
    }
  }
}
