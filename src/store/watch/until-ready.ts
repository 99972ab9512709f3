/** Waits for the store at the start. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { Log } from '../../engine/ports/log.ts';
import type { Store } from '../store.ts';

const RETRY_MS = 2_000;

/**
 * Waits until the store has brought its tables up to date. Each failure is one line in the log that says what to look at. Resolves to
 * false when the bot stops before.
 */
export async function untilReady(store: Pick<Store, 'ready'>, log: Log, stopping: AbortSignal): Promise<boolean> {
  while (!stopping.aborted) {
    try {
      await store.ready();
      log.info({}, 'the store is ready');
      return true;
    } catch (error) {
      log.error({ err: error }, 'the store is not ready; trying again. Look at DATABASE_URL, or at the disk');
      await sleepFor(RETRY_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return false;
}
