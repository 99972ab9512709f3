/**
 * Microsoft's sign-in on loopback: the keys of those who sign for Teams, tokens for the bot, and signed or forged requests. Also Graph,
 * which lets the bot read nothing.
 */
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const ISSUER = 'https://api.botframework.com';
export const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';
export const SECRET = 'only-while-attacked';
export const BOT_TOKEN = 'the-token-of-the-bot';
const LOGIN = 'https://login.microsoftonline.com';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = { ours: pair(), webchat: pair(), foreign: pair() };
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1_000);

export type Claims = Record<string, unknown>;
const claimsWith = (claims: Claims) => ({
  iss: ISSUER,
  aud: APP_ID,
  serviceurl: SERVICE_URL,
  nbf: now() - 60,
  exp: now() + 600,
  ...claims,
});
type Header = { alg: string; kid?: string };
const signed = (claims: Claims, header: Header) => `${base64({ typ: 'JWT', ...header })}.${base64(claimsWith(claims))}`;

function rsa(claims: Claims = {}, kid: string | undefined = 'ours', key: KeyObject = keys.ours.privateKey): string {
  const text = signed(claims, { alg: 'RS256', ...(kid ? { kid } : {}) });
  return `Bearer ${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

let kept = { header: '', until: 0 };
/** The header that Teams would send. */
export function trueToken(): string {
  if (kept.until < Date.now()) kept = { header: rsa(), until: Date.now() + 60_000 };
  return kept.header;
}

/** Correctly signed, for another service address. */
export const tokenFor = (serviceurl: string): string => rsa({ serviceurl });

function hmac(type: 'spki' | 'pkcs1'): string {
  const text = signed({}, { alg: 'HS256', kid: 'ours' });
  const secret = keys.ours.publicKey.export({ type, format: 'pem' });
  return `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

/** Every kind of forged token; `index` makes each one new. */
export const FORGED: Readonly<Record<string, (index: number) => string | null>> = {
  missing: () => null,
  empty: () => '',
  garbage: (index) => `Bearer garbage-${index}`,
  'three words': () => 'Bearer a.b.c',
  'another scheme': () => trueToken().replace('Bearer', 'Basic'),
  expired: () => rsa({ nbf: 1, exp: now() - 3_600 }),
  'not yet': () => rsa({ nbf: now() + 3_600 }),
  'another audience': () => rsa({ aud: '99999999-2222-4333-8444-555555555555' }),
  'another issuer': () => rsa({ iss: 'https://attacker.example' }),
  'another service address': () => rsa({ serviceurl: 'https://attacker.example/' }),
  'no service address': () => rsa({ serviceurl: undefined }),
  'wrong endorsement': () => rsa({}, 'webchat', keys.webchat.privateKey),
  'alg none': (index) => `Bearer ${signed({ jti: index }, { alg: 'none', kid: 'ours' })}.`,
  'HMAC with the public key': () => hmac('spki'),
  'HMAC with the public key, as the SDK writes it': () => hmac('pkcs1'),
  'unknown key': (index) => `Bearer ${signed({ jti: index }, { alg: 'RS256', kid: `key-${index}` })}.AAAA`,
  'no key': () => rsa({}, ''),
  'another key under our name': () => rsa({}, 'ours', keys.foreign.privateKey),
  'the emulator': (index) =>
    `Bearer ${signed({ iss: EMULATOR, appid: APP_ID, ver: '1.0', tid: `tenant-${index}` }, { alg: 'RS256', kid: 'ours' })}.AAAA`,
  'the emulator, truly signed': () => rsa({ iss: EMULATOR, appid: APP_ID, ver: '1.0' }),
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** `token`: what it answers who asks for a token. */
export async function startSignIn(
  token: () => object = () => ({ token_type: 'Bearer', expires_in: 3_600, access_token: BOT_TOKEN }),
): Promise<{ port: number; stop(): void }> {
  const publicKey = (name: 'ours' | 'webchat', endorsement: string) => ({
    ...keys[name].publicKey.export({ format: 'jwk' }),
    kid: name,
    use: 'sig',
    endorsements: [endorsement],
  });
  const answers: readonly (readonly [RegExp, () => object])[] = [
    [/openidconfiguration/, () => ({ issuer: ISSUER, jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' })],
    [/v1\/\.well-known\/keys/, () => ({ keys: [publicKey('ours', 'msteams'), publicKey('webchat', 'webchat')] })],
    [/discovery\/instance/, () => ({ tenant_discovery_endpoint: `${LOGIN}/x/v2.0/.well-known/openid-configuration`, metadata: [] })],
    [
      /openid-configuration/,
      () => ({
        issuer: `${LOGIN}/x/v2.0`,
        token_endpoint: `${LOGIN}/x/oauth2/v2.0/token`,
        authorization_endpoint: `${LOGIN}/x/oauth2/v2.0/authorize`,
      }),
    ],
    [/token/, token],
  ];
  const server = createServer((request, response) => {
    void textOf(request).then(() => {
      const answer = answers.find(([path]) => path.test(request.url ?? ''))?.[1]();
      response.statusCode = answer ? 200 : request.url?.startsWith('/v1.0/') ? 403 : 404;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
