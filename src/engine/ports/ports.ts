/**
 * What the engine needs of the world: storage, a way to send, a way to draw. Tiny ports; each real part and its
 * in-memory or fake twin is held to one contract test.
 */
import type { Override } from '../../desk/on-call/roster.ts';
import type { KnownRoom, Loss, RoomFacts, RoomUse } from '../../desk/rooms.ts';
import type { ManyAtOnce } from '../../desk/scenarios/many-at-once.ts';
import { type OutageEvent, replay } from '../../outage/events.ts';
import type { Notice } from '../../outage/notices.ts';
import type { Instant, OnCall, Outage, OutageState, Room, Series } from '../../outage/outage.ts';
import type { Deadline } from '../../outage/promise.ts';
import type { Log } from './log-fields.ts';

/** An outage with the events that made it, oldest first; `events[seq - 1]` is event number `seq`. */
export type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };

/** The record that these events make, or null without any. Stores keep the events and fold them anew each time. */
export function recordedFrom(events: readonly OutageEvent[]): Recorded | null {
  const outage = replay(events);
  return outage && { outage, events };
}

/** Two writers met; nothing was written. The whole transaction may be repeated. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/** The durable record. One transaction holds the events, what must be told and what is due. */
export interface OutageStore {
  /** The store's clock: the only one that decides what is due. PostgreSQL: the server's. SQLite: the owner's. */
  now(): Promise<Instant>;
  /**
   * Runs `work` in one serial transaction. Throws ConflictError when another writer was first (repeat it), anything
   * else when storing failed; in both cases nothing was written.
   */
  transaction<T>(work: (transaction: OutageTransaction) => Promise<T>): Promise<T>;
  read(outageId: string): Promise<Recorded | null>;
  /** The outage or request whose opening message made this conversation (a channel thread), or null. */
  idByThread(conversationId: string): Promise<string | null>;
  /** Also by the number of a request that has become an outage. */
  idByNumber(number: number): Promise<string | null>;
  /** Those that fit, the newest number first. */
  list(filter: OutageFilter): Promise<readonly Recorded[]>;
}

/** null: whichever. */
export type OutageFilter = {
  readonly projects: readonly string[] | null;
  /** Who reported it, or owns it (owned it when it ended). */
  readonly personId: string | null;
  readonly states: readonly OutageState[] | null;
  /** Outages, unless it says otherwise. */
  readonly series?: Series;
  /** Only those of this environment or of this scenario, and the oldest number first. */
  readonly alike?: { readonly environmentId: string; readonly scenarioId: string };
  readonly limit: number;
};

/** What of an outage says whether it may be the same as another. */
export type SimilarCandidate = Pick<Outage, 'id' | 'number' | 'reportedAt'> & {
  readonly projectId: string;
  readonly environmentId: string;
};

export interface OutageTransaction {
  readonly now: Instant;
  read(outageId: string): Promise<Recorded | null>;
  /** What holds now of who took on-call by hand, in the order in which it was made. */
  overrides(): Promise<readonly Override[]>;
  /** The next number of that series. A rolled back transaction gives it back. */
  nextNumber(series?: Series): Promise<number>;
  /** The open outages of a scenario that were reported from `since` on, the oldest number first, at most 200; no drills, no requests. */
  alike(scenarioId: string, since: Instant): Promise<readonly SimilarCandidate[]>;
  /** As in DeliveryQueue. */
  ledger(outageId: string): Promise<readonly LedgerLine[]>;
  /** Appends events after `recorded` (null: a new outage), and puts its row, notices and deadlines beside them. */
  append(change: {
    readonly before: Recorded | null;
    readonly events: readonly OutageEvent[];
    readonly outage: Outage;
    readonly notices: readonly (Notice & { readonly lane: string })[];
    readonly deadlines: readonly Deadline[];
    /** From where the person came who caused it (see outage/client.ts); without it, the clock did. */
    readonly client?: string | undefined;
  }): Promise<void>;
}

/** Points in time, claimed with a lease: one worker acts; if it dies, another does when the lease ends. */
export interface DeadlineQueue {
  /** Due and unclaimed ones, earliest first. Handling an outage's deadline rewrites its deadlines, which ends the claim. */
  claimDue(limit: number, leaseMs: number): Promise<readonly (Deadline & { readonly outageId: string })[]>;
  nextDueAt(): Promise<Instant | null>;
}

/** The conversation whose messages go out in order, one at a time. */
export type Lane = { readonly id: string; readonly fence: number; readonly leaseUntil: Instant };

/** A message that is there: what an edit or a reply needs to find it again. */
export type Posted = { readonly conversationId: string; readonly activityId: string | null };

export type Delivery = Notice & {
  readonly lane: string;
  readonly createdAt: Instant;
  /** Tries that began, this one not counted. */
  readonly attempts: number;
  /** A try began and nobody knows how it ended: it may be there already. */
  readonly maybeSent: boolean;
  /** How often it was sent again although it may have been there already. */
  readonly repeats: number;
};

export type DeliveryOutcome =
  | { readonly state: 'done'; readonly posted: Posted }
  /** Events have overtaken it; nobody needs to hear it any more. */
  | { readonly state: 'skipped' }
  /** `repeats`: the count before a try that certainly sent nothing; without it, the try stays counted. */
  | {
      readonly state: 'retry';
      readonly dueAt: Instant;
      readonly maybeSent: boolean;
      readonly repeats?: number;
      readonly error: string;
    }
  /** It can't be delivered; people are told. */
  | { readonly state: 'failed'; readonly error: string };

/** At most `requests` in any time of `withinMs`. */
export type Limit = { readonly requests: number; readonly withinMs: number };

/** What one message takes from: a conversation or a tenant, and how much of it this message may use up. */
export type Quota = { readonly scope: string; readonly limits: readonly Limit[] };

/** Nothing of this priority, or of a less urgent one, may go to the lane before. */
export type Cooldown = { readonly until: Instant; readonly priority: number };

/** Deliveries, in lanes. A worker leases a whole lane, so the order in a conversation holds across all bots. */
export interface DeliveryQueue {
  /** Lanes in which something of this priority or a more urgent one is due, most urgent first. The fence grows with each claim. */
  claimLanes(limit: number, leaseMs: number, priority: number): Promise<readonly Lane[]>;
  /** The next due deliveries of the lane: by priority, then by age; one that waits for its opening does not count. */
  next(lane: Lane, limit: number): Promise<readonly Delivery[]>;
  /**
   * Records durably, before the wire, that a try of these deliveries, in one message, begins, and takes it from the
   * quotas, which all bots share; or takes nothing and tells until when that has to wait. 'lane-lost': the lane is
   * another worker's, or its lease ends within `neededMs`; do not send.
   */
  begin(
    lane: Lane,
    keys: readonly string[],
    quotas: readonly Quota[],
    neededMs: number,
  ): Promise<'begun' | 'lane-lost' | { readonly waitUntil: Instant; readonly scope: string }>;
  /** Records how it ended. From a worker that lost its lane only 'done' counts: what was sent was sent. */
  finish(lane: Lane, keys: readonly string[], outcome: DeliveryOutcome): Promise<void>;
  /** Gives the lane back, and lets it rest. */
  release(lane: Lane, rest: Cooldown | null): Promise<void>;
  /** When the next delivery of a free lane is due; null when nothing waits. */
  nextDueAt(): Promise<Instant | null>;
  /** The opening message of an outage in a place, once it is there. */
  openingOf(outageId: string, place: string): Promise<Posted | null>;
  /** The delivery ledger of an outage, oldest first: what went where, when, and what did not. */
  ledger(outageId: string): Promise<readonly LedgerLine[]>;
}

export type LedgerLine = {
  readonly key: string;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly attempts: number;
  readonly repeats: number;
  readonly error: string | null;
};

/** What may be lost without harm (keyv): profiles, chats, service addresses. Values are JSON. */
export interface Cache {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, lifeMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What waits for a time that the store's clock has written: leases, and pauses before a try; not what was promised. */
export interface Leases {
  /** The latest time that this store remembers its clock to have shown; null: it remembers nothing. */
  latest(): Promise<Instant | null>;
  /** From now on nothing waits longer than so long. May be repeated. */
  cap(toMs: number): Promise<void>;
}

/** Who took a level of on-call by hand, or covers for somebody, for how long. Inside a transaction use its own `overrides`. */
export interface Overrides {
  /** Those that have not ended, in the order in which they were made; all have begun. */
  list(): Promise<readonly Override[]>;
  /** From now until then. The same once more begins it anew; gives false, and makes nothing, when the time is over. */
  make(override: Pick<Override, 'personId' | 'target' | 'until'>): Promise<boolean>;
  /** Ends it now; gives whether it held until now. Only its own person may, which the caller sees to. */
  end(override: Pick<Override, 'personId' | 'target'>): Promise<boolean>;
}

/** A room where something changed for the desk's messages. `told`: the loss of which the desk heard last; null: of none, or of its end. */
export type RoomChange = KnownRoom & { readonly told: Loss | null };

/** What is known of channels and group chats beyond the desk file: what administrators made of them, and where nothing arrives. */
export interface Rooms {
  /** In the order in which they were chosen. */
  all(): Promise<readonly KnownRoom[]>;
  /** What an administrator made of a room. They did it there, so messages arrive. A new desk takes the place of the old one. */
  choose(room: RoomFacts, use: RoomUse): Promise<void>;
  /** What was chosen for a room holds no longer. */
  release(conversationId: string): Promise<void>;
  /** Nothing for a room that is not known. */
  rename(conversationId: string, name: string): Promise<void>;
  /** Nothing arrives there any more. An empty name leaves the one that is known. */
  lose(rooms: readonly RoomFacts[], why: Loss): Promise<void>;
  /** Messages arrive again in those that were lost for one of these reasons. */
  regain(conversationIds: readonly string[], reasons: readonly Loss[]): Promise<void>;
  /** What the desk has not heard of yet: rooms that were lost, and lost ones that are back. */
  untold(): Promise<readonly RoomChange[]>;
  /** The desk has heard of these, as they were read. */
  told(changes: readonly RoomChange[]): Promise<void>;
}

/** Where a message goes. */
export type Address =
  /** A new thread in a channel. */
  | { readonly to: 'new-thread'; readonly room: Room }
  | { readonly to: 'conversation'; readonly conversationId: string; readonly tenantId: string; readonly serviceUrl?: string }
  | { readonly to: 'person'; readonly personId: string; readonly tenantId: string };

/**
 * A drawn message: the card, and the one line that a phone's notification shows. `marks`: the keys of the deliveries that
 * it carries, the same in each try; by any of them it can be found again.
 */
export type Message = { readonly card: object; readonly summary: string; readonly marks?: readonly string[] };

/** Sends to the chat platform. Throws SendError. Each call ends well within the lease of a lane. */
export interface Messenger {
  post(address: Address, message: Message): Promise<Posted>;
  edit(where: Extract<Address, { to: 'conversation' }>, activityId: string, message: Message): Promise<void>;
  /**
   * Looks for messages whose answer was lost, where reading is granted. Throws nothing, and ends within LOOK_LIMIT_MS.
   * `marks`: of each message one. `since`: none was posted before. By mark, where it is, or that it is certainly not there;
   * of one that is not in the map nobody knows: not granted, not configured, no answer, or an answer that proves nothing.
   * Reading lags behind posting: asked less than SETTLE_MS after the try, an 'absent' means little.
   */
  find?(address: Address, marks: readonly string[], since: Instant): Promise<ReadonlyMap<string, Posted | 'absent'>>;
}

/**
 * - refused    it is certainly not there, and may be tried again (429, 412, 502 to 504, no connection)
 * - never      it is not there and never will be (400, 401, 403, 404, 413)
 * - ambiguous  nobody knows (time limit, reset, 500): it may be there
 */
export type SendFailure = 'refused' | 'never' | 'ambiguous';

export class SendError extends Error {
  override name = 'SendError';
  readonly failure: SendFailure;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  constructor(failure: SendFailure, message: string, details: { status?: number; retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.failure = failure;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** What only a bot that runs can find out: where it is, and with whom. Throws nothing, and ends within some seconds. */
export interface Reachability {
  /**
   * Who is in a conversation: Entra object ids, each with its account (empty: Teams did not say it). 'refused': the bot is
   * not there; null: Teams did not say.
   */
  members(room: Room): Promise<ReadonlyMap<string, string> | 'refused' | null>;
  /** Whether the bot can write to these people in person; sends them nothing. Who is not in it, Teams did not say. */
  chats(personIds: readonly string[], tenantId: string): Promise<ReadonlyMap<string, 'there' | 'refused'>>;
}

/** Draws what a notice says, from what is true now. `repeated`: label it as a message that may be there already. */
export type Renderer = (notice: Notice, recorded: Recorded, context: { now: Instant; repeated: boolean }) => Message;

/** Draws several pings as one message. */
export type DigestRenderer = (
  pings: readonly { readonly notice: Notice; readonly recorded: Recorded }[],
  context: { now: Instant; repeated: boolean },
) => Message;

/** What the engine asks of the desk file at the moment when it acts. `manyAtOnce`: without it the desk is never offered a merge. */
export type DeskFacts = {
  readonly onCall: (projectId: string, at: Instant, overrides: readonly Override[]) => OnCall;
  readonly manyAtOnce?: ManyAtOnce;
};

export type { Log } from './log-fields.ts';
/** For tools, which say how they ended themselves. */
export const SILENT: Log = { info() {}, warn() {}, error() {}, child: () => SILENT };
