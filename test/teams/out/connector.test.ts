/** Sending to Teams over real HTTP: one request for each message, with a time limit and classified errors. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { ConnectorClient } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Messenger, type Posted, SendError } from '../../../src/engine/ports/messenger.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createClients } from '../../../src/teams/out/clients.ts';
import { botIdentity, HardenedAuthentication, harden, NoTokenError } from '../../../src/teams/out/connector.ts';
import { createMessenger } from '../../../src/teams/out/messenger.ts';
import { toSendError } from '../../../src/teams/out/send-error.ts';
import { createServiceUrls } from '../../../src/teams/out/service-url.ts';
import { createTargeted } from '../../../src/teams/out/targeted.ts';
import { createPeople } from '../../../src/teams/people/people.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { type Failure, type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';
import { PROXY_ANSWERS, type ProxyAnswer } from '../../support/teams/quirks/answers.ts';
import { always } from '../../support/teams/quirks/manners.ts';

const LIMIT_MS = 400;
const message = { card: { type: 'AdaptiveCard' }, summary: 'Hello' };
const where = { to: 'conversation', conversationId: 'a:1', tenantId: 't' } as const;
let teams: FakeTeams;
let store: Awaited<ReturnType<typeof openSqlite>>;

beforeEach(async () => {
  teams = await startFakeTeams(Date.now);
  store = await openSqlite({ file: ':memory:', log: silentLog() });
});
afterEach(async () => {
  await teams.stop();
  await store.close();
});

function messengerFor(
  limitMs: number,
  all: { limitMs: number; find?: NonNullable<Messenger['find']> } = { limitMs: 10_000 },
  cache = store.cache,
) {
  const serviceUrls = createServiceUrls({ configured: teams.serviceUrl, loopback: true, cache });
  const clients = createClients(new HardenedAuthentication({ options: {} }, limitMs, () => true), '', serviceUrls);
  const people = createPeople({ cache, rosterOf: async () => '19:desk@thread.tacv2', botId: '28:bot', deskTenant: 't' });
  const targeted = createTargeted({ cache, clients, people, isOn: true });
  return createMessenger({ clients, people, targeted, ...all, now: Date.now, botId: 'bot' });
}

const failure = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SendError);
  return error as SendError;
};

describe('a message to Teams', () => {
  it.each<[string, Failure, SendError['failure'], number | null]>([
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'refused', 7_000],
    ['429 without', { status: 429 }, 'refused', null],
    ['412', { status: 412 }, 'refused', null],
    ['502', { status: 502 }, 'refused', null],
    ['503', { status: 503 }, 'refused', null],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '2' } }, 'refused', 2_000],
    ['504', { status: 504 }, 'refused', null],
    ['401', { status: 401 }, 'refused', null],
    ['500', { status: 500 }, 'ambiguous', null],
    ['408', { status: 408 }, 'ambiguous', null],
    ['a reset', 'reset', 'ambiguous', null],
    ['a reset after it was taken', 'accept-and-reset', 'ambiguous', null],
    ['400', { status: 400 }, 'never', null],
    ['403', { status: 403 }, 'never', null],
    ['404', { status: 404 }, 'never', null],
    ['413', { status: 413 }, 'never', null],
  ])('answered with %s is posted exactly once, and that is told', async (_what, answer, kind, retryAfterMs) => {
    teams.failNext(answer, { times: 9 });
    const error = await failure(messengerFor(5_000).post(where, message));
    expect(error).toMatchObject({ failure: kind, retryAfterMs });
    expect(teams.received).toHaveLength(1);
  });

  it.each(['hang', 'accept-and-hang'] as const)('that is never answered (%s) ends at the time limit: nobody knows', async (answer) => {
    teams.failNext(answer, { times: 9 });
    expect(await failure(messengerFor(LIMIT_MS).post(where, message))).toMatchObject({ failure: 'ambiguous', status: null });
    expect(teams.received).toHaveLength(1);
    expect(teams.messages).toHaveLength(answer === 'hang' ? 0 : 1);
  });

  it('and an edit and a new thread too', async () => {
    const messenger = messengerFor(LIMIT_MS);
    teams.failNext('hang', { times: 9 });
    expect(await failure(messenger.edit(where, '1', message))).toMatchObject({ failure: 'ambiguous' });
    const room = { kind: 'channel', conversationId: '19:desk@thread.tacv2', tenantId: 't' } as const;
    expect(await failure(messenger.post({ to: 'new-thread', room }, message))).toMatchObject({ failure: 'ambiguous' });
    expect(teams.received.map(({ method }) => method)).toEqual(['PUT', 'POST']);
  });

  it('takes no longer in all than its own limit, whatever one request may', async () => {
    teams.failNext('hang', { times: 9 });
    expect(await failure(messengerFor(5_000, { limitMs: LIMIT_MS }).post(where, message))).toMatchObject({ failure: 'ambiguous' });
  });

  it.each(['hang', 'reset', { status: 500 }] as const)('whose chat could not be made (%o) was certainly not sent', async (answer) => {
    teams.failNext(answer, { times: 9 });
    const person = { to: 'person', personId: 'aad-sam', tenantId: 't' } as const;
    expect(await failure(messengerFor(LIMIT_MS).post(person, message))).toMatchObject({ failure: 'refused' });
    expect(teams.messages).toHaveLength(0);
  });

  it.each([
    { to: 'person', personId: 'aad-sam', tenantId: 't' },
    { to: 'one', personId: 'aad-sam', tenantId: 't', conversationId: '19:desk@thread.tacv2', orInChat: false },
  ] as const)('to $to before which the store did not answer was certainly not sent', async (address) => {
    teams.roster.push({ id: '29:sam', name: 'Sam', aadObjectId: 'aad-sam', tenantId: 't' } as FakeTeams['roster'][number]);
    let refused = 0;
    for (let failing = 0; failing < 8; failing++) {
      let reads = 0;
      const get: typeof store.cache.get = async (...of) => {
        if (reads++ === failing) throw new Error('the pool is empty');
        return await store.cache.get(...of);
      };
      const before = teams.messages.length;
      const sent = await messengerFor(5_000, undefined, { ...store.cache, get })
        .post(address, message)
        .catch((error: unknown) => error);
      if (!(sent instanceof SendError)) continue;
      expect(sent.failure).toBe('refused');
      expect(teams.messages).toHaveLength(before);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('when nobody listens was certainly not sent', async () => {
    const messenger = messengerFor(5_000);
    await teams.stop();
    expect(await failure(messenger.post(where, message))).toMatchObject({ failure: 'refused', status: null });
  });

  it('into a new thread gives the conversation of the thread, and the id of its first message', async () => {
    const room = { kind: 'channel', conversationId: '19:desk@thread.tacv2', tenantId: 't' } as const;
    const posted = await messengerFor(5_000).post({ to: 'new-thread', room }, message);
    expect(posted).toEqual({ conversationId: `19:desk@thread.tacv2;messageid=${posted.activityId}`, activityId: teams.messages[0]?.id });
  });
});

describe('A2: what is not an answer of Teams means that nobody knows', () => {
  const room = { kind: 'channel', conversationId: '19:desk@thread.tacv2', tenantId: 't' } as const;
  const sends = { message: 'post', edit: 'edit', thread: 'open' } as const;
  const send = (how: (typeof sends)[keyof typeof sends]) => {
    const messenger = messengerFor(5_000);
    if (how === 'edit') return messenger.edit(where, '1', message);
    return messenger.post(how === 'open' ? { to: 'new-thread', room } : where, message);
  };
  const proxied = Object.keys(PROXY_ANSWERS) as ProxyAnswer[];
  it.each(proxied.flatMap((proxy) => Object.values(sends).map((how) => [proxy, how] as const)))('%s (%s)', async (proxy, how) => {
    teams.failNext({ proxy });
    expect(await failure(send(how))).toMatchObject({ failure: 'ambiguous', status: null });
  });

  it.each<[string, number, string, string]>([
    ['204', 204, '', ''],
    ['203 with an id, by a proxy', 203, 'application/json', '{"id":"1"}'],
    ['a page that is typed as text', 200, 'text/plain', '{"id":"1"}'],
    ['202 with a page', 202, 'text/html', '<html>'],
    ['an empty id', 201, 'application/json', '{"id":""}'],
    ['an id that is no text', 200, 'application/json', '{"id":null}'],
    ['null', 200, 'application/json', 'null'],
    ['a list', 200, 'application/json', '[]'],
    ['broken JSON', 200, 'application/json', '{"id":'],
    ['a redirect to a sign-in', 302, 'text/html', ''],
  ])('%s', async (_what, status, type, text) => {
    const proxy = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': type });
      response.end(text);
    });
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const client = harden(new ConnectorClient({ signRequest: async (one) => one }, { baseUri: `http://127.0.0.1:${port}` }), 5_000);
    const sending = client.conversations
      .sendToConversation('a:1', { type: 'message' })
      .catch((error) => Promise.reject(toSendError(error, 0)));
    expect(await failure(sending)).toMatchObject({ failure: 'ambiguous' });
  });

  it.each(['post answered 200', 'post answered 202 with id', 'post answered 202 without body', 'edit answered 202'] as const)(
    'but %s is one',
    async (quirk) => {
      await teams.stop();
      teams = await startFakeTeams(Date.now, {}, always(quirk));
      const messenger = messengerFor(5_000);
      await messenger.post(where, message);
      await messenger.edit(where, teams.messages[0]?.id ?? '', message);
      expect(teams.messages.map(({ edits }) => edits)).toEqual([1]);
    },
  );
});

describe('3.10: a connection that was closed while nobody used it', () => {
  async function strange(find?: Messenger['find']) {
    await teams.stop();
    teams = await startFakeTeams(Date.now, {}, always('reset of a reused connection'));
    const messenger = messengerFor(5_000, { limitMs: 10_000, ...(find ? { find } : {}) });
    await messenger.post(where, message);
    return messenger;
  }

  it('is no matter for an edit, which is made once more at once', async () => {
    const messenger = await strange();
    await messenger.edit(where, teams.messages[0]?.id ?? '', message);
    expect(teams.messages.map(({ edits }) => edits)).toEqual([1]);
  });

  it('leaves a message unknown, and says that it may be sent again at once', async () => {
    const messenger = await strange();
    expect(await failure(messenger.post(where, message))).toMatchObject({ failure: 'ambiguous', atOnce: true });
    expect(teams.messages).toHaveLength(1);
    // All idle connections are given up, so the next try has a new one.
    await messenger.post(where, message);
    expect(teams.messages).toHaveLength(2);
  });

  it.each<[string, Posted | 'absent' | null, object | null]>([
    ['is found where reading is granted', { conversationId: 'a:1', activityId: '7' }, null],
    ['is looked for once more where it is not there yet', 'absent', { failure: 'ambiguous', atOnce: false }],
    ['may be sent at once where nobody may read', null, { failure: 'ambiguous', atOnce: true }],
  ])('%s', async (_what, answer, error) => {
    const messenger = await strange(async (_where, [mark = '']) => new Map(answer === null ? [] : [[mark, answer]]));
    const sending = messenger.post(where, { ...message, marks: ['m'] });
    if (error) expect(await failure(sending)).toMatchObject(error);
    else expect(await sending).toEqual(answer);
  });

  it('but what is reset on a new one is as unknown as ever', async () => {
    teams.failNext('reset');
    expect(await failure(messengerFor(5_000).post(where, message))).toMatchObject({ failure: 'ambiguous', atOnce: false });
  });

  it('is not kept for as long as servers usually keep one', { tags: 'full' }, async () => {
    const closed = Promise.withResolvers<number>();
    const server = createServer((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
    server.keepAliveTimeout = 0;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    onTestFinished(() => void server.close());
    const began = Date.now();
    server.on('connection', (socket) => socket.on('close', () => closed.resolve(Date.now() - began)));
    const { port } = server.address() as AddressInfo;
    const client = harden(new ConnectorClient({ signRequest: async (one) => one }, { baseUri: `http://127.0.0.1:${port}` }), 5_000);
    await client.conversations.sendToConversation('a:1', { type: 'message' });
    expect(await closed.promise).toBeLessThan(4_900);
  });
});

describe('the hardening', () => {
  it.each<[string, () => Promise<never>]>([
    ['does not come in time', () => new Promise(() => {})],
    ['cannot be had', () => Promise.reject(new Error('the secret has expired'))],
  ])('sends nothing when its token %s, and says so', async (_how, signRequest) => {
    const client = harden(new ConnectorClient({ signRequest }, { baseUri: teams.serviceUrl }), LIMIT_MS);
    await expect(client.conversations.sendToConversation('a:1', { type: 'message' })).rejects.toThrow(NoTokenError);
    expect(teams.received).toHaveLength(0);
  });

  it('is made once for each service address, and again when it could not be made', async () => {
    const make = vi.spyOn(ConfigurationServiceClientCredentialFactory.prototype, 'createCredentials');
    const authentication = new HardenedAuthentication({ options: {} }, LIMIT_MS, () => true);
    const clientOf = (url: string) => authentication.createConnectorFactory(botIdentity('')).create(url, '');
    make.mockRejectedValueOnce(new Error('not now'));
    await expect(clientOf(teams.serviceUrl)).rejects.toThrow('not now');
    const first = await clientOf(teams.serviceUrl);
    expect(await clientOf(teams.serviceUrl)).toBe(first);
    const others = Array.from({ length: 100 }, (_, index) => `${teams.serviceUrl}${index}/`);
    expect(new Set([first, ...(await Promise.all(others.map(clientOf)))]).size).toBe(101);
    expect(await clientOf(teams.serviceUrl)).not.toBe(first);
    make.mockRestore();
  });

  it('throws when the SDK looks different from what it takes away', async () => {
    const client = await new HardenedAuthentication({ options: {} }, LIMIT_MS, () => true)
      .createConnectorFactory(botIdentity(''))
      .create(teams.serviceUrl, '');
    expect(() => harden(client, LIMIT_MS)).toThrow("no policy 'defaultRetryPolicy' any more");
    expect(() => harden({} as typeof client, LIMIT_MS)).toThrow();
  });
});
