/**
 * The store's queues, which are read only when the answer can have changed: an idle bot looks every second, a month has 2.6
 * million seconds, and what is due next changes only by a write or when its time comes. Some answers are checked all the
 * same, so that this never hides a queue whose answers contradict each other.
 */

import type { DeliveryQueue } from '../../src/engine/ports/deliveries.ts';
import type { DeadlineQueue, Receipts } from '../../src/engine/ports/timers.ts';
import { CHANNELS, type Channel } from '../../src/outage/destinations.ts';
import type { Instant } from '../../src/outage/types/values.ts';

const CHECK_EVERY = 200;

export type Queue = 'deadlines' | 'deliveries' | 'receipts';
/** What is known of deliveries is known of each channel. */
type Known = Exclude<Queue, 'deliveries'> | Channel;

export type Watched = {
  readonly deadlines: DeadlineQueue;
  readonly deliveries: DeliveryQueue;
  readonly receipts: Receipts;
  /** Something was written: what is due next there is unknown until it is asked. */
  changed(...queues: readonly Queue[]): void;
  /** When something is due next; undefined: not read since the last change. */
  nextDueAt(): Instant | null | undefined;
};

export function watchQueues(parts: {
  deadlines: DeadlineQueue;
  deliveries: DeliveryQueue;
  receipts: Receipts;
  now: () => Instant;
  onChange: () => void;
}): Watched {
  const { now, onChange } = parts;
  /** Of those that somebody asks for: nobody sends over some channels. */
  const known = new Map<Known, Instant | null | undefined>();
  const version: Record<Known, number> = { deadlines: 0, receipts: 0, teams: 0, webhook: 0, pager: 0 };
  let asked = 0;

  const changed = (...queues: readonly Queue[]) => {
    for (const queue of queues.flatMap((one) => (one === 'deliveries' ? CHANNELS : one))) {
      version[queue]++;
      if (known.has(queue)) known.set(queue, undefined);
    }
    onChange();
  };
  const idle = (queue: Known) => {
    const due = known.get(queue);
    return due === null || (due !== undefined && due > now());
  };
  async function claim<T>(queue: Known, ask: () => Promise<readonly T[]>, askNext: () => Promise<Instant | null>): Promise<readonly T[]> {
    // This is cheaper than a claim that finds nothing, and all bots use the answer.
    if (known.get(queue) === undefined) await next(queue, askNext);
    const nothingDue = idle(queue);
    if (nothingDue && ++asked % CHECK_EVERY !== 0) return [];
    const claimed = await ask();
    if (claimed.length > 0) changed(queue === 'deadlines' || queue === 'receipts' ? queue : 'deliveries');
    if (nothingDue && claimed.length > 0) throw new Error(`${queue}: something could be claimed before it was said to be due`);
    return claimed;
  }
  async function next(queue: Known, ask: () => Promise<Instant | null>): Promise<Instant | null> {
    const due = known.get(queue);
    if (!known.has(queue)) known.set(queue, undefined);
    if (due !== undefined && idle(queue)) return due;
    const askedAt = version[queue];
    const answer = await ask();
    if (askedAt === version[queue]) known.set(queue, answer);
    return answer;
  }

  return {
    changed,
    nextDueAt() {
      const all = [...known.values()];
      if (all.includes(undefined)) return undefined;
      const due = all.filter((at) => typeof at === 'number');
      return due.length > 0 ? Math.min(...due) : null;
    },
    deadlines: {
      claimDue: (limit, leaseMs) => claim('deadlines', () => parts.deadlines.claimDue(limit, leaseMs), parts.deadlines.nextDueAt),
      nextDueAt: () => next('deadlines', () => parts.deadlines.nextDueAt()),
    },
    // Reading does not change this queue; handling what was found does.
    receipts: {
      due: async (afterMs, limit) => (idle('receipts') ? [] : await parts.receipts.due(afterMs, limit)),
      nextDueAt: (afterMs) => next('receipts', () => parts.receipts.nextDueAt(afterMs)),
    },
    deliveries: {
      ...parts.deliveries,
      claimLanes: (limit, leaseMs, priority, full, channel = 'teams') =>
        claim(
          channel,
          () => parts.deliveries.claimLanes(limit, leaseMs, priority, full, channel),
          () => parts.deliveries.nextDueAt(channel),
        ),
      nextDueAt: (channel = 'teams') => next(channel, () => parts.deliveries.nextDueAt(channel)),
    },
  };
}
