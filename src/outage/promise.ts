/** What is due: the ladder of the promise and the next update, as pure functions of the outage. */
import type { EventOf } from './events.ts';
import { toRemind } from './review/review.ts';
import type { Acknowledged, Facts, Open, Outage } from './types/outage.ts';
import { pageDueAt } from './types/pages.ts';
import type { Question } from './types/question.ts';
import {
  type Called,
  type Instant,
  isRead,
  type Ladder,
  LEVELS,
  type Level,
  type OnCall,
  type Person,
  type Policy,
} from './types/values.ts';

/**
 * - ladder  the next rung
 * - page    a pager has not taken a page in time
 * - update  the next update, or the next nudge about it
 * - reply   the reporter has not replied to a question
 * - follow-up  the owner of a follow-up of the review is reminded
 * - close   nobody contradicted that it is resolved
 * - drill   the end of a drill
 */
export const DEADLINE_KINDS = ['ladder', 'page', 'update', 'reply', 'follow-up', 'close', 'drill'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export type Deadline = { readonly kind: DeadlineKind; readonly dueAt: Instant };

export type RungKind = 'reminder' | 'last-call' | 'breach' | 'still-open';

/** The index of the breach on the ladder; the rungs above it repeat it. */
export const breachRung = (ladder: Ladder): number => ladder.rungs.length;

export function rungKind(ladder: Ladder, rung: number): RungKind {
  if (rung === breachRung(ladder)) return 'breach';
  return ladder.rungs[rung]?.kind ?? 'still-open';
}

/** How long after submission a rung is due, in ms. The ladder has no end: after the breach it repeats. */
export function rungAfterMs(ladder: Ladder, rung: number): number {
  const named = ladder.rungs[rung];
  if (named) return named.afterMs;
  return ladder.acknowledgeWithinMs + (rung - breachRung(ladder)) * ladder.breach.repeatEveryMs;
}

/** The levels and pagers of a rung, and whether it writes to people directly; also for rungs from `first` on, which fell due while no bot ran. */
export function rungAudience(ladder: Ladder, first: number, rung: number) {
  const steps = [...ladder.rungs.slice(first, rung), ladder.rungs[rung] ?? ladder.breach];
  return {
    levels: LEVELS.filter((level) => steps.some(({ levels }) => levels.includes(level))),
    direct: steps.some(({ direct }) => direct),
    pagers: [...new Map(steps.flatMap(({ page = [] }) => page.map((one) => [one.id, one]))).values()],
  };
}

/** The highest rung that is due at `now`, or -1. */
export function highestRungDue(ladder: Ladder, from: Instant, now: Instant): number {
  const elapsed = now - from;
  if (elapsed >= ladder.acknowledgeWithinMs) {
    return breachRung(ladder) + Math.floor((elapsed - ladder.acknowledgeWithinMs) / ladder.breach.repeatEveryMs);
  }
  return ladder.rungs.findLastIndex((rung) => rung.afterMs <= elapsed);
}

/** The same ladder, but it calls everybody from its first rung on, the duty manager too. */
export const lastCallFor = (ladder: Ladder): Ladder => ({
  ...ladder,
  rungs: ladder.rungs.map((rung) => ({ ...rung, levels: LEVELS, direct: true })),
  breach: { ...ladder.breach, levels: LEVELS },
});

/** A drill lasts twice its promise, so that the breach and its repetition are part of it. null: it is no drill, or it is over. */
export const drillEndsAt = ({ drill, reportedAt, policy }: Pick<Facts, 'drill' | 'reportedAt' | 'policy'>): Instant | null =>
  drill && !drill.over ? reportedAt + 2 * policy.acknowledgeWithinMs : null;

const DRILL_SPEED = 60;
export function speedUp(policy: Policy): Policy {
  const fast = (ms: number) => Math.max(1, Math.round(ms / DRILL_SPEED));
  const ladder = (one: Ladder): Ladder => ({
    acknowledgeWithinMs: fast(one.acknowledgeWithinMs),
    rungs: one.rungs.map((rung) => ({ ...rung, afterMs: fast(rung.afterMs) })),
    breach: { ...one.breach, repeatEveryMs: fast(one.breach.repeatEveryMs) },
  });
  return {
    ...ladder(policy),
    again: ladder(policy.again),
    updateEveryMs: fast(policy.updateEveryMs),
    laterAfterMs: fast(policy.laterAfterMs),
    laterUpdateEveryMs: fast(policy.laterUpdateEveryMs),
    nudgeEveryMs: fast(policy.nudgeEveryMs),
    replyReminderMs: fast(policy.replyReminderMs ?? REPLY_REMINDER_MS),
    reopenWithinMs: fast(policy.reopenWithinMs),
    closeAfterMs: fast(policy.closeAfterMs),
  };
}

/** How long the next update may take when the engineer names no time, in ms. */
export function cadenceMs({ policy, reportedAt }: Pick<Facts, 'policy' | 'reportedAt'>, now: Instant): number {
  return now - reportedAt < policy.laterAfterMs ? policy.updateEveryMs : policy.laterUpdateEveryMs;
}

export const onLadder = (ladder: Ladder, at: Instant) => ({
  ladder: { acknowledgeWithinMs: ladder.acknowledgeWithinMs, rungs: ladder.rungs, breach: ladder.breach },
  ladderFrom: at,
  acknowledgeBy: at + ladder.acknowledgeWithinMs,
  rungsPassed: 0,
  breachedAt: null,
  nobodyPaged: false,
});

/** The facts of an outage that gets an owner now: the first update is due within the cadence. */
export function take(owner: Person, at: Instant, outage: Pick<Facts, 'policy' | 'reportedAt'>) {
  return {
    owner,
    ownerSince: at,
    acknowledgedAt: at,
    phase: 'investigating' as const,
    reached: { acknowledged: at },
    helpers: [],
    firstLook: '',
    nextUpdateBy: at + cadenceMs(outage, at),
    nudges: 0,
    offeredTo: null,
  };
}

/** For so long the owner may say that their reaction was not meant. After that they give it back. */
export const TAKE_BACK_WITHIN_MS = 10 * 60_000;

/** Why this person cannot take back at `at` that a reaction took it; null: they can. */
export function whyItStays({ owner, byReaction, acknowledgedAt }: Acknowledged, personId: string, at: Instant) {
  if (owner.id !== personId) return 'theirs';
  if (!byReaction) return 'in-work';
  return at > acknowledgedAt + TAKE_BACK_WITHIN_MS ? 'late' : null;
}

/** Whether whoever acknowledged it by this event can still take that back. */
export const mayTakeBack = (outage: Outage, { by, at }: EventOf<'acknowledged'>, now: Instant): boolean =>
  outage.state === 'acknowledged' && outage.acknowledgedAt === at && whyItStays(outage, by.id, now) === null;

/** Whether whoever acknowledged it was on call then or on submission; also where nobody was, or nobody knows. */
export function wasOnCall({ by, onCall }: EventOf<'acknowledged'>, outage: Pick<Facts, 'onCall'>): boolean {
  const then = onCall ? calledOn(LEVELS, onCall) : [];
  return then.length === 0 || [...then, ...calledOn(LEVELS, outage.onCall)].some(({ person }) => person.id === by.id);
}

/** A nudge asks the owner, then the level above too, then two levels above; from then on they are asked less often. */
const NUDGE_LEVELS = [[], ['secondary'], ['secondary', 'duty-manager']] as const;
const LAST_NUDGE = NUDGE_LEVELS.length - 1;
const LATER_NUDGES_MS = 3_600_000;

/** When a nudge is due: 0 is the time of the update itself. */
export function nudgeDueAt({ nextUpdateBy, policy }: Acknowledged, nudge: number): Instant {
  const later = Math.max(0, nudge - LAST_NUDGE);
  return nextUpdateBy + (nudge - later) * policy.nudgeEveryMs + later * LATER_NUDGES_MS;
}

/** The highest nudge that is due at `now`, or -1. */
export function highestNudgeDue(outage: Acknowledged, now: Instant): number {
  let nudge = -1;
  while (nudgeDueAt(outage, nudge + 1) <= now) nudge++;
  return nudge;
}

/** The people whom a nudge asks, the owner first. When nobody else is on the levels above, all levels: the owner may be gone. */
export function nudged({ owner }: Acknowledged, nudge: number, onCall: OnCall): readonly Called[] {
  const asked = (levels: readonly Level[]) => everyoneOnce([{ person: owner, level: 'owner' }, ...calledOn(levels, onCall)]);
  const above = asked(NUDGE_LEVELS[Math.min(nudge, LAST_NUDGE)] ?? []);
  return nudge === 0 || above.length > 1 ? above : asked(LEVELS);
}

const REPLY_REMINDER_MS = 10 * 60_000;

/** Whether these are one question, asked once more: one reply answers both. */
export const isSameQuestion = (one: Pick<Question, 'by' | 'text'>, other: Pick<Question, 'by' | 'text'>): boolean =>
  one.text === other.text && one.by.id === other.by.id;

/** When the reporter is reminded of a question; null: they were, or Teams does not know who called, so the desk calls back at once. */
export const replyReminderAt = ({ at, reminded }: Question, { policy, origin }: Pick<Facts, 'policy' | 'origin'>): Instant | null =>
  reminded || !isRead(origin) ? null : at + (policy.replyReminderMs ?? REPLY_REMINDER_MS);

/** The first of these reminders. */
function replyDue(outage: Open): readonly Deadline[] {
  const times = outage.questions.flatMap((question) => replyReminderAt(question, outage) ?? []);
  return times.length > 0 ? [{ kind: 'reply', dueAt: Math.min(...times) }] : [];
}

/** Each person once, for the first reason that names them. */
export const everyoneOnce = (called: readonly Called[]): readonly Called[] =>
  called
    .filter(({ person }, index) => called.findIndex((other) => other.person.id === person.id) === index)
    .map(({ person: { id, name }, level }) => ({ person: { id, name }, level }));

export const calledOn = (levels: readonly Level[], onCall: OnCall) =>
  levels.flatMap((level) => onCall[level].map((person) => ({ person, level })));

/** What must happen by when, by the state alone: right after any restart. One that arrives too late gives no events (see decide). */
export function deadlines(outage: Outage): readonly Deadline[] {
  const endsAt = drillEndsAt(outage);
  const all = [...due(outage), ...followUpDue(outage)];
  return endsAt === null ? all : [...all, { kind: 'drill', dueAt: endsAt }];
}

/** The first of the reminders. */
function followUpDue(outage: Outage): readonly Deadline[] {
  const times = toRemind(outage).map(({ dueAt }) => dueAt);
  return times.length > 0 ? [{ kind: 'follow-up', dueAt: Math.min(...times) }] : [];
}

function due(outage: Outage): readonly Deadline[] {
  switch (outage.state) {
    case 'reported':
      return [
        { kind: 'ladder', dueAt: outage.ladderFrom + rungAfterMs(outage.ladder, outage.rungsPassed) },
        ...pageDue(outage),
        ...replyDue(outage),
      ];
    case 'acknowledged':
      return [{ kind: 'update', dueAt: nudgeDueAt(outage, outage.nudges) }, ...replyDue(outage)];
    case 'resolved':
      return outage.drill ? [] : [{ kind: 'close', dueAt: outage.resolvedAt + outage.policy.closeAfterMs }];
    default:
      return [];
  }
}

function pageDue(outage: Outage): readonly Deadline[] {
  const dueAt = pageDueAt(outage);
  return dueAt === null ? [] : [{ kind: 'page', dueAt }];
}

/** The calls up to the end of the promise, with those who were on call on submission. A rung calls those on call when it is due. */
export function plannedCalls({ ladder, ladderFrom, onCall }: Pick<Outage, 'ladder' | 'ladderFrom' | 'onCall'>) {
  return Array.from({ length: breachRung(ladder) + 1 }, (_, rung) => {
    const { levels } = rungAudience(ladder, rung, rung);
    return { at: ladderFrom + rungAfterMs(ladder, rung), kind: rungKind(ladder, rung), levels, people: calledOn(levels, onCall) };
  });
}
