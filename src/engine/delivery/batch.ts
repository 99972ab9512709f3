/** Deliveries that go out as one message, each with the record of its outage. */
import { DESK } from '../../outage/destinations.ts';
import { eventOf, overtaken } from '../../outage/notices.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import type { Recorded } from '../ports/outages.ts';

export type Item = { readonly delivery: Delivery; readonly recorded: Recorded };

/** From this number on, pings that are due for one place at the same time become a digest: one message that lists them. */
const DIGEST_FROM = 3;
export const MAX_DIGEST = 100;

export const keysOf = (items: readonly Item[]): readonly string[] => items.map(({ delivery }) => delivery.key);
/** All of them when there are enough for a digest, else the first alone. */
export const batchOf = (items: readonly Item[]): readonly Item[] => (items.length >= DIGEST_FROM ? items : items.slice(0, 1));
export const isPing = ({ kind }: Delivery): boolean => kind === 'ping' || kind === 'direct';

/** Throws when the record does not hold the event that the delivery announces. */
export const isOvertaken = (delivery: Delivery, { outage, events }: Recorded): boolean =>
  overtaken(delivery, outage, eventOf(delivery, events));
/** Whether it says that the desk's channel was not reached, although the thread is there by now and only the event for it is missing. */
export const isUntrue = async ({ outageId, seq }: Delivery, { events }: Recorded, deliveries: DeliveryQueue): Promise<boolean> =>
  events[seq - 1]?.type === 'desk-unreached' && (await deliveries.openingOf(outageId, DESK)) !== null;
