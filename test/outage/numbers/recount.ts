/**
 * The numbers of a desk once more, counted by hand from the events: the slow and plain way, which shares no code with the product. Both have
 * the rules of env/README.md.
 */
import type { OutageEvent } from '../../../src/outage/events.ts';

export type Recorded = readonly OutageEvent[];
type Kept = { outages: number; kept: number; waiting: number };
type Timed = { number: number; ms: number };
export type Counted = Kept & {
  updates: number;
  updatesOnTime: number;
  acknowledged: object;
  resolved: object;
  apart: { transferred: Kept; merged: Kept; withdrawn: number };
  scenarios: readonly (Kept & { id: string })[];
  hours: readonly number[];
};

const DAY_MS = 24 * 3_600_000;

/** What a clock on the wall of the desk shows. */
function wall(at: number, zone: string): { readonly month: number; readonly hour: number } {
  const options = { timeZone: zone, year: 'numeric', month: 'numeric', hour: 'numeric', hourCycle: 'h23' } as const;
  const parts = new Intl.DateTimeFormat('en', options).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  // Months since the year 0, so that one before January is a December.
  return { month: of('year') * 12 + of('month') - 1, hour: of('hour') };
}

/** Whether a time is in a period, or (`back` 1) in the one before. */
export function isIn(period: string, at: number, now: number, zone: string, back: 0 | 1): boolean {
  if (period === '90 days') return at > now - 90 * (back + 1) * DAY_MS && at <= now - 90 * back * DAY_MS;
  const months = period.includes('quarter') ? 3 : 1;
  const countedFrom = (time: number) => Math.floor(wall(time, zone).month / months);
  return countedFrom(at) === countedFrom(now) - back - (period.includes('last') ? 1 : 0);
}

type One = {
  readonly number: number;
  readonly project: string;
  readonly scenario: string;
  readonly begin: number;
  readonly place: 'all' | 'transferred' | 'merged' | 'withdrawn';
  readonly promise: 'kept' | 'broken' | 'waiting';
  readonly acknowledged: number | null;
  readonly resolved: number | null;
  readonly updates: readonly boolean[];
};

export function recount(
  all: readonly Recorded[],
  asked: { readonly now: number; readonly zone: string; readonly project: string | null; readonly isAsked: (begin: number) => boolean },
): Counted {
  const counted = all
    .flatMap((events) => one(events, asked.now) ?? [])
    .filter(({ begin, project }) => {
      return asked.isAsked(begin) && (asked.project === null || asked.project === project);
    });
  const main = counted.filter(({ place }) => place === 'all');
  const timed = (which: 'acknowledged' | 'resolved') =>
    main.flatMap((each) => (each[which] === null ? [] : [{ number: each.number, ms: each[which] }]));
  const updates = main.flatMap((each) => each.updates);
  const hours = Array.from({ length: 24 }, (_, hour) => main.filter(({ begin }) => wall(begin, asked.zone).hour === hour).length);
  const ids = [...new Set(main.map(({ scenario }) => scenario))];
  return {
    ...kept(main),
    updates: updates.length,
    updatesOnTime: updates.filter(Boolean).length,
    acknowledged: spread(timed('acknowledged')),
    resolved: spread(timed('resolved')),
    apart: {
      transferred: kept(counted.filter(({ place }) => place === 'transferred')),
      merged: kept(counted.filter(({ place }) => place === 'merged')),
      withdrawn: counted.filter(({ place }) => place === 'withdrawn').length,
    },
    scenarios: ids.map((id) => ({ id, ...kept(main.filter(({ scenario }) => scenario === id)) })),
    hours,
  };
}

const kept = (some: readonly One[]): Kept => ({
  outages: some.length,
  kept: some.filter(({ promise }) => promise === 'kept').length,
  waiting: some.filter(({ promise }) => promise === 'waiting').length,
});

/** The smallest value that so many percent of all are not above. */
function spread(values: readonly Timed[]): object {
  if (values.length < 5) return { count: values.length, few: values };
  const least = (percent: number) =>
    Math.min(...values.flatMap(({ ms }) => (values.filter((other) => other.ms <= ms).length * 100 >= percent * values.length ? [ms] : [])));
  return { count: values.length, median: least(50), p90: least(90) };
}

const STATUS = [
  'acknowledged',
  'taken-back',
  'released',
  'objected',
  'reopened',
  'transferred',
  'withdrawn',
  'merged',
  'resolved',
  'closed',
];

function one(events: Recorded, now: number): One | null {
  const [reported] = events;
  if (reported?.type !== 'reported' || reported.drill) return null;
  const promoted = events.find((event) => event.type === 'promoted');
  if (reported.request && !promoted) return null;
  const first = promoted ?? reported;
  const life = events.slice(events.indexOf(first) + 1);
  const acknowledged = firstMeant(life);
  const clock = promiseOf(acknowledged ? life.slice(0, life.indexOf(acknowledged)) : life, first.at, first.policy);
  const status = life.findLast(({ type }) => STATUS.includes(type))?.type;
  const resolved = status === 'resolved' || status === 'closed' ? life.findLast(({ type }) => type === 'resolved') : undefined;
  const isWithdrawnInTime = status === 'withdrawn' && !acknowledged && !clock.isBroken;
  const isLate = clock.isBroken || (acknowledged?.at ?? now) > clock.until;
  return {
    number: first.number,
    project: reported.report.project.id,
    scenario: scenarioOf(events) ?? reported.report.scenario.id,
    begin: first.at,
    place: placeOf(status, isWithdrawnInTime),
    promise: isWithdrawnInTime ? 'waiting' : isLate ? 'broken' : acknowledged ? 'kept' : 'waiting',
    acknowledged: acknowledged ? acknowledged.at - clock.from : null,
    resolved: resolved ? resolved.at - first.at : null,
    updates: updatesOf(life, { first, now, reportedAt: reported.at }),
  };
}

const placeOf = (status: string | undefined, isWithdrawnInTime: boolean): One['place'] => {
  if (isWithdrawnInTime) return 'withdrawn';
  return status === 'transferred' || status === 'merged' ? status : 'all';
};

const scenarioOf = (events: Recorded): string | undefined =>
  events.flatMap((event) => (event.type === 'corrected' && event.changes.scenario ? event.changes.scenario.id : [])).at(-1);

/** Without those that were taken back. */
const firstMeant = (life: Recorded): OutageEvent | undefined =>
  life.find((event, index) => {
    const next = life.slice(index + 1).find(({ type }) => type === 'acknowledged' || type === 'taken-back');
    return event.type === 'acknowledged' && next?.type !== 'taken-back';
  });

/** Follows what happened before anybody acknowledged it: each time that it was withdrawn early and reopened, the promise begins anew. */
function promiseOf(
  events: Recorded,
  from: number,
  { acknowledgeWithinMs, again }: Windows,
): { from: number; until: number; isBroken: boolean } {
  const until = from + acknowledgeWithinMs;
  const index = events.findIndex(({ type }) => type === 'withdrawn');
  const withdrawn = events[index];
  if (!withdrawn) return { from, until, isBroken: false };
  if (withdrawn.at > until) return { from, until, isBroken: true };
  const reopened = events.slice(index).find(({ type }) => type === 'reopened');
  if (!reopened) return { from, until, isBroken: false };
  return promiseOf(events.slice(events.indexOf(reopened) + 1), reopened.at, { ...again, again });
}
type Windows = { readonly acknowledgeWithinMs: number; readonly again: { readonly acknowledgeWithinMs: number } };

type Promised = {
  readonly first: Extract<OutageEvent, { type: 'reported' | 'promoted' }>;
  readonly now: number;
  readonly reportedAt: number;
};

/** Of each update that was promised, whether it came in time. What became of a promise the next event says that has to do with it. */
function updatesOf(life: Recorded, { first, now, reportedAt }: Promised): readonly boolean[] {
  const { updateEveryMs, laterAfterMs, laterUpdateEveryMs } = first.policy;
  const ends = ['released', 'withdrawn', 'transferred', 'merged'];
  const words = ['updated', 'resolved'];
  const voids = ['planned', 'taken-back', 'restored'];
  return life.flatMap((event, index) => {
    if (event.type !== 'acknowledged' && event.type !== 'planned' && event.type !== 'updated') return [];
    const every = event.at - reportedAt < laterAfterMs ? updateEveryMs : laterUpdateEveryMs;
    const due = event.type === 'acknowledged' ? event.at + every : event.nextUpdateBy;
    const next = life.slice(index + 1).find(({ type }) => words.includes(type) || ends.includes(type) || voids.includes(type));
    if (!next) return now > due ? [false] : [];
    if (words.includes(next.type)) return [next.at <= due];
    return ends.includes(next.type) && next.at > due ? [false] : [];
  });
}
