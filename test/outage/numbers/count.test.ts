/** The rules of counting, one by one. `recount.test.ts` has them all at once, in any order. */
import { describe, expect, test } from 'vitest';
import { numbersOf } from '../../../src/outage/numbers/count.ts';
import { rankOf } from '../../../src/outage/numbers/figure.ts';
import { START } from '../../support/clock.ts';
import { MINUTE_MS, run } from '../../support/outage/apply.ts';
import { sampleReportAction } from '../../support/outage/sample.ts';
import { SAMPLES, sampleRequest } from '../../support/outage/states.ts';

const report = sampleReportAction();
type Name = Exclude<keyof typeof SAMPLES, 'report'>;
/** What is counted after these, each so many minutes after the report. */
const counted = (...steps: readonly (readonly [Name, number, object?])[]) =>
  numbersOf(
    run(
      report,
      ...steps.map(([name, minutes, more]) => ({ ...SAMPLES[name], ...more, at: START + minutes * MINUTE_MS }) as (typeof SAMPLES)[Name]),
    ),
  );

describe('the promise', () => {
  test('is kept until the deadline, and at it', () => {
    expect(counted()).toMatchObject({ inTime: null, dueAt: START + 30 * MINUTE_MS, acknowledgedAfter: null });
    expect(counted(['acknowledge', 30])).toMatchObject({ inTime: true, acknowledgedAfter: 30 * MINUTE_MS });
    expect(counted(['acknowledge', 30 + 1 / MINUTE_MS])).toMatchObject({ inTime: false });
  });

  test('is decided by the first acknowledgement, also when it was given back or reopened', () => {
    const resolved = [
      ['acknowledge', 5],
      ['resolve', 20],
    ] as const;
    expect(counted(...resolved)).toMatchObject({ inTime: true, acknowledgedAfter: 5 * MINUTE_MS, resolvedAfter: 20 * MINUTE_MS });
    expect(counted(...resolved, ['reopen', 60])).toMatchObject({ acknowledgedAfter: 5 * MINUTE_MS, resolvedAfter: null });
    expect(counted(...resolved, ['reopen', 60], ['acknowledge', 200], ['resolve', 240])).toMatchObject({
      ...{ inTime: true, acknowledgedAfter: 5 * MINUTE_MS, resolvedAfter: 240 * MINUTE_MS },
    });
    expect(counted(['acknowledge', 5], ['release', 10], ['acknowledge', 90])).toMatchObject({
      inTime: true,
      acknowledgedAfter: 5 * MINUTE_MS,
    });
  });

  test('knows no acknowledgement that was taken back', () => {
    const byReaction = { byReaction: true };
    expect(counted(['acknowledge', 5, byReaction], ['take-back', 6])).toMatchObject({ inTime: null, acknowledgedAfter: null });
    expect(counted(['acknowledge', 5, byReaction], ['take-back', 6], ['acknowledge', 40])).toMatchObject({ inTime: false });
  });

  test('of what was transferred or merged counts that somebody looked, apart from the others', () => {
    expect(counted(['transfer', 20])).toMatchObject({ apart: 'transferred', inTime: true, acknowledgedAfter: 20 * MINUTE_MS });
    expect(counted(['transfer', 40])).toMatchObject({ apart: 'transferred', inTime: false });
    expect(counted(['merge', 20])).toMatchObject({ apart: 'merged', inTime: true });
    expect(counted(['transfer', 20], ['object', 30])).toMatchObject({ apart: 'none', inTime: true });
  });

  test('of what was withdrawn is broken when the deadline was over, else it is apart, and begins anew when it is reopened', () => {
    expect(counted(['withdraw', 30])).toMatchObject({ apart: 'withdrawn', inTime: null });
    expect(counted(['withdraw', 31])).toMatchObject({ apart: 'none', inTime: false });
    expect(counted(['acknowledge', 5], ['withdraw', 10])).toMatchObject({ apart: 'none', inTime: true, resolvedAfter: null });
    expect(counted(['withdraw', 10], ['reopen', 60, { by: report.by }])).toMatchObject({ apart: 'none', dueAt: START + 72 * MINUTE_MS });
    expect(counted(['withdraw', 31], ['reopen', 60, { by: report.by }], ['acknowledge', 61])).toMatchObject({ inTime: false });
  });

  test('of a request begins when it is made an outage; before that, and of a drill, nothing is counted', () => {
    const { number, followers, request } = sampleRequest;
    const asked = { ...report, number, followers, request };
    expect(numbersOf(run(asked))).toBeNull();
    const promoted = numbersOf(run(asked, { ...SAMPLES.promote, at: START + 90 * MINUTE_MS }));
    expect(promoted).toMatchObject({ reportedAt: START + 90 * MINUTE_MS, dueAt: START + 120 * MINUTE_MS, number: SAMPLES.promote.number });
    expect(numbersOf(run({ ...report, number: -1, by: SAMPLES.acknowledge.by, drill: { mentions: false } }))).toBeNull();
  });
});

describe('updates', () => {
  const next = (minutes: number) => ({ nextUpdateInMs: minutes * MINUTE_MS });
  test('are in time by what the one before had named, the first by the interval', () => {
    expect(counted(['acknowledge', 5])).toMatchObject({ updates: 0, updateBy: START + 65 * MINUTE_MS });
    const [first, late] = [
      ['update', 65, { ...next(10), text: 'One' }],
      ['update', 76, { ...next(10), text: 'Two' }],
    ] as const;
    expect(counted(['acknowledge', 5], first)).toMatchObject({ updates: 1, updatesOnTime: 1, updateBy: START + 75 * MINUTE_MS });
    expect(counted(['acknowledge', 5], first, late)).toMatchObject({ updates: 2, updatesOnTime: 1 });
  });

  test('that nobody gave before the end count as late, and none is due where it ended before', () => {
    expect(counted(['acknowledge', 5], ['resolve', 65])).toMatchObject({ updates: 1, updatesOnTime: 1, updateBy: null });
    expect(counted(['acknowledge', 5], ['resolve', 66])).toMatchObject({ updates: 1, updatesOnTime: 0 });
    expect(counted(['acknowledge', 5], ['release', 66])).toMatchObject({ updates: 1, updatesOnTime: 0, updateBy: null });
  });

  test('are not judged after a restore, until somebody names a time again', () => {
    const restored = ['restore', 100, { to: START + 90 * MINUTE_MS }] as const;
    expect(counted(['acknowledge', 5], restored)).toMatchObject({ updates: 0, updateBy: null });
    expect(counted(['acknowledge', 5], restored, ['update', 110, next(10)])).toMatchObject({
      updates: 0,
      updateBy: START + 120 * MINUTE_MS,
    });
  });
});

test('the nearest rank is the first that so many percent are not above', () => {
  expect([1, 2, 4, 5, 10, 11, 100].map((count) => [rankOf(50, count), rankOf(90, count)])).toEqual([
    ...[
      [1, 1],
      [1, 2],
      [2, 4],
      [3, 5],
      [5, 9],
      [6, 10],
      [50, 90],
    ],
  ]);
});
