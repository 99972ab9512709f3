/** Whom the bot would reach: asked of Teams by the members of a conversation, which it says only where the bot is. */
import type { ConnectorClient } from 'botframework-connector';
import { accountOf } from '../desk/members.ts';
import type { Log, Reach } from '../engine/ports.ts';
import type { Room } from '../outage/outage.ts';
import { inTime } from './in-time.ts';
import type { Clients } from './messenger.ts';
import { membersOf } from './people.ts';
import { toSendError } from './send-error.ts';
import type { ServiceUrls } from './service-url.ts';

/** 400 is said of a conversation that is none. */
const NOT_THERE = [400, 403, 404];

/** `limitMs`: nobody waits longer for an answer about one room. */
export function createReach(parts: { clients: Clients; serviceUrls: ServiceUrls; limitMs: number; now: () => number; log: Log }): Reach {
  const { clients, serviceUrls, limitMs, now, log } = parts;
  return {
    async members({ conversationId, tenantId }: Room) {
      try {
        return await inTime(ask(conversationId, tenantId), limitMs, () => new Error(`no answer within ${limitMs} ms`));
      } catch (error) {
        const { status } = toSendError(error, now());
        if (status !== null && NOT_THERE.includes(status)) return 'refused';
        log.warn({ err: error, conversation: conversationId }, 'the members of a conversation could not be asked');
        return null;
      }
    },
  };

  async function ask(conversationId: string, tenantId: string): Promise<ReadonlyMap<string, string>> {
    const client: ConnectorClient = await clients(await serviceUrls.of(tenantId, undefined));
    const found = new Map<string, string>();
    for await (const { aadObjectId, userPrincipalName, tenantId: of } of membersOf(conversationId, client)) {
      // In a channel that is shared, people of other tenants are members too, and none of ours.
      if (aadObjectId && (of ?? tenantId).toLowerCase() === tenantId.toLowerCase())
        found.set(aadObjectId.toLowerCase(), accountOf(userPrincipalName ?? ''));
    }
    return found;
  }
}
