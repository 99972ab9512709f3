/** The owner of an outage: handing it over, helping, giving it back. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, nothing, outdatedFor, reject, stamp, withoutRoles } from '../decision.ts';
import { evolve } from '../evolve.ts';
import { calledOn, everyoneOnce, TAKE_BACK_WITHIN_MS, whyItStays } from '../promise.ts';
import { type Acknowledged, isOpen, type Outage, type Reported } from '../types/outage.ts';
import { LEVELS, type Level, type OnCall, type Person } from '../types/values.ts';
import { escalate } from './pass-deadline.ts';
import { takingOver } from './progress.ts';

/** Decides what only makes sense while the outage has an owner. */
function whileTaken(outage: Outage, decide: (taken: Acknowledged) => Decision): Decision {
  if (!isOpen(outage)) return alreadyEnded(outage);
  return outage.state === 'reported' ? reject({ type: 'not-now', state: outage.state }) : decide(outage);
}

/** Any engineer may offer it, because the owner may be out of reach; a new offer replaces the last one. */
export const handOver = (action: ActionOf<'hand-over'>, outage: Outage): Decision =>
  whileTaken(outage, (taken) => {
    const to = withoutRoles(action.to);
    if (to.id === taken.owner.id || to.id === taken.offeredTo?.id) return nothing;
    return accept({ type: 'hand-over-offered', ...stamp(action), to });
  });

export const acceptHandOver = (action: ActionOf<'accept'>, outage: Outage): Decision =>
  whileTaken(outage, (taken) => {
    if (taken.owner.id === action.by.id) return nothing;
    if (taken.offeredTo?.id === action.by.id) return accept(takingOver(action, taken));
    return reject({ type: 'not-offered', to: taken.offeredTo });
  });

/** The owner may take the offer back. */
export const declineHandOver = (action: ActionOf<'decline'>, outage: Outage): Decision =>
  whileTaken(outage, ({ offeredTo, owner }) => {
    if (offeredTo === null) return nothing;
    if (![offeredTo.id, owner.id].includes(action.by.id)) return reject({ type: 'not-offered', to: offeredTo });
    return accept({ type: 'hand-over-declined', ...stamp(action), owner });
  });

export const assist = (action: ActionOf<'assist'>, outage: Outage): Decision =>
  whileTaken(outage, ({ owner, helpers }) => {
    const person = withoutRoles(action.person);
    if ([owner, ...helpers].some(({ id }) => id === person.id)) return nothing;
    return accept({ type: 'assisted', ...stamp(action), person });
  });

export const release = (action: ActionOf<'release'>, outage: Outage): Decision => {
  // A second tap by the engineer who has just released it.
  if (outage.state === 'reported' && outage.back?.by === 'release' && outage.lastChange.by.id === action.by.id) return nothing;
  return whileTaken(outage, (taken) => {
    const people = called(['primary'], action.onCall, [], taken.owner);
    return outdatedFor(action, taken) ?? accept({ type: 'released', ...stamp(action), reason: action.reason, people });
  });
};

/** For the promise nobody has had it: what fell due meanwhile follows in the same moment, else whoever is called first is told. */
export const takeBack = (action: ActionOf<'take-back'>, outage: Outage): Decision => {
  const { at, by, onCall } = action;
  // A second tap.
  if (outage.state === 'reported' && outage.back?.by === 'mistake' && outage.back.owner?.id === by.id) return nothing;
  return whileTaken(outage, (taken) => {
    const why = whyItStays(taken, by.id, at);
    if (why) return reject({ type: 'stays-taken', why, owner: taken.owner, until: taken.acknowledgedAt + TAKE_BACK_WITHIN_MS });
    const takenBack = { type: 'taken-back', ...stamp(action), people: [] } as const;
    const due = escalate(action, evolve(taken, takenBack) as Reported);
    if ('events' in due && due.events.length > 0) return accept(takenBack, ...due.events);
    const people = everyoneOnce(calledOn(['primary'], onCall)).filter(({ person }) => person.id !== by.id);
    return accept({ ...takenBack, people });
  });
};

/** Who is called when an outage is back on the ladder: `first`, then the levels without `except`; everybody on call when these are empty. */
export function called(levels: readonly Level[], onCall: OnCall, first: readonly Person[] = [], except: Person | null = null) {
  const of = (some: readonly Level[]) => calledOn(some, onCall).filter(({ person }) => person.id !== except?.id);
  const found = of(levels);
  const owners = first.map((one) => ({ person: one, level: 'owner' }) as const);
  return everyoneOnce([...owners, ...(found.length > 0 ? found : of(LEVELS))]);
}
