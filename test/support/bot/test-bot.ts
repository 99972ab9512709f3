/**
 * A whole small world for the stories: the real bot over HTTP, a fake Teams, a clock that a test moves, and the people
 * of the playground's desk file with their own 30 minutes.
 */
import { readFileSync } from 'node:fs';
import { type App, buildApp, type Overrides } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { readDeskFile } from '../../../src/desk/file/read-desk-file.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type FakeClock, fakeClock } from '../clock.ts';
import { rememberAllOf } from '../log/leak-check.ts';
import { type LogLine, silentLog } from '../log/silent-log.ts';
import { type FakeTeams, startFakeTeams } from '../teams/fake-teams.ts';
import { always } from '../teams/quirks/manners.ts';
import type { Quirk } from '../teams/quirks/switches.ts';
import { mannersOfTest } from '../teams/quirks/test-manners.ts';
import { chat, createUsers, offers, type PersonKey, type Place, SEND_TOO, type Shown, type Tenants, type Users } from './users.ts';

export * from './users.ts';

export const MINUTE_MS = 60_000;
const LONGEST_PACE_MS = 2_000;

/** The playground's desk with the ladder of the product: 30 minutes, 15, 25, then every 10. */
export function testDesk(change: (text: string) => string = (text) => text): Desk {
  const text = readFileSync('env/playground.desk.yaml', 'utf8').replace(/\npromise:[\s\S]*?\n\n/, '\n');
  const changed = change(text);
  const desk = desks.get(changed) ?? readDesk(changed);
  desks.set(changed, desk);
  // A test that replaces a part of its desk does so for itself alone.
  return { ...desk, file: { ...desk.file, pagers: { ...desk.file.pagers } } };
}
const desks = new Map<string, Desk>();

function readDesk(text: string): Desk {
  const result = readDeskFile(text);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  rememberAllOf(() => result.desk.file.people);
  freeze(result.desk.file);
  return result.desk;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const one of Object.values(value)) freeze(one);
  Object.freeze(value);
}

/** The text of a desk file with a second customer, Harbour, whose only member is Aiko. `more`: lines of that project. */
export const withHarbour = (text: string, environmentId = 'quay', more = ''): string =>
  text.replace(
    'followers:',
    `  - id: harbour
    name: Harbour
    members: [aiko]
    environments:
      - { id: ${environmentId}, name: Quay, kind: production }
${more}followers:`,
  );

export type TestBot = Users & {
  readonly app: App;
  readonly teams: FakeTeams;
  readonly clock: FakeClock;
  readonly log: LogLine[];
  readonly desk: Desk;
  readonly url: string;
  /** Moves the clock and lets the bot do what is due. */
  passes(minutes: number): Promise<void>;
  settles(): Promise<void>;
  /** The same, and the bot looks every 30 seconds whether all is well. */
  watches(minutes: number): Promise<void>;
  reports(person?: PersonKey, place?: Place): Promise<Shown>;
  stop(): Promise<void>;
};

export async function startTestBot(
  options: {
    store?: (now: () => number) => Promise<Store>;
    desk?: Desk;
    clock?: FakeClock;
    teams?: FakeTeams;
    /** The tenants of people who are of another one than the desk's. */
    tenants?: Tenants;
    /** Exactly these, each time; without them, what a seed chooses. */
    quirks?: readonly Quirk[];
    environment?: Record<string, string>;
    overrides?: Overrides;
  } = {},
): Promise<TestBot> {
  const clock = options.clock ?? fakeClock();
  const manners = options.quirks ? always(...options.quirks) : mannersOfTest();
  const teams = options.teams ?? (await startFakeTeams(clock.now, {}, manners));
  const log: LogLine[] = [];
  const desk = options.desk ?? testDesk();
  const config = readConfig({ PORT: '0', SERVICE_URL: teams.serviceUrl, ...options.environment }, true);
  const store = await (options.store?.(clock.now) ?? openSqlite({ file: ':memory:', now: clock.now, log: silentLog(log) }));
  const app = await buildApp(config, desk, silentLog(log), { store, now: clock.now, random: () => 0.5, graceMs: 0, ...options.overrides });
  await store.ready();
  const { port } = await app.listen();
  const url = `http://127.0.0.1:${port}`;
  const users = createUsers({ teams, tenants: options.tenants, url: () => url });
  return { ...users, app, teams, clock, log, desk, url, passes, settles, watches, reports, stop };

  /** Teams' limits let a users of messages out over some seconds, and here a second passes only when somebody says so. */
  async function settles() {
    for (let waitMs = 0; waitMs <= LONGEST_PACE_MS; ) {
      clock.advance(waitMs);
      await app.engine.settle();
      const next = await store.deliveries.nextDueAt();
      if (next === null || next <= clock.now()) return;
      waitMs = next - clock.now();
    }
  }

  /** In steps of ten seconds, so that what is due happens when it is due; days in steps of ten minutes. */
  async function passes(minutes: number) {
    const stepMs = minutes < 24 * 60 ? 10_000 : 10 * MINUTE_MS;
    let nextAt = 0;
    for (let left = minutes * MINUTE_MS; left > 0; left -= stepMs) {
      clock.advance(Math.min(left, stepMs));
      if (clock.now() < nextAt) continue;
      await settles();
      if (left > stepMs) nextAt = await nextDueAt();
    }
  }

  /** When any loop of the engine has something to do. */
  async function nextDueAt(): Promise<number> {
    const { deadlines, deliveries, receipts } = store;
    const all = await Promise.all([
      deadlines.nextDueAt(),
      ...(['teams', 'pager', 'webhook'] as const).map((channel) => deliveries.nextDueAt(channel)),
      receipts.nextDueAt(0),
    ]);
    return Math.min(...all.map((at) => at ?? Number.POSITIVE_INFINITY));
  }

  async function watches(minutes: number) {
    for (let left = minutes; left > 0; left -= 0.5) {
      await passes(0.5);
      await app.watcher.check();
    }
  }

  async function reports(person: PersonKey = 'maya', place: Place = chat(person)) {
    const done = await users.presses(person, 'Send report', await users.reviews(person, place), {}, place);
    const receipt = offers(done, SEND_TOO) ? await users.presses(person, SEND_TOO, done, {}, place) : done;
    await settles();
    return receipt;
  }

  async function stop() {
    await app.stop();
    await teams.stop();
  }
}
