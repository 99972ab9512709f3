/** Setting up in Teams, without copying an id: the desk's channel, the rooms that follow, and what happens when a room is gone. */
import { afterEach, describe, expect, it } from 'vitest';
import { objectId, PLACES, type Place, startTestBot, TENANT, type TestBot, teamOf, testDesk } from '../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

/** A desk file that names no channel and no follower. */
const bareDesk = () => testDesk((text) => text.replace(/\n {2}channel: .*/, '').replace(/\nfollowers:\n(?: .*\n)*/, SECOND_PROJECT));
const SECOND_PROJECT = `
  - id: fabrikam
    name: Fabrikam
    members: [jonas]
    environments: [{ id: live, name: Live, kind: production }]
`;

const general: Place = { kind: 'channel', id: PLACES.general };
const deskChannel: Place = { kind: 'channel', id: PLACES.desk };
const group: Place = { kind: 'groupChat', id: PLACES.announcements };
const inRoom = (room: string) => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(room));
const summaries = (room: string) => inRoom(room).map(({ summary }) => summary);
const toPerson = (person: string) => testBot.teams.in(`a:chat-with-29:${person}`).map(({ summary }) => summary);

async function startBare(): Promise<void> {
  testBot = await startTestBot({ desk: bareDesk(), environment: { TENANTS: '00000000-0000-4000-8000-000000000009' } });
  testBot.teams.channels.push(
    { id: PLACES.desk, name: 'Support desk', teamId: teamOf(PLACES.desk), team: 'Contoso' },
    { id: PLACES.general, teamId: teamOf(PLACES.general), team: 'Contoso' },
  );
}

/** Types the command in a room and opens its card. */
async function opensSetup(place: Place) {
  const invite = await testBot.says('ingrid', '/outage setup', place);
  return await testBot.presses('ingrid', 'Set up', invite ?? undefined, {}, place);
}

const choosesDesk = async (place: Place = deskChannel) =>
  await testBot.presses('ingrid', 'Make it the support desk', await opensSetup(place), {}, place);

async function teamsSays(place: Place, channelData: object, more: object = {}): Promise<void> {
  const activity = testBot.activity('ingrid', place, { type: 'conversationUpdate', ...more });
  await testBot.post({ ...activity, channelData: { tenant: { id: TENANT }, ...channelData } });
}

describe('a bot without a channel for the desk', () => {
  it('says what is missing, who can choose it, and whom to call', async () => {
    await startBare();
    const { text, buttons } = (await testBot.says('maya', '/outage')) ?? { text: '', buttons: [] };
    expect(text).toContain('You cannot report outages here yet');
    expect(text).toContain('Ingrid Sørensen can choose the channel');
    expect(text).toContain('+45 70 10 20 30');
    expect(buttons).toEqual([]);
  });

  it('shows an administrator what can be set up, and where', async () => {
    await startBare();
    const shown = await testBot.says('ingrid', '/outage');
    expect(shown?.text).toContain('Nobody can report an outage until there is one.');
    expect(shown?.text).toContain('add me there and write "@Outage Desk setup"');
    // In company the others read the answer too: it says how to call; the rest is behind the button.
    const inChannel = await testBot.says('ingrid', '/outage', deskChannel);
    expect(inChannel?.text).toContain('+45 70 10 20 30');
    expect((await testBot.presses('ingrid', 'Set up', inChannel ?? undefined, {}, deskChannel)).text).toContain('Which projects?');
    expect(testBot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('keeps a report that was begun before, until there is a channel again', async () => {
    await startBare();
    await choosesDesk();
    const review = await testBot.reviews();
    await testBot.app.store.rooms.release(PLACES.desk);
    const refused = await testBot.presses('maya', 'Send report', review);
    expect(refused.said).toMatch(/^This was not sent: .* press Send report again later\. .*\+45 70 10 20 30/);
    await choosesDesk();
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
  });
});

describe('an administrator', () => {
  it('makes a channel the support desk, by a card, and outages get their threads there', async () => {
    await startBare();
    const done = await choosesDesk();
    expect(done.text).toContain('This channel is the support desk now.');
    expect(done.buttons).toEqual([]);
    // The card that everybody sees says it, or a new one where Teams does not say which message was pressed.
    const last = () => testBot.teams.text(inRoom(PLACES.desk).at(-1));
    await testBot.teams.until(() => last().includes('Ingrid Sørensen made this channel the support desk'));
    const seen = last();
    expect(seen).toContain('Each outage that is reported from now on gets a thread here.');
    expect(seen).not.toContain('Set up');
    await testBot.reports();
    expect(summaries(PLACES.desk).at(-1)).toContain('OUT-1001: Not acknowledged yet');
    expect(inRoom(PLACES.desk).at(-1)?.conversationId).toMatch(/;messageid=/);
  });

  it('may do it in a thread: the channel is meant', async () => {
    await startBare();
    await choosesDesk({ kind: 'channel', id: `${PLACES.desk};messageid=1700000000001` });
    expect(await testBot.app.store.rooms.all()).toMatchObject([
      { conversationId: PLACES.desk, name: 'Contoso / Support desk', use: { as: 'desk' } },
    ]);
  });

  it('moves it: what runs stays where it is, what comes goes to the new channel', async () => {
    await startBare();
    await choosesDesk();
    await testBot.reports();
    await choosesDesk(general);
    await testBot.presses('priya', 'Acknowledge', inRoom(PLACES.desk).at(-1));
    await testBot.settles();
    await testBot.reports();
    expect(summaries(PLACES.desk).at(-1)).toMatch(/OUT-1001: Acknowledged[.\s]+(?:“.*”\s+)?By Priya Nair/);
    expect(summaries(PLACES.general).at(-1)).toContain('OUT-1002');
    expect((await opensSetup(deskChannel)).text).toContain('Contoso / General');
  });

  it('lets a chat hear less, and only turning points in some hours, by the clock of who chooses', async () => {
    await startBare();
    await choosesDesk();
    const card = await opensSetup(group);
    const entered = { projects: '*', noise: 'turning-points', from: '09:30', until: '' };
    const asked = await testBot.presses('ingrid', 'Follow these projects', card, entered, group);
    expect(asked.text).toContain('Enter two different times');
    expect(await testBot.app.store.rooms.all()).toHaveLength(1);
    await testBot.presses('ingrid', 'Follow these projects', asked, { ...entered, until: '11:00' }, group);
    const hours = { from: '09:30', until: '11:00', timeZone: 'Europe/Copenhagen' };
    expect((await testBot.app.store.rooms.all()).at(-1)?.use).toMatchObject({ as: 'follower', chosen: { noise: 'turning-points', hours } });
    await testBot.reports();
    const outageId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    expect((await testBot.app.store.outages.read(outageId))?.outage.followers).toMatchObject([{ noise: 'turning-points', hours }]);
  });

  it('lets a chat follow chosen projects, and stop', async () => {
    await startBare();
    await choosesDesk();
    const card = await opensSetup(group);
    expect(card.buttons.map(({ title }) => title)).toEqual(['Follow these projects']);
    expect((await testBot.presses('ingrid', 'Follow these projects', card, { projects: '' }, group)).text).toContain(
      'Choose all, or one or more projects.',
    );
    const kept = await testBot.presses('ingrid', 'Follow these projects', card, { projects: 'fabrikam,nonsense' }, group);
    expect(kept.text).toContain('Follows outages of Fabrikam.');
    await testBot.reports();
    expect(summaries(group.id).join()).not.toContain('OUT-1001');
    // "All" together with one project is unclear, and nobody shall hear of too much.
    const asked = await testBot.presses('ingrid', 'Follow these projects', kept, { projects: 'fabrikam,*' }, group);
    expect(asked.text).toContain('Choose all, or one or more projects.');
    await testBot.presses('ingrid', 'Follow these projects', asked, { projects: '*' }, group);
    await testBot.reports();
    expect(summaries(group.id).at(-1)).toContain('OUT-1002');
    const mine = await testBot.says('ingrid', 'setup');
    expect(mine?.text).toContain('a group chat: all projects');
    await testBot.presses('ingrid', 'Stop following', mine ?? undefined, { room: group.id });
    await testBot.reports();
    expect(summaries(group.id).join()).not.toContain('OUT-1003');
  });

  it('is told where the desk file wins', async () => {
    testBot = await startTestBot();
    const board = await opensSetup(general);
    expect(board.text).toContain('The desk file says so, and what it says counts more than what is chosen here.');
    expect(board.text).toContain('The desk file names the support desk (desk.channel)');
    expect(board.buttons).toEqual([]);
    const forged = { ...board, buttons: [{ title: 'x', verb: 'setup-desk', data: {} }] };
    expect((await testBot.presses('ingrid', 'x', forged, {}, general)).text).toContain('The desk file names the support desk');
    expect(await testBot.app.store.rooms.all()).toEqual([]);
  });
});

describe('nobody else', () => {
  it('sets up anything, whatever they press or type, and hears kindly whom to ask', async () => {
    await startBare();
    const invite = await testBot.says('ingrid', '/outage setup', group);
    const say = /^Only Ingrid Sørensen can set this up\. Ask them/;
    for (const person of ['priya', 'maya'] as const) {
      expect((await testBot.says(person, '/outage setup', group))?.text).toMatch(say);
      for (const verb of ['setup-open', 'setup-desk', 'setup-follow', 'setup-stop']) {
        const forged = {
          ...(invite ?? { card: null, text: '', said: '' }),
          buttons: [{ title: 'x', verb, data: { projects: '*', room: group.id } }],
        };
        expect((await testBot.presses(person, 'x', forged, {}, group)).said).toMatch(say);
      }
    }
    expect(await testBot.app.store.rooms.all()).toEqual([]);
  });

  it('of another tenant is an administrator, whatever their id is', async () => {
    await startBare();
    const foreign = { id: 'a:ingrid', conversationType: 'personal', tenantId: '00000000-0000-4000-8000-000000000009' };
    await testBot.post(
      testBot.activity('ingrid', { kind: 'personal', id: 'a:ingrid' }, { type: 'message', text: 'setup', conversation: foreign }),
    );
    expect(testBot.teams.text(testBot.teams.in('a:ingrid')[0])).toContain('Nobody can set this up in Teams');
  });
});

describe('where the bot is added', () => {
  const added = { membersAdded: [{ id: '28:bot' }] };

  it('it offers to be set up, once, although Teams says it twice', async () => {
    await startBare();
    const team = { team: { id: teamOf(PLACES.desk), name: 'Contoso' } };
    await teamsSays(deskChannel, team, { type: 'installationUpdate', action: 'add' });
    await teamsSays(deskChannel, team, added);
    await teamsSays(group, {}, added);
    expect(summaries(PLACES.desk)).toEqual([expect.stringContaining('This channel can be made the support desk')]);
    expect(summaries(group.id)).toEqual([expect.stringContaining('This chat can follow outages')]);
    const card = await testBot.presses('ingrid', 'Set up', inRoom(PLACES.desk)[0], {}, deskChannel);
    expect(card.buttons.map(({ title }) => title)).toEqual(['Make it the support desk', 'Follow these projects']);
  });

  it.each(['installationUpdate', 'conversationUpdate'])('it offers to be set up also when Teams says it by %s alone', async (type) => {
    await startBare();
    await teamsSays(deskChannel, {}, type === 'installationUpdate' ? { type, action: 'add' } : added);
    expect(inRoom(PLACES.desk)).toHaveLength(1);
  });

  it('it is silent where it is set up already, and for people who join', async () => {
    testBot = await startTestBot();
    await teamsSays(deskChannel, {}, added);
    await teamsSays({ kind: 'channel', id: '19:other@thread.tacv2' }, {}, { membersAdded: [{ id: '29:maya' }] });
    expect(testBot.teams.messages).toEqual([]);
  });
});

describe('15.10 a private channel', { tags: 'full' }, () => {
  const hidden: Place = { kind: 'channel', id: '19:hidden-desk@thread.tacv2' };
  const team = { id: teamOf(hidden.id), name: 'Contoso' };
  const channel = { id: hidden.id, name: 'Hidden desk', type: 'private' };
  const bot = [{ id: '28:bot' }];

  it('is the support desk: the app is added to it alone, Teams does not list it, and people come and go in it', async () => {
    await startBare();
    await teamsSays(hidden, { eventType: 'channelMemberAdded', channel, team }, { membersAdded: bot });
    expect(summaries(hidden.id)).toEqual([expect.stringContaining('This channel can be made the support desk')]);
    const typed = {
      ...testBot.typed('ingrid', 'setup', hidden),
      channelData: { tenant: { id: TENANT }, team, channel, teamsChannelId: hidden.id },
    };
    await testBot.post(typed);
    const card = await testBot.presses('ingrid', 'Set up', inRoom(hidden.id).at(-1), {}, hidden);
    expect((await testBot.presses('ingrid', 'Make it the support desk', card, {}, hidden)).text).toContain('is the support desk now');
    await testBot.reports();
    const thread = inRoom(hidden.id).at(-1);
    expect(thread?.summary).toContain('OUT-1001: Not acknowledged yet');
    await teamsSays(hidden, { eventType: 'channelMemberRemoved', channel, team }, { membersRemoved: [{ id: '29:jonas' }] });
    await testBot.presses('priya', 'Acknowledge', thread);
    await testBot.settles();
    expect(summaries(hidden.id).at(-1)).toMatch(/OUT-1001: Acknowledged[.\s]+(?:“.*”\s+)?By Priya Nair/);
    // The other channels of the team, and the app in the team, are left as they are.
    await teamsSays(hidden, { eventType: 'channelMemberRemoved', channel, team }, { membersRemoved: bot });
    await testBot.watches(1);
    expect(testBot.teams.text(testBot.teams.in('a:chat-with-29:ingrid')[0])).toContain('the support desk: I was removed from it.');
    await teamsSays(hidden, { eventType: 'channelMemberAdded', channel, team }, { membersAdded: bot });
    await testBot.watches(6);
    expect(summaries(hidden.id)).toContain('Updates arrive again in 1 place');
  });
});

describe('a room that is gone', () => {
  const channel = { id: PLACES.general, name: 'General' };
  const team = { id: teamOf(PLACES.general), name: 'Contoso' };

  it('is told to the desk once, gets nothing more, and is told again when it is back', async () => {
    testBot = await startTestBot();
    await teamsSays(general, { eventType: 'channelDeleted', channel, team });
    await testBot.watches(40);
    expect(summaries(PLACES.desk)).toEqual(['Updates no longer arrive in 1 place']);
    expect(testBot.teams.text(inRoom(PLACES.desk)[0])).toContain('Contoso / General: the channel was deleted.');
    await testBot.reports();
    expect(inRoom(PLACES.general)).toEqual([]);
    await teamsSays(general, { eventType: 'channelRestored', channel, team });
    await testBot.watches(1);
    expect(summaries(PLACES.desk)).toContain('Updates arrive again in 1 place');
    await testBot.reports();
    expect(summaries(PLACES.general)).toEqual([expect.stringContaining('OUT-1002')]);
  });

  it('that is back before anybody was told is no news', async () => {
    testBot = await startTestBot();
    await teamsSays(general, { eventType: 'channelDeleted', channel, team });
    await teamsSays(general, { eventType: 'channelRestored', channel, team });
    await testBot.watches(2);
    expect(testBot.teams.messages).toEqual([]);
  });

  it('and is the desk itself: the administrators are told in person, and reports wait for it', async () => {
    await startBare();
    await choosesDesk();
    const before = inRoom(PLACES.desk).length;
    await teamsSays(deskChannel, { team: { id: teamOf(PLACES.desk) } }, { membersRemoved: [{ id: '28:bot' }] });
    await testBot.watches(1);
    expect(toPerson('ingrid')).toEqual(['Updates no longer arrive in 1 place']);
    expect(testBot.teams.text(testBot.teams.in('a:chat-with-29:ingrid')[0])).toContain(
      'Contoso / Support desk, the support desk: I was removed from it.',
    );
    const gone = { status: 403 };
    testBot.teams.failNext(gone, { times: 2, matches: ({ path, text }) => path === '/conversations' && text.includes(PLACES.desk) });
    const receipt = await testBot.reports();
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    await teamsSays(deskChannel, { team: { id: teamOf(PLACES.desk) } }, { type: 'installationUpdate', action: 'add' });
    // Several changes of rooms are told in one message, after five minutes at the most.
    await testBot.watches(6);
    expect(summaries(PLACES.desk).slice(before)).toEqual(
      expect.arrayContaining([expect.stringContaining('OUT-1001: Not acknowledged yet'), 'Updates arrive again in 1 place']),
    );
  });

  it('with its whole team: all its channels that are in use, and no others', async () => {
    await startBare();
    await choosesDesk();
    await testBot.presses('ingrid', 'Follow these projects', await opensSetup(general), { projects: '*' }, general);
    await teamsSays(general, { eventType: 'teamArchived', team: { id: teamOf(PLACES.general) } });
    await testBot.watches(1);
    const [told] = inRoom(PLACES.desk).filter(({ summary }) => summary.startsWith('Updates'));
    expect(testBot.teams.text(told)).toContain('Contoso / General: its team was archived.');
    expect((await testBot.says('ingrid', 'setup'))?.text).toContain('Contoso / General: its team was archived');
    await teamsSays(general, { eventType: 'teamUnarchived', team: { id: teamOf(PLACES.general) } });
    await testBot.reports();
    expect(summaries(PLACES.general).at(-1)).toContain('OUT-1001');
  });

  it('is there after all when somebody speaks to the bot in it', async () => {
    testBot = await startTestBot();
    await teamsSays(general, { eventType: 'channelDeleted', channel, team });
    await testBot.says('maya', 'help', general);
    await testBot.reports();
    expect(summaries(PLACES.general).at(-1)).toContain('OUT-1001');
  });

  it('of another tenant, or that nobody uses, is none of ours', async () => {
    testBot = await startTestBot();
    const event = { eventType: 'channelDeleted', channel, team };
    const elsewhere = '00000000-0000-4000-8000-000000000009';
    await teamsSays(general, { ...event, tenant: { id: elsewhere } }, { conversation: { id: PLACES.general, tenantId: elsewhere } });
    await teamsSays(general, { ...event, channel: { id: '19:other@thread.tacv2', name: 'Other' } });
    expect(await testBot.app.store.rooms.all()).toEqual([]);
  });

  it('only by its name keeps its use under the new one', async () => {
    await startBare();
    await choosesDesk();
    await testBot.teams.until(() => testBot.teams.text(inRoom(PLACES.desk).at(-1)).includes('made this channel the support desk'));
    const before = summaries(PLACES.desk);
    await teamsSays(deskChannel, {
      eventType: 'channelRenamed',
      channel: { id: PLACES.desk, name: 'ERP desk' },
      team: { id: 'x', name: 'Contoso' },
    });
    expect((await testBot.says('ingrid', 'setup'))?.text).toContain('Contoso / ERP desk');
    await testBot.watches(1);
    expect(summaries(PLACES.desk)).toEqual(before);
  });
});

it('the people of the desk file are who they are', () => {
  expect(bareDesk().administrators).toEqual([{ id: objectId('ingrid'), name: 'Ingrid Sørensen' }]);
});

it('3.8: a number of the desk that cannot be called is named in the log when the bot starts, and the bot starts', async () => {
  testBot = await startTestBot({ desk: testDesk((text) => text.replace('"+1 206 555 0100"', '"+1 206 555 01"')) });
  const lines = testBot.log.filter(({ message }) => message.startsWith('a phone number of the desk file cannot be called'));
  expect(lines.map(({ level, fields }) => [level, fields])).toEqual([
    ['warn', expect.objectContaining({ what: 'desk.phones.1.number', reason: 'TOO_SHORT' })],
  ]);
  expect((await testBot.says('maya', '/outage'))?.text).toContain('Is this a production outage?');
});
