/** Messages that one person alone sees in a conversation: sent, removed, and remembered, also where Teams takes none. */
import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { type Cache, type Posted, SendError, type ToOne } from '../../engine/ports/messenger.ts';
import { roomIdOf } from '../../outage/types/values.ts';
import type { People } from '../people/people.ts';
import type { Clients } from './clients.ts';
import { toSendError, toUnsent } from './send-error.ts';
import { ONLY } from './transport.ts';

/** Then Teams removes them. */
const SEEN_MS = 24 * 3_600_000;
const MISSING_MS = 3_600_000;
/** Of a cloud that does not know the route; 404 may mean the conversation alone. */
const UNKNOWN_ROUTE: readonly (number | null)[] = [405, 501];

/** `conversationId`: where it was posted. Teams names the conversation of a press in several ways. */
export type Reader = { readonly personId: string; readonly conversationId: string };
type Where = Omit<ToOne, 'orInChat'>;
export type Targeted = ReturnType<typeof createTargeted>;

/** `isOn`: whether Teams is asked at all. */
export function createTargeted(parts: { cache: Cache; clients: Clients; people: Pick<People, 'teamsIdOf'>; isOn: boolean }) {
  const { cache, clients, people, isOn } = parts;
  const readerKey = (conversationId: string, activityId: string) => `targeted:${roomIdOf(conversationId)}:${activityId}`;
  const missingKey = (where: string) => `no-targeted:${where}`;

  return {
    isThere,

    /** Throws SendError: 'never' also where Teams is not asked. */
    async post(to: ToOne, activity: Activity): Promise<Posted> {
      const { conversationId, personId } = to;
      if (!(await isThere(to))) throw new SendError('never', 'Teams: no targeted messages here');
      const client = await clients(to.tenantId, to.serviceUrl);
      try {
        const options = await only(to, client).catch((error) => {
          throw toUnsent(error, Date.now());
        });
        const response = await client.conversations.sendToConversation(conversationId, activity, options);
        const activityId = response?.id ?? null;
        const reader = { personId, conversationId } satisfies Reader;
        // Teams took it, so it must not fail any more.
        if (activityId) await cache.set(readerKey(conversationId, activityId), reader, SEEN_MS).catch(() => undefined);
        return { conversationId, activityId };
      } catch (error) {
        const failed = toSendError(error, Date.now());
        await rememberMissing(to, failed).catch(() => undefined);
        throw failed;
      }
    },

    async remove(where: Where, activityId: string): Promise<void> {
      const client = await clients(where.tenantId, where.serviceUrl);
      await client.conversations.deleteActivity(where.conversationId, activityId, await only(where, client));
    },

    /** Who alone sees this message; null: nobody knows of such a message. */
    readerOf: async (conversationId: string, activityId: string): Promise<Reader | null> =>
      ((await cache.get(readerKey(conversationId, activityId))) as Reader | undefined) ?? null,
  };

  /** The options of a request by which the transport makes it a targeted one. */
  async function only({ personId, teamsId }: Where, client: ConnectorClient) {
    return { customHeaders: { [ONLY]: teamsId ?? (await people.teamsIdOf(personId, client)) } };
  }

  /** Whether Teams may take such messages there, as far as is known. */
  async function isThere({ conversationId, tenantId }: Where): Promise<boolean> {
    // While the store is away, Teams is asked.
    const missing = [roomIdOf(conversationId), tenantId].map((where) => cache.get(missingKey(where)).catch(() => undefined));
    return isOn && (await Promise.all(missing)).every((one) => one !== true);
  }

  async function rememberMissing({ conversationId, tenantId }: Where, { status, message }: SendError): Promise<void> {
    // Such a code is about a member of this conversation, or a thread whose first message is gone, so the route is there.
    const isMissing = status === 404 && !/Conversation/.test(message);
    if (UNKNOWN_ROUTE.includes(status)) await cache.set(missingKey(tenantId), true, MISSING_MS);
    else if (isMissing) await cache.set(missingKey(roomIdOf(conversationId)), true, MISSING_MS);
  }
}
