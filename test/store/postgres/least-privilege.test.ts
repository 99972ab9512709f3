/** The bots' role on PostgreSQL owns nothing: it can do all of their work, and nothing that would undo it. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPostgres, prepareDatabase } from '../../../src/store/postgres/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { reporter } from '../../support/outage/sample.ts';
import { SAMPLES } from '../../support/outage/states.ts';
import { EMPTY_STORE, startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { storeContract } from '../contract/contract.ts';
import { act, report } from '../contract/stores.ts';

const START_LIMIT_MS = 300_000;
const ROLE = 'outage desk-bot"s';
let postgres: TestPostgres;
let asOwner: string;
let asBot: string;

const as = (url: string, user: string, password: string) =>
  Object.assign(new URL(url), { username: encodeURIComponent(user), password }).href;

beforeAll(async () => {
  postgres = await startPostgres();
  const admin = await postgres.createDatabase();
  await postgres.query("create role owner login password 'o'", admin);
  await postgres.query(`create role "${ROLE.replaceAll('"', '""')}" login password 'b'`, admin);
  await postgres.query('alter schema public owner to owner', admin);
  asOwner = as(admin, 'owner', 'o');
  asBot = as(admin, ROLE, 'b');
  await prepareDatabase(asOwner, ROLE);
  // A second time changes nothing.
  await prepareDatabase(asOwner, ROLE);
}, START_LIMIT_MS);
afterAll(() => postgres.stop(), START_LIMIT_MS);

function open(url: string, now?: () => number): Store {
  const store = openPostgres({ url, log: silentLog(), ...(now ? { now } : {}) });
  onTestFinished(() => store.close());
  return store;
}

async function emptied(): Promise<void> {
  await postgres.query(EMPTY_STORE, asOwner);
}

describe("the store with the bots' own role", () => {
  storeContract(async () => {
    await emptied();
    const clock = fakeClock();
    return { store: open(asBot, clock.now), second: open(asBot, clock.now), clock };
  });

  it.each([
    ['forget', /^Removed from the outages that have ended: 1\./],
    ['person', /^\{\n {2}"person": "aad-mia",/],
    ['leave', /^People of 7e9a1c00-0000-4000-8000-00000000aaaa: 0\./],
    ['verify', /: 0 wrong\. Head /],
    ['audit', /"decided":"reported"/],
    ['export', /^2 events of 1 outage: /],
    ['numbers', /^The numbers of 1 outage are in /],
  ])('is enough for outage-desk %s', async (tool, said) => {
    await emptied();
    const store = open(asBot);
    await report(store);
    await act(store, { ...SAMPLES.withdraw, outageId: 'nonce-1' });
    const table = [path.join(testFolder(), 'all.csv')];
    const tenant = '7e9a1c00-0000-4000-8000-00000000aaaa';
    const args =
      { forget: [reporter.id, '--yes'], person: [reporter.id], leave: [tenant, '--yes'], export: table, numbers: table }[tool] ?? [];
    const env = { ...childEnvironment(), DATABASE_URL: asBot, DESK_FILE: 'env/playground.desk.yaml' };
    const ended = spawnSync(process.execPath, ['src/outage-desk.ts', tool, ...args], { env, encoding: 'utf8' });
    expect(ended).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(said) });
  });

  it.each([
    ['change what was recorded', "update outage_event set data = '{}'"],
    ['delete what was recorded', 'delete from outage_event'],
    ['change from where it was done', "update outage_event set client = 'card Web'"],
    ['change what was refused', "update refusal set reason = 'unreadable'"],
    ['empty a table', 'truncate cache'],
    ['drop a table', 'drop table outage_event'],
    ['change a table', 'alter table outage add column x text'],
    ['make a table', 'create table mine (id text)'],
    ['say which migrations ran', 'delete from kysely_migration'],
    ['make a role', 'create role another'],
    ['read a file of the server', "select pg_read_file('postgresql.conf')"],
    ['run a program', "copy cache from program 'true'"],
  ])('cannot %s', async (_what, statement) => {
    await report(open(asBot), `nonce-${Math.random()}`).catch(() => {});
    await expect(postgres.query(statement, asBot)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('tells a database that is empty or does not answer from a store of another version', async () => {
    const said = (url: string, tool: string, ...args: string[]) =>
      spawnSync(process.execPath, ['src/outage-desk.ts', tool, ...args], {
        env: { ...childEnvironment(), DATABASE_URL: url },
        encoding: 'utf8',
      }).stderr;
    expect(said(await postgres.createDatabase(), 'verify')).toContain('there is no store here yet. Set DATABASE_URL');
    expect(said('postgres://desk@127.0.0.1:1/desk', 'verify')).toMatch(
      /the store cannot be read: connect ECONNREFUSED.* Look at DATABASE_URL/,
    );
    expect(said(as(asOwner, 'nobody', 'x'), 'verify')).toContain(
      'the store cannot be read: password authentication failed for user "nobody"',
    );
    expect(said(asOwner, 'migrate', '--grant-to', 'nobot')).toContain('role "nobot" does not exist');
  });

  it('says what to do when the tables are not there yet, and makes none', async () => {
    const fresh = await postgres.createDatabase();
    await postgres.query(`grant connect on database ${new URL(fresh).pathname.slice(1)} to public`, fresh);
    await expect(open(as(fresh, ROLE, 'b')).ready()).rejects.toThrow(/npx outage-desk migrate/);
  });
});
