/**
 * What may happen to an outage: an action and the outage give events, or a rejection that carries its data.
 * The same action twice gives no events the second time. Time, ids, the actor and who is on call come in with the
 * action; nothing here reads a clock.
 */

import { may, type Permission } from './may.ts';
import {
  type Actor,
  evolve,
  type Follower,
  type Instant,
  type Level,
  type OnCall,
  type Origin,
  type Outage,
  type OutageEvent,
  type Person,
  type Phase,
  type Policy,
  type Report,
  type Room,
} from './outage.ts';
import { breachRung, highestRungDue, rungAudience } from './promise.ts';

type Common = { readonly outageId: string; readonly at: Instant };
type ByPerson = Common & { readonly by: Actor };
export type ReportAction = ByPerson & {
  readonly type: 'report';
  readonly number: number;
  readonly report: Report;
  readonly origin: Origin;
  readonly desk: Room;
  readonly followers: readonly Follower[];
  readonly policy: Policy;
  readonly onCall: OnCall;
};
export type AcknowledgeAction = ByPerson & { readonly type: 'acknowledge' };
export type UpdateAction = ByPerson & {
  readonly type: 'update';
  readonly text: string;
  readonly phase: Phase | null;
  /** null: the cadence of the policy. */
  readonly nextUpdateInMs: number | null;
  /** The version that the card showed; null when it was typed. */
  readonly seen: number | null;
};
export type ResolveAction = ByPerson & { readonly type: 'resolve'; readonly text: string; readonly seen: number | null };
export type PassDeadlineAction = Common & { readonly type: 'pass-deadline'; readonly onCall: OnCall };
export type LosePlaceAction = Common & { readonly type: 'lose-place'; readonly place: string; readonly reason: string };
/** The records were put back: what happened from `to` until now is not in them. */
export type RestoreAction = Common & { readonly type: 'restore'; readonly to: Instant };
export type Action = ReportAction | AcknowledgeAction | UpdateAction | ResolveAction | PassDeadlineAction | LosePlaceAction | RestoreAction;
export const ACTION_TYPES = [
  'report',
  'acknowledge',
  'update',
  'resolve',
  'pass-deadline',
  'lose-place',
  'restore',
] as const satisfies readonly Action['type'][];

export type Rejection =
  | { readonly type: 'unknown-outage' }
  | { readonly type: 'not-permitted'; readonly permission: Permission }
  | { readonly type: 'already-acknowledged'; readonly by: Person; readonly at: Instant }
  | { readonly type: 'already-resolved'; readonly by: Person; readonly at: Instant }
  /** Somebody changed the outage after the card was drawn; what was typed is not lost, it is asked again. */
  | { readonly type: 'card-outdated'; readonly by: Person; readonly at: Instant };
export type Decision = { readonly events: readonly OutageEvent[] } | { readonly rejection: Rejection };

const nothing: Decision = { events: [] };
const reject = (rejection: Rejection): Decision => ({ rejection });
const person = ({ id, name }: Person): Person => ({ id, name });

export function decide(action: Action, outage: Outage | null): Decision {
  if (action.type === 'report') return report(action, outage);
  if (!outage) return reject({ type: 'unknown-outage' });
  switch (action.type) {
    case 'acknowledge':
      return acknowledge(action, outage);
    case 'update':
      return update(action, outage);
    case 'resolve':
      return resolve(action, outage);
    case 'pass-deadline':
      return passDeadline(action, outage);
    case 'lose-place':
      return outage.unreachable.includes(action.place)
        ? nothing
        : { events: [{ type: 'place-lost', at: action.at, place: action.place, reason: action.reason }] };
    case 'restore':
      return restore(action, outage);
    default:
      throw new Error(`unknown action ${(action satisfies never as Action).type}`);
  }
}

function report(action: ReportAction, outage: Outage | null): Decision {
  if (outage) return outage.reporter.id === action.by.id ? nothing : reject({ type: 'unknown-outage' });
  if (!may(action.by, 'report')) return reject({ type: 'not-permitted', permission: 'report' });
  const { outageId, by, type: _, ...rest } = action;
  return { events: [{ ...rest, type: 'reported', id: outageId, by: person(by) }] };
}

function acknowledge(action: AcknowledgeAction, outage: Outage): Decision {
  if (!may(action.by, 'acknowledge')) return reject({ type: 'not-permitted', permission: 'acknowledge' });
  switch (outage.state) {
    case 'reported':
      return { events: taking(action, outage) };
    case 'acknowledged':
      if (outage.owner.id === action.by.id) return nothing;
      return reject({ type: 'already-acknowledged', by: outage.owner, at: outage.acknowledgedAt });
    case 'resolved':
      return reject({ type: 'already-resolved', by: outage.resolvedBy, at: outage.resolvedAt });
  }
}

/** A late acknowledgement is still one; the breach that no timer had time to record is recorded with it. */
function taking(action: ByPerson, outage: Outage): readonly OutageEvent[] {
  const late = action.at > outage.acknowledgeBy && outage.breachedAt === null;
  return [
    ...(late ? [{ type: 'breached', at: action.at, dueAt: outage.acknowledgeBy } as const] : []),
    { type: 'acknowledged', at: action.at, by: person(action.by), afterMs: action.at - outage.reportedAt },
  ];
}

/** Work on an outage that nobody took yet takes it: a person looked at it, which is what the promise is about. */
function working(action: UpdateAction | ResolveAction, outage: Outage, work: (taken: Outage) => OutageEvent): Decision {
  if (!may(action.by, action.type)) return reject({ type: 'not-permitted', permission: action.type });
  if (outage.state === 'resolved') return reject({ type: 'already-resolved', by: outage.resolvedBy, at: outage.resolvedAt });
  const { lastChange } = outage;
  if (action.seen !== null && lastChange.version > action.seen && lastChange.by.id !== action.by.id) {
    return reject({ type: 'card-outdated', by: lastChange.by, at: lastChange.at });
  }
  const first = outage.state === 'reported' ? taking(action, outage) : [];
  const taken = first.reduce<Outage | null>(evolve, outage) ?? outage;
  return { events: [...first, work(taken)] };
}

function update(action: UpdateAction, outage: Outage): Decision {
  if (sentTwice(action, outage)) return nothing;
  return working(action, outage, (taken) => ({
    type: 'updated',
    at: action.at,
    by: person(action.by),
    text: action.text,
    phase: action.phase ?? (taken.state === 'acknowledged' ? taken.phase : 'investigating'),
    nextUpdateBy: action.at + (action.nextUpdateInMs ?? taken.policy.updateEveryMs),
  }));
}

/** Teams sends a typed message again, under a new id, when it hears no answer in 15 seconds. */
const REDELIVERY_MS = 60_000;

/**
 * What was sent twice (a second tap, a redelivery) brings the words that we have: with an older version when it is a
 * form, soon after them when they were typed.
 */
function sentTwice({ seen, by, text, phase, at }: UpdateAction, outage: Outage): boolean {
  if (outage.state !== 'acknowledged') return false;
  const { lastChange, lastUpdate } = outage;
  const again = seen === null ? at - lastChange.at < REDELIVERY_MS : lastChange.version > seen;
  return again && lastChange.by.id === by.id && lastUpdate === text && (phase === null || phase === outage.phase);
}

const resolve = (action: ResolveAction, outage: Outage): Decision =>
  working(action, outage, () => ({ type: 'resolved', at: action.at, by: person(action.by), text: action.text }));

/** Steps that fell due while nobody looked are collapsed into the highest: one message, not a storm. */
function passDeadline(action: PassDeadlineAction, outage: Outage): Decision {
  if (outage.state === 'acknowledged') {
    if (outage.updateMissed || action.at < outage.nextUpdateBy) return nothing;
    return { events: [{ type: 'update-missed', at: action.at, dueAt: outage.nextUpdateBy }] };
  }
  if (outage.state !== 'reported') return nothing;
  const rung = highestRungDue(outage.policy, outage.reportedAt, action.at);
  if (rung < outage.rungsPassed) return nothing;
  const { levels, direct } = rungAudience(outage.policy, outage.rungsPassed, rung);
  const breached = rung >= breachRung(outage.policy) && outage.breachedAt === null;
  return {
    events: [
      ...(breached ? [{ type: 'breached', at: action.at, dueAt: outage.acknowledgeBy } as const] : []),
      { type: 'escalated', at: action.at, rung, people: everyone(levels, action.onCall), direct },
    ],
  };
}

/** Nothing when it is on the record already, or when somebody spoke after it: what they said is known. */
function restore({ at, to }: RestoreAction, outage: Outage): Decision {
  if (outage.state === 'resolved' || outage.restored?.to === to || outage.lastChange.at > to) return nothing;
  return { events: [{ type: 'restored', at, to }] };
}

/** Each person once, at the first level that names them. */
function everyone(levels: readonly Level[], onCall: OnCall): { person: Person; level: Level }[] {
  const found = new Map<string, { person: Person; level: Level }>();
  for (const level of levels) {
    for (const someone of onCall[level]) if (!found.has(someone.id)) found.set(someone.id, { person: person(someone), level });
  }
  return [...found.values()];
}
