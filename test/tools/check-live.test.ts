/** `outage-desk check --live` as a process, beside the real bot as another, behind Caddy with TLS; Microsoft is on this machine. */
// @module-tag full
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID, BOT_TOKEN, SECRET, SERVICE_URL, startSignIn } from '../attack/microsoft.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { SMALL_DESK } from '../support/desk/small-desk.ts';
import { freePort } from '../support/store/postgres.ts';
import { type FakeTeams, startFakeTeams } from '../support/teams/fake-teams.ts';

const CADDY = '/usr/bin/caddy';
const notThere = existsSync(CADDY) ? '' : ' (there is no caddy here: run `apt-get install -y caddy`)';
const TENANT = '5f0d8a4e-93c1-4b7e-a2d6-0b1c7e9f4a35';
const DESK = '19:desk@thread.tacv2';
/** Made when the tests run, since `npm test` leaves them out. */
let folder = '';
const at = (name: string) => path.join(folder, name);
const LOCAL_MICROSOFT = new URL('../attack/local-microsoft.ts', import.meta.url).href;
const LEASH = new URL('../playground/leash.ts', import.meta.url).href;

let teams: FakeTeams;
let signIn: Awaited<ReturnType<typeof startSignIn>>;
let ports: Record<string, number>;
let environment: Record<string, string>;
let publicUrl: string;
const ending: (() => unknown)[] = [];

/** A program that ends with this process. */
async function start(command: string, args: readonly string[], env: Record<string, string>, isUp: () => Promise<boolean>): Promise<void> {
  const child = spawn(command, args, {
    env: { ...childEnvironment(), HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => void said.push(String(chunk)));
  const ended = once(child, 'exit');
  ending.unshift(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  while (!(await isUp().catch(() => false))) {
    if (child.exitCode !== null) throw new Error(`${command} did not start:\n${said.join('')}`);
    await delay(50);
  }
}

beforeAll(async () => {
  if (notThere !== '') return;
  folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-live-'));
  [teams, signIn] = await Promise.all([startFakeTeams(Date.now), startSignIn()]);
  teams.rosters.set(DESK, [{ id: '29:ada', aadObjectId: '8c41e7d2-6a0b-4f93-b5e8-d2719a3c600a', name: 'Ada Lund', email: '' }]);
  const request = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=localhost'];
  const name = ['-addext', 'subjectAltName=DNS:localhost', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...request, ...name, '-keyout', at('key.pem'), '-out', at('chain.pem')], { stdio: 'ignore' });
  const [proxyPort, port] = [await freePort(), await freePort()];
  publicUrl = `https://localhost:${proxyPort}`;
  ports = {
    'login.botframework.com': signIn.port,
    'login.microsoftonline.com': signIn.port,
    'smba.trafficmanager.net': Number(new URL(teams.serviceUrl).port),
    // Itself, with TLS.
    localhost: 0,
  };
  writeFileSync(
    at('desk.yaml'),
    SMALL_DESK.replace('  primary: [ada]\n', '  primary: ada\n  secondary: bob\n  duty-manager: mia\n')
      .replace('00000000-0000-4000-8000-000000000001', TENANT)
      .replaceAll('00000000-0000-4000-8000-0000000000', '8c41e7d2-6a0b-4f93-b5e8-d2719a3c60')
      .replace('+45 70 10 20 30', '+45 70 25 91 84')
      .replaceAll('example.com', 'nordwind-support.dk'),
  );
  environment = {
    ...{ PORT: String(port), HOST: '127.0.0.1', DATABASE_FILE: at('desk.sqlite'), DESK_FILE: at('desk.yaml'), SERVICE_URL },
    ...{ MicrosoftAppId: APP_ID, MicrosoftAppPassword: SECRET, MicrosoftAppTenantId: TENANT, PUBLIC_URL: publicUrl },
    ...{ LOCAL_MICROSOFT: JSON.stringify(ports), NODE_EXTRA_CA_CERTS: at('chain.pem') },
  };
  writeFileSync(
    at('Caddyfile'),
    `{\n admin off\n auto_https off\n}\nhttps://localhost:${proxyPort} {\n tls ${at('chain.pem')} ${at('key.pem')}\n handle /api/messages {\n  reverse_proxy 127.0.0.1:${port}\n }\n handle {\n  respond 404\n }\n}\n`,
  );
  const bot = ['--import', LEASH, '--import', LOCAL_MICROSOFT, 'src/main.ts'];
  await start(process.execPath, bot, environment, async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok);
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const probe = createServer().listen(proxyPort, '127.0.0.1', () => probe.close(() => resolve(false)));
      probe.on('error', () => resolve(true));
    });
  await start(CADDY, ['run', '--adapter', 'caddyfile', '--config', at('Caddyfile')], {}, answers);
});
afterEach(() => {
  teams?.untold.clear();
});
afterAll(async () => {
  for (const end of ending) await end();
  await teams?.stop();
  signIn?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function check(args: readonly string[], changed: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', LOCAL_MICROSOFT, 'src/outage-desk.ts', 'check', ...args], {
    env: { ...childEnvironment(), ...environment, ...changed },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => void said.push(String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.join('') };
}

/** The first thing that is found wrong. */
const problem = async (args: readonly string[], changed?: Record<string, string>) => {
  const { code, said } = await check(args, changed);
  expect(code).toBe(1);
  expect(said).not.toContain(SECRET);
  return said.match(/^- .*$/gm)?.join('\n') ?? said;
};

describe.skipIf(notThere !== '')(`outage-desk check --live${notThere}`, () => {
  it('finds the whole road right, by the proxy and its TLS, sends no message, and leaves nothing in the store', async () => {
    const { code, said } = await check(['--live']);
    expect(said).toMatch(
      /I found nothing wrong[\s\S]*this desk's bot answers at \S+, and Teams shows it the desk's channel\. No message was sent\./,
    );
    expect(said).toContain(`${publicUrl}/api/messages`);
    expect(code).toBe(0);
    expect(teams.received).toEqual([]);
    expect(teams.asked.some((asked) => asked.includes(DESK))).toBe(true);
    expect(said).not.toContain(BOT_TOKEN);
    const store = new DatabaseSync(at('desk.sqlite'), { readOnly: true });
    expect(store.prepare("select count(*) as left from cache where key like '%live-check%'").get()).toEqual({ left: 0 });
    store.close();
  });

  it('takes the address from the command line before PUBLIC_URL, with its path or without', async () => {
    for (const address of [publicUrl, `${publicUrl}/api/messages`])
      expect((await check(['--live', '--address', address], { PUBLIC_URL: 'https://nowhere.invalid' })).code).toBe(0);
  });

  it('says where it should look when nobody does, and how it is called', async () => {
    expect(await problem(['--live'], { PUBLIC_URL: '' })).toMatch(/Nobody says where the bot is reached.*--address https:\/\/desk/);
    expect(await problem(['--live', '--address', 'desk.example.com'])).toMatch(/--address: use the https address of the bot/);
    expect(await check(['--address', publicUrl])).toMatchObject({ code: 2, said: expect.stringContaining('--address is for --live') });
  });

  it('says which settings of the bot are missing, beside what the desk file lacks', async () => {
    expect(await problem(['--live'], { MicrosoftAppPassword: '' })).toMatch(/MicrosoftAppPassword, or CLIENT_SECRET, is missing/);
  });

  it('finds a proxy in front of nothing', async () => {
    const port = await freePort();
    writeFileSync(
      at('Lost'),
      `{\n admin off\n auto_https off\n}\nhttps://localhost:${port} {\n tls ${at('chain.pem')} ${at('key.pem')}\n reverse_proxy 127.0.0.1:${await freePort()}\n}\n`,
    );
    await start(CADDY, ['run', '--adapter', 'caddyfile', '--config', at('Lost')], {}, async () => {
      const { said } = await check(['--live', '--address', `https://localhost:${port}`]);
      return !said.includes('Nothing listens');
    });
    expect(await problem(['--live', '--address', `https://localhost:${port}`])).toMatch(
      /answers 502: the proxy is there, and the bot behind it is not/,
    );
  });

  it('finds that a bot is on another store, and a store that is not there', async () => {
    const other = { ...environment, PORT: String(await freePort()), DATABASE_FILE: at('other.sqlite') };
    const bot = ['--import', LEASH, '--import', LOCAL_MICROSOFT, 'src/main.ts'];
    await start(process.execPath, bot, other, async () => (await fetch(`http://127.0.0.1:${other.PORT}/readyz`)).ok);
    expect(await problem(['--live'], { DATABASE_FILE: at('other.sqlite') })).toMatch(/answers 401, as a bot does, but does not show/);
    expect(await problem(['--live'], { DATABASE_FILE: at('none.sqlite') })).toMatch(
      /there is no store at .*none\.sqlite\. Set DATABASE_FILE/,
    );
  });

  it('looks at all that needs no store where there is none yet, and says what it left out', async () => {
    const without = { DATABASE_FILE: at('none.sqlite') };
    const { code, said } = await check(['--live'], without);
    expect([code, said.match(/^- .*$/gm)]).toEqual([1, [expect.stringContaining('there is no store at')]]);
    expect(said).toMatch(
      /as far as it needs no store\. No message was sent\. Left out, .*this desk's.*which channel.*first start: run this again/,
    );
    const wrong = await startSignIn(() => ({ error: 'invalid_client', error_description: 'AADSTS7000222: expired. Trace ID: x' }));
    ending.push(wrong.stop);
    const LOCAL = JSON.stringify({ ...ports, 'login.microsoftonline.com': wrong.port, 'login.botframework.com': await freePort() });
    const address = `https://localhost:${await freePort()}`;
    expect(await problem(['--live', '--address', address], { ...without, LOCAL_MICROSOFT: LOCAL })).toMatch(
      /there is no store at [\s\S]*Nothing listens at localhost[\s\S]*signing keys cannot be read[\s\S]*the client secret has expired/,
    );
    // The desk file names the channel, so Teams can be asked for it.
    teams.untold.set(DESK, 404);
    expect(await problem(['--live'], without)).toMatch(/there is no store at [\s\S]*does not find the desk's channel \(404\)/);
  });

  it('says why Microsoft gives no token', async () => {
    const refusal = (code: string) => ({ error: 'invalid_client', error_description: `AADSTS${code}: not this time. Trace ID: x` });
    const wrong = await startSignIn(() => refusal('7000215'));
    const other = await startSignIn(() => refusal('530003'));
    ending.push(wrong.stop, other.stop);
    const by = (port: number) => ({ LOCAL_MICROSOFT: JSON.stringify({ ...ports, 'login.microsoftonline.com': port }) });
    expect(await problem(['--live'], by(wrong.port))).toMatch(/no token \(AADSTS7000215\): the client secret is wrong\. Copy the value/);
    expect(await problem(['--live'], by(other.port))).toMatch(/no token \(AADSTS530003\)\. What that means: .*code=530003/);
    expect(await problem(['--live'], by(await freePort()))).toMatch(/gets no token, and Microsoft did not say why/);
  });

  it('says that nobody can tell who is Teams', async () => {
    const without = { LOCAL_MICROSOFT: JSON.stringify({ ...ports, 'login.botframework.com': await freePort() }) };
    expect(await problem(['--live'], without)).toMatch(/signing keys cannot be read, .*login\.botframework\.com/);
  });

  it.each<[number, RegExp]>([
    [403, /does not let the bot into the desk's channel \(403\): it is no member\. Add the app/],
    [404, /does not find the desk's channel \(404\).*Correct desk\.channel/],
    [401, /does not take the token of the bot \(401\)\. Register the bot under this app id/],
    [503, /did not show the desk's channel \(Teams: 503.*status\.cloud\.microsoft/],
  ])('says what Teams means by %i', async (status, told) => {
    teams.untold.set(DESK, status);
    expect(await problem(['--live'])).toMatch(told);
  });

  it('says that no channel is the desk yet', async () => {
    const text = readFileSync(at('desk.yaml'), 'utf8').replace(/^ {2}channel: .*\n/m, '');
    writeFileSync(at('none.yaml'), text.replace('engineers:', 'administrators: [ada]\nengineers:'));
    expect(await problem(['--live'], { DESK_FILE: at('none.yaml') })).toMatch(/No channel is the support desk yet.*@Outage Desk setup/);
  });
});
