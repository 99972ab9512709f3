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
 * - place        where people hear of an outage: the desk's thread, the origin (where it was reported), a follower
 * - follower     a channel or group chat that the desk file lets follow the outages of a project
 * - notice       somebody must hear something; a delivery is a notice on its way
 * - deadline     something must happen by a point in time
 * - restored     the records were put back to an older state, and what happened after it is not known here
 */

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export type Person = {
  /** The Entra object id: the only identity that is trusted (never a name or an e-mail address). */
  readonly id: string;
  readonly name: string;
};

export type Role = 'engineer' | 'customer';
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
  readonly contact: Contact;
};

export type Rung = {
  readonly afterMs: number;
  readonly kind: 'reminder' | 'last-call';
  readonly levels: readonly Level[];
  /** Also by a direct message to each person. */
  readonly direct: boolean;
};
/** The promise and the ladder, as they were on submission. */
export type Policy = {
  readonly acknowledgeWithinMs: number;
  readonly rungs: readonly Rung[];
  readonly breach: { readonly levels: readonly Level[]; readonly direct: boolean; readonly repeatEveryMs: number };
  readonly updateEveryMs: number;
};

type Facts = {
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
  readonly acknowledgeBy: Instant;
  readonly rungsPassed: number;
  readonly breachedAt: Instant | null;
  /** Places that can't be reached any more, so that the desk is told once. */
  readonly unreachable: readonly string[];
  /** The last time that the records were put back: to when, when, and the version of the outage that says so. */
  readonly restored: { readonly to: Instant; readonly at: Instant; readonly version: number } | null;
};
type Taken = {
  readonly owner: Person;
  readonly acknowledgedAt: Instant;
  readonly phase: Phase;
  readonly updates: number;
  /** The last update that people were given; empty before the first. */
  readonly lastUpdate: string;
};
export type Reported = Facts & { readonly state: 'reported' };
export type Acknowledged = Facts &
  Taken & {
    readonly state: 'acknowledged';
    readonly nextUpdateBy: Instant;
    /** The time of the next update passed without one; its owner was asked. */
    readonly updateMissed: boolean;
  };
export type Resolved = Facts &
  Taken & {
    readonly state: 'resolved';
    readonly resolvedAt: Instant;
    readonly resolvedBy: Person;
    readonly resolution: string;
  };
export type Outage = Reported | Acknowledged | Resolved;
export type OutageState = Outage['state'];

type By = { readonly at: Instant; readonly by: Person };
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
    })
  | (By & { readonly type: 'acknowledged'; readonly afterMs: number })
  | (By & { readonly type: 'updated'; readonly text: string; readonly phase: Phase; readonly nextUpdateBy: Instant })
  | (By & { readonly type: 'resolved'; readonly text: string })
  | {
      readonly type: 'escalated';
      readonly at: Instant;
      /** Index on the ladder; everything below it has passed too, sent or collapsed into this one. */
      readonly rung: number;
      readonly people: readonly { readonly person: Person; readonly level: Level }[];
      readonly direct: boolean;
    }
  | { readonly type: 'breached'; readonly at: Instant; readonly dueAt: Instant }
  | { readonly type: 'update-missed'; readonly at: Instant; readonly dueAt: Instant }
  | { readonly type: 'place-lost'; readonly at: Instant; readonly place: string; readonly reason: string }
  /** `to`: what happened from then on until `at` is not in the record. */
  | { readonly type: 'restored'; readonly at: Instant; readonly to: Instant };
export type OutageEventType = OutageEvent['type'];

/** `OUT-1042`: how people say which outage they mean. */
export const outageName = (outage: { readonly number: number }): string => `OUT-${outage.number}`;

/** Folds one event into the outage. The first must be `reported`. Throws on an order that `decide` never makes. */
export function evolve(outage: Outage | null, event: OutageEvent): Outage {
  if (event.type === 'reported') {
    if (outage) throw new Error(`${outageName(outage)} was reported twice`);
    const { type: _, at, by, ...facts } = event;
    return {
      ...facts,
      state: 'reported',
      version: 1,
      lastChange: { version: 1, by, at },
      reporter: by,
      reportedAt: at,
      acknowledgeBy: at + event.policy.acknowledgeWithinMs,
      rungsPassed: 0,
      breachedAt: null,
      unreachable: [],
      restored: null,
    };
  }
  if (!outage) throw new Error(`an outage can't begin with '${event.type}'`);
  const version = outage.version + 1;
  const changed = 'by' in event ? { lastChange: { version, by: event.by, at: event.at } } : {};
  switch (event.type) {
    case 'acknowledged':
      return {
        ...(outage as Reported),
        ...changed,
        version,
        state: 'acknowledged',
        owner: event.by,
        acknowledgedAt: event.at,
        phase: 'investigating',
        updates: 0,
        lastUpdate: '',
        nextUpdateBy: event.at + outage.policy.updateEveryMs,
        updateMissed: false,
      };
    case 'updated': {
      const taken = outage as Acknowledged;
      const { phase, nextUpdateBy, text } = event;
      return { ...taken, ...changed, version, phase, nextUpdateBy, updates: taken.updates + 1, lastUpdate: text, updateMissed: false };
    }
    case 'resolved': {
      const { nextUpdateBy: _, updateMissed: __, ...taken } = outage as Acknowledged;
      return { ...taken, ...changed, version, state: 'resolved', resolvedAt: event.at, resolvedBy: event.by, resolution: event.text };
    }
    case 'escalated':
      return { ...outage, version, rungsPassed: event.rung + 1 };
    case 'breached':
      return { ...outage, version, breachedAt: event.dueAt };
    case 'update-missed':
      return { ...(outage as Acknowledged), version, updateMissed: true };
    case 'place-lost':
      return { ...outage, version, unreachable: [...outage.unreachable, event.place] };
    case 'restored':
      return { ...outage, version, restored: { to: event.to, at: event.at, version } };
    default:
      throw new Error(`unknown event ${(event satisfies never as OutageEvent).type}`);
  }
}

/** Since when nobody knows what happened: until a person says something new, what was said in between may be missing. */
export function unknownSince(outage: Outage | null): Instant | null {
  const restored = outage?.restored;
  return restored && outage.lastChange.version < restored.version ? restored.to : null;
}

/** The outage after all its events, or null without any. */
export const replay = (events: readonly OutageEvent[]): Outage | null => events.reduce<Outage | null>(evolve, null);
