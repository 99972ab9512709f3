/** Strangers at the API, and clients who want more than is theirs: forged and replayed signatures, guessed tokens, numbers of other customers. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { API_SECRETS, bearer, type ClientId, NAMES, REPORT, signed } from '../support/bot/api-client.ts';
import type { Target } from './target.ts';

/** Of the attacked bot's desk: a client of each customer. */
export const CLIENTS = `
clients:
  - { id: monitor, name: Contoso Monitoring, kind: standard, secret: MONITOR_SECRET, token: MONITOR_TOKEN, projects: [contoso-erp] }
  - { id: harbour-desk, name: Dock Desk, kind: standard, secret: HARBOUR_SECRET, token: HARBOUR_TOKEN, projects: [dock] }
  - { id: alerts, name: Contoso Alertmanager, kind: alertmanager, token: ALERTS_TOKEN, project: contoso-erp, environment: production }
`;
export const CLIENT_SECRETS = Object.fromEntries(Object.entries(API_SECRETS).filter(([name]) => CLIENTS.includes(name)));

type Answer = { readonly status: number; readonly text: string };
const UNKNOWN = 'unknown-outage';
/** What no answer may hold: who reported or works on it, a contact, or what is inside of the bot. */
const TOO_MUCH = /Maya|Lindt|Priya|Nair|32 12 34 56|@example|node_modules|\/src\/|SQLITE|ZodError|whsec_/;

export function attackerOf(target: Target, url: string) {
  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    target.judge(`the API at ${path.slice(0, 60)}`, TOO_MUCH.test(text) ? `says ${text.slice(0, 200)}` : null);
    if (!(response.headers.get('content-type') ?? '').startsWith(response.ok ? 'application/json' : 'application/problem+json'))
      target.judge(`the API at ${path.slice(0, 60)}`, `answers ${response.status} as ${response.headers.get('content-type')}`);
    return { status: response.status, text };
  }
  const post = (body: string, headers: Record<string, string>, path = '/api/reports?client=monitor') =>
    ask(path, { method: 'POST', body, headers });
  const expects = (name: string, { status, text }: Answer, ...right: readonly number[]) =>
    target.judge(name, right.includes(status) ? null : `${status} ${text.slice(0, 200)}`);

  return {
    /** What a monitor sends, and somebody on the way keeps. */
    async capture() {
      const body = JSON.stringify(REPORT);
      const headers = signed('monitor', body, Date.now(), 'captured');
      const { status, text } = await post(body, headers);
      if (status !== 200 && status !== 201) throw new Error(`the API takes no report: ${status} ${text}`);
      return { body, headers, text };
    },

    async forged({ body, headers }: { body: string; headers: Record<string, string> }): Promise<void> {
      const now = () => String(Math.floor(Date.now() / 1_000));
      const longer = body.replace('}', ',"impact":"more"}');
      const cases: readonly (readonly [string, string, Record<string, string>, string?])[] = [
        ['with another body', longer, headers],
        ['with another id', body, { ...headers, 'webhook-id': randomUUID() }],
        ['with another time', body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) }],
        ['for another client', body, headers, '/api/reports?client=harbour-desk'],
        ['for an Alertmanager', body, headers, '/api/reports?client=alerts'],
        ['as a note', body, { ...headers, 'webhook-timestamp': '0' }, '/api/outages/1001/notes?client=monitor'],
        ['of an hour ago', body, signed('monitor', body, Date.now() - 3_600_000)],
        ['of tomorrow', body, signed('monitor', body, Date.now() + 86_400_000)],
        ['of another client', body, signed('harbour-desk', body, Date.now())],
        ['with the token for a signature', body, { ...headers, ...bearer('monitor'), 'webhook-signature': '' }],
      ];
      for (const [name, sent, all, path] of cases) expects(`a replayed signature ${name}`, await post(sent, all, path), 401);
      for (let index = 0; index < 500; index++) {
        const key = randomBytes(index % 3 === 0 ? 0 : 32);
        const id = randomUUID();
        const time = now();
        const signature = `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`;
        const all = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature };
        expects('a forged signature', await post(body, all), 401);
      }
    },

    /** The very same message does nothing, and is answered as it was. */
    async replayed({ body, headers, text }: { body: string; headers: Record<string, string>; text: string }): Promise<void> {
      for (let index = 0; index < 20; index++) {
        const again = await post(body, headers);
        target.judge('a replayed message', again.text === text ? null : `${again.status} ${again.text.slice(0, 200)}`);
      }
    },

    async guessed(): Promise<void> {
      const right = String(API_SECRETS.MONITOR_TOKEN);
      const guesses = [
        ...['', 'x', right.slice(0, -1), `${right}0`, right.toUpperCase(), '%00', "' or 1=1 --", 'null', 'undefined', '\u00e9'],
        ...Array.from({ length: 500 }, () => randomBytes(32).toString('hex')),
      ];
      for (const guess of guesses) {
        const headers = { authorization: `Bearer ${Buffer.from(guess).toString('latin1')}` };
        expects('a guessed token', await ask('/api/outages', { headers }), 401);
        expects('alerts with a guessed token', await post('{}', { ...headers, 'content-type': 'application/json' }), 401);
      }
      for (const id of Object.keys(NAMES) as ClientId[])
        expects('a token in the address', await ask(`/api/outages?token=${bearer(id).authorization.slice(7)}`), 401);
    },

    /** `number`: of an outage of the first customer. To the client of the other one it is as if it were not there. */
    async ofOthers(number: number): Promise<void> {
      const headers = bearer('harbour-desk');
      const nowhere = await ask('/api/outages/OUT-9999999', { headers });
      target.judge('an outage that is not there', nowhere.text.includes(UNKNOWN) ? null : nowhere.text.slice(0, 200));
      for (const one of [`OUT-${number}`, String(number), `out-${number}`, `OUT-0${number}`]) {
        const { text } = await ask(`/api/outages/${one}`, { headers });
        target.judge('an outage of another customer', text === nowhere.text ? null : text.slice(0, 200));
        const body = '{"text":"mine"}';
        const noted = await post(body, signed('harbour-desk', body, Date.now()), `/api/outages/${one}/notes?client=harbour-desk`);
        target.judge('a note for another customer', noted.text === nowhere.text ? null : noted.text.slice(0, 200));
      }
      const { text } = await ask('/api/outages', { headers });
      target.judge('the list of another customer', text === '{"outages":[],"more":false}' ? null : text.slice(0, 200));
      const body = JSON.stringify(REPORT);
      const reported = await post(body, signed('harbour-desk', body, Date.now()), '/api/reports?client=harbour-desk');
      expects('a report for another customer', reported, 422);
    },
  };
}
