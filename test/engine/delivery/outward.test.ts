/** What goes out beside Teams: when it is tried again, given up or looked up, and that it takes nothing from Teams. */
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createOutward } from '../../../src/engine/delivery/outward.ts';
import { SendError, type SendFailure } from '../../../src/engine/ports/messenger.ts';
import type { Outlet } from '../../../src/engine/ports/outlets.ts';
import { type Destination, formatDestination, laneOf } from '../../../src/outage/destinations.ts';
import { LEAST_URGENT, PRIORITY } from '../../../src/outage/notices.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { changeFor, sampleReportAction } from '../../support/outage/sample.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const JIRA = { kind: 'webhook', id: 'jira' } as const;
const CHAT = { kind: 'webhook', id: 'chat' } as const;
const PHONE = { kind: 'pager', id: 'phone' } as const;

let clock: FakeClock;
let store: Store;
/** What was handed to the other side: `outage to destination`, `again` where it may be there already, and after how many seconds. */
let sent: string[];
let gaveUp: string[];
let answer: (what: string) => undefined | { skipped: string } | { waits: string } | Promise<undefined>;

beforeEach(async () => {
  clock = fakeClock();
  store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog([]) });
  onTestFinished(() => store.close());
  sent = [];
  gaveUp = [];
  answer = () => undefined;
});

/** Reports an outage of which the same news goes to each of these. */
async function report(outageId: string, ...destinations: readonly Destination[]): Promise<void> {
  await store.outages.transaction(async (transaction) => {
    const change = changeFor(sampleReportAction({ outageId, number: await transaction.nextNumber() }), null);
    const notices = destinations.map((destination) => {
      const notice = { kind: 'news', destination } as const;
      const key = `${outageId}/news/${formatDestination(destination)}/1`;
      return { ...notice, key, outageId, seq: 1, priority: PRIORITY.update, after: null, lane: laneOf(notice, change.outage) };
    });
    await transaction.append({ ...change, notices: [...change.notices, ...notices] });
  });
}

function outward(channel: 'webhook' | 'pager', parts: Partial<Outlet> = {}, deliveries = store.deliveries) {
  const began = clock.now();
  const outlet: Outlet = {
    async send(delivery, _recorded, { repeated }) {
      const what = `${delivery.outageId} to ${formatDestination(delivery.destination)}`;
      sent.push(`${what}${repeated ? ' again' : ''} +${(clock.now() - began) / SECOND_MS}`);
      return (await answer(what)) ?? { id: `id of ${what}` };
    },
    isIdempotent: () => false,
    retry: { forMs: HOUR_MS, pausesMs: [10 * SECOND_MS, 60 * SECOND_MS] },
    gaveUp: async ({ key }, reason) => void gaveUp.push(`${key}: ${reason}`),
    lanes: 2,
    limitMs: 5_000,
    ...parts,
  };
  const { outages } = store;
  return createOutward({ channel, outlet, outages, deliveries, log: silentLog([]), random: () => 0, onLaneDone: () => {} });
}

/** Moves the clock in steps of ten seconds and sends what is due at each. */
async function passes(out: ReturnType<typeof outward>, seconds: number): Promise<void> {
  for (let left = seconds; ; left -= 10) {
    while ((await out.begin()) > 0) await out.idle();
    if (left <= 0) return;
    clock.advance(10 * SECOND_MS);
  }
}

const line = async (key: string) => (await store.deliveries.ledger(key.split('/')[0] ?? '')).find((one) => one.key === key);
const fails = (failure: SendFailure, times = Number.POSITIVE_INFINITY, retryAfterMs?: number) => {
  let left = times;
  return () => {
    left -= 1;
    if (left >= 0) throw new SendError(failure, `it said ${failure}`, retryAfterMs === undefined ? {} : { retryAfterMs });
    return undefined;
  };
};

describe('what goes to other systems', () => {
  test('is sent once, with what the other side calls it, and nothing of it is claimed for Teams', async () => {
    await report('one', JIRA, PHONE);
    const teams = await store.deliveries.claimLanes(100, 1_000, LEAST_URGENT);
    expect(teams.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['webhook:jira']));
    expect(teams.map(({ id }) => id)).toContain('desk');
    const [webhooks, pagers] = [outward('webhook'), outward('pager')];
    await passes(webhooks, 0);
    expect(sent).toEqual(['one to webhook:jira +0']);
    await passes(pagers, 0);
    await passes(webhooks, 60);
    expect(sent).toEqual(['one to webhook:jira +0', 'one to pager:phone +0']);
    expect(await line('one/news/webhook:jira/1')).toMatchObject({ state: 'done', attempts: 1, error: null });
  });

  test('is due by itself: what waits for one channel wakes none of the others', async () => {
    await report('one', JIRA);
    expect(await store.deliveries.nextDueAt('webhook')).toBe(clock.now());
    expect(await store.deliveries.nextDueAt('pager')).toBeNull();
    await passes(outward('webhook'), 0);
    expect(await store.deliveries.nextDueAt('webhook')).toBeNull();
  });

  test('waits while its receiver is away: one message is tried in each pause, and all come in their order', async () => {
    for (const id of ['one', 'two', 'three']) await report(id, JIRA, CHAT);
    answer = (what) => {
      if (what.endsWith('jira') && clock.now() < back) throw new SendError('refused', '503');
      return undefined;
    };
    const back = clock.now() + 100 * SECOND_MS;
    await passes(outward('webhook'), 200);
    const ofJira = sent.filter((what) => what.includes('jira'));
    expect(ofJira).toEqual([
      'one to webhook:jira +0',
      'one to webhook:jira +10',
      'one to webhook:jira +70',
      'one to webhook:jira +130',
      'two to webhook:jira +130',
      'three to webhook:jira +130',
    ]);
    expect(sent.filter((what) => what.includes('chat'))).toEqual(['one', 'two', 'three'].map((id) => `${id} to webhook:chat +0`));
  });

  test('waits for as long as the other side asks', async () => {
    await report('one', JIRA);
    answer = fails('refused', 1, 90 * SECOND_MS);
    await passes(outward('webhook'), 200);
    expect(sent).toEqual(['one to webhook:jira +0', 'one to webhook:jira +90']);
  });

  test('is given up after its time, or at once where it is refused for good, and that is told first', async () => {
    await report('one', JIRA);
    answer = fails('refused');
    await passes(outward('webhook'), HOUR_MS / SECOND_MS + 60);
    expect(gaveUp).toEqual(['one/news/webhook:jira/1: it said refused']);
    expect(await line('one/news/webhook:jira/1')).toMatchObject({ state: 'failed', error: 'it said refused' });
    await report('two', JIRA);
    answer = fails('never');
    sent = [];
    await passes(outward('webhook'), 60);
    expect(sent).toHaveLength(1);
    expect(gaveUp).toHaveLength(2);
  });

  test('is not given up while that cannot be told', async () => {
    await report('one', JIRA);
    answer = fails('never');
    let isAway = true;
    const out = outward('webhook', {
      gaveUp: async ({ key }) => {
        if (isAway) throw new Error('the store is away');
        gaveUp.push(key);
      },
    });
    await passes(out, 30);
    expect(await line('one/news/webhook:jira/1')).toMatchObject({ state: 'waiting' });
    isAway = false;
    await passes(out, 30);
    expect(gaveUp).toEqual(['one/news/webhook:jira/1']);
    expect(await line('one/news/webhook:jira/1')).toMatchObject({ state: 'failed' });
  });

  test('of which nobody knows whether it arrived is sent once more, and then never again', async () => {
    await report('one', PHONE);
    answer = fails('ambiguous');
    await passes(outward('pager'), 600);
    expect(sent).toEqual(['one to pager:phone +0', 'one to pager:phone again +10']);
    expect(gaveUp).toEqual(['one/news/pager:phone/1: sent twice, never confirmed']);
  });

  test('is sent again as often as needed where sending again doubles nothing', async () => {
    await report('one', JIRA);
    answer = fails('ambiguous', 4);
    await passes(outward('webhook', { isIdempotent: () => true }), 600);
    expect(sent).toHaveLength(5);
    expect(await line('one/news/webhook:jira/1')).toMatchObject({ state: 'done' });
  });

  test.each([
    ['there', ['one to pager:phone +0'], 'done'],
    ['absent', ['one to pager:phone +0', 'one to pager:phone again +10'], 'done'],
  ] as const)('is looked up where that can be asked: %s', async (found, expected, state) => {
    await report('one', PHONE);
    answer = fails('ambiguous', 1);
    await passes(outward('pager', { find: async () => (found === 'there' ? { id: 'CA1' } : found) }), 60);
    expect(sent).toEqual(expected);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state });
  });

  test.each([
    ['is looked up', { find: async () => ({ id: 'CA1' }) }, 1],
    ['is sent once more where nobody knows', {}, 2],
    ['is sent again where that doubles nothing', { isIdempotent: () => true }, 2],
  ] as const)('that arrived but could not be recorded may be there: it %s', async (_what, parts, times) => {
    await report('one', PHONE);
    let isAway = true;
    const finish: Store['deliveries']['finish'] = async (lane, keys, outcome) => {
      if (isAway && outcome.state === 'done') throw new Error('the connection broke');
      await store.deliveries.finish(lane, keys, outcome);
    };
    const out = outward('pager', parts, { ...store.deliveries, finish });
    await passes(out, 0);
    expect(sent).toEqual(['one to pager:phone +0']);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'waiting' });
    isAway = false;
    await passes(out, 120);
    expect(sent).toHaveLength(times);
    expect(sent.slice(1)).toEqual(times === 1 ? [] : ['one to pager:phone again +10']);
    expect(gaveUp).toEqual([]);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'done' });
  });

  test('is sent five times more at most where it is never found', async () => {
    await report('one', PHONE);
    answer = fails('ambiguous');
    await passes(outward('pager', { find: async () => 'absent' }), 1_800);
    expect(sent).toHaveLength(6);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'failed', error: 'sent twice, never confirmed' });
    expect(gaveUp).toHaveLength(1);
  });

  test('is sent again also when it takes long to look it up', async () => {
    await report('one', PHONE);
    answer = fails('ambiguous', 1);
    const find = async (...[, , { limitMs }]: Parameters<NonNullable<Outlet['find']>>) => {
      clock.advance(limitMs);
      return 'unknown' as const;
    };
    await passes(outward('pager', { limitMs: 10_500, find }), 60);
    expect(sent).toHaveLength(2);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'done' });
  });

  test('waits where another bot may know where to, and holds up no other outage', async () => {
    await report('one', PHONE);
    await report('two', PHONE);
    let isKnown = false;
    answer = (what) => (what.startsWith('one') && !isKnown ? { waits: 'no such pager' } : undefined);
    const out = outward('pager');
    await passes(out, 0);
    expect(sent).toEqual(['one to pager:phone +0', 'two to pager:phone +0']);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'waiting', error: 'no such pager' });
    isKnown = true;
    await passes(out, 60);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'done' });
    expect(sent.at(-1)).not.toContain('again');
  });

  test('is looked at again about once a minute while it waits so, at a time that both databases take, and no try is counted', async () => {
    await report('one', PHONE);
    answer = () => ({ waits: 'no such pager' });
    // So old that its pause grows with its age, and is no whole number of ms.
    clock.advance(61_003);
    const out = outward('pager');
    await passes(out, 0);
    const { dueAt } = (await line('one/news/pager:phone/1')) ?? {};
    expect(dueAt).toBe(clock.now() + Math.ceil(61_003 / 5));
    await passes(out, 300);
    const times = sent.map((one) => Number(/\+([\d.]+)$/.exec(one)?.[1]));
    expect(Math.max(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))).toBeLessThanOrEqual(70);
    answer = () => undefined;
    await passes(out, 60);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'done' });
  });

  test('is left out where nobody is there, and the ledger says why', async () => {
    await report('one', PHONE);
    answer = () => ({ skipped: 'has no phone' });
    await passes(outward('pager'), 60);
    expect(sent).toHaveLength(1);
    expect(await line('one/news/pager:phone/1')).toMatchObject({ state: 'skipped', error: 'has no phone' });
  });

  test('is sent by one bot alone, and by another one when that died', async () => {
    await report('one', PHONE);
    const dead = await store.deliveries.claimLanes(1, 15_000, LEAST_URGENT, undefined, 'pager');
    expect(dead).toHaveLength(1);
    const out = outward('pager');
    await passes(out, 10);
    expect(sent).toEqual([]);
    await passes(out, 10);
    expect(sent).toHaveLength(1);
  });

  test('goes on at once in a new lease when the first one leaves too little time', async () => {
    for (let count = 0; count < 100; count++) await report(`outage ${count}`, JIRA);
    const began = clock.now();
    answer = async () => void clock.advance(100);
    const out = outward('webhook', { limitMs: 10_000 });
    while ((await out.begin()) > 0) await out.idle();
    expect([sent.length, clock.now() - began]).toEqual([100, 10_000]);
  });

  test('that hangs takes no more lanes than it may', async () => {
    for (const id of ['a', 'b', 'c']) await report(id, PHONE);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    answer = () => promise;
    const out = outward('pager');
    expect([await out.begin(), await out.begin(), out.isFull()]).toEqual([2, 0, true]);
    resolve(undefined);
    await out.idle();
    expect([await out.begin(), out.isFull()]).toEqual([1, false]);
    await out.idle();
    expect(sent).toHaveLength(3);
  });
});
