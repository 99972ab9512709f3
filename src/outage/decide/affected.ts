/** People who join an outage instead of reporting it again, and outages that look the same. */
import type { AddPhoneAction, JoinAction, LeaveAction, SuggestMergeAction } from '../actions.ts';
import { accept, type Decision, nothing, reject, withoutRoles } from '../decision.ts';
import type { Joined } from '../types/affected.ts';
import { affectedPeople, isOpen, joinedBy, type Outage } from '../types/outage.ts';
import { alreadyEnded } from './progress.ts';

const isAffected = (outage: Outage, personId: string): boolean => affectedPeople(outage).some(({ id }) => id === personId);

export function join(action: JoinAction, outage: Outage): Decision {
  // Nobody is affected by a drill.
  if (outage.drill) return reject({ type: 'unknown-outage' });
  if (isAffected(outage, action.by.id)) return nothing;
  if (!isOpen(outage)) return alreadyEnded(outage);
  const { at, by, project, environment, contact, said, origin } = action;
  const joined = { person: withoutRoles(by), number: outage.number, at, project, environment, contact, said, origin };
  return accept({ type: 'joined', at, by: withoutRoles(by), joined });
}

export const leave = ({ at, by }: LeaveAction, outage: Outage): Decision =>
  isOpen(outage) && joinedBy(outage, by.id) ? accept({ type: 'left', at, by: withoutRoles(by) }) : nothing;

export function addPhone({ at, by, phone }: AddPhoneAction, outage: Outage): Decision {
  const joined = joinedBy(outage, by.id);
  if (!joined || joined.contact.phone === phone) return nothing;
  return isOpen(outage) ? accept({ type: 'phone-added', at, by: withoutRoles(by), phone }) : alreadyEnded(outage);
}

/** For each kind of similarity the desk is offered a merge once. */
export const suggestMerge = ({ at, likeness, others }: SuggestMergeAction, outage: Outage): Decision =>
  isOpen(outage) && !outage.gathered.includes(likeness) ? accept({ type: 'gathered', at, likeness, others }) : nothing;

/**
 * The people who come along when an outage is merged into this one. Their own card goes on showing the outage that they joined.
 */
export const joinedAnew = (joined: readonly Joined[], outage: Outage): readonly Joined[] =>
  joined.filter(({ person }) => !isAffected(outage, person.id)).map((one) => ({ ...one, origin: { ...one.origin, cardId: null } }));
