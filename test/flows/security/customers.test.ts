/** Two customers and the desk in three tenants: what one customer says and reads never comes into the other's tenant. */

import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { personKey } from '../../../src/outage/types/person-key.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import {
  ANSWERS,
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  show,
  startTestBot,
  TENANT,
  type TestBot,
  testDesk,
  thread,
  withHarbour,
} from '../../support/bot/test-bot.ts';
import { silentLog } from '../../support/log/silent-log.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const CONTOSO = '7e9a1c00-0000-4000-8000-00000000aaaa';
const HARBOUR = '7e9a1c00-0000-4000-8000-00000000bbbb';
const NOBODYS = '7e9a1c00-0000-4000-8000-00000000cccc';
const TENANTS = { maya: CONTOSO, jonas: CONTOSO, aiko: HARBOUR } as const;
const CONTOSO_ROOM = '19:contoso-own@thread.tacv2';
const HARBOUR_ROOM = '19:harbour-own@thread.tacv2';
const desk: Place = { kind: 'channel', id: PLACES.desk };
const own: Place = { kind: 'channel', id: CONTOSO_ROOM };
const theirs: Place = { kind: 'channel', id: HARBOUR_ROOM };

/** Of what Maya reports, and of whom it names. */
const OF_CONTOSO = /Invoices|trucks|Contoso(?! ERP support)|Maya|Jonas|32 12 34 56|OUT-1001/;
const OF_HARBOUR = /Harbour|Quay|Aiko/;

const threeTenants = (change: (text: string) => string = (text) => text) =>
  testDesk((text) =>
    change(
      withHarbour(text, 'quay', `    tenant: ${HARBOUR}\n    customerAdmins: [aiko]\n`)
        .replace('    plan: premier\n', `    plan: premier\n    tenant: ${CONTOSO}\n    customerAdmins: [jonas]\n`)
        .replace(
          'followers:',
          `followers:
  - { id: contoso-own, tenant: ${CONTOSO}, room: { kind: channel, conversation: "${CONTOSO_ROOM}" } }
  - { id: harbour-own, tenant: ${HARBOUR}, room: { kind: channel, conversation: "${HARBOUR_ROOM}" } }`,
        ),
    ),
  );

async function start(options: Parameters<typeof startTestBot>[0] = {}) {
  testBot = await startTestBot({ desk: threeTenants(), tenants: TENANTS, ...options });
  for (const [room, tenant] of [
    [PLACES.desk, TENANT],
    [PLACES.general, TENANT],
    [PLACES.announcements, TENANT],
    [CONTOSO_ROOM, CONTOSO],
    [HARBOUR_ROOM, HARBOUR],
  ] as const)
    testBot.teams.tenants.set(room, tenant);
}

const textIn = (tenant: string) =>
  testBot.teams
    .inTenant(tenant)
    .map((message) => `${message.summary}\n${testBot.teams.text(message)}\n${JSON.stringify(message.card)}`)
    .join('\n');
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
/** In words of her own. */
async function aikoReports() {
  const details = { ...ANSWERS.details, title: 'Quay gates stay shut', description: 'No gate opens.', impact: 'Ships wait' };
  const contact = { ...ANSWERS.contact, name: 'Aiko Tanaka', email: 'aiko@example.com', phone: '+81 3 5550 0100' };
  const review = await testBot.reviews('aiko', chat('aiko'), { ...ANSWERS, details, contact });
  await testBot.presses('aiko', 'Send report', review);
  await testBot.settles();
}
const textOf = (place: Place) => testBot.teams.text(testBot.teams.in(place.id).at(-1));

describe('two customers in tenants of their own', () => {
  it('report in their own Teams, the desk answers from its own, and nothing of one comes to the other', async () => {
    await start();
    await testBot.reports('maya');
    await aikoReports();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    await testBot.says('priya', 'update The certificate was renewed', thread(root()));
    await testBot.passes(1);
    await testBot.says('priya', 'resolve It was the certificate', thread(root()));
    await testBot.passes(1);
    expect(testBot.teams.foreign).toEqual([]);
    expect(textIn(CONTOSO)).toMatch(/OUT-1001/);
    expect(textIn(CONTOSO)).toMatch(/The certificate was renewed/);
    expect(textIn(HARBOUR)).toMatch(/OUT-1002/);
    expect(textIn(CONTOSO)).not.toMatch(OF_HARBOUR);
    expect(textIn(HARBOUR)).not.toMatch(OF_CONTOSO);
    expect(textIn(HARBOUR)).not.toMatch(/certificate/);
    // Each has the thread of the outage in the channel of their own that follows.
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(CONTOSO_ROOM)).length).toBeGreaterThan(2);
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(HARBOUR_ROOM)).length).toBeGreaterThan(0);
  });

  it('ask for what is theirs, and of the other they read that there is no such outage', async () => {
    await start();
    await testBot.reports('maya');
    await aikoReports();
    const unknown = (await testBot.says('aiko', '/outage status OUT-1099'))?.text;
    expect(unknown).toContain('I do not know that outage');
    expect((await testBot.says('aiko', '/outage status OUT-1001'))?.text).toBe(unknown);
    expect((await testBot.says('maya', '/outage status OUT-1002'))?.text).toBe(unknown);
    expect((await testBot.says('aiko', '/outage list'))?.text).not.toMatch(OF_CONTOSO);
    expect((await testBot.says('jonas', '/outage list'))?.text).toContain('OUT-1001');
    expect((await testBot.says('maya', '/outage mine'))?.text).toContain('OUT-1001');
    expect((await testBot.says('priya', '/outage list'))?.text).toMatch(/OUT-1001[\s\S]*OUT-1002|OUT-1002[\s\S]*OUT-1001/);
    expect((await testBot.says('jonas', '/outage list', own))?.text).toContain('OUT-1001');
  });

  it('are other people there than who has the same object id at the desk', async () => {
    await start({ desk: threeTenants((text) => text.replace('members: [aiko]', 'members: [aiko, priya]')) });
    // The id of an engineer in the tenant of a customer: a member there, and nothing else.
    const impostor = { from: { id: '29:impostor', name: 'Priya', aadObjectId: objectId('priya') } };
    await testBot.reports('maya');
    const said = testBot.activity('aiko', chat('aiko'), { type: 'message', text: '/outage status OUT-1001', ...impostor });
    await testBot.post(said);
    expect(textOf(chat('aiko'))).toContain('I do not know that outage');
    const acknowledge = show(root()?.card).buttons.find(({ title }) => title === 'Acknowledge');
    const pressed = await testBot.post({
      ...testBot.activity('aiko', chat('aiko'), { type: 'invoke', name: 'adaptiveCard/action', ...impostor }),
      value: { action: { type: 'Action.Execute', verb: acknowledge?.verb, data: acknowledge?.data }, trigger: 'manual' },
    });
    expect(pressed.body).toContain('Only engineers');
    await testBot.post(testBot.activity('aiko', chat('aiko'), { type: 'message', text: '/outage', ...impostor }));
    expect(textOf(chat('aiko'))).toContain('Quay');
    const drafts = await testBot.app.store.drafts.newestOf(objectId('priya'));
    expect(drafts).toBeNull();
    // What is for the engineer does not go to them.
    await testBot.passes(40);
    expect(JSON.stringify(testBot.teams.in('a:chat-with-29:impostor'))).toBe('[]');
    expect(testBot.teams.foreign).toEqual([]);
  });

  it('lose what they were at once when the desk file takes their tenant away; the desk reads why they hear nothing', async () => {
    const file = path.join(testFolder(), 'store.db');
    const open = (now: () => number) => openSqlite({ file, now, log: silentLog() });
    await start({ store: open });
    await testBot.reports('maya');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const { teams, clock } = testBot;
    await testBot.app.stop();
    const later = await startTestBot({
      desk: threeTenants((text) =>
        text.replace(`    tenant: ${CONTOSO}\n`, `    tenant: ${NOBODYS}\n`).replace(`tenant: ${CONTOSO}, `, ''),
      ),
      tenants: TENANTS,
      teams,
      clock,
      store: open,
    });
    testBot = later;
    const before = teams.inTenant(CONTOSO).length;
    await later.says('priya', 'update Nobody there reads this', thread(root()));
    await later.passes(2);
    expect(teams.inTenant(CONTOSO).length).toBe(before);
    expect(
      teams
        .in(root()?.conversationId ?? '')
        .map((message) => teams.text(message))
        .join(),
    ).toContain('The desk file does not name their tenant for this project any more');
    expect((await later.says('maya', '/outage status OUT-1001'))?.text).toContain('Your organization is not listed yet');
  });
});

describe('somebody whose tenant is in doubt', () => {
  const mixed = (place: Place, tenantId: string) => ({
    conversation: { id: place.id, conversationType: place.kind, isGroup: place.kind !== 'personal', tenantId },
  });

  it.each<[string, PersonKey, object]>([
    ['a body that names the other customer for the conversation', 'maya', mixed(chat('maya'), HARBOUR)],
    ['a body that names the desk for the conversation', 'maya', mixed(chat('maya'), TENANT)],
    ['a body that names the desk for the app', 'maya', { channelData: { tenant: { id: TENANT } } }],
    ['a body that names the other customer for the app', 'maya', { channelData: { tenant: { id: HARBOUR } } }],
    ['a person of the other customer', 'maya', { from: { id: '29:maya', aadObjectId: objectId('maya'), name: 'Maya', tenantId: HARBOUR } }],
    ['an engineer in a customer’s tenant', 'priya', mixed(chat('priya'), CONTOSO)],
    ['an engineer for whom a customer’s app speaks', 'priya', { channelData: { tenant: { id: CONTOSO } } }],
  ])('reads nothing and can do nothing: %s', async (_what, person, more) => {
    await start();
    await testBot.reports('maya');
    const before = testBot.teams.messages.length;
    for (const text of ['/outage status OUT-1001', '/outage list', '/outage mine', '/outage', 'ack OUT-1001'])
      await testBot.post({ ...testBot.activity(person, chat(person), { type: 'message', text }), ...more });
    // Teams takes an answer only where the conversation is.
    const answers = testBot.teams.messages.slice(before).map((message) => testBot.teams.text(message));
    expect(answers.join('\n')).not.toMatch(/Invoices|trucks|Contoso Production|Maya Lindt|Acknowledged by/);
    const acknowledge = show(root()?.card).buttons.find(({ title }) => title === 'Acknowledge');
    const { body } = await testBot.post({
      ...testBot.activity(person, chat(person), { type: 'invoke', name: 'adaptiveCard/action' }),
      value: { action: { type: 'Action.Execute', verb: acknowledge?.verb, data: acknowledge?.data }, trigger: 'manual' },
      ...more,
    });
    expect(body).toContain('Only engineers');
  });

  it('a guest of one customer in the other’s shared channel reads nothing of either there', async () => {
    await start();
    await testBot.reports('maya');
    await aikoReports();
    const answer = await testBot.says('maya', '/outage list', theirs);
    expect(answer?.text ?? '').not.toMatch(/OUT-100|Invoices|Quay|Contoso Production/);
    expect((await testBot.says('maya', '/outage', theirs))?.text ?? '').not.toMatch(/Quay|Contoso Production/);
    expect(testBot.teams.foreign).toEqual([]);
  });
});

describe('a tenant that is no customer’s', () => {
  const inNobodys = (text: string, more: object = {}) => ({
    ...testBot.activity(
      'maya',
      { kind: 'personal', id: 'a:zoe' },
      { type: 'message', text, from: { id: '29:zoe', name: 'Zoe', aadObjectId: NOBODYS } },
    ),
    conversation: { id: 'a:zoe', conversationType: 'personal', tenantId: NOBODYS },
    channelData: { tenant: { id: NOBODYS } },
    ...more,
  });

  it('reads once a day what to give the desk, and nothing else comes of it', async () => {
    await start();
    const kept = JSON.stringify([
      await testBot.app.store.rooms.all(),
      await testBot.app.store.drafts.newestOf(personKey(NOBODYS, NOBODYS, TENANT)),
    ]);
    await testBot.post(inNobodys('/outage'));
    const [first] = testBot.teams.in('a:zoe');
    expect(testBot.teams.text(first)).toContain(NOBODYS);
    expect(testBot.teams.text(first)).toContain('Ask the desk to add it');
    expect(testBot.teams.text(first)).not.toMatch(/Contoso Production|Harbour|Maya/);
    await testBot.post(inNobodys('/outage'));
    await testBot.post(inNobodys('hello?'));
    expect(testBot.teams.in('a:zoe')).toHaveLength(1);
    testBot.clock.advance(25 * 3_600_000);
    await testBot.post(inNobodys('/outage'));
    expect(testBot.teams.in('a:zoe')).toHaveLength(2);
    expect(
      JSON.stringify([await testBot.app.store.rooms.all(), await testBot.app.store.drafts.newestOf(personKey(NOBODYS, NOBODYS, TENANT))]),
    ).toBe(kept);
  });

  it('is answered for each press, and cannot say anything about rooms', async () => {
    await start();
    const { body } = await testBot.post({
      ...inNobodys(''),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'report-open', data: {} }, trigger: 'manual' },
    });
    expect(body).toContain('Your organization is not listed yet');
    await testBot.post({
      ...inNobodys(''),
      type: 'conversationUpdate',
      channelData: { tenant: { id: NOBODYS }, eventType: 'channelDeleted', channel: { id: PLACES.desk, name: 'x' } },
    });
    expect(await testBot.app.store.rooms.all()).toEqual([]);
  });
});

describe('an administrator of a customer', () => {
  it('lets a channel of their tenant follow their own project, and sees no other', async () => {
    await start();
    const room: Place = { kind: 'channel', id: '19:contoso-new@thread.tacv2' };
    testBot.teams.tenants.set(room.id, CONTOSO);
    const invited = await testBot.says('jonas', '/outage setup', room);
    const opened = await testBot.presses('jonas', 'Set up', invited ?? undefined, {}, room);
    expect(opened.text).not.toMatch(/Harbour|support-desk|harbour/i);
    expect(opened.buttons.map(({ title }) => title)).not.toContain('Make it the support desk');
    const follow = opened.buttons.find(({ verb }) => verb === 'setup-follow');
    for (const projects of ['harbour', '*', 'harbour,*']) {
      const refused = await testBot.presses('jonas', follow?.title ?? '', opened, { projects }, room);
      expect(refused.text).toContain('Choose');
    }
    const done = await testBot.presses('jonas', follow?.title ?? '', opened, { projects: 'contoso-erp,harbour' }, room);
    expect(done.text).not.toMatch(/Harbour/);
    expect(await testBot.app.store.rooms.all()).toMatchObject([
      { conversationId: room.id, tenantId: CONTOSO, use: { as: 'follower', projects: ['contoso-erp'] } },
    ]);
    await testBot.reports('maya');
    await aikoReports();
    const there = testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(room.id));
    expect(there.map((message) => testBot.teams.text(message)).join()).toContain('OUT-1001');
    expect(textIn(CONTOSO)).not.toMatch(OF_HARBOUR);
    expect(testBot.teams.foreign).toEqual([]);
  });

  it('may let a room be for executives, but show it nothing that is internal', async () => {
    await start();
    const room: Place = { kind: 'channel', id: '19:contoso-board@thread.tacv2' };
    testBot.teams.tenants.set(room.id, CONTOSO);
    const opened = await testBot.presses('jonas', 'Set up', (await testBot.says('jonas', '/outage setup', room)) ?? undefined, {}, room);
    expect(JSON.stringify(opened.card)).not.toContain('internal');
    const follow = (audience: string) =>
      testBot.presses('jonas', 'Follow these projects', opened, { projects: 'contoso-erp', audience }, room);
    await follow('internal');
    expect(await testBot.app.store.rooms.all()).toEqual([]);
    expect((await follow('executive')).text).toContain('For: Executives.');
    expect(await testBot.app.store.rooms.all()).toMatchObject([{ use: { as: 'follower', audience: 'executive' } }]);
  });

  it('cannot make a channel the desk, nor stop another one’s room', async () => {
    await start();
    for (const verb of ['setup-desk', 'setup-stop', 'setup-follow']) {
      const { body } = await testBot.post({
        ...testBot.activity('aiko', own, { type: 'invoke', name: 'adaptiveCard/action' }),
        value: { action: { type: 'Action.Execute', verb, data: { projects: 'contoso-erp', room: CONTOSO_ROOM } }, trigger: 'manual' },
      });
      expect(body).not.toMatch(/Contoso Production|Maya/);
    }
    expect(await testBot.app.store.rooms.all()).toEqual([]);
  });
});

it('the desk of customers reads who they are; customers read the first names of engineers where the desk file says so', async () => {
  await start({
    desk: threeTenants((text) =>
      text.replace('  timeZone: Europe/Copenhagen\n', '  timeZone: Europe/Copenhagen\n  engineerNames: first\n'),
    ),
  });
  await testBot.reports('maya');
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  await testBot.says('priya', 'update We look at it', thread(root()));
  await testBot.passes(1);
  expect(textIn(CONTOSO)).toContain('Priya (support engineer)');
  expect(textIn(CONTOSO)).not.toContain('Priya Nair');
  const status = await testBot.says('maya', '/outage status OUT-1001');
  expect(status?.text).toContain('Priya (support engineer)');
  expect(status?.text).not.toContain('Priya Nair');
  expect(textIn(TENANT)).toContain('Priya Nair');
  expect((await testBot.says('priya', '/outage status OUT-1001', desk))?.text).toContain('Priya Nair');
});

it('everybody of a tenant may report where the desk file says so, but for its guests', async () => {
  await start({ desk: threeTenants((text) => text.replace('members: [aiko]', 'everyone: true')), quirks: [] });
  const aiko = testBot.teams.roster.find(({ id }) => id === '29:aiko');
  if (!aiko) throw new Error('Aiko is in no roster');
  Object.assign(aiko, { userPrincipalName: 'aiko@harbour.example', userRole: 'user' });
  expect((await testBot.says('aiko', '/outage'))?.text).toContain('Quay');
  aiko.userPrincipalName = 'aiko_elsewhere.example#EXT#@harbour.example';
  testBot.clock.advance(3_600_001);
  expect((await testBot.says('aiko', '/outage'))?.text).toContain('You are not in any project');
  expect((await testBot.says('maya', '/outage'))?.text).toContain('Contoso Production');
});

it('customers read numbers that do not tell how many there are, where the desk file has a key; the desk reads both', async () => {
  const text = (file: string) =>
    file.replace('  timeZone: Europe/Copenhagen\n', '  timeZone: Europe/Copenhagen\n  numbersKey: harbour lights\n');
  await start({ desk: threeTenants(text) });
  await testBot.reports('maya');
  await aikoReports();
  const [first = '', second = ''] = [CONTOSO, HARBOUR].map((tenant) => /OUT-\d+/.exec(textIn(tenant))?.[0]);
  expect([first, second]).toEqual([expect.stringMatching(/^OUT-\d{6}$/), expect.stringMatching(/^OUT-\d{6}$/)]);
  expect(textIn(CONTOSO)).not.toMatch(/OUT-100\d\b/);
  expect(testBot.teams.text(root())).toMatch(/OUT-\d{6}[\s\S]*Counted as\n1001/);
  expect((await testBot.says('maya', `/outage status ${first}`))?.text).toContain(`${first}: `);
  expect((await testBot.says('maya', first.slice('OUT-'.length)))?.text).toContain(`${first}: `);
  expect((await testBot.says('maya', '/outage status OUT-1001'))?.text).toContain('I do not know that outage');
  expect((await testBot.says('maya', `/outage status ${second}`))?.text).toContain('I do not know that outage');
  await testBot.says('priya', `ack ${second}`);
  await testBot.settles();
  expect(textIn(HARBOUR)).toContain(`${second}: Acknowledged`);
});

it('a drill plays in the channel of a customer who agreed, and in no other', async () => {
  await start({ desk: threeTenants((text) => text.replace('    plan: premier\n', '    plan: premier\n    drills: true\n')) });
  expect((await testBot.says('priya', '/outage drill for harbour'))?.text).toContain('I know no project harbour that takes part in drills');
  expect((await testBot.says('priya', '/outage drill for contoso-erp'))?.text).toContain('DRILL-1 begins');
  await testBot.settles();
  const inRoom = (room: string) => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(room));
  expect(testBot.teams.text(inRoom(CONTOSO_ROOM)[0])).toMatch(/DRILL-1[\s\S]*This is a drill/);
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  expect(
    inRoom(CONTOSO_ROOM)
      .map((message) => testBot.teams.text(message))
      .join(),
  ).toContain('DRILL-1: Acknowledged');
  expect([inRoom(HARBOUR_ROOM), inRoom(PLACES.general), inRoom(PLACES.announcements)]).toEqual([[], [], []]);
  expect(testBot.teams.foreign).toEqual([]);
});

it('the desk is told when a customer’s channel that follows is gone, and no other tenant can say so', async () => {
  await start();
  const deleted = (tenant: string) => ({
    type: 'conversationUpdate',
    conversation: { id: CONTOSO_ROOM, conversationType: 'channel', isGroup: true, tenantId: tenant },
    channelData: { tenant: { id: tenant }, eventType: 'channelDeleted', channel: { id: CONTOSO_ROOM, name: 'Own' } },
  });
  await testBot.post(testBot.activity('aiko', theirs, deleted(HARBOUR)));
  await testBot.post(testBot.activity('priya', desk, deleted(TENANT)));
  expect(await testBot.app.store.rooms.all()).toEqual([]);
  await testBot.post(testBot.activity('maya', own, deleted(CONTOSO)));
  expect(await testBot.app.store.rooms.all()).toMatchObject([{ conversationId: CONTOSO_ROOM, tenantId: CONTOSO, lost: 'channel-deleted' }]);
  await testBot.watches(2);
  expect(textIn(TENANT)).toContain('Own: the channel was deleted.');
  await testBot.reports('maya');
  expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(CONTOSO_ROOM))).toEqual([]);
});

it('a channel of a customer in which the bot is new reads who of theirs can set it up, and nobody of the desk', async () => {
  await start();
  const room: Place = { kind: 'channel', id: '19:contoso-new@thread.tacv2' };
  testBot.teams.tenants.set(room.id, CONTOSO);
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] };
  await testBot.post(testBot.activity('maya', room, added));
  const text = testBot.teams.text(testBot.teams.in(room.id)[0]);
  expect(text).toContain('Jonas Weber');
  expect(text).not.toMatch(/Ingrid|Harbour/);
});

it('outages of two customers that are made one tell neither of the other', async () => {
  await start();
  await testBot.reports('maya');
  await aikoReports();
  await testBot.says('priya', 'ack', thread(root()));
  await testBot.settles();
  const asked = await testBot.says('priya', 'merge OUT-1002', thread(root()));
  await testBot.presses('priya', 'Merge', asked ?? undefined, {}, thread(root()));
  await testBot.settles();
  const merged = await testBot.app.store.outages.list({ projects: null, personId: null, states: ['merged'], limit: 9 });
  expect(merged.map(({ outage }) => outage.number)).toEqual([1001]);
  const first = root()?.conversationId;
  const into = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk) && conversationId !== first);
  await testBot.says('priya', 'ack', thread(into));
  await testBot.settles();
  await testBot.says('priya', 'update We found the cause', thread(into));
  await testBot.passes(2);
  // Each hears of it, by the number that is theirs, in their own Teams.
  expect(textIn(CONTOSO)).toContain('We found the cause');
  expect(textIn(CONTOSO)).not.toMatch(OF_HARBOUR);
  expect(textIn(HARBOUR)).not.toMatch(OF_CONTOSO);
  for (const text of ['/outage timeline OUT-1002', '/outage status OUT-1002', '/outage list'])
    expect((await testBot.says('aiko', text))?.text).not.toMatch(OF_CONTOSO);
  for (const text of ['still down', 'it works', '/outage mine', 'what is going on?'])
    expect((await testBot.says('maya', text))?.text ?? '').not.toMatch(OF_HARBOUR);
  await testBot.passes(1);
  expect(textIn(CONTOSO)).not.toMatch(OF_HARBOUR);
  expect(textIn(HARBOUR)).not.toMatch(OF_CONTOSO);
  expect(testBot.teams.foreign).toEqual([]);
});
