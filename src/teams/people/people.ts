/** Who people are to Teams: their id there, their profile, their chat with the bot. Cached; all of it can be asked again. */
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { Cache } from '../../engine/ports/messenger.ts';

const HOUR_MS = 3_600_000;
/** What somebody does later brings it again; of who is silent the roster of the desk knows it. */
const SEEN_MS = 30 * 24 * HOUR_MS;
const PAGE = 500;
/** The largest teams have 25,000 members. */
const MOST_PAGES = 60;

const memberSchema = z.object({
  id: z.string().min(1),
  aadObjectId: z.guid().optional(),
  name: z.string().default(''),
  email: z.string().default(''),
  userPrincipalName: z.string().nullish(),
  /** Whose directory the Entra id is of. */
  tenantId: z.string().nullish(),
});
export type Member = z.infer<typeof memberSchema>;
const pageSchema = z.object({ members: z.array(memberSchema).default([]), continuationToken: z.string().nullish() });

export type People = {
  /** Remembers under which id Teams knows somebody; it comes with everything that they do. */
  seen(personId: string, teamsId: string): Promise<void>;
  /** The conversation id of the bot's chat with a person; makes it when it is not there. */
  chatWith(personId: string, tenantId: string, client: ConnectorClient): Promise<string>;
  /** The same, asked of Teams anew. Sends nothing. Throws what the client throws where the person cannot be written to. */
  openChat(personId: string, tenantId: string, client: ConnectorClient): Promise<string>;
  /** Whether `chatWith` will answer from memory; such a chat may be gone. */
  remembersChat(personId: string): Promise<boolean>;
  forgetChat(personId: string): Promise<void>;
  /** The Entra id of somebody who is mentioned in a conversation, by its roster; null when Teams does not say. */
  entraId(conversationId: string, teamsId: string, client: ConnectorClient): Promise<string | null>;
  /** Somebody in a conversation, as Teams vouches for them. Throws where Teams does not say. */
  member(conversationId: string, teamsId: string, client: ConnectorClient): Promise<Member>;
  /** Name and e-mail by the roster of a conversation; the given name and no e-mail when Teams does not say. */
  profile(conversationId: string, teamsId: string, name: string, client: ConnectorClient): Promise<{ name: string; email: string }>;
};

/** `rosterOf`: the conversation whose members are asked for people who never spoke to the bot; null: there is none yet. */
export function createPeople(parts: { cache: Cache; rosterOf: () => Promise<string | null>; botId: string }): People {
  const { cache, rosterOf, botId } = parts;
  const idKey = (personId: string) => `teams-id:${personId}`;
  const chatKey = (personId: string) => `chat:${personId}`;

  return {
    async seen(personId, teamsId) {
      if ((await cache.get(idKey(personId))) !== teamsId) await cache.set(idKey(personId), teamsId, SEEN_MS);
    },

    async chatWith(personId, tenantId, client) {
      const known = await cache.get(chatKey(personId));
      return typeof known === 'string' ? known : await openChat(personId, tenantId, client);
    },

    openChat,

    remembersChat: async (personId) => (await cache.get(chatKey(personId))) !== undefined,
    forgetChat: (personId) => cache.delete(chatKey(personId)),

    async entraId(conversationId, teamsId, client) {
      try {
        const member = memberSchema.safeParse(await client.conversations.getConversationMember(conversationId, teamsId));
        return member.data?.aadObjectId?.toLowerCase() ?? null;
      } catch {
        return null;
      }
    },

    member: async (conversationId, teamsId, client) =>
      memberSchema.parse(await client.conversations.getConversationMember(conversationId, teamsId)),

    async profile(conversationId, teamsId, name, client) {
      const plain = { name, email: '' };
      try {
        const member = memberSchema.safeParse(await client.conversations.getConversationMember(conversationId, teamsId));
        return member.success ? { name: member.data.name || name, email: member.data.email } : plain;
      } catch {
        // The roster fills in a field; a person in an outage must not wait for it or be stopped by it.
        return plain;
      }
    },
  };

  async function openChat(personId: string, tenantId: string, client: ConnectorClient): Promise<string> {
    const memberId = await teamsIdOf(personId, client);
    const created = await client.conversations.createConversation({
      isGroup: false,
      tenantId,
      bot: { id: botId, name: '' },
      members: [{ id: memberId, name: '' }],
      channelData: { tenant: { id: tenantId } },
    } as Parameters<typeof client.conversations.createConversation>[0]);
    await cache.set(chatKey(personId), created.id, HOUR_MS);
    return created.id;
  }

  /** Teams takes the Entra id as well; only where it does not, or to be sure, the roster is asked for its own. */
  async function teamsIdOf(personId: string, client: ConnectorClient): Promise<string> {
    const known = await cache.get(idKey(personId));
    if (typeof known === 'string') return known;
    const roster = await rosterOf();
    if (roster === null) return personId;
    for await (const { members } of pagesOf(roster, client)) {
      for (const member of members)
        if (member.aadObjectId) await cache.set(idKey(member.aadObjectId.toLowerCase()), member.id, 24 * HOUR_MS);
      const found = members.find(({ aadObjectId }) => aadObjectId?.toLowerCase() === personId);
      if (found) return found.id;
    }
    return personId;
  }
}

/** The members of a conversation, as Teams gives them, page after page. Throws what the client throws where the bot is not. */
export async function* membersOf(conversationId: string, client: ConnectorClient) {
  for await (const { members } of pagesOf(conversationId, client)) yield* members;
}

async function* pagesOf(conversationId: string, client: ConnectorClient) {
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    // The SDK's type wants a token for the first page too, where there is none.
    const options = { pageSize: PAGE, continuationToken } as { pageSize: number; continuationToken: string };
    const found = pageSchema.parse(await client.conversations.getConversationPagedMembers(conversationId, options));
    yield found;
    if (!found.continuationToken) return;
    continuationToken = found.continuationToken;
  }
}
