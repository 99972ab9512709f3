/** PagerDuty takes about 120 events a minute of one routing key: all alerts of an outage are ended all the same, in as many attempts as it takes. */
import { expect, it } from 'vitest';
import type { Ask } from '../../src/outward/request.ts';
import { askPagerDuty } from '../../src/pagers/pagerduty.ts';
import { wordsFor } from '../../src/words/words.ts';
import { changeFor, sampleReportAction } from '../support/outage/sample.ts';

const OPS = { type: 'pagerduty', routingKey: 'PD_KEY', address: 'https://events.pagerduty.com', allowPrivate: false } as const;
const OUTAGE = changeFor(sampleReportAction(), null).outage;
const keysOf = (count: number) => Array.from({ length: count }, (_, index) => `one/${index}`);

/** `keys`: those that it took. */
function pagerDuty(answer: (asked: number, ask: Ask) => Promise<number> | number) {
  const keys: string[] = [];
  const at = { now: 0, most: 0, asked: 0 };
  const request = async (ask: Ask) => {
    at.asked += 1;
    at.now += 1;
    at.most = Math.max(at.most, at.now);
    const status = await answer(at.asked, ask);
    await Promise.resolve();
    at.now -= 1;
    if (status === 202) keys.push(JSON.parse(ask.body ?? '').dedup_key);
    return { status, headers: new Headers(), text: '{}' };
  };
  const ends = async (count: number, { id = 'one/news/pager:ops/1', limitMs = 8_000 } = {}) => {
    const asked = { step: 'resolve', keys: keysOf(count), outage: OUTAGE, now: 0, thread: null, id } as const;
    return await askPagerDuty(OPS, asked, { request, secret: 'k'.repeat(32), words: wordsFor('en'), limitMs });
  };
  return { keys, at, ends };
}

it('what it took is not sent again in the next attempt, and what is left is; at most ten at a time', async () => {
  let room = 120;
  const { keys, at, ends } = pagerDuty(() => (room-- > 0 ? 202 : 429));
  for (const expected of [120, 240, 360]) {
    await expect(ends(400)).rejects.toMatchObject({ failure: 'refused', message: 'PagerDuty: 429' });
    expect(keys).toHaveLength(expected);
    room = 120;
  }
  expect(await ends(400)).toEqual({ id: 'one/399' });
  expect(keys.toSorted()).toEqual(keysOf(400).sort());
  expect(at.most).toBe(10);
  // What it refused: one of each that was on its way, in each of three attempts.
  expect(at.asked).toBeLessThanOrEqual(400 + 3 * 10);
});

it('another message is sent as a whole, and so is the same one after it was taken', async () => {
  const { keys, ends } = pagerDuty((asked) => (asked === 3 ? 429 : 202));
  await expect(ends(2)).resolves.toEqual({ id: 'one/1' });
  await expect(ends(2)).rejects.toThrow('429');
  await ends(2, { id: 'one/news/pager:ops/2' });
  await ends(2);
  expect(keys.toSorted()).toEqual([...Array(3).fill('one/0'), ...Array(3).fill('one/1')]);
});

it('an attempt ends in its time, however many are left and however slow it is', async () => {
  const limits = new Set<number>();
  const { keys, ends } = pagerDuty(async (_asked, { limitMs }) => {
    limits.add(limitMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
    return 202;
  });
  await expect(ends(100, { limitMs: 60 })).rejects.toMatchObject({
    failure: 'refused',
    message: expect.stringMatching(/\d+ alerts are left/),
  });
  expect(keys.length).toBeLessThan(100);
  expect([...limits]).toEqual([30]);
  for (let count = 0; count < 20 && keys.length < 100; count++) await ends(100, { limitMs: 60 }).catch(() => null);
  expect(keys.toSorted()).toEqual(keysOf(100).sort());
});
