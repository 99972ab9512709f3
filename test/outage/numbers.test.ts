/** Numbers that do not tell how many outages there are. */
import { afterEach, expect, it } from 'vitest';
import { countedNumber, setNumbering, shownNumber } from '../../src/outage/types/numbers.ts';
import { numberOf, outageName } from '../../src/outage/types/outage.ts';

afterEach(() => setNumbering(null));

const KEY = 'harbour lights';
const first = (count: number) => Array.from({ length: count }, (_, index) => 1_001 + index);

it('are those that are counted, where the desk file has no key', () => {
  expect([shownNumber(1_042), countedNumber(1_042), outageName({ number: 1_042 })]).toEqual([1_042, 1_042, 'OUT-1042']);
});

it('have six digits, mean one outage each, and lead back to it', () => {
  setNumbering(KEY);
  const shown = first(20_000).map(shownNumber);
  expect(new Set(shown).size).toBe(20_000);
  expect(shown.every((number) => /^\d{6}$/.test(String(number)))).toBe(true);
  expect(shown.map(countedNumber)).toEqual(first(20_000));
  const [last] = [901_000];
  expect(countedNumber(shownNumber(last))).toBe(last);
  expect([901_001, 2_000_000].map((number) => countedNumber(shownNumber(number)))).toEqual([901_001, 2_000_000]);
});

it('do not tell which came first, nor how many were between', () => {
  setNumbering(KEY);
  const shown = first(2_000).map(shownNumber);
  const rising = shown.slice(1).filter((number, index) => number > (shown[index] ?? 0)).length;
  expect(rising).toBeGreaterThan(900);
  expect(rising).toBeLessThan(1_100);
  const near = shown.slice(1).filter((number, index) => Math.abs(number - (shown[index] ?? 0)) < 1_000).length;
  expect(near).toBeLessThan(20);
});

it('are others with another key, and what is counted is no name for anything', () => {
  setNumbering(KEY);
  const one = first(100).map(shownNumber);
  expect(countedNumber(1_042)).toBe(0);
  setNumbering('another key');
  expect(
    first(100)
      .map(shownNumber)
      .filter((number, index) => number === one[index]).length,
  ).toBeLessThan(3);
});

it('of drills and requests stay as they are', () => {
  setNumbering(KEY);
  expect(outageName({ number: numberOf('request', 7) })).toBe('REQ-7');
  expect(outageName({ number: numberOf('drill', 3) })).toBe('DRILL-3');
  const name = outageName({ number: 1_042 });
  expect(numberOf('outage', Number(name.slice('OUT-'.length)))).toBe(1_042);
});
