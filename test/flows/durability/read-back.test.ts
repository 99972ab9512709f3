/** What people see when Teams took a message and its answer was lost, in a tenant that lets the bot read, and in one that does not. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot, teamOf, thread } from '../../support/bot/test-bot.ts';
import { type FakeClock, fakeClock } from '../../support/clock.ts';
import { GROUP_ID } from '../../support/teams/fake-graph.ts';
import { type FakeTeams, startFakeTeams, type TeamsRequest } from '../../support/teams/fake-teams.ts';

const TEN_SECONDS = 1 / 6;
let clock: FakeClock;
let teams: FakeTeams;
let testBot: TestBot;

beforeEach(async () => {
  clock = fakeClock();
  teams = await startFakeTeams(clock.now);
  for (const id of [PLACES.desk, teamOf(PLACES.desk)]) teams.graph.groups.set(id, GROUP_ID);
  testBot = await startTestBot({ clock, teams, overrides: { graph: { url: teams.graph.url, token: async () => 'token' } } });
});
afterEach(() => testBot.stop());

const isOpening = ({ method, path, text }: TeamsRequest) => method === 'POST' && path === '/conversations' && text.includes(PLACES.desk);
const openings = () => teams.messages.filter(({ conversationId, id }) => conversationId === `${PLACES.desk};messageid=${id}`);
const isNews = ({ path, text }: TeamsRequest) => path.includes(PLACES.desk) && text.includes('OUT-1001: Acknowledged. By');
const news = () =>
  teams.messages.filter(({ conversationId, summary }) => conversationId.startsWith(PLACES.desk) && summary.includes('Acknowledged. By'));
const REPEATED = 'Sent again';
const lines = async () => {
  const outageId = await testBot.app.store.outages.idByNumber(1001);
  return await testBot.app.store.deliveries.ledger(outageId ?? '');
};
const opening = async () => (await lines()).find(({ key }) => key.includes('/opening/desk/'));

describe('the first message of the thread, taken and not answered', () => {
  it('is found where reading is granted: no second thread, and everything goes on in the first', async () => {
    teams.failNext('accept-and-reset', { matches: isOpening });
    await testBot.reports();
    await testBot.passes(1);
    expect(openings()).toHaveLength(1);
    expect(teams.text(openings()[0])).not.toContain(REPEATED);
    expect(await opening()).toMatchObject({ state: 'done', attempts: 1, repeats: 0 });
    await testBot.presses('priya', 'Acknowledge', openings()[0]);
    await testBot.settles();
    expect(news().map(({ conversationId }) => conversationId)).toEqual([openings()[0]?.conversationId]);
    expect(teams.text(openings()[0]), 'the card itself is edited').toContain('Acknowledged by Priya Nair');
    await testBot.says('priya', 'resolve It works again.', thread(openings()[0]));
    await testBot.settles();
    expect(teams.text(teams.in('a:maya').at(-1))).toContain('Resolved');
  });

  it('is found although Graph shows it four seconds late', async () => {
    teams.graph.staleMs = 4_000;
    teams.failNext('accept-and-reset', { matches: isOpening });
    await testBot.reports();
    await testBot.passes(1);
    expect(openings()).toHaveLength(1);
  });

  it('and not taken is sent again, labelled, when it is not there', async () => {
    teams.failNext('reset', { matches: isOpening });
    await testBot.reports();
    await testBot.passes(1);
    expect(openings()).toHaveLength(1);
    expect(teams.text(openings()[0])).toContain(REPEATED);
    expect(await opening()).toMatchObject({ state: 'done', attempts: 2, repeats: 1 });
    // Once more when it was the connection that was reset, which had been used before.
    expect([1, 2]).toContain(teams.graph.asked.length);
  });
});

describe('a message in the thread, taken and not answered', () => {
  beforeEach(async () => {
    await testBot.reports();
  });

  it('is found among the replies', async () => {
    teams.failNext('accept-and-reset', { matches: isNews });
    await testBot.presses('priya', 'Acknowledge', openings()[0]);
    await testBot.passes(1);
    expect(news()).toHaveLength(1);
    expect(teams.graph.asked.join()).toContain('/replies?');
  });

  it('and not there is sent as often as its answer is lost, up to five times more', async () => {
    teams.failNext('reset', { matches: isNews, times: 3 });
    await testBot.presses('priya', 'Acknowledge', openings()[0]);
    await testBot.passes(2);
    expect(news()).toHaveLength(1);
    expect(teams.text(news()[0])).toContain(REPEATED);
  });
});

describe('where reading is not granted', () => {
  beforeEach(() => {
    teams.graph.instead = () => ({ status: 403, body: { error: { code: 'Forbidden' } } });
  });

  it('a thread that was taken and not answered comes a second time, labelled, and Graph is not asked again', async () => {
    teams.failNext('accept-and-reset', { matches: isOpening, times: 2 });
    await testBot.reports();
    await testBot.passes(2);
    expect(openings()).toHaveLength(3);
    expect(openings().map((message) => teams.text(message).includes(REPEATED))).toEqual([false, true, true]);
    expect(await opening()).toMatchObject({ state: 'done', repeats: 2 });
    expect(teams.graph.asked).toHaveLength(1);
  });

  it('a message is sent once more and then set aside', async () => {
    await testBot.reports();
    teams.failNext('accept-and-reset', { matches: isNews, times: 9 });
    await testBot.presses('priya', 'Acknowledge', openings()[0]);
    await testBot.passes(5);
    expect(news()).toHaveLength(2);
    expect((await lines()).find(({ key }) => key.endsWith('/news/desk/2'))).toMatchObject({ state: 'failed', repeats: 1 });
  });
});

describe('the group of a channel', () => {
  beforeEach(() => teams.graph.groups.clear());
  const lost = async () => {
    teams.failNext('accept-and-reset', { matches: isOpening });
    const before = openings().length;
    await testBot.reports();
    await testBot.passes(1);
    return openings().length - before;
  };

  it('that Teams never told cannot be read: the thread comes twice', async () => {
    expect(await lost()).toBe(2);
    expect(teams.graph.asked).toEqual([]);
  });

  it('is asked of the connector by the id of the channel itself, which is that of the team when it is its first', async () => {
    teams.graph.groups.set(PLACES.desk, GROUP_ID);
    expect(await lost()).toBe(1);
  });

  it('is asked of the connector by the team that came with what somebody did there', async () => {
    teams.graph.groups.set(teamOf(PLACES.desk), GROUP_ID);
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', openings()[0]);
    expect(await lost()).toBe(1);
  });

  it('comes with the news that the bot was added to the team', async () => {
    const place = { kind: 'channel', id: PLACES.desk } as const;
    const team = { id: '19:the-team@thread.tacv2', aadGroupId: GROUP_ID, name: 'Support' };
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] };
    const { status } = await testBot.post(
      testBot.activity('priya', place, { ...added, channelData: { eventType: 'teamMemberAdded', team } }),
    );
    expect(status).toBe(200);
    expect(await lost()).toBe(1);
  });

  it('is not taken from a strange address', async () => {
    const place = { kind: 'channel', id: PLACES.desk } as const;
    const told = {
      type: 'conversationUpdate',
      serviceUrl: 'https://attacker.example/',
      channelData: { team: { id: 'x', aadGroupId: GROUP_ID } },
    };
    await testBot.post(testBot.activity('priya', place, told));
    expect(await lost()).toBe(2);
  });
});

it('a bot without access to Graph looks for nothing, and repeats when Teams had time to come back', async () => {
  const plain = await startTestBot();
  plain.teams.failNext('accept-and-reset', { matches: isOpening });
  await plain.reports();
  await plain.passes(3 * TEN_SECONDS);
  const threads = plain.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  expect(threads).toHaveLength(2);
  expect(plain.teams.graph.asked).toEqual([]);
  await plain.stop();
});
