/** The contract of OutageStore for requests: their numbers, their thread, and what is left of both in an outage. */
import { describe, expect, it } from 'vitest';
import type { OutageFilter } from '../../../src/engine/ports/outages.ts';
import { outageName } from '../../../src/outage/types/outage.ts';
import type { Store } from '../../../src/store/store.ts';
import { changeFor, reporter } from '../../support/outage/sample.ts';
import { sample, sampleRequest } from '../../support/outage/states.ts';
import { act, byPlace, claim, nextOf, type OpenStores, posted, report } from './stores.ts';

const OWN: OutageFilter = { projects: null, personId: reporter.id, states: null, limit: 100 };

const request = (store: Store, outageId: string) =>
  store.outages.transaction(async (transaction) => {
    const change = changeFor({ ...sampleRequest, outageId, number: await transaction.nextNumber('request') }, null, byPlace);
    await transaction.append(change);
    return change.outage;
  });

export function requestsContract(open: OpenStores): void {
  describe('requests', () => {
    it('have numbers of their own, and leave no gap in those of outages', async () => {
      const { store } = await open();
      const names = [await request(store, 'one'), (await report(store, 'two')).outage, await request(store, 'three')].map(outageName);
      expect(names).toEqual(['REQ-1', 'OUT-1001', 'REQ-2']);
    });

    it('are in lists by themselves, the newest first', async () => {
      const { store } = await open();
      for (const id of ['one', 'two']) await request(store, id);
      await report(store, 'three');
      const list = async (filter: OutageFilter) => (await store.outages.list(filter)).map(({ outage }) => outageName(outage));
      expect(await list(OWN)).toEqual(['OUT-1001']);
      expect(await list({ ...OWN, series: 'request' })).toEqual(['REQ-2', 'REQ-1']);
      expect(await list({ ...OWN, series: 'drill' })).toEqual([]);
    });

    it('are found by both numbers once they are outages, which are listed as such', async () => {
      const { store } = await open();
      const { number } = await request(store, 'one');
      await store.outages.transaction(async (transaction) => {
        const before = await transaction.read('one');
        const promote = sample('promote', 9, { outageId: 'one', number: await transaction.nextNumber() });
        await transaction.append(changeFor(promote, before, byPlace));
      });
      expect(await store.outages.idByNumber(number)).toBe('one');
      expect(await store.outages.idByNumber(1001)).toBe('one');
      expect((await store.outages.list(OWN)).map(({ outage }) => outage.number)).toEqual([1001]);
      expect(await store.outages.list({ ...OWN, series: 'request' })).toEqual([]);
      await act(store, sample('acknowledge', 12, { outageId: 'one' }));
      expect((await store.outages.read('one'))?.outage).toMatchObject({ state: 'acknowledged', number: 1001, request: { number } });
    });

    it('are found by their thread in the queue', async () => {
      const { store } = await open();
      await request(store, 'one');
      const lane = await claim(store, 'queue');
      await store.deliveries.finish(lane, [(await nextOf(store, lane)).key], { state: 'done', posted });
      expect(await store.outages.idByThread(posted.conversationId)).toBe('one');
    });
  });
}
