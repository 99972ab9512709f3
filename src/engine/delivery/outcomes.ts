/** Records how a delivery attempt ended: delivered, to be tried again, or given up. */
import { formatDestination } from '../../outage/destinations.ts';
import type { Handle } from '../handle.ts';
import type { Cooldown, Delivery, DeliveryOutcome, DeliveryQueue, Lane } from '../ports/deliveries.ts';
import type { Log } from '../ports/log.ts';
import { SendError } from '../ports/messenger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { OutageStore } from '../ports/outages.ts';
import { afterFailure, reasonOf } from './retry.ts';
import type { UnconfirmedSends } from './unconfirmed-sends.ts';

const MAX_RECORDINGS = 3;

export type Outcomes = ReturnType<typeof createOutcomes>;

export function createOutcomes(parts: {
  outages: Pick<OutageStore, 'now'>;
  deliveries: DeliveryQueue;
  unconfirmed: UnconfirmedSends;
  handle: Handle;
  log: Log;
  random: () => number;
  metrics: Metrics;
}) {
  const { outages, deliveries, unconfirmed, handle, log, random, metrics } = parts;
  /** How often each delivery failed for a reason of our own. Failures of Teams are not counted here. */
  const faults = new Map<string, number>();
  const faultsOf = (key: string) => faults.get(key) ?? 0;
  const countFault = (key: string) => void faults.set(key, faultsOf(key) + 1);

  return {
    record,
    failed,
    giveUp,
    /** Whether this delivery failed here for a reason of our own since it was last delivered. */
    hasFault: (key: string) => faults.has(key),
    countFault,
    clearFaults(keys: readonly string[]) {
      for (const key of keys) faults.delete(key);
    },
  };

  /**
   * Stores the outcome. When that fails, the lane stops, and the attempt counts as one that may have sent something. After
   * one that did that is right; after one that did not it costs a label that is not needed, so the storing is tried more than once.
   */
  async function record(lane: Lane, keys: readonly string[], outcome: DeliveryOutcome): Promise<void> {
    for (let recordings = 1; ; recordings++) {
      try {
        return await deliveries.finish(lane, keys, outcome);
      } catch (error) {
        if (recordings >= MAX_RECORDINGS) throw error;
      }
    }
  }

  /** After an attempt that threw. `begun`: it was counted before it threw. Returns how long the conversation has to pause, or null. */
  async function failed(lane: Lane, failing: readonly Delivery[], error: unknown, begun: boolean): Promise<Cooldown | null | 'lane-lost'> {
    // A record that can't be read counts as an attempt too, or it would block its lane for ever.
    const keys = failing.map(({ key }) => key);
    if (!begun && (await deliveries.begin(lane, keys, [], 0)) !== 'begun') return 'lane-lost';
    // Teams rejects the digest as wrong. As faults of our own, its pings go one by one.
    const wrongDigest = failing.length > 1 && error instanceof SendError && (error.status === 400 || error.status === 413);
    const cause = wrongDigest ? new Error('as one of a digest', { cause: error }) : error;
    if (error instanceof SendError && error.failure === 'ambiguous') unconfirmed.answerLost(failing);
    let cooldown: Cooldown | null = null;
    for (const delivery of failing) cooldown = await failedOne(lane, delivery, cause);
    return cooldown;
  }

  async function failedOne(lane: Lane, delivery: Delivery, error: unknown): Promise<Cooldown | null> {
    if (!(error instanceof SendError)) countFault(delivery.key);
    metrics.attemptEnded(delivery.kind, error instanceof SendError ? error.failure : 'fault');
    const now = await outages.now();
    const context = { now, random: random(), faults: faultsOf(delivery.key), settleMs: unconfirmed.settleMs };
    const { next, cooldown } = afterFailure(delivery, error, context);
    const fields = { err: error, delivery: delivery.key, attempt: delivery.attempts + 1, next: next.state };
    if (!(error instanceof SendError)) log.error(fields, 'a delivery failed because of a fault of the bot');
    else if (error.failure === 'never') log.error(fields, 'a message cannot be delivered');
    else log.warn(fields, 'a message is not delivered yet; trying again');
    if (next.state === 'retry') await record(lane, [delivery.key], next);
    else await giveUp(lane, delivery, reasonOf(error), next.destinationIsLost);
    return cooldown;
  }

  /** Sets a delivery aside for good. `destinationIsLost`: the desk is told first; if that fails, this delivery is tried again. */
  async function giveUp(lane: Lane, delivery: Delivery, error: string, destinationIsLost: boolean): Promise<void> {
    const place = formatDestination(delivery.destination);
    if (destinationIsLost) await handle({ type: 'mark-unreachable', outageId: delivery.outageId, place, reason: error });
    await deliveries.finish(lane, [delivery.key], { state: 'failed', error });
    metrics.setAside(delivery.kind);
    faults.delete(delivery.key);
  }
}
