/**
 * The line between the bot and the Playground. It can be made bad: what the bot sends is then answered with an error of
 * Teams, and never reaches the Playground. What people say reaches the bot all the same.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Line {
  /** Where the Playground finds the bot. */
  readonly botUrl: string;
  /** Where the bot finds the Playground; every activity carries it as its serviceUrl. */
  readonly connectorUrl: string;
  /** From now on requests of the bot whose path and body fit get this status. */
  breaks(status: number, fits: (request: { readonly path: string; readonly body: string }) => boolean): void;
  /** All goes through again. */
  heals(): void;
  /** How many requests got an error so far. */
  refused(): number;
  close(): Promise<void>;
}

type Answer = { readonly status: number; readonly type: string; readonly body: string };

/** `botUrl` and `connectorUrl`: where the two really are. */
export async function startLine(to: { readonly botUrl: string; readonly connectorUrl: string }): Promise<Line> {
  let broken: Parameters<Line['breaks']> | null = null;
  let refused = 0;
  const toPlayground = await listen(async (request, body) => {
    const path = request.url ?? '';
    if (!broken?.[1]({ path, body })) return await pass(`${to.connectorUrl}${path}`, request, body);
    refused += 1;
    return { status: broken[0], type: 'application/json', body: '{}' };
  });
  const connectorUrl = `http://localhost:${toPlayground.port}`;
  const toBot = await listen((request, body) => {
    const activity = body === '' ? {} : (JSON.parse(body) as object);
    return pass(`${to.botUrl}${request.url ?? ''}`, request, JSON.stringify({ ...activity, serviceUrl: connectorUrl }));
  });
  return {
    botUrl: `http://127.0.0.1:${toBot.port}`,
    connectorUrl,
    breaks(...how) {
      broken = how;
    },
    heals() {
      broken = null;
    },
    refused: () => refused,
    close: async () => void (await Promise.all([toPlayground, toBot].map(({ server }) => close(server)))),
  };
}

async function listen(answer: (request: IncomingMessage, body: string) => Promise<Answer>): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(request, Buffer.concat(chunks).toString('utf8'))
        .catch((): Answer => ({ status: 502, type: 'application/json', body: '{}' }))
        .then(({ status, type, body }) => {
          // In two statements: restify, where it is loaded too, lets writeHead return nothing.
          response.writeHead(status, { 'content-type': type });
          response.end(body);
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

async function pass(url: string, request: IncomingMessage, body: string): Promise<Answer> {
  const method = request.method ?? 'GET';
  const headers = Object.fromEntries(
    ['content-type', 'authorization'].flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const response = await fetch(url, { method, headers, ...(method === 'GET' || method === 'HEAD' ? {} : { body }) });
  return { status: response.status, type: response.headers.get('content-type') ?? 'application/json', body: await response.text() };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
