/** Claims lanes (conversations in which something is due), works on several at a time, and in each sends one message after the other. */
import { isSame } from '../../outage/destinations.ts';
import { isPing, LEAST_URGENT, PRIORITY } from '../../outage/notices.ts';
import type { Handle } from '../handle.ts';
import type { Cooldown, Delivery, Lane } from '../ports/deliveries.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import { type AttemptParts, createAttempt, MAX_DIGEST } from './attempt.ts';
import { LEASE_MS, SEND_LIMIT_MS } from './limits.ts';
import { createLostThreads } from './lost-threads.ts';
import { createOutcomes } from './outcomes.ts';
import { createUnconfirmedSends } from './unconfirmed-sends.ts';

const MAX_LANES = 16;
/** More lanes, for acknowledgements only, so that sixteen conversations that hang do not delay one. */
const ACKNOWLEDGEMENT_LANES = 4;

export type Deliverer = ReturnType<typeof createDeliverer>;

/** `onLaneDone` is called when the work on a lane ends. */
export function createDeliverer(
  parts: Omit<AttemptParts, 'metrics'> & { handle: Handle; onLaneDone: () => void; metrics?: Metrics | undefined },
) {
  const { outages, deliveries, log, onLaneDone } = parts;
  const unconfirmed = createUnconfirmedSends(parts);
  const shared = { ...parts, metrics: parts.metrics ?? noMetrics, unconfirmed, lostThreads: createLostThreads(parts) };
  const outcomes = createOutcomes(shared);
  const attempt = createAttempt({ ...shared, outcomes });
  const active = new Set<Promise<void>>();
  let stopping = false;

  const isFull = () => active.size >= MAX_LANES;
  return { begin, isFull, idle, stop };

  async function idle(): Promise<void> {
    await Promise.all(active);
  }

  /** Finishes the messages that are being sent, releases the lanes and claims no more. */
  async function stop(): Promise<void> {
    stopping = true;
    await idle();
  }

  /** Claims lanes in which something is due and starts to work on them; does not wait for the sending. Resolves to their number. */
  async function begin(): Promise<number> {
    if (stopping) return 0;
    const free = MAX_LANES - active.size;
    const forAcknowledgements = free + ACKNOWLEDGEMENT_LANES;
    if (forAcknowledgements <= 0) return 0;
    const priority = free > 0 ? LEAST_URGENT : PRIORITY.acknowledgement;
    const lanes = await deliveries.claimLanes(free > 0 ? free : forAcknowledgements, LEASE_MS, priority);
    for (const lane of lanes) {
      const work: Promise<void> = workOn(lane, priority)
        .catch((error) => log.error({ err: error, lane: lane.id }, 'the work on a lane failed; it goes on when its lease ends'))
        .finally(() => {
          active.delete(work);
          onLaneDone();
        });
      active.add(work);
    }
    return lanes.length;
  }

  async function workOn(lane: Lane, priority: number): Promise<void> {
    let cooldown: Cooldown | null = null;
    while (cooldown === null && !stopping) {
      const next = await nextDeliveries(lane, priority);
      if (next.length === 0 || (await outages.now()) + SEND_LIMIT_MS >= lane.leaseUntil) break;
      const result = await attempt(lane, next);
      if (result === 'lane-lost') break;
      cooldown = result;
    }
    await deliveries.release(lane, cooldown);
  }

  /** The next delivery, or all pings that would follow each other in the same place. One that failed by our own fault goes alone. */
  async function nextDeliveries(lane: Lane, priority: number): Promise<readonly Delivery[]> {
    const [first] = await deliveries.next(lane, 1);
    if (!first || first.priority > priority) return [];
    if (!isPing(first) || outcomes.hasFault(first.key)) return [first];
    const due = await deliveries.next(lane, MAX_DIGEST);
    const failed = due.findIndex(({ key }) => outcomes.hasFault(key));
    return due.slice(0, failed === -1 ? due.length : failed).filter((one) => isPing(one) && isSame(one.destination, first.destination));
  }
}
