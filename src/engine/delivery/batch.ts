/** Which deliveries go out as one message: pings that call people to one place, and what waited for the end of a reader's quiet hours. */
import { eventOf, type OutageEvent } from '../../outage/events.ts';
import type { Delivery } from '../ports/deliveries.ts';
import type { Ping, Posted } from '../ports/messenger.ts';
import type { Recorded } from '../ports/outages.ts';

/**
 * `settled`: the message that it edits because what that asked for was given. `reaches`: it is the last of the news that its reader gets
 * on this day, but for turning points: which number it is; null: it is not.
 */
export type Item = {
  readonly delivery: Delivery;
  readonly recorded: Recorded;
  readonly settled: { readonly posted: Posted; readonly pings: readonly Ping[] } | null;
  readonly reaches: number | null;
};

/** From this number on, pings that are due for one place at the same time become a digest: one message that lists them. */
const DIGEST_FROM = 3;
export const MAX_DIGEST = 100;

/** Without what was read of its outage when it was claimed. */
export const toReadAgain = ({ head: _, opening: __, ...delivery }: Delivery): Delivery => delivery;
export const deliveriesOf = (items: readonly Item[]): readonly Delivery[] => items.map(({ delivery }) => delivery);
export const keysOf = (items: readonly Item[]): readonly string[] => items.map(({ delivery }) => delivery.key);
/** A digest has no room for the words of these, and they stand in no other message. Each is posted at once, so that no ping waits behind them. */
const WITH_WORDS: readonly OutageEvent['type'][] = ['replied', 'reply-missed', 'follow-up-due'];
export const goesAlone = (item: Item | undefined): boolean =>
  item !== undefined && WITH_WORDS.includes(eventOf(item.delivery, item.recorded.events).type);

/** All that may be in one message when there are enough for that, else the first alone. */
export function batchOf(items: readonly Item[]): readonly Item[] {
  const [first] = items;
  if (first?.delivery.waited) return items.filter(({ delivery }) => delivery.waited);
  const together = items.filter((item) => !goesAlone(item));
  return goesAlone(first) || together.length < DIGEST_FROM ? items.slice(0, 1) : together;
}
