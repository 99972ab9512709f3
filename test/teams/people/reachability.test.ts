/** Whom the bot can reach, while Teams is slow: few requests at once, within a time limit. */
import { afterEach, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createClients } from '../../../src/teams/out/clients.ts';
import { HardenedAuthentication } from '../../../src/teams/out/connector.ts';
import { createServiceUrls } from '../../../src/teams/out/service-url.ts';
import { createPeople } from '../../../src/teams/people/people.ts';
import { createReachability } from '../../../src/teams/people/reachability.ts';
import { TENANT } from '../../support/bot/test-bot.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { type FakeTeams, type Hooks, startFakeTeams } from '../../support/teams/fake-teams.ts';

const TWENTY = Array.from({ length: 20 }, (_, index) => `person-${index}`);
const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

async function reachOf(limitMs: number, hooks: Hooks) {
  const teams: FakeTeams = await startFakeTeams(Date.now, hooks);
  const store = await openSqlite({ file: ':memory:', now: Date.now, log: silentLog() });
  ending.push(
    () => teams.stop(),
    () => store.close(),
  );
  await store.ready();
  const { cache } = store;
  const serviceUrls = createServiceUrls({ configured: teams.serviceUrl, loopback: true, cache });
  const clients = createClients(new HardenedAuthentication({ options: {} }, 60_000, () => true), '', serviceUrls);
  const people = createPeople({ cache, rosterOf: async () => null, botId: '', deskTenant: TENANT });
  return { teams, reach: createReachability({ clients, people, limitMs, now: Date.now, log: silentLog() }) };
}

it('asks for all, three at once', async () => {
  const { teams, reach } = await reachOf(60_000, {
    // The first is answered when two more are waiting beside it.
    judge: async ({ text }) => void (/person-0"/.test(text) && (await waiting())),
  });
  const waiting = () => teams.until(() => teams.received.length >= 2);
  expect([...(await reach.chats(TWENTY, TENANT)).keys()].sort()).toEqual([...TWENTY].sort());
});

it('waits for no answer that does not come: says what it has by then, and asks for nobody else', { tags: 'full' }, async () => {
  const { teams, reach } = await reachOf(1_000, {
    judge: async ({ text }) => (/person-[012]"/.test(text) ? undefined : 'hang'),
  });
  expect(await reach.chats(TWENTY, TENANT)).toEqual(new Map(['person-0', 'person-1', 'person-2'].map((id) => [id, 'there'])));
  expect(teams.received).toHaveLength(6);
});
