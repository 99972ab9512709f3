/** Where an engineer opens the thread of an outage in the desk's channel, or of a request in its queue. */
import { DESK, QUEUE } from '../../outage/destinations.ts';
import { type Outage, requestIn, workRoomOf } from '../../outage/types/outage.ts';
import type { DeliveryQueue } from '../ports/deliveries.ts';
import type { Messenger, Posted } from '../ports/messenger.ts';

/** `known`: its first message, where that was read already. null: there is no such link, or Teams did not say yet what it takes. */
export type ThreadOf = (outage: Outage, known?: Posted | null) => Promise<string | null>;

/** A message goes out without the link rather than not at all. */
export function createThreadOf(parts: { deliveries: Pick<DeliveryQueue, 'openingOf'>; messenger: Pick<Messenger, 'linkTo'> }): ThreadOf {
  const { deliveries, messenger } = parts;
  return async (outage, known) => {
    const opening = known ?? (await deliveries.openingOf(outage.id, requestIn(outage) ? QUEUE : DESK));
    return (opening && (await messenger.linkTo?.(opening, workRoomOf(outage).tenantId).catch(() => null))) ?? null;
  };
}
