/** Quiet hours are by the clock on the wall, over midnight and over a change of the clocks. */
import { describe, expect, test } from 'vitest';
import { quietHoursSchema, quietUntil, startOfDay } from '../../src/desk/quiet-hours.ts';

const ZONE = 'Europe/Copenhagen';
const at = (iso: string) => Date.parse(iso);
const until = (from: string, to: string, iso: string) => {
  const end = quietUntil({ from, until: to, timeZone: ZONE }, at(iso));
  return end === null ? null : new Date(end).toISOString();
};

describe('quiet hours', () => {
  test.each([
    // Winter: one hour before UTC.
    ['before they begin', '22:00', '07:00', '2026-01-05T20:59:59Z', null],
    ['as they begin', '22:00', '07:00', '2026-01-05T21:00:00Z', '2026-01-06T06:00:00.000Z'],
    ['after midnight', '22:00', '07:00', '2026-01-06T01:00:00Z', '2026-01-06T06:00:00.000Z'],
    ['as they end', '22:00', '07:00', '2026-01-06T06:00:00Z', null],
    ['within one day', '12:00', '13:30', '2026-01-06T11:30:00Z', '2026-01-06T12:30:00.000Z'],
    ['after that', '12:00', '13:30', '2026-01-06T12:30:00Z', null],
    // The clocks go forward at 02:00 on 29 March: the night is an hour shorter.
    ['before the clocks go forward', '22:00', '07:00', '2026-03-28T21:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['with an end that is skipped', '22:00', '02:30', '2026-03-28T23:00:00Z', '2026-03-29T01:30:00.000Z'],
    ['with a begin that is skipped', '02:30', '07:00', '2026-03-29T01:15:00Z', null],
    ['after a begin that is skipped', '02:30', '07:00', '2026-03-29T01:30:00Z', '2026-03-29T05:00:00.000Z'],
    // They go back at 03:00 on 25 October: 02:30 is twice, and means the first.
    ['before the clocks go back', '22:00', '07:00', '2026-10-24T20:00:00Z', '2026-10-25T06:00:00.000Z'],
    ['with an end that is twice', '22:00', '02:30', '2026-10-25T00:29:00Z', '2026-10-25T00:30:00.000Z'],
    ['the second time', '22:00', '02:30', '2026-10-25T01:00:00Z', null],
  ])('%s', (_what, from, to, iso, expected) => {
    expect(until(from, to, iso)).toBe(expected);
  });

  test('each minute around a change of the clocks, and each hour of two years, is in them when the wall says so', () => {
    const wall = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
    const DAY_MS = 86_400_000;
    const changes = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].map((day) => at(`${day}T01:00:00Z`));
    const odd: string[] = [];
    const look = (from: number, to: number, everyMs: number) => {
      for (let now = from; now < to; now += everyMs) {
        const shown = wall.format(now);
        const isQuiet = shown >= '22:15' || shown < '06:45';
        if (isQuiet !== (quietUntil({ from: '22:15', until: '06:45', timeZone: ZONE }, now) !== null))
          odd.push(new Date(now).toISOString());
      }
    };
    for (const change of changes) look(change - DAY_MS, change + DAY_MS, 60_000);
    // By 61 minutes, so that each minute of an hour has its turn.
    look(at('2026-01-01T00:00:00Z'), at('2028-01-01T00:00:00Z'), 61 * 60_000);
    expect(odd).toEqual([]);
  });

  test('are two times that differ, in a zone that there is', () => {
    const read = (from: string, to: string, timeZone = ZONE) => quietHoursSchema.safeParse({ from, until: to, timeZone }).success;
    expect([read('22:00', '07:00'), read('22:00', '22:00'), read('24:00', '07:00'), read('9:00', '10:00')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(read('22:00', '07:00', 'Europe/Atlantis')).toBe(false);
  });
});

test('a day begins at midnight on the wall', () => {
  expect(startOfDay(at('2026-01-05T23:30:00Z'), ZONE)).toBe(at('2026-01-05T23:00:00Z'));
  expect(startOfDay(at('2026-10-25T12:00:00Z'), ZONE)).toBe(at('2026-10-24T22:00:00Z'));
  expect(startOfDay(at('2026-01-05T23:30:00Z'), 'America/New_York')).toBe(at('2026-01-05T05:00:00Z'));
});
