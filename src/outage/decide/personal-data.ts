/** Removing the personal data of an outage that has ended. */
import type { ActionOf } from '../actions.ts';
import { accept, type Decision, nothing } from '../decision.ts';
import { endedAt, isAnonymous } from '../personal-data.ts';
import type { Outage } from '../types/outage.ts';

/** Does nothing when the data is gone, or while the outage may go on; without a person's request, also while it may be reopened. */
export function removePersonalData({ at, of, endedBefore }: ActionOf<'remove-personal-data'>, outage: Outage): Decision {
  const ended = endedAt(outage);
  if (ended === null || ended > Math.min(at, endedBefore) || isAnonymous(outage)) return nothing;
  if (of && outage.removed?.of.includes(of.id)) return nothing;
  if (!of && at < ended + outage.policy.reopenWithinMs) return nothing;
  return accept({ type: 'personal-data-removed', at, of });
}
