/** The contract of DeliveryQueue: messages that asked people for something, once they ask for nothing any more. */
import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/engine/ports/deliveries.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleAcknowledgeAction, sampleOnCall } from '../../support/outage/sample.ts';
import { act, begins, claim, drain, firstOf, type nextOf, type OpenStores, oneLane, posted, report } from './stores.ts';

const MINUTES_MS = 60_000;
const digest = { conversationId: '19:desk@thread.tacv2;messageid=77', activityId: '77' };

export function settledContract(open: OpenStores): void {
  /** Outages that were pinged, each by a ping that waits. */
  async function pinged(...ids: readonly string[]) {
    const stores = await open();
    const { store, clock } = stores;
    for (const id of ids) {
      await report(store, id, oneLane);
      await drain(store);
    }
    const at = clock.now() + 15 * MINUTES_MS;
    for (const id of ids) await act(store, { type: 'pass-deadline', outageId: id, at, onCall: sampleOnCall }, oneLane);
    const lane = await claim(store, 'lane');
    const take = (id: string) => act(store, sampleAcknowledgeAction({ outageId: id, at: at + MINUTES_MS }), oneLane);
    return { ...stores, lane, take, keys: ids.map((id) => `${id}/ping/desk/2`) };
  }
  const stateOf = async (store: Store, id: string, kind: string) =>
    (await store.deliveries.ledger(id)).find(({ key }) => key.includes(`/${kind}/desk/2`))?.state;
  const settled = async (store: Store, lane: Parameters<typeof nextOf>[1], id: string) => {
    const due = await store.deliveries.next(lane, 100);
    return due.find(({ kind, outageId }) => kind === 'settled' && outageId === id) as Delivery;
  };

  describe('what is over', () => {
    it('is edited when its message is there, after everything else, and the message is known', async () => {
      const { store, lane, take, keys } = await pinged('nonce-1');
      await take('nonce-1');
      expect(await settled(store, lane, 'nonce-1')).toBeUndefined();
      await begins(store, lane, keys[0] as string);
      await store.deliveries.finish(lane, keys, { state: 'done', posted });
      const due = await store.deliveries.next(lane, 100);
      expect(due.at(-1)?.kind).toBe('settled');
      const found = await store.deliveries.settledBy(due.at(-1) as Delivery);
      expect(found).toMatchObject({
        posted,
        pings: [{ key: keys[0], kind: 'ping', destination: { kind: 'desk' }, outageId: 'nonce-1', seq: 2 }],
      });
    });

    it.each(['skipped', 'failed'] as const)('is not edited when its message was %s, before it was over or after', async (state) => {
      const { store, lane, take, keys } = await pinged('nonce-1', 'nonce-2');
      const outcome = state === 'failed' ? ({ state, error: 'Teams: 400' } as const) : ({ state } as const);
      await store.deliveries.finish(lane, [keys[0] as string], outcome);
      await take('nonce-1');
      await take('nonce-2');
      await store.deliveries.finish(lane, [keys[1] as string], outcome);
      for (const id of ['nonce-1', 'nonce-2']) expect(await stateOf(store, id, 'settled')).toBe('skipped');
      expect((await store.health.setAside(9)).map(({ key }) => key)).toEqual(state === 'failed' ? keys : []);
    });

    it('has no message to edit when Teams did not say its id', async () => {
      const { store, lane, take, keys } = await pinged('nonce-1');
      await store.deliveries.finish(lane, keys, { state: 'done', posted: { ...posted, activityId: null } });
      await take('nonce-1');
      expect(await store.deliveries.settledBy(await settled(store, lane, 'nonce-1'))).toBeNull();
    });

    it('with others in one message is edited by the last of them that waits', async () => {
      const { store, lane, take, keys } = await pinged('nonce-1', 'nonce-2', 'nonce-3');
      await store.deliveries.finish(lane, keys, { state: 'done', posted: digest });
      await take('nonce-1');
      const first = await settled(store, lane, 'nonce-1');
      expect((await store.deliveries.settledBy(first))?.pings.map(({ key }) => key)).toEqual(keys);
      await take('nonce-3');
      expect(await store.deliveries.settledBy(first)).toBeNull();
      const last = await settled(store, lane, 'nonce-3');
      expect(await store.deliveries.settledBy(last)).toMatchObject({ posted: digest });
    });

    it('is nothing that anybody waits for', async () => {
      const { store, lane, take, keys, clock } = await pinged('nonce-1');
      await store.deliveries.finish(lane, keys, { state: 'done', posted });
      await take('nonce-1');
      for (let next = await firstOf(store, lane); next && next.kind !== 'settled'; next = await firstOf(store, lane))
        await store.deliveries.finish(lane, [next.key], { state: 'done', posted });
      clock.advance(5 * MINUTES_MS);
      expect(await store.health.look({ deadlineMs: 0, deliveryMs: MINUTES_MS })).toMatchObject({
        waiting: { count: 0, oldestAt: null },
        late: [],
      });
    });
  });
}
