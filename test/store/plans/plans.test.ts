/**
 * The plan of every statement that runs in a turn or a loop, on both databases: none may read all of a table that grows. The list is
 * that of the statements that really ran, in the store's contract and in a story in which the bot is asked everything.
 */
// @module-tag full
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/store/migrate.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { copyOutages, outagesIn } from '../../support/store/many-outages.ts';
import { EMPTY_STORE, startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { storeContract } from '../contract/contract.ts';
import type { OpenStores } from '../contract/stores.ts';
import { type Finding, scansOnPostgres, scansOnSqlite } from './explain.ts';
import { ALLOWED, UNMISSED, UNREACHED } from './growth.ts';
import { type Call, callsInStore, collectStatements, type Statement } from './statements.ts';
import { everythingIsAsked } from './story.ts';

const START_LIMIT_MS = 300_000;
const log = silentLog();
const reached = new Set<string>();

/** As a sentence for each scan that is not allowed. */
const scansOf = (statement: Statement, found: readonly Finding[]): readonly string[] =>
  found
    .filter(
      ({ table, what }) =>
        !ALLOWED.some(
          ({ file, holds, by = '', ...one }) =>
            statement.site.startsWith(`${file}:`) && statement.text.includes(holds) && one.table === table && what.includes(by),
        ),
    )
    .map(({ what }) => `src/store/${statement.site} reads ${what}:\n${statement.text.trim()}`);

/** Runs contract and story, and gives what they ran. */
function whatRuns(openStores: OpenStores, open: (now: () => number) => Promise<Store>): () => readonly Statement[] {
  const statements = new Map<string, Statement>();
  let stop = () => {};
  beforeAll(() => {
    stop = collectStatements(statements);
  });
  afterAll(() => stop());
  describe('while the contract is kept', () => storeContract(openStores));
  it('while the bot is asked everything', async () => {
    await everythingIsAsked(open);
    for (const { site } of statements.values()) reached.add(site);
    expect(statements.size).toBeGreaterThan(150);
  });
  return () => [...statements.values()];
}

/** By the migrations: of two indexes that fit, SQLite takes one by the order in which they were made. */
async function migrated(): Promise<DatabaseSync> {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => database.close());
  await migrate(sqliteDialect(database, () => 0));
  return database;
}

describe('on SQLite', () => {
  const openAt = (now: () => number) => openSqlite({ file: ':memory:', now, log });
  const ran = whatRuns(async () => {
    const clock = fakeClock();
    const store = await openAt(clock.now);
    onTestFinished(() => store.close());
    return { store, second: store, clock };
  }, openAt);

  it('each statement finds what it needs by an index', async () => {
    const database = await migrated();
    expect(ran().flatMap((one) => scansOf(one, scansOnSqlite(database, one)))).toEqual([]);
  });

  it('each index is missed when it is not there', async () => {
    const database = await migrated();
    const indexes = database.prepare("select name from sqlite_master where type = 'index' and sql is not null").all();
    const unmissed = indexes.flatMap(({ name }) => {
      database.exec(`begin; drop index ${name}`);
      const isMissed = ran().some((one) => scansOf(one, scansOnSqlite(database, one)).length > 0);
      database.exec('rollback');
      return isMissed ? [] : [String(name)];
    });
    expect(unmissed.sort()).toEqual(Object.keys(UNMISSED).sort());
  });
});

describe('on PostgreSQL', () => {
  let postgres: TestPostgres;
  let shared: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    shared = await postgres.createDatabase();
    await (await openAt(() => 0)).close();
  }, START_LIMIT_MS);
  afterAll(() => postgres.stop(), START_LIMIT_MS);

  async function openAt(now: () => number): Promise<Store> {
    const store = openPostgres({ url: shared, now, log });
    await store.ready();
    return store;
  }
  const ran = whatRuns(
    async () => {
      await postgres.query(EMPTY_STORE, shared);
      const clock = fakeClock();
      const [store, second] = [await openAt(clock.now), await openAt(clock.now)];
      onTestFinished(async () => void (await Promise.all([store.close(), second.close()])));
      return { store, second, clock };
    },
    async (now) => {
      await postgres.query(EMPTY_STORE, shared);
      return await openAt(now);
    },
  );

  it('each statement finds what it needs by an index', async () => {
    const client = new pg.Client({ connectionString: shared });
    await client.connect();
    onTestFinished(() => client.end());
    const run = async (text: string) => (await client.query(text)).rows;
    const [closed = '', reported = ''] = await outagesIn({ run, isPostgres: true }, ['closed', 'reported']);
    const few = [
      { of: closed, count: 2_000 },
      { of: reported, count: 300 },
    ];
    await copyOutages({ run, isPostgres: true }, few);
    await run(SPREAD);
    await run(FILL_THE_REST);
    await run('analyze');
    // Of few rows it would rather read all than look up some of them.
    await run('set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off');
    const indexes = await run("select indexname as index, tablename as table from pg_indexes where schemaname = 'public'");
    const tableOf = new Map(indexes.map(({ index, table }) => [String(index), String(table)]));
    const found: string[] = [];
    for (const one of ran()) found.push(...scansOf(one, await scansOnPostgres(client, one, tableOf)));
    expect(found).toEqual([]);
  });
});

/** Of many projects and people, so that those of one are few. */
const SPREAD = `update outage set project_id = 'project-' || number % 50, environment_id = 'environment-' || number % 100,
  scenario_id = 'scenario-' || number % 40, reporter_id = 'person-' || number % 90, owner_id = 'person-' || number % 30
  where number > 10000`;

/** Some thousand rows in the tables that no outage fills. */
const FILL_THE_REST = `
  insert into lane (id) select 'lane-' || n from generate_series(1, 2000) n;
  insert into pace (scope, sent) select 'scope-' || n, n from generate_series(1, 2000) n;
  insert into pace_slot (scope, slot, at) select 'scope-' || n, 1, n from generate_series(1, 2000) n;
  insert into cache (key, value, expires_at) select 'key-' || n, '1', n from generate_series(1, 2000) n;
  insert into draft (nonce, person_id, data, touched_at, nudge, held_until)
    select 'draft-' || n, 'person-' || n, '{}', n, 0, 0 from generate_series(1, 2000) n;
  insert into file (id, batch, outage_id, person_id, person_name, tenant, locale, shared, name, state, address, why, secret, kind, hash, bytes,
      preview_bytes, attempts, received_at, due_at, lease_until)
    select 'file-' || n, 'batch-' || n, 'copy-' || n, 'person-' || n, '', '', 'en', 0, 'x', 'added', '', '', '', 'png', 'hash-' || n, 1,
      0, 1, n, n, 0 from generate_series(1, 2000) n;
  insert into file_part (hash, variant, part, data) select 'hash-' || n, 'original', 0, decode('00', 'hex') from generate_series(1, 2000) n;
  insert into refusal (at, person_id, name, what, outage_id, asked, reason, client, conversation_id)
    select n, 'person-' || n, '', '', 'copy-' || n, '', 'not-permitted', '', '' from generate_series(1, 2000) n;
  insert into look (person_id, outage_id, version, seen_at) select 'person-' || n, 'copy-' || n, 1, n from generate_series(1, 2000) n;
  insert into follow (person_id, project_id, tenant, name, followed_at)
    select 'person-' || n, 'project-' || n % 40, '', '', n from generate_series(1, 2000) n`;

it('every call in src/store/ that runs a statement was reached, but for those of tools', () => {
  const calls = callsInStore();
  expect(calls.length).toBeGreaterThan(100);
  const isKnown = (call: Call) => UNREACHED.some(({ file, inside }) => call.file === file && call.inside === inside);
  expect(calls.filter((call) => !reached.has(call.site) && !isKnown(call))).toEqual([]);
});
