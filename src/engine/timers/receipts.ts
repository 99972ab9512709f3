/**
 * Tells the reporter when the desk's channel cannot be reached, and again when it can: an outage that is stored but has no
 * thread may need a phone call. This is not a deadline of the outage, because nearly every thread is there within a second.
 */
import type { Instant } from '../../outage/types/values.ts';
import type { Handle } from '../handle.ts';
import type { Receipts } from '../ports/deadlines.ts';
import type { Log } from '../ports/log.ts';

export const BATCH = 50;
/** After a start, messages that could not be sent while no bot ran get this much time first: most of them need no receipt then. */
const FIRST_AFTER_MS = 10_000;

/** Several bots may do the same at the same time: the core ignores what is on the record already. */
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
