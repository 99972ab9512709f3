/** The examples of a proxy, each run as its own program in front of a server that says what reached it. */
// @module-tag full
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/store/postgres.ts';

const START_LIMIT_MS = 300_000;
const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-proxy-'));
const at = (name: string) => path.join(folder, name);
const example = (name: string) => readFileSync(path.join(import.meta.dirname, '../../env/deploy', name), 'utf8');
/** Takes away the # of what is off: one that no space follows. */
const allOn = (text: string) => text.replace(/^(\s*)#(?=\S)/gm, '$1');

type Seen = { readonly method: string; readonly url: string; readonly client: string | undefined };
const seen: Seen[] = [];
const bot = createServer((incoming: IncomingMessage, answer) => {
  const client = incoming.headers['x-forwarded-for'];
  seen.push({ method: incoming.method ?? '', url: incoming.url ?? '', client: Array.isArray(client) ? client.join() : client });
  answer.end('the bot');
});
let botPort: number;

beforeAll(async () => {
  bot.listen(0, '127.0.0.1');
  await once(bot, 'listening');
  botPort = (bot.address() as AddressInfo).port;
  const files = ['-keyout', at('key.pem'), '-out', at('chain.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', ...files], {
    stdio: 'ignore',
  });
});
afterEach(() => void seen.splice(0));
afterAll(() => {
  bot.close();
  rmSync(folder, { recursive: true, force: true });
});

type Program = { readonly path: string; readonly args: (config: string) => readonly string[]; readonly configOf: ConfigOf };
type ConfigOf = (text: string, port: number) => { readonly file: string; readonly text: string };

/** By plain HTTP, because what is tried is what is passed on. nginx's lines of TLS are tried in a test of their own. */
const PROGRAMS = {
  caddy: {
    path: '/usr/bin/caddy',
    args: (config) => ['run', '--adapter', 'caddyfile', '--config', config],
    configOf: (text, port) => ({
      file: 'Caddyfile',
      text: `{\n admin off\n}\n${text.replaceAll(/\{\$OUTAGE_DESK_BOT[^}]*\}/g, `127.0.0.1:${botPort}`).replace('{$OUTAGE_DESK_HOST}', `http://127.0.0.1:${port}`)}`,
    }),
  },
  nginx: {
    path: '/usr/sbin/nginx',
    args: (config) => ['-p', folder, '-c', config, '-g', 'daemon off;'],
    configOf: (text, port) => ({ file: 'nginx.conf', text: inNginx(text.replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)) }),
  },
} satisfies Record<string, Program>;

/** As Debian's own nginx.conf includes it. */
const inNginx = (text: string) => `
pid ${at('nginx.pid')};
error_log stderr;
events {}
http {
  access_log ${at('access.log')};
  client_body_temp_path ${at('body')};
  proxy_temp_path ${at('proxy')};
  fastcgi_temp_path ${at('fastcgi')};
  uwsgi_temp_path ${at('uwsgi')};
  scgi_temp_path ${at('scgi')};
${text
  .replace('server 127.0.0.1:3978;', `server 127.0.0.1:${botPort};`)
  .replaceAll(/ssl_certificate .*;/g, `ssl_certificate ${at('chain.pem')};`)
  .replaceAll(/ssl_certificate_key .*;/g, `ssl_certificate_key ${at('key.pem')};`)}
}`;

async function run({ path: program, args, configOf }: Program, example: string): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const { file, text } = configOf(example, port);
  writeFileSync(at(file), text);
  const output: string[] = [];
  const child = spawn(program, [...args(at(file))], { env: { PATH: process.env.PATH, HOME: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (said) => void output.push(String(said)));
  const ended = once(child, 'exit');
  while ((await ask(port, 'GET', '/').catch(() => null)) === null) {
    if (child.exitCode !== null) throw new Error(`it did not start:\n${output.join('')}`);
    await delay(20);
  }
  return {
    port,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function ask(port: number, method: string, url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const asked = request({ host: '127.0.0.1', port, method, path: url, headers: { host: '127.0.0.1', ...headers } });
  asked.end(method === 'POST' ? '{}' : undefined);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode ?? 0;
}

const ALWAYS = ['POST /api/messages'];
const WHEN_ON = [
  ...['GET /files/a.b', 'HEAD /files/a.b', 'GET /on-call/secret.ics', 'GET /certificates/OUT-1001.pdf?seq=1'],
  ...['POST /pagers/twilio/1/2', 'POST /api/reports?client=a', 'GET /api/outages', 'GET /api/openapi.json'],
];
/** What answers anybody, what is spelled in another way, and methods that nobody needs. */
const NEVER = [
  ...[
    'GET /',
    'GET /healthz',
    'GET /readyz',
    'GET /metrics',
    'GET /METRICS',
    'GET //metrics',
    'GET /files/../metrics',
    'GET /files/%2e%2e/metrics',
  ],
  ...[
    'GET /pagers/../metrics',
    'PUT /files/a',
    'DELETE /on-call/a',
    'GET /pagers/a',
    'GET /api/../healthz',
    'GET /filesystem',
    'POST /on-call/a',
    'POST /certificates/a',
  ],
];

for (const [name, program] of Object.entries(PROGRAMS)) {
  const notThere = existsSync(program.path) ? '' : ` (there is no ${name} here: run \`apt-get install -y ${name}\`)`;
  describe.skipIf(notThere !== '')(`the example of ${name}${notThere}`, () => {
    const file = name === 'caddy' ? 'Caddyfile' : 'nginx.conf';

    async function reached(text: string, asked: readonly string[]): Promise<readonly string[]> {
      const { port, stop } = await run(program, text);
      try {
        seen.splice(0);
        for (const one of asked) {
          const [method = '', url = ''] = one.split(' ');
          await ask(port, method, url);
        }
        return seen.map(({ method, url }) => `${method} ${url}`);
      } finally {
        await stop();
      }
    }

    it('passes on what Teams sends and nothing else', { timeout: START_LIMIT_MS }, async () => {
      expect(await reached(example(file), [...ALWAYS, ...WHEN_ON, ...NEVER])).toEqual(ALWAYS);
    });

    it('passes on all that the bot has for the outside where that is on', { timeout: START_LIMIT_MS }, async () => {
      expect(await reached(allOn(example(file)), [...ALWAYS, ...WHEN_ON, ...NEVER])).toEqual([...ALWAYS, ...WHEN_ON]);
    });

    it('says the address of the client, and believes none that the client says', { timeout: START_LIMIT_MS }, async () => {
      const { port, stop } = await run(program, example(file));
      try {
        seen.splice(0);
        await ask(port, 'POST', '/api/messages', { 'x-forwarded-for': '203.0.113.7' });
        expect(seen.map(({ client }) => client)).toEqual(['127.0.0.1']);
      } finally {
        await stop();
      }
    });
  });
}

describe.skipIf(!existsSync(PROGRAMS.nginx.path))('the example of nginx, as it is written', () => {
  it('is taken by nginx with its TLS', () => {
    for (const text of [example('nginx.conf'), allOn(example('nginx.conf'))]) {
      writeFileSync(at('tls.conf'), inNginx(text));
      execFileSync(PROGRAMS.nginx.path, ['-t', '-q', '-p', folder, '-c', at('tls.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
    }
  });
});
