/** The engine's port for sending: posts and edits through the connector. Only the engine retries. */
import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { shorten } from '../../cards/text.ts';
import {
  type Address,
  type Message,
  type Messenger,
  type Posted,
  SendError,
  type ToOne,
  type ToPerson,
} from '../../engine/ports/messenger.ts';
import type { People } from '../people/people.ts';
import { createAdapt } from './adapt.ts';
import type { Clients } from './clients.ts';
import { toSendError, toUnsent } from './send-error.ts';
import type { Targeted } from './targeted.ts';
import { withTimeout } from './timeout.ts';

/** For finding or creating the chat with a person: two requests or more before the message itself. */
const CHAT_LIMIT_MS = 3_000;
/** Phones show less than this. */
const LONGEST_SUMMARY = 200;
const CARD = 'application/vnd.microsoft.card.adaptive';

/** The activity of a card; `summary` is what a phone's notification shows. */
export const cardActivity = ({ card, summary, marks = [] }: Message) =>
  ({
    type: 'message',
    summary: shorten(summary, LONGEST_SUMMARY),
    attachments: [{ contentType: CARD, content: marked(card, marks) }],
  }) as Partial<Activity>;

/** Precedes the marks of every card that this bot posts, also of cards without a mark. */
export const MARKED = 'outage-desk';

/** Finds a message whose answer was lost: 132 bits as the id of an element of its card, which Teams stores and people do not see. */
export const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);

/** A copy of the card with the marks of all `keys` as the id of its first element without an id. */
export function marked(card: object, keys: readonly string[]): object {
  const body: unknown = 'body' in card ? card.body : null;
  if (!Array.isArray(body)) return card;
  const free = body.findIndex((element) => typeof element === 'object' && element !== null && !('id' in element));
  if (free < 0) return card;
  const id = [MARKED, ...keys.map(markOf)].join(' ');
  return { ...card, body: body.with(free, { ...body[free], id }) };
}

/** `limitMs`: for a whole call, however many requests it needs. `find`: looks messages up, where the bot may read. */
export function createMessenger(parts: {
  clients: Clients;
  people: People;
  targeted: Targeted;
  limitMs: number;
  now: () => number;
  find?: NonNullable<Messenger['find']> | undefined;
  botId: string;
}): Messenger {
  const { clients, people, targeted, limitMs, now, find, botId } = parts;
  const adapt = createAdapt(now);

  return {
    ...(find ? { find } : {}),
    post: (address, message) => reporting(() => adapt(message, (one) => postOrFind(address, one))),
    edit: async (where, activityId, message) => {
      await reporting(() => adapt(message, (one) => edit(where, activityId, one)));
    },
  };

  async function edit(where: Extract<Address, { to: 'conversation' }>, activityId: string, message: Message): Promise<Posted> {
    const client = await clients(where.tenantId, where.serviceUrl);
    const activity = { ...activityIn(where, message), id: activityId } as Activity;
    await client.conversations.updateActivity(where.conversationId, activityId, activity);
    return { conversationId: where.conversationId, activityId };
  }

  /** Where reading is granted, a message whose connection had been closed is looked for before anybody sends it again. */
  async function postOrFind(address: Address, message: Message): Promise<Posted> {
    try {
      return await post(address, message);
    } catch (error) {
      const [mark] = message.marks ?? [];
      if (!find || mark === undefined || !(error instanceof SendError && error.atOnce)) throw error;
      const found = (await find(address, [mark], now())).get(mark);
      if (found === undefined) throw error;
      // It may show a moment later, so it is looked for once more then.
      if (found === 'absent') throw new SendError('ambiguous', error.message, { cause: error });
      return found;
    }
  }

  async function post(address: Address, message: Message): Promise<Posted> {
    switch (address.to) {
      case 'conversation': {
        const activity = activityIn(address, message);
        const client = await clients(address.tenantId, address.serviceUrl);
        // Teams answers some posts with 202 and no id: such a message exists, but cannot be edited.
        const response = await client.conversations.sendToConversation(address.conversationId, activity);
        return { conversationId: address.conversationId, activityId: response?.id ?? null };
      }
      case 'new-thread': {
        const { conversationId, tenantId } = address.room;
        const client = await clients(tenantId);
        const created = await client.conversations.createConversation({
          isGroup: true,
          tenantId,
          channelData: { channel: { id: conversationId }, tenant: { id: tenantId } },
          activity: activityIn(address.room, message),
        } as Parameters<typeof client.conversations.createConversation>[0]);
        return { conversationId: created.id, activityId: created.activityId ?? created.id.split(';messageid=')[1] ?? null };
      }
      case 'person':
        return await postToPersonOrAlone(address, message);
      case 'one':
        return await postToOne(address, message);
    }
  }

  /** Some tenants are reported to refuse a message that does not say who sends it, where, and in which tenant. */
  function activityIn({ conversationId, tenantId }: { conversationId: string; tenantId: string }, message: Message, to?: string): Activity {
    const conversation = { id: conversationId, tenantId };
    const recipient = to === undefined ? {} : { recipient: { id: to, name: '' } };
    return { ...cardActivity(message), from: { id: `28:${botId}`, name: '' }, conversation, ...recipient } as Activity;
  }

  async function postToOne(address: ToOne, message: Message): Promise<Posted> {
    try {
      return await targeted.post(address, activityIn(address, message));
    } catch (error) {
      if (!address.orInChat || toSendError(error, now()).failure !== 'never') throw error;
      return await postToPerson({ to: 'person', personId: address.personId, tenantId: address.tenantId }, message);
    }
  }

  async function postToPersonOrAlone(address: ToPerson, message: Message): Promise<Posted> {
    try {
      return await postToPerson(address, message);
    } catch (error) {
      const { orAlone, ...person } = address;
      if (!orAlone || toSendError(error, now()).failure !== 'never') throw error;
      return await postToOne({ ...person, ...orAlone, to: 'one', orInChat: false }, message);
    }
  }

  async function postToPerson({ personId, tenantId }: ToPerson, message: Message): Promise<Posted> {
    const client = await clients(tenantId);
    const chatOf = async () => ({
      conversationId: await people.chatWith(personId, tenantId, client),
      knownAs: await people.knownAs(personId),
    });
    const postToChat = async (): Promise<Posted> => {
      const { conversationId, knownAs } = await prepareChat(chatOf());
      const activity = activityIn({ conversationId, tenantId }, message, knownAs);
      const response = await client.conversations.sendToConversation(conversationId, activity);
      return { conversationId, activityId: response?.id ?? null };
    };
    const remembered = await prepareChat(people.remembersChat(personId));
    try {
      return await postToChat();
    } catch (error) {
      // The remembered chat is gone: nothing was sent to it, and a new one can be created.
      if (!remembered || toSendError(error, now()).status !== 404) throw error;
      await people.forgetChat(personId);
      return await postToChat();
    }
  }

  /** What is asked of Teams and of the cache before a message to a person. */
  async function prepareChat<T>(work: Promise<T>): Promise<T> {
    try {
      return await withTimeout(work, CHAT_LIMIT_MS, () => new SendError('refused', `not ready to send within ${CHAT_LIMIT_MS} ms`));
    } catch (error) {
      throw toUnsent(error, now());
    }
  }

  async function reporting<T>(send: () => Promise<T>): Promise<T> {
    try {
      return await withTimeout(send(), limitMs, () => new SendError('ambiguous', `no answer within ${limitMs} ms`));
    } catch (error) {
      throw toSendError(error, now());
    }
  }
}
