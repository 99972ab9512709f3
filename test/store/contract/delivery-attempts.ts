/** The contract of DeliveryQueue: what is recorded of each try, so that nothing is lost and every repeat is known. */

import { describe, expect, it } from 'vitest';
import { DESK } from '../../../src/outage/destinations.ts';
import { changeFor, sampleAcknowledgeAction } from '../../support/outage/sample.ts';
import { act, begins, claim, drain, firstOf, LEASE_MS, nextOf, type OpenStores, posted, report } from './stores.ts';

const opening = 'nonce-1/opening/desk/1';

export function triesContract(open: OpenStores): void {
  const claimOpening = async () => {
    const stores = await open();
    await report(stores.store);
    return { ...stores, lane: await claim(stores.store, 'desk') };
  };

  describe('a delivery', () => {
    it('comes as it was asked for', async () => {
      const { store, clock, lane } = await claimOpening();
      expect(await nextOf(store, lane)).toEqual({
        key: opening,
        outageId: 'nonce-1',
        kind: 'opening',
        destination: { kind: 'desk' },
        seq: 1,
        priority: 2,
        after: null,
        lane: 'desk',
        createdAt: clock.now(),
        attempts: 0,
        maybeSent: false,
        repeats: 0,
        head: expect.any(String),
        opening: null,
      });
    });

    it('that is done is not sent again, and its message can be found', async () => {
      const { store, clock, lane } = await claimOpening();
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toBeNull();
      await begins(store, lane, opening);
      clock.advance(300);
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      expect(await firstOf(store, lane)).toBeNull();
      expect(await begins(store, lane, opening)).toBe(false);
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toEqual(posted);
      expect(await store.deliveries.openingOf('nonce-1', { kind: 'follower', id: 'board' })).toBeNull();
      expect((await store.deliveries.ledger('nonce-1'))[0]).toEqual({
        key: opening,
        state: 'done',
        dueAt: clock.now() - 300,
        doneAt: clock.now(),
        attempts: 1,
        repeats: 0,
        error: null,
        told: 0,
      });
    });

    it('3.8: that begins a thread anew is stored once, waits again only when it was skipped, and is then the latest', async () => {
      const { store, second, lane } = await claimOpening();
      const { lane: _, createdAt: __, attempts: ___, maybeSent: ____, repeats: _____, ...notice } = await nextOf(store, lane);
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      const again = { ...notice, key: `${opening}/1`, after: opening, lane: 'desk' };
      await Promise.all([store.deliveries.reopen(again), second.deliveries.reopen(again)]);
      expect((await store.deliveries.next(lane, 9)).filter(({ kind }) => kind === 'opening').map(({ key }) => key)).toEqual([again.key]);
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toEqual(posted);
      await store.deliveries.finish(lane, [again.key], { state: 'skipped' });
      expect(await firstOf(store, lane)).toBeNull();
      await store.deliveries.reopen(again);
      expect(await firstOf(store, lane)).toMatchObject({ key: again.key, after: opening });
      const anew = { conversationId: '19:desk@thread.tacv2;messageid=2', activityId: '2' };
      await begins(store, lane, again.key);
      await store.deliveries.finish(lane, [again.key], { state: 'done', posted: anew });
      await store.deliveries.reopen(again);
      expect(await firstOf(store, lane)).toBeNull();
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toEqual(anew);
      expect(await store.outages.idByThread(anew.conversationId)).toBe('nonce-1');
    });

    it('A2: that is done without the id of its message gets it later, and never another one', async () => {
      const { store, lane } = await claimOpening();
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], { state: 'done', posted: { ...posted, activityId: null } });
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      await store.deliveries.finish(lane, [opening], { state: 'done', posted: { ...posted, activityId: '2' } });
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toEqual(posted);
    });

    it('whose worker died after it began may be there already, and the next try counts as a repeat', async () => {
      const { store, second, clock, lane } = await claimOpening();
      await begins(store, lane, opening);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now());
      await drain(store);
      expect(await second.deliveries.nextDueAt()).toBe(clock.now() + LEASE_MS);
      clock.advance(LEASE_MS);
      const heir = await claim(second, 'desk');
      expect(await nextOf(second, heir)).toMatchObject({ key: opening, attempts: 1, maybeSent: true, repeats: 0 });
      expect(await begins(second, heir, opening)).toBe(true);
      await second.deliveries.finish(heir, [opening], { state: 'done', posted });
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ state: 'done', attempts: 2, repeats: 1 });
    });

    it('that is certainly not there is tried again when it is due, and that is no repeat', async () => {
      const { store, clock, lane } = await claimOpening();
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], {
        state: 'retry',
        dueAt: clock.now() + 1_000,
        maybeSent: false,
        error: 'Teams said 503',
      });
      expect(await firstOf(store, lane)).toBeNull();
      clock.advance(1_000);
      expect(await nextOf(store, lane)).toMatchObject({ key: opening, attempts: 1, maybeSent: false });
      await begins(store, lane, opening);
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ attempts: 2, repeats: 0, error: 'Teams said 503' });
    });

    it('whose answer was lost is tried again as a repeat', async () => {
      const { store, clock, lane } = await claimOpening();
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], { state: 'retry', dueAt: clock.now(), maybeSent: true, error: 'no answer' });
      expect(await nextOf(store, lane)).toMatchObject({ attempts: 1, maybeSent: true, repeats: 0 });
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], { state: 'retry', dueAt: clock.now(), maybeSent: true, error: 'no answer' });
      expect(await nextOf(store, lane)).toMatchObject({ attempts: 2, maybeSent: true, repeats: 1 });
    });

    it('that was to be repeated and was certainly refused is not counted as repeated', async () => {
      const { store, clock, lane } = await claimOpening();
      const retry = { state: 'retry', dueAt: clock.now(), maybeSent: true, error: 'no answer' } as const;
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], retry);
      await begins(store, lane, opening);
      await store.deliveries.finish(lane, [opening], { ...retry, repeats: 0, error: '503' });
      expect(await nextOf(store, lane)).toMatchObject({ attempts: 2, maybeSent: true, repeats: 0 });
    });

    it('that was skipped or failed is over', async () => {
      const { store, clock, lane } = await claimOpening();
      const board = 'nonce-1/opening/follower:board/1';
      await store.deliveries.finish(lane, [opening], { state: 'skipped' });
      await store.deliveries.finish(await claim(store, 'follower:board'), [board], {
        state: 'failed',
        error: `403 \u0000${'x'.repeat(5_000)}`,
      });
      expect(await firstOf(store, lane)).toBeNull();
      const ledger = await store.deliveries.ledger('nonce-1');
      expect(ledger[0]).toMatchObject({ state: 'skipped', doneAt: clock.now(), attempts: 0, error: null });
      expect(ledger[1]).toMatchObject({ state: 'failed', doneAt: clock.now() });
      expect(ledger[1]?.error).toMatch(/^403 x{100}/);
      expect(ledger[1]?.error?.length).toBeLessThanOrEqual(1_000);
    });

    it('that is done stays done, whatever a late worker says', async () => {
      const { store, clock, lane } = await claimOpening();
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      const late = { conversationId: 'another', activityId: '2' };
      await store.deliveries.finish(lane, [opening], { state: 'done', posted: late });
      await store.deliveries.finish(lane, [opening], { state: 'skipped' });
      await store.deliveries.finish(lane, [opening], { state: 'failed', error: '403' });
      await store.deliveries.finish(lane, [opening], { state: 'retry', dueAt: clock.now(), maybeSent: true, error: '500' });
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toEqual(posted);
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ state: 'done', error: null });
    });

    it('is not touched by a worker that lost its lane: nobody may forget that the other one is sending right now', async () => {
      const { store, second, clock, lane } = await claimOpening();
      await begins(store, lane, opening);
      clock.advance(LEASE_MS);
      const heir = await claim(second, 'desk');
      await begins(second, heir, opening);
      const sending = { attempts: 2, maybeSent: true, repeats: 1 };
      for (const late of [
        { state: 'retry', dueAt: clock.now() + LEASE_MS, maybeSent: false, error: '503' },
        { state: 'skipped' },
        { state: 'failed', error: '403' },
      ] as const) {
        await store.deliveries.finish(lane, [opening], late);
        expect(await second.deliveries.next(heir, 1)).toMatchObject([sending]);
      }
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ state: 'waiting', error: null });
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ state: 'done', repeats: 1 });
    });

    it('that was given up is done after all when a worker that lost its lane had sent it', async () => {
      const { store, lane } = await claimOpening();
      await store.deliveries.finish(lane, [opening], { state: 'failed', error: '403' });
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ state: 'done', error: null });
      expect(await store.deliveries.openingOf('nonce-1', DESK)).toEqual(posted);
    });

    it('is stored once, even when it is asked for twice', async () => {
      const { store, lane } = await claimOpening();
      await store.deliveries.finish(lane, [opening], { state: 'done', posted });
      const before = await store.outages.read('nonce-1');
      const change = changeFor(sampleAcknowledgeAction(), before);
      const again = changeFor(sampleAcknowledgeAction(), before).notices;
      const twice = [...change.notices, ...again, { ...again[0], key: opening, kind: 'opening', lane: 'desk' } as (typeof again)[number]];
      await store.outages.transaction(({ append }) => append({ ...change, notices: twice }));
      const keys = (await store.deliveries.ledger('nonce-1')).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      expect((await store.deliveries.ledger('nonce-1'))[0]).toMatchObject({ key: opening, state: 'done' });
    });

    it('is told of in the ledger in the order of its storing', async () => {
      const { store } = await claimOpening();
      await act(store, sampleAcknowledgeAction());
      expect((await store.deliveries.ledger('nonce-1')).map(({ key }) => key)).toEqual([
        opening,
        'nonce-1/opening/follower:board/1',
        'nonce-1/state/origin/1',
        'nonce-1/news/desk/2',
        'nonce-1/news/origin/2',
        'nonce-1/news/follower:board/2',
        'nonce-1/state/desk/2',
        'nonce-1/state/follower:board/2',
        'nonce-1/state/origin/2',
      ]);
    });
  });
}
