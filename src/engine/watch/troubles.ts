/** Finds out what is wrong, as data, from what the store reported; pure. The sentences for it are in words/. */
import type { Instant } from '../../outage/types/values.ts';
import type { RoomChange } from '../ports/desk.ts';
import type { AlarmRow, Findings, SetAside, Tolerances } from '../ports/health.ts';

/** From what is promised: what is later than this is trouble. */
export const TOLERANCES: Tolerances = { deadlineMs: 30_000, deliveryMs: 60_000 };
const SKEW_TOLERANCE_MS = 2_000;
/** While a trouble lasts, the desk is told again after this time. */
const REMIND_AFTER_MS = 30 * 60_000;
/** Failed deliveries, and lost rooms, that follow each other within this time are told together. */
const COLLECT_MS = 5 * 60_000;
/** A trouble is over when no bot has seen it for more than two checks; with less, a trouble of one bot would come and go. */
const OVER_AFTER_MS = 75_000;
/** When all bots were away for so long, or after a restore, the desk is not told that an old trouble is over. */
const FORGET_AFTER_MS = 24 * 3_600_000;
/** When the desk has not been told of a trouble within this time, that is a trouble too. */
const TELL_WITHIN_MS = 60_000;
/** No claim is longer. A longer one comes from a clock that was set back, and is ignored. */
const LONGEST_CLAIM_MS = 3_600_000;

type Late = { readonly count: number; readonly oldestMs: number; readonly outages: readonly number[] };

export type Trouble =
  | ({ readonly kind: 'deadlines-overdue' } & Late)
  /** Open outages without a deadline: nobody would be reminded of them. */
  | { readonly kind: 'deadlines-missing'; readonly count: number; readonly outages: readonly number[] }
  /** Open outages whose first message to the desk was not delivered and is not waiting either. */
  | { readonly kind: 'threads-missing'; readonly count: number; readonly outages: readonly number[] }
  | ({ readonly kind: 'deliveries-refused'; readonly error: string | null } & Late)
  | ({ readonly kind: 'deliveries-backlog' } & Late)
  | ({ readonly kind: 'deliveries-untouched' } & Late)
  /** Positive: the store's clock is ahead. It is off by at least this; the time of the request may explain any rest. */
  | { readonly kind: 'clock-skew'; readonly skewMs: number }
  | { readonly kind: 'loop-stopped'; readonly forMs: number }
  /** Whether a request is from Teams is checked by these keys. `count`: how many are known from before. */
  | { readonly kind: 'signing-keys-unreadable'; readonly forMs: number; readonly count: number }
  /** These two are not told to the desk, because they mean that it can't be told: */
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
  'signing-keys-unreadable',
] as const satisfies readonly TroubleKind[];
export const TROUBLE_KINDS = [...LASTING_KINDS, 'store-unavailable', 'desk-untold'] as const satisfies readonly TroubleKind[];
/** Single events, not lasting troubles; they are told in the same way, once. */
const SINGLE_KINDS = ['set-aside', 'rooms-changed'] as const;
export const ALARM_KINDS = [...LASTING_KINDS, ...SINGLE_KINDS] as const;
export type AlarmKind = (typeof ALARM_KINDS)[number];
export type LastingKind = (typeof LASTING_KINDS)[number];
export type Lasting = Extract<Trouble, { kind: LastingKind }>;
export const isLasting = (trouble: Trouble): trouble is Lasting => LASTING_KINDS.some((kind) => kind === trouble.kind);

/** What is wrong in the store. `now`: by the store's clock. */
export function troublesIn(findings: Findings, now: Instant): readonly Trouble[] {
  const { overdue, withoutDeadline, withoutThread, late } = findings;
  const troubles: Trouble[] = [];
  if (overdue)
    troubles.push({ kind: 'deadlines-overdue', count: overdue.count, oldestMs: now - overdue.oldestAt, outages: overdue.outages });
  if (withoutDeadline) troubles.push({ kind: 'deadlines-missing', ...withoutDeadline });
  if (withoutThread) troubles.push({ kind: 'threads-missing', ...withoutThread });
  for (const { why, count, oldestAt, outages, error } of late) {
    const found = { count, oldestMs: now - oldestAt, outages };
    troubles.push(why === 'refused' ? { kind: 'deliveries-refused', ...found, error } : { kind: `deliveries-${why}`, ...found });
  }
  return troubles;
}

/** How far the store's clock, read between `before` and `after` by this bot's clock, is off at least, in ms; 0: the request explains it. */
export function skewOf(before: Instant, stored: Instant, after: Instant): number {
  if (stored < before) return stored - before;
  return Math.max(0, stored - after);
}

export const skewTrouble = (skewMs: number): readonly Trouble[] =>
  Math.abs(skewMs) > SKEW_TOLERANCE_MS ? [{ kind: 'clock-skew', skewMs }] : [];

export type Alarm =
  | { readonly tell: 'begins' | 'lasts'; readonly trouble: Lasting; readonly beganAt: Instant }
  | {
      readonly tell: 'over';
      readonly kind: LastingKind;
      readonly beganAt: Instant;
      readonly seenAt: Instant;
      /** The desk is told of it for the first time, although it is over. */
      readonly untold: boolean;
    }
  | { readonly tell: 'set-aside'; readonly messages: readonly SetAside[] }
  /** Rooms where nothing arrives any more, or where messages arrive again. */
  | { readonly tell: 'rooms-changed'; readonly rooms: readonly RoomChange[] };

/** What has to be done about a row now; null: nothing. `seen`: this bot sees the trouble itself, so it can describe it. */
export function dueOf(row: AlarmRow, seen: boolean, now: Instant): 'begins' | 'lasts' | 'over' | 'forget' | null {
  if (row.heldUntil > now && row.heldUntil - now <= LONGEST_CLAIM_MS) return null;
  const single = SINGLE_KINDS.some((kind) => kind === row.kind);
  if (seen) {
    if (row.toldAt === null) return 'begins';
    const pause = single ? COLLECT_MS : REMIND_AFTER_MS;
    return Math.abs(now - row.toldAt) >= pause ? 'lasts' : null;
  }
  const gone = Math.abs(now - row.seenAt);
  if (gone < OVER_AFTER_MS) return null;
  // The end of a series of single events is not worth a message.
  return gone >= FORGET_AFTER_MS || single ? 'forget' : 'over';
}

export const isUntold = (row: AlarmRow, now: Instant): boolean => row.toldAt === null && now - row.beganAt >= TELL_WITHIN_MS;
