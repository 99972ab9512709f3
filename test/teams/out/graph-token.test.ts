/** The token for Graph, with the SDK's real credentials and a server of this test instead of Microsoft's sign-in. */
import { writeFileSync } from 'node:fs';
import http, { createServer, type IncomingMessage, type RequestOptions, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { federated } from '../../../src/teams/credentials.ts';
import { createGraphToken } from '../../../src/teams/out/read-back.ts';
import { testFolder } from '../../support/bot/bot-process.ts';

const DESK_TENANT = '00000000-0000-4000-8000-00000000de5c';
const BOT_TENANT = '00000000-0000-4000-8000-00000000b070';
const asked: { host: string; path: string; body: URLSearchParams }[] = [];
let signIn: Server;
let apps = 0;

/** A new app id each time, because the SDK caches tokens for the life of the process. */
const registration = (MicrosoftAppType: string) => ({
  MicrosoftAppId: `00000000-0000-4000-8000-${String(++apps).padStart(12, '0')}`,
  MicrosoftAppPassword: 'the-secret',
  MicrosoftAppType,
  MicrosoftAppTenantId: MicrosoftAppType === 'MultiTenant' ? '' : BOT_TENANT,
});

beforeEach(async () => {
  asked.length = 0;
  signIn = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({
      host: request.headers.host ?? '',
      path: request.url ?? '',
      body: new URLSearchParams(Buffer.concat(chunks).toString()),
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3600, access_token: 'the-token' }));
  });
  await new Promise<void>((resolve) => signIn.listen(0, '127.0.0.1', resolve));
  const { port } = signIn.address() as AddressInfo;
  // Redirects the requests to this server, without TLS.
  vi.spyOn(https, 'request').mockImplementation(((wanted: RequestOptions) => {
    const headers = { ...(wanted.headers as Record<string, string>), host: String(wanted.hostname) };
    return http.request({ host: '127.0.0.1', port, agent: false, headers, path: wanted.path ?? '/', method: wanted.method ?? 'GET' });
  }) as typeof https.request);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await new Promise((resolve) => signIn.close(resolve));
});

describe('the token for Graph', () => {
  it.each([
    ['SingleTenant', BOT_TENANT],
    ['MultiTenant', DESK_TENANT],
  ])('of a bot that is %s is asked for in the tenant %s, for Graph and nothing else', async (type, tenant) => {
    const options = registration(type);
    const token = createGraphToken({ options }, DESK_TENANT, 'https://graph.microsoft.com');
    expect(await token()).toBe('the-token');
    const [request] = asked.filter(({ path }) => path.includes('/token'));
    expect(request?.host).toBe('login.microsoftonline.com');
    expect(request?.path).toContain(`/${tenant}/`);
    expect(Object.fromEntries(request?.body ?? [])).toMatchObject({
      scope: 'https://graph.microsoft.com/.default',
      grant_type: 'client_credentials',
      client_id: options.MicrosoftAppId,
      client_secret: 'the-secret',
    });
  });

  it('of a bot without a secret is exchanged for the token that its host wrote into a file, read anew each time', async () => {
    const { MicrosoftAppId: appId } = registration('SingleTenant');
    const tokenFile = path.join(testFolder(), 'token');
    writeFileSync(tokenFile, 'first\n');
    const credentials = await federated({ appId, tenantId: BOT_TENANT, tokenFile });
    for (const [assertion, origin] of [
      ['first', 'https://graph.microsoft.com'],
      ['second', 'https://another.example'],
    ] as const) {
      writeFileSync(tokenFile, `${assertion}\n`);
      asked.length = 0;
      expect(await createGraphToken(credentials, DESK_TENANT, origin)()).toBe('the-token');
      const [request] = asked.filter(({ path: to }) => to.includes('/token'));
      expect(request?.path).toContain(`/${BOT_TENANT}/`);
      expect(Object.fromEntries(request?.body ?? [])).toMatchObject({
        client_id: appId,
        client_assertion: assertion,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        scope: `${origin}/.default`,
      });
      expect(request?.body.has('client_secret')).toBe(false);
    }
  });

  it('is kept until it ends', async () => {
    const token = createGraphToken({ options: registration('SingleTenant') }, DESK_TENANT, 'https://graph.microsoft.com');
    await token();
    const requests = asked.length;
    expect(await token()).toBe('the-token');
    expect(asked).toHaveLength(requests);
  });
});
