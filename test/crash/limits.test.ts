import { expect, test } from 'vitest';
import { createLimiter, readLimits, TEAMS_LIMITS, writeLimits } from './limits.ts';

const askedAt = (times: readonly number[]) => {
  const limiter = createLimiter(TEAMS_LIMITS);
  return times.map((at) => limiter.ask('a', at));
};

test('seven requests in a second are taken, the eighth waits for the first to be a second old', () => {
  expect(askedAt([0, 0, 0, 0, 0, 0, 10, 20])).toEqual([...Array(7).fill('taken'), { waitMs: 980 }]);
});

test('eight in two seconds are taken, the ninth waits', () => {
  expect(askedAt([0, 100, 200, 300, 400, 500, 600, 1_100, 1_500])).toEqual([...Array(8).fill('taken'), { waitMs: 500 }]);
});

test('sixty in thirty seconds are taken, and who was refused does not count', () => {
  const answers = askedAt([...Array.from({ length: 60 }, (_, index) => index * 400), 24_000, 29_999, 30_000]);
  expect(answers.slice(60)).toEqual([{ waitMs: 6_000 }, { waitMs: 1 }, 'taken']);
});

test('conversations have limits of their own', () => {
  const limiter = createLimiter([{ requests: 1, withinMs: 1_000 }]);
  expect([limiter.ask('a', 0), limiter.ask('b', 0), limiter.ask('a', 1)]).toEqual(['taken', 'taken', { waitMs: 999 }]);
});

test('limits are read as they are written', () => {
  expect(readLimits(writeLimits(TEAMS_LIMITS))).toEqual(TEAMS_LIMITS);
  expect(() => readLimits('many')).toThrow('requests/ms');
});
