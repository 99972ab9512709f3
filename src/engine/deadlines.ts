/** Turns deadlines that passed into actions: a timer is only an action that arrives later, on the same road. */
import { LEASE_MS } from './deliver.ts';
import type { Handle } from './handle.ts';
import type { DeadlineQueue, Log } from './ports.ts';

const BATCH = 50;

/** Hands what is due to `handle`. Resolves to how many were handed. One that fails is tried again when its lease ends. */
export function createDeadlineKeeper({ deadlines, handle, log }: { deadlines: DeadlineQueue; handle: Handle; log: Log }) {
  return async function passDue(): Promise<number> {
    const due = await deadlines.claimDue(BATCH, LEASE_MS);
    for (const { outageId, kind, dueAt } of due) {
      try {
        await handle({ type: 'pass-deadline', outageId });
      } catch (error) {
        log.error({ err: error, outageId, kind, dueAt }, 'a deadline could not be handled; it is tried again');
      }
    }
    return due.length;
  };
}
