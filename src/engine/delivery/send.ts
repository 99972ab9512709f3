/** The address of a delivery, and sending it. */
import { type Destination, formatDestination, originAt, roomAt } from '../../outage/destinations.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import { type Address, type Message, type Messenger, type Posted, SendError } from '../ports/messenger.ts';

export function createSend({ deliveries, messenger }: { deliveries: DeliveryQueue; messenger: Messenger }) {
  return { send, addressOf, editedBy };

  /** Sends a drawn message. Throws SendError, or another Error for a reason of our own. */
  async function send(delivery: Delivery, outage: Outage, message: Message): Promise<Posted> {
    const conversation = await editedBy(delivery, outage);
    if (!conversation) return await messenger.post(await addressOf(delivery, outage), message);
    if (!conversation.activityId) throw new SendError('never', 'the card that shows the state has no id');
    await messenger.edit({ to: 'conversation', ...conversation }, conversation.activityId, message);
    return { conversationId: conversation.conversationId, activityId: conversation.activityId };
  }

  /** The message that the delivery edits; null: it posts one. */
  async function editedBy({ kind, destination }: Delivery, outage: Outage) {
    return kind === 'state' ? await conversationOf(destination, outage) : null;
  }

  /** The address of the delivery as a single message. Throws when its thread is not there yet. */
  async function addressOf({ kind, destination }: Delivery, outage: Outage): Promise<Address> {
    if (destination.kind === 'person') return personAddress(destination.id, outage);
    if (kind === 'opening' || destination.kind === 'team') return roomAddress(destination, outage);
    return { to: 'conversation', ...(await conversationOf(destination, outage)) };
  }

  async function conversationOf(destination: Destination, outage: Outage) {
    const origin = originAt(destination, outage);
    if (origin) {
      const { conversationId, tenantId, serviceUrl, cardId } = origin;
      return { conversationId, tenantId, serviceUrl, activityId: cardId };
    }
    const opening = await deliveries.openingOf(outage.id, destination);
    if (!opening) throw new Error(`${formatDestination(destination)} has no opening message yet`);
    return { ...opening, tenantId: roomAt(destination, outage).tenantId };
  }
}

/** A digest goes into the channel or chat itself, not into one of the threads that it is about. */
export const digestAddress = ({ destination }: Delivery, outage: Outage): Address =>
  destination.kind === 'person' ? personAddress(destination.id, outage) : roomAddress(destination, outage);

const personAddress = (personId: string, { desk }: Outage): Address => ({ to: 'person', personId, tenantId: desk.tenantId });

function roomAddress(destination: Destination, outage: Outage): Address {
  const room = roomAt(destination, outage);
  if (room.kind === 'channel') return { to: 'new-thread', room };
  return { to: 'conversation', conversationId: room.conversationId, tenantId: room.tenantId };
}
