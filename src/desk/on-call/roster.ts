/**
 * Who is on call at a moment, and who will be. Pure. Each entry goes by the wall-clock time of its zone, so a hand-over at 09:00
 * stays at 09:00 when the clocks change, and the turn before it is an hour longer or shorter.
 *
 * - roster    who is on call, level by level, as the desk file says it
 * - rotation  people who take turns; a turn ends with the hand-over
 * - shift     a time during which the same people are on call
 * - gap       a shift without anybody
 * - override  a change by hand for a limited time: an engineer took a level, or covers for somebody
 */
import { everybodyOnce, type Instant, LEVELS, type Level, type OnCall, type Person } from '../../outage/types/values.ts';
import { DAY_MS, instantOf, localTime, midnight, weekday, writeLocal } from './local-time.ts';
import type { RosterEntry } from './schema.ts';

export type Roster = { readonly [level in Level]: readonly RosterEntry[] };

export type Override = {
  readonly personId: string;
  /** A whole level, in place of everybody on it; or one person, on each level where they are. */
  readonly target: { readonly level: Level } | { readonly insteadOf: string };
  readonly from: Instant;
  readonly until: Instant;
};

export type Shift = { readonly from: Instant; readonly until: Instant; readonly people: readonly Person[] };
export type Shifts = { readonly [level in Level]: readonly Shift[] };

export const HORIZON_MS = 14 * DAY_MS;

export type Day = Pick<Shift, 'from' | 'until'>;
/** What is left of today, and the six days after it, by the clock of the zone. */
export const weekFrom = (now: Instant, zone: string): readonly Day[] =>
  Array.from({ length: 7 }, (_, day) => {
    const [from = now, until = now] = [day, day + 1].map((n) => instantOf(midnight(localTime(now, zone)) + n * DAY_MS, zone));
    return { from: Math.max(now, from), until };
  });

/** `person`: by key. `override`: the person whom an override may name, or null when they are no engineer (any more). */
export type Who = { readonly person: (key: string) => Person; readonly engineer: (personId: string) => Person | null };

/** `overrides`: in the order in which they were made; of two at the same time the later counts. */
export function onCallAt(roster: Roster, at: Instant, overrides: readonly Override[], who: Who): OnCall {
  const taken = new Map<Level, Cover>();
  const covers = new Map<string, Cover>();
  for (const [order, override] of overrides.entries()) {
    const person = who.engineer(override.personId);
    if (!person || at < override.from || at >= override.until) continue;
    if ('level' in override.target) taken.set(override.target.level, { person, order });
    else covers.set(override.target.insteadOf, { person, order });
  }
  const peopleOn = (level: Level): readonly Person[] => {
    const byHand = taken.get(level);
    if (byHand) return [inPlaceOf(byHand, covers)];
    const byRoster = roster[level].flatMap((entry) => peopleAt(entry, at)).map(who.person);
    return everybodyOnce(byRoster.map((person) => inPlaceOf({ person, order: -1 }, covers)));
  };
  return { primary: peopleOn('primary'), secondary: peopleOn('secondary'), 'duty-manager': peopleOn('duty-manager') };
}

/** `order`: when the person came onto the level, or began to cover. */
type Cover = { readonly person: Person; readonly order: number };

/**
 * Who is called in this person's place. Somebody may cover for one who covers, if they said so later. People who cover for each
 * other swap, in whichever order they said so: each takes the place of one other.
 */
function inPlaceOf({ person, order }: Cover, covers: ReadonlyMap<string, Cover>): Person {
  const cover = covers.get(person.id);
  if (!cover || cover.order < order) return person;
  return isSwapped(person, covers) ? cover.person : inPlaceOf(cover, covers);
}

function isSwapped({ id }: Person, covers: ReadonlyMap<string, Cover>): boolean {
  let next = covers.get(id)?.person.id;
  for (let step = 1; step < covers.size && next !== undefined && next !== id; step++) next = covers.get(next)?.person.id;
  return next === id;
}

/** The shifts of each level from `from` to `until`, without holes: neighbours differ in their people. */
export function shiftsOf(roster: Roster, from: Instant, until: Instant, overrides: readonly Override[], who: Who): Shifts {
  const edges = [
    ...LEVELS.flatMap((level) => roster[level]).flatMap((entry) => changesOf(entry, from, until)),
    ...overrides.flatMap((override) => [override.from, override.until]),
  ].filter((at) => at > from && at < until);
  const moments = [...new Set([from, ...edges])].sort((a, b) => a - b);
  const found = moments.map((at) => onCallAt(roster, at, overrides, who));
  const along = (level: Level) => {
    const shifts: Shift[] = [];
    moments.forEach((at, index) => {
      const people = found[index]?.[level] ?? [];
      const end = moments[index + 1] ?? until;
      const last = shifts.at(-1);
      if (last && isSame(last.people, people)) shifts[shifts.length - 1] = { ...last, until: end };
      else shifts.push({ from: at, until: end, people });
    });
    return shifts;
  };
  return { primary: along('primary'), secondary: along('secondary'), 'duty-manager': along('duty-manager') };
}

function peopleAt(entry: RosterEntry, at: Instant): readonly string[] {
  if (!isOpen(entry, at)) return [];
  const { people, turns } = entry;
  if (!turns) return people;
  const turn = turnAt(entry, turns, at);
  return turn < 0 ? [] : people.slice(turn % people.length, (turn % people.length) + 1);
}

type Turns = NonNullable<RosterEntry['turns']>;
const handOver = ({ zone }: RosterEntry, { starts, lengthMs }: Turns, turn: number): Instant => instantOf(starts + turn * lengthMs, zone);

/** The number of the turn, from 0; below 0 before the first. */
function turnAt(entry: RosterEntry, turns: Turns, at: Instant): number {
  let turn = Math.floor((localTime(at, entry.zone) - turns.starts) / turns.lengthMs);
  // When the clocks change, an hour occurs twice or is skipped, and the division above may be off by one.
  while (handOver(entry, turns, turn + 1) <= at) turn += 1;
  while (handOver(entry, turns, turn) > at) turn -= 1;
  return turn;
}

/** The day on which the turn began, by the clock of its zone; null while nobody has a turn. */
export function turnBegan(entry: RosterEntry, at: Instant): string | null {
  const turn = entry.turns && isOpen(entry, at) ? turnAt(entry, entry.turns, at) : -1;
  return entry.turns && turn >= 0 ? writeLocal(entry.turns.starts + turn * entry.turns.lengthMs).date : null;
}

function isOpen(entry: RosterEntry, at: Instant): boolean {
  if (entry.window === null) return true;
  for (const { from, until } of windowsOf(entry, at, at)) if (from <= at && at < until) return true;
  return false;
}

/** The windows that may touch this time, the latest first, with those of two days before: they may cross midnight and a change of clocks. */
function* windowsOf({ window, zone }: RosterEntry, from: Instant, until: Instant): Generator<{ from: Instant; until: Instant }> {
  if (!window) return;
  const first = midnight(localTime(from, zone)) - 2 * DAY_MS;
  for (let day = midnight(localTime(until, zone)); day >= first; day -= DAY_MS) {
    if (!window.days.includes(weekday(day))) continue;
    yield { from: instantOf(day + window.from, zone), until: instantOf(day + window.to, zone) };
  }
}

function changesOf(entry: RosterEntry, from: Instant, until: Instant): Instant[] {
  const changes = [...windowsOf(entry, from, until)].flatMap((window) => [window.from, window.until]);
  const { turns } = entry;
  if (!turns) return changes;
  for (let turn = Math.max(0, turnAt(entry, turns, from)); handOver(entry, turns, turn) < until; turn++)
    changes.push(handOver(entry, turns, turn));
  return changes;
}

export const isSame = (some: readonly Person[], others: readonly Person[]): boolean =>
  some.length === others.length && some.every(({ id }) => others.some((other) => other.id === id));
