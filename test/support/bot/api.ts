/** Other systems that speak with the bot by the API, as each of them would: by HTTP, from the outside. */
import type { Desk } from '../../../src/desk/desk.ts';
import { API_SECRETS, bearer, type ClientId, REPORT, signed } from './api-client.ts';
import { startTestBot, type TestBot, testDesk, withHarbour } from './test-bot.ts';

export * from './api-client.ts';

export const CLIENTS = `
clients:
  - { id: monitor, name: Contoso Monitoring, kind: standard, secret: MONITOR_SECRET, token: MONITOR_TOKEN, projects: [contoso-erp] }
  - { id: harbour-desk, name: Harbour Desk, kind: standard, secret: HARBOUR_SECRET, token: HARBOUR_TOKEN, projects: [harbour] }
  - { id: alerts, name: Contoso Alertmanager, kind: alertmanager, token: ALERTS_TOKEN, project: contoso-erp, environment: production }
  - id: reader
    name: Contoso Dashboard
    kind: standard
    secret: READER_SECRET
    token: READER_TOKEN
    projects: [contoso-erp]
    permissions: [see, see-entered]
`;
export const apiDesk = (change: (text: string) => string = (text) => text): Desk =>
  testDesk((text) => change(`${withHarbour(text)}${CLIENTS}`));

type Options = NonNullable<Parameters<typeof startTestBot>[0]>;
export const startApiBot = async ({ overrides, ...options }: Options = {}): Promise<TestBot> =>
  await startTestBot({ desk: apiDesk(), ...options, overrides: { environment: API_SECRETS, ...overrides } });

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a program reads of it is what the tests look at.
  readonly body: any;
  readonly text: string;
};

async function ask(url: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(url, init);
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : null };
}

type Target = Pick<TestBot, 'url' | 'clock'>;
export const get = (bot: Target, path: string, id: ClientId = 'monitor') => ask(`${bot.url}${path}`, { headers: bearer(id) });

type Posting = { readonly id?: ClientId; readonly webhookId?: string; readonly at?: number; readonly headers?: Record<string, string> };
export function post(bot: Target, path: string, body: unknown, { id = 'monitor', webhookId, at, headers = {} }: Posting = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { ...signed(id, text, at ?? bot.clock.now(), webhookId), ...headers };
  return ask(`${bot.url}${path}?client=${id}`, { method: 'POST', headers: all, body: text });
}
export const report = (bot: Target, more: object = {}, posting: Posting = {}) => post(bot, '/api/reports', { ...REPORT, ...more }, posting);

export const alertsSent = (bot: Target, body: unknown, headers: Record<string, string> = bearer('alerts')) =>
  ask(`${bot.url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
export { ask };
