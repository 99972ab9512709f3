/** The durable record of outages. One contract test holds every store to this port. */

import type { Maintenance } from '../../desk/maintenance.ts';
import type { Override } from '../../desk/on-call/roster.ts';
import type { OutageEvent } from '../../outage/events.ts';
import { evolve } from '../../outage/evolve.ts';
import type { Notice } from '../../outage/notices.ts';
import type { Figure, Period } from '../../outage/numbers/figure.ts';
import type { Deadline } from '../../outage/promise.ts';
import type { Outage, OutageState, Series } from '../../outage/types/outage.ts';
import type { FollowingFirst, Instant } from '../../outage/types/values.ts';

/** An outage with the events that made it, oldest first; `events[seq - 1]` is event number `seq`. */
export type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };

/** The record that these events make after `before`; null for no events. Stores keep the events, and fold those that they read. */
export function recordedFrom(events: readonly OutageEvent[], before: Recorded | null = null): Recorded | null {
  const outage = events.reduce<Outage | null>(evolve, before?.outage ?? null);
  return outage && { outage, events: before ? [...before.events, ...events] : events };
}

/** Another writer was first, or the connection was lost, and nothing was written. The whole transaction may be repeated. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/** Something is open in its environment already, so a report that wanted to be the only one was not stored. */
export class AlreadyOpenError extends Error {
  override name = 'AlreadyOpenError';
}

export interface OutageStore {
  /** The store's clock: the only one that decides what is due. PostgreSQL: the server's. SQLite: that of the process. */
  now(): Promise<Instant>;
  /**
   * One serializable transaction. `changed`: the outages that it will change, sorted; other bots that change them wait until it
   * ends. Throws ConflictError when another writer was first (repeat it), else what failed; then nothing was written.
   */
  transaction<T>(work: (transaction: OutageTransaction) => Promise<T>, changed?: readonly string[]): Promise<T>;
  /** `head`: of the stored record, where it was read just before; a record in memory with this head is not read again. */
  read(outageId: string, head?: string): Promise<Recorded | null>;
  /** The outage or request whose opening message made this conversation (a channel thread), or null. */
  idByThread(conversationId: string): Promise<string | null>;
  /** The outage with this number, or the request with this number, also when it has become an outage. */
  idByNumber(number: number): Promise<string | null>;
  /** Those that match the filter, the newest number first. */
  list(filter: OutageFilter): Promise<readonly Recorded[]>;
  /** The open outages of an environment or of a scenario, in these projects, the oldest number first; no drills, no requests. */
  similar(filter: SimilarFilter): Promise<readonly SimilarCandidate[]>;
  /** The open outages of a scenario that were reported from `since` on, the oldest number first, at most 200; no drills, no requests. */
  openOfScenario(scenarioId: string, since: Instant): Promise<readonly SimilarCandidate[]>;
  /** Of the 200 newest outages in each of these states, those of others that anybody joined and that name this person, the newest first; no drills or requests. */
  joinedBy(personId: string, states: readonly OutageState[]): Promise<readonly Recorded[]>;
  /** Of the 200 newest open outages, those that this person follows in their own chat, the newest first. */
  openFollowedBy(personId: string): Promise<readonly Recorded[]>;
  /** How many of the last 200 outages of a project were of each scenario; no drills, no requests. */
  countByScenario(projectId: string): Promise<ReadonlyMap<string, number>>;
}

/** How far people have read outages, so that they can be told what is new to them. */
export interface Looks {
  /** The last 200 outages that this person looked at, the last one first. */
  of(personId: string): Promise<readonly { readonly outageId: string; readonly version: number; readonly at: Instant }[]>;
  /** They were shown these outages as they were at these versions. An older version changes nothing; may be repeated. */
  saw(personId: string, outages: readonly Pick<Outage, 'id' | 'version'>[]): Promise<void>;
}

/** null: does not matter. */
export type OutageFilter = {
  readonly projects: readonly string[] | null;
  /** Who reported it, or owns it (owned it when it ended). */
  readonly personId: string | null;
  readonly states: readonly OutageState[] | null;
  /** 'outage' when it is left out. */
  readonly series?: Series;
  /** Of some states: those that nobody has acknowledged first, and the oldest number first. */
  readonly waitingFirst?: boolean;
  readonly limit: number;
};

export type SimilarFilter = {
  readonly projects: readonly string[];
  readonly same: { readonly environmentId: string } | { readonly scenarioId: string };
  readonly limit: number;
};

/** The facts of an outage that say whether it may be the same as another one. */
export type SimilarCandidate = Pick<Outage, 'id' | 'number' | 'reportedAt'> & {
  readonly projectId: string;
  readonly environmentId: string;
  readonly scenarioId: string;
};

/** What is counted of outages. Drills and requests are not; the rules are in outage/numbers/count.ts. */
export interface OutageNumbers {
  /** Counts what bots of an older version stored, some hundred events at a time; true: more may be left. */
  catchUp(): Promise<boolean>;
  /** Takes all that was counted for outdated: `catchUp` counts each outage once more. */
  countAgain(): Promise<void>;
  /**
   * Of the outages that were reported in the period, by their project or of all (null). `offsets`: how far the clock of the hours is ahead
   * of UTC, from when on; the first holds for all before, too. None: no hours are counted.
   */
  figure(period: Period, projectId: string | null, offsets?: readonly Offset[]): Promise<Figure>;
}
export type Offset = { readonly from: Instant; readonly ms: number };

export interface OutageTransaction {
  readonly now: Instant;
  read(outageId: string): Promise<Recorded | null>;
  /** Waits until no other bot changes this outage, and lets none change it until the transaction ends. */
  lock(outageId: string): Promise<void>;
  /** The on-call overrides that hold now, in the order in which they were made. */
  overrides(): Promise<readonly Override[]>;
  /** The outage that this client, which does each thing once (`isDoneOnce`), has changed; null: none. */
  doneBy(client: string): Promise<string | null>;
  /** The maintenance that has not ended. */
  maintenance(): Promise<readonly Maintenance[]>;
  /** Who follows the project in their own chat. */
  following(projectId: string): Promise<NonNullable<FollowingFirst['following']>>;
  /** The next number of that series. A transaction that is rolled back gives it back. */
  nextNumber(series?: Series): Promise<number>;
  openOfScenario: OutageStore['openOfScenario'];
  similar: OutageStore['similar'];
  ledger(outageId: string): Promise<readonly LedgerLine[]>;
  /** Keeps something in the cache, which gives it back once this transaction is committed. */
  remember(key: string, value: string, lifeMs: number): Promise<void>;
  /** Appends events after `recorded` (null: a new outage), and stores the outage's row, notices and deadlines with them. */
  append(change: {
    readonly before: Recorded | null;
    readonly events: readonly OutageEvent[];
    readonly outage: Outage;
    /** `waitMs`: how much later than now they are due; 0 when it is left out. */
    readonly notices: readonly (Notice & { readonly lane: string; readonly waitMs?: number })[];
    readonly deadlines: readonly Deadline[];
    /** The client of the person who caused it (see outage/types/client.ts); left out when the clock caused it. */
    readonly client?: string | undefined;
  }): Promise<void>;
}

export type LedgerLine = {
  readonly key: string;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly dueAt: Instant;
  readonly doneAt: Instant | null;
  readonly attempts: number;
  readonly repeats: number;
  readonly error: string | null;
  /** 1: the desk was told that it was given up. */
  readonly told: number;
};
