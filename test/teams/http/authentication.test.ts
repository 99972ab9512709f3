/** Which requests come in: the SDK's own checks, with a key directory on loopback and a server that really listens. */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Activity } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPrometheus } from '../../../src/monitoring/prometheus.ts';
import { createTenantGuard } from '../../../src/teams/in/tenant-guard.ts';
import { HardenedAuthentication } from '../../../src/teams/out/connector.ts';
import { createServer, type Server } from '../../../src/teams/server.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';
import { freePort } from '../../support/store/postgres.ts';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://api.botframework.com';
const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
const OF_ANOTHER_REGION = 'https://smba.trafficmanager.net/emea/';
const TENANT = 'a1b2c3d4-0000-4000-8000-00000000000a';
const STRANGE = 'https://attacker.example/teams/';
const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** In the same key directory, but not endorsed for Teams. */
const webchat = generateKeyPairSync('rsa', { modulusLength: 2048 });

let directory: HttpServer;
let authentication: HardenedAuthentication;
let server: Server;
let url: string;
let turns: string[];
let log: LogLine[];
let asked: number;

const port = (listening: HttpServer) => (listening.address() as AddressInfo).port;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

type Claims = { iss?: string; aud?: string; serviceurl?: string | undefined; nbf?: number; exp?: number } & Record<string, unknown>;
function token(claims: Claims = {}, header: object = { alg: 'RS256', kid: 'ours' }, key: KeyObject = ours.privateKey): string {
  const seconds = Math.floor(Date.now() / 1000);
  const payload = { iss: ISSUER, aud: APP_ID, serviceurl: SERVICE_URL, nbf: seconds - 60, exp: seconds + 600, ...claims };
  const signed = `${base64({ typ: 'JWT', ...header })}.${base64(payload)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}
/** The same without a signature. */
const unsigned = (claims: Claims = {}) => token(claims, { alg: 'none', kid: 'ours' }).replace(/[^.]+$/, '');
/** Signed with the public key, as if it were a shared secret. */
function hmac(format: 'spki' | 'pkcs1') {
  const [, payload] = token().split('.');
  const signed = `${base64({ typ: 'JWT', alg: 'HS256', kid: 'ours' })}.${payload}`;
  const secret = ours.publicKey.export({ type: format, format: 'pem' });
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
const anHourAgo = () => Math.floor(Date.now() / 1000) - 3_600;

const FORGED_HEADER = (index: number) => base64({ alg: 'RS256', kid: `forged-${index}` });

const activityWith = (more: object = {}) => ({
  type: 'message',
  id: '1',
  text: '/outage',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:x', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000001' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:x', tenantId: TENANT },
  ...more,
});

async function send(authorization: string | null, more: object = {}) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify(activityWith(more)),
  });
  return { status: response.status, body: await response.text() };
}

beforeAll(async () => {
  directory = createHttpServer((request, response) => {
    asked += 1;
    const keys = [
      { ...ours.publicKey.export({ format: 'jwk' }), kid: 'ours', use: 'sig', endorsements: ['msteams'] },
      { ...webchat.publicKey.export({ format: 'jwk' }), kid: 'webchat', use: 'sig', endorsements: ['webchat'] },
    ];
    const body = request.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port(directory)}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => directory.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => directory.close(resolve)));

beforeEach(async () => {
  // The SDK prints each request that it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  turns = [];
  log = [];
  asked = 0;
  await serve(`http://127.0.0.1:${port(directory)}/openid`);
});

/** A bot that uses this key directory. */
async function serve(openId: string) {
  authentication = new HardenedAuthentication(
    {
      options: {
        MicrosoftAppId: APP_ID,
        MicrosoftAppPassword: 'only-in-tests',
        MicrosoftAppType: 'MultiTenant',
        // The SDK needs all eight: with only some of them its checks would be incomplete.
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: ISSUER,
        ToBotFromChannelTokenIssuer: ISSUER,
        OAuthUrl: 'https://api.botframework.com',
        ToBotFromChannelOpenIdMetadataUrl: openId,
        ToBotFromEmulatorOpenIdMetadataUrl: openId,
        ValidateAuthority: 'true',
        CallerId: 'urn:botframework:azure',
      },
    },
    1_000,
    createTenantGuard({ isTrusted: (serviceUrl) => [SERVICE_URL, OF_ANOTHER_REGION].includes(serviceUrl) }),
    silentLog(log),
  );
  const { metrics, page } = createPrometheus();
  server = createServer({
    authentication,
    turn: async ({ activity }) => void turns.push(activity.text),
    readiness: async () => ({ ready: true, status: 'ready', troubles: [] }),
    metricsPage: page,
    onUnauthenticated: metrics.unauthenticated,
    log: silentLog(log),
  });
  url = `http://127.0.0.1:${(await server.listen(0, '127.0.0.1')).port}`;
}
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

describe('a bot with credentials', () => {
  it('counts the requests that it refuses, before and behind the look at the token, for Prometheus', async () => {
    for (const authorization of [null, 'Bearer garbage', `Bearer ${token({ aud: 'another' })}`]) await send(authorization);
    await send(`Bearer ${token()}`);
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^outage_desk_requests_refused_total 3$/m);
  });

  it('verifies a token once, though many requests bring it', async () => {
    const verify = vi.spyOn(JwtTokenExtractor.prototype, 'getIdentityFromAuthHeader');
    const [one, other] = [`Bearer ${token({ jti: 1 })}`, `Bearer ${token({ jti: 2 })}`];
    for (const header of [one, one, other, one]) expect(await send(header)).toEqual({ status: 200, body: '' });
    expect(verify).toHaveBeenCalledTimes(2);
  });

  it('takes what Teams signed for it', async () => {
    expect(await send(`Bearer ${token()}`)).toEqual({ status: 200, body: '' });
    expect(turns).toEqual(['/outage']);
  });

  it.each<[string, () => string | null]>([
    ['without a token', () => null],
    ['with an empty header', () => ''],
    ['with a word for a token', () => 'Bearer garbage'],
    ['with three words for a token', () => 'Bearer a.b.c'],
    ['with another scheme', () => `Basic ${token()}`],
    ['with two tokens', () => `Bearer ${token()} ${token()}`],
    ['with alg none', () => `Bearer ${unsigned()}`],
    ['with alg none, as if from the emulator', () => `Bearer ${unsigned({ iss: EMULATOR, ver: '1.0', appid: APP_ID })}`],
    // By a key in the emulator's directory, which is the same here: the SDK accepts it.
    ['of the emulator, truly signed', () => `Bearer ${token({ iss: EMULATOR, ver: '1.0', appid: APP_ID })}`],
    ['of a skill, truly signed', () => `Bearer ${token({ iss: EMULATOR, ver: '2.0', azp: APP_ID, tid: TENANT })}`],
    ['signed with a key that is not endorsed for Teams', () => `Bearer ${token({}, { alg: 'RS256', kid: 'webchat' }, webchat.privateKey)}`],
    ['signed by somebody else', () => `Bearer ${token({}, { alg: 'RS256', kid: 'ours' }, foreign.privateKey)}`],
    ['signed with a key that nobody knows', () => `Bearer ${token({}, { alg: 'RS256', kid: 'foreign' }, foreign.privateKey)}`],
    ['that says HMAC of a signature that is none', () => `Bearer ${token({}, { alg: 'HS256', kid: 'ours' })}`],
    ['signed as HMAC with the public key', () => `Bearer ${hmac('spki')}`],
    ['signed as HMAC with the public key as the SDK writes it', () => `Bearer ${hmac('pkcs1')}`],
    ['without a key id', () => `Bearer ${token({}, { alg: 'RS256' })}`],
    ['for another bot', () => `Bearer ${token({ aud: '99999999-2222-4333-8444-555555555555' })}`],
    ['of another issuer', () => `Bearer ${token({ iss: 'https://attacker.example' })}`],
    ['that ended an hour ago', () => `Bearer ${token({ nbf: 1, exp: anHourAgo() })}`],
    ['that begins in an hour', () => `Bearer ${token({ nbf: anHourAgo() + 7_200 })}`],
    ['without a service address', () => `Bearer ${token({ serviceurl: undefined })}`],
    ['for another service address', () => `Bearer ${token({ serviceurl: 'https://attacker.example/' })}`],
  ])('refuses a request %s with 401 and no word more', async (_what, authorization) => {
    expect(await send(authorization())).toEqual({ status: 401, body: '' });
    expect(turns).toEqual([]);
  });

  it.each<[string, object, Claims?]>([
    ['another service address', { serviceUrl: 'https://attacker.example/' }],
    ['another service address of Teams', { serviceUrl: OF_ANOTHER_REGION }],
    ['another service address, which the token names too', { serviceUrl: STRANGE }, { serviceurl: STRANGE }],
    ['no service address', { serviceUrl: undefined }],
    ['an empty service address', { serviceUrl: '' }],
    ['an empty service address, as the token does', { serviceUrl: '' }, { serviceurl: '' }],
    ['another channel', { channelId: 'webchat' }],
    ['the channel whose checks are fewer', { channelId: 'AseChannel' }],
    ['the emulator for a channel', { channelId: 'emulator' }],
    ['no channel', { channelId: undefined }],
    ['no tenant', { conversation: { id: 'a:x' } }],
  ])('refuses a true token beside a body with %s', async (_what, more, claims) => {
    const header = `Bearer ${token(claims)}`;
    // Also where the same token was accepted a moment before.
    if (!claims) expect(await send(header)).toEqual({ status: 200, body: '' });
    expect(await send(header, more)).toEqual({ status: 401, body: '' });
    expect(turns).toHaveLength(claims ? 0 : 1);
  });

  it('takes the tenant from where Teams writes it in a channel', async () => {
    const more = { conversation: { id: 'a:x' }, channelData: { tenant: { id: TENANT } } };
    expect((await send(`Bearer ${token()}`, more)).status).toBe(200);
  });

  it('has a second lock behind the SDK, for the ways in that know no body', async () => {
    await expect(authentication.authenticateStreamingRequest(`Bearer ${token()}`, 'msteams')).resolves.toBeDefined();
    const other = authentication.authenticateStreamingRequest(`Bearer ${token({ serviceurl: undefined })}`, 'msteams');
    await expect(other).rejects.toThrow('not from Teams');
  });

  it('remembers nothing of 100,000 forged tokens: neither the list of issuers that the SDK trusts nor the memory grows', {
    tags: 'full',
  }, async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const trusted = ToBotFromBotOrEmulatorTokenValidationParameters.issuer;
    const before = trusted?.length ?? 0;
    const tried = async (header: string) => await authentication.authenticateRequest(activityWith() as unknown as Activity, header);
    const forged = (index: number) =>
      index % 10 === 0
        ? `Bearer ${FORGED_HEADER(index)}.${base64({ iss: ISSUER, aud: APP_ID, jti: index })}.x`
        : `Bearer ${FORGED_HEADER(index)}.${base64({ iss: 'https://sts.windows.net/x/', tid: `tenant-${index}` })}.x`;
    const all = async (from: number, to: number) => {
      // Not with expect, which would keep each value in memory.
      let refused = 0;
      const count = (error: unknown) => {
        if (error instanceof AuthenticationError) refused += 1;
      };
      for (let index = from; index < to; index++) await tried(forged(index)).catch(count);
      expect(refused).toBe(to - from);
    };
    await all(0, 1_000);
    expect(trusted).toHaveLength(before);
    const began = heap();
    await all(1_000, 101_000);
    expect(heap() - began).toBeLessThan(5 * 1024 * 1024);
    expect(trusted).toHaveLength(before);
    // The same holds over HTTP.
    for (let index = 0; index < 20; index++) expect(await send(forged(index))).toEqual({ status: 401, body: '' });
    expect(trusted).toHaveLength(before);
  });

  it('says in the log how many it refused, once a minute and not once each', async () => {
    for (let index = 0; index < 20; index++) await send('Bearer a.b.c');
    expect(log.filter(({ message }) => message.startsWith('refused'))).toHaveLength(1);
  });

  it('2.3: answers 503, not 401, while the directory of keys is away and no key is known', async () => {
    await server.close();
    await serve(`http://127.0.0.1:${await freePort()}/openid`);
    for (let time = 0; time < 3; time++) expect(await send(`Bearer ${token()}`)).toEqual({ status: 503, body: '' });
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^outage_desk_requests_refused_total 0$/m);
    // One line, not one for each request.
    expect(log.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      "error: Microsoft's signing keys cannot be read; trying again",
    ]);
    expect(await send('Bearer garbage')).toEqual({ status: 401, body: '' });
  });

  it('asks no directory about a token that does not even claim to be from Teams', async () => {
    await send('Bearer a.b.c');
    await send(`Bearer ${token({ iss: 'https://attacker.example' })}`);
    expect(asked).toBe(0);
  });

  it('answers its probes without a token', async () => {
    for (const path of ['healthz', 'readyz', 'metrics']) expect((await fetch(`${url}/${path}`)).status).toBe(200);
  });
});
