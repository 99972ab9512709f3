/** The targeted messages of the fake Teams: what Microsoft's documentation says of them, request by request. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type FakeClock, fakeClock } from '../clock.ts';
import { type FakeTeams, startFakeTeams } from './fake-teams.ts';
import { always, FRIENDLY } from './quirks/manners.ts';
import { SEEN_FOR_MS } from './targeted.ts';

const ROOM = '19:general@thread.tacv2';
const THREAD = `${ROOM};messageid=7`;
const MAYA = { recipient: { id: '29:maya', isTargeted: true } };
const HELLO = { summary: 'hello' };

let teams: FakeTeams;
let clock: FakeClock;
beforeAll(async () => {
  clock = fakeClock();
  teams = await startFakeTeams(clock.now);
  for (const name of ['maya', 'jonas', 'aiko'])
    teams.roster.push({ id: `29:${name}`, aadObjectId: name, name, email: `${name}@example.com` });
});
afterAll(async () => await teams.stop());
beforeEach(() => {
  teams.messages.length = 0;
  teams.received.length = 0;
  teams.targeted = 'there';
  for (const one of [teams.left, teams.rosters, teams.deleted]) one.clear();
});

type Answer = { status: number; id: string | undefined; code: string | undefined };
async function asks(method: string, path: string, body?: object): Promise<Answer> {
  const sent = await fetch(`${teams.serviceUrl}/v3/conversations/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { id, error } = (await sent.json()) as { id?: string; error?: { code: string } };
  return { status: sent.status, id, code: error?.code };
}
const FLAG = '?isTargetedActivity=true';
const posts = async (body: object = MAYA, room = THREAD) => await asks('POST', `${room}/activities${FLAG}`, { ...HELLO, ...body });
const at = (id: string | undefined, flag = FLAG) => `${THREAD}/activities/${id}${flag}`;
const NOT_FOUND = { status: 404, code: 'ActivityNotFoundInConversation' };
const BAD_ARGUMENT = { status: 400, code: 'Bad argument' };
const NO_MEMBER = { status: 403, code: 'BotNotInConversationRoster' };

it('15.11 a targeted message is seen by its one person, is edited and is removed', async () => {
  const { id } = await posts();
  await asks('POST', `${THREAD}/activities/7${FLAG}`, { ...MAYA, summary: 'as a reply' });
  await asks('POST', `${THREAD}/activities`, { summary: 'for everybody' });
  const seen = (person: string) => teams.seenBy(person, THREAD).map(({ summary }) => summary);
  expect(seen('29:maya')).toEqual(['hello', 'as a reply', 'for everybody']);
  expect(seen('29:jonas')).toEqual(['for everybody']);
  expect(await asks('PUT', at(id), { summary: 'changed' })).toMatchObject({ status: 200, id });
  expect(seen('29:maya')[0]).toBe('changed');
  expect(await asks('DELETE', at(id))).toMatchObject({ status: 200 });
  expect(seen('29:maya')).toEqual(['as a reply', 'for everybody']);
  expect(teams.in(THREAD)[0]).toMatchObject({ only: '29:maya', deleted: true });
  expect(await asks('PUT', at(id), HELLO)).toMatchObject(NOT_FOUND);
  expect(await asks('DELETE', at(id))).toMatchObject(NOT_FOUND);
  expect(teams.targetedRequests()).toHaveLength(6);
});

it('15.11 without the parameter it is one for everybody, whatever its recipient says', async () => {
  await asks('POST', `${THREAD}/activities`, MAYA);
  teams.targeted = 'ignored';
  await posts();
  expect(teams.in(THREAD).map(({ only }) => only)).toEqual([null, null]);
});

it.each<[string, object, string?]>([
  ['nobody', {}],
  ['no id', { recipient: { isTargeted: true } }],
  ['no mark', { recipient: { id: '29:maya' } }],
  ['a chat with one person', MAYA, 'a:maya'],
])('15.11 a bad argument is %s', async (_what, body, room) => {
  expect(await posts(body, room)).toMatchObject(BAD_ARGUMENT);
  expect(teams.messages).toEqual([]);
});

it('15.11 only members of the conversation get one: of its own roster, and while they are in it', async () => {
  expect(await posts({ recipient: { id: '29:stranger', isTargeted: true } })).toMatchObject(NO_MEMBER);
  teams.rosters.set(ROOM, teams.roster.slice(1));
  expect(await posts()).toMatchObject(NO_MEMBER);
  teams.rosters.clear();
  teams.left.add(`${ROOM} 29:maya`);
  expect(await posts()).toMatchObject(NO_MEMBER);
  const members = (await (await fetch(`${teams.serviceUrl}/v3/conversations/${ROOM}/pagedmembers`)).json()) as { members: object[] };
  expect(members.members).toHaveLength(2);
  expect(teams.messages).toEqual([]);
});

it('15.11 neither the route of one kind nor a recipient reaches a message of the other', async () => {
  const { id: targeted } = await posts();
  const { id: forAll } = await asks('POST', `${THREAD}/activities`, HELLO);
  expect(await asks('PUT', at(targeted), MAYA)).toMatchObject(BAD_ARGUMENT);
  for (const method of ['PUT', 'DELETE']) {
    expect(await asks(method, at(targeted, ''), HELLO)).toMatchObject(NOT_FOUND);
    expect(await asks(method, at(forAll), HELLO)).toMatchObject(NOT_FOUND);
    expect(await asks(method, at('no such id'), HELLO)).toMatchObject(NOT_FOUND);
  }
});

it('15.11 after 24 hours it is gone, for its person and for the bot', async () => {
  const { id } = await posts();
  clock.advance(SEEN_FOR_MS - 1);
  expect(await asks('PUT', at(id), HELLO)).toMatchObject({ status: 200 });
  clock.advance(1);
  expect(await asks('PUT', at(id), HELLO)).toMatchObject(NOT_FOUND);
  expect(teams.seenBy('29:maya', THREAD)).toEqual([]);
});

it.each([400, 403, 404, 405, 501])('15.11 a route that answers %i takes nothing, and is counted', async (status) => {
  const { id } = await posts();
  teams.targeted = status;
  expect(await posts()).toMatchObject({ status });
  expect(await asks('PUT', at(id), HELLO)).toMatchObject({ status });
  expect(teams.messages).toHaveLength(1);
  expect(teams.messages[0]).toMatchObject({ edits: 0 });
  expect(teams.targetedRequests()).toHaveLength(3);
});

it('15.11 it fails once where a test asks for it, and then is there again', async () => {
  teams.failNext({ status: 503 }, { matches: ({ targeted }) => targeted });
  expect((await asks('POST', `${THREAD}/activities`, HELLO)).status).toBe(201);
  expect((await posts()).status).toBe(503);
  expect((await posts()).status).toBe(201);
});

it('15.11 Graph shows neither a targeted message nor one that was removed', async () => {
  const chat = '19:night@thread.v2';
  await posts(MAYA, chat);
  const { id } = await asks('POST', `${chat}/activities`, HELLO);
  const inGraph = async () => ((await (await fetch(`${teams.graph.url}/v1.0/chats/${chat}/messages`)).json()) as { value: object[] }).value;
  expect(await inGraph()).toMatchObject([{ id }]);
  await asks('DELETE', `${chat}/activities/${id}`);
  expect(await inGraph()).toEqual([]);
});

it('15.11 a strange Teams says 404 of who is no member, and loses a targeted message early', async () => {
  const { id } = await posts();
  const { manners } = teams;
  Object.assign(teams, { manners: always('404 for who is no member', 'targeted message that is gone') });
  expect(await posts({ recipient: { id: '29:stranger', isTargeted: true } })).toMatchObject({ ...NO_MEMBER, status: 404 });
  expect(await asks('PUT', at(id), HELLO)).toMatchObject(NOT_FOUND);
  Object.assign(teams, { manners });
  expect(manners).toBe(FRIENDLY);
});
