/** People who join an outage instead of reporting it again, and outages that look the same. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, nothing, reject, stamp } from '../decision.ts';
import type { Apart, Joined } from '../types/affected.ts';
import { isOpen, joinedBy, type Outage, partIn } from '../types/outage.ts';
import type { Origin } from '../types/values.ts';

const isAffected = (outage: Outage, personId: string): boolean => outage.reporter.id === personId || partIn(outage, personId) !== undefined;

export function join(action: ActionOf<'join'>, outage: Outage): Decision {
  // Nobody is affected by a drill.
  if (outage.drill) return reject({ type: 'unknown-outage' });
  if (isAffected(outage, action.by.id)) return nothing;
  if (!isOpen(outage)) return alreadyEnded(outage);
  const { at, by } = stamp(action);
  const { project, environment, contact, said, origin } = action;
  const joined = { person: by, number: outage.number, at, project, environment, contact, said, origin };
  return accept({ type: 'joined', at, by, joined });
}

/** Also of what was merged into another one: they are not told again when it is taken out of that. */
export const leave = (action: ActionOf<'leave'>, outage: Outage): Decision =>
  (isOpen(outage) || outage.state === 'merged') && joinedBy(outage, action.by.id) ? accept({ type: 'left', ...stamp(action) }) : nothing;

export function addPhone(action: ActionOf<'add-phone'>, outage: Outage): Decision {
  const { by, phone } = action;
  const joined = joinedBy(outage, by.id);
  if (!joined || joined.contact.phone === phone) return nothing;
  return isOpen(outage) ? accept({ type: 'phone-added', ...stamp(action), phone }) : alreadyEnded(outage);
}

/** For each kind of similarity the desk is offered a merge once. */
export const suggestMerge = ({ at, likeness, others }: ActionOf<'suggest-merge'>, outage: Outage): Decision =>
  isOpen(outage) && !outage.gathered.includes(likeness) ? accept({ type: 'gathered', at, likeness, others }) : nothing;

type Parts = Pick<Outage, 'id' | 'absorbed' | 'apart'>;

/** What was said of an outage that makes it another one than the other, or than what was merged into that. */
export const apartIn = ({ apart }: Parts, { id, absorbed }: Parts): readonly Apart[] =>
  apart.filter((one) => one.id === id || absorbed.some((part) => part.id === one.id));

/** Those of which nobody said that they are another one than the first, or than one that comes before them. */
export function withoutApart(outages: readonly Outage[]): readonly Outage[] {
  const kept: Outage[] = [];
  for (const one of outages) {
    if (kept.every((other) => apartIn(one, other).length + apartIn(other, one).length === 0)) kept.push(one);
  }
  return kept;
}

const withoutCard = ({ opens: _, ...origin }: Origin): Origin => ({ ...origin, cardId: null });

/** Those who come along when an outage is merged into this one. Their own card goes on showing the outage that they joined. */
export const joinedAnew = (joined: readonly Joined[], outage: Outage): readonly Joined[] =>
  joined.filter(({ person }) => !isAffected(outage, person.id)).map((one) => ({ ...one, origin: withoutCard(one.origin) }));
