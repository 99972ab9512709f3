/**
 * A connector that behaves like Teams' over real HTTP: makes threads and chats, keeps every message and edit, and fails
 * in the ways that a test asks for. The bot's own SDK talks to it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withoutPhoneLinks } from '../cards/walk.ts';
import { createFakeGraph, type FakeGraph, type SentMessage } from './fake-graph.ts';
import { drawProxyAnswer, mentionedIn, PROXY_ANSWERS, type ProxyAnswer, type WireAnswer, wireAnswer } from './quirks/answers.ts';
import { FRIENDLY, type Manners } from './quirks/manners.ts';
import { type Account, asListed, inOrder } from './quirks/roster.ts';
import { createTargetedRoute, NOT_FOUND, type RouteState, roomOfConversation } from './targeted.ts';

/** `targeted`: by the route for messages that one person sees. */
export type TeamsRequest = { readonly method: string; readonly path: string; readonly text: string; readonly targeted: boolean };
/** `hang`: no answer comes. `accept-and-...`: the message is accepted before that. `proxy`: something in between says 200. */
export type Failure =
  | { status: number; headers?: Record<string, string>; acceptedFirst?: boolean; code?: string }
  | { proxy: ProxyAnswer }
  | 'reset'
  | 'hang'
  | 'accept-and-reset'
  | 'accept-and-hang';
type Rule = { matches: (request: TeamsRequest) => boolean; failure: Failure; left: number };
/** A post or an edit, and its outcome. `room`: the conversation whose limits it counts for. */
export type Decided = {
  readonly request: TeamsRequest;
  readonly room: string;
  readonly failure: Failure | undefined;
  /** Teams' answer; null when it was not accepted. */
  readonly result: { readonly status: number; readonly body: unknown } | null;
};
export type Hooks = {
  /** Called for each post and edit before it is accepted; may be slow. */
  readonly judge?: (request: TeamsRequest, room: string) => Promise<Failure | undefined>;
  readonly onDecided?: (decided: Decided) => void;
};

/** `to`: leads there instead. */
export type Attached = { readonly data: Buffer; status?: number; to?: string; authorization?: string | undefined };

export type FakeTeams = {
  readonly serviceUrl: string;
  /** How strange it is, and its clients are. */
  readonly manners: Manners;
  /** Reads the same messages. Only used if a test gives its address to the bot. */
  readonly graph: FakeGraph;
  readonly messages: SentMessage[];
  readonly roster: Account[];
  /** Conversations with a roster of their own, which is answered in pages of two. */
  readonly rosters: Map<string, Account[]>;
  /** Channels by team; the first channel of a team has no name. */
  readonly channels: { id: string; name?: string; teamId: string; team: string }[];
  /** Conversations whose members are not answered, and the status instead. */
  readonly untold: Map<string, number>;
  /** People, by their Teams ids, whom no message can mention: it is refused with 400. */
  readonly unmentionable: Set<string>;
  /** Messages, by their ids, that somebody deleted: their edits are refused with 404, and so are replies in their threads. */
  readonly deleted: Set<string>;
  /** Conversations, with all their threads, where every post and edit is refused, and the status. */
  readonly refusing: Map<string, number>;
  /** What people attached, by its path below the service address; `authorization`: who asked for it. */
  readonly attached: Map<string, Attached>;
  /** Who is no member of a conversation any more: its id and the person's Teams id, with a space between. */
  readonly left: Set<string>;
  /** The tenant of a channel or chat, where a test says so. What names another one for it is refused with 403, and stands in `foreign`. */
  readonly tenants: Map<string, string>;
  readonly foreign: string[];
  /** What people read in a tenant: of the conversations in `tenants`. */
  inTenant(tenant: string): SentMessage[];
  /** How the route of targeted messages is: see targeted.ts. */
  targeted: RouteState;
  /** The requests by that route, including those that failed. */
  targetedRequests(): readonly TeamsRequest[];
  /** All posts, edits and deletions, including those that failed. */
  readonly received: TeamsRequest[];
  /** The paths of all GET requests. */
  readonly asked: string[];
  /** Conversations with a request while another one was not yet answered. */
  readonly overlaps: string[];
  /** Resolves when `holds` is true; checked after each request. */
  until(holds: () => boolean): Promise<void>;
  /** Ends all failing. */
  heal(): void;
  /** Fails the next `times` requests that match. */
  failNext(failure: Failure, options?: { times?: number; matches?: Rule['matches'] }): void;
  /** All of them, whoever sees them, and those that were removed. */
  in(conversationId: string): SentMessage[];
  /** What a person, by their Teams id, sees there: what is for everybody, and what is for them alone. */
  seenBy(person: string, conversationId: string): SentMessage[];
  /** All text of a message's card, in reading order. */
  text(message: SentMessage | undefined): string;
  stop(): Promise<void>;
};

const PAGE = 2;
const SMALL_PAGE = 1;
/** Where a seed lets somebody be unmentionable: this one of the roster. */
const LEFT = 2;
const READ = ['text', 'title', 'label', 'placeholder'];

/** Teams quotes the request in its errors. */
const refusalOf = (sent: string, code = 'Injected') => ({ error: { code, message: `injected: ${sent.slice(0, 2_000)}` } });

/** Every string of a card that a person reads, in reading order; the runs of a text are one line. */
export function cardText(card: unknown, between = '\n'): string {
  if (typeof card !== 'object' || card === null) return '';
  return Object.entries(card)
    .filter(([key]) => key !== 'fallback' && key !== 'data')
    .map(([key, inner]) =>
      READ.includes(key) && typeof inner === 'string' ? withoutPhoneLinks(inner) : cardText(inner, key === 'inlines' ? '' : '\n'),
    )
    .filter((text) => text !== '')
    .join(between);
}

export async function startFakeTeams(now: () => number, { judge, onDecided }: Hooks = {}, manners: Manners = FRIENDLY): Promise<FakeTeams> {
  const messages: SentMessage[] = [];
  const roster: FakeTeams['roster'] = [];
  const rules: Rule[] = [];
  const waiting = new Set<{ holds: () => boolean; resolve: () => void }>();
  const busy = new Set<string>();
  const used = new WeakSet<object>();
  let nextId = 1_000_000;
  const graph = createFakeGraph({ messages, now });

  const server = createServer((request, response) => {
    void receive(request, response).catch((error) => reply(response, { status: 500, body: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  graph.url = `http://127.0.0.1:${port}/graph`;

  const teams: FakeTeams = {
    serviceUrl: `http://127.0.0.1:${port}/teams`,
    manners,
    graph,
    messages,
    roster,
    rosters: new Map(),
    channels: [],
    untold: new Map(),
    unmentionable: new Set(),
    deleted: new Set(),
    refusing: new Map(),
    attached: new Map(),
    left: new Set(),
    tenants: new Map(),
    foreign: [],
    inTenant: (tenant) => messages.filter(({ conversationId }) => teams.tenants.get(roomOfConversation(conversationId)) === tenant),
    targeted: 'there',
    targetedRequests: () => teams.received.filter(({ targeted }) => targeted),
    received: [],
    asked: [],
    overlaps: [],
    until: (holds) => new Promise((resolve) => void (holds() ? resolve() : waiting.add({ holds, resolve }))),
    heal: () => void rules.splice(0),
    failNext: (failure, { times = 1, matches = () => true } = {}) => void rules.push({ failure, left: times, matches }),
    in: (conversationId) => messages.filter((message) => message.conversationId === conversationId),
    seenBy: (person, conversationId) => teams.in(conversationId).filter((message) => targetedRoute.isSeen(message, person)),
    text: (message) => (message ? cardText(message.card) : ''),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const targetedRoute = createTargetedRoute({ teams, now });
  return teams;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/graph/')) return graph.handle(request, response);
    const text = await bodyOf(request);
    const isReused = used.has(request.socket);
    used.add(request.socket);
    const isReset = isReused && manners.shows('reset of a reused connection');
    const asked = new URL(request.url ?? '/', 'http://x');
    const path = decodeURIComponent(asked.pathname).replace(/^\/teams\/v3/, '');
    const method = request.method ?? 'GET';
    if (method === 'GET') {
      if (isReset) return void request.socket.destroy();
      teams.asked.push(path);
      const attached = teams.attached.get(path);
      if (attached) return replyWith(attached, request, response);
      return void reply(response, find(path, Number(asked.searchParams.get('continuationToken'))));
    }
    const room = roomOf(path, text);
    if (busy.has(room)) teams.overlaps.push(room);
    busy.add(room);
    // Gives a second request to the same conversation the chance to overlap.
    await new Promise(setImmediate);
    const received = { method, path, text, targeted: asked.searchParams.get('isTargetedActivity') === 'true' };
    const failure = isReset ? 'reset' : (failureOf(received) ?? (await judge?.(received, room)) ?? refusalBy(received, room));
    teams.received.push(received);
    try {
      respond({ failure, room, request: received }, request, response);
    } finally {
      busy.delete(room);
      look();
    }
  }

  function respond(asked: Omit<Decided, 'result'>, request: IncomingMessage, response: ServerResponse) {
    const { failure } = asked;
    const { text } = asked.request;
    const proxy = proxyFor(failure);
    const result = proxy === null && accepts(failure) ? answer(asked.request, text ? JSON.parse(text) : {}) : null;
    onDecided?.({ ...asked, result });
    if (proxy) return replyRaw(response, proxy);
    if (typeof failure === 'string') return failure.endsWith('hang') ? undefined : void request.socket.destroy();
    if (failure && 'status' in failure)
      return reply(response, { status: failure.status, body: refusalOf(text, failure.code) }, failure.headers);
    if (result) replyAsTeams(response, asked.request, result);
  }

  function proxyFor(failure: Failure | undefined): WireAnswer | null {
    if (failure === undefined) return drawProxyAnswer(manners);
    return typeof failure === 'object' && 'proxy' in failure ? PROXY_ANSWERS[failure.proxy] : null;
  }

  function accepts(failure: Failure | undefined): boolean {
    if (failure === undefined) return true;
    if (typeof failure === 'string') return failure.startsWith('accept');
    return 'status' in failure && failure.acceptedFirst === true;
  }

  function replyAsTeams(response: ServerResponse, { method, path }: TeamsRequest, result: { status: number; body: unknown }) {
    if (result.status >= 300) return reply(response, result);
    if (method === 'DELETE') return reply(response, result);
    const asked = method === 'PUT' ? 'edit' : path === '/conversations' ? 'conversation' : 'message';
    replyRaw(response, wireAnswer(asked, result.body, manners));
  }

  function replyWith(attached: Attached, { headers }: IncomingMessage, response: ServerResponse) {
    const { status = 200, to, data } = attached;
    attached.authorization = headers.authorization;
    // Two statements, as below.
    response.writeHead(to === undefined ? status : 302, {
      'content-type': 'application/octet-stream',
      ...(to !== undefined && { location: to }),
    });
    response.end(status === 200 ? data : undefined);
  }

  /** What Teams refuses to this bot for as long as it lasts, whoever asks. */
  function refusalBy({ method, path, text, targeted }: TeamsRequest, room: string): Failure | undefined {
    const needed = (method === 'PUT' ? /\/activities\/([^/]+)$/ : /;messageid=([^/]+)\/activities/).exec(path)?.[1];
    const isTargetedEdit = targeted && method !== 'POST';
    if (!isTargetedEdit && needed !== undefined && teams.deleted.has(needed)) return { status: 404, code: 'ConversationNotFound' };
    const status = teams.refusing.get(room);
    if (status !== undefined) return { status };
    const wrong = method === 'DELETE' ? undefined : wrongTenant(method, path, JSON.parse(text || '{}') as Body, room);
    if (wrong) return wrong;
    if (method === 'PUT' && manners.shows('edit refused')) return { status: 403 };
    return mentionedIn(text).some(isUnmentionable) ? { status: 400 } : undefined;
  }

  /** Some tenants are reported to refuse what does not say who sends it, and where. */
  function wrongTenant(method: string, path: string, body: Body, room: string): Failure | undefined {
    const isNew = path === '/conversations';
    const named = isNew ? [body.tenantId, body.channelData?.tenant?.id] : [body.conversation?.tenantId];
    const [member] = body.members ?? [];
    const account = roster.find(({ id, aadObjectId }) => id === member?.id || aadObjectId === member?.id);
    const right = member ? account?.tenantId : teams.tenants.get(room);
    if (right !== undefined && named.some((one) => one !== undefined && one !== right)) {
      teams.foreign.push(`${method} ${path}: ${named} instead of ${right}`);
      return { status: 403, code: 'TenantMismatch' };
    }
    const isComplete = isNew ? named.every(Boolean) : Boolean(body.from?.id && named[0]);
    return method === 'POST' && manners.has('message without its tenant refused') && !isComplete ? { status: 403 } : undefined;
  }

  /** By either of their ids. */
  function isUnmentionable(id: string): boolean {
    const account = roster.find((one) => one.id === id || one.aadObjectId === id);
    const isChosen = manners.has('person who cannot be mentioned') && account === roster[LEFT];
    return isChosen || [id, account?.id].some((one) => one !== undefined && teams.unmentionable.has(one));
  }

  function replyRaw(response: ServerResponse, { status, type, text }: WireAnswer) {
    // Two statements, as below.
    response.writeHead(status, type === null ? {} : { 'content-type': type });
    response.end(text);
  }

  function reply(response: ServerResponse, { status, body }: { status: number; body: unknown }, headers: Record<string, string> = {}) {
    // Two statements: restify, in the same process, replaces writeHead of all responses by one that returns nothing.
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  }

  function look() {
    for (const one of waiting) {
      if (!one.holds()) continue;
      waiting.delete(one);
      one.resolve();
    }
  }

  /** The conversation whose limits a request counts for: all threads of a channel share one. */
  function roomOf(path: string, text: string): string {
    const [, conversationId] = /^\/conversations\/([^/]+)\/activities/.exec(path) ?? [];
    if (conversationId) return roomOfConversation(conversationId);
    const { channelData, members } = JSON.parse(text || '{}') as Body;
    return channelData?.channel?.id ?? `new chat with ${members?.[0]?.id}`;
  }

  function failureOf(request: TeamsRequest): Failure | undefined {
    const rule = rules.find(({ left, matches }) => left > 0 && matches(request));
    if (rule) rule.left -= 1;
    return rule?.failure;
  }

  async function bodyOf(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }

  type Body = {
    isGroup?: boolean;
    channelData?: { channel?: { id: string }; tenant?: { id?: string } };
    activity?: Sent;
    members?: { id: string }[];
    tenantId?: string;
    conversation?: { tenantId?: string };
    from?: { id?: string };
  } & Sent;
  type Sent = { summary?: string; attachments?: { content: unknown }[]; recipient?: unknown };

  function keep(conversationId: string, id: string, sent: Sent, only: string | null = null): void {
    messages.push({ id, conversationId, summary: sent.summary ?? '', card: sent.attachments?.[0]?.content, edits: 0, at: now(), only });
  }

  function answer({ method, path, targeted }: TeamsRequest, body: Body): { status: number; body: unknown } {
    const id = String(nextId++);
    const isTargeted = targeted && teams.targeted !== 'ignored';
    if (method === 'POST' && path === '/conversations') return open(body, id);
    const [, conversationId = '', activityId] = /^\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(path) ?? [];
    const edited = messages.find((message) => message.id === activityId);
    const checked = isTargeted
      ? targetedRoute.check(method, { conversationId, recipient: body.recipient, message: edited })
      : { only: null };
    if ('status' in checked) return checked;
    if (method === 'POST') {
      keep(conversationId, id, body, checked.only);
      return { status: 201, body: { id } };
    }
    // By the route that it did not come by, and after it was removed, a message is not found.
    if (!edited || edited.deleted || (edited.only !== null) !== isTargeted) return NOT_FOUND;
    if (method === 'DELETE') {
      edited.deleted = true;
      return { status: 200, body: {} };
    }
    edited.card = body.attachments?.[0]?.content;
    edited.summary = body.summary ?? '';
    edited.edits += 1;
    return { status: 200, body: { id: edited.id } };
  }

  function find(path: string, from: number): { status: number; body: unknown } {
    const [, conversation, member] = /^\/conversations\/(.+?)\/(?:pagedmembers|members\/(.+))$/.exec(path) ?? [];
    if (conversation) return whoIsIn(conversation, member, from);
    const [, ofTeam] = /^\/teams\/(.+)\/conversations$/.exec(path) ?? [];
    if (ofTeam) return { status: 200, body: { conversations: teams.channels.filter((channel) => channel.teamId === ofTeam) } };
    const [, team] = /^\/teams\/(.+)$/.exec(path) ?? [];
    const named = teams.channels.find((channel) => channel.teamId === team);
    if (named) return { status: 200, body: { id: team, name: named.team, aadGroupId: graph.groups.get(team ?? '') } };
    return { status: team && graph.groups.has(team) ? 200 : 404, body: { id: team, aadGroupId: graph.groups.get(team ?? '') } };
  }

  /** One member, or a page of members. */
  function whoIsIn(conversation: string, member: string | undefined, from: number): { status: number; body: unknown } {
    const untold = teams.untold.get(conversation);
    if (untold) return { status: untold, body: { error: { code: 'BotNotInConversationRoster', message: '' } } };
    if (member) {
      const found = roster.find(({ id }) => id === member && !hasLeft(conversation, id));
      return found
        ? { status: 200, body: asListed(found, manners) }
        : { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: '' } } };
    }
    const own = teams.rosters.get(conversation);
    const members = (own ?? roster).filter(({ id }) => !hasLeft(conversation, id));
    const all = inOrder(members, manners);
    const size = manners.has('roster in pages of one') ? SMALL_PAGE : own ? PAGE : all.length;
    const rest = from + size < all.length ? { continuationToken: String(from + size) } : {};
    return { status: 200, body: { members: all.slice(from, from + size).map((one) => asListed(one, manners)), ...rest } };
  }

  function hasLeft(conversationId: string, person: string): boolean {
    return [conversationId, roomOfConversation(conversationId)].some((one) => teams.left.has(`${one} ${person}`));
  }

  function open(body: Body, id: string): { status: number; body: unknown } {
    const channel = body.channelData?.channel?.id;
    if (!channel) {
      const chat = `a:chat-with-${body.members?.[0]?.id}`;
      if (body.tenantId) teams.tenants.set(chat, body.tenantId);
      return { status: 201, body: { id: chat } };
    }
    const conversationId = `${channel};messageid=${id}`;
    keep(conversationId, id, body.activity ?? {});
    return { status: 201, body: { id: conversationId, activityId: id } };
  }
}
