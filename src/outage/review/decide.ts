/** Saving the review of an outage, and its follow-ups: done, and due. */
import type { ActionOf } from '../actions.ts';
import { accept, type Decision, nothing, reject, stamp } from '../decision.ts';
import type { OutageEvent } from '../events.ts';
import { isOpen, type Outage, requestIn } from '../types/outage.ts';
import type { Instant } from '../types/values.ts';
import { type FollowUp, followUpIn, MOST_FOLLOW_UPS, type Review, toRemind } from './review.ts';

/** It is over, and was an outage of its own. */
export const isReviewable = (outage: Outage): boolean => !isOpen(outage) && outage.state !== 'merged' && !requestIn(outage);

/** The later one replaces what was saved before, unless somebody else saved after the form was opened. */
export function review(action: ActionOf<'review'>, outage: Outage): Decision {
  const { seen, by, cause, helped } = action;
  const saved = outage.review;
  if (!isReviewable(outage)) return reject({ type: 'not-now', state: outage.state });
  if (action.followUps.length > MOST_FOLLOW_UPS) return reject({ type: 'too-many', most: MOST_FOLLOW_UPS });
  const followUps = numbered(action.followUps, saved);
  const [said, was] = [content({ cause, helped, followUps }), saved && content(saved)];
  if (said === was) return nothing;
  if (saved && seen !== null && saved.version > seen && saved.by.id !== by.id)
    return reject({ type: 'card-outdated', by: saved.by, at: saved.at });
  return accept({ type: 'reviewed', ...stamp(action), cause, helped, followUps });
}

const content = ({ cause, helped, followUps }: Pick<Review, 'cause' | 'helped'> & { readonly followUps: readonly FollowUp[] }): string =>
  JSON.stringify([cause, helped, followUps.map(({ id, text, owner, dueAt }) => [id, text, owner.id, dueAt])]);

/** One with the words of a known one is that one; else it is the one in whose place it stands, if that is not there by its own words. */
function numbered(given: ActionOf<'review'>['followUps'], saved: Review | null): readonly FollowUp[] {
  const known = saved?.followUps ?? [];
  let last = saved?.lastId ?? 0;
  const taken = new Set<number>();
  const byText = given.map(({ text }) => {
    const found = known.find((one) => one.text === text && !taken.has(one.id));
    if (found) taken.add(found.id);
    return found;
  });
  return given.map(({ text, owner: { id: ownerId, name }, dueAt, place }, index) => {
    const there = known[place];
    const found = byText[index] ?? (there && !taken.has(there.id) ? there : undefined);
    if (found) taken.add(found.id);
    return { id: found?.id ?? ++last, text, owner: { id: ownerId, name }, dueAt };
  });
}

export function followUpDone(action: ActionOf<'follow-up-done'>, outage: Outage): Decision {
  const known = followUpIn(outage.review, action.id);
  return known && !known.done ? accept({ type: 'follow-up-done', ...stamp(action), id: action.id }) : nothing;
}

/** One deadline is claimed for all that is due. `gone`: the owners who are no engineers any more. `told` false: after a restore. */
export const dueFollowUps = (at: Instant, outage: Outage, gone: readonly string[], told = true): readonly OutageEvent[] =>
  toRemind(outage)
    .filter(({ dueAt }) => at >= dueAt)
    .map(({ id, owner }) => ({ type: 'follow-up-due', at, id, owner, atDesk: told && gone.includes(owner.id), told }));
