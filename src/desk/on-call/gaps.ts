/** When nobody is on a level that is pinged, and what that costs. Pure. */
import { type Instant, LEVELS, type Level, type Policy } from '../../outage/types/values.ts';
import type { Roster, Shifts } from './roster.ts';

/** `level` null: nobody is on any level that is pinged. `cost`: what happens when that level should be pinged. */
export type Gap = { readonly from: Instant; readonly until: Instant } & (
  | { readonly level: null; readonly cost: null }
  | { readonly level: Level; readonly cost: GapCost }
);
/** Who is pinged in the place of the level, and how long after the report; null: nobody. `atOnce`: at the same time as the level would be. */
export type GapCost = { readonly levels: readonly Level[]; readonly afterMs: number; readonly atOnce: boolean } | null;

/** In the order of time. A level that names nobody at all has no gaps: that is a finding of its own. */
export function gapsIn({ policy, roster }: { readonly policy: Policy; readonly roster: Roster }, shifts: Shifts): readonly Gap[] {
  const pings = pingsOf(policy);
  const pinged = LEVELS.filter((level) => pings.some(({ levels }) => levels.includes(level)));
  const moments = [...new Set(LEVELS.flatMap((level) => shifts[level].map(({ from }) => from)))].sort((one, other) => one - other);
  const end = shifts.primary.at(-1)?.until ?? 0;
  const isOn = (level: Level, at: Instant) =>
    shifts[level].some(({ from, until, people }) => from <= at && at < until && people.length > 0);
  const empty: { from: Instant; until: Instant }[] = [];
  moments.forEach((from, index) => {
    if (pinged.some((level) => isOn(level, from))) return;
    const until = moments[index + 1] ?? end;
    const last = empty.at(-1);
    if (last?.until === from) last.until = until;
    else empty.push({ from, until });
  });
  const gaps = pinged.flatMap((level) =>
    (roster[level].length > 0 ? shifts[level] : [])
      .filter(({ people, from, until }) => people.length === 0 && !empty.some((one) => one.from <= from && until <= one.until))
      .map(({ from, until }): Gap => ({ level, from, until, cost: costOf(level, pings, (other) => isOn(other, from)) })),
  );
  return [...empty.map((one): Gap => ({ ...one, level: null, cost: null })), ...gaps].sort((one, other) => one.from - other.from);
}

/** The first gap of each level, or of all that are pinged; `more`: how many follow. */
export const firstGaps = (...of: Parameters<typeof gapsIn>): readonly (Gap & { readonly more: number })[] =>
  [...Map.groupBy(gapsIn(...of), ({ level }) => level).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, more: more.length }] : [],
  );

type Ping = { readonly afterMs: number; readonly levels: readonly Level[] };
/** The first message pings the primary. */
const pingsOf = ({ rungs, breach, acknowledgeWithinMs }: Policy): readonly Ping[] => [
  { afterMs: 0, levels: ['primary'] },
  ...rungs,
  { afterMs: acknowledgeWithinMs, levels: breach.levels },
];

function costOf(level: Level, pings: readonly Ping[], isOn: (level: Level) => boolean): GapCost {
  const missed = pings.findIndex(({ levels }) => levels.includes(level));
  const then = pings.slice(missed).map(({ afterMs, levels }) => ({ afterMs, levels: levels.filter(isOn) }));
  const next = then.find(({ levels }) => levels.length > 0);
  return next ? { ...next, atOnce: next === then[0] } : null;
}
