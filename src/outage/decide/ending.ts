/** How an outage ends other than by being resolved, and how it comes back. */
import type { ActionOf } from '../actions.ts';
import { accept, alreadyEnded, type Decision, endOf, nothing, reject, stamp } from '../decision.ts';
import type { OutageEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { followingAnew } from '../follow/decide.ts';
import { isEngineer } from '../permissions.ts';
import { withPulse } from '../types/affected.ts';
import {
  affectedPeople,
  isOpen,
  OPEN_STATES,
  type Open,
  type Outage,
  type OutageState,
  ownerOf,
  requestIn,
  seriesOf,
} from '../types/outage.ts';
import { apartIn, joinedAnew } from './affected.ts';
import { called } from './ownership.ts';
import { REDELIVERY_MS, taking, working } from './progress.ts';

const isOpenState = (state: OutageState): boolean => (OPEN_STATES as readonly OutageState[]).includes(state);

/** A transfer counts as an acknowledgement too: somebody looked at it. */
export function transfer(action: ActionOf<'transfer'>, outage: Outage): Decision {
  const { at, by, team, reason, plan } = action;
  if (outage.state === 'transferred' && outage.team.id === team.id && outage.transferredBy.id === by.id) return nothing;
  const replyBy = at + plan.replyWithinMs;
  return working(action, outage, () => ({ type: 'transferred', ...stamp(action), team, reason, plan: plan.name, replyBy }));
}

/** The reporter says "it is an outage" of what was transferred, or "something else" of what was merged, once; then the duty manager decides, with everybody on call. */
export function object(action: ActionOf<'object'>, outage: Outage): Decision {
  if (outage.state === 'reported' && outage.back?.by === 'objection') return nothing;
  if (outage.state !== 'transferred' && outage.state !== 'merged') return reject({ type: 'not-now', state: outage.state });
  if (outage.objected) return reject({ type: 'objected-already' });
  const people = called(['duty-manager'], action.onCall, outage.state === 'transferred' ? [outage.owner] : []);
  return accept({ type: 'objected', ...stamp(action), reason: action.reason, people });
}

export function withdraw(action: ActionOf<'withdraw'>, outage: Outage): Decision {
  if (outage.state === 'withdrawn') return nothing;
  const waits = isOpen(outage) || outage.state === 'requested';
  return waits ? accept({ type: 'withdrawn', ...stamp(action), reason: action.reason }) : alreadyEnded(outage);
}

export function merge(action: ActionOf<'merge'>, outage: Outage): Decision {
  const { intoId, into } = action;
  if (outage.state === 'requested') return alreadyEnded(outage);
  if (outage.state === 'merged' && outage.into.id === intoId) return nothing;
  if (intoId === outage.id) return reject({ type: 'bad-target', why: 'same' });
  // An outage is merged with an outage, and a drill with a drill; a request is never merged.
  if (!into || seriesOf(into.number) !== seriesOf(outage.number)) return reject({ type: 'bad-target', why: 'unknown' });
  if (!isOpenState(into.state)) return reject({ type: 'bad-target', why: 'ended' });
  // A list, and a question that was asked before, know nothing of it; whoever asks anew has read it.
  const said = action.seen === null ? [...apartIn(into, outage), ...apartIn(outage, into)] : apartIn(outage, into);
  const unread = said.findLast(({ version }) => action.seen === null || version > action.seen);
  if (unread && isOpen(outage)) return reject({ type: 'parted', by: unread.by, at: unread.at, into: into.number });
  return working(action, outage, () => ({ type: 'merged', ...stamp(action), into: { id: intoId, number: into.number } }));
}

export function absorb(action: ActionOf<'absorb'>, outage: Outage): Decision {
  const { merged, joined } = action;
  if (!isOpen(outage) || outage.absorbed.some(({ id }) => id === merged.id)) return nothing;
  const following = followingAnew(action, outage);
  return accept({
    type: 'absorbed',
    ...stamp(action),
    merged,
    joined: joinedAnew(joined, outage),
    ...(following.length > 0 && { following }),
  });
}

export function confirm(action: ActionOf<'confirm'>, outage: Outage): Decision {
  if (outage.state === 'closed') return nothing;
  return outage.state === 'resolved' ? accept({ type: 'closed', ...stamp(action) }) : reject({ type: 'not-now', state: outage.state });
}

/**
 * The reporter can reopen it for a while, which puts it back on the ladder; an engineer can at any time, and becomes its owner. An
 * engineer who reported it reopens it as its reporter, but takes a transfer or a merge apart as an engineer.
 */
export function reopen(action: ActionOf<'reopen'>, outage: Outage): Decision {
  const { at, by, reason } = action;
  const passedOn = outage.state === 'merged' || outage.state === 'transferred';
  const engineer = isEngineer(by) && (passedOn || by.id !== outage.reporter.id);
  if (outage.drill?.over) return reject({ type: 'not-now', state: outage.state });
  if (isOpen(outage)) return justReopened(outage, by.id) ? nothing : reject({ type: 'not-now', state: outage.state });
  // A request is made anew. To a transfer or a merge the reporter objects instead; an engineer takes it apart by reopening it.
  if (outage.state === 'requested' || requestIn(outage)) return reject({ type: 'not-now', state: outage.state });
  if (passedOn && !engineer) return reject({ type: 'not-now', state: outage.state });
  const until = endOf(outage).at + outage.policy.reopenWithinMs;
  if (!isEngineer(by) && at > until) return reject({ type: 'too-late', until });
  const back = comesBack(action, outage, reason);
  const reopened: OutageEvent = engineer ? { ...back, people: [] } : back;
  return engineer ? accept(reopened, ...taking(action, evolve(outage, reopened))) : accept(reopened);
}

/** How soon somebody may say again how it is, while it is open. */
const PULSE_EVERY_MS = 3_600_000;

/**
 * Somebody affected says how it is. While it is open it is counted, once an hour for each person; what they write, and another word of
 * the reporter, comes at any time. Once it has ended, the reporter's word closes or reopens it; enough others reopen it too.
 */
export function pulse(action: ActionOf<'pulse'>, outage: Outage): Decision {
  const { at, by, says, text } = action;
  const mine = outage.pulses.find(({ id }) => id === by.id);
  const isSame = mine?.says === says;
  const byReporter = by.id === outage.reporter.id;
  if (isSame && at - mine.at < REDELIVERY_MS && (text === '' || outage.lastNote?.text === text)) return nothing;
  const pulsed = { type: 'pulsed', ...stamp(action), says, text } as const;
  if (isOpen(outage)) {
    const until = (mine?.at ?? 0) + PULSE_EVERY_MS;
    // Nobody is affected by a drill.
    if (outage.drill) return reject({ type: 'not-now', state: outage.state });
    const isSoon = at < until && text === '' && (isSame || !byReporter);
    return mine && isSoon ? reject({ type: 'said-already', says: mine.says, at: mine.at, until }) : accept(pulsed);
  }
  if (byReporter && says === 'works') return confirm({ ...action, type: 'confirm' }, outage);
  if (byReporter && says === 'down') return reopen({ ...action, type: 'reopen', reason: text }, outage);
  const counted = isSame && text === '' ? nothing : accept(pulsed);
  return saidAtEnd(action, outage, counted);
}

/** What somebody else than the reporter says once it has ended. `counted`: it changes nothing but the count. */
function saidAtEnd(action: ActionOf<'pulse'>, outage: Exclude<Outage, Open>, counted: Decision): Decision {
  const { at, by, says, text } = action;
  const isOver = outage.state === 'resolved' || outage.state === 'closed' || outage.state === 'withdrawn';
  if (!isOver || requestIn(outage) || says === 'better') return reject({ type: 'not-now', state: outage.state });
  if (says === 'works') return counted;
  const until = endOf(outage).at + outage.policy.reopenWithinMs;
  if (at > until) return reject({ type: 'too-late', until });
  const count = withPulse(outage.pulses, { ...by, says, at }).filter((one) => one.says === 'down').length;
  const all = affectedPeople(outage);
  const others = all.filter(({ id }) => id !== outage.reporter.id).length;
  const { reopenAtStillDown } = outage.policy;
  if (reopenAtStillDown === undefined || count < Math.min(reopenAtStillDown, others)) return counted;
  const pulsed = { type: 'pulsed', ...stamp(action), says, text: '' } as const;
  return accept(pulsed, { ...comesBack(action, outage, text), stillDown: { count, of: all.length } });
}

/** Back on the ladder. Its last owner is called, with the primary. */
function comesBack(action: Pick<ActionOf<'reopen'>, 'at' | 'by' | 'onCall'>, outage: Outage, reason: string) {
  const owner = ownerOf(outage);
  const people = called(['primary'], action.onCall, owner ? [owner] : []);
  return { type: 'reopened', ...stamp(action), reason, people, team: outage.state === 'transferred' ? outage.team : null } as const;
}

const justReopened = (outage: Outage, by: string): boolean => {
  if (outage.lastChange.by.id !== by) return false;
  return outage.state === 'reported' ? outage.back?.by === 'reopening' : outage.ladderFrom === outage.lastChange.at;
};
