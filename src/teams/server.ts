/** The HTTP edge: restify with its limits, the route for Teams, and what an operator's probe asks. */
import { type Request as BotRequest, type Response as BotResponse, CloudAdapter } from 'botbuilder';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../engine/ports.ts';
import type { Page } from '../monitoring/prometheus.ts';
import type { Readiness } from '../monitoring/readiness.ts';
import type { Turn } from './application.ts';
import type { HardenedAuthentication } from './connector.ts';
import { inTime } from './in-time.ts';

/** Teams' own limit is about 100 KB; in bytes and with the envelope this leaves room and no more. */
const MAX_BODY_BYTES = 512 * 1024;

/** A store that takes longer to write one row can't take reports. */
const PROBE_LIMIT_MS = 5_000;
const NO_ANSWER: Readiness = { ready: false, status: 'the store does not answer', troubles: [] };

export type Server = { listen(port: number, host: string): Promise<{ port: number }>; close(): Promise<void> };

export function createServer(parts: {
  authentication: HardenedAuthentication;
  turn: Turn;
  readiness: () => Promise<Readiness>;
  metricsPage: () => Promise<Page>;
  log: Log;
}): Server {
  const { authentication, turn, readiness, metricsPage, log } = parts;
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (_context, error) => log.error({ err: error }, 'a turn failed outside of its handler');

  const server = restify.createServer({ name: 'outage-desk', handleUncaughtExceptions: false });
  // Before anything reads the body: a gzip header over bytes that are none kills a server with bodyParser, and the size
  // limit counts compressed bytes. Teams compresses nothing.
  server.pre((request: Request, response: Response, next: Next) => {
    response.removeHeader('Server');
    // Teams sends JSON; bodyParser would write a form's files to the disk, without a limit, before anybody is authenticated.
    const readable = request.method !== 'POST' || request.getContentType() === 'application/json';
    if (readable && request.headers['content-encoding'] === undefined) return next();
    response.send(415);
    return next(false);
  });
  server.use(restify.plugins.bodyParser({ maxBodySize: MAX_BODY_BYTES, mapParams: false, rejectUnknown: true }));
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 15_000;

  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      await adapter.process(request as unknown as BotRequest, quiet(response), turn);
    } catch (error) {
      // The SDK throws before its own handling when the body is no activity at all.
      log.warn({ err: error }, 'a request that is no activity');
      response.send(400);
    }
  });
  // A value that a handler returns is printed by restify, whole: these return none.
  const healthz = async (_request: Request, response: Response) => void response.send(200, { status: 'up' });
  const readyz = async (_request: Request, response: Response) => {
    const { ready, ...said } = await inTime(readiness(), PROBE_LIMIT_MS, () => new Error('no answer')).catch(() => NO_ANSWER);
    response.send(ready ? 200 : 503, said);
  };
  // Many probes send HEAD; Node leaves the body out.
  for (const ask of ['get', 'head'] as const) {
    server[ask]('/healthz', healthz);
    server[ask]('/readyz', readyz);
  }
  server.get('/metrics', async (_request: Request, response: Response) => {
    const { type, text } = await metricsPage();
    response.sendRaw(200, text, { 'content-type': type });
  });

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(port, host, () => resolve({ port: Number(server.address().port) }));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.server.closeIdleConnections();
      }),
  };
}

/** The SDK puts the text of its errors into the answer; the status says enough to whoever is no friend. */
function quiet(response: Response): BotResponse {
  let failed = false;
  return {
    socket: response.socket,
    header: (name: string, value: unknown) => response.header(name, value),
    status: (code: number) => {
      failed = code >= 400;
      return response.status(code);
    },
    send: (body: unknown) => (failed ? undefined : response.send(body)),
    end: () => response.end(),
  } as unknown as BotResponse;
}
