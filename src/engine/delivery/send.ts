/** The address of a delivery, and sending it. */
import {
  chatAt,
  DESK,
  type Destination,
  formatDestination,
  hasThread,
  ORIGIN,
  originAt,
  otherReporterAt,
  roomAt,
  tenantOf,
} from '../../outage/destinations.ts';
import { isReopening } from '../../outage/notices.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { type Room, roomIdOf } from '../../outage/types/values.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import { type Address, type Message, type Messenger, type Posted, SendError } from '../ports/messenger.ts';

export function createSend({ deliveries, messenger }: { deliveries: DeliveryQueue; messenger: Messenger }) {
  return { send, addressOf, editedBy, isUnopened, firstMessageOf };

  /** Sends a drawn message. Throws SendError, or another Error for a reason of our own. */
  async function send(delivery: Delivery, outage: Outage, message: Message, settled: Posted | null = null): Promise<Posted> {
    const conversation = await editedBy(delivery, outage, settled);
    if (!conversation) return await messenger.post(await addressOf(delivery, outage), message);
    if (!conversation.activityId) throw new SendError('never', WITHOUT_ID);
    await messenger.edit({ to: 'conversation', ...conversation }, conversation.activityId, message);
    return { conversationId: conversation.conversationId, activityId: conversation.activityId };
  }

  /** The message that the delivery edits; null: it posts one. `settled`: the one whose pings are over. */
  async function editedBy({ kind, destination, opening }: Delivery, outage: Outage, settled: Posted | null = null) {
    if (settled) return { ...settled, tenantId: tenantOf(destination, outage) };
    return kind === 'state' ? await conversationOf(destination, outage, opening) : null;
  }

  /** There is no card to edit in their own chat: none was sent, or not yet, and what is sent shows the present state. */
  async function isUnopened({ kind, destination, opening }: Delivery, outage: Outage): Promise<boolean> {
    return kind === 'state' && chatAt(destination, outage) !== null && (await openingAt(destination, outage, opening)) === null;
  }

  /** The address of the delivery as a single message. Throws when its thread is not there yet. */
  async function addressOf(delivery: Delivery, outage: Outage): Promise<Address> {
    const { kind, destination, opening } = delivery;
    if (kind === 'alone' && destination.kind === 'person') {
      const { conversationId, tenantId } = await conversationOf(DESK, outage, opening);
      return { to: 'one', personId: destination.id, conversationId, tenantId, orInChat: true };
    }
    const chat = chatAt(destination, outage);
    // Somebody who reported in a room may have no chat with the bot.
    if (chat) return { to: 'person', ...chat, ...(destination.kind === 'reporter' && { orAlone: outage.origin }) };
    const origin = kind === 'opening' && !isReopening(delivery) ? originAt(destination, outage) : null;
    // Where people see it who were there when it was reported: in their thread, or in their chat.
    if (origin && (origin.kind !== 'channel' || threadIn(origin))) {
      const { conversationId, tenantId, serviceUrl } = origin;
      return { to: 'conversation', conversationId, tenantId, serviceUrl };
    }
    if (kind === 'opening' || destination.kind === 'team') return roomAddress(destination, outage);
    return { to: 'conversation', ...(await conversationOf(destination, outage, opening)) };
  }

  /** `known`: the opening message there, where it was read with the delivery. */
  async function conversationOf(destination: Destination, outage: Outage, known?: Posted | null) {
    const origin = originAt(destination, outage);
    // The thread in which it was reported may have been begun anew.
    const isBegun = !origin || origin.opens || !origin.cardId || threadIn(origin);
    const opening = isBegun ? await openingAt(destination, outage, known) : null;
    if (opening) return { ...opening, tenantId: tenantOf(destination, outage) };
    if (!origin) throw new Error(`${formatDestination(destination)} has no opening message yet`);
    const { conversationId, tenantId, serviceUrl, cardId } = origin;
    return { conversationId, tenantId, serviceUrl, activityId: cardId };
  }

  /** What was merged into this one, and those who had joined that, have the thread that was begun there before. */
  async function openingAt(destination: Destination, outage: Outage, known?: Posted | null): Promise<Posted | null> {
    const own = known === undefined ? await deliveries.openingOf(outage.id, destination) : known;
    const number = otherReporterAt(destination, outage)?.number;
    const part = own ? undefined : outage.absorbed.find((one) => one.number === number);
    return part ? await deliveries.openingOf(part.id, destination.kind === 'merged' ? ORIGIN : destination) : own;
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
  asChat(chatAt(destination, outage)) ?? roomAddress(destination, outage);
const asChat = (chat: ReturnType<typeof chatAt>): Address | null => chat && { to: 'person', ...chat };

function roomAddress(destination: Destination, outage: Outage): Address {
  const origin = originAt(destination, outage);
  const room: Room = origin ? { ...origin, kind: 'channel', conversationId: roomIdOf(origin.conversationId) } : roomAt(destination, outage);
  if (room.kind === 'channel') return { to: 'new-thread', room };
  return { to: 'conversation', conversationId: room.conversationId, tenantId: room.tenantId };
}
