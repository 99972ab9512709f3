/** Somebody follows one outage in their own chat, hears more or less of it, or follows it no more. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, nothing, reject, withoutRoles } from '../decision.ts';
import { isOpen, type Outage, requestIn } from '../types/outage.ts';
import { followingIn } from '../types/values.ts';

/** Nothing for whoever hears of it in their own chat anyway. */
export function follow({ at, by, tenantId, noise }: ActionOf<'follow'>, outage: Outage): Decision {
  // A drill is for the desk, and a request for whoever sent it.
  if (outage.drill || requestIn(outage)) return reject({ type: 'unknown-outage' });
  const before = outage.following.find(({ person }) => person.id === by.id);
  if (before?.noise === noise || inOwnChat(outage).has(by.id)) return nothing;
  if (!before && !isOpen(outage)) return alreadyEnded(outage as Exclude<typeof outage, { state: 'reported' | 'acknowledged' }>);
  return accept({ type: 'followed', at, person: withoutRoles(by), tenantId, noise });
}

export const unfollow = ({ at, by }: ActionOf<'unfollow'>, { following }: Outage): Decision =>
  following.some(({ person }) => person.id === by.id) ? accept({ type: 'unfollowed', at, person: withoutRoles(by) }) : nothing;

/**
 * Those who come along when an outage is merged into this one, so that they hear its end. Of another project they do not: they may not
 * see this one.
 */
export function followingAnew({ following = [], projectId }: ActionOf<'absorb'>, outage: Outage) {
  if (projectId !== outage.report.project.id) return [];
  const hearing = inOwnChat(outage);
  return following.flatMap(({ person, tenantId, noise }) =>
    hearing.has(person.id) || followingIn(outage, person.id) ? [] : { person, tenantId, noise },
  );
}

/**
 * Who hears of it in their own chat anyway: its reporter, those who joined, and the reporters of what was merged into it. All at once,
 * because thousands may come along.
 */
export function inOwnChat({ reporter, origin, absorbed, joined }: Outage): ReadonlySet<string> {
  const theirs = [{ person: reporter, origin }, ...absorbed.map((one) => ({ ...one, person: one.reporter })), ...joined];
  return new Set(theirs.flatMap((one) => (one.origin.kind === 'personal' ? one.person.id : [])));
}
