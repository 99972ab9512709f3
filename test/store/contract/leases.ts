/** The contract of Leases: what a clock that was ahead has left behind. */
import { describe, expect, it } from 'vitest';
import { LEAST_URGENT } from '../../../src/outage/notices.ts';
import { samplePolicy } from '../../support/outage/sample.ts';
import { claim, LEASE_MS, nextOf, type OpenStores, posted, report } from './stores.ts';

const AHEAD_MS = 3_600_000;
const [firstRung] = samplePolicy.rungs.map(({ afterMs }) => afterMs) as [number];

export function waitsContract(open: OpenStores): void {
  describe('waits', () => {
    it('for a time that the clock showed by mistake end within the time that is given, and the clock need not come there', async () => {
      const { store, clock } = await open();
      clock.advance(AHEAD_MS);
      await report(store, 'nonce-1', () => 'stored');
      await report(store, 'nonce-2', () => 'held');
      await claim(store, 'held');
      await report(store, 'nonce-3', () => 'paced');
      await store.deliveries.release(await claim(store, 'paced'), { until: clock.now() + 2_000, priority: 2 });
      await report(store, 'nonce-4', () => 'resting');
      await store.deliveries.release(await claim(store, 'resting'), { until: clock.now() + 2_000, priority: 0 });
      clock.advance(-AHEAD_MS);
      expect(await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toEqual([]);
      await store.leases.cap(5_000);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + 5_000);
      clock.advance(5_000);
      const lanes = await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT);
      expect(lanes.map(({ id }) => id).sort()).toEqual(['held', 'paced', 'resting', 'stored']);
      for (const lane of lanes) expect(await store.deliveries.next(lane, 1)).toHaveLength(1);
    });

    it('of a deadline for a worker that died end too, but what was promised stays as it is', async () => {
      const { store, clock } = await open();
      await report(store);
      const dueAt = clock.now() + firstRung;
      clock.advance(AHEAD_MS);
      expect(await store.deadlines.claimDue(10, LEASE_MS)).toHaveLength(1);
      clock.advance(-AHEAD_MS);
      await store.leases.cap(5_000);
      expect(await store.deadlines.nextDueAt()).toBe(dueAt);
      clock.advance(firstRung);
      expect(await store.deadlines.claimDue(10, LEASE_MS)).toEqual([{ outageId: 'nonce-1', kind: 'ladder', dueAt }]);
    });

    it('of a reminder of a draft for a worker that died end too', async () => {
      const { store, clock } = await open();
      await store.drafts.save({ nonce: 'nonce-1', personId: 'mia', data: {} }, true);
      clock.advance(AHEAD_MS);
      expect(await store.drafts.claimReminders(0, 1, LEASE_MS)).toHaveLength(1);
      clock.advance(-AHEAD_MS);
      expect(await store.drafts.claimReminders(0, 1, LEASE_MS)).toEqual([]);
      await store.leases.cap(5_000);
      clock.advance(5_000);
      expect(await store.drafts.claimReminders(0, 1, LEASE_MS)).toHaveLength(1);
    });

    it('that are shorter already are left as they are', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1', () => 'lane');
      await store.deliveries.release(await claim(store, 'lane'), { until: clock.now() + 2_000, priority: 0 });
      await store.leases.cap(5_000);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + 2_000);
    });

    it('of a message that was sent are none', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1', () => 'lane');
      const lane = await claim(store, 'lane');
      const { key } = await nextOf(store, lane);
      await store.deliveries.finish(lane, [key], { state: 'done', posted });
      clock.advance(-AHEAD_MS);
      await store.leases.cap(5_000);
      const [sent, waiting] = await store.deliveries.ledger('nonce-1');
      expect(sent).toMatchObject({ key, dueAt: clock.now() + AHEAD_MS });
      expect(waiting?.dueAt).toBe(clock.now() + 5_000);
    });
  });

  describe('the latest time that is known', () => {
    it('is that of the last event or of the last try, and none in an empty store', async () => {
      const { store, clock } = await open();
      expect(await store.leases.latest()).toBeNull();
      await report(store, 'nonce-1', () => 'lane');
      expect(await store.leases.latest()).toBe(clock.now());
      clock.advance(7_000);
      const lane = await claim(store, 'lane');
      const quota = { scope: 'conversation:lane', limits: [{ requests: 1, withinMs: 1_000 }] };
      await store.deliveries.begin(lane, [(await nextOf(store, lane)).key], [quota], 0);
      expect(await store.leases.latest()).toBe(clock.now());
      clock.advance(-AHEAD_MS);
      expect(await store.leases.latest()).toBe(clock.now() + AHEAD_MS);
    });
  });
}
