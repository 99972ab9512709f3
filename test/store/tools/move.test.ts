/** Moving from SQLite to PostgreSQL: all of it arrives as it was, promises go on at their times, and a move that is broken off leaves nothing. */
// @module-tag full
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createHandle } from '../../../src/engine/handle.ts';
import { createDeadlineKeeper } from '../../../src/engine/timers/deadlines.ts';
import { LEAST_URGENT } from '../../../src/outage/notices.ts';
import { hashOf } from '../../../src/store/outages/record.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { TABLES } from '../../../src/store/tables.ts';
import { type Moved, moveToPostgres } from '../../../src/store/tools/move.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { START } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import {
  colleague,
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleOnCall,
  sampleReport,
  sampleUpdateAction,
} from '../../support/outage/sample.ts';
import { copyOutages } from '../../support/store/many-outages.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { act, begins, claim, drain, nextOf, report } from '../contract/stores.ts';

const START_LIMIT_MS = 180_000;
const MINUTE_MS = 60_000;
const LEASE_MS = 15_000;
const OUTAGES = 10_000;
/** What one database quotes and the other does not, or writes in another way. */
const STRANGE = `{"a": "b\\u0000 \\\\ \\n"}\n\t'one' "two" \\ \\x41 {1,2} NULL $1 ☎ 🔥 é`;
const BYTES = Buffer.concat([Buffer.from([0, 0, 255, 39, 92, 10, 0]), randomBytes(600_000)]);
/** The last deadline of the one that waits; see the ladder in the sample. */
const REMINDER_AT = START + 15 * MINUTE_MS;
const root = path.join(import.meta.dirname, '../../..');
const log = silentLog();

let postgres: TestPostgres;
let folder: string;

beforeAll(async () => {
  postgres = await startPostgres();
  folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-move-'));
  await fill(path.join(folder, 'filled.sqlite'));
}, START_LIMIT_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await postgres.stop();
}, START_LIMIT_MS);

/** A store of 10,000 outages with something in every table, left in the middle of its work. */
async function fill(file: string): Promise<void> {
  const store = await openSqlite({ file, now: () => START, log });
  await store.follows.follow({ person: colleague, tenantId: 'tenant', projectId: sampleReport.project.id });
  await store.follows.choose(colleague.id, { noise: 'turning-points', mostADay: 4 });
  await report(store, 'nonce-1');
  await act(store, sampleAcknowledgeAction());
  await act(store, sampleUpdateAction({ text: STRANGE }));
  await drain(store);
  await report(store, 'nonce-2');
  await fillMore(store);
  await store.close();
  const database = new DatabaseSync(file);
  await multiply(database);
  fillTheRest(database);
  database.close();
  await beginToSend(file);
}

/** By the ports, so that the ports can be asked for it afterwards. */
async function fillMore(store: Store): Promise<void> {
  const files = [{ kind: 'picture', name: 'a.png', url: 'https://teams.example/1' }] as const;
  const person = { id: reporter.id, name: reporter.name };
  await store.files.expect({ batch: 'one', outageId: 'nonce-1', person, tenantId: 'tenant', locale: 'en', shared: false, files }, 10);
  const [file] = await store.files.claim(1, LEASE_MS);
  const preview = { kind: 'jpeg', data: BYTES.subarray(0, 20) } as const;
  await store.files.keep(file?.id ?? '', { name: 'a.png', kind: 'png', data: BYTES, preview }, 100_000_000);
  await store.drafts.save({ nonce: 'draft-1', personId: colleague.id, data: { title: `It is down \ud83d ${STRANGE}` } }, true);
  const room = { conversationId: '19:board@thread.tacv2', kind: 'channel', teamId: 'team', tenantId: null, name: STRANGE } as const;
  await store.rooms.choose(room, { as: 'follower', projects: ['shop'] });
  await store.overrides.make({ personId: engineer.id, target: { level: 'primary' }, until: START + 60 * MINUTE_MS });
  await store.calendars.make({ personId: engineer.id, of: 'primary', hash: 'a hash' });
  await store.onCallNotices.begin({ kind: 'week', at: START, personId: '' });
  const window = {
    id: 'w1',
    projectId: 'shop',
    environments: ['live'],
    from: START,
    until: START + 60 * MINUTE_MS,
    what: STRANGE,
    by: null,
  };
  await store.maintenance.save(window);
  await store.maintenance.begin({ windowId: 'w1', conversationId: room.conversationId, tenantId: 'tenant', said: START });
  await store.looks.saw(colleague.id, [{ id: 'nonce-1', version: 2 }]);
  await store.cache.set('kept', STRANGE);
  await store.cache.set('over', 'over', 1);
  const refusal = { person: { id: colleague.id, name: STRANGE }, what: 'resolve', outageId: 'nonce-1', number: null } as const;
  await store.audit.refused({ ...refusal, reason: 'not-permitted', client: 'card iOS', conversationId: 'a:eve' });
}

/** Copies, each with hashes of its own, so that the record is one that can be verified. */
async function multiply(database: DatabaseSync): Promise<void> {
  database.exec('pragma foreign_keys = off; begin');
  const run = async (text: string) => database.prepare(text).all();
  await copyOutages({ run, isPostgres: false }, [
    { of: 'nonce-1', count: OUTAGES / 2 - 1 },
    { of: 'nonce-2', count: OUTAGES / 2 - 1 },
  ]);
  const events = database.prepare('select * from outage_event order by outage_id, seq').all();
  const setHash = database.prepare('update outage_event set hash = ? where outage_id = ? and seq = ?');
  const setHead = database.prepare('update outage set head = ? where id = ?');
  let head = '';
  for (const { outage_id, seq, type, at, data, client } of events) {
    const link = { outageId: String(outage_id), seq: Number(seq), type: String(type), at: Number(at), data: String(data) };
    head = hashOf(link.seq === 1 ? '' : head, { ...link, client: String(client ?? '') });
    setHash.run(head, link.outageId, link.seq);
    setHead.run(head, link.outageId);
  }
  const [last] = database.prepare('select max(number) as number from outage').all();
  database.prepare("update counter set value = ? where name = 'outage'").run(Number(last?.number));
  // The copies have numbers of their own: as after a restore, some are left out.
  database.exec("insert into counter (name, value) values ('skipped-outage-1002', 8997); commit; pragma foreign_keys = on");
}

/** A row of strange values in each table that has none yet. */
function fillTheRest(database: DatabaseSync): void {
  for (const table of TABLES) {
    if (database.prepare(`select 1 from ${table} limit 1`).get()) continue;
    const columns = database.prepare(`select name, type, ("notnull" or pk) as needed from pragma_table_info('${table}')`).all();
    const values = columns.map(({ type, needed }, index) => {
      if (!needed) return null;
      return type === 'text' ? `${STRANGE} ${index}` : type === 'bigint' ? 2 ** 52 + index : 2 ** 31 - 1 - index;
    });
    database.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`).run(...values);
  }
  // The bot's texts have none; a file that was changed by hand may.
  database.prepare('update room set name = ?').run('a null\0character');
}

/** One message is being sent and one deadline handled in the moment of kill -9. */
async function beginToSend(file: string): Promise<void> {
  const store = await openSqlite({ file, now: () => REMINDER_AT - 10 * MINUTE_MS, log });
  const lane = await claim(store, 'desk');
  await begins(store, lane, (await nextOf(store, lane)).key);
  await store.close();
  const database = new DatabaseSync(file);
  database.exec(
    `update deadline set lease_until = ${REMINDER_AT + 60 * MINUTE_MS} where outage_id = 'nonce-2'; pragma wal_checkpoint(truncate)`,
  );
  database.close();
}

/** The filled file, for one test to change. */
function copyOfFilled(): string {
  const file = path.join(testFolder(), 'desk.sqlite');
  copyFileSync(path.join(folder, 'filled.sqlite'), file);
  return file;
}

function openAt(url: string, now: () => number): Store {
  const store = openPostgres({ url, now, log });
  onTestFinished(() => store.close());
  return store;
}

const isEmpty = async (url: string): Promise<boolean> => (await postgres.query('select 1 from outage limit 1', url)).length === 0;

type Value = string | number | null;
/** All rows of a table in one order, as both databases can say them. */
function asText(rows: readonly Readonly<Record<string, unknown>>[], changed: (row: Record<string, Value>) => object): readonly string[] {
  const plain = (value: unknown): Value => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    return typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : (value as Value);
  };
  const sorted = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  return sorted.map((row) => JSON.stringify(Object.entries(changed(row)).sort())).sort();
}

/** Moved once, and asked in the order of these tests. */
describe('a store that moves to PostgreSQL', () => {
  let url: string;
  let moved: Moved;
  const done: number[] = [];
  const file = () => path.join(folder, 'moved.sqlite');
  beforeAll(async () => {
    url = await postgres.createDatabase();
    copyFileSync(path.join(folder, 'filled.sqlite'), file());
    moved = await moveToPostgres({ file: file(), url, report: (some, all) => void done.push(some / all) });
  }, START_LIMIT_MS);

  it('has the same rows there in every table, but for leases that a killed bot held and what is over in the cache', async () => {
    expect(done.length).toBeGreaterThan(TABLES.length);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(done.at(-1)).toBe(1);
    expect(readFileSync(file()).equals(readFileSync(path.join(folder, 'filled.sqlite')))).toBe(true);
    const database = new DatabaseSync(file(), { readOnly: true });
    onTestFinished(() => database.close());
    let count = 0;
    for (const table of TABLES) {
      const where = table === 'cache' ? `where expires_at is null or expires_at > ${Date.now()}` : '';
      const had = asText(database.prepare(`select * from ${table} ${where}`).all(), ({ lease_until, name, ...row }) => ({
        ...row,
        ...(name === undefined ? {} : { name: table === 'room' ? String(name).replace('\0', '') : name }),
        ...(lease_until === undefined ? {} : { lease_until: 0 }),
      }));
      expect(had.length, table).toBeGreaterThan(0);
      expect(
        asText(await postgres.query(`select * from ${table}`, url), (row) => row),
        table,
      ).toEqual(had);
      count += had.length;
    }
    expect(moved).toMatchObject({ file: file(), rows: count, place: expect.stringMatching(/^PostgreSQL at 127\.0\.0\.1:\d+\/test_\w+$/) });
    expect(moved.verified).toMatchObject({ outages: OUTAGES, problems: [] });
  });

  it('is the same to the bot by each port, and gives the next numbers and positions', async () => {
    const now = () => START + MINUTE_MS;
    const there = openAt(url, now);
    const here = await openSqlite({ file: file(), now, log });
    onTestFinished(() => here.close());
    const everything = async ({ outages, ...store }: Store) => {
      const ids = (await outages.list({ projects: null, personId: null, states: null, limit: 50 })).map(({ outage }) => outage.id);
      const [file] = await store.files.of('nonce-1');
      const bytes: Uint8Array[] = [];
      for await (const part of store.files.read(file ?? { hash: '' }, 'original')) bytes.push(part);
      return {
        records: await Promise.all(['nonce-1', 'nonce-2', ...ids].map((id) => outages.read(id))),
        ledgers: await Promise.all(['nonce-1', 'nonce-2'].map((id) => store.deliveries.ledger(id))),
        due: [await store.deadlines.nextDueAt(), await store.deliveries.nextDueAt(), await store.receipts.nextDueAt(0)],
        figure: await store.numbers.figure({ from: 0, until: now() }, null),
        rooms: await store.rooms.all(),
        overrides: await store.overrides.list(),
        maintenance: [await store.maintenance.list(), await store.maintenance.told(['w1'])],
        follows: [await store.follows.projectsOf(colleague.id), await store.follows.chosenBy(colleague.id)],
        draft: await store.drafts.find('draft-1'),
        looks: await store.looks.of(colleague.id),
        calendars: await store.calendars.of(engineer.id),
        told: await store.onCallNotices.told(0),
        refusals: await store.audit.refusalsOf('nonce-1', 9),
        cached: [await store.cache.get('kept'), await store.cache.get('over')],
        file,
        bytes: Buffer.concat(bytes).toString('hex'),
        personal: await store.personal.find(reporter.id),
      };
    };
    const [one, other] = [await everything(here), await everything(there)];
    // A text with a null character is none for PostgreSQL.
    expect(other).toEqual({ ...one, rooms: one.rooms.map((room) => ({ ...room, name: room.name.replace('\0', '') })) });
    expect(other.bytes).toBe(BYTES.toString('hex'));
    expect(other.records[0]?.events.at(-1)).toMatchObject({ text: STRANGE });
    const last = Math.max(...one.records.map((record) => record?.outage.number ?? 0));
    const { outage } = await report(there, 'nonce-3');
    expect(outage.number).toBe(last + 1);
    const positions = await postgres.query('select outage_id from delivery order by position desc limit 1', url);
    expect(positions).toEqual([{ outage_id: 'nonce-3' }]);
    await there.audit.refused({
      ...{ person: { id: 'eve', name: 'Eve' }, what: 'resolve', outageId: 'nonce-3', number: null },
      ...{ reason: 'not-permitted', client: 'card iOS', conversationId: 'a:eve' },
    });
    const sequences = await postgres.query("select sequencename as name from pg_sequences where schemaname = 'public' order by 1", url);
    expect(sequences.map(({ name }) => name)).toEqual(['delivery_position_seq', 'refusal_position_seq']);
  });

  it('goes on: a promise is due at the moment at which it was, and a message that was being sent is looked after at once', async () => {
    let now = REMINDER_AT - 10 * MINUTE_MS + 1;
    const store = openAt(url, () => now);
    const desk = { onCall: () => sampleOnCall, mayHear: () => true };
    const handle = createHandle({ outages: store.outages, desk, log, onStored: () => {} });
    const passDue = createDeadlineKeeper({ deadlines: store.deadlines, handle, log });
    const types = async () => (await store.outages.read('nonce-2'))?.events.map(({ type }) => type);
    const lanes = await store.deliveries.claimLanes(10, LEASE_MS, LEAST_URGENT);
    expect(lanes.map(({ id }) => id)).toContain('desk');
    now = REMINDER_AT - 1;
    expect([await passDue(), await types()]).toEqual([0, ['reported']]);
    now = REMINDER_AT;
    // And the one that was reported here.
    expect([await passDue(), await types()]).toEqual([2, ['reported', 'escalated']]);
  });
});

describe('outage-desk move', () => {
  const tool = (environment: Record<string, string>) => {
    const env = { ...childEnvironment(), ...environment };
    const child = spawn(process.execPath, ['src/outage-desk.ts', 'move'], { cwd: root, env });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => void printed.push(String(text)));
    const ended = once(child, 'close').then(([code]) => ({ code, text: printed.join('') }));
    onTestFinished(() => void child.kill('SIGKILL'));
    return { child, ended };
  };

  it('says what was moved and what to do next; killed in the middle, it leaves nothing, and is run again', async () => {
    const url = await postgres.createDatabase();
    const file = copyOfFilled();
    const environment = { DATABASE_URL: url, DATABASE_FILE: file };
    const killed = tool(environment);
    const isWriting = async () =>
      (await postgres.query(`select 1 from pg_stat_activity where query like 'insert into "delivery"%' and pid <> pg_backend_pid()`))
        .length;
    await expect.poll(isWriting, { timeout: MINUTE_MS, interval: 5 }).toBe(1);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(await isEmpty(url)).toBe(true);
    const { code, text } = await tool(environment).ended;
    expect(text).toContain(`All of ${file} is in PostgreSQL at`);
    expect(text).toContain(`The record: ${OUTAGES} outages, 20000 events, 0 wrong.`);
    expect(text).toContain('Start the bot.');
    expect(code).toBe(0);
  });

  it('names what is missing', async () => {
    expect(await tool({ DATABASE_FILE: 'x.sqlite' }).ended).toMatchObject({
      code: 1,
      text: expect.stringContaining('DATABASE_URL is missing'),
    });
  });
});

it('takes a store whose times have fractions of a ms, as bots up to 0.12 left them', async () => {
  const file = path.join(testFolder(), 'desk.sqlite');
  const store = await openSqlite({ file, now: () => START, log });
  await report(store);
  await store.close();
  const database = new DatabaseSync(file);
  database.exec('update delivery set due_at = due_at + 0.2');
  database.close();
  const url = await postgres.createDatabase();
  expect((await moveToPostgres({ file, url })).verified).toMatchObject({ outages: 1, problems: [] });
});

describe('a move is refused, and nothing is changed,', () => {
  async function small() {
    const file = path.join(testFolder(), 'desk.sqlite');
    const store = await openSqlite({ file, now: () => START, log });
    await report(store);
    return { file, store };
  }
  const closed = async () => {
    const { file, store } = await small();
    await store.close();
    return file;
  };

  it('while a bot has the file; after kill -9 it may begin', async () => {
    const url = await postgres.createDatabase();
    const file = path.join(testFolder(), 'desk.sqlite');
    const bot = spawn(process.execPath, ['test/support/store/hold-store.ts', file], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void bot.kill('SIGKILL'));
    await once(bot.stdout, 'data');
    await expect(moveToPostgres({ file, url })).rejects.toThrow(`a bot is running on ${file}. Stop it first`);
    bot.kill('SIGKILL');
    await once(bot, 'close');
    // What the bot stored last is in the log beside the file.
    expect((await moveToPostgres({ file, url })).verified).toMatchObject({ outages: 1, problems: [] });
  });

  it('where there is no file, or it is damaged, or another version made it', async () => {
    const url = await postgres.createDatabase();
    const none = path.join(testFolder(), 'none.sqlite');
    await expect(moveToPostgres({ file: none, url })).rejects.toThrow(`there is no store at ${none}. Set DATABASE_FILE`);
    const file = await closed();
    const database = new DatabaseSync(file);
    database.exec("insert into kysely_migration values ('999-later', '')");
    await expect(moveToPostgres({ file, url })).rejects.toThrow('a newer version of the bot made the store (999-later)');
    database.exec("delete from kysely_migration where name in ('999-later', '033-numbers')");
    database.close();
    await expect(moveToPostgres({ file, url })).rejects.toThrow('Start the bot of this version on it first');
    expect(await postgres.query("select 1 from pg_tables where schemaname = 'public'", url)).toEqual([]);
  });

  it('where the PostgreSQL holds something, was made by a newer bot, or has a bot on it', async () => {
    const file = await closed();
    const url = await postgres.createDatabase();
    const store = openAt(url, () => START);
    await store.ready();
    await expect(moveToPostgres({ file, url })).rejects.toThrow('bots are connected to the database');
    await store.drafts.save({ nonce: 'one', personId: 'eve', data: {} }, false);
    await store.close();
    await expect(moveToPostgres({ file, url })).rejects.toThrow(
      'the database holds a store (rows in draft). Set DATABASE_URL to an empty database',
    );
    await postgres.query("delete from draft; insert into kysely_migration values ('999-later', '2999-01-01')", url);
    await expect(moveToPostgres({ file, url })).rejects.toThrow('a newer version of the bot made the store (999-later)');
    await postgres.query("delete from kysely_migration where name = '999-later'", url);
    // What a bot that never had work left behind is empty, too.
    expect((await moveToPostgres({ file, url })).rows).toBeGreaterThan(5);
    await expect(moveToPostgres({ file, url })).rejects.toThrow('the database holds a store');
  });

  it('where the PostgreSQL is not there, or its role owns no tables', async () => {
    const file = await closed();
    const away = moveToPostgres({ file, url: 'postgres://desk:s3cret@127.0.0.1:1/desk' });
    await expect(away).rejects.toThrow('PostgreSQL at 127.0.0.1:1/desk says: connect ECONNREFUSED');
    const url = await postgres.createDatabase();
    await postgres.query("create role mover login password 'only-in-tests'", url);
    const theirs = new URL(url);
    theirs.username = 'mover';
    await expect(moveToPostgres({ file, url: theirs.href })).rejects.toThrow('may not make or change tables');
  });

  it('when something goes wrong on the way', async () => {
    const file = await closed();
    const url = await postgres.createDatabase();
    const report = (done: number) => {
      if (done >= 3) throw new Error('the cable');
    };
    await expect(moveToPostgres({ file, url, report })).rejects.toThrow('the cable');
    expect(await isEmpty(url)).toBe(true);
    expect(await postgres.query("select value from counter where name = 'outage'", url)).toEqual([{ value: '1000' }]);
    expect((await moveToPostgres({ file, url })).verified.outages).toBe(1);
  });

  it('where a row did not arrive as it was', async () => {
    const file = await closed();
    const url = await postgres.createDatabase();
    await (await openedOnce(url)).close();
    await postgres.query(
      `create function other() returns trigger language plpgsql as $$ begin new.name := 'other'; return new; end $$;
       create trigger other before insert on counter for each row when (new.name = 'probe') execute function other()`,
      url,
    );
    await expect(moveToPostgres({ file, url })).rejects.toThrow(
      /the rows of counter did not arrive as they are: (\d+) were read, \1 are there/,
    );
    expect(await isEmpty(url)).toBe(true);
  });

  it('but not by a bot that starts on the PostgreSQL in the middle: it waits, and finds all of it', async () => {
    const url = await postgres.createDatabase();
    await (await openedOnce(url)).close();
    const store = openAt(url, () => START);
    const starting: Promise<void>[] = [];
    const report = () => {
      if (starting.length === 0) starting.push(store.ready());
    };
    await moveToPostgres({ file: await closed(), url, report });
    await Promise.all(starting);
    expect(starting).toHaveLength(1);
    expect((await store.outages.read('nonce-1'))?.outage.number).toBe(1001);
  });

  async function openedOnce(url: string): Promise<Store> {
    const store = openAt(url, () => START);
    await store.ready();
    return store;
  }
});
