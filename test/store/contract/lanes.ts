/** The contract of DeliveryQueue: who may send where, and in which order. */
import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../src/engine/ports/deliveries.ts';
import type { Channel, Destination } from '../../../src/outage/destinations.ts';
import { LEAST_URGENT, type Notice } from '../../../src/outage/notices.ts';
import { changeFor, sampleAcknowledgeAction, sampleOnCall, sampleReportAction, sampleUpdateAction } from '../../support/outage/sample.ts';
import { act, begins, byPlace, claim, drain, LEASE_MS, nextOf, type OpenStores, oneLane, posted, report, sendAll } from './stores.ts';

const RETRY_MS = 60_000;
const retryAt = (dueAt: number) => ({ state: 'retry', dueAt, maybeSent: false, error: '502' }) as const;

export function lanesContract(open: OpenStores): void {
  describe('lanes', () => {
    it('are never held by two workers', async () => {
      const { store, second } = await open();
      await Promise.all(['nonce-1', 'nonce-2', 'nonce-3'].map((id) => report(store, id, (notice) => `${id}/${byPlace(notice)}`)));
      const rounds = Array.from({ length: 6 }, (_, index) => (index % 2 ? store : second).deliveries.claimLanes(2, LEASE_MS, LEAST_URGENT));
      const claimed = (await Promise.all(rounds)).flat().map(({ id }) => id);
      expect(new Set(claimed).size).toBe(claimed.length);
      const left = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      expect(claimed.length + left.length).toBe(9);
    });

    it('are taken over when the lease of a dead worker ends, and the dead one can begin nothing any more', async () => {
      const { store, second, clock } = await open();
      await report(store);
      const dead = await claim(store, 'desk');
      const { key } = await nextOf(store, dead);
      clock.advance(LEASE_MS - 1);
      expect((await second.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).map(({ id }) => id)).not.toContain('desk');
      clock.advance(1);
      const heir = await claim(second, 'desk');
      expect(heir.fence).toBeGreaterThan(dead.fence);
      // A worker that went on to ask would find what it may not end again and again, and hold its process for ever.
      expect(await store.deliveries.next(dead, 1)).toEqual([]);
      expect(await begins(store, dead, key)).toBe(false);
      expect(await begins(second, heir, key)).toBe(true);
    });

    it('allow no beginning after the lease has ended, even when nobody else came', async () => {
      const { store, clock } = await open();
      await report(store);
      const lane = await claim(store, 'desk');
      const { key } = await nextOf(store, lane);
      clock.advance(LEASE_MS);
      expect(await begins(store, lane, key)).toBe(false);
      expect((await store.deliveries.ledger('nonce-1'))[0]?.attempts).toBe(0);
    });

    it('given back by a worker that had lost them stay with their new owner', async () => {
      const { store, second, clock } = await open();
      await report(store);
      const dead = await claim(store, 'desk');
      clock.advance(LEASE_MS);
      const heir = await claim(second, 'desk');
      await store.deliveries.release(dead, null);
      expect((await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).map(({ id }) => id)).not.toContain('desk');
      expect(await begins(second, heir, (await nextOf(second, heir)).key)).toBe(true);
    });

    it('whose next message goes to a place that only a newer bot knows wait for that bot, and no other lane waits with them', async () => {
      const { store, second, clock } = await open();
      await report(store);
      await store.outages.transaction(async (transaction) => {
        const change = changeFor(sampleReportAction({ outageId: 'nonce-2', number: await transaction.nextNumber() }), null, byPlace);
        const notices = change.notices.map((notice) => {
          const isOfDesk = notice.destination.kind === 'desk';
          return isOfDesk ? { ...notice, lane: 'telex', destination: { kind: 'telex', id: '7' } as unknown as Destination } : notice;
        });
        await transaction.append({ ...change, notices });
      });
      const lanes = (await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT)).map(({ id }) => id);
      expect(lanes).toContain('desk');
      expect(lanes).not.toContain('telex');
      clock.advance(LEASE_MS);
      expect((await second.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT)).map(({ id }) => id)).toEqual(lanes);
    });

    it('come most urgent first, then by how long they are due', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1', (notice) => `old/${byPlace(notice)}`);
      clock.advance(1);
      await report(store, 'nonce-2', (notice) => `new/${byPlace(notice)}`);
      const lanes = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      expect(lanes.map(({ id }) => id)).toEqual([
        'old/desk',
        'old/follower:board',
        'new/desk',
        'new/follower:board',
        'old/origin',
        'new/origin',
      ]);
    });

    it('bring what is sent first, with what it takes; of those that are as urgent, the one of the oldest message comes first', async () => {
      const { store } = await open();
      await report(store, 'nonce-1', (notice) => (notice.destination.kind === 'desk' ? 'z' : byPlace(notice)));
      const [desk] = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      expect(desk?.id).toBe('z');
      expect(desk?.next).toEqual(desk && (await store.deliveries.next(desk, 1)));
      await store.deliveries.finish(desk as Lane, ['nonce-1/opening/desk/1'], { state: 'done', posted });
      await act(store, sampleAcknowledgeAction(), () => 'z');
      expect((await nextOf(store, desk as Lane)).opening).toEqual(posted);
    });

    it('say the head of the record as it is then, so that what another bot has added is never taken for read', async () => {
      const { store, second } = await open();
      await report(store, 'nonce-1', oneLane);
      const lane = await claim(store, 'lane');
      const { head } = await nextOf(store, lane);
      const before = await store.outages.read('nonce-1', head);
      expect(await store.outages.read('nonce-1', head), 'which is not read again').toBe(before);
      await act(second, sampleAcknowledgeAction(), oneLane);
      const after = await store.outages.read('nonce-1', (await nextOf(store, lane)).head);
      expect(after?.outage).toMatchObject({ state: 'acknowledged', version: 2 });
    });

    it('go on with what is next when a message is there, and are given back when nothing is', async () => {
      const { store, second } = await open();
      await report(store, 'nonce-1', oneLane);
      const lane = await claim(store, 'lane');
      const [first, then, last] = (await store.deliveries.next(lane, 3)).map(({ key }) => key);
      expect((await store.deliveries.advance(lane, [first ?? ''], posted)).map(({ key }) => key)).toEqual([then]);
      expect(await second.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toEqual([]);
      expect(await store.deliveries.advance(lane, [then ?? '', last ?? ''], posted)).toEqual([]);
      expect((await store.deliveries.ledger('nonce-1')).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
      await act(store, sampleAcknowledgeAction(), oneLane);
      expect(await second.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toHaveLength(1);
    });

    it('are not taken from their new owner by a worker that comes late with a message that is there', async () => {
      const { store, second, clock } = await open();
      await report(store, 'nonce-1', oneLane);
      const dead = await claim(store, 'lane');
      clock.advance(LEASE_MS);
      const heir = await claim(second, 'lane');
      const keys = (await second.deliveries.next(heir, 9)).map(({ key }) => key);
      expect(await store.deliveries.advance(dead, keys, posted)).toEqual([]);
      expect((await store.deliveries.ledger('nonce-1')).every(({ state }) => state === 'done')).toBe(true);
      await act(store, sampleAcknowledgeAction(), oneLane);
      expect(await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toEqual([]);
      expect(await begins(second, heir, (await nextOf(second, heir)).key)).toBe(true);
    });

    it('are emptied by four workers at once, each delivery sent once and the news of an outage in their order', async () => {
      const { store, second } = await open();
      const ids = Array.from({ length: 6 }, (_, index) => `nonce-${index}`);
      for (const id of ids) {
        await report(store, id);
        await act(store, sampleAcknowledgeAction({ outageId: id }));
        await act(store, sampleUpdateAction({ outageId: id }));
      }
      const sent = (await Promise.all([store, second, store, second].map(drain))).flat();
      expect(new Set(sent).size).toBe(sent.length);
      for (const id of ids) {
        const ledger = await store.deliveries.ledger(id);
        expect(ledger.filter(({ state, attempts }) => state !== 'done' || attempts !== 1)).toEqual([]);
        const news = sent.filter((key) => key.startsWith(`${id}/news/origin/`));
        expect(news).toEqual([`${id}/news/origin/2`, `${id}/news/origin/3`]);
      }
      expect(await store.deliveries.nextDueAt()).toBeNull();
    });

    it('rest until the pause that Teams asked for is over', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1', oneLane);
      await store.deliveries.release(await claim(store, 'lane'), { until: clock.now() + 5_000, priority: 0 });
      expect(await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + 5_000);
      clock.advance(5_000);
      const lane = await claim(store, 'lane');
      await store.deliveries.release(lane, null);
      expect(await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT)).toHaveLength(1);
    });
  });

  describe('the order in a lane', () => {
    it('lets nobody write in a thread before it is there', async () => {
      const { store } = await open();
      await report(store);
      await act(store, sampleAcknowledgeAction());
      const keys = await drain(store);
      expect(keys.indexOf('nonce-1/opening/desk/1')).toBeLessThan(keys.indexOf('nonce-1/news/desk/2'));
      expect(keys).toHaveLength((await store.deliveries.ledger('nonce-1')).length);
      expect(await store.deliveries.nextDueAt()).toBeNull();
    });

    it('is open to all that waits for an opening in another lane as soon as that is there', async () => {
      const { store } = await open();
      const laneOf = (notice: Notice) => `${byPlace(notice)}/${notice.kind}`;
      await report(store, 'nonce-1', laneOf);
      await act(store, sampleAcknowledgeAction(), laneOf);
      const lanes = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
      const desk = lanes.find(({ id }) => id === 'desk/opening');
      expect(lanes.map(({ id }) => id)).not.toContain('desk/news');
      if (desk) await store.deliveries.finish(desk, ['nonce-1/opening/desk/1'], { state: 'done', posted });
      expect((await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT)).map(({ id }) => id)).toEqual(['desk/news', 'desk/state']);
    });

    it('gives up what another bot stores in the moment in which the opening before it fails', async () => {
      const { store, second } = await open();
      await report(store, 'nonce-1');
      await act(store, sampleAcknowledgeAction());
      const board = await claim(second, 'follower:board');
      const action = sampleUpdateAction();
      let failing: Promise<void> = Promise.resolve();
      await store.outages.transaction(
        async (transaction) => {
          const before = await transaction.read('nonce-1');
          await transaction.append(changeFor(action, before, byPlace));
          failing = second.deliveries.finish(board, ['nonce-1/opening/follower:board/1'], { state: 'failed', error: '403' });
          // As many round trips as the other bot would need to be done without waiting for this one.
          for (let trips = 0; trips < 20; trips += 1) await transaction.ledger('nonce-1');
        },
        ['nonce-1'],
      );
      await failing;
      const waiting = (await store.deliveries.ledger('nonce-1')).filter(({ state }) => state === 'waiting');
      expect(waiting.filter(({ key }) => key.includes('follower:board'))).toEqual([]);
    });

    it('gives up, with an opening that failed, what comes after it, what waits already and what is told later', async () => {
      const { store } = await open();
      await report(store);
      await act(store, sampleAcknowledgeAction());
      const board = await claim(store, 'follower:board');
      await store.deliveries.finish(board, ['nonce-1/opening/follower:board/1'], { state: 'failed', error: '403' });
      await store.deliveries.release(board, null);
      await drain(store);
      await act(store, sampleUpdateAction());
      await drain(store);
      const ledger = await store.deliveries.ledger('nonce-1');
      expect(ledger.filter(({ state }) => state === 'waiting')).toEqual([]);
      expect(
        ledger.filter(({ state }) => state === 'failed').map(({ key, error }) => `${key.split('/').slice(1).join('/')}: ${error}`),
      ).toEqual([
        'opening/follower:board/1: 403',
        'news/follower:board/2: the message that it comes after was given up',
        'state/follower:board/2: the message that it comes after was given up',
        'news/follower:board/3: the message that it comes after was given up',
        'state/follower:board/3: the message that it comes after was given up',
      ]);
      expect(await store.deliveries.nextDueAt()).toBeNull();
    });

    it('is by urgency, then by age', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1', oneLane);
      await drain(store);
      await act(store, { type: 'pass-deadline', outageId: 'nonce-1', at: clock.now() + 900_000, onCall: sampleOnCall }, oneLane);
      await act(store, sampleUpdateAction({ at: clock.now() + 900_001 }), oneLane);
      await report(store, 'nonce-2', oneLane);
      const keys = await sendAll(store, await claim(store, 'lane'));
      const parts = keys.map((key) => key.split('/').slice(0, 3).join('/'));
      expect(parts).toEqual([
        'nonce-1/news/desk',
        'nonce-1/news/origin',
        'nonce-1/news/follower:board',
        'nonce-1/ping/desk',
        'nonce-2/opening/desk',
        'nonce-2/opening/follower:board',
        'nonce-1/news/desk',
        'nonce-1/news/origin',
        'nonce-1/news/follower:board',
        'nonce-1/state/desk',
        'nonce-1/state/follower:board',
        'nonce-1/state/origin',
        'nonce-2/state/origin',
        // The clock of the reminder.
        'nonce-1/state/desk',
        'nonce-1/state/origin',
        'nonce-1/settled/desk',
      ]);
    });

    it('keeps news behind older news of the same outage that has to be tried again', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await act(store, sampleAcknowledgeAction());
      const lane = await claim(store, 'desk');
      const { key } = await nextOf(store, lane);
      expect(key).toBe('nonce-1/news/desk/2');
      await begins(store, lane, key);
      await store.deliveries.finish(lane, [key], retryAt(clock.now() + RETRY_MS));
      await act(store, sampleUpdateAction());
      expect((await nextOf(store, lane)).key).toBe('nonce-1/state/desk/2');
      expect(await sendAll(store, lane)).toEqual(['nonce-1/state/desk/2', 'nonce-1/state/desk/3']);
      await store.deliveries.release(lane, null);
      await drain(store);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + RETRY_MS);
      clock.advance(RETRY_MS);
      expect(await drain(store)).toEqual([key, 'nonce-1/news/desk/3']);
    });

    it('keeps news behind older news that waits, was not begun, and holds back what is younger', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await act(store, sampleAcknowledgeAction());
      const lane = await claim(store, 'desk');
      const { key } = await nextOf(store, lane);
      await store.deliveries.finish(lane, [key], { ...retryAt(clock.now() + RETRY_MS), error: 'waits', holds: true });
      await act(store, sampleUpdateAction());
      expect(await sendAll(store, lane)).toEqual(['nonce-1/state/desk/2', 'nonce-1/state/desk/3']);
      await store.deliveries.release(lane, null);
      await drain(store);
      clock.advance(RETRY_MS);
      expect(await drain(store)).toEqual([key, 'nonce-1/news/desk/3']);
    });

    it('keeps a ping too behind the acknowledgement that has to be tried again', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await act(store, sampleAcknowledgeAction());
      const lane = await claim(store, 'desk');
      const { key } = await nextOf(store, lane);
      await store.deliveries.begin(lane, [key], [], 0);
      await store.deliveries.finish(lane, [key], retryAt(clock.now() + RETRY_MS));
      await act(store, { type: 'pass-deadline', outageId: 'nonce-1', at: clock.now() + 4_000_000, onCall: sampleOnCall });
      expect(await sendAll(store, lane)).toEqual(['nonce-1/state/desk/2', 'nonce-1/state/desk/3']);
      await store.deliveries.release(lane, null);
      await drain(store);
      clock.advance(RETRY_MS);
      expect(await drain(store)).toEqual([key, 'nonce-1/ping/desk/3']);
    });

    it('lets other outages pass one that has to be tried again', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await act(store, sampleAcknowledgeAction());
      const lane = await claim(store, 'desk');
      const { key } = await nextOf(store, lane);
      await begins(store, lane, key);
      await store.deliveries.finish(lane, [key], retryAt(clock.now() + RETRY_MS));
      await report(store, 'nonce-2', byPlace);
      await act(store, sampleAcknowledgeAction({ outageId: 'nonce-2' }));
      expect(await sendAll(store, lane)).toEqual([
        'nonce-2/opening/desk/1',
        'nonce-2/news/desk/2',
        'nonce-1/state/desk/2',
        'nonce-2/state/desk/2',
      ]);
    });

    it('of one channel are claimed for it alone, and are due for it alone', async () => {
      const { store, clock } = await open();
      await report(
        store,
        'nonce-1',
        (notice) => ({ desk: 'webhook:jira', origin: 'pager:phone/nonce-1' })[byPlace(notice)] ?? byPlace(notice),
      );
      const claimed = async (channel?: Channel) =>
        (await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT, undefined, channel)).map(({ id }) => id);
      expect(await claimed('webhook')).toEqual(['webhook:jira']);
      expect([await store.deliveries.nextDueAt('webhook'), await store.deliveries.nextDueAt('pager')]).toEqual([
        clock.now() + LEASE_MS,
        clock.now(),
      ]);
      expect(await claimed()).toEqual(['follower:board']);
      expect(await claimed('pager')).toEqual(['pager:phone/nonce-1']);
      expect(await claimed()).toEqual([]);
      expect(await claimed('webhook')).toEqual([]);
      expect(await store.deliveries.nextDueAt()).toBe(clock.now() + LEASE_MS);
    });

    it('lets what is more urgent pass a ping that has to be tried again', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await act(store, { type: 'pass-deadline', outageId: 'nonce-1', at: clock.now() + 900_000, onCall: sampleOnCall });
      const lane = await claim(store, 'desk');
      const { key } = await nextOf(store, lane);
      expect(key).toBe('nonce-1/ping/desk/2');
      await begins(store, lane, key);
      await store.deliveries.finish(lane, [key], retryAt(clock.now() + RETRY_MS));
      await act(store, sampleAcknowledgeAction());
      expect((await nextOf(store, lane)).key).toBe('nonce-1/news/desk/3');
    });
  });
}
