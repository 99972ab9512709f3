/**
 * Sends what goes out beside Teams, from the same queue and by the same rules: a lane at a time, an attempt recorded before it begins,
 * at least once. What hangs there takes no lane from Teams.
 */
import { type Channel, formatDestination } from '../../outage/destinations.ts';
import { eventOf } from '../../outage/events.ts';
import { LEAST_URGENT } from '../../outage/notices.ts';
import { overtaken } from '../../outage/overtaken.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Cooldown, Delivery, DeliveryQueue, Lane } from '../ports/deliveries.ts';
import type { Log } from '../ports/log.ts';
import { SendError } from '../ports/messenger.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import type { OutageStore, Recorded } from '../ports/outages.ts';
import type { Outlet } from '../ports/outlets.ts';
import { LEASE_MS } from './limits.ts';
import { isExhausted, reasonOf } from './outcomes.ts';

/** Of a lease, for the store. */
const SPARE_MS = 1_000;
/** What waits for an answer of another kind is asked for again after a fifth of the time that it has waited, and at least once a minute. */
const WAITS_IN = 5;
const LONGEST_PAUSE_MS = 60_000;

export type OutwardParts = {
  readonly channel: Exclude<Channel, 'teams'>;
  readonly outlet: Outlet;
  readonly outages: Pick<OutageStore, 'read' | 'now'>;
  readonly deliveries: DeliveryQueue;
  readonly log: Log;
  /** 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly metrics?: Metrics | undefined;
  /** Called when the work on a lane ends, and more may be due. */
  readonly onLaneDone: () => void;
};

export function createOutward(parts: OutwardParts) {
  const { channel, outlet, outages, deliveries, log, random, onLaneDone, metrics = noMetrics } = parts;
  const active = new Set<Promise<void>>();
  let stopping = false;
  return { begin, isFull: () => active.size >= outlet.lanes, idle, stop };

  async function idle(): Promise<void> {
    await Promise.all(active);
  }

  /** Finishes what is being sent and claims no more. */
  async function stop(): Promise<void> {
    stopping = true;
    await idle();
  }

  /** Claims lanes in which something is due and starts to work on them; does not wait for the sending. Resolves to their number. */
  async function begin(): Promise<number> {
    const free = outlet.lanes - active.size;
    if (stopping || free <= 0) return 0;
    const lanes = await deliveries.claimLanes(free, LEASE_MS, LEAST_URGENT, undefined, channel);
    for (const lane of lanes) {
      const work: Promise<void> = workOn(lane, lane.next)
        .catch((error) => log.error({ err: error, lane: lane.id }, 'the work on a lane failed; it goes on when its lease ends'))
        .then(() => {
          active.delete(work);
          onLaneDone();
        });
      active.add(work);
    }
    return lanes.length;
  }

  async function workOn(lane: Lane, claimed: readonly Delivery[]): Promise<void> {
    let cooldown: Cooldown | null = null;
    for (let [next] = claimed; next && !stopping; [next] = await deliveries.next(lane, 1)) {
      const result = await attempt(lane, next);
      // Also where its lease leaves too little time: then the next claim goes on.
      if (result === 'lane-lost') break;
      cooldown = result;
      if (cooldown) break;
    }
    await deliveries.release(lane, cooldown);
  }

  /** Returns how long the lane has to pause; null: it can go on. */
  async function attempt(lane: Lane, delivery: Delivery): Promise<Cooldown | null | 'lane-lost'> {
    let begun = false;
    let isSent = false;
    try {
      const recorded = await outages.read(delivery.outageId, delivery.head);
      if (!recorded) throw new Error(`the outage of delivery ${delivery.key} is not in the store`);
      if (overtaken(delivery, recorded.outage, eventOf(delivery, recorded.events))) return await leaveOut(lane, delivery, null);
      if ((await beforeRepeat(lane, delivery, recorded)) !== 'send') return null;
      const now = await deliveries.begin(lane, [delivery.key], [], outlet.limitMs);
      if (typeof now !== 'number') return 'lane-lost';
      begun = true;
      const sent = await outlet.send(delivery, recorded, { now, repeated: delivery.maybeSent });
      if ('skipped' in sent) return await leaveOut(lane, delivery, sent.skipped);
      if ('waits' in sent) return await tryLater(lane, delivery, sent.waits);
      isSent = true;
      return await arrived(lane, delivery, sent.id, recorded);
    } catch (error) {
      return isSent ? await unrecorded(lane, delivery, error) : await failed(lane, delivery, error, begun);
    }
  }

  /** Where it may be there already, and sending again would double it. */
  async function beforeRepeat(lane: Lane, delivery: Delivery, recorded: Recorded): Promise<'send' | null> {
    if (!delivery.maybeSent || outlet.isIdempotent(delivery)) return 'send';
    const found = await lookUp(delivery, recorded);
    if (typeof found !== 'string') return await arrived(lane, delivery, found.id, recorded);
    if (!isExhausted(delivery, found)) return 'send';
    // Who can be asked is asked again later: what is not there is sent then, and what nobody knows is not sent a third time.
    const mayKnow = found === 'unknown' && outlet.find !== undefined;
    if (mayKnow && (await outages.now()) - delivery.createdAt < outlet.retry.forMs)
      return await tryLater(lane, delivery, 'nobody knows whether it was taken');
    return await giveUp(lane, delivery, 'sent twice, never confirmed');
  }

  async function lookUp(delivery: Delivery, recorded: Recorded): Promise<{ readonly id: string } | 'absent' | 'unknown'> {
    const limitMs = LEASE_MS - outlet.limitMs - SPARE_MS;
    return (await outlet.find?.(delivery, recorded, { since: delivery.createdAt, limitMs })) ?? 'unknown';
  }

  async function arrived(lane: Lane, delivery: Delivery, id: string | null, { outage }: Recorded): Promise<null> {
    const posted = { conversationId: formatDestination(delivery.destination), activityId: id };
    await deliveries.finish(lane, [delivery.key], { state: 'done', posted });
    if (!outage.drill)
      metrics.delivered({ kind: channel, repeated: delivery.maybeSent, lateMs: (await outages.now()) - delivery.createdAt });
    log.info({ delivery: delivery.key, attempt: delivery.attempts + 1, repeated: delivery.maybeSent }, 'delivered');
    return null;
  }

  /** `why` stands in the ledger; null: nobody needs to hear it any more. */
  async function leaveOut(lane: Lane, { key, maybeSent, repeats }: Delivery, why: string | null): Promise<null> {
    if (why !== null) await deliveries.finish(lane, [key], { state: 'retry', dueAt: await outages.now(), maybeSent, repeats, error: why });
    await deliveries.finish(lane, [key], { state: 'skipped' });
    metrics.attemptEnded(channel, 'skipped');
    return null;
  }

  /** Nothing was sent, so all is as it was before. Other messages of the lane do not wait for it. */
  async function tryLater(lane: Lane, delivery: Delivery, error: string): Promise<null> {
    const now = await outages.now();
    // It was no try, so the pause grows with the time that it waits, and not with the tries.
    const waitedMs = Math.ceil((now - delivery.createdAt) / WAITS_IN);
    const dueAt = now + Math.max(pauseMs({ attempts: 0 }, null), Math.min(waitedMs, LONGEST_PAUSE_MS));
    const { key, maybeSent, repeats } = delivery;
    await deliveries.finish(lane, [key], { state: 'retry', dueAt, error, maybeSent, repeats });
    return null;
  }

  async function giveUp(lane: Lane, delivery: Delivery, reason: string): Promise<null> {
    await outlet.gaveUp(delivery, reason);
    await deliveries.finish(lane, [delivery.key], { state: 'failed', error: reason });
    metrics.setAside(channel);
    return null;
  }

  /** The other side has it, and only that could not be stored: it is never given up, and sent again only where nobody can say that it is there. */
  async function unrecorded(lane: Lane, delivery: Delivery, error: unknown): Promise<null> {
    log.error(
      { err: error, delivery: delivery.key, attempt: delivery.attempts + 1 },
      'that another system took a message could not be recorded',
    );
    const dueAt = (await outages.now()) + pauseMs(delivery, null);
    await deliveries.finish(lane, [delivery.key], { state: 'retry', dueAt, error: reasonOf(error), maybeSent: true });
    return null;
  }

  async function failed(lane: Lane, delivery: Delivery, error: unknown, begun: boolean): Promise<Cooldown | null | 'lane-lost'> {
    // What cannot be read counts as an attempt too, or it would block its lane for ever.
    if (!begun && typeof (await deliveries.begin(lane, [delivery.key], [], 0)) !== 'number') return 'lane-lost';
    const failure = error instanceof SendError ? error.failure : 'fault';
    metrics.attemptEnded(channel, failure);
    const now = await outages.now();
    const fields = { err: error, delivery: delivery.key, attempt: delivery.attempts + 1 };
    const isOver = failure === 'never' || now - delivery.createdAt >= outlet.retry.forMs;
    if (failure === 'fault') log.error(fields, 'a delivery failed because of a fault of the bot');
    else if (isOver) log.warn(fields, 'a message to another system cannot be delivered');
    else log.warn(fields, 'a message to another system is not delivered yet; trying again');
    if (isOver) return await giveUp(lane, delivery, reasonOf(error));
    const dueAt = now + pauseMs(delivery, error);
    // An attempt that certainly sent nothing leaves what is known as it was.
    const known = failure === 'ambiguous' ? { maybeSent: true } : { maybeSent: delivery.maybeSent, repeats: delivery.repeats };
    await deliveries.finish(lane, [delivery.key], { state: 'retry', dueAt, error: reasonOf(error), ...known });
    // A receiver that is away is asked once in each pause, not once for each message.
    return failure === 'fault' ? null : { until: dueAt, priority: 0 };
  }

  function pauseMs({ attempts }: Pick<Delivery, 'attempts'>, error: unknown): Instant {
    const { pausesMs } = outlet.retry;
    const pause = pausesMs[Math.min(attempts, pausesMs.length - 1)] ?? pausesMs[0];
    const asked = error instanceof SendError ? (error.retryAfterMs ?? 0) : 0;
    return Math.max(asked, Math.round(pause * (1 + random() / 4)));
  }
}
