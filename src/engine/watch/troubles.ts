/** What is wrong, as data: pure, from what was found. The words for it are elsewhere. */
import type { Instant } from '../../outage/types/person.ts';
import type { RoomChange } from '../ports/desk.ts';
import type { AlarmRow, Findings, SetAside, Tolerances, WaitingReason } from '../ports/health.ts';

/** From the promises: within so much of its time a thing is done, or it is trouble. */
export const TOLERANCES: Tolerances = { deadlineMs: 30_000, deliveryMs: 60_000 };
const SKEW_TOLERANCE_MS = 2_000;
/** A message that tells of trouble is repeated so often while it lasts. */
const REMIND_AFTER_MS = 30 * 60_000;
/** Messages that are set aside one after the other, or rooms that are lost, are told together, so often at the most. */
const COLLECT_MS = 5 * 60_000;
/** Over is what no bot has seen for so long: more than two of its checks, or one bot's trouble would come and go. */
const OVER_AFTER_MS = 75_000;
/** What was told before all bots were away for so long, or before a restore, needs no end. */
const FORGET_AFTER_MS = 24 * 3_600_000;
/** So long the desk may not have heard of a trouble: then that is one too. */
const TELL_WITHIN_MS = 60_000;
/** No hold is longer: what says so is of a clock that was put back. */
const LONGEST_HOLD_MS = 3_600_000;

type Late = { readonly count: number; readonly oldestMs: number; readonly outages: readonly number[] };

export type Trouble =
  | ({ readonly kind: 'deadlines-overdue' } & Late)
  /** Open outages of which nobody would be reminded. */
  | { readonly kind: 'deadlines-missing'; readonly count: number; readonly outages: readonly number[] }
  /** Open outages of which the desk never heard, and which are not on their way. */
  | { readonly kind: 'threads-missing'; readonly count: number; readonly outages: readonly number[] }
  | ({ readonly kind: 'deliveries-refused'; readonly error: string | null } & Late)
  | ({ readonly kind: 'deliveries-backlog' } & Late)
  | ({ readonly kind: 'deliveries-untouched' } & Late)
  /** Positive: the store's clock is ahead. At least so much; the way there and back explains the rest. */
  | { readonly kind: 'clock-skew'; readonly skewMs: number }
  /** A loop of this bot has not turned for so long. */
  | { readonly kind: 'loop-stopped'; readonly forMs: number }
  /** Not told to the desk, because it can't be: */
  | { readonly kind: 'store-unavailable' }
  | { readonly kind: 'desk-untold' };

export type TroubleKind = Trouble['kind'];

const LASTING_KINDS = [
  'deadlines-overdue',
  'deadlines-missing',
  'threads-missing',
  'deliveries-refused',
  'deliveries-backlog',
  'deliveries-untouched',
  'clock-skew',
  'loop-stopped',
] as const satisfies readonly TroubleKind[];
export const TROUBLE_KINDS = [...LASTING_KINDS, 'store-unavailable', 'desk-untold'] as const satisfies readonly TroubleKind[];
/** No troubles that last: what happened is told once, in the same way. */
const SINGLE_KINDS = ['set-aside', 'rooms-changed'] as const;
export const ALARM_KINDS = [...LASTING_KINDS, ...SINGLE_KINDS] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
export type LastingKind = (typeof LASTING_KINDS)[number];
/** A trouble of which the desk can be told. */
export type Lasting = Extract<Trouble, { kind: LastingKind }>;
export const isLasting = (trouble: Trouble): trouble is Lasting => LASTING_KINDS.some((kind) => kind === trouble.kind);

const KIND_OF: Readonly<Record<WaitingReason, 'deliveries-refused' | 'deliveries-backlog' | 'deliveries-untouched'>> = {
  refused: 'deliveries-refused',
  backlog: 'deliveries-backlog',
  untouched: 'deliveries-untouched',
};

/** What is wrong in the store. `now`: the store's. */
export function troublesIn(findings: Findings, now: Instant): readonly Trouble[] {
  const { overdue, withoutDeadline, withoutThread, late } = findings;
  const troubles: Trouble[] = [];
  if (overdue) {
    const { count, oldestAt, outages } = overdue;
    troubles.push({ kind: 'deadlines-overdue', count, oldestMs: now - oldestAt, outages });
  }
  if (withoutDeadline) troubles.push({ kind: 'deadlines-missing', ...withoutDeadline });
  if (withoutThread) troubles.push({ kind: 'threads-missing', ...withoutThread });
  for (const { why, count, oldestAt, outages, error } of late) {
    const kind = KIND_OF[why];
    const found = { count, oldestMs: now - oldestAt, outages };
    troubles.push(kind === 'deliveries-refused' ? { kind, ...found, error } : { kind, ...found });
  }
  return troubles;
}

/**
 * By how much the store's clock is surely off, in ms; 0 when the way there and back can explain it. It was read after
 * `before` and before `after`, both by this bot's clock.
 */
export function skewOf(before: Instant, stored: Instant, after: Instant): number {
  if (stored < before) return stored - before;
  return Math.max(0, stored - after);
}

export const skewTrouble = (skewMs: number): readonly Trouble[] =>
  Math.abs(skewMs) > SKEW_TOLERANCE_MS ? [{ kind: 'clock-skew', skewMs }] : [];

/** What the desk has to be told now. */
export type Alarm =
  | { readonly tell: 'begins' | 'lasts'; readonly trouble: Lasting; readonly beganAt: Instant }
  | {
      readonly tell: 'over';
      readonly kind: LastingKind;
      readonly beganAt: Instant;
      /** When a bot last saw it. */
      readonly seenAt: Instant;
      /** The desk hears of it for the first time, although it is over. */
      readonly untold: boolean;
    }
  | { readonly tell: 'set-aside'; readonly messages: readonly SetAside[] }
  /** Rooms where nothing arrives any more, or again. */
  | { readonly tell: 'rooms-changed'; readonly rooms: readonly RoomChange[] };

/** What has to be done about a row now; `seen`: whether this bot sees it itself, and so can say how it is. */
export function dueOf(row: AlarmRow, seen: boolean, now: Instant): 'begins' | 'lasts' | 'over' | 'forget' | null {
  if (row.heldUntil > now && row.heldUntil - now <= LONGEST_HOLD_MS) return null;
  const single = SINGLE_KINDS.some((kind) => kind === row.kind);
  if (seen) {
    if (row.toldAt === null) return 'begins';
    const pause = single ? COLLECT_MS : REMIND_AFTER_MS;
    return Math.abs(now - row.toldAt) >= pause ? 'lasts' : null;
  }
  const gone = Math.abs(now - row.seenAt);
  if (gone < OVER_AFTER_MS) return null;
  // All that happened has been told; that no more does is no news.
  return gone >= FORGET_AFTER_MS || single ? 'forget' : 'over';
}

/** Whether the desk should have heard of it by now and has not. */
export const isUntold = (row: AlarmRow, now: Instant): boolean => row.toldAt === null && now - row.beganAt >= TELL_WITHIN_MS;
