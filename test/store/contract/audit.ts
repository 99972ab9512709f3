/** The contract of Audit: what was refused to whom, and from which client the steps of an outage came. */
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/engine/ports/audit.ts';
import { numberOf } from '../../../src/outage/types/outage.ts';
import { changeFor, engineer, sampleAcknowledgeAction, sampleReportAction } from '../../support/outage/sample.ts';
import { act, type OpenStores, report } from './stores.ts';

const refusal: Refusal = {
  person: { id: 'aad-eve', name: 'Eve' },
  what: 'acknowledge',
  outageId: 'nonce-1',
  number: null,
  reason: 'not-permitted',
  client: 'card iOS',
  conversationId: 'a:eve',
};
const kept = { person: refusal.person, what: refusal.what, reason: refusal.reason, client: refusal.client };

export function auditContract(open: OpenStores): void {
  describe('refusals', () => {
    it('are found by the outage that was meant, the latest of them, oldest first', async () => {
      const { store, second, clock } = await open();
      const { outage } = await report(store);
      for (const client of ['card iOS', 'card Web', 'reaction']) {
        clock.advance(1);
        await store.audit.refused({ ...refusal, client });
      }
      clock.advance(1);
      await second.audit.refused({ ...refusal, outageId: null, number: outage.number, what: '/outage timeline', client: 'command' });
      const at = clock.now();
      expect(await second.audit.refusalsOf(outage.id, 3)).toEqual([
        { ...kept, client: 'card Web', at: at - 2 },
        { ...kept, client: 'reaction', at: at - 1 },
        { ...kept, what: '/outage timeline', client: 'command', at },
      ]);
    });

    it('about an outage that is not there belong to none', async () => {
      const { store } = await open();
      const { outage } = await report(store);
      await store.audit.refused({ ...refusal, outageId: 'nonce-9' });
      await store.audit.refused({ ...refusal, outageId: null, number: numberOf('request', outage.number) });
      await store.audit.refused({ ...refusal, outageId: null });
      expect(await store.audit.refusalsOf(outage.id, 9)).toEqual([]);
      expect(await store.audit.refusalsOf('nonce-9', 9)).toEqual([]);
    });

    it('take every name that Teams may say, and cut one that is endless', async () => {
      const { store } = await open();
      await report(store);
      await store.audit.refused({ ...refusal, person: { id: 'aad-eve', name: `'); drop table refusal; --${'x'.repeat(5_000)}` } });
      const [{ person } = refusal] = await store.audit.refusalsOf('nonce-1', 9);
      expect([person.name.length, person.name.startsWith("'); drop table")]).toEqual([200, true]);
    });

    it('are deleted when their time is over', async () => {
      const { store, second, clock } = await open();
      await report(store);
      for (let count = 0; count < 5; count++) {
        await store.audit.refused(refusal);
        clock.advance(1_000);
      }
      await store.personal.sweep(clock.now() - 60_000);
      expect(await store.audit.refusalsOf('nonce-1', 9)).toHaveLength(5);
      clock.advance(60_000 - 1_000 - 1_000);
      await second.personal.sweep(clock.now() - 60_000);
      expect(await store.audit.refusalsOf('nonce-1', 9)).toHaveLength(1);
    });
  });

  describe('the hash of an event', () => {
    it('is that of the chain at this event, which grows by the next, and of no other outage', async () => {
      const { store, second } = await open();
      const { outage } = await report(store);
      const first = await second.audit.hashOf(outage.id, 1);
      expect(first).toMatch(/^[\da-f]{64}$/);
      expect([await second.audit.hashOf(outage.id, 2), await second.audit.hashOf('nonce-2', 1)]).toEqual([null, null]);
      await act(store, sampleAcknowledgeAction({ by: engineer }));
      expect(await second.audit.hashOf(outage.id, 1)).toBe(first);
      expect(await second.audit.hashOf(outage.id, 2)).not.toBe(first);
    });
  });

  describe('the client of each step', () => {
    it('is that of who caused it, and none where the clock did', async () => {
      const { store, second } = await open();
      const { outage } = await report(store);
      await store.outages.transaction(async (transaction) => {
        const before = await transaction.read(outage.id);
        await transaction.append({ ...changeFor(sampleAcknowledgeAction({ by: engineer }), before), client: 'reaction Windows' });
      });
      expect([...(await second.audit.stepsOf(outage.id))]).toEqual([[2, 'reaction Windows']]);
      expect([...(await second.audit.stepsOf(sampleReportAction({ outageId: 'nonce-2' }).outageId))]).toEqual([]);
    });
  });
}
