/**
 * A connector that behaves like Teams' over real HTTP: makes threads and chats, keeps every message and edit, and fails
 * in the ways that a test asks for. The bot's own SDK talks to it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SentMessage = { id: string; conversationId: string; summary: string; card: unknown; edits: number; at: number };
export type Failure = { status: number; headers?: Record<string, string>; acceptedFirst?: boolean } | 'reset' | 'accept-and-reset';
type Rule = { matches: (request: { method: string; path: string; text: string }) => boolean; failure: Failure; left: number };

export type FakeTeams = {
  readonly serviceUrl: string;
  readonly messages: SentMessage[];
  readonly roster: { id: string; aadObjectId: string; name: string; email: string }[];
  /** How many posts and edits came in, also those that failed. */
  requests: number;
  /** Fails the next `times` requests that match. */
  failNext(failure: Failure, options?: { times?: number; matches?: Rule['matches'] }): void;
  in(conversationId: string): SentMessage[];
  /** All text of a message's card, in reading order. */
  text(message: SentMessage | undefined): string;
  stop(): Promise<void>;
};

/** Every string of a card that a person reads. */
export function cardText(card: unknown): string {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const inner of value) visit(inner);
    else
      for (const [key, inner] of Object.entries(value)) {
        if (['text', 'title', 'label', 'placeholder'].includes(key) && typeof inner === 'string') found.push(inner);
        else if (key !== 'fallback' && key !== 'data') visit(inner);
      }
  };
  visit(card);
  return found.join('\n');
}

export async function startFakeTeams(now: () => number): Promise<FakeTeams> {
  const messages: SentMessage[] = [];
  const roster: FakeTeams['roster'] = [];
  const rules: Rule[] = [];
  let nextId = 1_000_000;

  const server = createServer((request, response) => {
    void receive(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const teams: FakeTeams = {
    serviceUrl: `http://127.0.0.1:${port}/teams`,
    messages,
    roster,
    requests: 0,
    failNext: (failure, { times = 1, matches = () => true } = {}) => void rules.push({ failure, left: times, matches }),
    in: (conversationId) => messages.filter((message) => message.conversationId === conversationId),
    text: (message) => (message ? cardText(message.card) : ''),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return teams;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/teams\/v3/, '');
    const method = request.method ?? 'GET';
    if (method !== 'GET') teams.requests += 1;
    const failure = method === 'GET' ? undefined : failureOf({ method, path, text });
    if (failure === 'reset') return void request.socket.destroy();
    if (typeof failure === 'object' && !failure.acceptedFirst) {
      response.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers });
      return void response.end(JSON.stringify({ error: { code: 'Injected', message: 'injected' } }));
    }
    const result = answer(method, path, text ? JSON.parse(text) : {});
    if (failure === 'accept-and-reset') return void request.socket.destroy();
    response.writeHead(typeof failure === 'object' ? failure.status : result.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(result.body));
  }

  function failureOf(request: { method: string; path: string; text: string }): Failure | undefined {
    const rule = rules.find(({ left, matches }) => left > 0 && matches(request));
    if (rule) rule.left -= 1;
    return rule?.failure;
  }

  async function bodyOf(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  }

  type Body = { isGroup?: boolean; channelData?: { channel?: { id: string } }; activity?: Sent; members?: { id: string }[] } & Sent;
  type Sent = { summary?: string; attachments?: { content: unknown }[] };

  function keep(conversationId: string, id: string, sent: Sent): void {
    messages.push({ id, conversationId, summary: sent.summary ?? '', card: sent.attachments?.[0]?.content, edits: 0, at: now() });
  }

  function answer(method: string, path: string, body: Body): { status: number; body: unknown } {
    if (method === 'GET') return look(path);
    const id = String(nextId++);
    if (method === 'POST' && path === '/conversations') return open(body, id);
    const [, conversationId = '', activityId] = /^\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(path) ?? [];
    if (method === 'POST') {
      keep(conversationId, id, body);
      return { status: 201, body: { id } };
    }
    const edited = messages.find((message) => message.id === activityId);
    if (!edited) return { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: '' } } };
    edited.card = body.attachments?.[0]?.content;
    edited.summary = body.summary ?? '';
    edited.edits += 1;
    return { status: 200, body: { id: edited.id } };
  }

  function look(path: string): { status: number; body: unknown } {
    if (path.endsWith('/pagedmembers')) return { status: 200, body: { members: roster } };
    const found = roster.find(({ id }) => path.endsWith(`/members/${id}`));
    return found ? { status: 200, body: found } : { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: '' } } };
  }

  function open(body: Body, id: string): { status: number; body: unknown } {
    const channel = body.channelData?.channel?.id;
    if (!channel) return { status: 201, body: { id: `a:chat-with-${body.members?.[0]?.id}` } };
    const conversationId = `${channel};messageid=${id}`;
    keep(conversationId, id, body.activity ?? {});
    return { status: 201, body: { id: conversationId, activityId: id } };
  }
}
