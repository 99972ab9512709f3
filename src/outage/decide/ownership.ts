/** The owner of an outage: handing it over, helping, giving it back. */
import type { AcceptAction, AssistAction, DeclineAction, HandOverAction, ReleaseAction } from '../actions.ts';
import { accept, type Decision, nothing, reject, withoutRoles } from '../decision.ts';
import { everyoneOnce } from '../promise.ts';
import { type Acknowledged, isOpen, type Outage } from '../types/outage.ts';
import { LEVELS, type Level, type OnCall, type Person } from '../types/person.ts';
import { alreadyEnded, outdatedFor, takingOver } from './progress.ts';

/** Decides what only makes sense while the outage has an owner. */
function whileTaken(outage: Outage, decide: (taken: Acknowledged) => Decision): Decision {
  if (!isOpen(outage)) return alreadyEnded(outage);
  return outage.state === 'reported' ? reject({ type: 'not-now', state: outage.state }) : decide(outage);
}

/** Any engineer may offer it, because the owner may be out of reach; a new offer replaces the last one. */
export const handOver = ({ to, by, at }: HandOverAction, outage: Outage): Decision =>
  whileTaken(outage, (taken) => {
    if (to.id === taken.owner.id || to.id === taken.offeredTo?.id) return nothing;
    return accept({ type: 'hand-over-offered', at, by: withoutRoles(by), to: withoutRoles(to) });
  });

export const acceptHandOver = (action: AcceptAction, outage: Outage): Decision =>
  whileTaken(outage, (taken) => {
    if (taken.owner.id === action.by.id) return nothing;
    if (taken.offeredTo?.id === action.by.id) return accept(takingOver(action, taken));
    return reject({ type: 'not-offered', to: taken.offeredTo });
  });

/** The owner may take the offer back. */
export const declineHandOver = ({ by, at }: DeclineAction, outage: Outage): Decision =>
  whileTaken(outage, ({ offeredTo, owner }) => {
    if (offeredTo === null) return nothing;
    if (by.id !== offeredTo.id && by.id !== owner.id) return reject({ type: 'not-offered', to: offeredTo });
    return accept({ type: 'hand-over-declined', at, by: withoutRoles(by), owner });
  });

export const assist = ({ person: helper, by, at }: AssistAction, outage: Outage): Decision =>
  whileTaken(outage, ({ owner, helpers }) => {
    if ([owner, ...helpers].some(({ id }) => id === helper.id)) return nothing;
    return accept({ type: 'assisted', at, by: withoutRoles(by), person: withoutRoles(helper) });
  });

export const release = (action: ReleaseAction, outage: Outage): Decision => {
  // A second tap by the engineer who has just released it.
  if (outage.state === 'reported' && outage.back?.by === 'release' && outage.lastChange.by.id === action.by.id) return nothing;
  return whileTaken(outage, (taken) => {
    const outdated = outdatedFor(action, taken);
    if (outdated) return outdated;
    const { at, by, reason, onCall } = action;
    return accept({ type: 'released', at, by: withoutRoles(by), reason, people: called(['primary'], onCall, [], taken.owner) });
  });
};

/**
 * The people who are called at once when an outage is back on the ladder: `first`, then those on the levels, without `except`.
 * When nobody is on these levels, everybody on call.
 */
export function called(levels: readonly Level[], onCall: OnCall, first: readonly Person[] = [], except: Person | null = null) {
  const others = (level: Level) => onCall[level].filter(({ id }) => id !== except?.id);
  const of = (some: readonly Level[]) => some.flatMap((level) => others(level).map((one) => ({ person: one, level })));
  const found = of(levels);
  const owners = first.map((one) => ({ person: one, level: 'owner' }) as const);
  return everyoneOnce([...owners, ...(found.length > 0 ? found : of(LEVELS))]);
}
