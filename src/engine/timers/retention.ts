/** Personal data does not stay for ever: some time after an outage ended it goes, and earlier where somebody asked for that. */
import type { Instant } from '../../outage/types/person.ts';
import type { Handle } from '../handle.ts';
import { createLoop, type Sleep } from '../loop.ts';
import type { Log } from '../ports/log.ts';
import type { OutageStore } from '../ports/outages.ts';
import type { PersonalData } from '../ports/personal-data.ts';

export type Retention = {
  start(): void;
  stop(): Promise<void>;
  /** Resolves to of how many outages personal data was removed. */
  step(): Promise<number>;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 50;

/** Several bots may do the same: to the core, the same twice is nothing. `days`: so long after its end an outage keeps personal data. */
export function createRetention(parts: {
  personalData: PersonalData;
  outages: Pick<OutageStore, 'now'>;
  handle: Handle;
  days: number;
  sleep: Sleep;
  log: Log;
}): Retention {
  const { outages, handle, days, sleep, log, personalData } = parts;
  // A full batch of which nothing went is tried again in an hour, not at once.
  const more = async () => (await step()) >= BATCH;
  const loop = createLoop({
    ...{ name: 'retention', step: more, nextDueAt: async () => null, now: outages.now, sleep, log, everyMs: HOUR_MS },
  });
  return { start: loop.start, stop: loop.stop, step };

  async function step(): Promise<number> {
    const now = await outages.now();
    const endedBefore = now - days * DAY_MS;
    let removed = await forgetAsked({ personalData, handle, log, now });
    for (const outageId of await personalData.due(endedBefore, BATCH)) {
      const gone = await remove({ handle, log }, { type: 'remove-personal-data', outageId, of: null, endedBefore });
      if (gone) removed++;
    }
    // Also when nothing was: what is left behind may have been in use the last time.
    await personalData.sweep(endedBefore);
    return removed;
  }
}

/** Whatever people asked to be forgotten in, as far as it has ended. Resolves to of how many outages something went. */
export async function forgetAsked(parts: { personalData: PersonalData; handle: Handle; log: Log; now: Instant }): Promise<number> {
  let removed = 0;
  for (const { outageId, personId } of await parts.personalData.toForget(BATCH)) {
    const of = { id: personId, name: '' };
    if (await remove(parts, { type: 'remove-personal-data', outageId, of, endedBefore: Number.MAX_SAFE_INTEGER })) removed++;
  }
  return removed;
}

/** One outage that can't be read must not stand in the way of all others. */
async function remove({ handle, log }: { handle: Handle; log: Log }, request: Parameters<Handle>[0]): Promise<boolean> {
  try {
    const outcome = await handle(request);
    return outcome.ok && outcome.events.length > 0;
  } catch (error) {
    log.error({ err: error, outageId: request.outageId }, 'personal data of an outage that ended could not be removed; it is tried again');
    return false;
  }
}
