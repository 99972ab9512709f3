/** Who answers at the public address, and how it is told, with a server of each wrong kind. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { askEndpoint } from '../../../src/teams/live/endpoint.ts';
import { HEADER } from '../../../src/teams/live/question.ts';
import { freePort } from '../../support/store/postgres.ts';

const PUT = { question: 'Q'.repeat(43), answer: 'A'.repeat(43) };

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    if ('closeAllConnections' in server) (server as ReturnType<typeof createHttp>).closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
const asked = async (answer: RequestListener, limitMs?: number) =>
  await askEndpoint(new URL(`http://127.0.0.1:${await listening(createHttp(answer))}/api/messages`), PUT, limitMs);
const says =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    request.resume();
    response.writeHead(status, headers);
    response.end('<html>nothing of this is read</html>');
  };

describe('the public address', () => {
  it('is right where the answer stands beside a 401: a POST without a token, as Teams would send one', async () => {
    const seen: unknown[] = [];
    const right = await asked((request, response) => {
      seen.push([request.method, request.url, request.headers.authorization, request.headers[HEADER]]);
      says(401, { [HEADER]: PUT.answer })(request, response);
    });
    expect(right).toBeNull();
    expect(seen).toEqual([['POST', '/api/messages', undefined, PUT.question]]);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['a 401 without the answer', says(401), /answers 401, as a bot does, but does not show that it is this desk's bot.*another database/],
    ['a 401 with another answer', says(401, { [HEADER]: 'x' }), /gives a wrong answer: something answers in the place of/],
    ['a 401 with the question for an answer', says(401, { [HEADER]: PUT.question }), /gives a wrong answer/],
    ['the answer beside a 200', says(200, { [HEADER]: PUT.answer }), /answers 200 to a request without a token/],
    ['404', says(404), /answers 404: .*passes POST \/api\/messages to nobody\. Add that path/],
    ['405', says(405), /answers 405: .*passes POST \/api\/messages to nobody/],
    ['403', says(403), /answers 403: a firewall or a proxy .*lets only some in/],
    ['502', says(502), /answers 502: the proxy is there, and the bot behind it is not\. Start the bot/],
    ['503', says(503), /answers 503: the proxy is there/],
    ['504', says(504), /answers 504: the proxy is there/],
    ['400, as the playground does', says(400), /answers 400 .*or the playground, which has no authentication/],
    [
      'a redirection',
      says(308, { location: 'https://user:secret@login.example.com/x?token=secret' }),
      /answers with a redirection \(308\) to login\.example\.com\. Teams does not follow it/,
    ],
    ['a redirection to nowhere', says(301, { location: 'http://%%%' }), /answers with a redirection \(301\)\. Teams/],
    ['no answer', (request) => void request.socket.destroy(), /ended the connection without an answer/],
  ])('is told apart: %s', async (_what, answer, told) => {
    const said = await asked(answer);
    expect(said).toMatch(told);
    expect(said).not.toMatch(/secret|html/);
  });

  it('is asked no question where there is none, and is right where a bot may answer', async () => {
    const without = async (status: number) => {
      const seen: unknown[] = [];
      const server = createHttp((request, response) => {
        seen.push(request.headers[HEADER]);
        says(status)(request, response);
      });
      const said = await askEndpoint(new URL(`http://127.0.0.1:${await listening(server)}/api/messages`), null);
      expect(seen).toEqual([undefined]);
      return said;
    };
    expect(await without(401)).toBeNull();
    expect(await without(502)).toMatch(/answers 502/);
  });

  it('does not wait for ever', async () => {
    expect(await asked(() => {}, 300)).toMatch(/gave no answer within 0\.3 seconds\. Open its port/);
  });

  it('reads no more than the head of an answer', async () => {
    let written = 0;
    const said = await asked((request, response) => {
      request.resume();
      response.writeHead(200);
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    });
    expect(said).toMatch(/answers 200/);
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('may not be there at all', async () => {
    expect(await askEndpoint(new URL(`http://127.0.0.1:${await freePort()}/`), PUT)).toMatch(
      /Nothing listens at 127\.0\.0\.1:\d+\. Start the proxy/,
    );
    // On a machine without DNS the second.
    expect(await askEndpoint(new URL('https://nowhere.invalid/'), PUT)).toMatch(
      /DNS does not know nowhere\.invalid|DNS gave no answer for nowhere\.invalid/,
    );
  });
});

describe('the certificate of the public address', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const known = tls.getCACertificates('default');

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-live-'));
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl('req', '-x509', ...key, '-days', '2', '-subj', '/CN=An authority', '-keyout', 'ca.key', '-out', 'ca.pem');
    openssl('req', ...key, '-subj', '/CN=localhost', '-keyout', 'desk.key', '-out', 'desk.csr');
    for (const name of ['localhost', 'other.example']) {
      writeFileSync(at(`${name}.cnf`), `subjectAltName=DNS:${name}\n`);
      const from = ['-req', '-in', 'desk.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', `${name}.cnf`];
      openssl('x509', ...from, '-days', '2', '-out', `${name}.pem`);
    }
    const old = ['-req', '-in', 'desk.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-extfile', 'localhost.cnf'];
    openssl('x509', ...old, '-days', '-1', '-out', 'old.pem');
    tls.setDefaultCACertificates([...known, readFileSync(at('ca.pem'), 'utf8')]);
  });
  afterAll(() => {
    tls.setDefaultCACertificates(known);
    rmSync(folder, { recursive: true });
  });

  async function askedBehind(certificate: string): Promise<string | null> {
    const files = { key: readFileSync(at('desk.key')), cert: readFileSync(at(certificate)) };
    const port = await listening(createHttps(files, says(401, { [HEADER]: PUT.answer })));
    return await askEndpoint(new URL(`https://localhost:${port}/api/messages`), PUT);
  }

  it('may be right', async () => {
    expect(await askedBehind('localhost.pem')).toBeNull();
  });

  it('may be for another name', async () => {
    expect(await askedBehind('other.example.pem')).toMatch(/The certificate of localhost:\d+ is for another name/);
  });

  it('may have expired', async () => {
    expect(await askedBehind('old.pem')).toMatch(/has expired\. Renew it/);
  });

  it('may be of no authority that anybody knows', async () => {
    tls.setDefaultCACertificates(known);
    onTestFinished(() => tls.setDefaultCACertificates([...known, readFileSync(at('ca.pem'), 'utf8')]));
    expect(await askedBehind('localhost.pem')).toMatch(/is of no authority that this machine knows.*fullchain\.pem/);
  });

  it('may not be there: a server that speaks plain HTTP, or something else', async () => {
    const plain = await listening(createHttp(says(401)));
    const other = await listening(createTcp((socket) => void socket.on('error', () => {}).end('220 ready\r\n')));
    for (const port of [plain, other])
      expect(await askEndpoint(new URL(`https://localhost:${port}/`), PUT)).toMatch(/does not speak TLS there/);
  });
});
