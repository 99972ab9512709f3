/** The requests of the SDK's client: a time limit, what counts as an answer of Teams, and connections that the other side has closed. */
import http from 'node:http';
import https from 'node:https';
import { z } from 'zod';
import { SendError } from '../../engine/ports/messenger.ts';

/** What the SDK's pipeline hands to a policy, as far as it is needed here. */
type PipelineRequest = {
  readonly method: string;
  url: string;
  body?: unknown;
  readonly headers: { get(name: string): string | undefined; delete(name: string): void };
  readonly requestId: string;
  timeout: number;
  agent?: http.Agent | undefined;
};
type PipelineResponse = {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
};
type SendRequest = (request: PipelineRequest, next: (request: PipelineRequest) => Promise<PipelineResponse>) => Promise<PipelineResponse>;
export type Policy = { readonly name: string; readonly sendRequest: SendRequest };

/** Many servers and proxies close a connection that was idle for 5 seconds, and a request that meets this is reset. */
const KEEP_MS = 4_000;
const secure = new https.Agent({ keepAlive: true, timeout: KEEP_MS });
const agents = [new http.Agent({ keepAlive: true, timeout: KEEP_MS }), secure];
/** The header by which the SDK names a request, and the requests that were given a connection which had been used before. */
const REQUEST_ID = 'x-ms-client-request-id';
const onReused = new Set<string>();
for (const agent of agents) {
  const reuse = agent.reuseSocket.bind(agent);
  agent.reuseSocket = (socket, request) => {
    onReused.add(String(request.getHeader(REQUEST_ID)));
    reuse(socket, request);
  };
}
const WAS_CLOSED = new Set(['ECONNRESET', 'EPIPE']);
const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code);

const WRITES = new Set(['POST', 'PUT']);
const ACCEPTED = 202;
const withId = z.object({ id: z.string().min(1) });

/** The header by which the messenger says that one person alone may see a message: it holds Teams' id of the person, and never leaves. */
export const ONLY = 'x-outage-desk-only';

/** The SDK has no call for targeted messages, and drops what it does not know of a recipient. */
function target(request: PipelineRequest): void {
  const id = request.headers.get(ONLY);
  if (id === undefined) return;
  request.headers.delete(ONLY);
  request.url += '?isTargetedActivity=true';
  if (request.method === 'POST')
    request.body = JSON.stringify({ ...JSON.parse(String(request.body)), recipient: { id, isTargeted: true } });
}

/** Called with the status of each answer of Teams. */
export type OnAnswer = (status: number) => void;

/** `limitMs`: for each request. */
export const transport = (limitMs: number, onAnswer: OnAnswer = () => {}): Policy => ({
  name: 'outage-desk-transport',
  async sendRequest(request, next) {
    request.timeout = limitMs;
    target(request);
    // The SDK has set one of its own where there is a proxy.
    request.agent ??= request.url.startsWith('https:') ? secure : agents[0];
    const response = await next(request).catch((error) => onceMore(request, next, error));
    onReused.delete(request.requestId);
    onAnswer(response.status);
    checkAnswer(request, response);
    return response;
  },
});

/**
 * What was reset on a used connection before anything came back most likely met its end there. It is sent once more on a new one; but
 * whoever sends a message decides that, because it may be there twice then.
 */
async function onceMore(request: PipelineRequest, next: Parameters<SendRequest>[1], error: unknown): Promise<PipelineResponse> {
  if (!onReused.delete(request.requestId) || !WAS_CLOSED.has(codeOf(error))) throw error;
  // Others that have been idle were likely closed too.
  for (const sockets of agents.flatMap(({ freeSockets }) => Object.values(freeSockets))) for (const one of sockets ?? []) one.destroy();
  if (request.method === 'POST') throw new SendError('ambiguous', `Teams: ${codeOf(error)}`, { cause: error, atOnce: true });
  return await next(request);
}

/**
 * A proxy may answer in the place of Teams. Teams answers a message or an edit with 200 or 201 and its id, or with 202, and never
 * with a page. Throws for all else below 400, since nobody knows what became of the message.
 */
function checkAnswer({ method, url }: PipelineRequest, { status, headers, bodyAsText }: PipelineResponse): void {
  if (!WRITES.has(method) || status >= 400) return;
  const isPage = !/^$|json/i.test(headers.get('content-type') ?? '');
  // Nobody could write into a conversation without its id.
  const mayLackId = status === ACCEPTED && !url.endsWith('/conversations');
  if (isPage || status < 200 || status > ACCEPTED || !(mayLackId || hasId(bodyAsText))) {
    throw new SendError('ambiguous', `${status}, but not an answer of Teams`);
  }
}

function hasId(text: string | null | undefined): boolean {
  try {
    return withId.safeParse(JSON.parse(text ?? '')).success;
  } catch {
    return false;
  }
}
