/** The HTTP edge: restify with its limits, the route for Teams, and what an operator's probe asks. */
import { randomUUID } from 'node:crypto';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../engine/ports/log.ts';
import type { Page } from '../monitoring/prometheus.ts';
import type { Readiness } from '../monitoring/readiness.ts';
import { createAdapter } from './adapter.ts';
import type { Turn } from './application.ts';
import { readBody } from './http/read-body.ts';
import { createRestifyLog } from './http/restify-log.ts';
import { createRefusals } from './http/unauthenticated.ts';
import { claimsToBeTeams, UNAUTHORIZED } from './in/tenant-guard.ts';
import type { HardenedAuthentication } from './out/connector.ts';
import { withTimeout } from './out/timeout.ts';

/** Teams' own limit is about 100 KB; in bytes and with the envelope this leaves room and no more. What Teams sends has some ten levels. */
const BODY_LIMITS = { bytes: 512 * 1024, hangUpBytes: 4 * 1024 * 1024, depth: 64 };

/**
 * Node's own limits beside its 16 KB for all headers. A request has so long from its first byte to its last, and is
 * looked at every two seconds; a kept connection outlives the 60 seconds of the usual proxies, or one of its requests
 * would meet it closing. More connections than a process may open files (1,024) would take the store's away.
 */
const CONNECTION_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
  maxHeadersCount: 100,
  maxConnections: 500,
};

/** A store that takes longer to write one row can't take reports. */
const PROBE_LIMIT_MS = 5_000;
const NO_ANSWER: Readiness = { ready: false, status: 'the store does not answer', troubles: [] };

export type Server = { listen(port: number, host: string): Promise<{ port: number }>; close(): Promise<void> };

export function createServer(parts: {
  authentication: HardenedAuthentication;
  turn: Turn;
  readiness: () => Promise<Readiness>;
  metricsPage: () => Promise<Page>;
  /** Called for each request that does not come from Teams: it has no person, and a flood of them must not fill the store. */
  onStranger?: () => void;
  log: Log;
}): Server {
  const { authentication, turn, readiness, metricsPage, log } = parts;
  const refusals = createRefusals(log, Date.now, parts.onStranger);
  const newId = () => randomUUID().slice(0, 8);
  const adapter = createAdapter({ authentication, log, newId, refused: refusals.count });

  const server = restify.createServer({ name: 'outage-desk', log: createRestifyLog(log), handleUncaughtExceptions: false });
  Object.assign(server.server, CONNECTION_LIMITS);
  // restify's own takes the connection out of all limits and leaves it to a handler that we have not: it would stay for ever.
  server.server.removeAllListeners('upgrade');
  server.pre((_request: Request, response: Response, next: Next) => {
    response.removeHeader('Server');
    return next();
  });

  server.post('/api/messages', async (request: Request, response: Response) => {
    const authorization = request.headers.authorization ?? '';
    // Before anything reads the body: of what is not even said to be from Teams nothing is kept for a moment.
    if (!authentication.isOpen && !claimsToBeTeams(authorization)) {
      refusals.count();
      return void response.send(UNAUTHORIZED);
    }
    // Teams compresses nothing, and what is compressed has no size that could be limited. Teams sends JSON.
    const readable = request.getContentType() === 'application/json' && request.headers['content-encoding'] === undefined;
    if (!readable) return void response.send(415);
    const body = await readBody(request, BODY_LIMITS);
    if ('refused' in body) {
      if (body.hangUp) response.header('connection', 'close');
      return void response.send(body.refused);
    }
    const answer = await adapter.take(body.value, authorization, turn);
    if (answer.errorId) response.header('x-error-id', answer.errorId);
    if (answer.body === undefined) response.send(answer.status);
    else response.send(answer.status, answer.body);
  });
  // A value that a handler returns is printed by restify, whole: these return none.
  const healthz = async (_request: Request, response: Response) => void response.send(200, { status: 'up' });
  const readyz = async (_request: Request, response: Response) => {
    const { ready, ...said } = await withTimeout(readiness(), PROBE_LIMIT_MS, () => new Error('no answer')).catch(() => NO_ANSWER);
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
