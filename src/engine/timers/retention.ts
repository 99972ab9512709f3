/** Removes personal data: some time after an outage ended, and earlier when a person asked for that. */
import { storedPersonKey } from '../../outage/types/person-key.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Handle } from '../handle.ts';
import { createLoop, type Sleep } from '../loop.ts';
import type { OpenForms } from '../open-forms.ts';
import type { Log } from '../ports/log.ts';
import type { OutageNumbers, OutageStore } from '../ports/outages.ts';
import type { PersonalData, Retained } from '../ports/timers.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const BATCH = 50;
/** Of what an older bot stored, so much is counted in a round that others are not held up. */
const MOST_COUNTED = 100;

/** Several bots may do the same: the core ignores a second removal. `retained`: how long after its end an outage keeps personal data; what is of no project is kept as the first says. */
export function createRetention(parts: {
  personalData: PersonalData;
  outages: Pick<OutageStore, 'now'>;
  numbers: Pick<OutageNumbers, 'catchUp'>;
  handle: Handle;
  forms: Pick<OpenForms, 'sweep'>;
  retained: readonly [Retained, ...Retained[]];
  sleep: Sleep;
  log: Log;
}) {
  const { outages, handle, retained, log, personalData } = parts;
  // When nothing of a full batch could be removed, it is tried again in an hour, not at once.
  const more = async () => (await step()) >= BATCH;
  const loop = createLoop({ ...parts, name: 'retention', step: more, now: outages.now, everyMs: HOUR_MS });
  return { start: loop.start, stop: loop.stop, step };

  /** Makes one round now; resolves to the number of outages that personal data was removed from. */
  async function step(): Promise<number> {
    const now = await outages.now();
    let removed = await forgetAsked({ personalData, handle, log, now });
    for (const { days, projects } of retained) {
      const endedBefore = now - days * DAY_MS;
      for (const outageId of await personalData.due(endedBefore, BATCH, projects))
        if (await remove({ handle, log }, { type: 'remove-personal-data', outageId, of: null, endedBefore })) removed++;
    }
    // Also when nothing was removed: the remains of an earlier removal may have been in use until now.
    await personalData.sweep(now - retained[0].days * DAY_MS);
    await parts.forms.sweep();
    for (let counted = 0; counted < MOST_COUNTED && (await parts.numbers.catchUp()); counted++);
    return removed;
  }
}

/** Removes people who asked for it from outages that have ended. Resolves to the number of outages that something was removed from. */
export async function forgetAsked(parts: { personalData: PersonalData; handle: Handle; log: Log; now: Instant }): Promise<number> {
  let removed = 0;
  for (const { outageId, personId } of await parts.personalData.toForget(BATCH)) {
    const of = { id: storedPersonKey(personId), name: '' };
    if (await remove(parts, { type: 'remove-personal-data', outageId, of, endedBefore: Number.MAX_SAFE_INTEGER })) removed++;
  }
  return removed;
}

/** One outage that can't be read must not stop the work on all others. */
async function remove({ handle, log }: { handle: Handle; log: Log }, request: Parameters<Handle>[0]): Promise<boolean> {
  try {
    const outcome = await handle(request);
    return outcome.ok && outcome.events.length > 0;
  } catch (error) {
    log.error({ err: error, outageId: request.outageId }, 'personal data of an outage that ended could not be removed; it is tried again');
    return false;
  }
}
