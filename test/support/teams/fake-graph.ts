/**
 * Microsoft Graph for the fake Teams: reads the messages that the connector accepted, newest first, in pages with links to
 * the next one. A test decides who may read, how late messages appear, and what is answered instead.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A message that the bot posted. `only`: the Teams id of the one person who sees it, of a targeted message; null: everybody
 * there. `deleted`: the bot removed it.
 */
export type SentMessage = {
  id: string;
  conversationId: string;
  summary: string;
  card: unknown;
  edits: number;
  at: number;
  only: string | null;
  deleted?: boolean;
};
/** A message that the bot did not post. `cards`: as JSON. */
export type Said = { conversationId: string; id: string; at: number; byBot?: boolean; cards?: string[] };
export type GraphAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'hang';

export type FakeGraph = {
  /** For the bot, without a slash at its end. */
  url: string;
  /** Path and query of all requests, decoded. */
  readonly asked: string[];
  readonly tokens: string[];
  readonly said: Said[];
  /** Groups by the id of the team, as the connector answers them. */
  readonly groups: Map<string, string>;
  /** The size of a page at most, whatever is asked for. */
  pageSize: number;
  /** Newer messages are not shown yet. */
  staleMs: number;
  /** Answers instead of Graph; null: not this time. */
  instead: (path: string) => GraphAnswer | null;
  /** Changes the text of a card, as Graph would show it. */
  shown: (card: string) => string;
  handle(request: IncomingMessage, response: ServerResponse): void;
};

export const GROUP_ID = '0a1b2c3d-0000-4000-8000-0000000009a9';

export function createFakeGraph({ messages, now }: { messages: readonly SentMessage[]; now: () => number }): FakeGraph {
  const graph: FakeGraph = {
    url: '',
    asked: [],
    tokens: [],
    said: [],
    groups: new Map(),
    pageSize: 50,
    staleMs: 0,
    instead: () => null,
    shown: (card) => card,
    handle,
  };
  return graph;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://x');
    const path = decodeURIComponent(url.pathname).replace(/^\/graph/, '');
    graph.asked.push(decodeURIComponent(`${path}${url.search}`));
    graph.tokens.push(request.headers.authorization ?? '');
    const answer = graph.instead(path) ?? page(path, url.searchParams);
    if (answer === 'hang') return;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  }

  function page(path: string, query: URLSearchParams): GraphAnswer {
    const all = shelf(path);
    if (!all) return { status: 404, body: { error: { code: 'NotFound' } } };
    const top = Math.min(Number(query.get('$top') ?? 20), graph.pageSize);
    const from = Number(query.get('$skiptoken') ?? 0);
    const more = all.length > from + top;
    const next = `${graph.url}${path.split('/').map(encodeURIComponent).join('/')}?$top=${top}&$skiptoken=${from + top}`;
    const value = all.slice(from, from + top).map(graphMessage);
    return { status: 200, body: { value, ...(more ? { '@odata.nextLink': next } : {}) } };
  }

  function shelf(path: string): Said[] | null {
    // Graph knows no targeted messages.
    const posted = messages.filter(({ only, deleted }) => only === null && !deleted);
    const everything = [...posted.map(ofBot), ...graph.said].filter(({ at }) => at <= now() - graph.staleMs);
    const [, chat] = /^\/v1\.0\/chats\/([^/]+)\/messages$/.exec(path) ?? [];
    if (chat) return newestFirst(everything.filter(({ conversationId }) => conversationId === chat));
    const [, group, channel, root] = /^\/v1\.0\/teams\/([^/]+)\/channels\/([^/]+)\/messages(?:\/([^/]+)\/replies)?$/.exec(path) ?? [];
    if (group !== GROUP_ID) return null;
    const thread = (id: string) => everything.filter(({ conversationId }) => conversationId === `${channel};messageid=${id}`);
    if (root) return newestFirst(thread(root).filter(({ id }) => id !== root));
    const roots = everything.filter(({ conversationId, id }) => conversationId === `${channel};messageid=${id}`);
    const lastIn = ({ id }: Said) => Math.max(...thread(id).map(({ at }) => at));
    return roots.toSorted((one, other) => lastIn(other) - lastIn(one));
  }

  function graphMessage({ id, at, byBot = false, cards = [] }: Said) {
    return {
      id,
      createdDateTime: new Date(at).toISOString(),
      lastModifiedDateTime: new Date(at).toISOString(),
      from: byBot ? { application: { id: 'bot' }, user: null } : { application: null, user: { id: 'somebody' } },
      body: { contentType: 'html', content: '<attachment id="1"></attachment>' },
      attachments: cards.map((card) => ({ id: '1', contentType: 'application/vnd.microsoft.card.adaptive', content: graph.shown(card) })),
    };
  }
}

const ofBot = ({ conversationId, id, at, card }: SentMessage): Said => ({
  conversationId,
  id,
  at,
  byBot: true,
  cards: [JSON.stringify(card)],
});

const newestFirst = (said: readonly Said[]) => said.toSorted((one, other) => other.at - one.at || Number(other.id) - Number(one.id));
