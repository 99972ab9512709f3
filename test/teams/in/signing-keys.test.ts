/** The directory of the keys that sign what Teams sends, asked over HTTP on loopback, on a clock that is moved by hand. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAcceptedTokens, createSigningKeys, NoSigningKeysError, type SigningKeys } from '../../../src/teams/in/signing-keys.ts';
import { START } from '../../support/clock.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';

const HOUR_MS = 3_600_000;
const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
const listOf = (...ids: readonly string[]) => ({ keys: ids.map((kid) => ({ ...jwk, kid, endorsements: ['msteams'] })) });

let directory: Server;
let answer: (response: ServerResponse) => void;
let asked: number;
let now: number;
let log: LogLine[];
let keys: SigningKeys;
/** Ends a question to the directory, in the place of five seconds. */
let late: AbortController;

const port = () => (directory.address() as AddressInfo).port;
const says = (value: unknown) => {
  answer = (response) => void response.end(JSON.stringify(value));
};

/** Where restify was loaded, `writeHead` returns nothing that could be written to. */
function fail(response: ServerResponse): void {
  response.statusCode = 500;
  response.end();
}

const FAILURES: readonly [string, (response: ServerResponse) => void][] = [
  [
    'is cut in its body',
    (response) => {
      response.setHeader('content-length', '9000');
      response.write('{"keys":[', () => response.destroy());
    },
  ],
  ['is an empty list', (response) => response.end('{"keys":[]}')],
  [
    'is a list without a key that can be used',
    (response) => response.end('{"keys":[{"kty":"EC","kid":"new"},{"kty":"RSA","kid":"new"},7]}'),
  ],
  ['is no list', (response) => response.end('{"keys":{}}')],
  ["is a proxy's page", (response) => response.setHeader('content-type', 'text/html').end('<html>Sign in</html>')],
  ['is 500', fail],
  ['does not come', () => late.abort()],
  [
    'begins and does not end',
    (response) => {
      response.write('{"keys":[');
      late.abort();
    },
  ],
];

beforeEach(async () => {
  [asked, now, log] = [0, START, []];
  says(listOf('new'));
  directory = createServer((request, response) => {
    if (request.url === '/openid') return void response.end(JSON.stringify({ jwks_uri: `http://127.0.0.1:${port()}/keys` }));
    asked += 1;
    answer(response);
  });
  await new Promise<void>((resolve) => directory.listen(0, '127.0.0.1', resolve));
  const limit = () => {
    late = new AbortController();
    return late.signal;
  };
  keys = createSigningKeys({ url: `http://127.0.0.1:${port()}/openid`, now: () => now, log: silentLog(log), limit });
});
afterEach(() => {
  directory.closeAllConnections();
  return new Promise((resolve) => directory.close(resolve));
});

describe('2.3: while no key is known', () => {
  it.each(FAILURES)(
    'and the answer %s, nothing is said of a key, and within a minute after it is mended it is found',
    async (_what, fails) => {
      answer = fails;
      await expect(keys.getKey('new')).rejects.toThrow(NoSigningKeysError);
      expect(keys.failing()).toEqual({ forMs: 0, count: 0 });
      says(listOf('new'));
      now += 60_000;
      expect(await keys.getKey('new')).toMatchObject({ endorsements: ['msteams'], key: expect.stringContaining('BEGIN PUBLIC KEY') });
      expect(keys.failing()).toBeNull();
      expect(log.map(({ level }) => level)).toEqual(['error', 'info']);
    },
  );

  it('one question serves all who wait, and the next is not asked at once', async () => {
    answer = fail;
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => keys.getKey('new')));
    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    await expect(keys.getKey('new')).rejects.toThrow(NoSigningKeysError);
    expect(asked).toBe(1);
    expect(log).toHaveLength(1);
  });
});

it('a clock that was hours ahead and is set back holds nothing up', async () => {
  now += 5 * HOUR_MS;
  answer = fail;
  await expect(keys.getKey('new')).rejects.toThrow(NoSigningKeysError);
  now -= 5 * HOUR_MS;
  says(listOf('new'));
  expect(await keys.getKey('new')).not.toBeNull();
});

describe('2.3: while keys are known', () => {
  it.each(FAILURES)('and a daily refresh whose answer %s, requests go on without waiting for it', async (_what, fails) => {
    await keys.check();
    answer = fails;
    for (let day = 0; day < 3; day++) {
      now += 25 * HOUR_MS;
      expect(await keys.getKey('new')).not.toBeNull();
    }
    await keys.check();
    expect(keys.failing()).toMatchObject({ count: 1 });
    expect(await keys.getKey('new')).not.toBeNull();
    says(listOf('newer'));
    now += 60_000;
    expect(await keys.getKey('newer')).not.toBeNull();
    expect(await keys.getKey('new')).toBeNull();
    expect(keys.failing()).toBeNull();
  });

  it('a key that is not among them is asked for once a minute, however many are forged', async () => {
    await keys.check();
    for (let forged = 0; forged < 20; forged++) expect(await keys.getKey(`forged-${forged}`)).toBeNull();
    expect(asked).toBe(1);
    says(listOf('new', 'newer'));
    now += 60_000;
    expect(await keys.getKey('newer')).not.toBeNull();
    expect(await keys.getKey('forged')).toBeNull();
    expect(asked).toBe(2);
  });

  it('a key that is not among them, and of which the directory says nothing now, may be true', async () => {
    await keys.check();
    answer = fail;
    now += 60_000;
    await expect(keys.getKey('newer')).rejects.toThrow(NoSigningKeysError);
    expect(await keys.getKey('new')).not.toBeNull();
  });
});

describe('a token that was accepted', () => {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const headerWith = (claims: object, kid = 'new') => `Bearer ${base64({ alg: 'RS256', kid })}.${base64(claims)}.signature`;
  const accepted = () => createAcceptedTokens<string>({ getKey: (id) => keys.getKey(id), now: () => now });
  const header = headerWith({ exp: (START + HOUR_MS) / 1_000 });

  it('is known again until it ends, and no other is', async () => {
    const tokens = accepted();
    expect(await tokens.find(header)).toBeNull();
    await tokens.keep(header, 'result');
    now += HOUR_MS - 1;
    expect(await tokens.find(header)).toBe('result');
    expect(await tokens.find(`${header}x`)).toBeNull();
    now += 1;
    expect(await tokens.find(header)).toBeNull();
  });

  it.each<[string, object]>([
    ['is not in the directory any more', listOf('newer')],
    ['is another one under the same name', { keys: [{ ...other, kid: 'new', endorsements: ['msteams'] }] }],
    ['signs for other channels only', { keys: [{ ...jwk, kid: 'new', endorsements: ['webchat'] }] }],
  ])('is verified again when its key %s', async (_what, list) => {
    const tokens = accepted();
    const long = headerWith({ exp: (START + 48 * HOUR_MS) / 1_000 });
    await tokens.keep(long, 'result');
    says(list);
    now += 24 * HOUR_MS;
    await keys.check();
    expect(await tokens.find(long)).toBeNull();
    // And it is gone, whatever the directory says next.
    says(listOf('new'));
    now += 24 * HOUR_MS - 1;
    await keys.check();
    expect(await tokens.find(long)).toBeNull();
  });

  it('is not kept when it has no end, or its key is not in the directory', async () => {
    const tokens = accepted();
    for (const one of [headerWith({}), headerWith({ exp: START }, 'unknown')]) {
      await tokens.keep(one, 'result');
      expect(await tokens.find(one)).toBeNull();
    }
  });

  it('makes room for others: a thousand are kept', async () => {
    const tokens = accepted();
    await tokens.keep(header, 'result');
    for (let index = 0; index < 1_000; index++) await tokens.keep(headerWith({ exp: START, index }), 'other');
    expect(await tokens.find(header)).toBeNull();
  });
});
