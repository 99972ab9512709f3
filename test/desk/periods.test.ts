/** The periods of numbers, by the calendar of the desk. */
import { expect, test } from 'vitest';
import { offsetsIn, periodOf } from '../../src/desk/periods.ts';
import type { PeriodName } from '../../src/outage/numbers/figure.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-01-31T23:30:00Z');
const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
const said = (name: PeriodName, zone: string) => {
  const { period, before } = periodOf(name, NOW, zone);
  return [before.from, before.until, period.from, period.until].map(iso);
};

test('a month and a quarter begin at midnight of the desk, and are compared with the one before', () => {
  // In Copenhagen it is February already.
  expect(said('month', 'UTC')).toEqual(['2025-12-01T00:00', '2026-01-01T00:00', '2026-01-01T00:00', '2026-02-01T00:00']);
  expect(said('month', 'Europe/Copenhagen')).toEqual(['2025-12-31T23:00', '2026-01-31T23:00', '2026-01-31T23:00', '2026-02-28T23:00']);
  expect(said('last month', 'Europe/Copenhagen')).toEqual(['2025-11-30T23:00', '2025-12-31T23:00', '2025-12-31T23:00', '2026-01-31T23:00']);
  expect(said('quarter', 'Europe/Copenhagen')).toEqual(['2025-09-30T22:00', '2025-12-31T23:00', '2025-12-31T23:00', '2026-03-31T22:00']);
  expect(said('last quarter', 'UTC')).toEqual(['2025-07-01T00:00', '2025-10-01T00:00', '2025-10-01T00:00', '2026-01-01T00:00']);
});

test('90 days end now, with what is reported in this very moment', () => {
  const { period, before } = periodOf('90 days', NOW, 'UTC');
  expect([period.until - NOW, period.until - period.from, before.until - period.from]).toEqual([1, 90 * 24 * HOUR_MS, 0]);
});

test('the clock of a zone has one offset, or another from the very moment on at which it changes', () => {
  const year = { from: Date.parse('2026-01-01T00:00Z'), until: Date.parse('2027-01-01T00:00Z') };
  const changes = (zone: string) => offsetsIn(year, zone).map(({ from, ms }) => [iso(from), ms / HOUR_MS]);
  expect(changes('Asia/Kolkata')).toEqual([['2026-01-01T00:00', 5.5]]);
  expect(changes('Europe/Copenhagen')).toEqual([
    ['2026-01-01T00:00', 1],
    ['2026-03-29T01:00', 2],
    ['2026-10-25T01:00', 1],
  ]);
});
