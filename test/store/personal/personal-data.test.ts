/** Retention, a person's rights, and the chain of the record, on both databases, by a search of everything that they hold. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { seenTenant } from '../../../src/desk/desk-file.ts';
import { pingQuota, quotasOf } from '../../../src/engine/delivery/limits.ts';
import { createHandle } from '../../../src/engine/handle.ts';
import type { Retained } from '../../../src/engine/ports/timers.ts';
import { createRetention } from '../../../src/engine/timers/retention.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { isRemoved } from '../../../src/outage/personal-data.ts';
import type { OutageFile } from '../../../src/outage/types/files.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { type Actor, type Origin, ownChatIn } from '../../../src/outage/types/values.ts';
import type { Database } from '../../../src/store/dialect.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { TABLES } from '../../../src/store/tables.ts';
import { AFTER_RESTORE } from '../../../src/store/tools/backup.ts';
import { openForTools } from '../../../src/store/tools/open.ts';
import { verify } from '../../../src/store/tools/verify.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import {
  colleague,
  engineer,
  pagingPolicy,
  reporter,
  sampleJoinAction,
  sampleOnCall,
  samplePolicy,
  sampleReport,
  sampleReportAction,
  secondEngineer,
} from '../../support/outage/sample.ts';
import { SAMPLES } from '../../support/outage/states.ts';
import { EMPTY_STORE, startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { drain } from '../contract/stores.ts';

const START_LIMIT_MS = 300_000;
const DAY_MS = 86_400_000;
const DAYS = 30;
const log = silentLog();
let postgres: TestPostgres;
let shared: string;

async function startServer(): Promise<void> {
  postgres = await startPostgres();
  shared = await postgres.createDatabase();
  const store = openPostgres({ url: shared, log });
  await store.ready();
  await store.close();
}

type World = {
  readonly store: Store;
  readonly clock: FakeClock;
  /** As a tool opens it, beside the bot. */
  readonly db: Database;
  readonly tools: Store;
  readonly environment: Record<string, string>;
  /** All that the database holds, as text. */
  everything(): Promise<string>;
};

async function onSqlite(): Promise<World> {
  const file = path.join(testFolder(), 'data', 'desk.db');
  const clock = fakeClock();
  const store = await openSqlite({ file, now: clock.now, log });
  const { db, store: tools } = await openForTools({ url: '', file });
  onTestFinished(async () => {
    await tools.close();
    await store.close();
  });
  const bytes = (name: string) => (existsSync(name) ? readFileSync(name, 'latin1') : '');
  const everything = async () => bytes(file) + bytes(`${file}-wal`) + (await dump(db));
  return { store, clock, db, tools, environment: { DATABASE_FILE: file }, everything };
}

async function onPostgres(): Promise<World> {
  await postgres.query(EMPTY_STORE, shared);
  await postgres.query("delete from counter where name like 'skipped%' or name in ('backup', 'restored', 'restored-held')", shared);
  const clock = fakeClock();
  const store = openPostgres({ url: shared, now: clock.now, log });
  const { db, store: tools } = await openForTools({ url: shared, file: '' });
  onTestFinished(async () => {
    await tools.close();
    await store.close();
  });
  return { store, clock, db, tools, environment: { DATABASE_URL: shared }, everything: () => dump(db) };
}

/** Every row of every table. */
async function dump(db: Database): Promise<string> {
  const tables = await Promise.all(TABLES.map(async (table) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows));
  return JSON.stringify(tables);
}

const IDS = [reporter.id, colleague.id, engineer.id, secondEngineer.id];
const NAMES = [reporter.name, colleague.name, engineer.name];
const SAID = [
  '+49 30 5550199',
  'mia.winter@customer.example',
  'every payment fails',
  'a:mia-chat',
  'Over in a minute',
  'certificate again',
  'mia-screenshot.png',
  'A certificate ended',
  'Watch the end of certificates',
];
const EVERYTHING = [...IDS, ...NAMES, ...SAID];

/** A picture that is fetched, kept and recorded. */
async function sendsFile(
  { store: { files } }: World,
  outageId: string,
  by: Actor,
  add: (files: readonly OutageFile[]) => Promise<unknown>,
) {
  const sent = { kind: 'picture', name: 'mia-screenshot.png', url: 'https://teams.example/mia-screenshot.png' } as const;
  await files.expect({ batch: outageId, outageId, person: by, tenantId: 'tenant', locale: 'en', shared: false, files: [sent] }, 10);
  const [file] = await files.claim(9, 15_000);
  if (!file) throw new Error('nothing is to be fetched');
  const { id, name } = file;
  await files.keep(id, { name, kind: 'png', data: Buffer.from(`the picture of ${outageId}`), preview: null }, 1_000_000);
  const [kept] = await files.of(outageId);
  await add([{ id, name, kind: 'png', bytes: kept?.bytes ?? 0, hash: kept?.hash ?? '' }]);
  await files.settle([id]);
}

/** Reported, joined, worked on and closed by the reporter; everything that was to be told was told. */
async function lives(
  world: World,
  outageId: string,
  until: 'closed' | 'open' = 'closed',
  by: Actor = reporter,
  kind: Origin['kind'] = 'personal',
): Promise<void> {
  const { store, clock } = world;
  const handle = createHandle({
    outages: store.outages,
    desk: { onCall: () => sampleOnCall, mayHear: () => true },
    log,
    onStored: () => {},
  });
  const { at: _, number: __, onCall: ___, ...request } = sampleReportAction({ outageId });
  const contact = { ...sampleReport.contact, phone: '+49 30 5550199', email: 'mia.winter@customer.example', name: reporter.name };
  await handle({ ...request, by, report: { ...sampleReport, contact }, origin: { ...request.origin, kind, conversationId: 'a:mia-chat' } });
  await handle({ ...sampleJoinAction(), outageId });
  await handle({ ...SAMPLES.acknowledge, outageId });
  await handle({ ...SAMPLES.assist, outageId, type: 'assist', by: engineer, person: secondEngineer });
  await handle({ ...SAMPLES.note, outageId });
  await handle({ ...SAMPLES.pulse, outageId, by, text: 'every payment fails' });
  for (const id of IDS) await store.looks.saw(id, [{ id: outageId, version: 2 }]);
  // Where others read too, they are asked in their own chat.
  await handle({ ...SAMPLES.ask, outageId });
  await sendsFile(world, outageId, by, (files) => handle({ ...SAMPLES['add-files'], outageId, by, files }));
  await handle({
    ...SAMPLES['mark-unreachable'],
    outageId,
    place: `person:${secondEngineer.id}`,
    reason: `no chat with ${secondEngineer.id}`,
  });
  await handle({ ...SAMPLES.update, outageId, text: 'Over in a minute' });
  if (until === 'closed') {
    await handle({ type: 'resolve', outageId, by: engineer, text: 'Over in a minute', seen: null });
    await handle({ type: 'confirm', outageId, by });
    await handle({ ...SAMPLES.review, outageId });
  }
  // Edits wait for a while.
  clock.advance(60_000);
  await drain(store);
  clock.advance(-60_000);
}

const retentionOf = (
  { store }: World,
  retained: readonly [Retained, ...Retained[]] = [{ days: DAYS, projects: { allBut: ['another'] } }],
) =>
  createRetention({
    numbers: { catchUp: async () => false },
    personalData: store.personal,
    outages: store.outages,
    retained,
    forms: { sweep: async () => {} },
    log,
    sleep: async () => {},
    handle: createHandle({ outages: store.outages, desk: { onCall: () => sampleOnCall, mayHear: () => true }, log, onStored: () => {} }),
  });

const run = promisify(execFile);
const tool = async (name: string, { environment }: World, ...args: string[]) => {
  const ended = run(process.execPath, [path.resolve('src/outage-desk.ts'), name, ...args], {
    env: { ...childEnvironment(), ...environment },
  });
  return await ended
    .then(({ stdout }) => ({ code: 0, text: stdout }))
    .catch(({ code, stdout, stderr }) => ({ code, text: stdout + stderr }));
};

describe('personal data on SQLite', () => personalData(onSqlite));

describe('personal data on PostgreSQL', { tags: 'full' }, () => {
  beforeAll(startServer, START_LIMIT_MS);
  afterAll(() => postgres.stop(), START_LIMIT_MS);
  personalData(onPostgres);
});

function personalData(open: () => Promise<World>): void {
  it('is gone from the whole database some days after the end, and the anonymous record stays the same record', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    const before = await world.store.outages.read('nonce-1');
    const whole = await world.everything();
    for (const text of EVERYTHING) expect(whole).toContain(text);
    world.clock.advance(DAYS * DAY_MS - 1);
    expect(await retentionOf(world).step()).toBe(0);
    world.clock.advance(1);
    expect(await retentionOf(world).step()).toBe(1);
    expect(await retentionOf(world).step()).toBe(0);
    // The desk's card is drawn once more, and nobody is told anything.
    world.clock.advance(2_000);
    expect(await drain(world.store)).toEqual([`nonce-1/state/desk/${(before?.outage.version ?? 0) + 1}`]);
    const rest = await world.everything();
    for (const text of EVERYTHING) expect(rest, text).not.toContain(text);
    const after = await world.store.outages.read('nonce-1');
    expect(after?.outage).toEqual(replay(after?.events ?? []));
    expect(after?.outage).toMatchObject({ state: 'closed', number: 1001, removed: { everybody: true } });
    expect(isRemoved(after?.outage.reporter.id ?? '')).toBe(true);
    expect(await verify(world.db)).toMatchObject({ outages: 1, personal: 0, problems: [] });
  });

  it('2.8: leaves of the deliveries of an outage that is long over only the one that opened its thread', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    await drain(world.store);
    world.clock.advance(DAYS * DAY_MS);
    await retentionOf(world).step();
    await drain(world.store);
    await retentionOf(world).step();
    const { rows } = await sql<{ kind: string; place: string }>`
      select kind, place from delivery where outage_id = 'nonce-1' and state <> 'waiting' and kind <> 'state'`.execute(world.db);
    expect(rows).toEqual([{ kind: 'opening', place: 'desk' }]);
    const { rows: lanes } = await sql<{ id: string }>`select id from lane where id not in (select lane from delivery)`.execute(world.db);
    expect(lanes).toEqual([]);
  });

  it('of nobody is kept of what is said to an anonymous outage, and nobody can go on with it', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    world.clock.advance(DAYS * DAY_MS);
    await retentionOf(world).step();
    const handle = createHandle({
      outages: world.store.outages,
      desk: { onCall: () => sampleOnCall, mayHear: () => true },
      log,
      onStored: () => {},
    });
    const note = await handle({ ...SAMPLES.note, outageId: 'nonce-1' });
    const reopened = await handle({ type: 'reopen', outageId: 'nonce-1', by: engineer, reason: 'again' });
    expect([note, reopened]).toMatchObject([{ rejection: { type: 'not-now' } }, { rejection: { type: 'not-now' } }]);
  });

  it('of one person goes at once where it is over, and elsewhere when it ends', async () => {
    const world = await open();
    await lives(world, 'nonce-1', 'closed', reporter, 'groupChat');
    await lives(world, 'nonce-2', 'open');
    expect(await world.everything()).toContain(`reporter:${reporter.id}`);
    const { personal } = world.store;
    expect(await personal.find('+49305550199')).toEqual([reporter.id]);
    expect(await personal.find('Mia.Winter@customer.example')).toEqual([reporter.id]);
    expect(await personal.find('nobody')).toEqual([]);
    world.clock.advance(1);
    await personal.forget(reporter.id);
    expect(await personal.open(reporter.id)).toEqual([1002]);
    expect(await retentionOf(world).step()).toBe(1);
    const [one, two] = [await world.store.outages.read('nonce-1'), await world.store.outages.read('nonce-2')];
    expect(JSON.stringify(one)).not.toMatch(/aad-mia|Mia Winter|5550199|mia-chat/);
    // Who else had to do with it is still known.
    expect(JSON.stringify(one)).toMatch(/aad-sam.*certificate again/);
    expect(two?.outage.report.contact.phone).toBe('+49 30 5550199');
    const handle = createHandle({
      outages: world.store.outages,
      desk: { onCall: () => sampleOnCall, mayHear: () => true },
      log,
      onStored: () => {},
    });
    await handle({ type: 'resolve', outageId: 'nonce-2', by: engineer, text: 'Over', seen: null });
    await handle({ type: 'confirm', outageId: 'nonce-2', by: reporter });
    await drain(world.store);
    expect(await retentionOf(world).step()).toBe(1);
    await drain(world.store);
    await personal.sweep(0);
    const rest = await world.everything();
    for (const text of [reporter.id, reporter.name, '5550199', 'a:mia-chat', 'every payment fails']) expect(rest, text).not.toContain(text);
    expect((await sql`select * from to_forget`.execute(world.db)).rows).toEqual([]);
    expect((await verify(world.db)).problems).toEqual([]);
  });

  it('of the owner of a follow-up goes; what is to be done stays, is due at the desk, and can be marked as done', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    const { personal, outages } = world.store;
    const of = JSON.stringify(await personal.of(secondEngineer.id));
    expect(of).toContain('"event":"reviewed"');
    expect(of).not.toContain('Watch the end of certificates');
    world.clock.advance(1);
    await personal.forget(secondEngineer.id);
    expect(await retentionOf(world).step()).toBe(1);
    const forgotten = await outages.read('nonce-1');
    expect(JSON.stringify(forgotten?.outage.review)).not.toContain(secondEngineer.id);
    expect(JSON.stringify(forgotten)).not.toContain(secondEngineer.name);
    expect(forgotten?.outage.review).toMatchObject({
      cause: 'A certificate ended.',
      followUps: [{ text: 'Watch the end of certificates.' }],
    });
    world.clock.advance(4 * DAY_MS);
    const handle = createHandle({
      outages,
      desk: { onCall: () => sampleOnCall, mayHear: () => true, engineer: (id) => (id === engineer.id ? engineer : null) },
      log,
      onStored: () => {},
    });
    await handle({ type: 'pass-deadline', outageId: 'nonce-1' });
    const version = (await outages.read('nonce-1'))?.outage.version;
    expect(await drain(world.store)).toContain(`nonce-1/news/desk/${version}`);
    expect(await handle({ ...SAMPLES.review, outageId: 'nonce-1', cause: 'Another.' })).toMatchObject({ rejection: { type: 'not-now' } });
    const done = await handle({ ...SAMPLES['follow-up-done'], outageId: 'nonce-1' });
    expect(done).toMatchObject({ ok: true, recorded: { outage: { review: { followUps: [{ done: { by: { id: engineer.id } } }] } } } });
    // Nor does it go with whoever wrote it.
    await personal.forget(engineer.id);
    expect(await retentionOf(world).step()).toBe(1);
    const unsigned = (await outages.read('nonce-1'))?.outage.review;
    expect(unsigned).toMatchObject({ cause: 'A certificate ended.', helped: 'Renewing it.' });
    expect(JSON.stringify(unsigned)).not.toContain(engineer.name);
    // Months later nobody knows any of it, and no reminder waits.
    world.clock.advance(DAYS * DAY_MS);
    await retentionOf(world).step();
    expect(await world.everything()).not.toMatch(/Watch the end|A certificate ended/);
    expect((await sql`select * from deadline`.execute(world.db)).rows).toEqual([]);
  });

  it('of who is on call: what they took before, which messages they got and which calendars there are of them', async () => {
    const { store, clock, db, everything } = await open();
    const { overrides, calendars, onCallNotices, personal } = store;
    const [one, other] = [storedPersonKey('00000000-0000-4000-8000-0000000000e1'), storedPersonKey('00000000-0000-4000-8000-0000000000e2')];
    const takes = async (personId: string, target: { level: 'primary' } | { insteadOf: string }) =>
      await overrides.make({ personId, target, until: clock.now() + 60_000 });
    // Twice each, so that the first is one that has ended.
    for (let times = 0; times < 2; times++) {
      for (const target of [{ level: 'primary' } as const, { insteadOf: other }]) await takes(one, target);
      for (const target of [{ level: 'primary' } as const, { insteadOf: one }]) await takes(other, target);
      clock.advance(120_000);
    }
    for (const personId of [one, other])
      for (const [index, of] of ['primary', one, other].entries())
        await calendars.make({ hash: `${personId === one ? 'a' : 'b'}-${index}`, personId, of });
    for (const personId of [one, other, '']) await onCallNotices.begin({ kind: 'change', at: clock.now(), personId });
    const held = JSON.parse(JSON.stringify(await personal.of(one)));
    expect([held.onCall.length, held.onCallMessages.length, held.calendars.length]).toEqual([4, 1, 3]);
    expect(await personal.find(one)).toEqual([one]);
    await personal.forget(one);
    await personal.sweep(0);
    expect(await everything()).not.toContain(one);
    // What is another person's stays.
    expect((await calendars.of(other)).map(({ of }) => of).sort()).toEqual([other, 'primary']);
    expect((await onCallNotices.told(0)).map(({ personId }) => personId).sort()).toEqual(['', other]);
    const { rows } = await sql`select target from on_call_override`.execute(db);
    expect(rows).toHaveLength(2);
  });

  it('of who is on call when they ask goes when that is over, and what they take afterwards stays', async () => {
    const { store, clock, db } = await open();
    const { overrides, personal } = store;
    const one = storedPersonKey('00000000-0000-4000-8000-0000000000e1');
    await overrides.make({ personId: one, target: { level: 'primary' }, until: clock.now() + 60_000 });
    await overrides.make({ personId: engineer.id, target: { insteadOf: one }, until: clock.now() + 60_000 });
    await personal.forget(one);
    await personal.sweep(0);
    // Somebody has to be called.
    expect(await overrides.list()).toHaveLength(2);
    clock.advance(30_000);
    await overrides.make({ personId: one, target: { level: 'secondary' }, until: clock.now() + 3_600_000 });
    clock.advance(40_000);
    await personal.sweep(0);
    const { rows } = await sql`select person_id, target from on_call_override`.execute(db);
    expect(rows).toEqual([{ person_id: one, target: 'level:secondary' }]);
    expect((await sql`select * from to_forget`.execute(db)).rows).toEqual([]);
  });

  it('of somebody who was called goes with their number and with the calls to them', async () => {
    const world = await open();
    const handle = createHandle({
      outages: world.store.outages,
      desk: {
        onCall: () => sampleOnCall,
        mayHear: () => true,
        numbersOf: () => ({ [engineer.id]: '+45 .. ..56', [secondEngineer.id]: '+45 .. ..57' }),
      },
      log,
      onStored: () => {},
    });
    const { at: _, number: _n, onCall: _o, ...report } = sampleReportAction({ policy: pagingPolicy(samplePolicy) });
    await handle(report);
    world.clock.advance(30 * 60_000);
    await handle({ type: 'pass-deadline', outageId: 'nonce-1' });
    await handle({ type: 'note-page', outageId: 'nonce-1', pagerId: `phones+${engineer.id}`, of: 3, outcome: 'no-answer' });
    await handle({ type: 'resolve', outageId: 'nonce-1', by: secondEngineer, text: 'Over', seen: null });
    await handle({ type: 'confirm', outageId: 'nonce-1', by: reporter });
    await drain(world.store);
    const before = await world.everything();
    for (const text of [`pager:phones+${engineer.id}`, '+45 .. ..56', '+45 .. ..57']) expect(before, text).toContain(text);
    await world.store.personal.forget(engineer.id);
    expect(await retentionOf(world).step()).toBe(1);
    await world.store.personal.sweep(0);
    const rest = await world.everything();
    for (const text of [engineer.id, engineer.name, '+45 .. ..56']) expect(rest, text).not.toContain(text);
    // Who else was called is still known, and so is which pager did it.
    for (const text of [`pager:phones+${secondEngineer.id}`, '+45 .. ..57']) expect(rest, text).toContain(text);
    // PostgreSQL keeps an event as a text.
    expect(rest.replaceAll('\\', '')).toContain('"pager":"phones"');
    world.clock.advance(DAYS * DAY_MS);
    expect(await retentionOf(world).step()).toBe(1);
    await world.store.personal.sweep(0);
    const anonymous = await world.everything();
    for (const text of [secondEngineer.id, '+45 .. ..57', 'pager:phones+']) expect(anonymous, text).not.toContain(text);
    expect((await verify(world.db)).problems).toEqual([]);
  });

  it('of a caller goes by their number: with their chat where Teams knows them, else without whoever took the call', async () => {
    const world = await open();
    const { personal } = world.store;
    const desk = { onCall: () => sampleOnCall, mayHear: () => true };
    const handle = createHandle({ outages: world.store.outages, desk, log, onStored: () => {} });
    async function called(outageId: string, by: Actor, contact: object): Promise<void> {
      const { at: _, number: __, onCall: ___, ...request } = sampleReportAction({ outageId });
      const report = { ...sampleReport, onBehalfOf: 'Jens Holm', contact: { ...sampleReport.contact, ...contact } };
      const origin = ownChatIn(request.desk.tenantId, by === reporter);
      await handle({ ...request, by, takenBy: engineer, report, origin });
      await handle({ ...SAMPLES.acknowledge, outageId });
      await handle({ ...SAMPLES.correct, outageId, by, changes: { contact: { ...report.contact, secondContact: 'Kim Holm' } } });
      await handle({ type: 'resolve', outageId, by: engineer, text: 'Over in a minute', seen: null });
      await handle({ type: 'confirm', outageId, by });
    }
    await called('nonce-1', reporter, { phone: '+49 30 5550199', name: reporter.name });
    await called('nonce-2', engineer, { phone: '+49 30 5550777', name: 'Jens Holm', email: '' });
    world.clock.advance(60_000);
    await drain(world.store);
    expect(await personal.find('+49 30 5550199')).toEqual([reporter.id]);
    expect(await personal.find('+49305550777')).toEqual(['call:nonce-2']);
    expect(JSON.stringify(await personal.of(engineer.id))).not.toMatch(/5550777|Kim Holm/);
    expect(JSON.stringify(await personal.of(reporter.id)), 'what came to their own chat').toContain('nonce-1/news/origin/');
    expect(JSON.stringify(await personal.of(engineer.id))).not.toContain('/origin/');
    expect(await world.everything()).toContain(`person:${reporter.id}`);
    for (const one of ['call:nonce-2', reporter.id]) await personal.forget(one);
    expect(await retentionOf(world).step()).toBe(2);
    await personal.sweep(0);
    const rest = await world.everything();
    for (const text of ['5550777', '5550199', 'Jens Holm', 'Kim Holm', reporter.id, reporter.name]) expect(rest, text).not.toContain(text);
    expect((await world.store.outages.read('nonce-2'))?.outage.takenBy).toEqual({ id: engineer.id, name: engineer.name });
    expect((await verify(world.db)).problems).toEqual([]);
  });

  it('is gone from what was counted of the sends to their chats too, and what is counted now goes on', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    const { deliveries, personal } = world.store;
    const count = async (lane: string) => {
      const quotas = [...quotasOf({ lane, tenantId: 'tenant-1', priority: 1 }, 30), pingQuota(lane)];
      await world.db
        .insertInto('lane')
        .values({ id: lane })
        .onConflict((row) => row.doNothing())
        .execute();
      await world.db
        .insertInto('delivery')
        .values({
          key: `nonce-1/ping/${lane}`,
          outage_id: 'nonce-1',
          kind: 'state',
          place: `person:${lane}`,
          lane,
          seq: 1,
          priority: 1,
          after_key: null,
          state: 'waiting',
          due_at: 0,
          created_at: 0,
        })
        .execute();
      const claimed = (await deliveries.claimLanes(100, 15_000, 9)).find(({ id }) => id === lane);
      if (!claimed) throw new Error(`${lane} is not to be had`);
      expect(await deliveries.begin(claimed, [`nonce-1/ping/${lane}`], quotas, 0)).toEqual(expect.any(Number));
      await deliveries.finish(claimed, [`nonce-1/ping/${lane}`], { state: 'done', posted: { conversationId: lane, activityId: '1' } });
      await deliveries.release(claimed, null);
    };
    await count(`person:${reporter.id}`);
    await count('a:mia-chat');
    world.clock.advance(DAYS * DAY_MS);
    await count('a:somebody-else');
    expect(await retentionOf(world).step()).toBe(1);
    const { rows } = await sql<{ scope: string }>`select scope from pace union select scope from pace_slot order by 1`.execute(world.db);
    expect(rows.map(({ scope }) => scope)).toEqual(['conversation:a:somebody-else', 'pings:a:somebody-else', 'tenant:tenant-1']);
    await drain(world.store);
    await personal.sweep(0);
    expect(await world.everything()).not.toMatch(/aad-mia|a:mia-chat/);
  });

  it('is found by an id in capitals, by an account with an underscore, and of a stranger whose id stands behind their tenant', async () => {
    const { cache, audit, personal } = (await open()).store;
    await cache.set('account:aad-ann', { at: 1, account: 'ann_berg@customer.example' });
    const refused = { what: 'ack', outageId: null, number: null, reason: 'other-tenant', client: 'card', conversationId: 'a:eve' } as const;
    await audit.refused({ ...refused, person: { id: 'tenant-2/aad-eve', name: 'Eve' } });
    await audit.refused({ ...refused, person: { id: 'aad-zoe', name: 'Zoe' } });
    expect(await personal.find('Ann_Berg@customer.example')).toEqual(['aad-ann']);
    expect(await personal.find('annXberg@customer.example')).toEqual([]);
    expect(await personal.find('AAD-ZOE')).toEqual(['aad-zoe']);
    expect(await personal.find('aad-eve')).toEqual(['tenant-2/aad-eve']);
    expect(await personal.find('aad-e_e')).toEqual([]);
  });

  it('is exported and removed by the tools while the bot has the store', { tags: 'full' }, async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    const exported = await tool('person', world, reporter.id);
    expect(exported.code, exported.text).toBe(0);
    expect(JSON.parse(exported.text)).toMatchObject({ person: reporter.id, outages: [{ number: 1001, state: 'closed' }] });
    for (const text of [reporter.name, '+49 30 5550199', 'every payment fails']) expect(exported.text).toContain(text);
    expect(exported.text).not.toContain(engineer.name);
    expect(await tool('forget', world, 'nobody', '--yes')).toMatchObject({
      code: 1,
      text: expect.stringContaining('holds nothing about this person'),
    });
    // The clock of the tool is the real one, on which this outage ended long ago.
    const forgotten = await tool('forget', world, '+49 30 555 0199', '--yes');
    expect(forgotten).toMatchObject({ code: 0, text: expect.stringContaining('ended: 1') });
    expect(await world.everything()).not.toContain('5550199');
    expect(await tool('verify', world)).toMatchObject({
      code: 0,
      text: expect.stringMatching(/^1 outage, \d+ events, \d+ personal values: 0 wrong\. Head [0-9a-f]{64} of 20\d\d-[-0-9T:.]+Z\n$/),
    });
  });

  it('of a customer with a tenant of their own goes when they leave; who has the same object id at the desk stays', {
    tags: 'full',
  }, async () => {
    const world = await open();
    const tenant = '7e9a1c00-0000-4000-8000-00000000aaaa';
    const theirs = { ...reporter, id: storedPersonKey(`${tenant}.${reporter.id}`) };
    await lives(world, 'nonce-1');
    await lives(world, 'nonce-2', 'closed', theirs);
    await lives(world, 'nonce-3', 'open', theirs);
    const room = { conversationId: '19:theirs@thread.tacv2', kind: 'channel', teamId: null, name: 'Theirs', tenantId: tenant } as const;
    await world.store.rooms.choose(room, { as: 'follower', projects: 'all' });
    await world.store.cache.set(seenTenant(tenant), 'https://smba.trafficmanager.net/emea/');
    expect((await world.store.personal.find(reporter.id)).toSorted()).toEqual([theirs.id, reporter.id].toSorted());
    const named = { ...world, environment: { ...world.environment, DESK_FILE: path.resolve('env/playground.desk.yaml') } };
    expect(await tool('leave', named, '7e9a1c00-0000-4000-8000-00000000c0de', '--yes')).toMatchObject({
      code: 1,
      text: expect.stringContaining('still names 7e9a1c00-0000-4000-8000-00000000c0de: take it out there first.'),
    });
    expect(await tool('leave', world, 'contoso')).toMatchObject({
      code: 2,
      text: expect.stringContaining('Write the Entra tenant id'),
    });
    const left = await tool('leave', named, tenant.toUpperCase(), '--yes');
    expect(left.text).toMatch(/: 1\. Removed from the outages that have ended: 1\..*\n.*forgotten: 1\..*\n.*end: 1\./);
    expect(left.code).toBe(0);
    expect(await world.store.rooms.all()).toEqual([]);
    expect(await world.store.cache.get(seenTenant(tenant))).toBeUndefined();
    const { rows } = await sql<{ id: string; outage: string }>`
      select distinct person_id as id, outage_id as outage from personal where person_id like ${`%${reporter.id}`} order by 2`.execute(
      world.db,
    );
    expect(rows).toEqual([
      { id: reporter.id, outage: 'nonce-1' },
      { id: theirs.id, outage: 'nonce-3' },
    ]);
    expect(await verify(world.db)).toMatchObject({ problems: [] });
  });

  it("of whoever planned maintenance goes at once, with what is over; what runs stays, as nobody's, until it is long over", async () => {
    const world = await open();
    const { maintenance, personal } = world.store;
    const now = world.clock.now();
    const window = { projectId: 'shop', environments: [], from: now, what: 'Update', by: engineer.id };
    await maintenance.save({ ...window, id: 'over', until: now + 1, what: 'Said once' });
    await maintenance.save({ ...window, id: 'runs', until: now + DAY_MS });
    for (const tenantId of ['customer', 'desk'])
      await maintenance.begin({ windowId: 'runs', conversationId: `19:${tenantId}`, tenantId, said: 1 });
    world.clock.advance(1);
    expect(await personal.find(engineer.id)).toEqual([engineer.id]);
    expect(await personal.of(engineer.id)).toMatchObject({ maintenance: [{ id: 'over' }, { id: 'runs' }] });
    await personal.forget(engineer.id);
    expect(await personal.of(engineer.id)).toMatchObject({ maintenance: [] });
    expect(await maintenance.list(DAY_MS)).toMatchObject([{ id: 'runs', what: 'Update', by: '' }]);
    await personal.dropTenant('customer');
    expect(await maintenance.told(['runs'])).toMatchObject([{ tenantId: 'desk' }]);
    await personal.sweep(now + DAY_MS - 1);
    expect(await maintenance.list(2 * DAY_MS)).toHaveLength(1);
    await personal.sweep(now + DAY_MS);
    expect(await maintenance.list(2 * DAY_MS)).toEqual([]);
    expect(await maintenance.told(['runs'])).toEqual([]);
    await drain(world.store);
    expect(await world.everything()).not.toContain('Said once');
  });

  it('of whoever follows goes at once with what they chose, and from the records when these end; it is found, shown and left by tenant', async () => {
    const world = await open();
    const { personal, follows } = world.store;
    const kim = { id: storedPersonKey('tenant-kim.aad-kim'), name: 'Kim Vega Following' };
    const desk = { onCall: () => sampleOnCall, mayHear: () => true };
    const handle = createHandle({ outages: world.store.outages, desk, log, onStored: () => {} });
    await follows.follow({ person: kim, tenantId: 'tenant-kim', projectId: sampleReport.project.id });
    await follows.choose(kim.id, { noise: 'turning-points' });
    const { at: _, number: __, onCall: ___, ...request } = sampleReportAction();
    await handle(request);
    await handle({ type: 'unfollow', outageId: request.outageId, by: { ...kim, roles: [] } });
    await handle({ type: 'resolve', outageId: request.outageId, by: engineer, text: 'Over', seen: null });
    await handle({ type: 'confirm', outageId: request.outageId, by: reporter });
    await drain(world.store);
    expect(await personal.find(kim.id)).toEqual([kim.id]);
    expect(await personal.peopleOf('tenant-kim')).toContain(kim.id);
    const shown = JSON.stringify(await personal.of(kim.id));
    for (const part of ['turning-points', sampleReport.project.id, kim.name, `following:${kim.id}`]) expect(shown, part).toContain(part);
    await personal.forget(kim.id);
    expect([await follows.projectsOf(kim.id), await follows.chosenBy(kim.id)]).toEqual([[], {}]);
    expect(await retentionOf(world).step()).toBe(1);
    await personal.sweep(0);
    const rest = await world.everything();
    for (const part of [kim.id, kim.name]) expect(rest, part).not.toContain(part);
    expect((await verify(world.db)).problems).toEqual([]);
  });

  it('of a project is kept as long as the desk file says for it', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    const { project } = sampleReport;
    const kept = { days: 3 * DAYS, projects: { only: project.id } } as const;
    const retention = retentionOf(world, [{ days: DAYS, projects: { allBut: [project.id] } }, kept]);
    world.clock.advance(2 * DAYS * DAY_MS);
    expect(await retention.step()).toBe(0);
    world.clock.advance(DAYS * DAY_MS);
    expect(await retention.step()).toBe(1);
  });

  it.each([
    [
      'data',
      "update outage_event set data = replace(data, 'Nobody can reach it', 'It is slow') where seq = 1 and outage_id = 'nonce-2'",
      /OUT-1002 .*event 1 \(reported\) was changed/,
    ],
    [
      'client',
      "update outage_event set client = 'card Web' where seq = 3 and outage_id = 'nonce-2'",
      /OUT-1002 .*event 3 \(acknowledged\) was changed/,
    ],
    [
      'time',
      "update outage_event set at = at - 60000 where seq = 3 and outage_id = 'nonce-2'",
      /OUT-1002 .*event 3 \(acknowledged\) was changed/,
    ],
    [
      'order',
      "update outage_event set seq = case seq when 3 then 1004 when 4 then 1003 end where seq in (3, 4) and outage_id = 'nonce-2'; update outage_event set seq = seq - 1000 where seq > 1000",
      /OUT-1002 .*event 3 .*was changed/,
    ],
    ['event', "delete from outage_event where outage_id = 'nonce-2' and seq = 3", /OUT-1002 .*event 3 is missing/],
    [
      'last event',
      "delete from outage_event where outage_id = 'nonce-2' and seq = (select max(seq) from outage_event where outage_id = 'nonce-2')",
      /OUT-1002 .*it has \d+ events, and should have \d+/,
    ],
    [
      'last event with its row',
      "delete from outage_event where outage_id = 'nonce-2' and seq = (select version from outage where id = 'nonce-2'); update outage set version = version - 1 where id = 'nonce-2'",
      /OUT-1002 .*its last event is not the one/,
    ],
    [
      'outage',
      "delete from delivery where outage_id = 'nonce-2'; delete from deadline where outage_id = 'nonce-2'; delete from personal where outage_id = 'nonce-2'; delete from outage_event where outage_id = 'nonce-2'; delete from outage where id = 'nonce-2'",
      /^OUT-1002 is missing$/,
    ],
    [
      'last outage',
      "delete from delivery where outage_id = 'nonce-3'; delete from deadline where outage_id = 'nonce-3'; delete from personal where outage_id = 'nonce-3'; delete from outage_event where outage_id = 'nonce-3'; delete from outage where id = 'nonce-3'",
      /^OUT-1003 is missing$/,
    ],
    [
      'personal value',
      `update personal set value = '"Mia Summer"' where outage_id = 'nonce-2' and value = '"Mia Winter"'`,
      /OUT-1002 .*the personal data behind ~.* was changed/,
    ],
    [
      'whose it is',
      "update personal set person_id = 'aad-sam' where outage_id = 'nonce-2' and person_id = 'aad-mia'",
      /OUT-1002 .*the personal data behind ~.* was changed/,
    ],
  ])('of which the %s was changed by hand is found', async (_what, change, found) => {
    const world = await open();
    for (const id of ['nonce-1', 'nonce-2', 'nonce-3']) await lives(world, id);
    const good = await verify(world.db);
    expect(good.problems).toEqual([]);
    for (const statement of change.split('; ')) await sql.raw(statement).execute(world.db);
    const bad = await verify(world.db);
    expect(bad.problems.length).toBeGreaterThan(0);
    expect(bad.problems[0]).toMatch(found);
  });

  it('has a head that stays the same when it is removed, and changes with everything that happens', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    const { head } = await verify(world.db);
    await sql`delete from personal`.execute(world.db);
    expect(await verify(world.db)).toMatchObject({ head, problems: [] });
    await lives(world, 'nonce-2');
    expect((await verify(world.db)).head).not.toBe(head);
  });

  it('has a head of a time, which is still the same when more has happened, and another when that was written anew', async () => {
    const world = await open();
    await lives(world, 'nonce-2');
    const noted = world.clock.now();
    const { head } = await verify(world.db, noted);
    world.clock.advance(DAYS * DAY_MS);
    await lives(world, 'nonce-1');
    expect(await retentionOf(world).step()).toBe(1);
    expect(await verify(world.db, noted)).toMatchObject({ head, problems: [] });
    const said = await tool('verify', world, '--at', new Date(noted).toISOString());
    expect(said).toMatchObject({ code: 0, text: expect.stringContaining(`Head ${head} of ${new Date(noted).toISOString()}\n`) });
    expect(await tool('verify', world, '--at', 'yesterday')).toMatchObject({
      code: 2,
      text: expect.stringContaining('Write a time such as 2026-11-01T08:00:00.000Z'),
    });
    await sql`update outage_event set hash = 'new' where outage_id = 'nonce-2' and at <= ${noted}`.execute(world.db);
    expect((await verify(world.db, noted)).head).not.toBe(head);
  });

  it('and numbers that a restore left out are no gap', async () => {
    const world = await open();
    await lives(world, 'nonce-1');
    for (const statement of AFTER_RESTORE) await sql.raw(statement).execute(world.db);
    await lives(world, 'nonce-2');
    expect((await world.store.outages.read('nonce-2'))?.outage.number).toBe(2002);
    expect((await verify(world.db)).problems).toEqual([]);
    await sql`delete from counter where name like 'skipped-%'`.execute(world.db);
    expect((await verify(world.db)).problems).toContain('OUT-1002 to OUT-2001 are missing');
  });
}
