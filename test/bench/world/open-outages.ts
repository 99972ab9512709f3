/** Thousands of open outages, stored through the store's own ports as the engine would, their first message delivered. */
import { laneOf } from '../../../src/outage/destinations.ts';
import type { Store } from '../../../src/store/store.ts';
import { changeFor, samplePolicy, sampleReportAction } from '../../support/outage/sample.ts';

/** In one transaction; more would hold up nobody here, but would be unlike any that the bot makes. */
const IN_ONE_TRANSACTION = 100;
const AT_ONCE = 8;
const [firstRung] = samplePolicy.rungs;

export type OpenOutages = {
  readonly count: number;
  /** The number of the first one; 0 when it is left out. */
  readonly from?: number;
  /** The channels that their desks are spread over; one channel is one lane. */
  readonly channels: number;
  /** When the first rung of the ladder of outage number `index` is due. */
  readonly dueAt: (index: number) => number;
};

export const outageId = (index: number): string => `outage-${index}`;

/** `opened`: records their first messages as sent; without it, the store's own port does, one by one. Nobody follows them and no card of theirs is edited, so that a deadline is one ping in the desk's thread. */
export async function storeOpenOutages(store: Store, outages: OpenOutages, opened?: () => Promise<void>): Promise<void> {
  const { count, from = 0 } = outages;
  const starts = Array.from({ length: Math.ceil(count / IN_ONE_TRANSACTION) }, (_, batch) => batch * IN_ONE_TRANSACTION);
  // One batch after the other: two transactions that count up the same number wait for each other anyway.
  for (const start of starts) {
    const indexes = Array.from({ length: Math.min(IN_ONE_TRANSACTION, count - start) }, (_, offset) => from + start + offset);
    await storeOutages(store, outages, indexes);
    if (!opened) await openThreads(store, outages, indexes);
  }
  await opened?.();
}

async function storeOutages(store: Store, { channels, dueAt }: OpenOutages, indexes: readonly number[]): Promise<void> {
  await store.outages.transaction(async (transaction) => {
    for (const index of indexes) {
      const { desk, origin } = sampleReportAction();
      const action = sampleReportAction({
        outageId: outageId(index),
        number: await transaction.nextNumber(),
        at: dueAt(index) - (firstRung?.afterMs ?? 0),
        desk: { ...desk, conversationId: channel(index % channels) },
        origin: { ...origin, cardId: null },
        followers: [],
      });
      const change = changeFor(action, null);
      const notices = change.notices.map((notice) => ({ ...notice, lane: laneOf(notice, change.outage) }));
      await transaction.append({ ...change, notices });
    }
  });
}

/** Records the desk's first message as sent; `finish` accepts that from any worker. */
async function openThreads({ deliveries }: Store, { channels }: OpenOutages, indexes: readonly number[]): Promise<void> {
  for (let first = 0; first < indexes.length; first += AT_ONCE) {
    const some = indexes.slice(first, first + AT_ONCE).map((index) => {
      const lane = { id: channel(index % channels), fence: 0, leaseUntil: 0 };
      const posted = { conversationId: `${lane.id};messageid=${index}`, activityId: String(index) };
      return deliveries.finish(lane, [`${outageId(index)}/opening/desk/1`], { state: 'done', posted });
    });
    await Promise.all(some);
  }
}

const channel = (index: number): string => `19:desk-${index}@thread.tacv2`;
