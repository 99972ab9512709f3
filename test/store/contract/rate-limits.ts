/** The contract of the quotas: what all bots together send in a conversation and in a tenant. */
import { describe, expect, it } from 'vitest';
import type { Quota } from '../../../src/engine/ports/deliveries.ts';
import type { Action } from '../../../src/outage/actions.ts';
import { LEAST_URGENT, PRIORITY } from '../../../src/outage/notices.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleAcknowledgeAction, sampleReportAction, TENANT } from '../../support/outage/sample.ts';
import { act, claim, LEASE_MS, nextOf, type OpenStores, oneLane, posted, report } from './stores.ts';

const quota = (scope: string, requests: number, withinMs: number): Quota => ({ scope, limits: [{ requests, withinMs }] });
const NEEDED_MS = 0;

export function paceContract(open: OpenStores): void {
  /** Tries once to begin a delivery of a new outage, in a lane of its own. */
  async function beginOne(store: Store, id: string, quotas: readonly Quota[]) {
    await report(store, id, () => id);
    const lane = await claim(store, id);
    return await store.deliveries.begin(lane, [(await nextOf(store, lane)).key], quotas, NEEDED_MS);
  }

  describe('a quota', () => {
    it('gives so many in any time of its length, and tells when the next may go', async () => {
      const { store, clock } = await open();
      const start = clock.now();
      const two = [quota('tenant:t', 2, 1_000)];
      expect(await beginOne(store, 'a', two)).toEqual(expect.any(Number));
      clock.advance(600);
      expect(await beginOne(store, 'b', two)).toEqual(expect.any(Number));
      expect(await beginOne(store, 'c', two)).toEqual({ waitUntil: start + 1_000, scope: 'tenant:t' });
      clock.advance(400);
      expect(await beginOne(store, 'd', two)).toEqual(expect.any(Number));
      // A sliding window, not a counter that starts again: b and d are both in the last second.
      clock.advance(500);
      expect(await beginOne(store, 'e', two)).toEqual({ waitUntil: start + 1_600, scope: 'tenant:t' });
    });

    it('of several that counts is the one that has to wait longest, and each is a quota of its own', async () => {
      const { store, clock } = await open();
      const both = [{ scope: 'conversation:x', limits: [...quota('', 1, 500).limits, ...quota('', 2, 9_000).limits] }];
      const start = clock.now();
      expect(await beginOne(store, 'a', both)).toEqual(expect.any(Number));
      clock.advance(500);
      expect(await beginOne(store, 'b', both)).toEqual(expect.any(Number));
      expect(await beginOne(store, 'c', both)).toEqual({ waitUntil: start + 9_000, scope: 'conversation:x' });
      expect(await beginOne(store, 'd', [quota('conversation:y', 1, 500)])).toEqual(expect.any(Number));
    });

    it('15.5 counts what is sent outside of the lanes too', async () => {
      const { store, clock } = await open();
      const two = [quota('conversation:x', 2, 1_000)];
      expect(await store.deliveries.count(two)).toBeNull();
      expect(await store.deliveries.count(two)).toBeNull();
      expect(await store.deliveries.count(two)).toBe(clock.now() + 1_000);
      expect(await beginOne(store, 'a', two)).toEqual({ waitUntil: clock.now() + 1_000, scope: 'conversation:x' });
      clock.advance(1_000);
      expect(await store.deliveries.count(two)).toBeNull();
    });

    it('forgets what was sent before the clock was set back', async () => {
      const { store, clock } = await open();
      const one = [quota('tenant:t', 1, 1_000)];
      expect(await beginOne(store, 'a', one)).toEqual(expect.any(Number));
      clock.advance(-3_600_000);
      expect(await beginOne(store, 'b', one)).toEqual(expect.any(Number));
      expect(await beginOne(store, 'c', one)).toEqual({ waitUntil: clock.now() + 1_000, scope: 'tenant:t' });
    });

    it('forgets it for good: it does not count again when the clock shows its time again', async () => {
      const { store, clock } = await open();
      const two = [quota('tenant:t', 2, 1_000)];
      expect(await beginOne(store, 'a', two)).toEqual(expect.any(Number));
      clock.advance(-3_600_000);
      expect(await beginOne(store, 'b', two)).toEqual(expect.any(Number));
      clock.advance(3_600_000);
      expect(await beginOne(store, 'c', two)).toEqual(expect.any(Number));
    });

    it('that is used up costs nothing: no try is counted, and nothing of another quota is taken', async () => {
      const { store } = await open();
      const full = quota('tenant:t', 1, 1_000);
      const other = quota('conversation:x', 1, 1_000);
      expect(await beginOne(store, 'a', [full])).toEqual(expect.any(Number));
      expect(await beginOne(store, 'b', [other, full])).toMatchObject({ waitUntil: expect.any(Number), scope: 'tenant:t' });
      expect((await store.deliveries.ledger('b'))[0]).toMatchObject({ attempts: 0, repeats: 0 });
      expect(await beginOne(store, 'c', [other])).toEqual(expect.any(Number));
    });

    it('is one for all bots: of twenty at once exactly as many begin as it has', async () => {
      const { store, second } = await open();
      const ids = Array.from({ length: 20 }, (_, index) => `o${index}`);
      for (const id of ids) await report(store, id, () => id);
      const lanes = new Map((await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT)).map((lane) => [lane.id, lane]));
      const results = await Promise.all(
        ids.map(async (id, index) => {
          const bot = index % 2 ? store : second;
          const lane = lanes.get(id);
          if (!lane) throw new Error(`${id} was not claimed`);
          return await bot.deliveries.begin(lane, [(await nextOf(bot, lane)).key], [quota('tenant:t', 7, 60_000)], NEEDED_MS);
        }),
      );
      expect(results.filter((result) => typeof result === 'number')).toHaveLength(7);
    });
  });

  describe('a lane whose quota is used up', () => {
    it('rests for what is as urgent or less, and lets through what is more urgent', async () => {
      const { store, clock } = await open();
      await report(store, 'a', oneLane);
      const lane = await claim(store, 'lane');
      await store.deliveries.finish(lane, ['a/opening/desk/1'], { state: 'done', posted });
      await store.deliveries.release(lane, { until: clock.now() + 5_000, priority: PRIORITY.opening });
      expect(await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + 5_000);
      await act(store, sampleAcknowledgeAction({ outageId: 'a' }), oneLane);
      expect(await store.deliveries.nextDueAt()).toBeLessThanOrEqual(clock.now());
      const urgent = await claim(store, 'lane');
      expect((await store.deliveries.next(urgent, 10)).map(({ key }) => key)).toEqual(['a/news/desk/2', 'a/news/origin/2']);
      await store.deliveries.release(urgent, null);
      clock.advance(5_000);
      expect((await store.deliveries.next(await claim(store, 'lane'), 10)).map(({ priority }) => priority)).toEqual([0, 0, 2, 4, 4, 4]);
    });

    it('is taken for acknowledgements alone when somebody has hands for these only', async () => {
      const { store } = await open();
      await report(store, 'a', () => 'quiet');
      await report(store, 'b', ({ priority }) => (priority === PRIORITY.acknowledgement ? 'urgent' : 'other'));
      expect(await store.deliveries.claimLanes(10, LEASE_MS, PRIORITY.acknowledgement)).toEqual([]);
      const other = await claim(store, 'other');
      await store.deliveries.finish(other, ['b/opening/desk/1'], { state: 'done', posted });
      await act(store, sampleAcknowledgeAction({ outageId: 'b' }), ({ priority }) => (priority === 0 ? 'urgent' : 'other'));
      expect((await store.deliveries.claimLanes(10, LEASE_MS, PRIORITY.acknowledgement)).map(({ id }) => id)).toEqual(['urgent']);
    });
  });

  describe('a tenant whose quota is used up', () => {
    const claimable = async (store: Store) => {
      const lanes = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      for (const lane of lanes) await store.deliveries.release(lane, null);
      return lanes.map(({ id }) => id).sort();
    };
    const inTenant = (tenant: string): Action =>
      JSON.parse(JSON.stringify(sampleReportAction({ outageId: 'b' })).replaceAll(TENANT, tenant)) as Action;
    const pauseOf = (priority: number, until: number) => ({ until, priority, tenant: TENANT });

    it('holds back all its lanes for what is as urgent or less, and those of no other tenant', async () => {
      const { store, clock } = await open();
      await report(store, 'a');
      expect(await claimable(store)).toEqual(expect.arrayContaining(['desk', 'follower:board']));
      await store.deliveries.release(await claim(store, 'desk'), pauseOf(PRIORITY.acknowledgement + 1, clock.now() + 5_000));
      expect(await claimable(store)).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + 5_000);
      await act(store, inTenant('another-tenant'), () => 'elsewhere');
      expect(await claimable(store)).toEqual(['elsewhere']);
      clock.advance(5_000);
      expect(await claimable(store)).toEqual(expect.arrayContaining(['desk', 'elsewhere', 'follower:board']));
    });

    it('holds back a lane that was made for another tenant, once its messages counted against this one', async () => {
      const { store, clock } = await open();
      await act(store, inTenant('another-tenant'), () => 'lane');
      await store.deliveries.release(await claim(store, 'lane'), pauseOf(PRIORITY.acknowledgement + 1, clock.now() + 5_000));
      expect(await claimable(store)).toEqual([]);
      clock.advance(5_000);
      expect(await claimable(store)).toEqual(['lane']);
    });

    it('lets through what is more urgent, also in a lane that was made meanwhile', async () => {
      const { store, clock } = await open();
      await report(store, 'a');
      const desk = await claim(store, 'desk');
      await store.deliveries.finish(desk, ['a/opening/desk/1'], { state: 'done', posted });
      await store.deliveries.release(desk, pauseOf(PRIORITY.opening, clock.now() + 5_000));
      await act(store, sampleAcknowledgeAction({ outageId: 'a' }), () => 'urgent');
      const lane = await claim(store, 'urgent');
      const urgent = await store.deliveries.next(lane, 100);
      expect([urgent.length > 0, urgent.every(({ priority }) => priority < PRIORITY.opening)]).toEqual([true, true]);
      const keys = urgent.map(({ key }) => key);
      expect(await store.deliveries.advance(lane, keys, posted)).toEqual([]);
    });

    it('keeps the pause of what is more urgent when less urgent messages meet their own limit', async () => {
      const { store, clock } = await open();
      await report(store, 'a');
      const [first, ...others] = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      if (!first || others.length === 0) throw new Error('there are no two lanes');
      await store.deliveries.release(first, pauseOf(1, clock.now() + 1_000));
      for (const lane of others) await store.deliveries.release(lane, pauseOf(PRIORITY.edit, clock.now() + 9_000));
      clock.advance(999);
      expect(await claimable(store)).toEqual([]);
      clock.advance(1);
      expect(await claimable(store)).toContain(first.id);
    });

    it('holds back more when what is more urgent meets its limit too', async () => {
      const { store, clock } = await open();
      await report(store, 'a');
      const [first, second] = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      if (!first || !second) throw new Error('there are no two lanes');
      await store.deliveries.release(first, pauseOf(PRIORITY.edit, clock.now() + 1_000));
      await store.deliveries.release(second, pauseOf(1, clock.now() + 9_000));
      clock.advance(8_999);
      expect(await claimable(store)).toEqual([]);
    });

    it('that has enough lanes gives more for acknowledgements alone, and holds up no other tenant', async () => {
      const { store } = await open();
      const full = { tenants: [TENANT], priority: PRIORITY.acknowledgement };
      const ids = async (priority: number) => {
        const lanes = await store.deliveries.claimLanes(100, LEASE_MS, priority, full);
        for (const lane of lanes) await store.deliveries.release(lane, null);
        return lanes.map(({ id, tenant }) => `${id} of ${tenant}`).sort();
      };
      await report(store, 'a', () => 'quiet');
      expect(await ids(LEAST_URGENT)).toEqual([]);
      const quiet = await claim(store, 'quiet');
      await store.deliveries.finish(quiet, ['a/opening/desk/1'], { state: 'done', posted });
      await store.deliveries.release(quiet, null);
      await act(store, sampleAcknowledgeAction({ outageId: 'a' }), ({ priority }) => (priority === 0 ? 'urgent' : 'quiet'));
      expect(await ids(LEAST_URGENT)).toEqual([`urgent of ${TENANT}`]);
      await act(store, inTenant('another-tenant'), () => 'elsewhere');
      expect(await ids(LEAST_URGENT)).toEqual(['elsewhere of another-tenant', `urgent of ${TENANT}`]);
    });

    it('is learned of a lane whose tenant is not known', async () => {
      const { store, clock } = await open();
      await report(store, 'a');
      await act(store, inTenant('another-tenant'), () => 'old');
      const pause = pauseOf(1, clock.now() + 5_000);
      await store.deliveries.release(await claim(store, 'old'), { ...pause, tenant: 'another-tenant' });
      expect(await claimable(store)).not.toContain('old');
      clock.advance(5_000);
      expect(await claimable(store)).toContain('old');
    });
  });

  describe('a try of several deliveries', () => {
    it('begins all of them or none, and ends them together', async () => {
      const { store } = await open();
      await report(store, 'a', oneLane);
      const lane = await claim(store, 'lane');
      const keys = (await store.deliveries.next(lane, 2)).map(({ key }) => key);
      expect(await store.deliveries.begin(lane, [...keys, 'a/ping/desk/9'], [], NEEDED_MS)).toBe('lane-lost');
      expect((await store.deliveries.ledger('a')).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
      expect(await store.deliveries.begin(lane, keys, [], NEEDED_MS)).toEqual(expect.any(Number));
      await store.deliveries.finish(lane, keys, { state: 'done', posted });
      expect((await store.deliveries.ledger('a')).map(({ state, attempts }) => [state, attempts])).toEqual([
        ['done', 1],
        ['done', 1],
        ['waiting', 0],
      ]);
    });

    it('does not begin when the lease would end before it', async () => {
      const { store, clock } = await open();
      await report(store, 'a', oneLane);
      const lane = await claim(store, 'lane');
      clock.advance(LEASE_MS - 12_000);
      const keys = [(await nextOf(store, lane)).key];
      expect(await store.deliveries.begin(lane, keys, [], 12_000)).toBe('lane-lost');
      expect(await store.deliveries.begin(lane, keys, [], 11_999)).toEqual(expect.any(Number));
    });
  });
}
