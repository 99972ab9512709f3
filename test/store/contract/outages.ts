/** The contract of OutageStore. */
import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../../src/engine/ports/outages.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { outageName } from '../../../src/outage/types/outage.ts';
import {
  changeFor,
  engineer,
  sampleAcknowledgeAction,
  sampleReportAction,
  sampleUpdateAction,
  secondEngineer,
} from '../../support/outage/sample.ts';
import { act, claim, firstOf, type OpenStores, oneLane, posted, repeated, report, sendAll } from './stores.ts';

export function outagesContract(open: OpenStores): void {
  describe('the record of outages', () => {
    it('gives back what was stored', async () => {
      const { store } = await open();
      const reported = await report(store);
      const acknowledged = await act(store, sampleAcknowledgeAction());
      expect(acknowledged.events.length).toBe(reported.events.length + 1);
      expect(await store.outages.read('nonce-1')).toEqual(acknowledged);
      expect(acknowledged.outage).toEqual(replay(acknowledged.events));
    });

    it('keeps text as it was typed', async () => {
      const { store } = await open();
      await report(store);
      const text = `'; drop table outage; -- "${'ü'.repeat(50)}" 🔥 \u0000 \u2028 \\ \ud800`;
      await act(store, sampleUpdateAction({ text }));
      const recorded = await store.outages.read('nonce-1');
      expect(recorded?.events.at(-1)).toMatchObject({ text });
    });

    it('knows nothing of an outage that nobody reported', async () => {
      const { store } = await open();
      expect(await store.outages.read('nonce-1')).toBeNull();
      expect(await store.outages.idByNumber(1001)).toBeNull();
      expect(await store.outages.idByThread(posted.conversationId)).toBeNull();
    });

    it('tells the time by one clock, inside of a transaction too', async () => {
      const { store, clock } = await open();
      clock.advance(1_234);
      expect(await store.outages.now()).toBe(clock.now());
      expect(await store.outages.transaction(async ({ now }) => now)).toBe(clock.now());
    });

    it('stores everything or nothing', async () => {
      const { store } = await open();
      const broken = store.outages.transaction(async (transaction) => {
        const number = await transaction.nextNumber();
        await transaction.append(changeFor(sampleReportAction({ number }), null));
        throw new Error('the power went out');
      });
      await expect(broken).rejects.toThrow('the power went out');
      expect(await store.outages.read('nonce-1')).toBeNull();
      expect(await store.outages.idByNumber(1001)).toBeNull();
      expect(await store.deliveries.ledger('nonce-1')).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBeNull();
      expect(await store.deadlines.nextDueAt()).toBeNull();
    });

    it('sees its own writes in a transaction, and nobody else does before its end', async () => {
      const { store, second } = await open();
      await store.outages.transaction(async (transaction) => {
        await transaction.append(changeFor(sampleReportAction(), null));
        expect((await transaction.read('nonce-1'))?.outage.number).toBe(1001);
        if (second !== store) expect(await second.outages.read('nonce-1')).toBeNull();
      });
      expect((await second.outages.read('nonce-1'))?.outage.number).toBe(1001);
    });

    it('refuses an outage that does not follow from its events', async () => {
      const { store } = await open();
      const change = changeFor(sampleReportAction(), null);
      const wrong = { ...change, outage: { ...change.outage, version: 7 } };
      await expect(store.outages.transaction(({ append }) => append(wrong))).rejects.toThrow('is at version 7');
    });

    it('finds an outage by its number and by its thread', async () => {
      const { store } = await open();
      const { outage } = await report(store);
      await report(store, 'nonce-2');
      expect(outageName(outage)).toBe('OUT-1001');
      expect(await store.outages.idByNumber(outage.number)).toBe('nonce-1');
      const lane = await claim(store, 'desk');
      const opening = await firstOf(store, lane);
      await store.deliveries.finish(lane, [opening?.key ?? ''], { state: 'done', posted });
      expect(await store.outages.idByThread(posted.conversationId)).toBe('nonce-1');
      expect(await store.outages.idByThread('19:desk@thread.tacv2')).toBeNull();
    });

    it('guesses no outage when several share one conversation', async () => {
      const { store } = await open();
      await report(store, 'nonce-1', oneLane);
      await report(store, 'nonce-2', oneLane);
      await sendAll(store, await claim(store, 'lane'));
      expect(await store.outages.idByThread(posted.conversationId)).toBeNull();
    });
  });

  describe('numbers', () => {
    it('begin at 1001 and have no gaps, even after a report that failed', async () => {
      const { store } = await open();
      const failed = store.outages.transaction(async ({ nextNumber }) => {
        await nextNumber();
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      const first = await report(store, 'nonce-1');
      const other = await report(store, 'nonce-2');
      expect([first.outage.number, other.outage.number]).toEqual([1001, 1002]);
    });

    it('are different for reports at the same moment', async () => {
      const { store, second } = await open();
      const ids = Array.from({ length: 10 }, (_, index) => `nonce-${index}`);
      const recorded = await Promise.all(ids.map((id, index) => report(index % 2 ? store : second, id)));
      const numbers = recorded.map(({ outage }) => outage.number).sort();
      expect(numbers).toEqual(ids.map((_, index) => 1001 + index));
    });
  });

  describe('two writers', () => {
    it('who decided on the same version: one stores, the other hears of a conflict and has stored nothing', async () => {
      const { store, second } = await open();
      const before = await report(store);
      const acknowledge = (one: typeof store, by: typeof engineer) =>
        one.outages.transaction(({ append }) => append(changeFor(sampleAcknowledgeAction({ by }), before)));
      const results = await Promise.allSettled([acknowledge(store, engineer), acknowledge(second, secondEngineer)]);
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toBeInstanceOf(ConflictError);
      const after = await store.outages.read('nonce-1');
      expect(after?.outage.version).toBe(2);
      const ledger = await store.deliveries.ledger('nonce-1');
      expect(new Set(ledger.map(({ key }) => key)).size).toBe(ledger.length);
    });

    it('who report with the same nonce make one outage', async () => {
      const { store, second } = await open();
      const one = store.outages.transaction(({ append }) => append(changeFor(sampleReportAction({ number: 1001 }), null)));
      const other = second.outages.transaction(({ append }) => append(changeFor(sampleReportAction({ number: 1002 }), null)));
      const results = await Promise.allSettled([one, other]);
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(refused).toEqual([expect.any(ConflictError)]);
      expect((await store.outages.read('nonce-1'))?.outage.version).toBe(1);
    });

    it('who do the same request of the API, to different outages: one of them hears of a conflict', async () => {
      const { store, second } = await open();
      const [one, other] = [await report(store, 'nonce-1'), await report(store, 'nonce-2')];
      const acknowledges = (own: typeof store, before: typeof one, client: string) => {
        const change = changeFor(sampleAcknowledgeAction({ outageId: before.outage.id }), before);
        return own.outages.transaction(({ append }) => append({ ...change, client }));
      };
      const doneBy = (client: string) => second.outages.transaction((transaction) => transaction.doneBy(client));
      expect(await doneBy('api 1')).toBeNull();
      const results = await Promise.allSettled([acknowledges(store, one, 'api 1'), acknowledges(second, other, 'api 1')]);
      const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
      expect(refused).toEqual([expect.any(ConflictError)]);
      const versions = await Promise.all(['nonce-1', 'nonce-2'].map(async (id) => (await store.outages.read(id))?.outage.version));
      expect(await doneBy('api 1')).toBe(versions[0] === 2 ? 'nonce-1' : 'nonce-2');
      expect(versions.toSorted()).toEqual([1, 2]);
      // What people do from the same client is not done once.
      await report(store, 'nonce-3');
      const third = await report(store, 'nonce-4');
      const left = versions[0] === 2 ? other : one;
      await acknowledges(store, left, 'card iOS');
      await acknowledges(store, third, 'card iOS');
      expect(await doneBy('card iOS')).toBeNull();
    });

    it('who give out the same number: one of them hears of a conflict', async () => {
      const { store } = await open();
      await report(store, 'nonce-1');
      const taken = store.outages.transaction(({ append }) => append(changeFor(sampleReportAction({ outageId: 'nonce-2' }), null)));
      await expect(taken).rejects.toBeInstanceOf(ConflictError);
      expect(await store.outages.read('nonce-2')).toBeNull();
    });

    it('twenty of them, each repeating after a conflict, leave twenty events in a row without a gap', async () => {
      const { store, second } = await open();
      await report(store);
      await act(store, sampleAcknowledgeAction());
      const texts = Array.from({ length: 20 }, (_, index) => `update ${index}`);
      const write = (text: string, index: number) => repeated(() => act(index % 2 ? store : second, sampleUpdateAction({ text })));
      await Promise.all(texts.map(write));
      const recorded = await store.outages.read('nonce-1');
      expect(recorded?.outage.version).toBe(22);
      expect(recorded?.events).toHaveLength(22);
      const told = recorded?.events.flatMap((event) => (event.type === 'updated' ? [event.text] : []));
      expect(told?.sort()).toEqual(texts.sort());
    });
  });
}
