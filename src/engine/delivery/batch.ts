/** Deliveries that go out as one message, each with the record that it tells of. */
import { eventOf, overtaken } from '../../outage/notices.ts';
import type { Delivery, DeliveryQueue, Recorded } from '../ports/ports.ts';

export type Item = { readonly delivery: Delivery; readonly recorded: Recorded };

/** So many pings due at once for one place are one message, which lists at most so many. */
const DIGEST_FROM = 3;
export const MAX_DIGEST = 100;

export const keysOf = (items: readonly Item[]): readonly string[] => items.map(({ delivery }) => delivery.key);
/** Enough for one message are sent in one, else each alone. */
export const together = (items: readonly Item[]): readonly Item[] => (items.length >= DIGEST_FROM ? items : items.slice(0, 1));
export const isPing = ({ kind }: Delivery): boolean => kind === 'ping' || kind === 'direct';

/** Throws when the record does not hold the event that the delivery tells of. */
export const isOvertaken = (delivery: Delivery, { outage, events }: Recorded): boolean =>
  overtaken(delivery, outage, eventOf(delivery, events));
/** Whether it says that the desk's channel was not reached, and the thread is there by now, although nobody has recorded that yet. */
export const isUntrue = async ({ outageId, seq }: Delivery, { events }: Recorded, deliveries: DeliveryQueue): Promise<boolean> =>
  events[seq - 1]?.type === 'desk-unreached' && (await deliveries.openingOf(outageId, 'desk')) !== null;
