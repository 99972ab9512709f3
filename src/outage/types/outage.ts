/**
 * The outage: what it is, and its states. This is the first file of the core, which is pure: it reads no clock and knows
 * neither Teams nor a database.
 *
 * Glossary. The standard term of ITIL, on-call practice or messaging stands in brackets where ours is another.
 * - outage       a problem of a whole live production environment that stops several users and their business (major incident)
 * - report       what the customer entered; it becomes an outage when it is submitted, and the promise runs from then
 * - reporter     the person who submitted the report; of a call, who called, or else who took the call
 * - dispatcher   somebody who answers the phone for the desk, and reports what a customer says there
 * - desk         the support team that answers for the outage, and the Teams channel that holds its thread (service desk)
 * - engineer     somebody whom the desk file lists as one; only engineers acknowledge, update and resolve (responder)
 * - acknowledge  a named engineer takes the outage and becomes its owner; an automatic receipt is no acknowledgement
 * - promise      "acknowledged within 30 minutes of submission", by the policy as it was on submission (SLA)
 * - ladder       the pings before and after the promise ends (escalation policy); a rung is one of them (escalation step)
 * - level        primary, secondary or duty manager: who is on call (escalation level)
 * - breach       the promise ended unacknowledged; a fact on the record, never a state (SLA breach)
 * - update       what an engineer tells everybody, with the time of the next one (status update)
 * - cadence      how long the next update may take when the engineer names no time
 * - hand over    the owner offers the outage to a named engineer, and stays accountable until that engineer accepts
 * - release      the owner gives it back; it is on the ladder again, with a shorter clock (unassign)
 * - take back    the owner had not meant the reaction that took it, so for the promise it was never acknowledged (undo)
 * - assist       an engineer helps; the owner stays the owner
 * - nudge        a ping about an overdue update: first to the owner, then to the levels above (reminder)
 * - transfer     it is no outage: another team answers, in the reply time of the customer's support plan
 * - object       the reporter says, once, that a transferred outage is an outage; it is back before a duty manager (dispute)
 * - withdraw     the reporter takes the report back (cancel)
 * - merge        it is the same as another outage, whose updates its reporter gets from then on (mark as duplicate)
 * - join         somebody says "this is us too" instead of reporting it again, and gets the updates from then on
 * - affected     everybody for whom it is down: the reporters of it and of outages merged into it, and those who joined
 * - similar      several open outages look the same, and the desk is offered to merge them (deduplicate); event `gathered`
 * - resolve      an engineer says that it is over; close: the reporter confirms that, or nobody contradicts for a while
 * - reopen       it is not over; the same number and the same threads
 * - pulse        whether it is down, better or works again for somebody affected; one tap, counted (status poll)
 * - question     what an engineer asks the reporter alone; it stands on the desk's card until the reporter replies
 * - draft        a report that was begun and not sent; its author is reminded of it once
 * - request      an ordinary support request, in a queue of its own, by the reply time of the support plan (ticket)
 * - promote      an engineer finds that a request is an outage: it goes on the ladder
 * - drill        the whole flow to try out, on a clock that is sixty times as fast
 * - file         a picture or a file that somebody sent about an outage; `shared` with everybody when it came with an update
 * - bridge       the call in which people talk about the outage (conference bridge); ticket: what another system keeps about it
 * - review       what the desk writes down after the end: cause, what helped, follow-ups (post-incident review, action items)
 * - note         a remark among engineers that nobody else is told (work note)
 * - destination  where a message about an outage goes: the desk's thread, the origin (where it was reported); destinations.ts
 * - follower     a channel or group chat that hears of the outages of a project (subscriber)
 * - following    somebody who hears of an outage in their own chat; in quiet hours only turning points, which change its course
 * - notice       a person or a room must hear of an event; a delivery is a notice that is stored to be sent (outbox message)
 * - attempt      one try to send a delivery; a lease gives one bot the right to try, for a limited time
 * - deadline     something must happen by a point in time (timer)
 * - unreached    the first message of its thread is not confirmed in the desk's channel; its reporter gets a failure receipt
 * - restored     the records were put back to an older state (from a backup); what happened after it is not known here
 */
import type { Review } from '../review/review.ts';
import type { Absorbed, Apart, Joined, Joins } from './affected.ts';
import type { AddedFile } from './files.ts';
import type { Bridge, KnownTicket } from './links.ts';
import { countedNumber, shownNumber } from './numbers.ts';
import type { KnownPage } from './pages.ts';
import { isClient } from './person-key.ts';
import type { Question } from './question.ts';
import {
  type BackBy,
  type Follower,
  type Following,
  type Instant,
  isRead,
  type Ladder,
  type OnCall,
  type Origin,
  type Person,
  type Policy,
  type Report,
  type Room,
  type Team,
} from './values.ts';
import type { Published } from './webhooks.ts';

export const PHASES = ['investigating', 'mitigating', 'monitoring'] as const;
export type Phase = (typeof PHASES)[number];

/** The whole flow to try out, sixty times as fast; nobody but the desk hears of it. */
export type Drill = { readonly mentions: boolean; readonly over: boolean };
/** Whether its messages mention nobody: a drill without pings. */
export const mentionsNobody = ({ drill }: { readonly drill: Drill | null }): boolean => drill?.mentions === false;
/** Stands as the error of a ping that was held back so that the next ones join it. */
export const JOINS_NEXT = 'waits to come with others';
export type DrillDelivery = {
  readonly key: string;
  readonly storedAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly error: string | null;
};

/** An ordinary support request: it has the reply time of the customer's support plan, no ladder and no followers. */
export type Request = {
  /** Its own number, by which it is still found when it has become an outage, which has another. */
  readonly number: number;
  readonly queue: Room;
  /** By which support plan a reply comes, and by when; null: the desk file gives the project none. */
  readonly plan: { readonly name: string; readonly replyBy: Instant } | null;
  /** When it was found to be an outage, and the version that said so; null: it is none so far. */
  readonly promoted: { readonly by: Person; readonly at: Instant; readonly version: number } | null;
};

/** What holds in every state. */
export type Facts = Joins & {
  /** The nonce that the server put into the report's card: a second Done with it finds the first. */
  readonly id: string;
  readonly number: number;
  /** The number of events so far. */
  readonly version: number;
  /** The last thing that a person did: a form that was opened before it is outdated. */
  readonly lastChange: { readonly version: number; readonly by: Person; readonly at: Instant };
  readonly reporter: Person;
  /** Who took the call in which it was reported; the reporter is the caller where Teams knows them. null: it came in Teams. */
  readonly takenBy: Person | null;
  readonly report: Report;
  readonly origin: Origin;
  readonly desk: Room;
  readonly followers: readonly Follower[];
  /** Those who follow in their own chats. */
  readonly following: readonly Following[];
  readonly webhooks: Published['webhooks'];
  readonly policy: Policy;
  /** Who was on call on submission; they are mentioned in the desk's first message. */
  readonly onCall: OnCall;
  readonly reportedAt: Instant;
  /** The maintenance that ran there when it was reported, if any did; older records do not say it. */
  readonly maintenance?: { readonly until: Instant; readonly what: string };
  /** The clock that runs, or ran last: since when, on which ladder, until when, and whether the promise was kept. */
  readonly ladderFrom: Instant;
  readonly ladder: Ladder;
  readonly acknowledgeBy: Instant;
  readonly rungsPassed: number;
  readonly breachedAt: Instant | null;
  /** Whether it was told, on this ladder, that a step found nobody to page. */
  readonly nobodyPaged: boolean;
  /** Since when it is in each stage (stage.ts) after the first one; not there: it was left out, or gone back from. */
  readonly reached: { readonly [stage in 'acknowledged' | Phase | 'resolved']?: Instant };
  readonly updates: number;
  readonly lastUpdate: string;
  readonly lastUpdateAt: Instant | null;
  readonly lastNote: { readonly by: Person; readonly text: string; readonly at: Instant } | null;
  /** Those to which the reporter has not replied, also when it has ended since. */
  readonly questions: readonly Question[];
  readonly pages: readonly KnownPage[];
  /** The pictures and files that were sent about it, oldest first. */
  readonly files: readonly AddedFile[];
  /** When its reporter said that it works again, if that was their last word; it stays open until they withdraw it. */
  readonly worksSince: Instant | null;
  /** The call that an engineer set for it; null: that of the desk file, if any. */
  readonly bridge: Bridge | null;
  readonly tickets: readonly KnownTicket[];
  readonly absorbed: readonly Absorbed[];
  /** The outages that it is not the same as: they are never offered as one again. */
  readonly apart: readonly Apart[];
  readonly drill: Drill | null;
  /** null: it was reported as an outage. */
  readonly request: Request | null;
  readonly team: Team | null;
  /** The reporter has objected to a transfer; that can be done once. */
  readonly objected: boolean;
  /** Destinations that can't be reached any more, as text; the desk is told of each once. */
  readonly unreachable: readonly string[];
  /** What the desk wrote down after its end; null: nothing so far. */
  readonly review: Review | null;
  /** When the reporter was told that the thread at the desk is late, and when that it is there; null: it was in time. */
  readonly deskUnreached: { readonly at: Instant; readonly until: Instant | null } | null;
  /** The last restore: to which state of the records, when, and the version of the outage that says so. */
  readonly restored: { readonly to: Instant; readonly at: Instant; readonly version: number } | null;
  readonly removed: { readonly at: Instant; readonly of: readonly string[]; readonly everybody: boolean } | null;
};
type Taken = {
  readonly owner: Person;
  /** When this owner took it: later than the acknowledgement after a hand-over. */
  readonly ownerSince: Instant;
  readonly acknowledgedAt: Instant;
  readonly phase: Phase;
  readonly helpers: readonly Person[];
};
export type Requested = Facts & {
  readonly state: 'requested';
  readonly answer: { readonly by: Person; readonly at: Instant; readonly text: string; readonly lateMs?: number | undefined } | null;
};
export type Reported = Facts & {
  readonly state: 'reported';
  /** How it came back to the ladder, when, and who had it before that; null: it has just been reported. */
  readonly back: { readonly by: BackBy; readonly owner: Person | null; readonly at: Instant } | null;
};
export type Acknowledged = Facts &
  Taken & {
    readonly state: 'acknowledged';
    /** What the owner looks at first; empty when they did not say. */
    readonly firstLook: string;
    readonly nextUpdateBy: Instant;
    readonly nudges: number;
    /** The engineer to whom it is offered; the owner stays accountable until they accept. */
    readonly offeredTo: Person | null;
    /** A reaction took it, and nobody has worked on it since. */
    readonly byReaction: boolean;
    readonly notOnCall: boolean;
  };
export type Transferred = Facts &
  Taken & {
    readonly state: 'transferred';
    readonly transferredAt: Instant;
    readonly transferredBy: Person;
    readonly team: Team;
    readonly reason: string;
    readonly plan: string;
    readonly replyBy: Instant;
  };
export type Withdrawn = Facts & {
  readonly state: 'withdrawn';
  readonly withdrawnAt: Instant;
  readonly withdrawnBy: Person;
  readonly reason: string;
  readonly owner: Person | null;
};
export type Merged = Facts & {
  readonly state: 'merged';
  readonly mergedAt: Instant;
  readonly mergedBy: Person;
  readonly into: { readonly id: string; readonly number: number };
};
type Over = Taken & { readonly resolvedAt: Instant; readonly resolvedBy: Person; readonly resolution: string };
export type Resolved = Facts & Over & { readonly state: 'resolved' };
/** `closedBy`: the reporter, who confirmed that it is over; null: nobody contradicted in time. */
export type Closed = Facts & Over & { readonly state: 'closed'; readonly closedAt: Instant; readonly closedBy: Person | null };
export type Outage = Requested | Reported | Acknowledged | Transferred | Withdrawn | Merged | Resolved | Closed;
export type OutageState = Outage['state'];

/** The states in which somebody waits for the desk. */
export type Open = Reported | Acknowledged;
export const OPEN_STATES = ['reported', 'acknowledged'] as const satisfies readonly Open['state'][];
export const isOpen = (outage: Outage): outage is Open => (OPEN_STATES as readonly OutageState[]).includes(outage.state);

/** Somebody still waits for the desk, or for the answer to a request: what they send about it is looked at. */
export const isAwaited = (outage: Outage): boolean => isOpen(outage) || (outage.state === 'requested' && outage.answer === null);

/** It has no owner yet, and the people affected were told that its thread at the desk is not there. */
export const isUnreached = ({ state, deskUnreached }: Outage): boolean => state === 'reported' && deskUnreached?.until === null;

/** An update is overdue, and somebody was asked for it. */
export const updateMissed = (outage: Outage): boolean => outage.state === 'acknowledged' && outage.nudges > 0;

/** The request that it is, also when it was withdrawn; null: it is an outage. */
export const requestIn = ({ request }: Pick<Facts, 'request'>): Request | null => (request && !request.promoted ? request : null);

export const workRoomOf = (outage: Pick<Facts, 'request' | 'desk'>): Room => requestIn(outage)?.queue ?? outage.desk;

/** The owner, or the last one; null: nobody ever took it, as far as the state knows. */
export function ownerOf(outage: Outage): Person | null {
  if (outage.state === 'reported') return outage.back?.by === 'mistake' ? null : (outage.back?.owner ?? null);
  return outage.state === 'merged' || outage.state === 'requested' ? null : outage.owner;
}

/** Since when nobody knows what happened, after a restore; null as soon as a person says something new. */
export function unknownSince(outage: Outage | null): Instant | null {
  const restored = outage?.restored;
  return restored && outage.lastChange.version < restored.version ? restored.to : null;
}

/** Everybody for whom it is down, each once: the reporters of it and of merged outages, then those who joined. */
export function affectedPeople({ number, reporter, report, origin, absorbed, joined }: Outage): readonly Person[] {
  // Whoever took the call of somebody else stands for them, once for each call.
  const isCall = !isRead(origin) && !isClient(reporter.id);
  const first = { person: isCall ? { ...reporter, name: report.contact.name } : reporter, origin, number };
  const all = [first, ...absorbed.map((one) => ({ ...one, person: one.reporter })), ...joined];
  return [...new Map(all.map((one) => [isRead(one.origin) ? one.person.id : `call ${one.number}`, one.person])).values()];
}

/** The way in which somebody joined it; null: they did not. */
export const joinedBy = ({ joined }: Outage, personId: string): Joined | null =>
  joined.findLast(({ person }) => person.id === personId) ?? null;

/** What makes it theirs too: their own outage that was merged into it, or that they joined it; undefined: it is not, or they reported it. */
export const partIn = (outage: Outage, personId: string): Absorbed | Joined | undefined =>
  outage.absorbed.find(({ reporter }) => reporter.id === personId) ?? joinedBy(outage, personId) ?? undefined;

/** Outages count from 1001 upwards, drills from -1 downwards, requests from REQUESTS_BEGIN upwards: no number means two things. */
export const SERIES = ['outage', 'drill', 'request'] as const;
export type Series = (typeof SERIES)[number];
export const REQUESTS_BEGIN = -2_000_000_000;
export const REQUESTS_END = -1_000_000_000;

export function seriesOf(number: number): Series {
  if (number > 0) return 'outage';
  return number < REQUESTS_END ? 'request' : 'drill';
}

/** The stored number that a person means by `OUT-1042`, `REQ-7` or `DRILL-3`. */
export const numberOf = (series: Series, typed: number): number =>
  ({ outage: countedNumber(typed), drill: -typed, request: REQUESTS_BEGIN + typed })[series];

/** `OUT-1042`, `REQ-7` or `DRILL-3`, as people write it. */
export function outageName({ number }: { readonly number: number }): string {
  const series = seriesOf(number);
  if (series === 'outage') return `OUT-${shownNumber(number)}`;
  return series === 'drill' ? `DRILL${number}` : `REQ-${number - REQUESTS_BEGIN}`;
}
