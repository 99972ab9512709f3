/** Whom the bot can reach, without sending anything: Teams lists members and opens chats only where the app is installed. */
import PQueue from 'p-queue';
import type { Log } from '../../engine/ports/log.ts';
import type { Reachability } from '../../engine/ports/messenger.ts';
import type { Room } from '../../outage/types/values.ts';
import type { Clients } from '../out/clients.ts';
import { isNotThere, toSendError } from '../out/send-error.ts';
import { withTimeout } from '../out/timeout.ts';
import { membersOf, type People } from './people.ts';

/** Chats that are opened at once: even for a large roster this stays far below Teams' limit for a second. */
const AT_ONCE = 3;

/** `limitMs`: for one room, and for all people together. */
export function createReachability(parts: {
  clients: Clients;
  people: Pick<People, 'openChat'>;
  limitMs: number;
  now: () => number;
  log: Log;
}): Reachability {
  const { clients, people, limitMs, now, log } = parts;
  const isRefusal = (error: unknown): boolean => isNotThere(toSendError(error, now()));
  return {
    async members({ conversationId, tenantId }: Room) {
      try {
        return await withTimeout(ask(conversationId, tenantId), limitMs);
      } catch (error) {
        if (isRefusal(error)) return 'refused';
        log.warn({ err: error, conversation: conversationId }, 'the members of a conversation could not be asked');
        return null;
      }
    },

    async chats(personIds, tenantId) {
      const found = new Map<string, 'there' | 'refused'>();
      const some = new PQueue({ concurrency: AT_ONCE });
      await withTimeout(some.addAll(personIds.map((id) => () => open(id))), limitMs).catch((error) => {
        log.warn({ err: error, left: some.size }, 'not everybody could be asked for');
      });
      some.clear();
      return new Map(found);

      async function open(personId: string) {
        try {
          await people.openChat(personId, tenantId, await clients(tenantId));
          found.set(personId, 'there');
        } catch (error) {
          if (isRefusal(error)) found.set(personId, 'refused');
          else log.warn({ err: error, person: personId }, 'Teams did not say whether somebody can be written to');
        }
      }
    },
  };

  async function ask(conversationId: string, tenantId: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for await (const { aadObjectId, account, tenantId: of } of membersOf(conversationId, await clients(tenantId))) {
      // A shared channel has members from other tenants too.
      if (aadObjectId && (of ?? tenantId).toLowerCase() === tenantId.toLowerCase()) found.set(aadObjectId, account);
    }
    return found;
  }
}
