/** What the conformance suite needs of a database, and the few moves that its tests are made of. */

import type { Delivery, Lane } from '../../../src/engine/ports/deliveries.ts';
import { ConflictError, type Recorded } from '../../../src/engine/ports/outages.ts';
import type { Action } from '../../../src/outage/actions.ts';
import { formatDestination } from '../../../src/outage/destinations.ts';
import { LEAST_URGENT, type Notice } from '../../../src/outage/notices.ts';
import type { Store } from '../../../src/store/store.ts';
import type { FakeClock } from '../../support/clock.ts';
import { changeFor, sampleReportAction } from '../../support/outage/sample.ts';

/** A fresh database that closes itself after the test. */
export type TestStores = {
  readonly store: Store;
  /** Another bot on the same database; on SQLite, where there is none, the same store once more. */
  readonly second: Store;
  readonly clock: FakeClock;
};
export type OpenStores = () => Promise<TestStores>;

export const LEASE_MS = 15_000;
/** More than the twenty writers of a test can meet. */
const MAX_CONFLICTS = 50;
export const posted = { conversationId: '19:desk@thread.tacv2;messageid=1', activityId: '1' };

/** Each place a lane of its own. */
export const byPlace = ({ destination }: Notice): string => formatDestination(destination);
/** All that is told in one conversation. */
export const oneLane = (): string => 'lane';

/** Decides and stores like the engine does, and returns the record after it. */
export async function act(store: Store, action: Action, laneOf: (notice: Notice) => string = byPlace): Promise<Recorded> {
  return await store.outages.transaction(async (transaction) => {
    const before = await transaction.read(action.outageId);
    const numbered = action.type === 'report' && !before ? { ...action, number: await transaction.nextNumber() } : action;
    const change = changeFor(numbered, before, laneOf);
    await transaction.append(change);
    return { outage: change.outage, events: [...(before?.events ?? []), ...change.events] };
  });
}

export const report = (store: Store, outageId = 'nonce-1', laneOf = byPlace): Promise<Recorded> =>
  act(store, sampleReportAction({ outageId }), laneOf);

/** Repeats after a conflict, as the engine does. */
export async function repeated<T>(run: () => Promise<T>): Promise<T> {
  for (let conflicts = 1; ; conflicts += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof ConflictError) || conflicts === MAX_CONFLICTS) throw error;
    }
  }
}

/** Claims the one lane with something due. Throws when it can't be had. */
export async function claim(store: Store, id: string): Promise<Lane> {
  const lanes = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
  const lane = lanes.find((one) => one.id === id);
  if (!lane) throw new Error(`lane ${id} can't be claimed, only ${lanes.map((one) => one.id).join(', ') || 'none'}`);
  await Promise.all(lanes.filter((one) => one.id !== id).map((one) => store.deliveries.release(one, null)));
  return lane;
}

/** Whether a try of one delivery began, with no limit to keep. */
export const begins = async (store: Store, lane: Lane, key: string): Promise<boolean> =>
  typeof (await store.deliveries.begin(lane, [key], [], 0)) === 'number';

export const firstOf = async (store: Store, lane: Lane): Promise<Delivery | null> => (await store.deliveries.next(lane, 1))[0] ?? null;

export async function nextOf(store: Store, lane: Lane): Promise<Delivery> {
  const delivery = await firstOf(store, lane);
  if (!delivery) throw new Error(`nothing is due in lane ${lane.id}`);
  return delivery;
}

/** Sends all that is due in a claimed lane, in its order. Returns the keys. */
export async function sendAll(store: Store, lane: Lane): Promise<string[]> {
  const sent: string[] = [];
  for (let delivery = await firstOf(store, lane); delivery; delivery = await firstOf(store, lane)) {
    if (!(await begins(store, lane, delivery.key))) throw new Error(`lane ${lane.id} was lost`);
    await store.deliveries.finish(lane, [delivery.key], { state: 'done', posted });
    sent.push(delivery.key);
  }
  return sent;
}

/** Sends all that is due anywhere, until nothing is. Returns the keys. */
export async function drain(store: Store): Promise<string[]> {
  const sent: string[] = [];
  for (let lanes = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT); lanes.length > 0; ) {
    for (const lane of lanes) {
      sent.push(...(await sendAll(store, lane)));
      await store.deliveries.release(lane, null);
    }
    lanes = await store.deliveries.claimLanes(100, LEASE_MS, LEAST_URGENT);
  }
  return sent;
}
