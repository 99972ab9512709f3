/** Where people read and write: conversations of Teams. */

type ConversationAddress = { readonly conversationId: string; readonly tenantId: string; readonly serviceUrl: string };

/** Where the report was made. `cardId` is the card that the reporter pressed Done on; it is edited to show the state. */
export type Origin = ConversationAddress & {
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly cardId: string | null;
};

/** A channel in which each outage gets a thread of its own, or a group chat in which it gets a card. */
export type Room = { readonly kind: 'channel' | 'groupChat'; readonly conversationId: string; readonly tenantId: string };
export type Follower = Room & { readonly id: string };

/** The team that answers when it is no outage. `room`: where they hear of it. */
export type Team = { readonly id: string; readonly name: string; readonly room: Room | null };

/** The channel or chat of a conversation: Teams names each thread of a channel by the channel and its first message. */
export const roomIdOf = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

type InConversation = { readonly conversationId: string };
export const inSameRoom = (one: InConversation, other: InConversation): boolean =>
  roomIdOf(one.conversationId) === roomIdOf(other.conversationId);
