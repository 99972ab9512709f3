/** After a restore: before anything is sent or due, it is put on the record of each open outage, and the desk's channel is told. */
import { type Outage, unknownSince } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Handle } from '../handle.ts';
import type { Log } from '../ports/log.ts';
import type { Restores } from '../ports/recovery.ts';

/** After this time another bot tells the desk when one died while it did; it is also the pause between two attempts. */
const CLAIM_MS = 30_000;

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
      if (outage && unknownSince(outage) !== null) open.push(outage);
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
