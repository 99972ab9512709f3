/** Files are fetched from Teams alone, with the token for the connector alone, and no more of them than may be kept. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SentFile } from '../../../src/engine/ports/files.ts';
import { createFileSource } from '../../../src/teams/files/source.ts';
import { createServiceUrls } from '../../../src/teams/out/service-url.ts';

const cache = { get: async () => undefined, set: async () => {}, keep: async () => {}, delete: async () => {} };
const serviceUrls = (loopback: boolean) => createServiceUrls({ configured: 'https://smba.trafficmanager.net/teams/', loopback, cache });
const source = (loopback: boolean) =>
  createFileSource({ serviceUrls: serviceUrls(loopback), loopback, token: async () => 'Bearer of-the-bot' });
const sent = (kind: SentFile['kind'], url: string): SentFile => ({ kind, url, name: 'x' });

describe('the address of a file', () => {
  const { mayFetch } = source(false);

  test.each([
    ['picture', 'https://smba.trafficmanager.net/emea/v3/attachments/0-weu-d1/views/original'],
    ['picture', 'https://smba.infra.gcc.teams.microsoft.com/teams/v3/attachments/1/views/original'],
    ['file', 'https://contoso-my.sharepoint.com/personal/maya/_layouts/15/download.aspx?UniqueId=1&tempauth=key'],
  ] as const)('of a %s is taken: %s', (kind, url) => {
    expect(mayFetch(sent(kind, url))).toBe(true);
  });

  test.each([
    ['picture', 'https://attacker.example/x.png'],
    ['picture', 'http://smba.trafficmanager.net/x'],
    ['picture', 'https://smba.trafficmanager.net.attacker.example/x'],
    ['picture', 'https://smba.trafficmanager.net@attacker.example/x'],
    ['picture', `https://user:${'x'}@smba.trafficmanager.net/x`],
    ['picture', 'https://smba.trafficmanager.net:8443/x'],
    ['picture', 'https://other.trafficmanager.net/x'],
    // Its owner would get our token.
    ['picture', 'https://contoso.sharepoint.com/x'],
    ['file', 'https://smba.trafficmanager.net/x'],
    ['file', 'https://sharepoint.com/x'],
    ['file', 'https://sharepoint.com.attacker.example/x'],
    ['file', 'https://attacker-sharepoint.com/x'],
    ['file', 'http://contoso.sharepoint.com/x'],
    ['file', 'https://127.0.0.1/x'],
    ['file', 'https://169.254.169.254/latest/meta-data'],
    ['picture', 'http://localhost:3978/readyz'],
    ['file', 'file:///etc/passwd'],
    ['file', 'data:text/plain,x'],
    ['picture', 'not an address'],
  ] as const)('of a %s is refused, and not asked: %s', async (kind, url) => {
    expect(mayFetch(sent(kind, url))).toBe(false);
    expect(await source(false).fetchFile(sent(kind, url), 10)).toEqual({ failed: 'elsewhere' });
  });
});

describe('fetching a file', () => {
  const { fetchFile } = source(true);
  let server: Server;
  let other: Server;
  let asked: IncomingMessage[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const urlOf = (of: Server, path = '/x') => `http://127.0.0.1:${(of.address() as AddressInfo).port}${path}`;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    });
    other = createServer((request, response) => {
      asked.push(request);
      response.end('stolen');
    });
    for (const one of [server, other]) await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const one of [server, other]) {
      one.close();
      one.closeAllConnections();
    }
  });
  beforeEach(() => {
    asked = [];
  });

  test('gives its bytes; a picture is asked for with the token of the bot, a file without', async () => {
    answer = (_request, response) => void response.end('some bytes');
    expect(await fetchFile(sent('picture', urlOf(server)), 10)).toEqual({ data: Buffer.from('some bytes') });
    expect(await fetchFile(sent('file', urlOf(server)), 10)).toEqual({ data: Buffer.from('some bytes') });
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer of-the-bot', undefined]);
  });

  test('follows a redirect within its host, and none to another, where the token would go too', async () => {
    answer = ({ url }, response) => {
      if (url === '/there') return void response.end('bytes');
      response.writeHead(302, { location: url === '/away' ? urlOf(other) : '/there' });
      response.end();
    };
    expect(await fetchFile(sent('picture', urlOf(server)), 10)).toEqual({ data: Buffer.from('bytes') });
    expect(await fetchFile(sent('picture', urlOf(server, '/away')), 10)).toEqual({ failed: 'elsewhere' });
    expect(asked.map(({ url }) => url)).toEqual(['/x', '/there', '/away']);
    answer = (_request, response) => {
      response.writeHead(302, { location: '/x' });
      response.end();
    };
    expect(await fetchFile(sent('file', urlOf(server)), 10)).toEqual({ failed: 'elsewhere' });
  });

  test('ends when it is larger than it may be, whatever its header says', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '11' });
      response.end('x'.repeat(11));
    };
    expect(await fetchFile(sent('file', urlOf(server)), 10)).toEqual({ failed: 'too-large' });
    let wrote = 0;
    answer = (request, response) => {
      const more = () => {
        for (; !request.socket.destroyed && wrote < 50_000_000; wrote += 65_536) if (!response.write(Buffer.alloc(65_536))) return;
      };
      response.on('drain', more);
      more();
    };
    expect(await fetchFile(sent('file', urlOf(server)), 1_000_000)).toEqual({ failed: 'too-large' });
    expect(wrote).toBeLessThan(50_000_000);
  });

  test.each([
    [401, 'later'],
    [429, 'later'],
    [503, 'later'],
    [403, 'gone'],
    [404, 'gone'],
    [410, 'gone'],
    [204, 'gone'],
  ])('that is answered with %i is there %s', async (status, failed) => {
    answer = (_request, response) => {
      response.writeHead(status);
      response.end();
    };
    expect(await fetchFile(sent('picture', urlOf(server)), 10)).toEqual({ failed });
  });

  test('that cannot be reached may be there later', async () => {
    answer = (request) => void request.socket.destroy();
    expect(await fetchFile(sent('picture', urlOf(server)), 10)).toEqual({ failed: 'later' });
  });
});
