/**
 * Makes the two pictures of env/deploy/monitoring: a trace and the dashboard, of a real bot with a fake Teams, a collector and a Prometheus.
 * `node test/monitoring/draw/run.ts SECONDS`: how long people report and acknowledge; 180 without it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentSchema, SECRETS } from '../../../src/config.ts';
import { startChild } from '../../playground/child.ts';
import { chat, createUsers, offers, type PersonKey, PLACES, SEND_TOO, show } from '../../support/bot/users.ts';
import { freePort } from '../../support/store/postgres.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';
import { until } from '../../support/until.ts';
import { drawDashboard } from './dashboard.ts';
import { drawTrace, spansIn } from './trace.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const TO = path.join(ROOT, 'env/deploy/monitoring');
const PROMETHEUS = '/usr/bin/prometheus';
const lastMs = Number(process.argv[2] ?? 180) * 1_000;
/** Pings within seconds, so that a few minutes show them. */
const PROMISE = `
promise:
  acknowledgeWithinMinutes: 0.4
  ladder:
    - { afterMinutes: 0.2, kind: reminder, levels: [primary, secondary] }
    - { afterMinutes: 0.3, kind: last-call, levels: [primary, secondary, duty-manager], direct: true }
  breach: { levels: [primary, secondary, duty-manager], repeatEveryMinutes: 1 }
`;

const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-pictures-'));
const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];

try {
  await main();
} finally {
  for (const end of ends.reverse()) await end();
}

async function main(): Promise<void> {
  const collector = await startCollector();
  const teams = await startFakeTeams(Date.now);
  ends.push(() => teams.stop());
  const bot = await startBot(teams.serviceUrl, collector.url);
  const prometheus = await startPrometheus(bot.port);
  const users = createUsers({ teams, url: () => `http://127.0.0.1:${bot.port}` });
  const began = Date.now();

  // The one whose trace is drawn: Teams asks one of the rooms to wait.
  const review = await users.reviews('maya');
  const isToGeneral = ({ path: to, text }: { path: string; text: string }) => `${to} ${text}`.includes(PLACES.general);
  teams.failNext({ status: 429, headers: { 'retry-after': '1' } }, { matches: isToGeneral });
  await users.presses('maya', 'Send report', review);
  const spans = () => collector.bodies.flatMap(spansIn);
  const report = () => spans().find((span) => span.name === 'action report');
  await until(() => spans().filter(({ name, traceId }) => name.startsWith('deliver') && traceId === report()?.traceId).length >= 5);
  writeFileSync(path.join(TO, 'trace.svg'), drawTrace(spans().filter(({ traceId }) => traceId === report()?.traceId)));

  await live(began + lastMs, users, teams);
  const json = JSON.parse(readFileSync(path.join(TO, 'grafana.json'), 'utf8')) as unknown;
  const [from, now] = [Math.ceil(began / 1_000) + 4, Math.floor(Date.now() / 1_000)];
  writeFileSync(path.join(TO, 'dashboard.svg'), await drawDashboard(json, prometheus, { from, until: now, step: 2 }));
  await bot.stop();
}

/** People report and acknowledge, and Teams refuses now and then. */
async function live(end: number, users: ReturnType<typeof createUsers>, teams: Awaited<ReturnType<typeof startFakeTeams>>): Promise<void> {
  const customers: readonly PersonKey[] = ['maya', 'jonas'];
  const inDesk = () => teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  for (let turn = 0; Date.now() < end; turn++) {
    const person = customers[turn % customers.length] ?? 'maya';
    const to =
      (place: string) =>
      ({ path: where, text }: { path: string; text: string }) =>
        `${where} ${text}`.includes(place);
    if (turn % 4 === 1) teams.failNext({ status: 503 }, { times: 2, matches: to(PLACES.desk) });
    if (turn % 6 === 5) teams.failNext({ status: 403 }, { times: 1, matches: to(PLACES.announcements) });
    const done = await users.presses(person, 'Send report', await users.reviews(person));
    if (offers(done, SEND_TOO)) await users.presses(person, SEND_TOO, done);
    await pause(3_000 + (turn % 5) * 3_500);
    teams.heal();
    const waiting = inDesk().filter(({ card }) => offers(show(card), 'Acknowledge'));
    for (const message of waiting.slice(turn % 3))
      await users.presses(turn % 2 ? 'priya' : 'tomas', 'Acknowledge', message).catch(() => undefined);
    if (turn % 2) await users.says('priya', `resolve OUT-${1_000 + turn}: It works again.`, chat('priya'));
    await pause(2_000);
  }
}

async function startCollector() {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      bodies.push(body);
      response.setHeader('content-type', 'application/json');
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close().closeAllConnections());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

async function startBot(serviceUrl: string, collector: string) {
  const deskFile = path.join(folder, 'desk.yaml');
  const playground = readFileSync(path.join(ROOT, 'env/playground.desk.yaml'), 'utf8');
  writeFileSync(deskFile, playground.replace(/\npromise:[\s\S]*?\n\n/, `\n${PROMISE}\n`));
  const unset = Object.fromEntries(
    [...Object.keys(environmentSchema.shape), ...SECRETS.map((name) => `${name}_FILE`)].map((name) => [name, '']),
  );
  const { promise, resolve } = Promise.withResolvers<number>();
  const child = startChild({
    name: 'the bot',
    program: 'src/main.ts',
    args: ['--playground'],
    cwd: ROOT,
    patienceMs: 12_000,
    env: {
      ...unset,
      PORT: '0',
      DATABASE_FILE: path.join(folder, 'desk.sqlite'),
      DESK_FILE: deskFile,
      SERVICE_URL: serviceUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    },
    onLine: (said) => /"msg":"listening"/.test(said) && resolve(Number(/"port":(\d+)/.exec(said)?.[1])),
  });
  ends.push(() => child.stop());
  void child.ended.then(() => resolve(0));
  const port = await promise;
  if (!port) throw new Error(`the bot did not start:\n${child.lastLines()}`);
  return { port, stop: () => child.stop() };
}

async function startPrometheus(botPort: number): Promise<string> {
  const port = await freePort();
  const config = path.join(folder, 'prometheus.yml');
  writeFileSync(
    config,
    `global: { scrape_interval: 1s }\nscrape_configs:\n  - { job_name: outage-desk, static_configs: [{ targets: ["127.0.0.1:${botPort}"] }] }\n`,
  );
  const args = [`--config.file=${config}`, `--storage.tsdb.path=${path.join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${port}`];
  const child: ChildProcess = spawn(PROMETHEUS, [...args, '--log.level=error'], { stdio: 'inherit' });
  ends.push(() => child.kill());
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/-/ready`).catch(() => null))?.ok === true);
  return url;
}
