/** What is trouble, and when the desk is told of it: pure. */
import { describe, expect, it } from 'vitest';
import type { AlarmRow, Findings } from '../../../src/engine/ports/health.ts';
import { dueOf, isUntold, skewOf, skewTrouble, troublesIn } from '../../../src/engine/watch/troubles.ts';
import { START } from '../../support/clock.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CALM: Findings = {
  open: 3,
  overdue: null,
  withoutDeadline: null,
  withoutThread: null,
  waiting: { count: 9, oldestAt: START },
  late: [],
};
const row = (more: Partial<AlarmRow> = {}): AlarmRow => ({
  kind: 'clock-skew',
  beganAt: START,
  seenAt: START,
  toldAt: null,
  heldUntil: 0,
  fence: 0,
  ...more,
});

describe('what was found', () => {
  it('is no trouble when all is in time', () => {
    expect(troublesIn(CALM, START)).toEqual([]);
  });

  it('is trouble of its own kind, with how much and since when', () => {
    const late = { count: 2, oldestAt: START - 90 * SECOND_MS, outages: [1001] };
    const findings: Findings = {
      ...CALM,
      overdue: { ...late, count: 1 },
      withoutDeadline: { count: 6, outages: [1, 2, 3, 4, 5] },
      withoutThread: { count: 1, outages: [1002] },
      late: [
        { why: 'backlog', ...late, error: null },
        { why: 'refused', ...late, error: 'Teams: 503' },
        { why: 'untouched', ...late, error: null },
      ],
    };
    const found = { count: 2, oldestMs: 90 * SECOND_MS, outages: [1001] };
    expect(troublesIn(findings, START)).toEqual([
      { kind: 'deadlines-overdue', ...found, count: 1 },
      { kind: 'deadlines-missing', count: 6, outages: [1, 2, 3, 4, 5] },
      { kind: 'threads-missing', count: 1, outages: [1002] },
      { kind: 'deliveries-backlog', ...found },
      { kind: 'deliveries-refused', ...found, error: 'Teams: 503' },
      { kind: 'deliveries-untouched', ...found },
    ]);
  });
});

describe('the clocks', () => {
  it.each([
    ['agree', START, START, START, 0],
    ['agree, for all that a slow answer tells', START, START + 4_000, START + 9_000, 0],
    ['differ by what the way there and back does not explain', START, START + 4_000, START + 1_000, 3_000],
    ['differ the other way round', START, START - 5_000, START + 30_000, -5_000],
  ])('%s', (_what, before, stored, after, skewMs) => {
    expect(skewOf(before, stored, after)).toBe(skewMs);
  });

  it('are trouble above two seconds, whichever is ahead', () => {
    expect([2_000, -2_000, 2_001, -2_001].map((skewMs) => skewTrouble(skewMs).length)).toEqual([0, 0, 1, 1]);
  });
});

describe('the desk', () => {
  it.each<[string, Partial<AlarmRow>, boolean, number, ReturnType<typeof dueOf>]>([
    ['is told when it begins', {}, true, 0, 'begins'],
    ['is not told again while it lasts', { toldAt: START }, true, 30 * MINUTE_MS - 1, null],
    ['is reminded every half hour', { toldAt: START }, true, 30 * MINUTE_MS, 'lasts'],
    ['is left to the bot that is telling', { heldUntil: START + 10 }, true, 9, null],
    ['is told by the next one when that died', { heldUntil: START + 10 }, true, 10, 'begins'],
    ['is told nothing by a bot that sees nothing of it', {}, false, 74 * SECOND_MS, null],
    ['hears that it is over when no bot has seen it for more than two checks', { toldAt: START }, false, 75 * SECOND_MS, 'over'],
    ['hears also of what was over before it could be told', {}, false, 75 * SECOND_MS, 'over'],
    ['hears nothing of what was over a day ago', { toldAt: START }, false, DAY_MS, 'forget'],
    ['hears of messages that were set aside', { kind: 'set-aside' }, true, 0, 'begins'],
    ['hears of more of them after five minutes', { kind: 'set-aside', toldAt: START }, true, 5 * MINUTE_MS, 'lasts'],
    ['hears them collected until then', { kind: 'set-aside', toldAt: START }, true, 5 * MINUTE_MS - 1, null],
    ['hears no end of them', { kind: 'set-aside', toldAt: START }, false, 75 * SECOND_MS, 'forget'],
  ])('%s', (_what, more, seen, afterMs, expected) => {
    expect(dueOf(row(more), seen, START + afterMs)).toBe(expected);
  });

  it('hears of it also when the clock was put back by a day', () => {
    const now = START - DAY_MS;
    expect(dueOf(row({ heldUntil: START + 15 * SECOND_MS }), true, now)).toBe('begins');
    expect(dueOf(row({ toldAt: START }), true, now)).toBe('lasts');
    expect(dueOf(row({ toldAt: START }), false, now + MINUTE_MS)).toBe('over');
  });

  it('should have heard of it after a minute', () => {
    expect(isUntold(row(), START + MINUTE_MS - 1)).toBe(false);
    expect(isUntold(row(), START + MINUTE_MS)).toBe(true);
    expect(isUntold(row({ toldAt: START }), START + DAY_MS)).toBe(false);
  });
});
