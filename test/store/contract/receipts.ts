/** Threads of the desk that are late. */
import { describe, expect, it } from 'vitest';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { act, claim, drain, LEASE_MS, type OpenStores, report } from './stores.ts';

const AFTER_MS = 60_000;
const LATE = [{ outageId: 'nonce-1', reached: false }];
const THERE = [{ outageId: 'nonce-1', reached: true }];

export function receiptsContract(open: OpenStores): void {
  describe('threads of the desk that are late', () => {
    it('are found when their time is over, until that is recorded; then, when they are there', async () => {
      const { store, second, clock } = await open();
      expect(await store.receipts.nextDueAt(AFTER_MS)).toBeNull();
      const { outage } = await report(store);
      expect(await store.receipts.nextDueAt(AFTER_MS)).toBe(clock.now() + AFTER_MS);
      clock.advance(AFTER_MS - 1);
      expect(await store.receipts.due(AFTER_MS, 9)).toEqual([]);
      clock.advance(1);
      expect(await second.receipts.due(AFTER_MS, 9)).toEqual(LATE);
      const common = { outageId: outage.id, at: clock.now() };
      await act(store, { ...common, type: 'note-desk-unreached', afterMs: AFTER_MS, posted: false });
      expect([await store.receipts.due(AFTER_MS, 9), await store.receipts.nextDueAt(AFTER_MS)]).toEqual([[], null]);
      await drain(store);
      expect(await second.receipts.due(AFTER_MS, 9)).toEqual(THERE);
      expect(await store.receipts.nextDueAt(AFTER_MS)).toBeLessThanOrEqual(clock.now());
      await act(store, { ...common, type: 'note-desk-reached', posted: true });
      expect([await store.receipts.due(AFTER_MS, 9), await store.receipts.nextDueAt(AFTER_MS)]).toEqual([[], null]);
    });

    it('are nobody’s concern when they are there in time, or when somebody took the outage', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await report(store, 'nonce-2');
      const by = { id: storedPersonKey('aad-sam'), name: 'Sam', roles: ['engineer'] as const };
      await act(store, { type: 'acknowledge', outageId: 'nonce-2', at: clock.now(), by });
      clock.advance(AFTER_MS);
      expect(await store.receipts.due(AFTER_MS, 9)).toEqual([]);
    });

    it('are late too when their first message was set aside', async () => {
      const { store, clock } = await open();
      await report(store);
      const lane = await claim(store, 'desk');
      await store.deliveries.finish(lane, ['nonce-1/opening/desk/1'], { state: 'failed', error: 'by hand' });
      clock.advance(Math.max(AFTER_MS, LEASE_MS));
      expect(await store.receipts.due(AFTER_MS, 9)).toEqual(LATE);
    });
  });
}
