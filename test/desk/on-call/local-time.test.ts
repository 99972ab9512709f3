/** What the clock on the wall shows, beside what `Intl` says, in every zone and around each change of its clocks. */
// @module-tag sampled
import { expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, instantOf, localTime } from '../../../src/desk/on-call/local-time.ts';
import { sample } from '../../support/sample.ts';

const FROM = Date.UTC(2012, 0, 1);
const UNTIL = Date.UTC(2037, 0, 1);

/** A clock of `Intl` alone. */
function clockOf(timeZone: string): (at: number) => number {
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { ...parts, timeZone, hourCycle: 'h23', era: 'short' });
  return (at) => {
    const { year, month, day, hour, minute, second } = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, +value]),
    );
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  };
}

/** The seconds at which the clocks of the zone change. */
function changesOf(shown: (at: number) => number): readonly number[] {
  const changes: number[] = [];
  const offset = (at: number) => shown(at) - at;
  for (let from = FROM; from < UNTIL; from += 5 * DAY_MS) {
    if (offset(from) === offset(from + 5 * DAY_MS)) continue;
    let [before, after] = [from / 1_000, from / 1_000 + (5 * DAY_MS) / 1_000];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle * 1_000) === offset(from)) before = middle;
      else after = middle;
    }
    changes.push(after * 1_000);
  }
  return changes;
}

const ZONES = Intl.supportedValuesOf('timeZone');
// The strangest of them always: half hours, three quarters, two hours, a month without summer time, a day that never was.
const STRANGE = ['Australia/Lord_Howe', 'Asia/Kathmandu', 'Antarctica/Troll', 'Africa/Casablanca', 'Pacific/Apia', 'America/St_Johns'];

test.each([...STRANGE, ...sample('zones', ZONES, 4)])('the clocks of %s', (zone) => {
  const shown = clockOf(zone);
  const changes = changesOf(shown);
  const moments = [FROM, UNTIL, ...changes].flatMap((at) =>
    [-DAY_MS, -HOUR_MS, -60_000, -1_000, -1, 0, 1_000, 60_000, HOUR_MS].map((by) => at + by),
  );
  const wrong = moments.filter((at) => localTime(at, zone) - at !== shown(Math.floor(at / 1_000) * 1_000) - Math.floor(at / 1_000) * 1_000);
  expect(wrong.map((at) => new Date(at).toISOString())).toEqual([]);
  // Asked in another order, it remembers nothing wrong; and every time that a clock shows once leads back to its moment.
  for (const at of moments.toReversed()) {
    const back = instantOf(localTime(at, zone), zone);
    expect(localTime(back, zone), new Date(at).toISOString()).toBe(localTime(at, zone));
    expect(back, new Date(at).toISOString()).toBeLessThanOrEqual(at);
  }
});
