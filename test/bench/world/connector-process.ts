/**
 * A connector as a process of its own, with Teams' limits. Much smaller than the fake Teams of the tests, and it keeps nothing but
 * counts, so that hours of load neither fill it nor slow it down. Tells the bench of each message that it accepts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createLimiter, TEAMS_LIMITS, TENANT_LIMITS } from '../../support/teams/teams-limits.ts';
import { memberOf } from './people.ts';

/** `card`: of an answer in somebody's own chat and of the first message of a thread, whose buttons are pressed. */
export type Message = {
  readonly kind: 'opening' | 'post' | 'edit' | 'chat';
  /** By this machine's clock, before the answer. */
  readonly at: number;
  readonly conversationId: string;
  readonly id: string;
  readonly summary: string;
  readonly card: unknown;
};
export type Told = { readonly serviceUrl: string } | { readonly message: Message } | { readonly refused: string };

const { values } = parseArgs({
  options: { limits: { type: 'boolean', default: false }, 'answer-ms': { type: 'string', default: '0' } },
});
const answerMs = Number(values['answer-ms']);
const limiter = createLimiter();
const tenant = { name: 'the tenant', limits: TENANT_LIMITS };
let nextId = 1_000_000;

type Sent = { text?: string; summary?: string; attachments?: { content: unknown }[] };
type Opening = Sent & { activity?: Sent; members?: { id: string }[]; channelData?: { channel?: { id: string } } };

const tell = (told: Told) => void process.send?.(told);

const server = createServer((request, response) => void receive(request, response));
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  tell({ serviceUrl: `http://127.0.0.1:${port}/teams/` });
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/teams\/+v3/, '');
  const body = chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as Opening) : {};
  const [status, answer] = request.method === 'GET' ? found(path) : taken(request.method ?? '', path, body, at);
  if (answerMs > 0) await pause(answerMs);
  const headers = status === 429 ? { 'retry-after': '1' } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(answer));
}

function found(path: string): [number, object] {
  const [, one] = /^\/conversations\/[^/]+\/members\/(.+)$/.exec(path) ?? [];
  const member = memberOf(one);
  if (member) return [200, member];
  return path.endsWith('/pagedmembers') ? [200, { members: [] }] : [404, {}];
}

function taken(method: string, path: string, body: Opening, at: number): [number, object] {
  const [, conversationId = '', activityId = ''] = /^\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(path) ?? [];
  const channel = body.channelData?.channel?.id;
  const room = conversationId.replace(/;messageid=.*$/, '') || channel || `new chat with ${body.members?.[0]?.id}`;
  if (values.limits) {
    const asked = limiter.ask([{ name: room, limits: TEAMS_LIMITS }, tenant], at);
    if (asked !== 'taken') {
      tell({ refused: `${asked.scope}: more than ${asked.limit.requests} in ${asked.limit.withinMs} ms` });
      return [429, {}];
    }
  }
  nextId += 1;
  const id = method === 'PUT' ? activityId : String(nextId);
  if (path === '/conversations' && channel) {
    const thread = `${channel};messageid=${id}`;
    say('opening', { conversationId: thread, id, sent: body.activity ?? {}, at });
    return [201, { id: thread, activityId: id }];
  }
  if (path === '/conversations') return [201, { id: `a:${body.members?.[0]?.id.slice(3)}` }];
  say(method === 'PUT' ? 'edit' : conversationId.startsWith('a:') ? 'chat' : 'post', { conversationId, id, sent: body, at });
  return [method === 'PUT' ? 200 : 201, { id }];
}

type Said = { readonly conversationId: string; readonly id: string; readonly sent: Sent; readonly at: number };

function say(kind: Message['kind'], { conversationId, id, sent, at }: Said): void {
  const card = kind === 'opening' || kind === 'chat' ? (sent.attachments?.[0]?.content ?? null) : null;
  tell({ message: { kind, at, conversationId, id, summary: sent.summary ?? sent.text ?? '', card } });
}
