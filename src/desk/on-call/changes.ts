/** Who goes on call and who leaves, and which messages about that are due. Pure. */
import { type Instant, LEVELS, type Level, type Person } from '../../outage/types/values.ts';
import type { Desk } from '../desk.ts';
import { lastWeekly } from './local-time.ts';
import type { Override, Shift, Shifts } from './roster.ts';

/** What a moment changes for one person. `has`: all levels that they have from then on. */
export type Change = {
  readonly at: Instant;
  readonly person: Person;
  readonly gained: readonly Level[];
  readonly lost: readonly Level[];
  readonly has: readonly Level[];
};

/** In the order of time. Somebody who is on call all the time is in none. */
export function changesIn(shifts: Shifts): readonly Change[] {
  const moments = LEVELS.flatMap((level) => shifts[level].slice(1).map(({ from }) => from));
  return [...new Set(moments)]
    .sort((one, other) => one - other)
    .flatMap((at) => {
      const [before, after] = [levelsAt(shifts, at - 1), levelsAt(shifts, at)] as const;
      return [...new Map([...before, ...after].map(({ person }) => [person.id, person])).values()].flatMap((person): Change[] => {
        const levelsIn = (then: typeof before) => then.flatMap((one) => (one.person.id === person.id ? one.level : []));
        const [had, has] = [levelsIn(before), levelsIn(after)] as const;
        const gained = has.filter((level) => !had.includes(level));
        const lost = had.filter((level) => !has.includes(level));
        return gained.length + lost.length > 0 ? [{ at, person, gained, lost, has }] : [];
      });
    });
}

const levelsAt = (shifts: Shifts, at: Instant) =>
  LEVELS.flatMap((level) => peopleAt(shifts[level], at).map((person) => ({ level, person })));
const peopleAt = (shifts: readonly Shift[], at: Instant): readonly Person[] =>
  shifts.find(({ from, until }) => from <= at && at < until)?.people ?? [];

/** When a person who is on this level at that time leaves it; null: not as far as the shifts go. */
export const leavesAt = (shifts: readonly Shift[], { id }: Person, at: Instant): Instant | null =>
  shifts.find((shift) => shift.until > at && !shift.people.some((one) => one.id === id))?.from ?? null;

/**
 * A message about the on-call schedule: what it tells, of which moment, and to whom (empty: the desk's channel).
 * - before   they go on call soon
 * - change   they are on call now, or not any more
 * - not      they were told that they go on call, and somebody took that by hand since
 * - week     who is on call this week
 */
export type OnCallNotice = { readonly kind: 'before' | 'change' | 'not' | 'week'; readonly at: Instant; readonly personId: string };
/** `change`: what the message is about; null: the notice says all. */
export type DueNotice = { readonly notice: OnCallNotice; readonly dueAt: Instant; readonly change: Change | null };

/** Later than this a message about a change is left out: everybody has noticed by then. */
export const LATE_MS = 3_600_000;
const WEEK_LATE_MS = 12 * LATE_MS;
/** Nearer than this, the message at the start is enough. */
const SOON_MS = 10 * 60_000;
/** No message is about a moment that is longer ago. */
export const LATEST_MS = WEEK_LATE_MS;

type Facts = {
  readonly now: Instant;
  /** Also those that ended within LATE_MS. */
  readonly overrides: readonly Override[];
  readonly told: readonly OnCallNotice[];
  /** What was due before is not told: after a restore nobody knows whether it was. */
  readonly since: Instant;
};

/** The messages that are due and were not told. Of several late ones to the same person only the last is true, so only that one is due. */
export function dueNotices(
  { shifts, onCallMessages, file }: Pick<Desk, 'shifts' | 'onCallMessages' | 'file'>,
  facts: Facts,
): readonly DueNotice[] {
  const { now, told, since } = facts;
  const due: DueNotice[] = onCallMessages.shifts ? [...ofPeople({ shifts, onCallMessages }, facts)] : [];
  const weekAt = onCallMessages.weekly && lastWeekly(onCallMessages.weekly, now, file.desk.timeZone);
  if (weekAt !== null && now - weekAt < WEEK_LATE_MS) due.push(noticeOf('week', weekAt, weekAt));
  return due.filter(({ notice, dueAt }) => dueAt >= since && !told.some((one) => isSameNotice(one, notice)));
}

function ofPeople(desk: Pick<Desk, 'shifts' | 'onCallMessages'>, { now, overrides, told }: Facts): readonly DueNotice[] {
  const { beforeMs } = desk.onCallMessages;
  // A ms more on both sides, so that a change at the very edge is one.
  const shifts = desk.shifts(now - LATE_MS - 1, now + beforeMs + 1, overrides);
  const changes = changesIn(shifts);
  const past = changes.filter(({ at }) => at <= now);
  const latest = past.filter((one) => !past.some(({ person, at }) => person.id === one.person.id && at > one.at));
  const coming = changes.filter(({ at, gained }) => gained.length > 0 && at > now + Math.min(SOON_MS, beforeMs / 2));
  // The message at the start tells everybody else who was told too early.
  const inVain = told.filter(
    ({ kind, at, personId }) =>
      kind === 'before' && at > now - LATE_MS && at <= now + beforeMs && !levelsAt(shifts, at).some(({ person }) => person.id === personId),
  );
  return [
    ...latest.map((change) => noticeOf('change', change.at, change.at, change)),
    ...coming.map((change) => noticeOf('before', change.at, change.at - beforeMs, change)),
    ...inVain.map(({ at, personId }) => ({ ...noticeOf('not', at, now), notice: { kind: 'not', at, personId } as const })),
  ];
}

const noticeOf = (kind: OnCallNotice['kind'], at: Instant, dueAt: Instant, change: Change | null = null): DueNotice => ({
  notice: { kind, at, personId: change?.person.id ?? '' },
  dueAt,
  change,
});

const isSameNotice = (one: OnCallNotice, other: OnCallNotice): boolean =>
  one.kind === other.kind && one.at === other.at && one.personId === other.personId;
