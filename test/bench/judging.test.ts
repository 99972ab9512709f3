/** The bench itself: figures, bounds, and what is chosen. */
import { describe, expect, it } from 'vitest';
import { choose, failed, figure, judge, summaryOf, tableOf } from './judging.ts';
import { MEASURES } from './measures/index.ts';
import type { Measure, Row } from './measures/measure.ts';
import { median, percentile, sum } from './statistics.ts';

const row: Row = { name: 'one', what: 'what it costs', unit: 'times', bound: 1.5, quick: 3 };
const slow: Row = { name: 'two', what: 'how long it takes', unit: 'ms', bound: 20 };
const other: Row = { name: 'three', what: 'what others cost', unit: 'ms', bound: null };
const measure = (part: string, rows: readonly Row[]): Measure => ({ part, rows, run: async () => ({}) });
const measures = [measure('cost', [row, slow]), measure('others', [other])];
const chosenNames = (only: readonly string[] | null, quick = false) => {
  const chosen = choose(measures, only, quick);
  return typeof chosen === 'string' ? chosen : chosen.flatMap(({ rows }) => rows.map(({ name }) => name));
};

describe('figures of several', () => {
  it('are the middle one, or between the middle two', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
    expect(median([])).toBeNaN();
  });

  it('have percentiles that are among them', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([0, 0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 99, 100]);
    expect(percentile([5], 0.99)).toBe(5);
    expect(percentile([], 0.5)).toBeNaN();
    expect(sum(hundred)).toBe(5_050);
  });
});

describe('a row', () => {
  it('is judged by the median of its pairs, or by the value that it names', () => {
    expect(judge('cost', row, { samples: [9, 1.2, 1.4] }, false)).toMatchObject({ value: 1.4, least: 1.2, most: 9, good: true });
    expect(judge('cost', row, { samples: [1, 1.6, 1.7] }, false)).toMatchObject({ value: 1.6, good: false });
    expect(judge('cost', row, { samples: [1, 1, 9], value: 9 }, false)).toMatchObject({ value: 9, good: false });
    expect(judge('cost', row, { samples: [1.5] }, false).good).toBe(true);
  });

  it('has another bound in a quick run', () => {
    expect(judge('cost', row, { samples: [2] }, true)).toMatchObject({ bound: 3, good: true });
  });

  it('that was not measured, or could not be, is not within its bound', () => {
    expect(judge('cost', row, undefined, false)).toMatchObject({ good: false, failed: 'it was not measured' });
    expect(judge('cost', row, { samples: [] }, false).good).toBe(false);
    expect(judge('cost', row, { samples: [Number.NaN] }, false).good).toBe(false);
    expect(failed('cost', row, 'no bot', false)).toMatchObject({ good: false, failed: 'no bot' });
  });

  it('without a bound is told and not counted, unless it could not be measured', () => {
    const rows = [judge('cost', row, { samples: [1] }, false), judge('others', other, { samples: [80] }, false)];
    expect(summaryOf(rows)).toBe('bench: 1 of 1 within their bounds');
    expect(summaryOf([...rows, failed('others', other, 'no peer', false)])).toBe('bench: 1 of 2 within their bounds');
  });
});

describe('the table', () => {
  it('says what is good, with its spread, its bound and what stands behind it', () => {
    const rows = [judge('cost', row, { samples: [1, 1.25, 2], note: '2 / 1 ms' }, false), judge('cost', slow, { samples: [1_234] }, false)];
    const [first = '', second = ''] = tableOf(rows);
    expect(first.split(/ {2,}/)).toEqual(['good', 'one', '1.25 times', '1.00 to 2.00 of 3', 'bound 1.50', 'what it costs', '2 / 1 ms']);
    expect(second.split(/ {2,}/)).toEqual(['BAD', 'two', '1234 ms', 'bound 20.0', 'how long it takes']);
  });

  it('writes three figures', () => {
    expect([0.123, 1.234, 12.34, 123.4, 1_234, Number.NaN].map(figure)).toEqual(['0.12', '1.23', '12.3', '123', '1234', '-']);
  });
});

describe('what is measured', () => {
  it('is all, a part, or a row of one', () => {
    expect(chosenNames(null)).toEqual(['one', 'two', 'three']);
    expect(chosenNames(['cost'])).toEqual(['one', 'two']);
    expect(chosenNames(['two', 'others'])).toEqual(['two', 'three']);
  });

  it('is, in a quick run, what has a bound for it', () => {
    expect(chosenNames(null, true)).toEqual(['one']);
    expect(chosenNames(['two'], true)).toBe('none of two is measured with --quick');
  });

  it('is never guessed from a name that is unknown', () => {
    expect(chosenNames(['cost', 'thre'])).toBe('--only does not know thre; there are: cost, one, two, others, three');
  });

  it('has names of its own, and something for a quick run', () => {
    const names = MEASURES.flatMap(({ rows }) => rows.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(typeof choose(MEASURES, null, true)).toBe('object');
  });
});
