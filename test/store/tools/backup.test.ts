/** Backup while the bot works, and a restore after which promises go on and nobody is told something old as new. */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createDeadlineKeeper } from '../../../src/engine/timers/deadlines.ts';
import { createRestoreRecovery } from '../../../src/engine/watch/recovery.ts';
import { type Outage, outageName } from '../../../src/outage/types/outage.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import {
  backupPostgres,
  connectionOf,
  dumpArguments,
  markPostgresRestored,
  restorePostgres,
  runArguments,
} from '../../../src/store/postgres/backup.ts';
import { BOT_NAME, openPostgres } from '../../../src/store/postgres/open.ts';
import { backupSqlite, restoreSqlite } from '../../../src/store/sqlite/backup.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { AFTER_RESTORE } from '../../../src/store/tools/backup.ts';
import { describeStore, openForTools } from '../../../src/store/tools/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { startDeskEngine } from '../../support/bot/desk-engine.ts';
import { START } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { startSystemPostgres, systemPostgres } from '../../support/store/system-postgres.ts';
import { report } from '../contract/stores.ts';

const START_LIMIT_MS = 300_000;
const log = silentLog();
const restored = (place: unknown, to: unknown) => ({ to, open: 2, repeats: 2, place, kept: expect.anything() });

/** A bot on the store that `open` opens with the bot's clock. */
async function startBot(open: (now: () => number) => Promise<Store> | Store) {
  const clock: { now: () => number } = { now: () => START };
  const store = await open(() => clock.now());
  const desk = await startDeskEngine({ store: () => store });
  clock.now = desk.clock.now;
  const { handle } = desk;
  const told: string[] = [];
  const tell = async (to: number, open: readonly Outage[]) => void told.push(`${to}: ${open.map(outageName)}`);
  const recovery = createRestoreRecovery({ restores: store.restores, handle, tell, log });
  return { ...desk, store, told, recovery, passDue: createDeadlineKeeper({ deadlines: store.deadlines, handle, log }) };
}
type Bot = Awaited<ReturnType<typeof startBot>>;

/** Two outages: all messages of the first were sent when the backup was made, and none of the second. */
async function livesOn(bot: Bot, backup: () => Promise<void>): Promise<void> {
  await bot.report('nonce-1');
  await bot.deliver();
  await bot.report('nonce-2');
  await backup();
  await bot.deliver();
  await bot.acknowledge('nonce-1');
  await bot.report('nonce-3');
  await bot.store.close();
}

async function expectTakenUp(bot: Bot): Promise<void> {
  bot.clock.advance(31 * 60_000);
  await bot.recovery.ready();
  await bot.recovery.idle();
  expect(bot.told).toEqual([expect.stringMatching(/: OUT-1001,OUT-1002$/)]);
  expect(await bot.passDue()).toBe(2);
  expect(await bot.passDue()).toBe(0);
  await bot.deliver();
  const told = (kind: string) => bot.sent.filter(({ what }) => what.startsWith(kind)).map(({ repeated }) => repeated);
  // The outage of nonce-2 in the desk and the channel that follows: may be there already, so labelled, and once.
  expect(told('opening')).toEqual([true, true]);
  // One for each promise, although three steps of each were missed; they are new and say so.
  expect(told('ping')).toEqual([false, false]);
  bot.clock.advance(60_000);
  await bot.deliver();
  expect(bot.sent.filter(({ what }) => what.startsWith('opening') || what.startsWith('ping'))).toHaveLength(4);
  // 1003 was given after the backup, to an outage that nobody knows any more.
  await bot.report('nonce-4');
  expect((await bot.store.outages.read('nonce-4'))?.outage.number).toBe(2003);
}

/** As a snapshot of the disk has it: without a log beside it. */
async function checkpointed(file: string): Promise<string> {
  const database = new DatabaseSync(file);
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return file;
}

describe('a backup of a SQLite store', () => {
  const files = () => {
    const folder = testFolder();
    return { file: path.join(folder, 'data', 'desk.sqlite'), to: path.join(folder, 'copy.backup') };
  };
  const openAt = async (file: string, now?: () => number) => {
    const store = await openSqlite({ file, log, ...(now ? { now } : {}) });
    onTestFinished(() => store.close());
    return store;
  };

  it('is whole although the bot writes meanwhile, and is for its owner only', async () => {
    const { file, to } = files();
    const store = await openAt(file, () => START);
    const ids = Array.from({ length: 200 }, (_, index) => `nonce-${index}`);
    for (const id of ids.slice(0, 100)) await report(store, id);
    const writing = (async () => {
      for (const id of ids.slice(100)) await report(store, id);
    })();
    await backupSqlite({ file, to });
    await writing;
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect([`${to}-wal`, `${to}-journal`, `${to}.unfinished`].filter(existsSync)).toEqual([]);
    const copy = new DatabaseSync(to, { readOnly: true });
    const count = (table: string) => Number(copy.prepare(`select count(*) as n from ${table}`).get()?.n);
    expect(count('outage')).toBeGreaterThanOrEqual(100);
    // Of each outage all of it or nothing.
    expect([count('outage_event'), count('deadline')]).toEqual([count('outage'), count('outage')]);
    expect(copy.prepare("select value from counter where name = 'outage'").get()?.value).toBe(1000 + count('outage'));
    copy.close();
  });

  it('is not made over another, nor of nothing', async () => {
    const { file, to } = files();
    await expect(backupSqlite({ file, to })).rejects.toThrow('there is no store at');
    await openAt(file);
    await backupSqlite({ file, to });
    await expect(backupSqlite({ file, to })).rejects.toThrow('exists already');
  });

  it('has the files that people sent', async () => {
    const { file, to } = files();
    const store = await openAt(file, () => START);
    await store.files.expect(
      {
        ...{ batch: 'batch', outageId: 'nonce-1', person: { id: storedPersonKey('aad-mia'), name: 'Mia' }, tenantId: 't', locale: 'en' },
        ...{ shared: false, files: [{ kind: 'file', name: 'x.log', url: 'https://teams.example/x' }] },
      },
      10,
    );
    const [waiting] = await store.files.claim(1, 1_000);
    const data = Buffer.alloc(700_000, 'x');
    await store.files.keep(waiting?.id ?? '', { name: 'x.log', kind: 'text', data, preview: null }, 1_000_000);
    await backupSqlite({ file, to });
    await store.close();
    await restoreSqlite({ file, from: to, replace: true });
    const again = await openAt(file, () => START);
    const [kept] = await again.files.of('nonce-1');
    const parts: Uint8Array[] = [];
    for await (const part of again.files.read(kept ?? { hash: '' }, 'original')) parts.push(part);
    expect(Buffer.concat(parts).equals(data)).toBe(true);
  });

  it('brings back no address of a calendar, which somebody may have withdrawn since', async () => {
    const { file, to } = files();
    const store = await openAt(file, () => START);
    await store.onCallNotices.knownSince();
    await store.calendars.make({ hash: 'hash-1', personId: 'sam', of: 'primary' });
    await backupSqlite({ file, to });
    await store.calendars.withdraw({ personId: 'sam', of: 'primary' });
    await store.close();
    await restoreSqlite({ file, from: to, replace: true });
    const again = await openAt(file, () => START);
    await again.onCallNotices.knownSince();
    expect(await again.calendars.find('hash-1')).toBeNull();
    await again.calendars.make({ hash: 'hash-2', personId: 'sam', of: 'primary' });
    await again.onCallNotices.knownSince();
    expect(await again.calendars.find('hash-2')).not.toBeNull();
  });

  it('is taken up: promises go on with one ping, what waited goes out labelled, no number is given twice', async () => {
    const { file, to } = files();
    await livesOn(await startBot((now) => openAt(file, now)), () => backupSqlite({ file, to, now: () => START }));
    expect(await restoreSqlite({ file, from: to, replace: true })).toEqual(restored(file, START));
    await expectTakenUp(await startBot((now) => openAt(file, now)));
  });

  it('is told by one of several bots, and again by the other when Teams does not take it', async () => {
    const { file, to } = files();
    await livesOn(await startBot((now) => openAt(file, now)), () => backupSqlite({ file, to, now: () => START }));
    await restoreSqlite({ file, from: to, replace: true });
    const bot = await startBot((now) => openAt(file, now));
    const told: string[] = [];
    const recovery = (name: string, tell = async () => void told.push(name)) =>
      createRestoreRecovery({ restores: bot.store.restores, handle: bot.handle, tell, log });
    const one = recovery('one', () => Promise.reject(new Error('no connection')));
    const other = recovery('other');
    const turn = async () => {
      await Promise.all([one.ready(), one.ready(), other.ready()]);
      await Promise.all([one.idle(), other.idle()]);
    };
    await turn();
    await turn();
    expect(told).toEqual([]);
    const marks = await Promise.all(['nonce-1', 'nonce-2'].map((id) => bot.store.outages.read(id)));
    expect(marks.map((mark) => mark?.events.map(({ type }) => type))).toEqual([
      ['reported', 'restored'],
      ['reported', 'restored'],
    ]);
    bot.clock.advance(30_000);
    await other.ready();
    await other.idle();
    await turn();
    await recovery('a third one, started later').ready();
    expect(told).toEqual(['other']);
  });

  it('is not put under a bot that runs, nor over a store unasked, which is kept beside it when it is', async () => {
    const { file, to } = files();
    const store = await openAt(file, () => START);
    await report(store, 'nonce-1');
    await backupSqlite({ file, to });
    await report(store, 'nonce-2');
    await expect(restoreSqlite({ file, from: to, replace: true })).rejects.toThrow('a bot is running on');
    await store.close();
    await expect(restoreSqlite({ file, from: to, replace: false })).rejects.toThrow('add --yes');
    const { kept } = await restoreSqlite({ file, from: to, replace: true });
    const restored = await openAt(file);
    expect([await restored.outages.read('nonce-1'), await restored.outages.read('nonce-2')]).toEqual([expect.anything(), null]);
    const old = await openAt(String(kept));
    expect(await old.outages.read('nonce-2')).not.toBeNull();
  });

  it('that was put back by other means is taken up like one of ours', async () => {
    const { file, to } = files();
    await livesOn(await startBot((now) => openAt(file, now)), async () => copyFileSync(await checkpointed(file), to));
    renameSync(to, file);
    expect(await restoreSqlite({ file, from: file, replace: true })).toEqual(restored(file, START));
    await expectTakenUp(await startBot((now) => openAt(file, now)));
  });

  it('that is damaged, none of ours or newer is refused, and the store stays as it is', async () => {
    const { file, to } = files();
    const store = await openAt(file, () => START);
    for (let index = 0; index < 50; index++) await report(store, `nonce-${index}`);
    await backupSqlite({ file, to });
    await store.close();
    const whole = readFileSync(to);
    const before = readFileSync(file);
    const refuses = async (reason: string) => {
      await expect(restoreSqlite({ file, from: to, replace: true })).rejects.toThrow(reason);
      expect(readFileSync(file).equals(before)).toBe(true);
    };
    writeFileSync(to, whole.subarray(0, whole.length / 2));
    await refuses(to);
    writeFileSync(to, 'Shopping list: '.repeat(500));
    await refuses(`${to} is no backup of SQLite. One of PostgreSQL is put back with DATABASE_URL set`);
    writeFileSync(to, '');
    await refuses('is no backup of SQLite');
    const other = new DatabaseSync(to);
    other.exec('create table shopping (item text)');
    other.close();
    await refuses('holds no store of this bot');
    await expect(restorePostgres({ url: 'postgres://127.0.0.1:1/x', from: to, replace: true, environment: {} })).rejects.toThrow(
      'is no backup of PostgreSQL. One of SQLite is put back without DATABASE_URL; npx outage-desk move',
    );
    await expect(restoreSqlite({ file, from: path.dirname(to), replace: true })).rejects.toThrow('cannot be read: EISDIR');
    writeFileSync(to, whole);
    const newer = new DatabaseSync(to);
    newer.exec("insert into kysely_migration values ('999-later', '')");
    newer.close();
    await refuses('was made by a newer bot (999-later)');
  });
});

describe('a backup of a PostgreSQL store', () => {
  it('is asked for without the password in the list of processes', () => {
    const { dbname, password } = connectionOf('postgres://desk:s%40fe@db.example:5433/outages?sslmode=no-verify&uselibpqcompat=true');
    expect(password).toEqual({ PGPASSWORD: 's@fe' });
    expect(dumpArguments(dbname, 'x')).toContain('--dbname=postgres://desk@db.example:5433/outages?sslmode=require');
    expect(runArguments(dbname, 'x')).toEqual(expect.arrayContaining(AFTER_RESTORE.map((statement) => `--command=${statement}`)));
    const odd = connectionOf('postgres://desk:100%@db.example/outages?password=s3cret');
    expect(odd).toEqual({ dbname: 'postgres://desk@db.example/outages', password: { PGPASSWORD: 's3cret' } });
  });

  it('says so when the server is not there', async () => {
    const to = path.join(testFolder(), 'copy');
    const away = backupPostgres({ url: 'postgres://desk:s3cret@127.0.0.1:1/desk', to, environment: {} });
    await expect(away).rejects.toThrow(/^PostgreSQL at 127.0.0.1:1\/desk says: connect ECONNREFUSED 127.0.0.1:1$/);
  });
});

const openUrl = (url: string) => async (now: () => number) => {
  const store = openPostgres({ url, now, log });
  onTestFinished(() => store.close());
  await store.ready();
  return store;
};

describe('an older state of a PostgreSQL store', { tags: 'full' }, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, START_LIMIT_MS);
  afterAll(() => postgres.stop(), START_LIMIT_MS);

  it('says what to install where the tools are missing, and leaves nothing behind', async () => {
    const url = await postgres.createDatabase();
    const folder = testFolder();
    const backup = () => backupPostgres({ url, to: path.join(folder, 'copy'), environment: { PATH: '/nowhere' } });
    await expect(backup()).rejects.toThrow('there is no store in the database');
    await openUrl(url)(() => START);
    await expect(backup()).rejects.toThrow('pg_dump is not there. Install');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that was put back by other means is taken up like one of ours', async () => {
    const url = await postgres.createDatabase();
    const copy = postgres.url('older');
    const copied = async () => {
      const database = new URL(url).pathname.slice(1);
      // A template may have no connections; the bot's pool opens others.
      await postgres.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
      await postgres.query(`create database older template ${database}`);
      await markPostgresRestored(copy);
    };
    const bot = await startBot(openUrl(url));
    await livesOn(bot, async () => {
      await copied();
      // The first query after the cut may find the connection broken.
      await bot.store.ready().catch(() => {});
    });
    const taker = await startBot(openUrl(copy));
    await expect(markPostgresRestored(copy)).rejects.toThrow('bots are connected');
    await expectTakenUp(taker);
  });

  it('2.5: is not kept from it by what a pooler still holds of bots that have ended', async () => {
    const url = await postgres.createDatabase();
    const store = await openUrl(url)(() => START);
    await report(store);
    await store.close();
    const held = new pg.Client({ connectionString: url, application_name: BOT_NAME });
    await held.connect();
    onTestFinished(() => held.end());
    await expect(markPostgresRestored(url)).rejects.toThrow('bots are connected');
    // Two minutes later, as the server's own view would show it.
    await postgres.query('create schema later', url);
    const passed = "state_change - interval '2 minutes' as state_change";
    await postgres.query(
      `create view later.pg_stat_activity as select datname, application_name, state, ${passed} from pg_catalog.pg_stat_activity`,
      url,
    );
    const later = `${url}?options=${encodeURIComponent('-c search_path=later,pg_catalog,public')}`;
    expect(await markPostgresRestored(later)).toMatchObject({ open: 1 });
    await held.query('begin');
    await expect(markPostgresRestored(later)).rejects.toThrow('bots are connected');
  });
});

describe.runIf(systemPostgres)(
  "a backup by PostgreSQL's own tools (only where they and their server are installed)",
  { tags: 'full' },
  () => {
    let server: Awaited<ReturnType<typeof startSystemPostgres>>;
    const environment = { PATH: process.env.PATH };
    beforeAll(async () => {
      server = await startSystemPostgres();
    }, START_LIMIT_MS);
    afterAll(() => server.stop(), START_LIMIT_MS);

    it('is taken while the bot works, refused under one that runs or over a store unasked, and taken up', async () => {
      const url = server.createDatabase('desk');
      const to = path.join(testFolder(), 'copy.backup');
      const bot = await startBot(openUrl(url));
      const restore = (replace: boolean) => restorePostgres({ url, from: to, replace, environment });
      await livesOn(bot, async () => {
        await backupPostgres({ url, to, environment });
        expect(statSync(to).mode & 0o777).toBe(0o600);
        await expect(restore(true)).rejects.toThrow('bots are connected');
        // A bot that comes while the restore is under way is noticed too, and all of it is undone.
        const nothing = path.join(testFolder(), 'nothing.sql');
        writeFileSync(nothing, '');
        const underway = promisify(execFile)('psql', runArguments(connectionOf(url).dbname, nothing));
        await expect(underway).rejects.toThrow('bots are connected');
      });
      await expect(restore(false)).rejects.toThrow('add --yes');
      expect(await restore(true)).toEqual({ ...restored(expect.stringContaining('/desk'), expect.any(Number)), kept: null });
      await expectTakenUp(await startBot(openUrl(url)));
    });

    it('is neither made nor restored by a bot that went back to before the next version, whose tables would be lost or left', async () => {
      const url = server.createDatabase('gone_back');
      await (await openUrl(url)(() => START)).close();
      const before = path.join(testFolder(), 'before.backup');
      await backupPostgres({ url, to: before, environment });
      await psql(url, "create table more (n integer); insert into kysely_migration values ('999-more', '2999-01-01')");
      await psql(url, "update counter set value = value + 1 where name = 'format'");
      await (await openUrl(url)(() => START)).close();
      const to = path.join(testFolder(), 'copy.backup');
      await expect(backupPostgres({ url, to, environment })).rejects.toThrow('Make it with that version');
      await expect(restorePostgres({ url, from: before, replace: true, environment })).rejects.toThrow('Restore with that version');
      expect(existsSync(to)).toBe(false);
      await expect(openForTools({ url, file: '' })).rejects.toThrow('a newer version of the bot made the store (999-more)');
    });

    it('is put into an empty database of a server that speaks German', async ({ skip }) => {
      const url = server.createDatabase('leer');
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      onTestFinished(() => client.end());
      const said = await client.query('select 1 from outage').catch((error: Error) => error.message);
      if (!String(said).includes('existiert nicht')) skip('the German texts of PostgreSQL are not installed');
      expect(await describeStore({ url, file: '' })).toBe(null);
      await (await openUrl(url)(() => START)).close();
      expect(await describeStore({ url, file: '' })).toContain('outages, drills and requests: 0');
    });

    const psql = async (url: string, text: string) =>
      (
        await promisify(execFile)('psql', ['--no-psqlrc', '--quiet', '--tuples-only', `--dbname=${url}`, `--command=${text}`])
      ).stdout.trim();

    it('is put into an empty database too; what is no backup, or half of one, changes nothing', async () => {
      const to = path.join(testFolder(), 'copy.backup');
      const source = server.createDatabase('source');
      await report(await openUrl(source)(() => START));
      await backupPostgres({ url: source, to, environment });
      const url = server.createDatabase('target');
      const restore = (from: string) => restorePostgres({ url, from, replace: false, environment });
      writeFileSync(`${to}.other`, 'Shopping list');
      await expect(restore(`${to}.other`)).rejects.toThrow('is no backup of PostgreSQL');
      const whole = readFileSync(to);
      writeFileSync(`${to}.half`, whole.subarray(0, whole.length / 2));
      await expect(restore(`${to}.half`)).rejects.toThrow('pg_restore failed');
      expect(await psql(url, "select count(*) from pg_tables where schemaname = 'public'")).toBe('0');
      expect(await restore(to)).toMatchObject({ open: 1, repeats: 2 });
    });

    it('of an older bot is brought up to date in the place of a newer one; what belongs to others is neither taken nor touched', async () => {
      const to = path.join(testFolder(), 'copy.backup');
      const older = server.createDatabase('older');
      const store = await openUrl(older)(() => START);
      await report(store);
      await store.close();
      await psql(
        older,
        "drop table follow, chosen, look, outage_numbers; drop index delivery_heard; alter table room drop column chosen; drop table maintenance, maintenance_told; drop table on_call_notice; drop table calendar; drop table file; drop table file_part; drop table tenant; alter table lane drop column tenant; alter table room drop column tenant; drop index delivery_pings; drop index delivery_of_lane; drop index outage_of_request; alter table outage drop column request_number; drop index delivery_thread; create index delivery_thread on delivery (conversation_id) where kind = 'opening' and place = 'desk'; drop index outage_alike; alter table outage drop column owner_id; drop index outage_by_reporter, outage_open_of_reporter, outage_by_state, outage_by_project, outage_open_of_project, outage_open_of_environment, outage_open_of_scenario; create index outage_in_state on outage (state); delete from counter where name in ('drill', 'request'); drop table draft; alter table outage drop column desk_unreached; drop index delivery_no_thread; drop table personal; drop table to_forget; alter table outage drop column head, drop column ended_at; alter table outage_event drop column hash; drop table refusal; drop index outage_event_by_age; alter table outage_event drop column client; delete from kysely_migration where name >= '009'",
      );
      await psql(older, 'create table invoice (n integer); insert into invoice values (1)');
      await backupPostgres({ url: older, to, environment });
      const url = server.createDatabase('newer');
      await (await openUrl(url)(() => START)).close();
      await psql(url, 'create table invoice (n integer); insert into invoice values (2)');
      await restorePostgres({ url, from: to, replace: true, environment });
      const restored = await openUrl(url)(() => START);
      expect((await restored.outages.read('nonce-1'))?.outage.number).toBe(1001);
      expect(await restored.deliveries.claimLanes(10, 1_000, 9)).toHaveLength(3);
      expect(await psql(url, 'select n from invoice')).toBe('2');
    });
  },
);
