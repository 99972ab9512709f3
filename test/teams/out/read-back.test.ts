/** Looking up a message through Graph, over real HTTP: found, absent, and unknown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address, Messenger } from '../../../src/engine/ports/messenger.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { createClients } from '../../../src/teams/out/clients.ts';
import { HardenedAuthentication } from '../../../src/teams/out/connector.ts';
import { createMessenger } from '../../../src/teams/out/messenger.ts';
import { createReadBack } from '../../../src/teams/out/read-back.ts';
import { createServiceUrls } from '../../../src/teams/out/service-url.ts';
import { createTargeted } from '../../../src/teams/out/targeted.ts';
import { createGroups } from '../../../src/teams/people/groups.ts';
import { createPeople } from '../../../src/teams/people/people.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';
import { GROUP_ID } from '../../support/teams/fake-graph.ts';
import { type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';

const MINUTE_MS = 60_000;
const CHANNEL = '19:desk@thread.tacv2';
const NEW_THREAD: Address = { to: 'new-thread', room: { kind: 'channel', conversationId: CHANNEL, tenantId: 't' } };
const inConversation = (conversationId: string): Address => ({ to: 'conversation', conversationId, tenantId: 't' });
const CHAT = inConversation('19:board@thread.v2');

type Reader = Messenger & { find: NonNullable<Messenger['find']> };
let clock: FakeClock;
let teams: FakeTeams;
let store: Awaited<ReturnType<typeof openSqlite>>;
let messenger: Reader;
let log: LogLine[];

beforeEach(async () => {
  clock = fakeClock();
  teams = await startFakeTeams(clock.now);
  store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
  teams.graph.groups.set(CHANNEL, GROUP_ID);
  log = [];
  messenger = messengerFor(5_000);
});
afterEach(async () => {
  await teams.stop();
  await store.close();
});

function messengerFor(limitMs: number, token = async () => 'the-token'): Reader {
  const { cache } = store;
  const serviceUrls = createServiceUrls({ configured: teams.serviceUrl, loopback: true, cache });
  const clients = createClients(new HardenedAuthentication({ options: {} }, limitMs, () => true), '', serviceUrls);
  const people = createPeople({ cache, rosterOf: async () => CHANNEL, botId: '28:bot', deskTenant: 't' });
  const targeted = createTargeted({ cache, clients, people, isOn: true });
  const groups = createGroups({ cache, clients, serviceUrls, limitMs });
  const find = createReadBack({ graphUrl: teams.graph.url, token, groups, cache, limitMs, log: silentLog(log) });
  return { ...createMessenger({ clients, people, targeted, limitMs: 10_000, now: clock.now, botId: 'bot' }), find };
}

const message = (key: string) => ({ card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: key }] }, summary: '', marks: [key] });
const look = async (address: Address, key = 'the-key', since = clock.now()) =>
  (await messenger.find(address, [key], since)).get(key) ?? 'unknown';
const threads = () => teams.graph.asked.filter((path) => path.includes('/channels/'));

describe('a message that is there', () => {
  it('as a new thread is found with the conversation that it began', async () => {
    const posted = await messenger.post(NEW_THREAD, message('the-key'));
    await messenger.post(NEW_THREAD, message('another'));
    expect(await look(NEW_THREAD)).toEqual(posted);
    expect(threads()).toEqual([`/v1.0/teams/${GROUP_ID}/channels/${CHANNEL}/messages?$top=50`]);
    expect(teams.graph.tokens).toEqual(['Bearer the-token']);
  });

  it('in a thread is found among the replies to it, not in another thread', async () => {
    const root = await messenger.post(NEW_THREAD, message('root'));
    const other = await messenger.post(NEW_THREAD, message('other'));
    const thread = inConversation(root.conversationId);
    const posted = await messenger.post(thread, message('the-key'));
    expect(await look(thread)).toEqual(posted);
    expect(await look(inConversation(other.conversationId))).toBe('absent');
    expect(threads()[0]).toBe(`/v1.0/teams/${GROUP_ID}/channels/${CHANNEL}/messages/${root.activityId}/replies?$top=50`);
  });

  it('in a group chat is found there', async () => {
    const posted = await messenger.post(CHAT, message('the-key'));
    expect(await look(CHAT)).toEqual(posted);
    expect(teams.graph.asked).toEqual(['/v1.0/chats/19:board@thread.v2/messages?$top=50&$orderby=createdDateTime desc']);
  });

  it('is found by each of the deliveries that it carries', async () => {
    const posted = await messenger.post(CHAT, { ...message('one'), marks: ['one', 'two'] });
    expect([await look(CHAT, 'one'), await look(CHAT, 'two')]).toEqual([posted, posted]);
  });

  it('is found with others in one reading, and what is not there is told of each', async () => {
    const one = await messenger.post(CHAT, message('one'));
    const digest = await messenger.post(CHAT, { ...message('digest'), marks: ['two', 'three'] });
    const known = await messenger.find(CHAT, ['one', 'two', 'three', 'four'], clock.now());
    expect(Object.fromEntries(known)).toEqual({ one, two: digest, three: digest, four: 'absent' });
    expect(teams.graph.asked).toHaveLength(1);
  });

  it('counts as found although the next page cannot be read', async () => {
    await messenger.post(CHAT, message('below'));
    const posted = await messenger.post(CHAT, message('the-key'));
    teams.graph.pageSize = 1;
    teams.graph.instead = () => (teams.graph.asked.length > 1 ? { status: 503 } : null);
    expect(Object.fromEntries(await messenger.find(CHAT, ['the-key', 'below'], clock.now()))).toEqual({ 'the-key': posted });
  });

  it('is found on a later page', async () => {
    const posted = await messenger.post(CHAT, message('the-key'));
    for (let more = 0; more < 9; more++) await messenger.post(CHAT, message(`later ${more}`));
    teams.graph.pageSize = 3;
    expect(await look(CHAT)).toEqual(posted);
    expect(teams.graph.asked).toHaveLength(4);
  });

  it('is found although our clock is a minute ahead of that of Graph', async () => {
    const posted = await messenger.post(CHAT, message('the-key'));
    for (let more = 0; more < 3; more++) await messenger.post(CHAT, message(`later ${more}`));
    teams.graph.pageSize = 2;
    expect(await look(CHAT, 'the-key', clock.now() + MINUTE_MS)).toEqual(posted);
  });
});

describe('a message that is not there', () => {
  it('is absent when the conversation has been read to its end', async () => {
    expect(await look(NEW_THREAD)).toBe('absent');
    teams.graph.pageSize = 2;
    for (let more = 0; more < 5; more++) await messenger.post(CHAT, message(`another ${more}`));
    expect(await look(CHAT)).toBe('absent');
  });

  it('is absent when all that comes next is older than it can be', async () => {
    for (let more = 0; more < 40; more++) await messenger.post(CHAT, message(`older ${more}`));
    clock.advance(10 * MINUTE_MS);
    await messenger.post(CHAT, message('younger'));
    teams.graph.pageSize = 5;
    expect(await look(CHAT)).toBe('absent');
    expect(teams.graph.asked).toHaveLength(2);
  });

  it('is unknown when it could still come after five pages', async () => {
    for (let more = 0; more < 12; more++) await messenger.post(CHAT, message(`another ${more}`));
    teams.graph.pageSize = 2;
    expect(await look(CHAT)).toBe('unknown');
    expect(teams.graph.asked).toHaveLength(5);
  });

  it('is absent among what people say and paste, and what other bots write', async () => {
    const at = clock.now();
    teams.graph.said.push({ conversationId: '19:board@thread.v2', id: '7', at, cards: ['{"type":"AdaptiveCard"}'] });
    teams.graph.said.push({ conversationId: '19:board@thread.v2', id: '8', at, byBot: true });
    expect(await look(CHAT)).toBe('absent');
  });

  it('is unknown when the ids of our cards are lost on the way', async () => {
    await messenger.post(CHAT, message('the-key'));
    teams.graph.shown = (card) => card.replace(/"id":"[^"]*"/, '"id":""');
    expect(await look(CHAT)).toBe('unknown');
    clock.advance(10 * MINUTE_MS);
    expect(await look(CHAT), 'older than it can be').toBe('absent');
  });
});

describe('where reading is not granted', () => {
  it.each([401, 403])('nobody knows after %i, and nobody asks again in that room for ten minutes', async (status) => {
    await messenger.post(NEW_THREAD, message('the-key'));
    teams.graph.instead = (path) => (path.includes('/channels/') ? { status } : null);
    expect(await look(NEW_THREAD)).toBe('unknown');
    teams.graph.instead = () => null;
    clock.advance(10 * MINUTE_MS - 1);
    expect(await look(NEW_THREAD)).toBe('unknown');
    expect(await look(inConversation(`${CHANNEL};messageid=1`)), 'a thread of that channel').toBe('unknown');
    expect(threads()).toHaveLength(1);
    expect(await look(CHAT), 'another room').toBe('absent');
    clock.advance(1);
    expect(await look(NEW_THREAD)).toMatchObject({ activityId: teams.messages[0]?.id });
  });
});

describe('an invalid answer', () => {
  it.each([404, 429, 500, 503])('such as %i: nobody knows, and the next one asks again', async (status) => {
    teams.graph.instead = () => ({ status, headers: { 'retry-after': '600' } });
    expect(await look(CHAT)).toBe('unknown');
    teams.graph.instead = () => null;
    expect(await look(CHAT)).toBe('absent');
  });

  it.each<[string, string]>([
    ['no JSON', '<html></html>'],
    ['cut off', '{"value":[{"id":"1"'],
    ['empty', ''],
    ['without a list', '{}'],
    ['a list of something else', '{"value":[{"name":"x"}]}'],
    ['a message without a date', '{"value":[{"id":"1","attachments":[]}]}'],
  ])('%s: nobody knows', async (_what, body) => {
    teams.graph.instead = () => ({ status: 200, body });
    expect(await look(CHAT)).toBe('unknown');
  });

  it('dates that cannot be read do not make a message old', async () => {
    const odd = { id: '1', createdDateTime: 'long ago', attachments: null };
    teams.graph.instead = () => ({ status: 200, body: { value: [odd], '@odata.nextLink': `${teams.graph.url}/v1.0/next` } });
    expect(await look(CHAT)).toBe('unknown');
    expect(teams.graph.asked).toHaveLength(5);
  });

  it.each(['https://attacker.example/v1.0/x', 'http://127.0.0.1.attacker.example/', '/v1.0/chats/x', 'file:///etc/passwd'])(
    'a link to elsewhere (%s) is not followed, and gets no token',
    async (link) => {
      teams.graph.instead = () => ({ status: 200, body: { value: [], '@odata.nextLink': link } });
      expect(await look(CHAT)).toBe('unknown');
      expect(teams.graph.asked).toHaveLength(1);
    },
  );

  it('a redirection is not followed', async () => {
    teams.graph.instead = (path) =>
      path.endsWith('/elsewhere') ? null : { status: 302, headers: { location: `${teams.graph.url}/elsewhere` } };
    expect(await look(CHAT)).toBe('unknown');
    expect(teams.graph.asked).toHaveLength(1);
  });

  it('silence ends at the time limit, also on a later page', async () => {
    messenger = messengerFor(100);
    teams.graph.instead = () => 'hang';
    expect(await look(CHAT)).toBe('unknown');
    const first = { status: 200, body: { value: [], '@odata.nextLink': `${teams.graph.url}/v1.0/next` } };
    teams.graph.instead = (path) => (path.endsWith('/next') ? 'hang' : first);
    expect(await look(CHAT)).toBe('unknown');
    expect(teams.graph.asked).toHaveLength(3);
    const errors = log.map(({ fields }) => (fields as { err: Error }).err.message);
    expect(errors).toEqual(['no end within 100 ms', 'no end within 100 ms']);
  });

  it('a token that never comes, or cannot be had, leaves it unknown and asks nothing', async () => {
    messenger = messengerFor(50, () => new Promise(() => {}));
    expect(await look(CHAT)).toBe('unknown');
    messenger = messengerFor(50, () => Promise.reject(new Error('the secret has expired')));
    expect(await look(CHAT)).toBe('unknown');
    expect(teams.graph.asked).toEqual([]);
  });

  it('nobody who listens: nobody knows', async () => {
    await teams.stop();
    expect(await look(CHAT)).toBe('unknown');
  });
});

describe('a room that Graph does not know by the id that we have', () => {
  it.each<[string, Address]>([
    ['a person', { to: 'person', personId: 'aad-sam', tenantId: 't' }],
    ['the chat with a person', inConversation('a:1')],
    ['a channel without a thread', inConversation(CHANNEL)],
  ])('%s is not asked for', async (_what, address) => {
    expect(await look(address)).toBe('unknown');
    expect(teams.graph.asked).toEqual([]);
  });

  it('a channel of a team whose group nobody tells is not asked for either', async () => {
    teams.graph.groups.clear();
    expect(await look(NEW_THREAD)).toBe('unknown');
    expect(teams.graph.asked).toEqual([]);
  });
});
