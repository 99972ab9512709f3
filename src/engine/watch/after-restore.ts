/** After a restore: each open outage has it on its record before anything is sent or due, and the desk's channel hears of it. */
import type { Outage } from '../../outage/types/outage.ts';
import { unknownSince } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { Handle } from '../handle.ts';
import type { Log } from '../ports/log.ts';
import type { Restores } from '../ports/recovery.ts';

/** A bot that dies while it tells is overtaken then; and so long passes between two tries. */
const HOLD_MS = 30_000;

/** `open`: the outages of which nobody knows what happened since `to`, by their number. */
export type TellRestored = (to: Instant, open: readonly Outage[]) => Promise<void>;

export type RestoreRecovery = {
  /** Resolves when nothing stands in the way of the work; rejects while the store does not answer. Costs nothing when all is told. */
  ready(): Promise<void>;
  /** Resolves when nobody is being told. */
  idle(): Promise<void>;
};

export function createRestoreRecovery(parts: { restores: Restores; handle: Handle; tell: TellRestored; log: Log }): RestoreRecovery {
  const { restores, handle, tell, log } = parts;
  let over = false;
  let marked: readonly Outage[] | null = null;
  let running: Promise<void> | null = null;
  let telling: Promise<void> = Promise.resolve();

  return {
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
    // Nobody waits for Teams here; the store only says whose turn it is.
    if (await restores.claim(HOLD_MS)) telling = tellDesk(to, marked);
  }

  /** May be done by several bots at once, or again after a crash: to the core, the same restore twice is none. */
  async function mark(to: Instant): Promise<readonly Outage[]> {
    const open: Outage[] = [];
    for (const outageId of await restores.openOutages()) {
      const outage = await markOne(outageId, to);
      if (outage && unknownSince(outage) !== null) open.push(outage);
    }
    return open;
  }

  /** One outage that can't be read must not stand in the way of all others; a store that does not answer must. */
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
