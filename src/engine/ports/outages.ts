/** The durable record of outages. One contract test holds every store to this port. */
import type { Override } from '../../desk/on-call/roster.ts';
import type { OutageEvent } from '../../outage/events.ts';
import { replay } from '../../outage/evolve.ts';
import type { Notice } from '../../outage/notices.ts';
import type { Deadline } from '../../outage/promise.ts';
import type { Outage, OutageState, Series } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';

/** An outage with the events that made it, oldest first; `events[seq - 1]` is event number `seq`. */
export type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };

/** The record that these events make; null for no events. Stores keep the events and fold them each time they are read. */
export function recordedFrom(events: readonly OutageEvent[]): Recorded | null {
  const outage = replay(events);
  return outage && { outage, events };
}

/** Another writer was first, or the connection was lost, and nothing was written. The whole transaction may be repeated. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

export interface OutageStore {
  /** The store's clock: the only one that decides what is due. PostgreSQL: the server's. SQLite: that of the process. */
  now(): Promise<Instant>;
  /**
   * One serializable transaction. `changed`: the outages that it will change, sorted; other bots that change them wait until it
   * ends. Throws ConflictError when another writer was first (repeat it), else what failed; then nothing was written.
   */
  transaction<T>(work: (transaction: OutageTransaction) => Promise<T>, changed?: readonly string[]): Promise<T>;
  read(outageId: string): Promise<Recorded | null>;
  /** The outage or request whose opening message made this conversation (a channel thread), or null. */
  idByThread(conversationId: string): Promise<string | null>;
  /** The outage with this number, or the request with this number, also when it has become an outage. */
  idByNumber(number: number): Promise<string | null>;
  /** Those that match the filter, the newest number first. */
  list(filter: OutageFilter): Promise<readonly Recorded[]>;
}

/** null: does not matter. */
export type OutageFilter = {
  readonly projects: readonly string[] | null;
  /** Who reported it, or owns it (owned it when it ended). */
  readonly personId: string | null;
  readonly states: readonly OutageState[] | null;
  /** 'outage' when it is left out. */
  readonly series?: Series;
  /** Only those with this environment or this scenario, and the oldest number first. */
  readonly alike?: { readonly environmentId: string; readonly scenarioId: string };
  readonly limit: number;
};

/** The facts of an outage that say whether it may be the same as another one. */
export type SimilarCandidate = Pick<Outage, 'id' | 'number' | 'reportedAt'> & {
  readonly projectId: string;
  readonly environmentId: string;
};

export interface OutageTransaction {
  readonly now: Instant;
  read(outageId: string): Promise<Recorded | null>;
  /** Waits until no other bot changes this outage, and lets none change it until the transaction ends. */
  lock(outageId: string): Promise<void>;
  /** The on-call overrides that hold now, in the order in which they were made. */
  overrides(): Promise<readonly Override[]>;
  /** The next number of that series. A transaction that is rolled back gives it back. */
  nextNumber(series?: Series): Promise<number>;
  /** The open outages of a scenario that were reported from `since` on, the oldest number first, at most 200; no drills, no requests. */
  alike(scenarioId: string, since: Instant): Promise<readonly SimilarCandidate[]>;
  ledger(outageId: string): Promise<readonly LedgerLine[]>;
  /** Appends events after `recorded` (null: a new outage), and stores the outage's row, notices and deadlines with them. */
  append(change: {
    readonly before: Recorded | null;
    readonly events: readonly OutageEvent[];
    readonly outage: Outage;
    readonly notices: readonly (Notice & { readonly lane: string })[];
    readonly deadlines: readonly Deadline[];
    /** The client of the person who caused it (see outage/client.ts); left out when the clock caused it. */
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
};
