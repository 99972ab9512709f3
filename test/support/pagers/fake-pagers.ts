/**
 * PagerDuty, Twilio and another system that wakes people, as their documentation says that they behave: each checks what it is sent, and
 * notes in `wrong` what no client may do. What they do wrong themselves, a test or a seed chooses.
 */
import { Webhook } from 'standardwebhooks';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import type { Answer, Ask } from '../../../src/outward/request.ts';
import { signatureOf } from '../../../src/pagers/twilio-signature.ts';

export const ROUTING_KEY = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6';
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';
export const ACCOUNT = `AC${'0'.repeat(31)}1`;
export const SIGNING_SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, so').toString('base64')}`;
export const FROM = '+4570102030';
/** What the desk files of tests name. */
export const PAGER_ENVIRONMENT = { PD_KEY: ROUTING_KEY, TWILIO_TOKEN: AUTH_TOKEN, SIREN_SECRET: SIGNING_SECRET };
export const PUBLIC_URL = 'https://desk.example.com';

/** `rests`: it asks for an hour's pause. `lost`: it has it, and the answer is lost. `away`: nothing listens. `page`: 200, and a page of HTML. `wrong`: it refuses for ever. */
export const PAGER_FAULTS = ['error', 'busy', 'rests', 'hang', 'lost', 'away', 'wrong', 'redirect', 'list-away'] as const;
export type PagerFault = (typeof PAGER_FAULTS)[number];

export type Incident = { state: 'triggered' | 'acknowledged' | 'resolved'; readonly summary: string; rings: number };
export type Call = {
  readonly sid: string;
  readonly kind: 'Calls' | 'Messages';
  readonly to: string;
  readonly at: number;
  readonly twiml: string;
  readonly body: string;
  readonly status: string | null;
};

type Form = Readonly<Record<string, string>>;
/** What Twilio sends back, signed: to this address, with these fields. */
export type Callback = { readonly url: string; readonly form: URLSearchParams; readonly signature: string };

type PagerDutyEvent = {
  readonly routing_key?: string;
  readonly event_action?: string;
  readonly dedup_key?: string;
  readonly payload?: { readonly summary?: string; readonly source?: string; readonly severity?: string };
};
function isEvent({ event_action: action = '', dedup_key: key = '', payload }: PagerDutyEvent): boolean {
  if (key.length === 0 || key.length > 255 || !['trigger', 'acknowledge', 'resolve'].includes(action)) return false;
  const isSevere = ['critical', 'error', 'warning', 'info'].includes(payload?.severity ?? '');
  return action !== 'trigger' || Boolean(payload?.summary && payload.summary.length <= 1024 && payload.source && isSevere);
}
const isCall = (kind: Call['kind'], { To = '', From, Twiml = '', Body = '' }: Form): boolean =>
  E164.test(To) && From === FROM && (kind === 'Calls' ? isTwiml(Twiml) && Twiml.length <= 4000 : Body.length > 0 && Body.length <= 1600);

const E164 = /^\+[1-9]\d{6,14}$/;
const ok = (status: number, body: unknown): Answer => ({ status, headers: new Headers(), text: JSON.stringify(body) });

/** `now`: their clock. `fault`: what is wrong with the next request. */
export function createFakePagers(now: () => number, fault: (ask: Ask) => PagerFault | null = () => null) {
  const incidents = new Map<string, Incident>();
  const calls: Call[] = [];
  const sirens: { type: string; data: Record<string, unknown> }[] = [];
  const sirenIds = new Map<string, string>();
  const wrong: string[] = [];
  let asked = 0;

  async function request(ask: Ask): Promise<Answer> {
    asked += 1;
    const wrongWith = fault(ask);
    if (wrongWith === 'away') throw new SendError('refused', 'no connection');
    if (wrongWith === 'hang') throw new SendError('ambiguous', 'it gave no answer (time limit)');
    if (wrongWith === 'busy') return { ...ok(429, {}), headers: new Headers({ 'retry-after': '2' }) };
    if (wrongWith === 'rests') return { ...ok(503, {}), headers: new Headers({ 'retry-after': '3600' }) };
    if (wrongWith === 'error') return ok(500, { message: 'Internal error' });
    if (wrongWith === 'wrong') return ok(400, { status: 'invalid event' });
    if (wrongWith === 'redirect') return { ...ok(302, {}), headers: new Headers({ location: 'https://elsewhere.example' }) };
    if (wrongWith === 'list-away' && ask.method === 'GET') throw new SendError('ambiguous', 'it gave no answer');
    const answer = take(ask);
    if (wrongWith === 'lost') throw new SendError('ambiguous', 'reset');
    return answer;
  }

  function take(ask: Ask): Answer {
    const { host, pathname } = new URL(ask.url);
    if (host === 'events.pagerduty.com' && pathname === '/v2/enqueue') return enqueue(ask);
    if (host === 'api.twilio.com') return twilio(ask);
    if (host === 'siren.example.com') return siren(ask);
    wrong.push(`${ask.method} ${ask.url}`);
    return ok(404, {});
  }

  /** https://developer.pagerduty.com/docs/send-alert-event */
  function enqueue({ method, headers, body = '' }: Ask): Answer {
    const event = JSON.parse(body) as PagerDutyEvent;
    const { event_action: action = '', dedup_key: dedup = '', payload } = event;
    if (method !== 'POST' || headers['content-type'] !== 'application/json' || !isEvent(event) || Buffer.byteLength(body) > 512 * 1024) {
      wrong.push(`PagerDuty: ${body}`);
      return ok(400, { status: 'invalid event' });
    }
    if (event.routing_key !== ROUTING_KEY) return ok(400, { status: 'invalid event', errors: ['Invalid routing key'] });
    const known = incidents.get(dedup);
    if (action === 'trigger' && (!known || known.state === 'resolved'))
      incidents.set(dedup, { state: 'triggered', summary: payload?.summary ?? '', rings: (known?.rings ?? 0) + 1 });
    // What it does not know, or what is over, it takes and ignores.
    if (action === 'acknowledge' && known?.state === 'triggered') known.state = 'acknowledged';
    if (action === 'resolve' && known) known.state = 'resolved';
    return ok(202, { status: 'success', message: 'Event processed', dedup_key: dedup });
  }

  /** https://www.twilio.com/docs/voice/api/call-resource and /docs/messaging/api/message-resource */
  function twilio({ method, url, headers, body = '' }: Ask): Answer {
    const { pathname, searchParams } = new URL(url);
    const [, kind] = new RegExp(`^/2010-04-01/Accounts/${ACCOUNT}/(Calls|Messages)\\.json$`).exec(pathname) ?? [];
    if (kind !== 'Calls' && kind !== 'Messages') return ok(404, { code: 20404 });
    if (headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT}:${AUTH_TOKEN}`).toString('base64')}`) return ok(401, { code: 20003 });
    if (method === 'GET') return list(kind, searchParams);
    const form = Object.fromEntries(new URLSearchParams(body)) as Form;
    const twiml = form.Twiml ?? '';
    const text = form.Body ?? '';
    if (headers['content-type'] !== 'application/x-www-form-urlencoded' || !isCall(kind, form)) {
      wrong.push(`Twilio: ${body}`);
      return ok(400, { code: 21201 });
    }
    const sid = `${kind === 'Calls' ? 'CA' : 'SM'}${String(calls.length + 1).padStart(32, '0')}`;
    calls.push({ sid, kind, to: form.To ?? '', at: now(), twiml, body: text, status: form.StatusCallback ?? null });
    return ok(201, { sid, status: 'queued' });
  }

  function list(kind: Call['kind'], query: URLSearchParams): Answer {
    const found = calls.filter((call) => call.kind === kind && call.to === query.get('To')).toReversed();
    const shown = found.slice(0, Number(query.get('PageSize') ?? 50)).map((call) => ({
      ...{ sid: call.sid, to: call.to, from: FROM, date_created: new Date(Math.floor(call.at / 1000) * 1000).toUTCString() },
      ...(kind === 'Messages' && { body: call.body }),
    }));
    return ok(200, { [kind.toLowerCase()]: shown });
  }

  function siren({ method, headers, body = '' }: Ask): Answer {
    const [id = '', at = '', signature] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
    const isSigned = new Webhook(SIGNING_SECRET).sign(id, new Date(Number(at) * 1000), body) === signature;
    if (method !== 'POST' || !isSigned || Math.abs(now() / 1000 - Number(at)) > 300) {
      wrong.push(`siren: ${id}`);
      return ok(401, {});
    }
    const event = JSON.parse(body) as (typeof sirens)[number];
    if (!sirenIds.has(id)) sirens.push(event);
    sirenIds.set(id, body);
    return { ...ok(200, {}), text: '<html>thanks</html>' };
  }

  return {
    request,
    incidents,
    calls,
    sirens,
    wrong,
    asked: () => asked,
    /** What the person on the phone hears. */
    heard: (call: Call | undefined): string => spokenIn(call?.twiml ?? ''),
    /** A key is pressed. Throws where the call does not wait for one. */
    press: (call: Call | undefined, digits = '1', token = AUTH_TOKEN): Callback => {
      const action = /<Gather [^>]*action="([^"]+)"/.exec(call?.twiml ?? '')?.[1];
      if (!call || !action) throw new Error('this call waits for no key');
      return signed(unescaped(action), { CallSid: call.sid, To: call.to, From: FROM, Digits: digits, CallStatus: 'in-progress' }, token);
    },
    /** How it ended. */
    ends: (call: Call | undefined, status: string, token = AUTH_TOKEN): Callback => {
      if (!call?.status) throw new Error('nobody wants to hear how this ended');
      const field = call.kind === 'Calls' ? 'CallStatus' : 'MessageStatus';
      return signed(call.status, { CallSid: call.sid, To: call.to, From: FROM, [field]: status }, token);
    },
  };
}
export type FakePagers = ReturnType<typeof createFakePagers>;

export function signed(url: string, fields: Form, token = AUTH_TOKEN): Callback {
  const form = new URLSearchParams({ AccountSid: ACCOUNT, ApiVersion: '2010-04-01', ...fields });
  return { url, form, signature: signatureOf(token, url, form) };
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

/** A Response of Gather with Say in it, Say and Hangup, in well-formed XML. */
export function isTwiml(text: string): boolean {
  const inner = /^<\?xml version="1\.0" encoding="UTF-8"\?><Response>(.*)<\/Response>$/s.exec(text)?.[1];
  if (inner === undefined) return false;
  const say = '<Say language="[a-z]{2}-[A-Z]{2}">[^<>&"\'\\u0000-\\u001f]*(?:&(?:amp|lt|gt|quot|apos);[^<>&"\'\\u0000-\\u001f]*)*</Say>';
  const gather = `<Gather input="dtmf" numDigits="1" timeout="\\d+" method="POST" action="https://[^"<>]+">${say}</Gather>`;
  return new RegExp(`^(?:${gather}|${say}|<Hangup/>)+$`, 'u').test(inner);
}
export const spokenIn = (twiml: string): string => unescaped([...twiml.matchAll(/<Say[^>]*>([^<]*)/g)].map(([, said]) => said).join(' '));

/** The event for which a request pages: an alert says its time, a call or a text its number. */
export type PagedFor = { readonly outageId: string } & ({ readonly at: number } | { readonly of: number; readonly to: string });

/** null: it pages nobody, but ends an alert or asks for what was called. */
export function pagedFor({ method, url, body = '' }: Ask): PagedFor | null {
  if (method === 'GET') return null;
  if (url.includes('pagerduty')) {
    const { dedup_key: key = '', event_action: action } = JSON.parse(body) as PagerDutyEvent;
    const [outageId = '', at = ''] = key.split('/');
    return action === 'trigger' ? { outageId, at: Number(at) } : null;
  }
  const form = new URLSearchParams(body);
  const [, outageId = '', of = ''] = /\/pagers\/[^/]+\/([^/]+)\/(\d+)\//.exec(form.get('StatusCallback') ?? '') ?? [];
  return { outageId, of: Number(of), to: form.get('To') ?? '' };
}

/** Posts it to the bot, as by the proxy in front of it. */
export async function post(
  { url, form, signature }: Callback,
  botUrl: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature };
  const response = await fetch(url.replace(PUBLIC_URL, botUrl), { method: 'POST', headers, body: form.toString() });
  return { status: response.status, text: await response.text() };
}

/** Lines of a desk file: a service that rings at the last call and at the breach, phones, text messages, and another system. */
export const PAGERS_YAML = `pagers:
  ops: { type: pagerduty, routingKey: PD_KEY }
  phones: { type: twilio, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}" }
  texts: { type: twilio, by: sms, account: ${ACCOUNT}, token: TWILIO_TOKEN, from: "${FROM}" }
  siren: { type: webhook, address: https://siren.example.com/page, secret: SIREN_SECRET }
`;
