/** The own chats of people, for stories of those who follow. */
import { chat, type PersonKey } from './users.ts';

/** Whether a message went to somebody's own chat: the one in which they wrote, or one that the bot opened. */
export const isSentTo =
  (person: PersonKey) =>
  ({ conversationId }: { readonly conversationId: string }): boolean =>
    conversationId === chat(person).id || conversationId.endsWith(`:${person}`);
