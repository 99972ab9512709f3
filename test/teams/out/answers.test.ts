/** An answer to what somebody typed gets through as soon as Teams takes it, and nobody waits for longer than Teams does. */
import { expect, test } from 'vitest';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { PATIENCE_MS, repeating } from '../../../src/teams/out/answers.ts';
import { wordsFor } from '../../../src/words/words.ts';

const words = wordsFor('en');
const message = { card: { type: 'AdaptiveCard', body: [] }, summary: 'Report' };

/** Posts while Teams answers each try with the next of these errors, then takes it. Gives how it ended, the pauses, and the cards that were tried. */
async function posted(errors: readonly unknown[], options: { readonly patienceMs?: number; readonly random?: () => number } = {}) {
  const left = [...errors];
  const pauses: number[] = [];
  const tried: string[] = [];
  const post = async ({ card }: { readonly card: object }) => {
    tried.push(JSON.stringify(card));
    const error = left.shift();
    if (error) throw error;
    return 'id';
  };
  const sleep = async (ms: number) => void pauses.push(ms);
  const ended = await repeating(message, { words }, post, { random: () => 0, sleep, ...options }).catch((error) => error);
  return { ended, pauses, tried };
}
const status = (statusCode: number, retryAfter?: string) =>
  Object.assign(new Error('no'), {
    statusCode,
    response: { headers: { get: (name: string) => (name === 'retry-after' ? retryAfter : undefined) } },
  });

test('what Teams does not take now is posted again: after a growing pause, or after the time that it asks for', async () => {
  expect(await posted([status(429), status(503), status(502)])).toMatchObject({ ended: 'id', pauses: [500, 1_000, 2_000] });
  expect(await posted([status(429, '3')])).toMatchObject({ ended: 'id', pauses: [3_000] });
  expect((await posted([status(429)], { random: () => 1 })).pauses).toEqual([750]);
  const { tried } = await posted([status(429)]);
  expect(new Set(tried).size).toBe(1);
});

test('nobody waits for longer than Teams does, and then it is said why', async () => {
  const always = Array.from({ length: 20 }, () => status(429));
  const { ended, pauses } = await posted(always);
  expect(ended).toBe(always[pauses.length]);
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000]);
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThanOrEqual(PATIENCE_MS);
  expect((await posted([status(429, '60')])).pauses).toEqual([]);
  expect((await posted([status(429)], { patienceMs: 0 })).pauses).toEqual([]);
});

test('what may be there, or never will be, is not posted again; what was lost with its connection is once, labelled', async () => {
  for (const code of [500, 403, 404]) expect((await posted([status(code)])).tried).toHaveLength(1);
  const lost = new SendError('ambiguous', 'Teams: ECONNRESET', { atOnce: true });
  const { ended, tried } = await posted([lost]);
  expect(ended).toBe('id');
  expect(tried).toHaveLength(2);
  expect(tried[1]).toContain(words.news.repeated);
});
