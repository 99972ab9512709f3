/** Claims lanes (conversations in which something is due), works on several at a time, and in each sends one message after the other. */
import { isSame } from '../../outage/destinations.ts';
import { isPing, LEAST_URGENT, PRIORITY } from '../../outage/notices.ts';
import type { Handle } from '../handle.ts';
import type { Claimed, Cooldown, Delivery, Lane } from '../ports/deliveries.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import { type AttemptParts, createAttempt } from './attempt.ts';
import { MAX_DIGEST } from './batch.ts';
import { LEASE_MS } from './limits.ts';
import { createLostThreads } from './lost-threads.ts';
import { createOutcomes } from './outcomes.ts';
import { createUnconfirmedSends } from './unconfirmed-sends.ts';

const MAX_LANES = 16;
/** Of one tenant. The others are for all other tenants, so that Teams may hang in one customer's region and delay nobody else. */
const MAX_LANES_OF_TENANT = 12;
/** More lanes, for acknowledgements only, so that sixteen conversations that hang do not delay one. */
const ACKNOWLEDGEMENT_LANES = 4;

export type Deliverer = ReturnType<typeof createDeliverer>;

/** `onLaneDone` is called when the work on a lane ends, and more may be due. */
export function createDeliverer(
  parts: Omit<AttemptParts, 'metrics'> & { handle: Handle; onLaneDone: () => void; metrics?: Metrics | undefined },
) {
  const { deliveries, log, onLaneDone } = parts;
  const unconfirmed = createUnconfirmedSends(parts);
  const shared = { ...parts, metrics: parts.metrics ?? noMetrics, unconfirmed, lostThreads: createLostThreads(parts) };
  const outcomes = createOutcomes(shared);
  const attempt = createAttempt({ ...shared, outcomes });
  /** The work on each lane, with the lane's tenant. */
  const active = new Map<Promise<void>, string>();
  let looks = 0;
  let stopping = false;

  const isFull = () => active.size >= MAX_LANES || tenants().some(([, count]) => count >= MAX_LANES_OF_TENANT);
  const tenants = () => [...Map.groupBy(active.values(), (tenant) => tenant)].map(([tenant, { length }]) => [tenant, length] as const);
  return { begin, isFull, idle, stop };

  async function idle(): Promise<void> {
    await Promise.all(active.keys());
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
    looks += 1;
    const full = tenants().flatMap(([tenant, count]) => (count >= MAX_LANES_OF_TENANT ? tenant : []));
    const others = tenants().flatMap(([, count]) => (count < MAX_LANES_OF_TENANT ? count : []));
    // So few that none of the others can have too many then, whosever lanes they are.
    const limit = free > 0 ? Math.min(free, MAX_LANES_OF_TENANT - Math.max(0, ...others)) : forAcknowledgements;
    const lanes = await deliveries.claimLanes(limit, LEASE_MS, priority, { tenants: full, priority: PRIORITY.acknowledgement });
    for (const lane of lanes) {
      const work: Promise<void> = workOn(lane, full.includes(lane.tenant ?? '') ? PRIORITY.acknowledgement : priority)
        .catch((error) => {
          log.error({ err: error, lane: lane.id }, 'the work on a lane failed; it goes on when its lease ends');
          return false;
        })
        .then((isEmpty) => {
          const mayBeMore = !isEmpty || isFull();
          active.delete(work);
          if (mayBeMore) onLaneDone();
        });
      active.set(work, lane.tenant ?? '');
    }
    // There may be more, of the others.
    return lanes.length < limit || limit >= free ? lanes.length : lanes.length + (await begin());
  }

  /** Resolves to true where nothing more can be due in the lane: it was empty when its lease ended, and this bot has claimed no lanes since. */
  async function workOn(lane: Claimed, priority: number): Promise<boolean> {
    let next = lane.next;
    let cooldown: Cooldown | null = null;
    while (!stopping) {
      const batch = await batchFrom(lane, next, priority);
      if (batch.length === 0) break;
      const before = looks;
      const result = await attempt(lane, batch);
      if (result === 'lane-lost') break;
      if (result !== null && 'until' in result) {
        cooldown = result;
        break;
      }
      if (result?.length === 0) return looks === before;
      next = result ?? (await deliveries.next(lane, 1));
    }
    await deliveries.release(lane, cooldown);
    return false;
  }

  /** The next delivery, or all pings that would follow each other in the same place, or all that waited for a reader's quiet hours to end. One that failed by our own fault goes alone. */
  async function batchFrom(lane: Lane, [first]: readonly Delivery[], priority: number): Promise<readonly Delivery[]> {
    if (!first || first.priority > priority) return [];
    const joins = first.waited ? ({ waited }: Delivery) => waited : isPing;
    if (!joins(first) || outcomes.hasFault(first.key)) return [first];
    const due = await deliveries.next(lane, MAX_DIGEST);
    const failed = due.findIndex(({ key }) => outcomes.hasFault(key));
    return due.slice(0, failed === -1 ? due.length : failed).filter((one) => joins(one) && isSame(one.destination, first.destination));
  }
}
