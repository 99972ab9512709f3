import { expect, test } from 'vitest';
import { createLimiter, readLimits, type Scope, TEAMS_LIMITS, TENANT_LIMITS, writeLimits } from './teams-limits.ts';

const scope = (name: string, limits = TEAMS_LIMITS): Scope => ({ name, limits });
const askedAt = (times: readonly number[]) => {
  const limiter = createLimiter();
  return times.map((at) => limiter.ask([scope('a')], at));
};
const [second, two, thirty, hour] = TEAMS_LIMITS;

test('seven requests in a second are taken, the eighth waits for the first to be a second old', () => {
  const answers = askedAt([0, 0, 0, 0, 0, 0, 10, 20]);
  expect(answers).toEqual([...Array(7).fill('taken'), { waitMs: 980, scope: 'a', limit: second }]);
});

test('eight in two seconds are taken, the ninth waits', () => {
  const answers = askedAt([0, 100, 200, 300, 400, 500, 600, 1_100, 1_500]);
  expect(answers).toEqual([...Array(8).fill('taken'), { waitMs: 500, scope: 'a', limit: two }]);
});

test('sixty in thirty seconds are taken, and who was refused does not count', () => {
  const answers = askedAt([...Array.from({ length: 60 }, (_, index) => index * 400), 24_000, 29_999, 30_000]);
  const refused = { scope: 'a', limit: thirty };
  expect(answers.slice(60)).toEqual([{ ...refused, waitMs: 6_000 }, { ...refused, waitMs: 1 }, 'taken']);
});

test('eighteen hundred in an hour are taken, however long it goes on', () => {
  const answers = askedAt(Array.from({ length: 9_000 }, (_, index) => index * 1_000));
  const taken = answers.flatMap((answer, index) => (answer === 'taken' ? [index] : []));
  expect(taken).toHaveLength(3 * 1_800);
  expect(answers[1_800]).toEqual({ waitMs: 1_800_000, scope: 'a', limit: hour });
});

test('conversations have limits of their own, and share those of their tenant', () => {
  const limiter = createLimiter();
  const ask = (conversation: string, at: number) => limiter.ask([scope(conversation), scope('tenant', TENANT_LIMITS)], at);
  const answers = Array.from({ length: 31 }, (_, index) => ask(`c${index % 8}`, index));
  expect(answers.slice(0, 30)).toEqual(Array(30).fill('taken'));
  expect(answers[30]).toEqual({ waitMs: 970, scope: 'tenant', limit: TENANT_LIMITS[0] });
  // The refused one took nothing from its conversation either.
  const alone = Array.from({ length: 5 }, () => limiter.ask([scope('c6')], 31));
  expect(alone).toEqual([...Array(4).fill('taken'), expect.objectContaining({ scope: 'c6' })]);
});

test('limits are read as they are written', () => {
  expect(readLimits(writeLimits(TEAMS_LIMITS))).toEqual(TEAMS_LIMITS);
  expect(() => readLimits('many')).toThrow('requests/ms');
});
