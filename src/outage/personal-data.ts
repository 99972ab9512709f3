/** When the personal data of an outage may go, and that it went (`removed`: when, whose, and whether everybody's). What the record keeps without it is for the store to say. */
import { type Decision, events, nothing, type RemovePersonalDataAction } from './actions.ts';
import type { Instant, Outage, Person } from './outage.ts';

/** Since when nothing is to come that needs to know who is concerned; null: somebody may still wait for the desk, or for an answer. */
export function endedAt(outage: Outage): Instant | null {
  if (outage.drill && !outage.drill.over) return null;
  switch (outage.state) {
    case 'closed':
      return outage.closedAt;
    case 'withdrawn':
      return outage.withdrawnAt;
    case 'merged':
      return outage.mergedAt;
    // The other team answers by then.
    case 'transferred':
      return Math.max(outage.transferredAt, outage.replyBy);
    case 'requested':
      return outage.answer?.at ?? null;
    default:
      return null;
  }
}

/** What the store gives for a string that was removed: a token that says nothing, the same for the same person in one outage. */
const TOKEN = /^~[\w-]{22}$/;
export const isRemoved = (text: string): boolean => text.length === 23 && TOKEN.test(text);

/** Everybody's, so that nothing of what people wrote is there any more and nothing new may come. */
export const isAnonymous = ({ removed }: Pick<Outage, 'removed'>): boolean => removed?.everybody === true;

export function removedBy({ at, of }: { readonly at: Instant; readonly of: Person | null }, { removed }: Pick<Outage, 'removed'>) {
  return { at, of: [...(removed?.of ?? []), ...(of ? [of.id] : [])], everybody: of === null };
}

/** Nothing when it went already, or while the outage may go on; where nobody asked for it, also while it may be reopened. */
export function removePersonalData({ at, of, endedBefore }: RemovePersonalDataAction, outage: Outage): Decision {
  const ended = endedAt(outage);
  if (ended === null || ended > Math.min(at, endedBefore) || isAnonymous(outage)) return nothing;
  if (of && outage.removed?.of.includes(of.id)) return nothing;
  if (!of && at < ended + outage.policy.reopenWithinMs) return nothing;
  return events({ type: 'personal-data-removed', at, of });
}
