/**
 * Delivers what was stored: re-reads the outage, draws the message from what is true now, sends it, records the end.
 * At least once: a try whose answer was lost is repeated once, labelled as a repeat, and counted.
 */
import { overtaken } from '../outage/notices.ts';
import type { Instant, Outage } from '../outage/outage.ts';
import { type Handle, splitPlace } from './handle.ts';
import {
  type Address,
  type Delivery,
  type DeliveryQueue,
  type Lane,
  type Log,
  type Message,
  type Messenger,
  type OutageStore,
  type Posted,
  type Recorded,
  type Renderer,
  SendError,
} from './ports.ts';

export const LEASE_MS = 15_000;
/** A request's time limit (the messenger keeps it) is below the lease, so a lane is not lost while its message is out. */
export const REQUEST_LIMIT_MS = 8_000;
const MAX_LANES = 16;
const MAX_REPEATS = 1;
const MAX_FAULTS = 5;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;

export type Deliverer = {
  /** Takes what is due and starts on it; does not wait for the sending. Resolves to the number of lanes begun. */
  begin(): Promise<number>;
  /** Resolves when nothing that was begun is under way. */
  idle(): Promise<void>;
};

export function createDeliverer(parts: {
  outages: OutageStore;
  deliveries: DeliveryQueue;
  messenger: Messenger;
  render: Renderer;
  handle: Handle;
  log: Log;
  /** 0 to 1, for the jitter of repeats. */
  random: () => number;
  onLaneDone: () => void;
}): Deliverer {
  const { outages, deliveries, messenger, render, handle, log, random, onLaneDone } = parts;
  const active = new Set<Promise<void>>();

  return { begin, idle: async () => void (await Promise.all(active)) };

  async function begin(): Promise<number> {
    const free = MAX_LANES - active.size;
    if (free <= 0) return 0;
    const lanes = await deliveries.claimLanes(free, LEASE_MS);
    for (const lane of lanes) {
      const work: Promise<void> = workOn(lane)
        .catch((error) => log.error({ err: error, lane: lane.id }, 'a lane stopped; its lease ends and it goes on'))
        .finally(() => {
          active.delete(work);
          onLaneDone();
        });
      active.add(work);
    }
    return lanes.length;
  }

  async function workOn(lane: Lane): Promise<void> {
    let pauseUntil: Instant | null = null;
    while (pauseUntil === null && (await outages.now()) + REQUEST_LIMIT_MS < lane.leaseUntil) {
      const delivery = await deliveries.next(lane);
      if (!delivery) break;
      const result = await deliver(lane, delivery);
      if (result === 'lane-lost') return;
      pauseUntil = result;
    }
    await deliveries.release(lane, pauseUntil);
  }

  /** Returns until when the conversation has to rest (Teams said 429), or null. */
  async function deliver(lane: Lane, delivery: Delivery): Promise<Instant | null | 'lane-lost'> {
    const recorded = await outages.read(delivery.outageId);
    const event = recorded?.events[delivery.seq - 1];
    if (!recorded || !event) throw new Error(`delivery ${delivery.key} tells of an event that is not there`);
    if (overtaken(delivery, recorded.outage, event)) {
      await deliveries.finish(lane, delivery.key, { state: 'skipped' });
      return null;
    }
    const repeated = delivery.maybeSent && delivery.kind !== 'state';
    if (repeated && delivery.repeats >= MAX_REPEATS && delivery.kind !== 'opening') {
      log.warn({ delivery: delivery.key }, 'sent twice without an answer; not sent again');
      await deliveries.finish(lane, delivery.key, { state: 'failed', error: 'sent twice, never confirmed' });
      return null;
    }
    if (!(await deliveries.begin(lane, delivery.key))) return 'lane-lost';
    try {
      const message = render(delivery, recorded, { now: await outages.now(), repeated });
      const posted = await send(delivery, recorded, message);
      await deliveries.finish(lane, delivery.key, { state: 'done', posted });
      log.info({ delivery: delivery.key, outage: recorded.outage.number, attempt: delivery.attempts + 1, repeated }, 'delivered');
      return null;
    } catch (error) {
      return await failed(lane, delivery, recorded, error);
    }
  }

  async function send(delivery: Delivery, { outage }: Recorded, message: Message): Promise<Posted> {
    if (delivery.kind === 'opening') return await messenger.post(roomAddress(delivery.place, outage), message);
    const [kind, id = ''] = splitPlace(delivery.place);
    if (kind === 'person') {
      return await messenger.post({ to: 'person', personId: id, tenantId: outage.desk.tenantId }, message);
    }
    const where = await conversationOf(delivery.place, outage);
    const address = { to: 'conversation', ...where } as const;
    if (delivery.kind !== 'state') return await messenger.post(address, message);
    if (!where.activityId) throw new SendError('never', 'the card that shows the state has no id');
    await messenger.edit(address, where.activityId, message);
    return { conversationId: where.conversationId, activityId: where.activityId };
  }

  async function conversationOf(place: string, outage: Outage) {
    if (place === 'origin') {
      const { conversationId, tenantId, serviceUrl, cardId } = outage.origin;
      return { conversationId, tenantId, serviceUrl, activityId: cardId };
    }
    const opening = await deliveries.openingOf(outage.id, place);
    if (!opening) throw new Error(`${place} has no opening message yet`);
    return { ...opening, tenantId: roomOf(place, outage).tenantId };
  }

  async function failed(lane: Lane, delivery: Delivery, recorded: Recorded, error: unknown): Promise<Instant | null> {
    const now = await outages.now();
    const text = error instanceof Error ? error.message : String(error);
    const wait = backoffMs(delivery.attempts, random());
    const fields = { err: error, delivery: delivery.key, outage: recorded.outage.number, attempt: delivery.attempts + 1 };
    const retry = (afterMs: number, maybeSent: boolean) =>
      deliveries.finish(lane, delivery.key, { state: 'retry', dueAt: now + afterMs, maybeSent, error: text });

    if (!(error instanceof SendError)) {
      log.error(fields, 'a delivery failed for a reason of our own');
      if (delivery.attempts + 1 < MAX_FAULTS || delivery.kind === 'opening') await retry(wait, delivery.maybeSent);
      else await deliveries.finish(lane, delivery.key, { state: 'failed', error: text });
      return null;
    }
    switch (error.failure) {
      case 'refused': {
        log.warn({ ...fields, status: error.status }, 'not delivered yet; trying again');
        const pause = error.retryAfterMs ?? wait;
        await retry(pause, delivery.maybeSent);
        return error.status === 429 ? now + pause : null;
      }
      case 'ambiguous':
        log.warn({ ...fields, status: error.status }, 'no answer; it may have been delivered');
        await retry(wait, delivery.kind !== 'state');
        return null;
      case 'never':
        log.error({ ...fields, status: error.status }, 'cannot be delivered');
        await giveUp(lane, delivery, text, retry);
        return null;
    }
  }

  /** What the desk must see is never given up; of any other place the desk is told that it hears nothing any more. */
  async function giveUp(lane: Lane, delivery: Delivery, error: string, retry: (afterMs: number, maybeSent: boolean) => Promise<void>) {
    if (delivery.kind === 'opening' && delivery.place === 'desk') return await retry(LONGEST_RETRY_MS, false);
    await deliveries.finish(lane, delivery.key, { state: 'failed', error });
    if (delivery.kind === 'state' || delivery.place === 'desk') return;
    await handle({ type: 'lose-place', outageId: delivery.outageId, place: delivery.place, reason: error });
  }
}

function roomOf(place: string, outage: Outage) {
  const [kind, id] = splitPlace(place);
  const room = kind === 'desk' ? outage.desk : outage.followers.find((follower) => follower.id === id);
  if (!room) throw new Error(`${place} is no place of this outage`);
  return room;
}

function roomAddress(place: string, outage: Outage): Address {
  const room = roomOf(place, outage);
  if (room.kind === 'channel') return { to: 'new-thread', room };
  return { to: 'conversation', conversationId: room.conversationId, tenantId: room.tenantId };
}

/** Exponential with full jitter below a cap; `attempts` tries came before. */
export function backoffMs(attempts: number, random: number): number {
  const ceiling = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 10));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
