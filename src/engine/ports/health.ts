/** What the watcher asks of the store: what is late, which bot tells the desk, and what follows a restore or a clock set back. */
import type { Destination } from '../../outage/destinations.ts';
import type { OutageEventType } from '../../outage/events.ts';
import type { NoticeKind } from '../../outage/notices.ts';
import type { Instant } from '../../outage/types/values.ts';

export type Tolerances = { readonly deadlineMs: number; readonly deliveryMs: number };

/**
 * Why messages that could be sent are waiting:
 * - refused    they were tried, and Teams refused them or did not answer
 * - backlog    they wait for their turn: Teams accepts only so many at a time
 * - untouched  no bot works on them
 */
export const WAITING_REASONS = ['refused', 'backlog', 'untouched'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** The numbers of some of the outages that were found, the oldest first, for people to look at. */
type Examples = readonly number[];

export type Findings = {
  readonly open: number;
  /** Deadlines that passed longer ago than the tolerance. */
  readonly overdue: { readonly count: number; readonly oldestAt: Instant; readonly outages: Examples } | null;
  /** Open outages without a deadline: nobody will be reminded of them. */
  readonly withoutDeadline: { readonly count: number; readonly outages: Examples } | null;
  /** Open outages whose first message to the desk is neither delivered nor waiting. */
  readonly withoutThread: { readonly count: number; readonly outages: Examples } | null;
  /** Without what is kept until its reader's quiet hours end. */
  readonly waiting: { readonly count: number; readonly oldestAt: Instant | null };
  /** Those of them that were stored longer ago than the tolerance, grouped by reason. `error`: of the oldest. */
  readonly late: readonly {
    readonly why: WaitingReason;
    readonly count: number;
    readonly oldestAt: Instant;
    readonly outages: Examples;
    readonly error: string | null;
  }[];
};

/** A message that failed and is not tried any more, and that the desk has not been told of. */
export type SetAside = {
  readonly key: string;
  readonly number: number;
  readonly kind: NoticeKind;
  readonly event: OutageEventType;
  readonly destination: Destination;
  readonly error: string | null;
};

export interface Health {
  look(tolerances: Tolerances): Promise<Findings>;
  /** The oldest first. */
  setAside(limit: number): Promise<readonly SetAside[]>;
  markSetAsideTold(keys: readonly string[]): Promise<void>;
}

/** A trouble that lasts, or one that has ended without the desk being told yet: one row for all bots. */
export type AlarmRow<Kind extends string = string> = {
  readonly kind: Kind;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
  readonly toldAt: Instant | null;
  /** Until then another bot tells the desk, or none may. */
  readonly heldUntil: Instant;
  /** Grows with each claim and when a claim ends. */
  readonly fence: number;
};

/** Several bots watch one store, and the one that claims the row tells the desk. All times are by the store's clock. */
export interface Alarms {
  see(kinds: readonly string[]): Promise<void>;
  rows(): Promise<readonly AlarmRow[]>;
  /** The claimed row, or null when it has changed since it was read. The claim of a bot that died ends with its lease. */
  claim(row: AlarmRow, leaseMs: number): Promise<AlarmRow | null>;
  /** The desk has been told, which ends the claim. */
  markTold(claimed: AlarmRow): Promise<void>;
  /** The desk was not told: ends the claim, so that any bot may try again after the pause. */
  giveBack(claimed: AlarmRow, pauseMs: number): Promise<void>;
  /** The trouble is over and the desk has been told: deletes the row. */
  remove(claimed: AlarmRow): Promise<void>;
}

export interface Restores {
  /** The time that the records were put back to, while the desk has not been told of it; else null. */
  pending(): Promise<Instant | null>;
  /** The ids of all outages that have not ended, and of those of whose follow-ups somebody is to be reminded, by their number. */
  openOutages(): Promise<readonly string[]>;
  /** Whether this worker has to tell the desk now. Another one has to when it has not succeeded within the lease. */
  claim(leaseMs: number): Promise<boolean>;
  markTold(): Promise<void>;
}

/** Everything that waits for a time that the store's clock has written: leases, and pauses before an attempt; no deadlines. */
export interface Leases {
  /** The latest time that this store remembers of its clock; null: it remembers none. */
  latest(): Promise<Instant | null>;
  /** From now on nothing waits longer than `toMs`. May be repeated. */
  cap(toMs: number): Promise<void>;
}
