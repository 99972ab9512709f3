/**
 * Delivers what was stored: re-reads the outage, draws the message from what is true now, sends it, records the end.
 * At least once: a try whose answer was lost is looked for where reading is granted; if it is not there, or nobody can know,
 * it is repeated, labelled as a repeat, and counted.
 */
import { overtaken } from '../outage/notices.ts';
import type { Instant, Outage } from '../outage/outage.ts';
import { type Handle, splitPlace } from './handle.ts';
import {
  type Address,
  type Delivery,
  type DeliveryOutcome,
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
import { createSettleDoubt, SETTLE_MS } from './settle-doubt.ts';

export const LEASE_MS = 15_000;
/** The messenger keeps both: for one request, and for all that a message needs. */
export const REQUEST_LIMIT_MS = 8_000;
/** Below the lease, so that a lane is not lost while its message is out. */
export const SEND_LIMIT_MS = 12_000;
const MAX_LANES = 16;
const MAX_FAULTS = 5;
const MAX_RECORDINGS = 3;
const FIRST_RETRY_MS = 1_000;
/** With a request's limit still under a minute, so that what Teams takes again is told within a minute. */
const LONGEST_RETRY_MS = 45_000;

export type Deliverer = {
  /** Takes what is due and starts on it; does not wait for the sending. Resolves to the number of lanes begun. */
  begin(): Promise<number>;
  /** Resolves when nothing that was begun is under way. */
  idle(): Promise<void>;
  /** Finishes the messages that are out, gives the lanes back and takes no more. */
  stop(): Promise<void>;
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
  /** How often each delivery failed for a reason of our own; Teams' failures don't count against it. */
  const faults = new Map<string, number>();
  const settleDoubt = createSettleDoubt({ messenger, log });
  const settleMs = messenger.find ? SETTLE_MS : 0;
  let stopping = false;

  return { begin, idle, stop };

  async function idle(): Promise<void> {
    await Promise.all(active);
  }

  async function stop(): Promise<void> {
    stopping = true;
    await idle();
  }

  async function begin(): Promise<number> {
    const free = MAX_LANES - active.size;
    if (free <= 0 || stopping) return 0;
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
    while (pauseUntil === null && !stopping) {
      const delivery = await deliveries.next(lane);
      if (!delivery || !(await hasTimeToSend(lane))) break;
      const result = await deliver(lane, delivery);
      if (result === 'lane-lost') return;
      pauseUntil = result;
    }
    await deliveries.release(lane, pauseUntil);
  }

  async function hasTimeToSend(lane: Lane): Promise<boolean> {
    return (await outages.now()) + SEND_LIMIT_MS < lane.leaseUntil;
  }

  /** Returns until when the conversation has to rest (Teams said 429), or null. */
  async function deliver(lane: Lane, delivery: Delivery): Promise<Instant | null | 'lane-lost'> {
    const repeated = delivery.maybeSent && delivery.kind !== 'state';
    let begun = false;
    let posted: Posted;
    try {
      const recorded = await recordOf(delivery);
      if (isOvertaken(delivery, recorded)) {
        faults.delete(delivery.key);
        await deliveries.finish(lane, delivery.key, { state: 'skipped' });
        return null;
      }
      const settled = repeated ? await settle(lane, delivery, recorded) : 'send';
      if (settled === 'leave') return null;
      if (settled === 'send') {
        begun = await deliveries.begin(lane, delivery.key);
        if (!begun) return 'lane-lost';
        posted = await send(delivery, recorded, render(delivery, recorded, { now: await outages.now(), repeated }));
      } else posted = settled;
    } catch (error) {
      // A record that can't be read is counted as a try too, or it would stand in the way of its lane for ever.
      if (!begun && !(await deliveries.begin(lane, delivery.key))) return 'lane-lost';
      return await failed(lane, delivery, error);
    }
    faults.delete(delivery.key);
    await record(lane, delivery.key, { state: 'done', posted });
    log.info({ delivery: delivery.key, attempt: delivery.attempts + 1, repeated, readBack: !begun }, 'delivered');
    return null;
  }

  /** A message whose answer was lost: it is there, it is to be sent again, or it is left alone now. */
  async function settle(lane: Lane, delivery: Delivery, { outage }: Recorded): Promise<Posted | 'send' | 'leave'> {
    const { posted, mayRepeat } = await settleDoubt(delivery, () => addressOf(delivery, outage));
    if (posted) return posted;
    if (mayRepeat || mustArrive(delivery)) return (await hasTimeToSend(lane)) ? 'send' : 'leave';
    log.warn({ delivery: delivery.key, repeats: delivery.repeats }, 'sent again without an answer; not sent any more');
    await giveUp(lane, delivery, 'sent twice, never confirmed', { placeIsLost: delivery.kind === 'opening' });
    return 'leave';
  }

  async function recordOf(delivery: Delivery): Promise<Recorded> {
    const recorded = await outages.read(delivery.outageId);
    if (!recorded) throw new Error(`delivery ${delivery.key} tells of an outage that is not there`);
    return recorded;
  }

  /**
   * When it can't be recorded the lane stops, and the try counts as one that may have sent something: that is right after
   * one that did, and after one that did not it only costs a label; hence more than one try.
   */
  async function record(lane: Lane, key: string, outcome: DeliveryOutcome): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await deliveries.finish(lane, key, outcome);
      } catch (error) {
        if (tries >= MAX_RECORDINGS) throw error;
      }
    }
  }

  async function send(delivery: Delivery, { outage }: Recorded, message: Message): Promise<Posted> {
    if (delivery.kind !== 'state') return await messenger.post(await addressOf(delivery, outage), message);
    const where = await conversationOf(delivery.place, outage);
    if (!where.activityId) throw new SendError('never', 'the card that shows the state has no id');
    await messenger.edit({ to: 'conversation', ...where }, where.activityId, message);
    return { conversationId: where.conversationId, activityId: where.activityId };
  }

  async function addressOf({ kind, place }: Delivery, outage: Outage): Promise<Address> {
    if (kind === 'opening') return roomAddress(place, outage);
    const [to, id = ''] = splitPlace(place);
    if (to === 'person') return { to, personId: id, tenantId: outage.desk.tenantId };
    return { to: 'conversation', ...(await conversationOf(place, outage)) };
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

  async function failed(lane: Lane, delivery: Delivery, error: unknown): Promise<Instant | null> {
    const now = await outages.now();
    const text = error instanceof Error ? error.message : String(error);
    const wait = backoffMs(delivery.attempts, random());
    const fields = { err: error, delivery: delivery.key, attempt: delivery.attempts + 1 };
    const retry = (afterMs: number, then: { maybeSent: boolean; repeats?: number }) =>
      record(lane, delivery.key, { state: 'retry', dueAt: now + afterMs, error: text, ...then });
    /** This try sent nothing, so all is as it was before it. */
    const asBefore = { maybeSent: delivery.maybeSent, repeats: delivery.repeats };

    if (!(error instanceof SendError)) {
      const count = (faults.get(delivery.key) ?? 0) + 1;
      faults.set(delivery.key, count);
      log.error({ ...fields, count }, 'a delivery failed for a reason of our own');
      if (count < MAX_FAULTS || mustArrive(delivery)) await retry(wait, asBefore);
      else await giveUp(lane, delivery, text, { placeIsLost: delivery.kind === 'opening' });
      return null;
    }
    switch (error.failure) {
      case 'refused': {
        log.warn({ ...fields, status: error.status }, 'not delivered yet; trying again');
        // 'Retry-After: 0' is no leave to ask without a pause.
        const pause = error.retryAfterMs === null ? wait : Math.max(error.retryAfterMs, FIRST_RETRY_MS);
        await retry(pause, asBefore);
        return error.status === 429 ? now + pause : null;
      }
      case 'ambiguous':
        log.warn({ ...fields, status: error.status }, 'no answer; it may have been delivered');
        await retry(Math.max(wait, settleMs), { maybeSent: delivery.kind !== 'state' });
        return null;
      case 'never':
        log.error({ ...fields, status: error.status }, 'cannot be delivered');
        if (mustArrive(delivery) || mayComeBack(delivery, error.status)) await retry(LONGEST_RETRY_MS, asBefore);
        else await giveUp(lane, delivery, text, { placeIsLost: delivery.kind !== 'state' && delivery.place !== 'desk' });
        return null;
    }
  }

  /** First the desk is told that a place hears nothing any more: were that to fail, this is tried again with it. */
  async function giveUp(lane: Lane, delivery: Delivery, error: string, { placeIsLost }: { placeIsLost: boolean }): Promise<void> {
    if (placeIsLost) await handle({ type: 'lose-place', outageId: delivery.outageId, place: delivery.place, reason: error });
    await deliveries.finish(lane, delivery.key, { state: 'failed', error });
    faults.delete(delivery.key);
  }
}

/** What the desk must see is never given up, however often it has to be sent. */
const mustArrive = ({ kind, place }: Delivery): boolean => kind === 'opening' && place === 'desk';

/**
 * The desk's thread is not given up because Teams refuses it for a while (the bot was removed by mistake, a thread was not
 * found): what is still true when it is back is told then. A message that Teams finds wrong stays wrong.
 */
const mayComeBack = ({ kind, place }: Delivery, status: number | null): boolean =>
  place === 'desk' && kind !== 'state' && (status === 403 || status === 404);

function isOvertaken(delivery: Delivery, { outage, events }: Recorded): boolean {
  const event = events[delivery.seq - 1];
  if (!event) throw new Error(`delivery ${delivery.key} tells of an event that is not there`);
  return overtaken(delivery, outage, event);
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
