/** What is sent to a receiver, how its answers are taken, and what is remembered of it. */

import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import type { Delivery } from '../../src/engine/ports/deliveries.ts';
import { SendError } from '../../src/engine/ports/messenger.ts';
import type { Ask } from '../../src/outward/request.ts';
import { lookAtWebhooks } from '../../src/webhooks/look.ts';
import { createKnown, createWebhookOutlet, idOf } from '../../src/webhooks/outlet.ts';
import { toReceivers } from '../../src/webhooks/receivers.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM, stories } from '../support/outage/stories.ts';
import { SECRET } from '../support/outward/receiver.ts';

/** The library that verifies has the clock of the machine. */
const now = Date.now();
const story = stories(CALM, 'personal').updated;
const ADDRESS = 'https://8.8.8.8/hook?x=1';

let answer: () => { status: number; text?: string; retryAfter?: string } | SendError;
let asked: Ask[];
let kept: Map<string, unknown>;
beforeEach(() => {
  answer = () => ({ status: 204 });
  asked = [];
  kept = new Map();
});

const cache = {
  get: async (key: string) => kept.get(key),
  set: async (key: string, value: unknown) => void kept.set(key, value),
  delete: async (key: string) => void kept.delete(key),
};

const receiversOf = (lines: string, secrets: Record<string, string> = {}) => {
  const desk = smallDesk(
    (text) => `${text}webhooks:\n  jira: { address: "${ADDRESS}", secret: WEBHOOK_SECRET, projects: [shop]${lines} }\n`,
  );
  return toReceivers(desk.file.webhooks, new Map(Object.entries({ WEBHOOK_SECRET: SECRET, ...secrets })));
};

function outletOf(lines = '', secrets: Record<string, string> = {}) {
  const { receivers, problems } = receiversOf(lines, secrets);
  expect(problems).toEqual([]);
  const known = createKnown(cache);
  const outlet = createWebhookOutlet({
    ...{ receivers, known },
    async request(ask) {
      asked.push(ask);
      const said = answer();
      if (said instanceof SendError) throw said;
      return {
        status: said.status,
        text: said.text ?? '',
        headers: new Headers(said.retryAfter ? { 'retry-after': said.retryAfter } : {}),
      };
    },
  });
  const send = (seq = 1, id = 'jira', at = now) => outlet.send(deliveryOf(seq, id), story, { now: at, repeated: false });
  return { outlet, send, look: () => lookAtWebhooks(receivers, known) };
}

const deliveryOf = (seq: number, id: string): Delivery => ({
  ...{ key: `nonce-1/news/webhook:${id}/${seq}`, outageId: 'nonce-1', kind: 'news', destination: { kind: 'webhook', id }, seq },
  ...{ priority: 3, after: null, lane: `webhook:${id}`, createdAt: now, attempts: 0, maybeSent: false, repeats: 0 },
});
const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => expect.fail('it was taken'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof SendError)) throw error;
  return { failure: error.failure, message: error.message, retryAfterMs: error.retryAfterMs };
};

describe('an event', () => {
  it('is signed as Standard Webhooks says, and goes under the same id each time', async () => {
    const { send } = outletOf();
    const sent = await send(3);
    expect(sent).toEqual({ id: asked[0]?.headers['webhook-id'] });
    await send(3);
    const [first, second] = asked;
    expect(first).toMatchObject({ url: ADDRESS, method: 'POST', allowPrivate: false });
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
    const body = new Webhook(SECRET).verify(first?.body ?? '', first?.headers ?? {});
    expect(body).toMatchObject({ type: 'outage.updated', data: { sequence: 3 } });
  });

  it('goes under an id that does not say the key of the outage', () => {
    expect(idOf('nonce-1/news/webhook:jira/1')).toMatch(/^msg_[\w-]{43}$/);
    expect(idOf('nonce-1/news/webhook:jira/1')).not.toBe(idOf('nonce-1/news/webhook:jira/2'));
  });

  it('has the headers of the desk file, and its own whatever stands there', async () => {
    const { send } = outletOf(', headers: { Authorization: WEBHOOK_TOKEN }', { WEBHOOK_TOKEN: 'Basic abc=' });
    await send();
    expect(asked[0]?.headers).toMatchObject({ Authorization: 'Basic abc=', 'content-type': 'application/json' });
  });

  it('says in full what the desk file lets it say', async () => {
    await outletOf(', detail: full').send(1);
    await outletOf().send(1);
    expect(asked.map(({ body }) => 'full' in JSON.parse(body ?? '').data)).toEqual([true, false]);
  });

  it('that this desk file does not tell the webhook waits for a bot whose file does, and is left out when all have the same', async () => {
    const why = 'the desk file has taken this event or project from the webhook';
    const { receivers } = receiversOf('');
    const ofOther = createWebhookOutlet({
      receivers: receivers.map((one) => ({ ...one, projects: ['mill-2'] })),
      known: createKnown(cache),
      request: async () => expect.fail('it was sent'),
    });
    for (const send of [
      (at: number) => outletOf(', events: [outage.closed]').send(1, 'jira', at),
      (at: number) => ofOther.send(deliveryOf(1, 'jira'), story, { now: at, repeated: false }),
    ]) {
      expect(await send(now)).toEqual({ waits: why });
      expect(await send(now + 15 * 60_000)).toEqual({ skipped: why });
    }
    expect(asked).toEqual([]);
  });

  it('for a webhook that this desk file does not have waits too, and is left out then', async () => {
    const why = 'the desk file has no such webhook';
    expect(await outletOf().send(1, 'new')).toEqual({ waits: why });
    expect(await outletOf().send(1, 'new', now + 15 * 60_000)).toEqual({ skipped: why });
    expect(asked).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    [{ status: 200 }, null],
    [{ status: 202, text: '{"ok":true}' }, null],
    [{ status: 200, text: 'ok <b>html</b>' }, null],
    [
      { status: 200, text: '\n<!DOCTYPE html><title>Sign in</title>' },
      'refused: 8.8.8.8 answered 200 with a web page, not as a receiver of events',
    ],
    [{ status: 302 }, 'refused: 8.8.8.8 answered 302: it redirects, which is not followed. Write the new address'],
    [{ status: 400 }, 'never: 8.8.8.8 answered 400: it does not take this event'],
    [{ status: 401 }, 'refused: 8.8.8.8 answered 401'],
    [{ status: 404 }, 'refused: 8.8.8.8 answered 404'],
    [{ status: 413 }, 'never: 8.8.8.8 answered 413: it does not take this event'],
    [{ status: 429 }, 'refused: 8.8.8.8 answered 429'],
    [{ status: 500 }, 'ambiguous: 8.8.8.8 answered 500'],
    [{ status: 503 }, 'ambiguous: 8.8.8.8 answered 503'],
  ])('%j means %j', async (said, meaning) => {
    answer = () => said;
    const sent = outletOf().send();
    if (meaning === null) expect(await sent).toHaveProperty('id');
    else {
      const { failure, message } = await failureOf(sent);
      expect(`${failure}: ${message}`).toBe(meaning);
    }
  });

  it('that asks for a pause gets it', async () => {
    answer = () => ({ status: 429, retryAfter: '120' });
    expect(await failureOf(outletOf().send())).toMatchObject({ retryAfterMs: 120_000 });
  });
});

describe('a receiver', () => {
  it('that answered 410 Gone gets nothing more, and is given up once', async () => {
    const { send, look } = outletOf();
    answer = () => ({ status: 410 });
    expect(await failureOf(send(1))).toMatchObject({ failure: 'never', message: expect.stringMatching(/^8\.8\.8\.8 answered 410 Gone/) });
    answer = () => ({ status: 204 });
    expect(await send(2)).toEqual({ skipped: 'the webhook has ended: it answered 410 Gone' });
    expect(asked).toHaveLength(1);
    expect(await look()).toMatchObject([{ webhook: 'jira', why: 'gone' }]);
  });

  it('that answers 410 Gone to two bots is given up by one of them', async () => {
    const [one, other] = [outletOf(), outletOf()];
    answer = () => ({ status: 410 });
    const ends = await Promise.allSettled([one.send(1), other.send(2)]);
    await expect(other.send(3)).resolves.toHaveProperty('skipped');
    expect(ends.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });

  it('is asked again when the desk file gives it another address', async () => {
    answer = () => ({ status: 410 });
    await failureOf(outletOf().send(1));
    answer = () => ({ status: 204 });
    const [entry] = kept;
    const [key, text] = entry ?? [];
    kept.set(key ?? '', String(text).replace(/"mark":"\w+"/, '"mark":"another"'));
    expect(await outletOf().send(2)).toHaveProperty('id');
  });

  it('that fails is named with its last answer, until it takes an event again', async () => {
    const { send, look } = outletOf();
    expect(await look()).toEqual([]);
    answer = () => ({ status: 500 });
    await failureOf(send(1));
    await failureOf(send(1));
    expect(await look()).toEqual([
      { type: 'webhook', webhook: 'jira', host: '8.8.8.8', why: 'failing', since: now, error: '8.8.8.8 answered 500' },
    ]);
    answer = () => ({ status: 204 });
    await send(1);
    expect(await look()).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it('inside the own network, or of an unknown host, is named', async () => {
    const { file } = smallDesk(
      (text) => `${text}webhooks:
  here: { address: "https://127.0.0.1/", secret: WEBHOOK_SECRET }
  meant: { address: "http://127.0.0.1/", secret: WEBHOOK_SECRET, allowPrivate: true }
  nowhere: { address: "https://nowhere.invalid/", secret: WEBHOOK_SECRET }
`,
    );
    const { receivers } = toReceivers(file.webhooks, new Map([['WEBHOOK_SECRET', SECRET]]));
    expect((await lookAtWebhooks(receivers, null)).map((one) => one.type === 'webhook' && [one.webhook, one.why])).toEqual([
      ['here', 'inside'],
      ['nowhere', 'unknown'],
    ]);
  });
});

describe('the secrets of webhooks', () => {
  const problems = (webhook: Partial<DeskFile['webhooks'][string]>, secrets: Record<string, string>) => {
    const { file } = smallDesk((text) => `${text}webhooks: { jira: { address: "${ADDRESS}", secret: WEBHOOK_SECRET } }\n`);
    const jira = { ...file.webhooks.jira, ...webhook } as DeskFile['webhooks'][string];
    return toReceivers({ jira }, new Map(Object.entries(secrets))).problems;
  };

  it.each(['short', 'whsec_c2hvcnQ=', 'not base64!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!', `whsec_${'A'.repeat(200)}`, ''])(
    'are refused when they are none: %s',
    (secret) => {
      expect(problems({}, { WEBHOOK_SECRET: secret })).toEqual([
        expect.stringMatching(
          /^WEBHOOK_SECRET, which webhooks > jira of the desk file names, is no secret of Standard Webhooks: write whsec_ and/,
        ),
      ]);
    },
  );

  it('may have their prefix left out', () => {
    expect(problems({}, { WEBHOOK_SECRET: SECRET.replace('whsec_', '') })).toEqual([]);
  });

  it('are all named at once, and never shown', () => {
    const found = problems(
      { address: 'WEBHOOK_ADDRESS', headers: { 'X-Key': 'WEBHOOK_KEY' } },
      { WEBHOOK_SECRET: 'hidden-1', WEBHOOK_ADDRESS: 'ftp://hidden-2', WEBHOOK_KEY: 'hidden-3\nX-Admin: yes' },
    );
    expect(found.map((one) => one.split(',')[0])).toEqual(['WEBHOOK_SECRET', 'WEBHOOK_ADDRESS', 'WEBHOOK_KEY']);
    expect(found.join()).not.toContain('hidden');
  });
});
