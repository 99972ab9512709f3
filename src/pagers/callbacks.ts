/**
 * What Twilio reports of a call: which key was pressed, and what came of it. Both are signed. A press is the same action as the button in
 * Teams, so the same press twice changes nothing; and one whose call is older than the ladder that runs takes nothing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../desk/desk.ts';
import type { Auditor } from '../engine/audit.ts';
import type { Handle, Outcome } from '../engine/handle.ts';
import type { Log } from '../engine/ports/log.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import { clientOf } from '../outage/types/client.ts';
import type { Outage } from '../outage/types/outage.ts';
import type { KnownPage, PageOutcome } from '../outage/types/pages.ts';
import type { Person } from '../outage/types/values.ts';
import { type Sentence, textOf } from '../words/denial.ts';
import type { Words } from '../words/words.ts';
import { short, spoken } from './texts.ts';
import type { Callbacks } from './twilio.ts';
import { isSigned } from './twilio-signature.ts';
import { callWith, endWith } from './twiml.ts';

export const PAGERS_PATH = '/pagers/';
const MOST_BYTES = 16 * 1024;
const ADDRESS = /^\/pagers\/([a-z0-9][a-z0-9-]*)\/([\w-]{1,64})\/(\d{1,9})\/(gather|status)$/;
const LONGEST_NAME = 60;

/** By `CallStatus` or `MessageStatus`. Others say that it is under way. */
const OUTCOMES: Readonly<Record<string, PageOutcome>> = {
  completed: 'answered',
  delivered: 'answered',
  'no-answer': 'no-answer',
  canceled: 'no-answer',
  busy: 'busy',
  failed: 'failed',
  undelivered: 'failed',
};

/** `of`: the number of the event that paged. null: Twilio can reach nothing here. */
export function addressesFor(publicUrl: string, pager: string, outageId: string, of: number): Callbacks {
  const address = `${publicUrl}${PAGERS_PATH}${pager}/${outageId}/${of}`;
  return publicUrl === '' ? null : { gather: `${address}/gather`, status: `${address}/status` };
}

type Called = { readonly pager: string; readonly outageId: string; readonly of: number; readonly form: URLSearchParams };
/** `onForged`: called for what Twilio did not sign. */
export type ReceiveCallback = (request: IncomingMessage, response: ServerResponse, onForged: () => void) => Promise<void>;

export function createCallbacks(parts: {
  desk: Desk;
  secrets: ReadonlyMap<string, string>;
  publicUrl: string;
  words: Words;
  handle: Handle;
  outages: Pick<OutageStore, 'read' | 'now'>;
  refused: Auditor['refused'];
  log: Log;
}): ReceiveCallback {
  const { desk, secrets, publicUrl, words, handle, outages, refused, log } = parts;
  const { call } = words.pages;

  return async function receive(request, response, onForged) {
    const body = await readForm(request).catch(() => null);
    if (body === null) return answer(response, 413);
    const [, pager = '', outageId = '', of = '', what] = ADDRESS.exec(request.url ?? '') ?? [];
    const form = new URLSearchParams(body);
    if (!isOfTwilio(pager, request, form)) {
      onForged();
      return answer(response, 403);
    }
    const called = { pager, outageId, of: Number(of), form };
    try {
      if (what === 'gather') return answer(response, 200, await press(called));
      await report(called);
      answer(response, 204);
    } catch (error) {
      log.error({ err: error, outageId }, 'what Twilio reported could not be handled');
      if (what === 'gather') answer(response, 200, endWith(call.failed, words));
      else answer(response, 503);
    }
  };

  /** It is checked in any case, so that the time of the answer does not tell which pagers there are. */
  function isOfTwilio(pager: string, { url, headers }: IncomingMessage, form: URLSearchParams): boolean {
    const settings = Object.hasOwn(desk.file.pagers, pager) ? desk.file.pagers[pager] : undefined;
    const token = settings?.type === 'twilio' ? secrets.get(settings.token) : undefined;
    const signature = headers['x-twilio-signature'];
    // Twilio's target is a path. A whole address behind ours would be none at all.
    const target = url?.startsWith('/') ? url : '/';
    const isReal = isSigned(token ?? 'none', `${publicUrl}${target}`, form, typeof signature === 'string' ? signature : '');
    return isReal && token !== undefined;
  }

  /** The page that this call was, of the person who has the number that was called. */
  function pageOf({ pager, of, form }: Called, outage: Outage | undefined): (KnownPage & { readonly person: Person }) | null {
    const number = form.get('To') ?? '';
    for (const page of outage?.pages ?? []) {
      const { person } = page;
      if (person && page.pager === pager && page.of === of && desk.phoneOf(person.id) === number) return { ...page, person };
    }
    return null;
  }

  /** What came of it, in TwiML. */
  async function press(called: Called): Promise<string> {
    const { outageId, form, pager, of } = called;
    const outage = (await outages.read(outageId))?.outage;
    const page = pageOf(called, outage);
    if (!outage || !page) {
      const isKnown = desk.people.some(({ id }) => desk.phoneOf(id) === (form.get('To') ?? ''));
      return endWith(textOf(isKnown ? call.changed : call.nobody), words);
    }
    if (form.get('Digits') !== '1') {
      const gather = addressesFor(publicUrl, pager, outageId, of)?.gather ?? null;
      return callWith(spoken(outage, await outages.now(), words), gather, words, [call.otherKey]);
    }
    const by = desk.actor(page.person);
    const client = clientOf('phone', null);
    const outcome = await handle({ type: 'acknowledge', outageId, by }, client);
    if (!outcome.ok) {
      const denied = { person: by, what: 'acknowledge', outageId, number: null, reason: outcome.rejection.type };
      refused({ ...denied, client, conversationId: '', threadId: null });
    }
    return endWith(textOf(answerTo(outcome)), words);
  }

  function answerTo(outcome: Outcome): Sentence {
    if (outcome.ok) return outcome.events.length > 0 ? call.taken : call.yours;
    const { rejection } = outcome;
    if (rejection.type === 'already-acknowledged') return call.theirs(short(rejection.by.name, LONGEST_NAME));
    if (rejection.type === 'already-ended') return call.ended;
    return rejection.type === 'not-permitted' ? call.notEngineer : call.changed;
  }

  async function report(called: Called): Promise<void> {
    const status = called.form.get('CallStatus') ?? called.form.get('MessageStatus') ?? '';
    const outcome = Object.hasOwn(OUTCOMES, status) ? OUTCOMES[status] : undefined;
    const page = outcome && pageOf(called, (await outages.read(called.outageId))?.outage);
    if (!page) return;
    await handle({ type: 'note-page', outageId: called.outageId, pagerId: `${page.pager}+${page.person.id}`, of: page.of, outcome });
  }
}

/** null: it is too long. */
async function readForm(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number, xml = ''): void {
  // What is too long is not read to its end.
  const headers = { 'cache-control': 'no-store', ...(status === 413 && { connection: 'close' }) };
  response.writeHead(status, { ...headers, ...(xml && { 'content-type': 'text/xml; charset=utf-8' }) });
  response.end(xml);
}
