/** The address of a delivery, and sending it. */
import { type Destination, formatDestination, hasThread, originAt, roomAt, tenantOf } from '../../outage/destinations.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { type Room, roomIdOf } from '../../outage/types/values.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import { type Address, type Message, type Messenger, type Posted, SendError } from '../ports/messenger.ts';

export function createSend({ deliveries, messenger }: { deliveries: DeliveryQueue; messenger: Messenger }) {
  return { send, addressOf, editedBy, firstMessageOf };

  /** Sends a drawn message. Throws SendError, or another Error for a reason of our own. */
  async function send(delivery: Delivery, outage: Outage, message: Message, settled: Posted | null = null): Promise<Posted> {
    const conversation = await editedBy(delivery, outage, settled);
    if (!conversation) return await messenger.post(await addressOf(delivery, outage), message);
    if (!conversation.activityId) throw new SendError('never', WITHOUT_ID);
    await messenger.edit({ to: 'conversation', ...conversation }, conversation.activityId, message);
    return { conversationId: conversation.conversationId, activityId: conversation.activityId };
  }

  /** The message that the delivery edits; null: it posts one. `settled`: the one whose pings are over. */
  async function editedBy({ kind, destination }: Delivery, outage: Outage, settled: Posted | null = null) {
    if (settled) return { ...settled, tenantId: tenantOf(destination, outage) };
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
    // The thread in which it was reported may have been begun anew.
    const opening = !origin || threadIn(origin) ? await deliveries.openingOf(outage.id, destination) : null;
    if (opening) return { ...opening, tenantId: tenantOf(destination, outage) };
    if (!origin) throw new Error(`${formatDestination(destination)} has no opening message yet`);
    const { conversationId, tenantId, serviceUrl, cardId } = origin;
    return { conversationId, tenantId, serviceUrl, activityId: cardId };
  }

  /** `lost`: the message without which Teams refuses this one: the first of its thread, or the card in a chat that it edits. */
  async function firstMessageOf(
    { kind, destination }: Delivery,
    outage: Outage,
  ): Promise<{ lost: string; conversation: Conversation } | null> {
    if (kind === 'opening' || kind === 'settled' || !(hasThread(destination) || originAt(destination, outage))) return null;
    const conversation = await conversationOf(destination, outage);
    const thread = threadIn(conversation);
    const card = kind === 'state' && !thread && hasThread(destination) ? (conversation.activityId ?? UNNAMED) : null;
    const lost = kind === 'state' ? card : thread;
    return lost === null ? null : { lost, conversation };
  }
}

export type Conversation = Posted & { readonly tenantId: string };

/** Teams took the card of a chat without saying its id, so it cannot be edited. */
export const WITHOUT_ID = 'the card that shows the state has no id';
/** In the place of that id. */
export const UNNAMED = 'unnamed';

const threadIn = ({ conversationId }: { readonly conversationId: string }): string | null => conversationId.split(';messageid=')[1] ?? null;

/** A digest goes into the channel or chat itself, not into one of the threads that it is about. */
export const digestAddress = ({ destination }: Delivery, outage: Outage): Address =>
  destination.kind === 'person' ? personAddress(destination.id, outage) : roomAddress(destination, outage);

const personAddress = (personId: string, { desk }: Outage): Address => ({ to: 'person', personId, tenantId: desk.tenantId });

function roomAddress(destination: Destination, outage: Outage): Address {
  const origin = originAt(destination, outage);
  const room: Room = origin ? { ...origin, kind: 'channel', conversationId: roomIdOf(origin.conversationId) } : roomAt(destination, outage);
  if (room.kind === 'channel') return { to: 'new-thread', room };
  return { to: 'conversation', conversationId: room.conversationId, tenantId: room.tenantId };
}
