/**
 * Delivers what was stored: re-reads the outage, draws the message from what is true now, sends it, records the end.
 * At least once: what became of a try whose answer was lost is read back where that is granted; if it is not there, or
 * nobody knows, it is repeated, labelled as a repeat, and counted. Several pings for one place become one message; Teams'
 * limits are kept before Teams has to say so.
 */
import { LEAST_URGENT, PRIORITY } from '../../outage/notices.ts';
import type { Instant } from '../../outage/outage.ts';
import type { Handle } from '../handle.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import {
  type Cooldown,
  type Delivery,
  type DeliveryOutcome,
  type DeliveryQueue,
  type DigestRenderer,
  type Lane,
  type Log,
  type Messenger,
  type OutageStore,
  type Posted,
  type Recorded,
  type Renderer,
  SendError,
} from '../ports/ports.ts';
import { type Item, isOvertaken, isPing, isUntrue, keysOf, MAX_DIGEST, together } from './batch.ts';
import { pingQuota, quotasOf } from './rate-limits.ts';
import { afterFailure, isExhausted, isRepeat, reasonOf } from './retry.ts';
import { createSend, digestAddress, tenantOf } from './send.ts';
import { createUnconfirmedSends, SETTLE_MS } from './unconfirmed-sends.ts';

export const LEASE_MS = 15_000;
/** The messenger keeps both: for one request, and for all that a message needs. */
export const REQUEST_LIMIT_MS = 8_000;
/** Below the lease, so that a lane is not lost while its message is out. */
export const SEND_LIMIT_MS = 12_000;
const MAX_LANES = 16;
/** More hands, for acknowledgements only: sixteen conversations that hang hold up none. */
const MORE_LANES = 4;
const MAX_RECORDINGS = 3;
const SPREAD_MS = 200;

export type Deliverer = {
  /** Takes what is due and starts on it; does not wait for the sending. Resolves to the number of lanes begun. */
  begin(): Promise<number>;
  /** Whether all hands are full; a lane that ends says so by `onLaneDone`. */
  isFull(): boolean;
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
  renderDigest: DigestRenderer;
  handle: Handle;
  log: Log;
  /** Requests that a tenant takes in a second from all bots of this app. */
  tenantPerSecond: number;
  /** 0 to 1, for the jitter of repeats. */
  random: () => number;
  onLaneDone: () => void;
  metrics?: Metrics;
}): Deliverer {
  const { outages, deliveries, messenger, render, renderDigest, handle, log, tenantPerSecond, random, onLaneDone } = parts;
  const { metrics = noMetrics } = parts;
  const { send, addressOf } = createSend({ deliveries, messenger });
  const doubts = createUnconfirmedSends({
    messenger,
    addressOf: async (delivery, outage, way) => (way === 'alone' ? await addressOf(delivery, outage) : digestAddress(delivery, outage)),
    log,
  });
  const settleMs = messenger.find ? SETTLE_MS : 0;
  const active = new Set<Promise<void>>();
  /** How often each delivery failed for a reason of our own; Teams' failures don't count against it. */
  const faults = new Map<string, number>();
  let stopping = false;

  return { begin, isFull: () => active.size >= MAX_LANES, idle, stop };

  async function idle(): Promise<void> {
    await Promise.all(active);
  }

  async function stop(): Promise<void> {
    stopping = true;
    await idle();
  }

  async function begin(): Promise<number> {
    if (stopping) return 0;
    const free = MAX_LANES - active.size;
    const more = free + MORE_LANES;
    if (more <= 0) return 0;
    const priority = free > 0 ? LEAST_URGENT : PRIORITY.acknowledgement;
    const lanes = await deliveries.claimLanes(free > 0 ? free : more, LEASE_MS, priority);
    for (const lane of lanes) {
      const work: Promise<void> = workOn(lane, priority)
        .catch((error) => log.error({ err: error, lane: lane.id }, 'a lane stopped; its lease ends and it goes on'))
        .finally(() => {
          active.delete(work);
          onLaneDone();
        });
      active.add(work);
    }
    return lanes.length;
  }

  /** Does what is as urgent as that, or more. */
  async function workOn(lane: Lane, priority: number): Promise<void> {
    let rest: Cooldown | null = null;
    while (rest === null && !stopping) {
      const next = await nextOnes(lane, priority);
      if (next.length === 0 || (await outages.now()) + SEND_LIMIT_MS >= lane.leaseUntil) break;
      const result = await deliver(lane, next);
      if (result === 'lane-lost') break;
      rest = result;
    }
    await deliveries.release(lane, rest);
  }

  /** The next delivery, or the pings that would follow each other in the same place. One that failed here goes alone. */
  async function nextOnes(lane: Lane, priority: number): Promise<readonly Delivery[]> {
    const [first] = await deliveries.next(lane, 1);
    if (!first || first.priority > priority) return [];
    if (!isPing(first) || faults.has(first.key)) return [first];
    const due = await deliveries.next(lane, MAX_DIGEST);
    const failed = due.findIndex(({ key }) => faults.has(key));
    return due.slice(0, failed === -1 ? due.length : failed).filter((one) => isPing(one) && one.place === first.place);
  }

  /** Returns how the conversation has to rest, or null. */
  async function deliver(lane: Lane, next: readonly Delivery[]): Promise<Cooldown | null | 'lane-lost'> {
    let items: readonly Item[] = [];
    let begun = false;
    let sentAt: Instant;
    let posted: Posted;
    try {
      items = together(await stillToTell(lane, next));
      // Looking takes a while, so what is left is read anew.
      if (items.some(({ delivery }) => isRepeat(delivery))) items = together(await stillToTell(lane, await settled(lane, items)));
      const [first] = items;
      if (!first) return null;
      const result = await beginAll(lane, items, first);
      if (result !== 'begun') return result;
      begun = true;
      sentAt = await outages.now();
      // Storing it took long, and somebody else may have the lane before Teams has answered.
      if (sentAt + SEND_LIMIT_MS > lane.leaseUntil) {
        await putBack(lane, items, sentAt, 'the lease was too short');
        return 'lane-lost';
      }
      posted = await sendAll(items, first, sentAt);
    } catch (error) {
      const failing = items.length > 0 ? items.map(({ delivery }) => delivery) : next.slice(0, 1);
      return await failed(lane, failing, error, begun);
    }
    for (const key of keysOf(items)) faults.delete(key);
    await record(lane, keysOf(items), { state: 'done', posted });
    for (const { delivery, recorded } of items) {
      if (!recorded.outage.drill)
        metrics.delivered({ kind: delivery.kind, repeated: isRepeat(delivery), lateMs: sentAt - delivery.createdAt });
      log.info(
        { delivery: delivery.key, attempt: delivery.attempts + 1, repeated: isRepeat(delivery), together: items.length },
        'delivered',
      );
    }
    return null;
  }

  async function beginAll(
    lane: Lane,
    items: readonly Item[],
    { delivery, recorded }: Item,
  ): Promise<'begun' | 'lane-lost' | Cooldown | null> {
    const { priority, place } = delivery;
    const quotas = quotasOf({ lane: lane.id, tenantId: tenantOf(place, recorded.outage), priority }, tenantPerSecond);
    const calm = pingQuota(lane.id);
    const result = await deliveries.begin(lane, keysOf(items), isPing(delivery) ? [calm, ...quotas] : quotas, SEND_LIMIT_MS);
    if (typeof result === 'string') return result;
    if (result.scope !== calm.scope) {
      // Many conversations wait for the same tenant, and should not all come back in the same millisecond.
      const spread = result.scope.startsWith('tenant:') ? Math.round(random() * SPREAD_MS) : 0;
      return { until: result.waitUntil + spread, priority };
    }
    // These wait for others that fall due, to come with them; nothing else in the conversation waits for it.
    await putBack(lane, items, result.waitUntil, 'waits to come with others');
    return null;
  }

  /** All is as it was before the try. */
  async function putBack(lane: Lane, items: readonly Item[], dueAt: Instant, error: string): Promise<void> {
    for (const { delivery: one } of items)
      await deliveries.finish(lane, [one.key], { state: 'retry', dueAt, maybeSent: one.maybeSent, repeats: one.repeats, error });
  }

  /** Sets aside what events have overtaken. */
  async function stillToTell(lane: Lane, next: readonly Delivery[]): Promise<readonly Item[]> {
    const late: string[] = [];
    const items: Item[] = [];
    const unread = new Set<string>();
    // What comes after something of the same outage that can't be read must not overtake it.
    for (const delivery of next) {
      if (unread.has(delivery.outageId)) continue;
      try {
        const recorded = await recordOf(delivery);
        if (isOvertaken(delivery, recorded) || (await isUntrue(delivery, recorded, deliveries))) late.push(delivery.key);
        else items.push({ delivery, recorded });
      } catch (error) {
        if (next.length === 1) throw error;
        faults.set(delivery.key, 1);
        unread.add(delivery.outageId);
      }
    }
    if (late.length > 0) await deliveries.finish(lane, late, { state: 'skipped' });
    for (const { key, kind } of next) if (late.includes(key)) metrics.tried(kind, 'skipped');
    return items;
  }

  /** Sets aside what is there although its answer was lost, and what was sent as often as it may be. */
  async function settled(lane: Lane, items: readonly Item[]): Promise<readonly Delivery[]> {
    const verdicts = await doubts.settle(items.filter(({ delivery }) => isRepeat(delivery)));
    const left: Delivery[] = [];
    for (const { delivery } of items) {
      const verdict = verdicts.get(delivery.key) ?? 'unknown';
      if (typeof verdict !== 'string') await record(lane, [delivery.key], { state: 'done', posted: verdict });
      else if (!isExhausted(delivery, verdict)) left.push(delivery);
      else {
        log.warn({ delivery: delivery.key, repeats: delivery.repeats }, 'sent again without an answer; not sent any more');
        await giveUp(lane, delivery, 'sent twice, never confirmed', delivery.kind === 'opening');
      }
    }
    return left;
  }

  async function recordOf(delivery: Delivery): Promise<Recorded> {
    const recorded = await outages.read(delivery.outageId);
    if (!recorded) throw new Error(`delivery ${delivery.key} tells of an outage that is not there`);
    return recorded;
  }

  async function sendAll(items: readonly Item[], first: Item, now: Instant): Promise<Posted> {
    const context = { now, repeated: items.some(({ delivery }) => isRepeat(delivery)) };
    const { delivery, recorded } = first;
    const marks = keysOf(items);
    if (items.length === 1) return await send(delivery, recorded.outage, { ...render(delivery, recorded, context), marks });
    const pings = items.map((item) => ({ notice: item.delivery, recorded: item.recorded }));
    return await messenger.post(digestAddress(delivery, recorded.outage), { ...renderDigest(pings, context), marks });
  }

  /**
   * When it can't be recorded the lane stops, and the try counts as one that may have sent something: that is right after
   * one that did, and after one that did not it only costs a label; hence more than one try.
   */
  async function record(lane: Lane, keys: readonly string[], outcome: DeliveryOutcome): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await deliveries.finish(lane, keys, outcome);
      } catch (error) {
        if (tries >= MAX_RECORDINGS) throw error;
      }
    }
  }

  async function failed(lane: Lane, failing: readonly Delivery[], error: unknown, begun: boolean): Promise<Cooldown | null | 'lane-lost'> {
    // A record that can't be read is counted as a try too, or it would stand in the way of its lane for ever.
    const keys = failing.map(({ key }) => key);
    if (!begun && (await deliveries.begin(lane, keys, [], 0)) !== 'begun') return 'lane-lost';
    // Teams finds a digest wrong: then each ping goes alone.
    const wrongDigest = failing.length > 1 && error instanceof SendError && (error.status === 400 || error.status === 413);
    const cause = wrongDigest ? new Error('as one of a digest', { cause: error }) : error;
    if (error instanceof SendError && error.failure === 'ambiguous') doubts.lost(failing);
    let rest: Cooldown | null = null;
    for (const delivery of failing) rest = await failedOne(lane, delivery, cause);
    return rest;
  }

  async function failedOne(lane: Lane, delivery: Delivery, error: unknown): Promise<Cooldown | null> {
    if (!(error instanceof SendError)) faults.set(delivery.key, (faults.get(delivery.key) ?? 0) + 1);
    metrics.tried(delivery.kind, error instanceof SendError ? error.failure : 'fault');
    const now = await outages.now();
    const { next, rest } = afterFailure(delivery, error, { now, random: random(), faults: faults.get(delivery.key) ?? 0, settleMs });
    const fields = { err: error, delivery: delivery.key, attempt: delivery.attempts + 1, next: next.state };
    if (!(error instanceof SendError)) log.error(fields, 'a delivery failed for a reason of our own');
    else if (error.failure === 'never') log.error(fields, 'cannot be delivered');
    else log.warn(fields, 'not delivered yet; trying again');
    if (next.state === 'retry') await record(lane, [delivery.key], next);
    else await giveUp(lane, delivery, reasonOf(error), next.placeIsLost);
    return rest;
  }

  /** First the desk is told that a place hears nothing any more: were that to fail, this is tried again with it. */
  async function giveUp(lane: Lane, delivery: Delivery, error: string, placeIsLost: boolean): Promise<void> {
    if (placeIsLost) await handle({ type: 'mark-unreachable', outageId: delivery.outageId, place: delivery.place, reason: error });
    await deliveries.finish(lane, [delivery.key], { state: 'failed', error });
    metrics.setAside(delivery.kind);
    faults.delete(delivery.key);
  }
}
