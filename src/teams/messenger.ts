/** The engine's way out: posts and edits through the connector, with no retries but the engine's own. */

import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Address, Message, Messenger, Posted } from '../engine/ports.ts';
import { botIdentity, type HardenedAuthentication } from './connector.ts';
import type { People } from './people.ts';
import { toSendError } from './send-error.ts';
import type { ServiceUrls } from './service-url.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The activity of a card; `summary` is what a phone's notification shows. */
export const cardActivity = ({ card, summary }: Message) =>
  ({ type: 'message', summary: summary.slice(0, 200), attachments: [{ contentType: CARD, content: card }] }) as Partial<Activity>;

export type Clients = (serviceUrl: string) => Promise<ConnectorClient>;

/** One client a service address; there are a handful of those. */
export function createClients(authentication: HardenedAuthentication, appId: string): Clients {
  const clients = new Map<string, Promise<ConnectorClient>>();
  return (serviceUrl) => {
    const known = clients.get(serviceUrl);
    if (known) return known;
    const made = authentication.createConnectorFactory(botIdentity(appId)).create(serviceUrl, '');
    clients.set(serviceUrl, made);
    made.catch(() => clients.delete(serviceUrl));
    return made;
  };
}

export function createMessenger(parts: { clients: Clients; serviceUrls: ServiceUrls; people: People; now: () => number }): Messenger {
  const { clients, serviceUrls, people, now } = parts;

  return {
    post: (address, message) => reporting(() => post(address, message)),
    edit: (where, activityId, message) =>
      reporting(async () => {
        const client = await clients(await serviceUrls.of(where.tenantId, where.serviceUrl));
        const activity = { ...cardActivity(message), id: activityId } as Activity;
        await client.conversations.updateActivity(where.conversationId, activityId, activity);
      }),
  };

  async function post(address: Address, message: Message): Promise<Posted> {
    const activity = cardActivity(message) as Activity;
    switch (address.to) {
      case 'conversation': {
        const client = await clients(await serviceUrls.of(address.tenantId, address.serviceUrl));
        // Teams answers some posts with 202 and no id: it is there, but cannot be edited.
        const response = await client.conversations.sendToConversation(address.conversationId, activity);
        return { conversationId: address.conversationId, activityId: response?.id ?? null };
      }
      case 'new-thread': {
        const { conversationId, tenantId } = address.room;
        const client = await clients(await serviceUrls.of(tenantId, undefined));
        const created = await client.conversations.createConversation({
          isGroup: true,
          tenantId,
          channelData: { channel: { id: conversationId } },
          activity,
        } as Parameters<typeof client.conversations.createConversation>[0]);
        return { conversationId: created.id, activityId: created.activityId ?? created.id.split(';messageid=')[1] ?? null };
      }
      case 'person': {
        const { personId, tenantId } = address;
        const client = await clients(await serviceUrls.of(tenantId, undefined));
        const conversationId = await people.chatWith(personId, tenantId, client);
        const response = await client.conversations.sendToConversation(conversationId, activity);
        return { conversationId, activityId: response?.id ?? null };
      }
    }
  }

  async function reporting<T>(send: () => Promise<T>): Promise<T> {
    try {
      return await send();
    } catch (error) {
      throw toSendError(error, now());
    }
  }
}
