/** People as Teams knows them: their id there, their profile, their chat with the bot. Cached; Teams can be asked again for all of it. */
import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import { accountOf } from '../../desk/desk-file.ts';
import { type Cache, SendError } from '../../engine/ports/messenger.ts';
import { isNobody, partsOf, storedPersonKey } from '../../outage/types/person-key.ts';
import { entraIds, withEntraId } from '../in/schema.ts';

const HOUR_MS = 3_600_000;
/** Each activity renews it; for people who send none the roster of the desk is asked. */
const SEEN_MS = 30 * 24 * HOUR_MS;
const PAGE = 500;
/** The largest teams have 25,000 members. */
const MOST_PAGES = 60;

const text = z.string().catch('');
const memberSchema = z
  .object({
    id: z.string().min(1),
    ...entraIds,
    name: text,
    email: text,
    userPrincipalName: text,
    /** The tenant whose directory has the Entra id. */
    tenantId: z.string().nullish(),
    /** user, guest or anonymous; not every answer has it. */
    userRole: text,
  })
  .transform(withEntraId)
  .transform(({ userPrincipalName, userRole, ...member }) => ({
    ...member,
    // Some answers leave the account out; mostly it is the address too.
    account: accountOf(userPrincipalName || member.email),
    ofTenant: isOfTenant(userPrincipalName.toLowerCase(), userRole.toLowerCase(), member.tenantId),
  }));
export type Member = z.infer<typeof memberSchema>;

/** Whether somebody is of the tenant that Teams names, and not its guest; null: Teams did not say both. */
function isOfTenant(account: string, role: string, tenantId: string | null | undefined): boolean | null {
  if (account.includes('#ext#') || role === 'guest' || role === 'anonymous') return false;
  return tenantId && (role === 'user' || role === 'owner') ? true : null;
}

const pageSchema = z.object({ members: z.array(memberSchema).default([]), continuationToken: z.string().nullish() });

export type People = ReturnType<typeof createPeople>;

/**
 * `rosterOf`: the conversation whose roster is searched for people of the desk who sent no activity yet; null: there is none yet.
 * A person is named by their key (outage/types/person-key.ts).
 */
export function createPeople(parts: { cache: Cache; rosterOf: () => Promise<string | null>; botId: string; deskTenant: string }) {
  const { cache, rosterOf, botId, deskTenant } = parts;
  const idKey = (personId: string) => `teams-id:${personId}`;
  const chatKey = (personId: string) => `chat:${personId}`;

  return {
    /** Stores the id by which Teams knows a person, as their activities name it. */
    seen: (personId: string, teamsId: string) => cache.keep(idKey(personId), teamsId, SEEN_MS),

    /** The conversation id of the bot's chat with a person; creates the chat if there is none. */
    async chatWith(personId: string, tenantId: string, client: ConnectorClient): Promise<string> {
      const known = await cache.get(chatKey(personId), true);
      return typeof known === 'string' ? known : await openChat(personId, tenantId, client);
    },

    openChat,
    teamsIdOf,
    /** The same without asking Teams. */
    async knownAs(personId: string): Promise<string> {
      const known = await cache.get(idKey(personId));
      return typeof known === 'string' ? known : partsOf(storedPersonKey(personId)).objectId;
    },

    /** Whether `chatWith` will answer from the cache; such a chat may be gone. */
    remembersChat: async (personId: string) => (await cache.get(chatKey(personId), true)) !== undefined,
    forgetChat: (personId: string) => cache.delete(chatKey(personId)),

    member,

    /** The Entra id of somebody who is mentioned in a conversation of the desk, by its roster; null when Teams does not answer, or they are of another tenant. */
    entraId: (conversationId: string, teamsId: string, client: ConnectorClient) =>
      member(conversationId, teamsId, client).then(
        (one) => (isOfDesk(one) ? one.aadObjectId : null),
        () => null,
      ),

    /** Name and e-mail by the roster of a conversation; the given name and no e-mail when Teams does not answer. */
    profile: (conversationId: string, teamsId: string, name: string, client: ConnectorClient) =>
      member(conversationId, teamsId, client).then(
        (found) => ({ name: found.name || name, email: found.email }),
        // It only fills in a field, so its failure must not stop a report.
        () => ({ name, email: '' }),
      ),
  };

  /** A member of a conversation. Throws when Teams does not answer. */
  async function member(conversationId: string, teamsId: string, client: ConnectorClient): Promise<Member> {
    return memberSchema.parse(await client.conversations.getConversationMember(conversationId, teamsId));
  }

  /** Opens the chat anew, past the cache. Sends nothing. Throws the client's error when the person cannot be written to. */
  async function openChat(personId: string, tenantId: string, client: ConnectorClient): Promise<string> {
    if (isNobody(personId)) throw new SendError('never', 'nobody can say whose chat it is');
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

  /** Teams' own id, from the cache or the roster; else the Entra id, which Teams mostly accepts too. */
  async function teamsIdOf(personId: string, client: ConnectorClient): Promise<string> {
    const known = await cache.get(idKey(personId));
    if (typeof known === 'string') return known;
    const { tenantId, objectId } = partsOf(storedPersonKey(personId));
    const roster = tenantId === null ? await rosterOf() : null;
    if (roster === null) return objectId;
    for await (const { members } of pagesOf(roster, client)) {
      const ours = members.filter(isOfDesk);
      for (const member of ours) await cache.set(idKey(member.aadObjectId), member.id, 24 * HOUR_MS);
      const found = ours.find(({ aadObjectId }) => aadObjectId === personId);
      if (found) return found.id;
    }
    return objectId;
  }

  /** A shared channel has members from other tenants, and the same object id there is somebody else. */
  function isOfDesk(member: Member): member is Member & { aadObjectId: string } {
    return member.aadObjectId !== undefined && (member.tenantId?.toLowerCase() ?? deskTenant) === deskTenant;
  }
}

/** The members of a conversation, page by page. Throws the client's error where the bot is not installed. */
export async function* membersOf(conversationId: string, client: ConnectorClient) {
  for await (const { members } of pagesOf(conversationId, client)) yield* members;
}

async function* pagesOf(conversationId: string, client: ConnectorClient) {
  let continuationToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    // The SDK's type requires a token for the first page too, which has none.
    const options = { pageSize: PAGE, continuationToken } as { pageSize: number; continuationToken: string };
    const found = pageSchema.parse(await client.conversations.getConversationPagedMembers(conversationId, options));
    yield found;
    if (!found.continuationToken) return;
    continuationToken = found.continuationToken;
  }
}
