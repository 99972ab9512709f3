/**
 * The core: what an outage is. Pure; reads no clock, knows no Teams and no database.
 *
 * Glossary, in the words of ITIL and of on-call practice:
 * - outage       a system-wide problem of a live production environment that stops several users and the daily business
 * - report       what the customer entered; it becomes an outage when it is submitted, and the promise runs from then
 * - reporter     the person who submitted the report
 * - desk         the support team that answers for the outage, and the Teams channel where its thread is
 * - engineer     somebody whom the desk file lists as one; only engineers acknowledge, update and resolve
 * - acknowledge  a named engineer takes the outage and becomes its owner (an automatic receipt is no acknowledgement)
 * - promise      "acknowledged within 30 minutes of submission"; the policy as it was on submission, never as it is now
 * - ladder       the pings before and after the promise ends; a rung is one of them
 * - level        who is on call: primary, secondary, duty manager
 * - breach       the promise ended unacknowledged. A fact on the record, never a state
 * - update       what an engineer tells everybody, with the time of the next one
 * - cadence      how long the next update may take when nobody says otherwise
 * - hand over    the owner offers the outage to a named engineer, and stays accountable until that one accepts
 * - release      the owner gives it back; it is on the ladder again, with a shorter clock
 * - assist       an engineer helps; the owner stays the owner
 * - nudge        a ping about an update that is overdue: first to the owner, then to the levels above
 * - transfer     it is no outage: another team answers, in the reply time of the customer's support plan
 * - object       the reporter says, once, that it is an outage all the same; it is back before a duty manager
 * - withdraw     the reporter takes the report back
 * - merge        it is the same as another outage, whose updates its reporter gets from then on
 * - join         somebody says "this is us too" instead of reporting it again, and gets the updates from then on (joined)
 * - affected     everybody for whom it is down: who reported it, or one that was merged into it, and who joined
 * - gather       several open outages look the same, and the desk is offered to make them one
 * - resolve      an engineer says that it is over; close: the reporter confirms that, or nobody contradicts for a while
 * - reopen       it is not over; the same number and the same threads
 * - draft        a report that was begun and not sent; a nudge about it goes to its person, once
 * - request      what is no outage: an ordinary support request, in a queue of its own, by the reply time of the support plan
 * - promote      an engineer finds that a request is an outage: it goes on the ladder
 * - drill        the whole flow to try out, on a clock that is sixty times as fast
 * - note         what engineers say among themselves; it is told to nobody else
 * - place        where people hear of an outage: the desk's thread, the queue, the origin (where it was reported), a follower,
 *                the team that it was transferred to, where a merged one was reported, where somebody joined it
 * - follower     a channel or group chat that the desk file lets follow the outages of a project
 * - notice       somebody must hear something; a delivery is a notice on its way
 * - deadline     something must happen by a point in time
 * - unreached    a report is stored, but the first message of its thread is not confirmed in the desk's channel (failure receipt)
 * - restored     the records were put back to an older state, and what happened after it is not known here
 */
import type { Request, Requested } from './decide/request.ts';
import type { Joins } from './joined.ts';

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export type Person = {
  /** The Entra object id: the only identity that is trusted (never a name or an e-mail address). */
  readonly id: string;
  readonly name: string;
};

export type Role = 'engineer' | 'customer' | 'administrator';
export type Actor = Person & { readonly roles: readonly Role[] };

export const LEVELS = ['primary', 'secondary', 'duty-manager'] as const;
export type Level = (typeof LEVELS)[number];
/** Who is on call at one moment. It comes in with the action: the core does not know the desk file. */
export type OnCall = { readonly [level in Level]: readonly Person[] };

export const PHASES = ['investigating', 'mitigating', 'monitoring'] as const;
export type Phase = (typeof PHASES)[number];

type ConversationAddress = { readonly conversationId: string; readonly tenantId: string; readonly serviceUrl: string };
/** Where the report was made. `cardId` is the card that the reporter pressed Done on; it is edited to show the state. */
export type Origin = ConversationAddress & {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly cardId: string | null;
};
/** A channel in which each outage gets a thread of its own, or a group chat in which it gets a card. */
export type Room = { readonly kind: 'channel' | 'groupChat'; readonly conversationId: string; readonly tenantId: string };
export type Follower = Room & { readonly id: string };
/** The channel or chat of a conversation: Teams names each thread of a channel by the channel and its first message. */
export const roomIdOf = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

export type Contact = {
  readonly name: string;
  readonly email: string;
  /** With its country code and extension, as libphonenumber-js writes it for people: "+1 206 555 0100 ext. 5". */
  readonly phone: string;
  readonly aroundTheClock: boolean;
  /** Who else can be reached when the reporter can't; name and number as typed. */
  readonly secondContact: string;
  /** IANA time zone; times that only the reporter reads are in it. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
};

/** What was answered to a question of the scenario; the question is kept as it was then. */
export type Answer = { readonly id: string; readonly question: string; readonly answer: string };

/** What was reported. Names are kept as they were then: the desk file may change, the record may not. */
export type Report = {
  readonly project: { readonly id: string; readonly name: string };
  readonly environment: { readonly id: string; readonly name: string; readonly url: string };
  readonly scenario: { readonly id: string; readonly title: string };
  readonly title: string;
  readonly description: string;
  /** null: the reporter is not sure. */
  readonly beganAt: Instant | null;
  readonly affected: string;
  readonly impact: string;
  readonly recentChanges: string;
  /** In the order in which they were asked; what was not answered is not there. */
  readonly answers: readonly Answer[];
  /** Of the message in Teams that the report began with. */
  readonly link?: string;
  readonly contact: Contact;
  /** For whom it was reported, as the reporter wrote it; absent: for themselves. */
  readonly onBehalfOf?: string;
};

/** Somebody who is called, and why. */
export type Called = { readonly person: Person; readonly level: Level | 'owner' };
/** Who answers when it is no outage. `room`: where they hear of it. */
export type Team = { readonly id: string; readonly name: string; readonly room: Room | null };
/** An outage that turned out to be the same as this one. */
export type Absorbed = { readonly id: string; readonly number: number; readonly reporter: Person; readonly origin: Origin };
/** What may be changed in a report after it was sent. */
export type Correction = Partial<
  Pick<
    Report,
    'title' | 'description' | 'beganAt' | 'affected' | 'impact' | 'recentChanges' | 'contact' | 'onBehalfOf' | 'scenario' | 'environment'
  >
>;

export type Rung = {
  readonly afterMs: number;
  readonly kind: 'reminder' | 'last-call';
  readonly levels: readonly Level[];
  /** Also by a direct message to each person. */
  readonly direct: boolean;
};
export type Ladder = {
  readonly acknowledgeWithinMs: number;
  readonly rungs: readonly Rung[];
  readonly breach: { readonly levels: readonly Level[]; readonly direct: boolean; readonly repeatEveryMs: number };
};
/** The promise, its ladder and the cadence, as they were on submission. */
export type Policy = Ladder & {
  /** When it is put back: after a release, an objection, a reopening. */
  readonly again: Ladder;
  /** The cadence, and that of an outage which has lasted longer than `laterAfterMs`. */
  readonly updateEveryMs: number;
  readonly laterAfterMs: number;
  readonly laterUpdateEveryMs: number;
  /** Between two nudges about the same overdue update. */
  readonly nudgeEveryMs: number;
  /** So long the reporter may say that it is not over. */
  readonly reopenWithinMs: number;
  /** What nobody contradicts is closed then. */
  readonly closeAfterMs: number;
};

/** The whole flow to try out, sixty times as fast, of which nobody but the desk hears. */
export type Drill = { readonly mentions: boolean; readonly over: boolean };
/** Whether its messages call nobody: a drill without pings. */
export const mentionsNobody = ({ drill }: { readonly drill: Drill | null }): boolean => drill?.mentions === false;
/** What became of a message of a drill, as the ledger knows it. */
export type DrillDelivery = {
  readonly key: string;
  readonly storedAt: Instant;
  readonly arrivedAt: Instant | null;
  readonly error: string | null;
};

/** What holds in every state. */
export type Facts = Joins & {
  /** The nonce that the server put into the report's card: a second Done with it finds the first. */
  readonly id: string;
  readonly number: number;
  /** The number of events so far. */
  readonly version: number;
  /** The version of the last thing that a person did, and who did it: what a stale card is told. */
  readonly lastChange: { readonly version: number; readonly by: Person; readonly at: Instant };
  readonly reporter: Person;
  readonly report: Report;
  readonly origin: Origin;
  readonly desk: Room;
  readonly followers: readonly Follower[];
  readonly policy: Policy;
  /** Who was on call on submission; they are mentioned in the desk's first message. */
  readonly onCall: OnCall;
  readonly reportedAt: Instant;
  /** The clock that runs, or ran last: since when, on which ladder, until when, and whether that was kept. */
  readonly ladderFrom: Instant;
  readonly ladder: Ladder;
  readonly acknowledgeBy: Instant;
  readonly rungsPassed: number;
  readonly breachedAt: Instant | null;
  readonly updates: number;
  /** The last update that people were given; empty before the first. */
  readonly lastUpdate: string;
  readonly lastNote: { readonly by: Person; readonly text: string; readonly at: Instant } | null;
  /** The outages that were merged into this one. */
  readonly absorbed: readonly Absorbed[];
  /** null: it is in earnest. */
  readonly drill: Drill | null;
  /** null: it was reported as an outage. */
  readonly request: Request | null;
  /** To whom it was transferred last. */
  readonly team: Team | null;
  /** The reporter has objected to a transfer; that can be done once. */
  readonly objected: boolean;
  /** Places that can't be reached any more, so that the desk is told once. */
  readonly unreachable: readonly string[];
  /** Since when the reporter knows that the desk's channel was not reached, and since when it is; null: it was in time. */
  readonly deskUnreached: { readonly at: Instant; readonly until: Instant | null } | null;
  /** The last time that the records were put back: to when, when, and the version of the outage that says so. */
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
export type Reported = Facts & {
  readonly state: 'reported';
  /** How it came back to the ladder, and who owned it before; null: it has just been reported. */
  readonly back: { readonly by: 'release' | 'objection' | 'reopening'; readonly owner: Person | null } | null;
};
export type Acknowledged = Facts &
  Taken & {
    readonly state: 'acknowledged';
    /** What the owner looks at first; empty when they did not say. */
    readonly firstLook: string;
    readonly nextUpdateBy: Instant;
    /** How often somebody was asked for the update that is overdue. */
    readonly nudges: number;
    /** To whom it is offered; the owner stays accountable until they accept. */
    readonly offeredTo: Person | null;
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
/** `closedBy`: the reporter, who confirmed it; null: nobody contradicted. */
export type Closed = Facts & Over & { readonly state: 'closed'; readonly closedAt: Instant; readonly closedBy: Person | null };
export type Outage = Requested | Reported | Acknowledged | Transferred | Withdrawn | Merged | Resolved | Closed;
export type OutageState = Outage['state'];
export const OUTAGE_STATES = [
  'reported',
  'acknowledged',
  'transferred',
  'withdrawn',
  'merged',
  'resolved',
  'closed',
  'requested',
] as const satisfies readonly OutageState[];

/** Somebody waits for the desk. */
export type Open = Reported | Acknowledged;
export const OPEN_STATES = ['reported', 'acknowledged'] as const satisfies readonly Open['state'][];
export const isOpen = (outage: Outage): outage is Open => (OPEN_STATES as readonly OutageState[]).includes(outage.state);

/** Nobody took it yet, and those affected were told that its thread at the desk is not there. */
export const isUnreached = ({ state, deskUnreached }: Outage): boolean => state === 'reported' && deskUnreached?.until === null;

/** An update is overdue, and somebody was asked for it. */
export const updateMissed = (outage: Outage): boolean => outage.state === 'acknowledged' && outage.nudges > 0;

/** Outages count upwards from 1001, drills downwards from -1; requests have their own end of the numbers, so that none is another's. */
export const SERIES = ['outage', 'drill', 'request'] as const;
export type Series = (typeof SERIES)[number];
export const REQUESTS_BEGIN = -2_000_000_000;
export const REQUESTS_END = -1_000_000_000;
export const seriesOf = (number: number): Series => (number > 0 ? 'outage' : number < REQUESTS_END ? 'request' : 'drill');

/** The number that a person means by `OUT-1042`, `REQ-7` or `DRILL-3`. */
export const numberOf = (series: Series, said: number): number => ({ outage: said, drill: -said, request: REQUESTS_BEGIN + said })[series];

/** `OUT-1042`: how people say which one they mean. */
export function outageName({ number }: { readonly number: number }): string {
  const series = seriesOf(number);
  return series === 'request' ? `REQ-${number - REQUESTS_BEGIN}` : series === 'drill' ? `DRILL${number}` : `OUT-${number}`;
}
