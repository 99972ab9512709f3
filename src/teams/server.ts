/** The HTTP server: restify with its limits, the route for Teams, and the probes and metrics of operators. */
import restify, { type Request, type Response, type ServerOptions } from 'restify';
import type { Api } from '../api/api.ts';
import { PATH as CERTIFICATES, type ServeCertificate } from '../certificate/serve.ts';
import type { Log } from '../engine/ports/log.ts';
import type { Cache } from '../engine/ports/messenger.ts';
import { PATH as FILES } from '../files/addresses.ts';
import type { ServeFile } from '../files/serve.ts';
import type { Page } from '../monitoring/prometheus.ts';
import type { Readiness } from '../monitoring/readiness.ts';
import { PATH as CALENDARS, type ServeCalendar } from '../on-call/serve.ts';
import { PAGERS_PATH, type ReceiveCallback } from '../pagers/callbacks.ts';
import { createAdapter } from './adapter.ts';
import type { RunTurn } from './application.ts';
import { watchConnections } from './in/connections.ts';
import { claimsToBeTeams, UNAUTHORIZED } from './in/tenant-guard.ts';
import { HEADER as CHECK, createAnswerQuestion } from './live/question.ts';
import type { HardenedAuthentication } from './out/connector.ts';
import { withTimeout } from './out/timeout.ts';
import { readBody } from './read-body.ts';
import { serveApi } from './serve-api.ts';

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
  maxConnections: 750,
};

/** A store that needs longer to write one row cannot take reports. */
const PROBE_LIMIT_MS = 5_000;
const NO_ANSWER: Readiness = { ready: false, status: 'the store does not answer', troubles: [] };

export type Server = ReturnType<typeof createServer>;

export function createServer(parts: {
  authentication: HardenedAuthentication;
  turn: RunTurn;
  readiness: () => Promise<Readiness>;
  metricsPage: () => Promise<Page>;
  /** Answers who has the signed address of a file; null: there are none. */
  serveFile?: ServeFile | null;
  /** Answers who has the secret address of a calendar; null: there are none. */
  serveCalendar?: ServeCalendar | null;
  /** Answers who has the signed address of a certificate; null: there are none. */
  serveCertificate?: ServeCertificate | null;
  /** For other systems; null: there is none. */
  api?: Api | null;
  /** Takes what Twilio reports of calls; null: it calls nobody. */
  receivePage?: ReceiveCallback | null;
  /** Holds what `check --live` asks; without it the check is not answered. */
  cache?: Pick<Cache, 'get'>;
  now?: () => number;
  /** Called for each request that does not come from Teams. They are counted only: a flood of them must not fill the store. */
  onUnauthenticated: () => void;
  log: Log;
}) {
  const {
    authentication,
    turn,
    readiness,
    metricsPage,
    serveFile = null,
    serveCalendar = null,
    serveCertificate = null,
    api = null,
    receivePage = null,
    now = Date.now,
    log,
  } = parts;
  const answerQuestion = parts.cache && createAnswerQuestion({ cache: parts.cache, now, log });
  const onUnauthenticated = createUnauthenticatedLog(log, parts.onUnauthenticated);
  const receive = createAdapter({ authentication, turn, log, onUnauthenticated });

  // Without a name, answers have no Server header.
  const server = restify.createServer({ name: '', log: createRestifyLog(log), handleUncaughtExceptions: false });
  Object.assign(server.server, CONNECTION_LIMITS);
  const connections = watchConnections(server.server);
  // restify takes an upgraded connection out of all limits and waits for a handler, which we have none of: it would stay open.
  server.server.removeAllListeners('upgrade');

  // restify reads the address outside of any handler, and what it throws there would end the process.
  server.pre((request, response, next) => {
    if (hasAddress(request)) return next();
    response.writeHead(400, { connection: 'close' });
    response.end();
    return next(false);
  });

  server.post('/api/messages', async (request: Request, response: Response) => {
    const authorization = request.headers.authorization ?? '';
    // Checked before the body is read, so that an unauthenticated request takes no memory.
    if (!authentication.isOpen && !claimsToBeTeams(authorization)) {
      const answer = await answerQuestion?.(request.headers[CHECK]);
      if (answer) response.header(CHECK, answer);
      else onUnauthenticated();
      return void response.send(UNAUTHORIZED);
    }
    const body = await readBody(request);
    if ('refused' in body) {
      if (body.hangUp) response.header('connection', 'close');
      return void response.send(body.refused);
    }
    const answer = await receive(body.value, authorization, () => connections.trust(request.socket));
    if (answer.errorId) response.header('x-error-id', answer.errorId);
    if (answer.body === undefined) response.send(answer.status);
    else response.send(answer.status, answer.body);
  });
  if (api) serveApi(server, api, onUnauthenticated);
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
    if (serveFile) server[ask](`${FILES}*`, serveFile);
    if (serveCertificate) server[ask](`${CERTIFICATES}*`, serveCertificate);
    if (serveCalendar) server[ask](`${CALENDARS}*`, serveCalendar);
  }
  if (receivePage)
    server.post(`${PAGERS_PATH}*`, async (request: Request, response: Response) => receivePage(request, response, onUnauthenticated));
  server.get('/metrics', async (_request: Request, response: Response) => {
    const { type, text } = await metricsPage();
    response.sendRaw(200, text, { 'content-type': type });
  });

  return {
    listen: (port: number, host: string) =>
      new Promise<{ port: number }>((resolve, reject) => {
        server.server.once('error', reject);
        server.listen(port, host, () => resolve({ port: Number(server.address().port) }));
      }),
    close: connections.close,
  };
}

/** Whether the address of a request, with the host that it names, is one: as restify puts them together. */
function hasAddress({ url = '', headers }: Request): boolean {
  const base = `http://${headers.host || 'localhost'}`;
  return url.startsWith('/') ? URL.canParse(`${base}${url}`) : URL.canParse(url, base);
}

/** The logger that restify wants. Its own would print requests with their tokens, and values that a handler returns. */
export function createRestifyLog(log: Log): NonNullable<ServerOptions['log']> {
  const warn = (entry: unknown) => log.warn({ err: (entry as { err?: unknown } | undefined)?.err }, 'restify reports a problem');
  const ignore = () => false;
  const quiet = { trace: ignore, debug: ignore, info: ignore, warn, error: warn, fatal: warn };
  return quiet as unknown as NonNullable<ServerOptions['log']>;
}

const UNAUTHENTICATED_LOG_MS = 60_000;

/** Logs one line a minute, with how many came since the last: a line for each request would let an attacker fill the disk. */
function createUnauthenticatedLog(log: Log, onEach: () => void): () => void {
  let unlogged = 0;
  let loggedAt = Number.NEGATIVE_INFINITY;
  return () => {
    unlogged += 1;
    onEach();
    if (Date.now() - loggedAt < UNAUTHENTICATED_LOG_MS) return;
    log.warn({ refused: unlogged }, 'refused: requests that come neither from Teams nor from a program of the desk file');
    unlogged = 0;
    loggedAt = Date.now();
  };
}
