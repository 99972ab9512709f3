/** Somebody follows one outage in their own chat, hears more or less of it, or follows it no more. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, nothing, reject, withoutRoles } from '../decision.ts';
import { isOpen, type Outage, partIn, requestIn } from '../types/outage.ts';

/** Nothing for whoever hears of it in their own chat anyway. */
export function follow({ at, by, tenantId, noise }: ActionOf<'follow'>, outage: Outage): Decision {
  // A drill is for the desk, and a request for whoever sent it.
  if (outage.drill || requestIn(outage)) return reject({ type: 'unknown-outage' });
  const before = outage.following.find(({ person }) => person.id === by.id);
  if (before?.noise === noise || hearsInOwnChat(outage, by.id)) return nothing;
  if (!before && !isOpen(outage)) return alreadyEnded(outage as Exclude<typeof outage, { state: 'reported' | 'acknowledged' }>);
  return accept({ type: 'followed', at, person: withoutRoles(by), tenantId, noise });
}

export const unfollow = ({ at, by }: ActionOf<'unfollow'>, { following }: Outage): Decision =>
  following.some(({ person }) => person.id === by.id) ? accept({ type: 'unfollowed', at, person: withoutRoles(by) }) : nothing;

/** As its reporter, as somebody who joined, or as the reporter of what was merged into it. */
export function hearsInOwnChat(outage: Outage, personId: string): boolean {
  const origin = outage.reporter.id === personId ? outage.origin : partIn(outage, personId)?.origin;
  return origin?.kind === 'personal';
}
