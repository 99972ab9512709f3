/** The API for other systems: who asks, how often, what they may; then one of five routes. HTTP itself is done in teams/. */
import { randomUUID } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { z } from 'zod';
import type { ClientPermission } from '../desk/file/clients.ts';
import type { Auditor } from '../engine/audit.ts';
import type { Log } from '../engine/ports/log.ts';
import { apiRequest } from '../outage/types/client.ts';
import type { Outage } from '../outage/types/outage.ts';
import { type Client, type Clients, type Headers, mayClient } from './clients.ts';
import { openOutages, outageNumbered, shown } from './look.ts';
import { openApiDocument } from './openapi.ts';
import { type ApiAnswer, invalid, problem } from './problem.ts';
import { guidOf, type Reporting, takeAlerts, takeReport } from './reports.ts';
import { alertsBody, noteBody, reportBody } from './schemas.ts';

export type ApiRequest = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Read only once somebody whom we may know has asked. `mostBytes`: more than others may send. `refused`: the status that says why it cannot be read. */
  readonly body: (
    mostBytes?: number,
  ) => Promise<{ readonly text: string; readonly value: unknown } | { readonly refused: 400 | 413 | 415 }>;
};
export type Api = (request: ApiRequest) => Promise<ApiAnswer>;

const REPORTS = /^\/api\/reports$/;
/** Alertmanager does not send again what is refused, and the largest failure has the most alerts. */
const MOST_BYTES_OF_ALERTS = 4 * 1024 * 1024;
const PER_MINUTE = 120;
const MINUTE_S = 60;

const UNREADABLE = {
  400: problem(400, 'not-json', 'The body is no JSON in UTF-8, or too deep.'),
  413: problem(
    413,
    'too-large',
    'The body is larger than 512 KB, or than 4 MB of Alertmanager. Send less: Alertmanager has max_alerts for that.',
  ),
  415: problem(415, 'not-json', 'Send content-type: application/json, and no content-encoding.'),
};

const NOT_KNOWN = problem(
  401,
  'not-authenticated',
  'GET: send your token as "Authorization: Bearer ...". POST: sign as Standard Webhooks say, and name your client in ?client=. Alertmanager sends its token. /api/openapi.json says how.',
  { headers: { 'www-authenticate': 'Bearer' } },
);
const STALE = problem(
  401,
  'clock-off',
  'webhook-timestamp is more than five minutes from our clock (see the header date). Set your clock, and sign each attempt anew.',
);
const NOT_FOUND = problem(404, 'unknown-outage', 'There is no such outage among those of your projects.');
const NO_ROUTE = problem(404, 'unknown-address', 'There is no such address. /api/openapi.json names all.');

type Asker = { readonly client: Client; readonly value: unknown; readonly webhookId: string };
type Route = {
  readonly method: 'GET' | 'POST';
  /** Its group, if any, is the number of an outage. */
  readonly path: RegExp;
  readonly needs: ClientPermission;
  readonly run: (asker: Asker, number: string, query: URLSearchParams) => Promise<ApiAnswer>;
};

/** `clients` null: there is no API. */
export function createApi(
  parts: Reporting & { readonly clients: Clients | null; readonly auditor: Pick<Auditor, 'refused'>; readonly log: Log },
): Api | null {
  const { clients, desk, outages, handle, auditor, log } = parts;
  if (!clients) return null;
  const { byToken, claim } = clients;
  const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: MINUTE_S });
  const document = openApiDocument();
  const phones = desk.file.desk.phones.map(({ number }) => number).join(' / ');

  const routes: readonly Route[] = [
    {
      method: 'POST',
      path: REPORTS,
      needs: 'report',
      run: ({ client, value, webhookId }) =>
        client.entry.kind === 'alertmanager'
          ? whenValid(alertsBody, value, (body) => takeAlerts(body, client, parts))
          : whenValid(reportBody, value, (body) => takeReport(body, webhookId, client, parts)),
    },
    { method: 'POST', path: /^\/api\/outages\/([^/]{1,40})\/notes$/, needs: 'note', run: addNote },
    {
      method: 'GET',
      path: /^\/api\/outages\/([^/]{1,40})$/,
      needs: 'see',
      run: ({ client }, number) => whenFound(client, number, 'see', async (outage) => ({ status: 200, body: shown(outage, client) })),
    },
    {
      method: 'GET',
      path: /^\/api\/outages$/,
      needs: 'see',
      run: async ({ client }, _number, query) =>
        [null, 'open'].includes(query.get('state'))
          ? { status: 200, body: await openOutages(outages, client) }
          : problem(400, 'unknown-state', 'Only state=open can be asked for.'),
    },
  ];

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      const id = randomUUID();
      log.error({ err: error, id }, 'a request by the API failed');
      const detail = `Nobody knows whether it was done. Send it again with the same webhook-id; if that lasts, call ${phones}.`;
      return problem(500, 'failed', detail, { id });
    }
  };

  async function answer(request: ApiRequest): Promise<ApiAnswer> {
    const { method, path, query } = request;
    if (path === '/api/openapi.json' && method === 'GET') return { status: 200, body: document };
    const route = routes.find((one) => one.path.test(path));
    if (!route) return NO_ROUTE;
    if (method !== route.method) return problem(405, 'wrong-method', `Use ${route.method} here.`, { headers: { allow: route.method } });
    const asker = method === 'POST' ? await sender(request) : reader(request);
    if ('status' in asker) return asker;
    const waitS = await overLimit(asker.client);
    if (waitS !== null) {
      const headers = { 'retry-after': String(waitS) };
      return problem(429, 'too-many', `At most ${PER_MINUTE} requests a minute. Wait ${waitS} seconds.`, { headers });
    }
    if (mayClient(asker.client, route.needs)) return await route.run(asker, route.path.exec(path)?.[1] ?? '', query);
    refuse(asker.client, route.needs, 'not-permitted');
    return problem(403, 'not-permitted', `This client has no permission '${route.needs}'. Add it to its permissions in the desk file.`);
  }

  /** The same answer for what is not there and for what is of another project. */
  async function whenFound(client: Client, number: string, what: ClientPermission, run: (outage: Outage) => Promise<ApiAnswer>) {
    const outage = await outageNumbered(outages, number, client);
    if (outage) return await run(outage);
    refuse(client, what, 'unknown-outage');
    return NOT_FOUND;
  }

  async function addNote({ client, value, webhookId }: Asker, number: string): Promise<ApiAnswer> {
    return await whenFound(client, number, 'note', (outage) =>
      whenValid(noteBody, value, async ({ text }) => {
        const note = { type: 'note', outageId: outage.id, by: client.actor, text, shown: false } as const;
        const outcome = await handle(note, apiRequest(guidOf(client.actor.id, 'note', webhookId)));
        if (outcome.ok) return { status: 201, body: shown(outcome.recorded.outage, client) };
        return problem(409, 'already-ended', 'It ended long ago, and takes no notes any more. Report what is new.');
      }),
    );
  }

  /** Somebody who reads. An Alertmanager may, too. */
  function reader({ headers }: ApiRequest): Asker | ApiAnswer {
    const client = byToken(headers);
    return client ? { client, value: null, webhookId: '' } : NOT_KNOWN;
  }

  /** Somebody who writes. The body is read only after what comes before it may be right, so a stranger's takes no memory. */
  async function sender({ path, query, headers, body }: ApiRequest): Promise<Asker | ApiAnswer> {
    const found = byToken(headers);
    const unsigned = REPORTS.test(path) && found?.entry.kind === 'alertmanager' ? found : null;
    const claimed = unsigned ? null : claim(query.get('client'), headers);
    if (claimed === 'stale') return STALE;
    if (!unsigned && !claimed) return NOT_KNOWN;
    const read = await body(unsigned ? MOST_BYTES_OF_ALERTS : undefined);
    if ('refused' in read) return UNREADABLE[read.refused];
    const client = unsigned ?? claimed?.isSignedBy(read.text) ?? null;
    return client ? { client, value: read.value, webhookId: claimed?.webhookId ?? '' } : NOT_KNOWN;
  }

  /** Each bot counts for itself. */
  async function overLimit({ entry }: Client): Promise<number | null> {
    try {
      await limiter.consume(entry.id);
      return null;
    } catch (denied) {
      if (!(denied instanceof RateLimiterRes)) throw denied;
      return Math.ceil(denied.msBeforeNext / 1_000);
    }
  }

  function refuse({ actor: { id, name } }: Client, what: ClientPermission, reason: 'not-permitted' | 'unknown-outage'): void {
    const about = { outageId: null, number: null, threadId: null, conversationId: '' };
    auditor.refused({ person: { id, name }, what, reason, client: 'api', ...about });
  }
}

async function whenValid<Body>(schema: z.ZodType<Body>, value: unknown, run: (body: Body) => Promise<ApiAnswer>): Promise<ApiAnswer> {
  const read = schema.safeParse(value);
  return read.success ? await run(read.data) : invalid(read.error);
}
