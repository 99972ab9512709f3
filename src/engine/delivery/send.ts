/** Where a delivery goes, and its way there. */
import { joinedBy } from '../../outage/decide/affected.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Origin } from '../../outage/types/rooms.ts';
import { splitPlace } from '../handle.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import { type Address, type Message, type Messenger, type Posted, SendError } from '../ports/messenger.ts';

export type Sending = {
  /** Sends a drawn message. Throws SendError, or another Error for a reason of our own. */
  send(delivery: Delivery, outage: Outage, message: Message): Promise<Posted>;
  /** Where it goes as a message of its own. Throws when that is not there yet. */
  addressOf(delivery: Delivery, outage: Outage): Promise<Address>;
};

export function createSend({ deliveries, messenger }: { deliveries: DeliveryQueue; messenger: Messenger }): Sending {
  return { send, addressOf };

  async function send(delivery: Delivery, outage: Outage, message: Message): Promise<Posted> {
    if (delivery.kind !== 'state') return await messenger.post(await addressOf(delivery, outage), message);
    const where = await conversationOf(delivery.place, outage);
    if (!where.activityId) throw new SendError('never', 'the card that shows the state has no id');
    await messenger.edit({ to: 'conversation', ...where }, where.activityId, message);
    return { conversationId: where.conversationId, activityId: where.activityId };
  }

  async function addressOf({ kind, place }: Delivery, outage: Outage): Promise<Address> {
    const [where, id = ''] = splitPlace(place);
    if (where === 'person') return { to: 'person', personId: id, tenantId: outage.desk.tenantId };
    if (kind === 'opening' || where === 'team') return roomAddress(place, outage);
    return { to: 'conversation', ...(await conversationOf(place, outage)) };
  }

  async function conversationOf(place: string, outage: Outage) {
    const origin = originOf(place, outage);
    if (origin) {
      const { conversationId, tenantId, serviceUrl, cardId } = origin;
      return { conversationId, tenantId, serviceUrl, activityId: cardId };
    }
    const opening = await deliveries.openingOf(outage.id, place);
    if (!opening) throw new Error(`${place} has no opening message yet`);
    return { ...opening, tenantId: roomOf(place, outage).tenantId };
  }
}

/** A digest stands beside the threads that it speaks of, not in one of them. */
export function digestAddress({ place }: Delivery, outage: Outage): Address {
  const [where, id = ''] = splitPlace(place);
  return where === 'person' ? { to: 'person', personId: id, tenantId: outage.desk.tenantId } : roomAddress(place, outage);
}

/** The tenant whose limits a message counts against. */
export function tenantOf(place: string, outage: Outage): string {
  if (place.startsWith('person:')) return outage.desk.tenantId;
  return (originOf(place, outage) ?? roomOf(place, outage)).tenantId;
}

/** Where it was reported or joined, or where one that was merged into it was reported; null: it is another kind of place. */
function originOf(place: string, outage: Outage): Origin | null {
  const [kind, id = ''] = splitPlace(place);
  if (kind === 'origin') return outage.origin;
  if (kind === 'joined') return joinedBy(outage, id)?.origin ?? null;
  return kind === 'merged' ? (outage.absorbed.find((one) => one.id === id)?.origin ?? null) : null;
}

function roomOf(place: string, outage: Outage) {
  const [kind, id] = splitPlace(place);
  const others = kind === 'team' ? outage.team?.room : outage.followers.find((follower) => follower.id === id);
  const room = kind === 'desk' ? outage.desk : kind === 'queue' ? outage.request?.queue : others;
  if (!room) throw new Error(`${place} is no place of this outage`);
  return room;
}

function roomAddress(place: string, outage: Outage): Address {
  const room = roomOf(place, outage);
  if (room.kind === 'channel') return { to: 'new-thread', room };
  return { to: 'conversation', conversationId: room.conversationId, tenantId: room.tenantId };
}
