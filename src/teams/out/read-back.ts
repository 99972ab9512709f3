/**
 * Reads a conversation through Microsoft Graph, to find out whether a message arrived whose answer was lost. Without the
 * permission (ChannelMessage.Read.Group, ChatMessage.Read.Chat) Graph answers 403, and the outcome stays unknown.
 */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { AppCredentials, AuthenticationConstants } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../../engine/ports/log.ts';
import type { Address, Cache, Messenger, Posted } from '../../engine/ports/messenger.ts';
import type { Credentials } from '../credentials.ts';
import type { Groups } from '../people/groups.ts';
import { MARKED, markOf } from './messenger.ts';
import { withTimeout } from './timeout.ts';

const PAGE = 50;
const MOST_PAGES = 5;
/** How long a room that may not be read is not tried again. */
const REFUSED_MS = 10 * 60_000;
/** Microsoft's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 2 * 60_000;
const NOT_GRANTED = new Set([401, 403]);

const messageSchema = z.object({
  id: z.string().min(1).max(200),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string().nullish(),
  from: z.object({ application: z.unknown().optional() }).nullish(),
  attachments: z.array(z.object({ content: z.string().nullish() })).nullish(),
});
const pageSchema = z.object({ value: z.array(messageSchema), '@odata.nextLink': z.string().optional() });
type GraphMessage = z.infer<typeof messageSchema>;

/** A channel, one thread of it, or a group chat. `id`: of the channel or chat. */
type Room = { readonly kind: 'channel' | 'thread' | 'chat'; readonly id: string; readonly root: string; readonly tenantId: string };

type Search = { readonly marks: readonly string[]; readonly known: Map<string, Posted | 'absent'> };

/** `limitMs`: nothing takes longer, however many requests it needs. `graphUrl`: without a slash at its end. */
export function createReadBack(parts: {
  graphUrl: string;
  token: () => Promise<string>;
  groups: Pick<Groups, 'of'>;
  cache: Cache;
  limitMs: number;
  log: Log;
}): NonNullable<Messenger['find']> {
  const { graphUrl, token, groups, cache, limitMs, log } = parts;
  const refusedKey = (room: string) => `not-readable:${room}`;

  return async (address, marks, since) => {
    const known = new Map<string, Posted | 'absent'>();
    const room = roomOf(address);
    if (!room) return known;
    const ending = new AbortController();
    try {
      const search = find(room, { marks, known }, since, ending.signal);
      await withTimeout(search, limitMs, () => new Error(`no end within ${limitMs} ms`));
    } catch (error) {
      log.warn({ err: error, conversation: room.id }, 'a message could not be looked for');
    } finally {
      ending.abort();
    }
    return new Map(known);
  };

  /** Adds each finding to `known` at once, so that it counts even if reading fails later. */
  async function find(room: Room, { marks, known }: Search, since: number, signal: AbortSignal): Promise<void> {
    const missing = new Map(marks.map((key) => [markOf(key), key]));
    for await (const { messages, isLast } of pagesOf(room, signal)) {
      for (const message of messages) takeFound(room, message, missing, known);
      const young = messages.filter((message) => !isBefore(message, since - CLOCK_SKEW_MS));
      if (missing.size === 0 || young.some(provesNothing)) return;
      if (isLast || (messages.length > 0 && young.length === 0)) {
        for (const key of missing.values()) known.set(key, 'absent');
        return;
      }
    }
  }

  /** A few pages; none of a room that may not be read, or of a channel whose group is not known. */
  async function* pagesOf(room: Room, signal: AbortSignal): AsyncGenerator<{ messages: GraphMessage[]; isLast: boolean }> {
    if ((await cache.get(refusedKey(room.id))) === true) return;
    const path = await pathOf(room);
    let url = path === null ? undefined : `${graphUrl}/v1.0${path}`;
    for (let page = 1; url !== undefined && page <= MOST_PAGES; page++) {
      // The request carries our token, so a link to another host is not followed.
      if (!url.startsWith(`${graphUrl}/`)) throw new Error('Graph links to another host');
      const answer = await read(url, room, signal);
      url = answer['@odata.nextLink'];
      yield { messages: answer.value, isLast: url === undefined };
    }
  }

  async function read(url: string, room: Room, signal: AbortSignal): Promise<z.infer<typeof pageSchema>> {
    const headers = { authorization: `Bearer ${await token()}` };
    const response = await fetch(url, { headers, signal, redirect: 'error' });
    if (NOT_GRANTED.has(response.status)) await cache.set(refusedKey(room.id), true, REFUSED_MS);
    if (!response.ok) throw new Error(`Graph answered ${response.status}`);
    return pageSchema.parse(await response.json());
  }

  /** Newest first, as Graph orders them; in a channel, the threads with the latest replies come first. */
  async function pathOf({ kind, id, root, tenantId }: Room): Promise<string | null> {
    if (kind === 'chat') return `/chats/${encodeURIComponent(id)}/messages?$top=${PAGE}&$orderby=createdDateTime%20desc`;
    const group = await groups.of(id, tenantId);
    if (group === null) return null;
    const threads = `/teams/${group}/channels/${encodeURIComponent(id)}/messages`;
    return kind === 'channel' ? `${threads}?$top=${PAGE}` : `${threads}/${encodeURIComponent(root)}/replies?$top=${PAGE}`;
  }
}

/** Null for the chat with one person, which Graph knows by another id, and for what one person alone sees. */
function roomOf(address: Address): Room | null {
  if (address.to === 'person' || address.to === 'one') return null;
  if (address.to === 'new-thread') {
    return { kind: 'channel', id: address.room.conversationId, root: '', tenantId: address.room.tenantId };
  }
  const { conversationId, tenantId } = address;
  const [, channel, root] = /^(.+);messageid=(.+)$/.exec(conversationId) ?? [];
  if (channel && root) return { kind: 'thread', id: channel, root, tenantId };
  return /^19:.+@thread\.v2$/.test(conversationId) ? { kind: 'chat', id: conversationId, root: '', tenantId } : null;
}

function takeFound(room: Room, message: GraphMessage, missing: Map<string, string>, known: Search['known']): void {
  const content = contentOf(message);
  for (const [mark, key] of missing) {
    if (!content.includes(mark)) continue;
    known.set(key, posted(room, message.id));
    missing.delete(mark);
  }
}

const posted = ({ kind, id, root }: Room, activityId: string): Posted => ({
  conversationId: kind === 'chat' ? id : `${id};messageid=${kind === 'thread' ? root : activityId}`,
  activityId,
});

const contentOf = ({ attachments }: GraphMessage): string => attachments?.map(({ content }) => content ?? '').join(' ') ?? '';

/** A date that cannot be read does not prove that a message is older. */
const isBefore = ({ createdDateTime, lastModifiedDateTime }: GraphMessage, since: number): boolean =>
  Date.parse(createdDateTime) < since && Date.parse(lastModifiedDateTime ?? createdDateTime) < since;

/** A bot's card without a mark: it may be ours with its mark lost, so not finding a mark proves nothing. */
const provesNothing = (message: GraphMessage): boolean =>
  Boolean(message.from?.application) && Boolean(message.attachments?.length) && !contentOf(message).includes(MARKED);

/** The bot's token for Graph; throws when there is none. `tenantId`: the desk's, since a multi-tenant bot has no tenant of its own. */
export function createGraphToken({ options, factory: own }: Credentials, tenantId: string, graphUrl: string): () => Promise<string> {
  const { MicrosoftAppId = '', MicrosoftAppType } = options;
  const ofDesk = { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: tenantId };
  const known = MicrosoftAppType === 'MultiTenant' ? { ...options, ...ofDesk } : options;
  const factory = own ?? new ConfigurationServiceClientCredentialFactory(known);
  const login = AuthenticationConstants.ToChannelFromBotLoginUrlPrefix;
  return async () => {
    const credentials = await factory.createCredentials(MicrosoftAppId, new URL(graphUrl).origin, login, true);
    if (!(credentials instanceof AppCredentials)) throw new Error("the SDK's credentials give no token any more");
    return await credentials.getToken();
  };
}

/** Graph's address and the bot's token for it; undefined in the playground, which has none. */
export function graphOf(config: { readonly playground: boolean; readonly GRAPH_URL: string }, credentials: Credentials, tenantId: string) {
  const url = config.GRAPH_URL.replace(/\/+$/, '');
  return config.playground ? undefined : { url, token: createGraphToken(credentials, tenantId, url) };
}
