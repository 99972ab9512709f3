/** The queue of messages that are to be sent. A worker leases a whole lane, so the order in a conversation holds across all bots. */
import type { Channel, Destination } from '../../outage/destinations.ts';
import type { Notice } from '../../outage/notices.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Posted } from './messenger.ts';
import type { LedgerLine } from './outages.ts';

/** A lane that was claimed, with what is to be sent in it first. `tenant`: null where it is not known. */
export type Claimed = Lane & { readonly next: readonly Delivery[]; readonly tenant: string | null };

/** A conversation whose messages go out in order, one at a time. `fence` grows with each claim. */
export type Lane = { readonly id: string; readonly fence: number; readonly leaseUntil: Instant };

export type Delivery = Notice & {
  readonly lane: string;
  readonly createdAt: Instant;
  readonly attempts: number;
  /** An attempt began and nobody knows how it ended: the message may be there already. */
  readonly maybeSent: boolean;
  /** How often it was sent again although it may have been there already. */
  readonly repeats: number;
  /** The head of its outage's record when this was read; left out: it was not read. */
  readonly head?: string;
  /** The latest opening message at its destination then; for a person: at the desk. null: there is none; left out: it was not read. */
  readonly opening?: Posted | null;
  /** It waited for the end of its reader's quiet hours. */
  readonly waited?: boolean;
};

export type DeliveryOutcome =
  | { readonly state: 'done'; readonly posted: Posted }
  /** Later events made it pointless; nobody needs to hear it any more. */
  | { readonly state: 'skipped' }
  /** `repeats`: the count before an attempt that certainly sent nothing; without it, the attempt stays counted. */
  | {
      readonly state: 'retry';
      readonly dueAt: Instant;
      readonly maybeSent: boolean;
      readonly repeats?: number;
      /** null: it waits for its turn, and nothing went wrong. */
      readonly error: string | null;
      /** It was not begun, but holds back what is younger in its outage as if it had been. */
      readonly holds?: boolean;
    }
  | { readonly state: 'failed'; readonly error: string };

/** At most `requests` in any period of `withinMs`. */
export type Limit = { readonly requests: number; readonly withinMs: number };

/** The limits that a message counts against: `scope` names the conversation or the tenant. */
export type Quota = { readonly scope: string; readonly limits: readonly Limit[] };

/** Until then nothing of this priority, or of a less urgent one, may go to the lane; with a `tenant`: to any lane of that tenant. */
export type Cooldown = { readonly until: Instant; readonly priority: number; readonly tenant?: string };

export type Settled = { readonly posted: Posted; readonly pings: readonly Notice[] };

export interface DeliveryQueue {
  /**
   * Claims lanes in which something of at least this priority is due, the most urgent first; of those, the one whose message is oldest.
   * `full`: tenants of which only what is so urgent counts; '' is that of lanes whose tenant is not known. `channel`: Teams' without it.
   */
  claimLanes(
    limit: number,
    leaseMs: number,
    priority: number,
    full?: { readonly tenants: readonly string[]; readonly priority: number },
    channel?: Channel,
  ): Promise<readonly Claimed[]>;
  /** The next due deliveries of the lane: by priority, then by age. One that waits for its opening message is not due. None when another worker has the lane. */
  next(lane: Lane, limit: number): Promise<readonly Delivery[]>;
  /**
   * Records durably, before anything is sent, that an attempt of these deliveries in one message begins, and counts it
   * against the quotas, which all bots share; or counts nothing and says which quota is used up, and until when.
   * Returns when it began; 'lane-lost': another worker has the lane, or its lease ends within `neededMs`; do not send.
   */
  begin(
    lane: Lane,
    keys: readonly string[],
    quotas: readonly Quota[],
    neededMs: number,
  ): Promise<Instant | 'lane-lost' | { readonly waitUntil: Instant; readonly scope: string }>;
  /**
   * Records how it ended. From a worker that lost its lane only 'done' is recorded, because that message was sent. What is done
   * stays so, but gets the id of its message when that was not known.
   */
  finish(lane: Lane, keys: readonly string[], outcome: DeliveryOutcome): Promise<void>;
  /**
   * Records as `finish` does that they are there, and returns the next due delivery of the lane; when there is none, ends the lease.
   * What waits for an opening among them is not seen.
   */
  advance(lane: Lane, keys: readonly string[], posted: Posted): Promise<readonly Delivery[]>;
  /** Counts a message that is sent outside of the lanes against these quotas; or counts nothing and says until when one is used up. */
  count(quotas: readonly Quota[]): Promise<Instant | null>;
  /** Ends the lease. `cooldown`: how long the lane, or its tenant, has to pause. */
  release(lane: Lane, cooldown: Cooldown | null): Promise<void>;
  /** `channel`: Teams' without it. */
  nextDueAt(channel?: Channel): Promise<Instant | null>;
  /** Stores this one delivery, to be sent now; one that was skipped waits again, and any other stays as it is. */
  reopen(notice: Notice & { readonly lane: string }): Promise<void>;
  /** The latest opening message of an outage at a destination, once it is there. */
  openingOf(outageId: string, destination: Destination): Promise<Posted | null>;
  /**
   * The message that this delivery edits because what it asked for was given, and the pings in it: one, or those of a digest. null:
   * nobody knows its id, or a later delivery that waits edits the same message and shows this one too.
   */
  settledBy(delivery: Delivery): Promise<Settled | null>;
  /** How many messages with news came to this destination since then, of all outages. For destinations of those who follow alone. */
  newsSince(destination: Destination, since: Instant): Promise<number>;
  /** Whether Teams took a message about the outage in this thread, or edited this card in a chat. */
  hasTaken(outageId: string, opening: Posted): Promise<boolean>;
  /** All deliveries of an outage, oldest first: what was sent where and when, and what was not. */
  ledger(outageId: string): Promise<readonly LedgerLine[]>;
}
