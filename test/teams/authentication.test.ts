/** Who may speak to the bot: the SDK's own checks, against a directory of ours on loopback, at a server that really listens. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HardenedAuthentication } from '../../src/teams/connector.ts';
import { createServer, type Server } from '../../src/teams/server.ts';
import { silentLog } from '../support/silent-log.ts';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://api.botframework.com';
const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });

let directory: HttpServer;
let server: Server;
let url: string;
let turns: string[];
let asked: number;

const port = (listening: HttpServer) => (listening.address() as AddressInfo).port;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

type Claims = { iss?: string; aud?: string; serviceurl?: string; nbf?: number; exp?: number } & Record<string, unknown>;
function token(claims: Claims = {}, header: object = { alg: 'RS256', kid: 'ours' }, key: KeyObject = ours.privateKey): string {
  const seconds = Math.floor(Date.now() / 1000);
  const payload = { iss: ISSUER, aud: APP_ID, serviceurl: SERVICE_URL, nbf: seconds - 60, exp: seconds + 600, ...claims };
  const signed = `${base64({ typ: 'JWT', ...header })}.${base64(payload)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}
/** The same without a signature. */
const unsigned = (claims: Claims = {}) => token(claims, { alg: 'none', kid: 'ours' }).replace(/[^.]+$/, '');

async function send(authorization: string | null, more: object = {}) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      text: '/outage',
      channelId: 'msteams',
      serviceUrl: SERVICE_URL,
      from: { id: '29:x', aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000001' },
      recipient: { id: '28:bot' },
      conversation: { id: 'a:x', tenantId: 'a1b2c3d4-0000-4000-8000-00000000000a' },
      ...more,
    }),
  });
  return { status: response.status, body: await response.text() };
}

beforeAll(async () => {
  directory = createHttpServer((request, response) => {
    asked += 1;
    const key = { ...ours.publicKey.export({ format: 'jwk' }), kid: 'ours', use: 'sig', endorsements: ['msteams'] };
    const body = request.url === '/keys' ? { keys: [key] } : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port(directory)}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => directory.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => directory.close(resolve)));

beforeEach(async () => {
  // The SDK prints each refusal.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  turns = [];
  asked = 0;
  const openId = `http://127.0.0.1:${port(directory)}/openid`;
  const authentication = new HardenedAuthentication(
    {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'only-in-tests',
      MicrosoftAppType: 'MultiTenant',
      // The eight that go together: one alone would switch the SDK's checks to a set that is half empty.
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: openId,
      ToBotFromEmulatorOpenIdMetadataUrl: openId,
      ValidateAuthority: 'true',
      CallerId: 'urn:botframework:azure',
    },
    1_000,
  );
  server = createServer({
    authentication,
    turn: async ({ activity }) => void turns.push(activity.text),
    readiness: async () => ({ ready: true, status: 'ready', troubles: [] }),
    metricsPage: async () => ({ type: 'text/plain', text: '' }),
    log: silentLog(),
  });
  url = `http://127.0.0.1:${(await server.listen(0, '127.0.0.1')).port}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

describe('a bot with credentials', () => {
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
    [
      'with alg none, as if from the emulator',
      () => `Bearer ${unsigned({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: APP_ID })}`,
    ],
    ['signed by somebody else', () => `Bearer ${token({}, { alg: 'RS256', kid: 'ours' }, foreign.privateKey)}`],
    ['signed with a key that nobody knows', () => `Bearer ${token({}, { alg: 'RS256', kid: 'foreign' }, foreign.privateKey)}`],
    ['signed as HMAC with the public key', () => `Bearer ${token({}, { alg: 'HS256', kid: 'ours' })}`],
    ['for another bot', () => `Bearer ${token({ aud: '99999999-2222-4333-8444-555555555555' })}`],
    ['of another issuer', () => `Bearer ${token({ iss: 'https://attacker.example' })}`],
    ['that ended an hour ago', () => `Bearer ${token({ nbf: 1, exp: Math.floor(Date.now() / 1000) - 3_600 })}`],
    ['for another service address', () => `Bearer ${token({ serviceurl: 'https://attacker.example/' })}`],
  ])('refuses a request %s with 401 and no word more', async (_what, authorization) => {
    expect(await send(authorization())).toEqual({ status: 401, body: '' });
    expect(turns).toEqual([]);
  });

  it('refuses a true token beside a body that names another service address, or another channel', async () => {
    expect(await send(`Bearer ${token()}`, { serviceUrl: 'https://attacker.example/' })).toEqual({ status: 401, body: '' });
    expect((await send(`Bearer ${token()}`, { channelId: 'webchat' })).status).toBe(401);
    expect(turns).toEqual([]);
  });

  it('remembers nothing of forged tokens: the list of issuers that the SDK trusts does not grow', async () => {
    const trusted = ToBotFromBotOrEmulatorTokenValidationParameters.issuer;
    const before = trusted?.length;
    for (let index = 0; index < 20; index++) {
      await send(`Bearer ${unsigned({ iss: 'https://sts.windows.net/x/', tid: `tenant-${index}` })}`);
    }
    expect(trusted).toHaveLength(before ?? 0);
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
