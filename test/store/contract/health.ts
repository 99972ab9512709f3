/** The contract of Health: what is undone or undelivered is found, and nothing else is. */
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../src/engine/ports/health.ts';
import type { Action } from '../../../src/outage/actions.ts';
import { WAITS_FOR_HOURS } from '../../../src/outage/follow/chosen.ts';
import { PRIORITY } from '../../../src/outage/notices.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  type Change,
  changeFor,
  sampleAcknowledgeAction,
  samplePassDeadlineAction,
  samplePolicy,
  sampleReportAction,
  sampleResolveAction,
  sampleUpdateAction,
} from '../../support/outage/sample.ts';
import { act, byPlace, claim, drain, nextOf, type OpenStores, oneLane, report } from './stores.ts';

const TOLERANCES = { deadlineMs: 30_000, deliveryMs: 60_000 };
const FIRST_RUNG_MS = samplePolicy.rungs[0]?.afterMs ?? 0;
const opening = (outageId: string) => `${outageId}/opening/desk/1`;
const look = (store: Store) => store.health.look(TOLERANCES);
const lateIn = async (store: Store) => (await look(store)).late.map(({ why, count }) => ({ why, count }));

/** Stores what follows from an action, but for what is left out. */
async function actWithout(store: Store, action: Action, without: Partial<Change>): Promise<void> {
  await store.outages.transaction(async ({ read, append }) => {
    await append({ ...changeFor(action, await read(action.outageId)), ...without });
  });
}

/** A try at the next delivery of the lane, which fails. */
async function tryInVain(store: Store, id: string, againAfterMs = 5_000) {
  const lane = await claim(store, id);
  const { key } = await nextOf(store, lane);
  await store.deliveries.begin(lane, [key], [], 0);
  const dueAt = (await store.outages.now()) + againAfterMs;
  await store.deliveries.finish(lane, [key], { state: 'retry', dueAt, maybeSent: false, error: 'Teams: 503' });
  await store.deliveries.release(lane, null);
}

async function setAside(store: Store, id: string, error = 'Teams: 403'): Promise<string> {
  const lane = await claim(store, id);
  const { key } = await nextOf(store, lane);
  await store.deliveries.begin(lane, [key], [], 0);
  await store.deliveries.finish(lane, [key], { state: 'failed', error });
  await store.deliveries.release(lane, null);
  return key;
}

export function healthContract(open: OpenStores): void {
  describe('health', () => {
    const CALM: Findings = {
      open: 0,
      overdue: null,
      withoutDeadline: null,
      withoutThread: null,
      waiting: { count: 0, oldestAt: null },
      late: [],
    };

    it('of an empty store, and of one in which all is in time, is good', async () => {
      const { store, clock } = await open();
      expect(await look(store)).toEqual(CALM);
      const storedAt = clock.now();
      await report(store);
      clock.advance(TOLERANCES.deliveryMs);
      // The desk's thread, the follower's, and the card at the origin.
      expect(await look(store)).toEqual({ ...CALM, open: 1, waiting: { count: 3, oldestAt: storedAt } });
      await drain(store);
      expect(await look(store)).toEqual({ ...CALM, open: 1 });
      await act(store, sampleResolveAction());
      await drain(store);
      expect(await look(store)).toEqual(CALM);
    });

    it('finds deadlines that passed too long ago, the oldest first, whoever holds them, until they are done', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1');
      clock.advance(10_000);
      await act(store, sampleReportAction({ outageId: 'nonce-2', at: clock.now() }));
      const firstDueAt = clock.now() - 10_000 + FIRST_RUNG_MS;
      clock.advance(FIRST_RUNG_MS - 10_000 + TOLERANCES.deadlineMs);
      expect((await look(store)).overdue).toBeNull();
      clock.advance(1);
      expect((await look(store)).overdue).toEqual({ count: 1, oldestAt: firstDueAt, outages: [1001] });
      clock.advance(10_000);
      await store.deadlines.claimDue(10, 15_000);
      expect((await look(store)).overdue).toEqual({ count: 2, oldestAt: firstDueAt, outages: [1001, 1002] });
      for (const outageId of ['nonce-1', 'nonce-2']) await act(store, samplePassDeadlineAction({ outageId, at: clock.now() }));
      expect((await look(store)).overdue).toBeNull();
    });

    it('names the open outages without a deadline', async () => {
      const { store } = await open();
      await report(store, 'nonce-1');
      await report(store, 'nonce-2');
      await actWithout(store, sampleAcknowledgeAction({ outageId: 'nonce-2' }), { deadlines: [] });
      expect((await look(store)).withoutDeadline).toEqual({ count: 1, outages: [1002] });
      await act(store, sampleResolveAction({ outageId: 'nonce-2' }));
      expect((await look(store)).withoutDeadline).toBeNull();
    });

    it('finds open outages of which nothing was or will be sent to the desk', async () => {
      const { store } = await open();
      await report(store, 'nonce-1');
      await actWithout(store, sampleReportAction({ outageId: 'nonce-2', number: 1500 }), { notices: [] });
      expect((await look(store)).withoutThread).toEqual({ count: 1, outages: [1500] });
      await drain(store);
      expect((await look(store)).withoutThread).toEqual({ count: 1, outages: [1500] });
      await act(store, sampleResolveAction({ outageId: 'nonce-2' }));
      expect((await look(store)).withoutThread).toBeNull();
    });

    it('finds an outage whose first message to the desk was set aside', async () => {
      const { store } = await open();
      await report(store);
      expect(await setAside(store, 'desk')).toBe(opening('nonce-1'));
      expect((await look(store)).withoutThread).toEqual({ count: 1, outages: [1001] });
    });

    it('finds what waits too long although nobody works: untouched', async () => {
      const { store, clock } = await open();
      await report(store);
      const oldestAt = clock.now();
      clock.advance(1_000);
      await report(store, 'nonce-2');
      clock.advance(TOLERANCES.deliveryMs - 1_000 + 1);
      expect((await look(store)).late).toEqual([{ why: 'untouched', count: 3, oldestAt, outages: [1001], error: null }]);
      clock.advance(1_000);
      expect((await look(store)).late).toEqual([{ why: 'untouched', count: 6, oldestAt, outages: [1001, 1002], error: null }]);
    });

    it.each([
      ['Teams has just limited the conversation', 0],
      ['we have just kept its limits', PRIORITY.edit],
    ])('calls it a backlog while a bot sends, here or elsewhere, and where %s', async (_what, rest) => {
      const { store, clock } = await open();
      await report(store);
      clock.advance(TOLERANCES.deliveryMs + 1);
      const lane = await claim(store, 'desk');
      expect(await lateIn(store)).toEqual([{ why: 'backlog', count: 3 }]);
      await store.deliveries.release(lane, { until: clock.now() + 20_000, priority: rest });
      expect(await lateIn(store)).toEqual([
        { why: 'backlog', count: 1 },
        { why: 'untouched', count: 2 },
      ]);
      clock.advance(20_000 + TOLERANCES.deliveryMs);
      expect(await lateIn(store)).toEqual([{ why: 'untouched', count: 3 }]);
    });

    it('calls it refused what was tried in vain, says the last answer, and does not blame those that are held back by it', async () => {
      const { store, clock } = await open();
      await report(store, 'nonce-1', oneLane);
      await drain(store);
      await act(store, sampleAcknowledgeAction(), ({ destination }) => (destination.kind === 'desk' ? 'desk' : 'elsewhere'));
      await act(store, sampleUpdateAction(), ({ destination }) => (destination.kind === 'desk' ? 'desk' : 'elsewhere'));
      const oldestAt = clock.now();
      await tryInVain(store, 'desk', 90_000);
      clock.advance(TOLERANCES.deliveryMs + 1);
      const late = (await look(store)).late;
      expect(late.find(({ why }) => why === 'refused')).toEqual({
        why: 'refused',
        // The acknowledgement itself, and the edits, which it does not hold back; the update waits behind it.
        count: 3,
        oldestAt,
        outages: [1001],
        error: 'Teams: 503',
      });
      expect(late.map(({ why }) => why)).toEqual(['refused', 'untouched']);
    });

    it('counts what is kept until quiet hours end from then on, and does not call that refused', async () => {
      const { store, clock } = await open();
      await report(store);
      await drain(store);
      await act(store, sampleAcknowledgeAction(), oneLane);
      const lane = await claim(store, 'lane');
      const quietUntil = clock.now() + 8 * 3_600_000;
      const all = await store.deliveries.next(lane, 100);
      const keep = async (dueAt: number, error: string) => {
        for (const { key } of all) await store.deliveries.finish(lane, [key], { state: 'retry', dueAt, maybeSent: false, error });
      };
      await keep(quietUntil, WAITS_FOR_HOURS);
      await store.deliveries.release(lane, null);
      clock.advance(TOLERANCES.deliveryMs + 1);
      expect(await look(store)).toEqual({ ...CALM, open: 1 });
      clock.advance(quietUntil - clock.now());
      expect(await look(store)).toMatchObject({ late: [], waiting: { count: all.length, oldestAt: quietUntil } });
      clock.advance(TOLERANCES.deliveryMs + 1);
      const late = { count: all.length, oldestAt: quietUntil, outages: [1001], error: null };
      expect((await look(store)).late).toEqual([{ why: 'untouched', ...late }]);
    });

    it('counts nothing that waits for a first message, which is counted itself, or never comes', async () => {
      const { store, clock } = await open();
      await report(store);
      await act(store, sampleAcknowledgeAction());
      await setAside(store, 'follower:board');
      clock.advance(TOLERANCES.deliveryMs + 1);
      // The desk's first message, and at the origin the news and two edits.
      expect(await lateIn(store)).toEqual([{ why: 'untouched', count: 4 }]);
    });

    it('lists what was set aside, the oldest first, until that was told', async () => {
      const { store } = await open();
      await report(store);
      await drain(store);
      await act(store, sampleAcknowledgeAction());
      expect(await store.health.setAside(10)).toEqual([]);
      const later = await setAside(store, 'origin', 'Teams: 404');
      const earlier = await setAside(store, 'desk');
      const found = await store.health.setAside(10);
      expect(found).toEqual([
        { key: earlier, number: 1001, kind: 'news', event: 'acknowledged', destination: { kind: 'desk' }, error: 'Teams: 403' },
        { key: later, number: 1001, kind: 'news', event: 'acknowledged', destination: { kind: 'origin' }, error: 'Teams: 404' },
      ]);
      expect((await store.health.setAside(1)).map(({ key }) => key)).toEqual([earlier]);
      await store.health.markSetAsideTold([]);
      await store.health.markSetAsideTold([earlier]);
      expect((await store.health.setAside(10)).map(({ key }) => key)).toEqual([later]);
    });

    it('does not list what was given up with the message that it comes after: that one is told', async () => {
      const { store } = await open();
      await report(store);
      await act(store, sampleAcknowledgeAction());
      const first = await setAside(store, 'follower:board');
      await act(store, sampleUpdateAction());
      const failed = (await store.deliveries.ledger('nonce-1')).filter(({ state }) => state === 'failed');
      expect(failed.length).toBeGreaterThan(3);
      expect((await store.health.setAside(10)).map(({ key }) => key)).toEqual([first]);
    });

    it('is what it is for every bot on the database', async () => {
      const { store, second, clock } = await open();
      await report(store, 'nonce-1', byPlace);
      clock.advance(FIRST_RUNG_MS + TOLERANCES.deadlineMs + 1);
      const found = await look(second);
      expect(found).toEqual(await look(store));
      expect(found.overdue?.count).toBe(1);
    });
  });
}
