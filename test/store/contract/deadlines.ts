/** The contract of DeadlineQueue. */
import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../../src/engine/ports/outages.ts';
import { changeFor, reporter, sampleAcknowledgeAction, sampleOnCall, samplePolicy } from '../../support/outage/sample.ts';
import { act, LEASE_MS, type OpenStores, report } from './stores.ts';

const [firstRung, secondRung] = samplePolicy.rungs.map(({ afterMs }) => afterMs) as [number, number];

export function deadlinesContract(open: OpenStores): void {
  describe('deadlines', () => {
    it('are claimed when they are due and not before', async () => {
      const { store, clock } = await open();
      await report(store);
      const dueAt = clock.now() + firstRung;
      expect(await store.deadlines.nextDueAt()).toBe(dueAt);
      clock.advance(firstRung - 1);
      expect(await store.deadlines.claimDue(10, LEASE_MS)).toEqual([]);
      clock.advance(1);
      expect(await store.deadlines.claimDue(10, LEASE_MS)).toEqual([{ outageId: 'nonce-1', kind: 'ladder', dueAt }]);
    });

    it('are held by one worker, and by the next when the lease of a dead one has ended', async () => {
      const { store, second, clock } = await open();
      await report(store);
      clock.advance(firstRung);
      const claims = await Promise.all([store.deadlines.claimDue(10, LEASE_MS), second.deadlines.claimDue(10, LEASE_MS)]);
      expect(claims.flat()).toHaveLength(1);
      expect(await store.deadlines.nextDueAt()).toBe(clock.now() + LEASE_MS);
      clock.advance(LEASE_MS - 1);
      expect(await second.deadlines.claimDue(10, LEASE_MS)).toEqual([]);
      clock.advance(1);
      expect(await second.deadlines.claimDue(10, LEASE_MS)).toHaveLength(1);
    });

    it('come earliest first, at most as many as are wanted', async () => {
      const { store, clock } = await open();
      for (const id of ['nonce-1', 'nonce-2', 'nonce-3']) await report(store, id);
      await act(store, { type: 'pass-deadline', outageId: 'nonce-1', at: clock.now() + firstRung, onCall: sampleOnCall });
      clock.advance(secondRung);
      const first = await store.deadlines.claimDue(2, LEASE_MS);
      const rest = await store.deadlines.claimDue(2, LEASE_MS);
      expect(first.map(({ outageId }) => outageId).sort()).toEqual(['nonce-2', 'nonce-3']);
      expect(rest.map(({ outageId }) => outageId)).toEqual(['nonce-1']);
    });

    it('are rewritten by what happens to the outage, which ends their claim', async () => {
      const { store, clock } = await open();
      await report(store);
      clock.advance(firstRung);
      await store.deadlines.claimDue(10, LEASE_MS);
      await act(store, { type: 'pass-deadline', outageId: 'nonce-1', at: clock.now(), onCall: sampleOnCall });
      expect(await store.deadlines.nextDueAt()).toBe(clock.now() - firstRung + secondRung);
      const { outage } = await act(store, sampleAcknowledgeAction({ at: clock.now() }));
      expect(outage.state).toBe('acknowledged');
      expect(await store.deadlines.nextDueAt()).toBe(clock.now() + samplePolicy.updateEveryMs);
    });

    it('can be put back although nothing happened', async () => {
      const { store, clock } = await open();
      const before = await report(store);
      clock.advance(firstRung);
      await store.deadlines.claimDue(10, LEASE_MS);
      const early = changeFor({ type: 'pass-deadline', outageId: 'nonce-1', at: before.outage.reportedAt, onCall: sampleOnCall }, before);
      expect(early.events).toEqual([]);
      await store.outages.transaction(({ append }) => append(early));
      expect(await store.deadlines.claimDue(10, LEASE_MS)).toHaveLength(1);
      expect(await store.outages.read('nonce-1')).toEqual(before);
    });

    it('are not put back by a writer who did not see what happened since, although it has nothing to add', async () => {
      const { store, clock } = await open();
      const before = await report(store);
      const early = changeFor({ type: 'pass-deadline', outageId: 'nonce-1', at: before.outage.reportedAt, onCall: sampleOnCall }, before);
      await act(store, sampleAcknowledgeAction({ at: clock.now() }));
      await expect(store.outages.transaction(({ append }) => append(early))).rejects.toThrow(ConflictError);
      expect(await store.deadlines.nextDueAt()).toBe(clock.now() + samplePolicy.updateEveryMs);
    });

    it('are gone when the outage is closed', async () => {
      const { store, clock } = await open();
      await report(store);
      const resolve = {
        type: 'resolve',
        outageId: 'nonce-1',
        at: clock.now(),
        by: sampleAcknowledgeAction().by,
        text: 'Fixed',
        seen: null,
      } as const;
      await act(store, resolve);
      expect(await store.deadlines.nextDueAt()).toBe(clock.now() + samplePolicy.closeAfterMs);
      await act(store, { type: 'confirm', outageId: 'nonce-1', at: clock.now(), by: reporter });
      expect(await store.deadlines.nextDueAt()).toBeNull();
    });
  });
}
