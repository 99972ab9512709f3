/** What was promised of an outage, and whether it was kept, by its record alone. Pure. */
import type { OutageEvent } from '../outage/events.ts';
import { evolve } from '../outage/evolve.ts';
import type { Outage } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';

/**
 * - kept, late   what was promised came in time, or later or not at all
 * - open         its time has not come
 * - ended        it was over, or another team's, before its time came
 * - unknown      an update, which a restore may have lost
 */
export const OUTCOMES = ['kept', 'late', 'open', 'ended', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `kind`: somebody acknowledges, or says what is new. `doneAt` null: nobody did. */
export type Promised = {
  readonly kind: 'acknowledge' | 'update';
  readonly since: Instant;
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly outcome: Outcome;
};

type Pending = Pick<Promised, 'kind' | 'since' | 'dueAt'> & { readonly isKnown: boolean };

/** What is promised now; null: nothing. */
function pendingIn(outage: Outage, at: Instant): Pending | null {
  if (outage.state === 'reported') return { kind: 'acknowledge', since: outage.ladderFrom, dueAt: outage.acknowledgeBy, isKnown: true };
  return outage.state === 'acknowledged' ? { kind: 'update', since: at, dueAt: outage.nextUpdateBy, isKnown: true } : null;
}

/** Whether the event is what was promised. A resolution is the last update. */
const fulfils = ({ type }: OutageEvent, { kind }: Pending): boolean =>
  kind === 'acknowledge' ? type === 'acknowledged' : type === 'updated' || type === 'resolved';

function closed({ isKnown, ...pending }: Pending, at: Instant, doneAt: Instant | null, inTime: Outcome): Promised {
  const late = isKnown ? 'late' : 'unknown';
  return { ...pending, doneAt, outcome: at > pending.dueAt ? late : inTime };
}

/** All promises, in the order in which they were made. */
export function promisesOf(events: readonly OutageEvent[], now: Instant): readonly Promised[] {
  const made: Promised[] = [];
  let outage: Outage | null = null;
  let pending: Pending | null = null;
  for (const event of events) {
    const { type, at } = event;
    outage = evolve(outage, event);
    const next = pendingIn(outage, at);
    // For the promise it was never acknowledged, and nothing was said since.
    if (type === 'taken-back') {
      made.pop();
      pending = next;
    } else if (!pending) pending = next;
    else if (fulfils(event, pending)) {
      made.push(closed(pending, at, at, 'kept'));
      pending = next;
    } else if (next?.kind !== pending.kind || next.dueAt !== pending.dueAt) {
      // People were told of another time before the first one came.
      if (type !== 'planned' || at > pending.dueAt) made.push(closed(pending, at, null, 'ended'));
      pending = next;
    }
    // As the core: an acknowledgement is late all the same, and of updates it is not known what people were told.
    if (type === 'restored' && pending?.kind === 'update' && pending.dueAt > event.to) pending = { ...pending, isKnown: false };
  }
  return pending ? [...made, closed(pending, now, null, 'open')] : made;
}
