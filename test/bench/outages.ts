/** Thousands of open outages, stored through the store's own ports as the engine would, their first message delivered. */
import { laneOf } from '../../src/outage/destinations.ts';
import type { Store } from '../../src/store/store.ts';
import { changeFor, samplePolicy, sampleReportAction } from '../support/outage/sample.ts';

/** In one transaction; more would hold up nobody here, but would be unlike any that the bot makes. */
const IN_ONE_TRANSACTION = 100;
const AT_ONCE = 8;
const [firstRung] = samplePolicy.rungs;

export type OpenOutages = {
  readonly count: number;
  /** The channels that their desks are spread over; one channel is one lane. */
  readonly channels: number;
  /** When the first rung of the ladder of outage number `index` is due. */
  readonly dueAt: (index: number) => number;
};

export const outageId = (index: number): string => `outage-${index}`;

/** Nobody follows them and no card of theirs is edited, so that a deadline is one ping in the desk's thread. */
export async function storeOpenOutages(store: Store, outages: OpenOutages): Promise<void> {
  const starts = Array.from({ length: Math.ceil(outages.count / IN_ONE_TRANSACTION) }, (_, batch) => batch * IN_ONE_TRANSACTION);
  // One batch after the other: two transactions that count up the same number wait for each other anyway.
  for (const start of starts) {
    const indexes = Array.from({ length: Math.min(IN_ONE_TRANSACTION, outages.count - start) }, (_, offset) => start + offset);
    await storeOutages(store, outages, indexes);
    await openThreads(store, outages, indexes);
  }
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
      const notices = change.notices.map((notice) => ({ ...notice, lane: laneOf(notice.destination, change.outage) }));
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
