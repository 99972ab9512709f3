/**
 * What the watcher asks of the store: whether something due was not done or something stored was not delivered, and which
 * bot tells the desk of it.
 */
import type { OutageEventType } from '../../outage/events.ts';
import type { NoticeKind, Place } from '../../outage/notices.ts';
import type { Instant } from '../../outage/types/person.ts';

/** How late something may be before it is found; in ms. */
export type Tolerances = { readonly deadlineMs: number; readonly deliveryMs: number };

/**
 * Why messages wait that could go out:
 * - refused    they were tried, and Teams refused them or did not answer
 * - backlog    they wait for their turn: Teams takes only so many at a time
 * - untouched  nobody works on them
 */
export const WAITING_REASONS = ['refused', 'backlog', 'untouched'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** Some of those that were found, the oldest first, for people who want to look: numbers of outages. */
type Examples = readonly number[];

export type Findings = {
  /** The outages that somebody still waits for. */
  readonly open: number;
  /** Deadlines that passed longer ago than is tolerated. */
  readonly overdue: { readonly count: number; readonly oldestAt: Instant; readonly outages: Examples } | null;
  /** Open outages of which nobody will be reminded. */
  readonly withoutDeadline: { readonly count: number; readonly outages: Examples } | null;
  /** Open outages whose first message to the desk is neither delivered nor waiting. */
  readonly withoutThread: { readonly count: number; readonly outages: Examples } | null;
  /** Deliveries that could go out: all of them, however young. */
  readonly waiting: { readonly count: number; readonly oldestAt: Instant | null };
  /** Those of them that were stored longer ago than is tolerated; one line for each reason that there is. `error`: of the oldest. */
  readonly late: readonly {
    readonly why: WaitingReason;
    readonly count: number;
    readonly oldestAt: Instant;
    readonly outages: Examples;
    readonly error: string | null;
  }[];
};

/** A message that is not tried any more, of which the desk has not been told. */
export type SetAside = {
  readonly key: string;
  readonly number: number;
  readonly kind: NoticeKind;
  readonly event: OutageEventType;
  readonly place: Place;
  readonly error: string | null;
};

export interface Health {
  look(tolerances: Tolerances): Promise<Findings>;
  /** The oldest first. */
  setAside(limit: number): Promise<readonly SetAside[]>;
  /** The desk was told of these. */
  markSetAsideTold(keys: readonly string[]): Promise<void>;
}

/** A trouble that lasts, or that has ended and whose end was not told: one row for all bots. */
export type AlarmRow<Kind extends string = string> = {
  readonly kind: Kind;
  readonly beganAt: Instant;
  /** When a bot last saw it. */
  readonly seenAt: Instant;
  /** When the desk was last told; null: never. */
  readonly toldAt: Instant | null;
  /** Until then another bot is telling, or nobody shall. */
  readonly heldUntil: Instant;
  /** Grows with each claim and each end of one. */
  readonly fence: number;
};

/** Several bots watch one store, and one of them tells: whoever claims the row as it was read. By the store's clock. */
export interface Alarms {
  /** Records that these kinds of trouble are there now. */
  see(kinds: readonly string[]): Promise<void>;
  rows(): Promise<readonly AlarmRow[]>;
  /** The row as claimed, or null when it is not as it was read. A claim whose bot died ends with its lease. */
  claim(row: AlarmRow, leaseMs: number): Promise<AlarmRow | null>;
  /** The desk was told, which ends the claim. */
  markTold(claimed: AlarmRow): Promise<void>;
  /** Nobody was told: gives the claim back, for anybody to try again after the pause. */
  giveBack(claimed: AlarmRow, pauseMs: number): Promise<void>;
  /** It is over and that was told: the row goes. */
  remove(claimed: AlarmRow): Promise<void>;
}
