/** The HTTP server: restify with its limits, the route for Teams, and the probes and metrics of operators. */
import { randomUUID } from 'node:crypto';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../engine/ports/log.ts';
import type { Page } from '../monitoring/prometheus.ts';
import type { Readiness } from '../monitoring/readiness.ts';
import { createAdapter } from './adapter.ts';
import type { RunTurn } from './application.ts';
import { readBody } from './http/read-body.ts';
import { createRestifyLog } from './http/restify-log.ts';
import { createUnauthenticatedLog } from './http/unauthenticated.ts';
import { claimsToBeTeams, UNAUTHORIZED } from './in/tenant-guard.ts';
import type { HardenedAuthentication } from './out/connector.ts';
import { withTimeout } from './out/timeout.ts';

/** Teams' own limit for a message is about 100 KB, before encoding and without the envelope. Its activities have some ten levels. */
const BODY_LIMITS = { bytes: 512 * 1024, hangUpBytes: 4 * 1024 * 1024, depth: 64 };

/**
 * Limits of Node's server, beside its 16 KB for all headers. `requestTimeout` counts from the first byte to the last and is
 * checked every two seconds. A kept connection outlives the 60 seconds of the usual proxies, or a proxy would send a request
 * on a connection that is being closed. `maxConnections` stays below the usual limit of open files (1,024), of which the
 * store needs some.
 */
const CONNECTION_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 65_000,
  maxHeadersCount: 100,
  maxConnections: 500,
};

/** A store that needs longer to write one row cannot take reports. */
const PROBE_LIMIT_MS = 5_000;
const NO_ANSWER: Readiness = { ready: false, status: 'the store does not answer', troubles: [] };

export type Server = { listen(port: number, host: string): Promise<{ port: number }>; close(): Promise<void> };

export function createServer(parts: {
  authentication: HardenedAuthentication;
  turn: RunTurn;
  readiness: () => Promise<Readiness>;
  metricsPage: () => Promise<Page>;
  /** Called for each request that does not come from Teams. They are counted only: a flood of them must not fill the store. */
  onUnauthenticated?: () => void;
  log: Log;
}): Server {
  const { authentication, turn, readiness, metricsPage, log } = parts;
  const onUnauthenticated = createUnauthenticatedLog(log, Date.now, parts.onUnauthenticated);
  const newId = () => randomUUID().slice(0, 8);
  const adapter = createAdapter({ authentication, log, newId, onUnauthenticated });

  const server = restify.createServer({ name: 'outage-desk', log: createRestifyLog(log), handleUncaughtExceptions: false });
  Object.assign(server.server, CONNECTION_LIMITS);
  // restify takes an upgraded connection out of all limits and waits for a handler, which we have none of: it would stay open.
  server.server.removeAllListeners('upgrade');
  server.pre((_request: Request, response: Response, next: Next) => {
    response.removeHeader('Server');
    return next();
  });

  server.post('/api/messages', async (request: Request, response: Response) => {
    const authorization = request.headers.authorization ?? '';
    // Checked before the body is read, so that an unauthenticated request takes no memory.
    if (!authentication.isOpen && !claimsToBeTeams(authorization)) {
      onUnauthenticated();
      return void response.send(UNAUTHORIZED);
    }
    // Teams sends plain JSON. The size of a compressed body cannot be limited.
    const readable = request.getContentType() === 'application/json' && request.headers['content-encoding'] === undefined;
    if (!readable) return void response.send(415);
    const body = await readBody(request, BODY_LIMITS);
    if ('refused' in body) {
      if (body.hangUp) response.header('connection', 'close');
      return void response.send(body.refused);
    }
    const answer = await adapter.receive(body.value, authorization, turn);
    if (answer.errorId) response.header('x-error-id', answer.errorId);
    if (answer.body === undefined) response.send(answer.status);
    else response.send(answer.status, answer.body);
  });
  // Handlers return nothing, since restify would log a value that they return.
  const healthz = async (_request: Request, response: Response) => void response.send(200, { status: 'up' });
  const readyz = async (_request: Request, response: Response) => {
    const { ready, ...status } = await withTimeout(readiness(), PROBE_LIMIT_MS).catch(() => NO_ANSWER);
    response.send(ready ? 200 : 503, status);
  };
  // Many probes send HEAD; Node omits the body.
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
