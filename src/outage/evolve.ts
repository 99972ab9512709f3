/** What happened to an outage, and the outage that it makes. The events are the record; everything else follows from them. */
import type { Request, Requested } from './decide/request.ts';
import { foldJoins, type JoinEvent, type Joined, NO_JOINS } from './joined.ts';
import {
  type Absorbed,
  type Acknowledged,
  type Called,
  type Correction,
  type DrillDelivery,
  type Facts,
  type Follower,
  type Instant,
  isOpen,
  type Ladder,
  type OnCall,
  type Origin,
  type Outage,
  outageName,
  type Person,
  type Phase,
  type Policy,
  type Report,
  type Reported,
  type Resolved,
  type Room,
  type Team,
  type Transferred,
} from './outage.ts';
import { removedBy } from './personal-data.ts';
import { lastCallFor, onLadder, take } from './promise.ts';

type By = { readonly at: Instant; readonly by: Person };
/** It is back on the ladder; these are called at once. */
type Back = By & { readonly reason: string; readonly people: readonly Called[] };
export type OutageEvent =
  | (By & {
      readonly type: 'reported';
      readonly id: string;
      readonly number: number;
      readonly report: Report;
      readonly origin: Origin;
      readonly desk: Room;
      readonly followers: readonly Follower[];
      readonly policy: Policy;
      readonly onCall: OnCall;
      readonly drill: { readonly mentions: boolean } | null;
      readonly request: Pick<Request, 'queue' | 'plan'> | null;
    })
  /** `withinMs`: what was promised, counted from the same moment as `afterMs`. */
  | (By & { readonly type: 'acknowledged'; readonly afterMs: number; readonly withinMs: number })
  | (By & { readonly type: 'planned'; readonly firstLook: string; readonly nextUpdateBy: Instant })
  /** An empty text: nothing new. */
  | (By & { readonly type: 'updated'; readonly text: string; readonly phase: Phase; readonly nextUpdateBy: Instant })
  | (By & { readonly type: 'hand-over-offered'; readonly to: Person })
  | (By & { readonly type: 'hand-over-declined'; readonly owner: Person })
  | (By & { readonly type: 'handed-over'; readonly from: Person })
  | (By & { readonly type: 'assisted'; readonly person: Person })
  | (Back & { readonly type: 'released' })
  | (Back & { readonly type: 'objected' })
  /** `team`: whose it was until then; null: the desk's. */
  | (Back & { readonly type: 'reopened'; readonly team: Team | null })
  /** `shown`: it was typed where everybody who may read it has read it. */
  | (By & { readonly type: 'noted'; readonly text: string; readonly shown: boolean })
  | (By & { readonly type: 'corrected'; readonly changes: Correction; readonly was: Correction })
  | (By & { readonly type: 'transferred'; readonly team: Team; readonly reason: string; readonly plan: string; readonly replyBy: Instant })
  | (By & { readonly type: 'withdrawn'; readonly reason: string })
  | (By & { readonly type: 'merged'; readonly into: { readonly id: string; readonly number: number } })
  | (By & { readonly type: 'absorbed'; readonly merged: Absorbed; readonly joined: readonly Joined[] })
  | (By & { readonly type: 'resolved'; readonly text: string })
  | (By & { readonly type: 'answered'; readonly text: string })
  | (By & Pick<Facts, 'number' | 'desk' | 'followers' | 'policy' | 'onCall'> & { readonly type: 'promoted' })
  | JoinEvent
  /** `by` null: nobody contradicted for so long. */
  | { readonly type: 'closed'; readonly at: Instant; readonly by: Person | null }
  | {
      readonly type: 'escalated';
      readonly at: Instant;
      /** Index on the ladder; everything below it has passed too, sent or collapsed into this one. */
      readonly rung: number;
      readonly people: readonly Called[];
      readonly direct: boolean;
    }
  | { readonly type: 'breached'; readonly at: Instant; readonly dueAt: Instant }
  /** `nudge`: 0 for the first; what was due before it is collapsed into it. */
  | {
      readonly type: 'update-missed';
      readonly at: Instant;
      readonly dueAt: Instant;
      readonly nudge: number;
      readonly people: readonly Called[];
    }
  | { readonly type: 'place-lost'; readonly at: Instant; readonly place: string; readonly reason: string }
  /** The thread of the desk is late, and whoever reported it is told so. */
  | { readonly type: 'desk-unreached'; readonly at: Instant }
  | { readonly type: 'desk-reached'; readonly at: Instant }
  /** It ends by itself, and says what came when. */
  | { readonly type: 'drill-ended'; readonly at: Instant; readonly came: readonly DrillDelivery[] }
  /** `to`: what happened from then on until `at` is not in the record. */
  | { readonly type: 'restored'; readonly at: Instant; readonly to: Instant }
  | { readonly type: 'personal-data-removed'; readonly at: Instant; readonly of: Person | null };
export type OutageEventType = OutageEvent['type'];
export const OUTAGE_EVENT_TYPES = Object.keys({
  reported: 0,
  acknowledged: 0,
  planned: 0,
  updated: 0,
  'hand-over-offered': 0,
  'hand-over-declined': 0,
  'handed-over': 0,
  assisted: 0,
  released: 0,
  objected: 0,
  reopened: 0,
  noted: 0,
  corrected: 0,
  transferred: 0,
  withdrawn: 0,
  merged: 0,
  absorbed: 0,
  ...{ joined: 0, left: 0, 'phone-added': 0, gathered: 0 },
  resolved: 0,
  answered: 0,
  promoted: 0,
  closed: 0,
  escalated: 0,
  breached: 0,
  'update-missed': 0,
  'place-lost': 0,
  ...{ 'desk-unreached': 0, 'desk-reached': 0, 'drill-ended': 0, restored: 0, 'personal-data-removed': 0 },
} satisfies Record<OutageEventType, 0>) as readonly OutageEventType[];
type EventOf<Type extends OutageEventType> = Extract<OutageEvent, { type: Type }>;

/** Folds one event into the outage. The first must be `reported`. Throws on an order that `decide` never makes. */
export function evolve(outage: Outage | null, event: OutageEvent): Outage {
  if (event.type === 'reported') {
    if (outage) throw new Error(`${outageName(outage)} was reported twice`);
    return begin(event);
  }
  if (!outage) throw new Error(`an outage can't begin with '${event.type}'`);
  const version = outage.version + 1;
  const changed =
    'by' in event && event.by && !CHANGES_NO_FORM.includes(event.type) ? { lastChange: { version, by: event.by, at: event.at } } : {};
  return fold({ ...outage, ...changed, version }, event);
}

/** What engineers say among themselves, and who is affected too: no form could be wrong about it. */
const CHANGES_NO_FORM: readonly OutageEventType[] = ['noted', 'joined', 'left', 'phone-added'];

function begin(event: EventOf<'reported'>): Reported | Requested {
  const { type: _, at, by, request, ...facts } = event;
  const begun: Facts = {
    ...facts,
    request: request && { ...request, number: event.number, promoted: null },
    drill: event.drill && { ...event.drill, over: false },
    version: 1,
    lastChange: { version: 1, by, at },
    reporter: by,
    reportedAt: at,
    ...onLadder(event.policy, at),
    updates: 0,
    lastUpdate: '',
    lastNote: null,
    absorbed: [],
    ...NO_JOINS,
    team: null,
    objected: false,
    ...{ unreachable: [], deskUnreached: null },
    ...{ restored: null, removed: null },
  };
  return request ? { ...begun, state: 'requested', answer: null } : { ...begun, state: 'reported', back: null };
}

/** `outage` has the version and the last change of the event already. */
function fold(outage: Outage, event: Exclude<OutageEvent, { type: 'reported' }>): Outage {
  switch (event.type) {
    case 'acknowledged':
      return { ...factsOf(outage), ...take(event.by, event.at, outage), state: 'acknowledged' };
    case 'planned':
      return { ...(outage as Acknowledged), firstLook: event.firstLook, nextUpdateBy: event.nextUpdateBy };
    case 'updated': {
      const { phase, nextUpdateBy, text } = event;
      const { updates, lastUpdate } = outage;
      return { ...(outage as Acknowledged), phase, nextUpdateBy, nudges: 0, updates: updates + 1, lastUpdate: text || lastUpdate };
    }
    case 'hand-over-offered':
      return { ...(outage as Acknowledged), offeredTo: event.to };
    case 'hand-over-declined':
      return { ...(outage as Acknowledged), offeredTo: null };
    case 'handed-over': {
      const taken = outage as Acknowledged;
      return { ...taken, owner: event.by, ownerSince: event.at, offeredTo: null, helpers: without(taken, event.by) };
    }
    case 'assisted':
      return { ...(outage as Acknowledged), helpers: [...(outage as Acknowledged).helpers, event.person] };
    case 'released':
      return back(outage, event, 'release', outage.policy.again);
    case 'objected':
      return { ...back(outage, event, 'objection', lastCallFor(outage.policy.again)), objected: true };
    case 'reopened':
      return back(outage, event, 'reopening', outage.policy.again);
    case 'noted':
      return { ...outage, lastNote: { by: event.by, text: event.text, at: event.at } };
    case 'corrected':
      return { ...outage, report: { ...outage.report, ...event.changes } };
    case 'transferred': {
      const { team, reason, plan, replyBy, at, by } = event;
      const ended = { transferredAt: at, transferredBy: by, team, reason, plan, replyBy };
      return { ...factsOf(outage), ...takenOf(outage as Acknowledged), ...ended, state: 'transferred' };
    }
    case 'withdrawn':
      return {
        ...factsOf(outage),
        ...{ withdrawnAt: event.at, withdrawnBy: event.by, reason: event.reason },
        owner: ownerOf(outage),
        state: 'withdrawn',
      };
    case 'merged':
      return { ...factsOf(outage), mergedAt: event.at, mergedBy: event.by, into: event.into, state: 'merged' };
    case 'absorbed':
      return { ...outage, absorbed: [...outage.absorbed, event.merged], joined: [...outage.joined, ...event.joined] };
    case 'joined':
    case 'left':
    case 'phone-added':
    case 'gathered':
      return { ...outage, ...foldJoins(outage, outage.version, event) };
    case 'resolved': {
      const over = { resolvedAt: event.at, resolvedBy: event.by, resolution: event.text };
      return { ...factsOf(outage), ...takenOf(outage as Acknowledged), ...over, state: 'resolved' };
    }
    case 'answered':
      return { ...(outage as Requested), answer: { by: event.by, at: event.at, text: event.text } };
    case 'promoted': {
      const { at, by, number, desk, followers, policy, onCall } = event;
      const promoted = outage.request && { ...outage.request, promoted: { by, at, version: outage.version } };
      const anew = { number, desk, followers, policy, onCall, ...onLadder(policy, at), request: promoted };
      return { ...factsOf(outage), ...anew, back: null, state: 'reported' };
    }
    case 'closed':
      return { ...(outage as Resolved), state: 'closed', closedAt: event.at, closedBy: event.by };
    case 'escalated':
      return { ...outage, rungsPassed: event.rung + 1 };
    case 'breached':
      return { ...outage, breachedAt: event.dueAt };
    case 'update-missed':
      return { ...(outage as Acknowledged), nudges: event.nudge + 1 };
    case 'drill-ended': {
      const over = { ...outage, drill: outage.drill && { ...outage.drill, over: true } };
      if (!isOpen(over)) return over;
      const ended = { withdrawnAt: event.at, withdrawnBy: over.reporter, reason: '', owner: ownerOf(over) };
      return { ...factsOf(over), ...ended, state: 'withdrawn' };
    }
    case 'place-lost':
      return { ...outage, unreachable: [...outage.unreachable, event.place] };
    case 'desk-unreached':
      return { ...outage, deskUnreached: { at: event.at, until: null } };
    case 'desk-reached':
      return { ...outage, deskUnreached: outage.deskUnreached && { ...outage.deskUnreached, until: event.at } };
    case 'restored':
      return { ...outage, restored: { to: event.to, at: event.at, version: outage.version } };
    case 'personal-data-removed':
      return { ...outage, removed: removedBy(event, outage) };
    default:
      throw new Error(`unknown event ${(event satisfies never as OutageEvent).type}`);
  }
}

function back(outage: Outage, event: Back, by: NonNullable<Reported['back']>['by'], ladder: Ladder): Reported {
  return { ...factsOf(outage), ...onLadder(ladder, event.at), back: { by, owner: ownerOf(outage) }, state: 'reported' };
}

/** Who has it, or had it last; null: nobody ever took it, as far as the state knows. */
export function ownerOf(outage: Outage): Person | null {
  if (outage.state === 'reported') return outage.back?.owner ?? null;
  return outage.state === 'merged' || outage.state === 'requested' ? null : outage.owner;
}

const takenOf = ({ owner, ownerSince, acknowledgedAt, phase, helpers }: Acknowledged | Transferred) => ({
  ...{ owner, ownerSince, acknowledgedAt, phase, helpers },
});
const without = ({ helpers }: Acknowledged, { id }: Person) => helpers.filter((helper) => helper.id !== id);

const FACTS = Object.keys({
  ...{ id: 0, number: 0, version: 0, lastChange: 0, reporter: 0, report: 0 },
  ...{ origin: 0, desk: 0, followers: 0, policy: 0, onCall: 0, reportedAt: 0 },
  ...{ ladderFrom: 0, ladder: 0, acknowledgeBy: 0, rungsPassed: 0, breachedAt: 0, updates: 0 },
  ...{ lastUpdate: 0, lastNote: 0, absorbed: 0, joined: 0, joins: 0, gathered: 0, drill: 0, team: 0, objected: 0 },
  ...{ unreachable: 0, deskUnreached: 0, restored: 0, removed: 0, request: 0 },
} satisfies Record<keyof Facts, 0>) as (keyof Facts)[];

/** What it keeps when its state changes. */
const factsOf = (outage: Outage): Facts => Object.fromEntries(FACTS.map((key) => [key, outage[key]])) as Facts;

/** Since when nobody knows what happened: until a person says something new, what was said in between may be missing. */
export function unknownSince(outage: Outage | null): Instant | null {
  const restored = outage?.restored;
  return restored && outage.lastChange.version < restored.version ? restored.to : null;
}

/** The outage after all its events, or null without any. */
export const replay = (events: readonly OutageEvent[]): Outage | null => events.reduce<Outage | null>(evolve, null);
