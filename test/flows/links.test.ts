/** What the cards link to: the call, a chat with the reporter, runbooks, tickets in other systems, and the desk's thread. And who sees none of it. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  type Answers,
  chat,
  objectId,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  TENANT,
  type TestBot,
  teamOf,
  testDesk,
  thread,
  withHarbour,
} from '../support/bot/test-bot.ts';
import { isNode, type Node } from '../support/cards/walk.ts';
import type { SentMessage } from '../support/teams/fake-graph.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const MEETING = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0';
const OTHER_MEETING = MEETING.replace('abc', 'def');

/** What can be opened on a card: its text, and where it leads. */
function linksOn(card: unknown): Record<string, string> {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(linksOn));
  if (!isNode(card)) return {};
  const own = card.type === 'Action.OpenUrl' && card.title ? { [String(card.title)]: String(card.url) } : {};
  const tap = card.selectAction as Node | undefined;
  const run = tap?.type === 'Action.OpenUrl' ? { [String(card.text)]: String(tap.url) } : {};
  return { ...own, ...run, ...linksOn(Object.values(card)) };
}

const find = (place: string, summary: RegExp): SentMessage[] =>
  testBot.teams.messages.filter((message) => message.conversationId.startsWith(place) && summary.test(message.summary));
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const links = () => linksOn(root()?.card);
/** The reporter's own card. */
const receipt = () => testBot.teams.in('a:maya').find(({ card }) => JSON.stringify(card).includes('reporter-withdraw-form'));
async function types(text: string, person: 'priya' | 'maya' = 'priya', place: Place = thread(root())): Promise<string> {
  // The conversation takes so many messages in a moment.
  testBot.clock.advance(5_000);
  const answer = await testBot.says(person, text, place);
  await testBot.settles();
  return answer?.text ?? '';
}
async function reported(change: (text: string) => string = (text) => text) {
  testBot = await startTestBot({ desk: testDesk(change) });
  await testBot.reports();
}
/** Opens a form behind More, and sends it. */
async function fills(button: string, send: string, inputs: Record<string, string>): Promise<Shown> {
  const more = await testBot.presses('priya', 'More', root());
  const form = await testBot.presses('priya', button, more, {}, thread(root()));
  const done = await testBot.presses('priya', send, form, inputs, thread(root()));
  await testBot.settles();
  return done;
}

describe('the call', () => {
  it('is a new meeting with the title until somebody sets one; then everybody at the desk can join it, and nobody else', async () => {
    await reported();
    const subject = encodeURIComponent('OUT-1001: Invoices cannot be posted');
    expect(links()['Start a call']).toBe(`https://teams.microsoft.com/l/meeting/new?subject=${subject}`);
    await types(`bridge ${MEETING}`);
    expect(links()).toMatchObject({ 'Join call': MEETING });
    expect(links()).not.toHaveProperty('Start a call');
    const [news] = find(PLACES.desk, /^OUT-1001: call to join/);
    expect(linksOn(news?.card)).toEqual({ 'Join call': MEETING });
    expect(testBot.teams.text(news)).toContain('The reporter does not see it.');
    expect(JSON.stringify(testBot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk)))).not.toContain(
      'meetup-join',
    );
  });

  it('is shown to the reporter where the engineer ticks that, and taken away from both', async () => {
    await reported();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    await fills('Set call link', 'Save call link', { address: MEETING, shared: 'true' });
    expect(linksOn(receipt()?.card)).toMatchObject({ 'Join call': MEETING });
    const [invited] = find('a:maya', /^OUT-1001: call to join/);
    expect(linksOn(invited?.card)).toEqual({ 'Join call': MEETING });
    expect(testBot.teams.text(invited)).toContain('You can talk to the engineers now.');
    expect(linksOn((await testBot.says('maya', 'status OUT-1001'))?.card)).toMatchObject({ 'Join call': MEETING });
    // Those who follow, and colleagues who look it up, are not invited.
    expect(linksOn((await testBot.says('jonas', 'status OUT-1001'))?.card)).not.toHaveProperty('Join call');
    expect(JSON.stringify(testBot.teams.in(PLACES.announcements))).not.toContain('meetup-join');
    // Another address stays shared, and the reporter hears of it.
    await types(`bridge ${OTHER_MEETING}`);
    expect(linksOn(receipt()?.card)).toMatchObject({ 'Join call': OTHER_MEETING });
    expect(linksOn(find('a:maya', /^OUT-1001: call to join/).at(-1)?.card)).toEqual({ 'Join call': OTHER_MEETING });
    await types('bridge remove');
    for (const card of [root()?.card, receipt()?.card]) expect(linksOn(card)).not.toHaveProperty('Join call');
    expect(find(PLACES.desk, /its own call link is removed/)).toHaveLength(1);
    // The form remembers what is set, so that an empty address takes it away.
    await types(`bridge ${MEETING}`);
    expect((await fills('Set call link', 'Save call link', { address: '', shared: 'true' })).text).toContain('OUT-1001');
    expect(links()).not.toHaveProperty('Join call');
  });

  it('may be one that is always there, of the desk or of the project, and that can be shown to the reporter too', async () => {
    const desk = 'https://meet.contoso.example/war-room';
    await reported((text) => text.replace('desk:\n', `desk:\n  bridge: "${desk}"\n`));
    expect(links()).toMatchObject({ 'Join call': desk });
    expect(linksOn(receipt()?.card)).not.toHaveProperty('Join call');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    await fills('Set call link', 'Save call link', { address: desk, shared: 'true' });
    expect(linksOn(receipt()?.card)).toMatchObject({ 'Join call': desk });
    await testBot.stop();
    const own = 'https://conference.nordwind.example/erp';
    await reported((text) =>
      text.replace('desk:\n', `desk:\n  bridge: "${desk}"\n`).replace('    plan: premier\n', `    plan: premier\n    bridge: "${own}"\n`),
    );
    expect(links()).toMatchObject({ 'Join call': own });
    // The desk file names its host, so it is allowed.
    await types(`bridge ${own}/other`);
    expect(links()).toMatchObject({ 'Join call': `${own}/other` });
  });

  it.each([
    ['another host', 'https://evil.example/meet', 'I take calls in Teams, and on meet.contoso.example, not on evil.example.'],
    [
      'a host that looks like Teams',
      'https://teams.microsoft.com.evil.example/l/meetup-join/1',
      'not on teams.microsoft.com.evil.example.',
    ],
    ['a host in other letters', 'https://te\u0430ms.microsoft.com/1', 'not on xn--'],
    ['a name in front of the host', 'https://teams.microsoft.com@evil.example/1', 'That is no address that I can use.'],
    ['another port', 'https://teams.microsoft.com:8443/1', 'not on teams.microsoft.com:8443.'],
    ['no https', 'http://teams.microsoft.com/l/meetup-join/1', 'That is no address that I can use.'],
    ['a script', 'javascript:alert(1)', 'That is no address that I can use.'],
    ['no address', 'tomorrow', 'That is no address that I can use.'],
    ['two addresses', `${MEETING} (https://evil.example/1)`, 'That is no address that I can use.'],
    ['an endless address', `https://teams.microsoft.com/${'x'.repeat(100_000)}`, 'That is no address that I can use.'],
  ])('is never one of %s', async (_what, address, answer) => {
    await reported();
    const said = (await types(`bridge ${address}`)).replaceAll('\u2060', '');
    expect(said).toContain(answer);
    expect(links()).not.toHaveProperty('Join call');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const form = await fills('Set call link', 'Save call link', { address: address.slice(0, 2_000), shared: 'true' });
    expect(form.text.replaceAll('\u2060', '')).toContain(answer);
    expect(JSON.stringify(testBot.teams.messages)).not.toMatch(/"url":"[^"]*(?:evil|8443|javascript)/);
  });

  it('on a host of the desk file is taken, with the label that Teams writes in front of an address', async () => {
    await reported();
    await types('bridge: Daily call (https://meet.contoso.example/erp)');
    expect(links()).toMatchObject({ 'Join call': 'https://meet.contoso.example/erp' });
    await types(`bridge ${MEETING} (${MEETING}?p=1)`);
    expect(links()).toMatchObject({ 'Join call': `${MEETING}?p=1` });
  });

  it('is set by engineers alone, while it is open', async () => {
    await reported();
    expect(await types(`bridge ${MEETING}`, 'maya')).toContain('Only engineers of the support desk can do that.');
    await types('resolve It works.');
    expect(await types(`bridge ${MEETING}`)).toContain('OUT-1001');
    for (const name of ['Join call', 'Start a call']) expect(links()).not.toHaveProperty(name);
  });
});

describe('the reporter', () => {
  it('can be chatted with, called in Teams, and called by phone; by the id that Teams vouches for', async () => {
    await reported();
    const users = `users=8:orgid:${objectId('maya')}`;
    expect(links()).toMatchObject({
      'Chat in Teams': `https://teams.microsoft.com/l/chat/0/0?tenantId=${TENANT}&${users}`,
      'Call in Teams': `https://teams.microsoft.com/l/call/0/0?${users}`,
    });
    expect(JSON.stringify(root()?.card)).toContain('[+45 32 12 34 56](tel:+4532123456)');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const more = await testBot.presses('priya', 'More', root());
    expect(Object.keys(linksOn(more.card))).toEqual(['Start a call', 'Chat with reporter', 'Call reporter']);
    expect(JSON.stringify(more.card)).toContain('(tel:+4532123456)');
    // In their own chat an engineer has the links, and no phone number.
    const own = await testBot.says('priya', 'status OUT-1001');
    expect(linksOn(own?.card)).toHaveProperty('Chat in Teams');
    const alone = await testBot.presses('priya', 'More', own ?? undefined);
    for (const card of [own?.card, alone.card]) expect(JSON.stringify(card)).not.toMatch(/32 12 34 56|maya@/);
  });

  it('of another company is reached by phone and e-mail first, and the links say where they open', async () => {
    const other = '7e9a1c00-0000-4000-8000-00000000beef';
    testBot = await startTestBot({
      desk: testDesk((text) => withHarbour(text, 'quay', `    tenant: ${other}\n`)),
      tenants: { aiko: other },
    });
    await testBot.reports('aiko');
    const text = testBot.teams.text(root());
    const inOrder = ['+45 32 12 34 56', 'maya@example.com', 'Chat in Teams (where both companies allow it)'].map((one) =>
      text.indexOf(one),
    );
    expect(inOrder).toEqual(inOrder.toSorted((one, two) => one - two));
    expect(inOrder[0]).toBeGreaterThan(0);
    expect(Object.values(links()).join()).toContain(`8:orgid:${objectId('aiko')}`);
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const more = await testBot.presses('priya', 'More', root());
    expect(more.text).toMatch(/32 12 34 56[\s\S]*open only where both companies allow it/);
  });
});

describe('knowledge', () => {
  const scenario = (text: string) =>
    text.concat(
      'scenarios:\n  - { id: core, title: A core process fails for everyone, chooseWhen: It fails, runbook: "https://runbooks.contoso.example/core" }\n',
    );

  it('is on the card of the desk, and on no card of a customer or a follower', async () => {
    testBot = await startTestBot({ desk: testDesk(scenario) });
    // This desk asks no questions.
    const { questions: _, ...answers } = ANSWERS;
    const review = await testBot.reviews('maya', chat('maya'), { ...answers } as unknown as Answers);
    await testBot.presses('maya', 'Send report', review);
    await testBot.settles();
    expect(links()).toMatchObject({
      Runbook: 'https://runbooks.contoso.example/core',
      Monitoring: 'https://monitoring.contoso.example/erp',
      'Change calendar': 'https://changes.contoso.example/',
    });
    for (const person of ['maya', 'jonas'] as const) await testBot.says(person, 'status OUT-1001');
    await types('update We look at it.');
    const others = testBot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk));
    expect(others.length).toBeGreaterThan(4);
    expect(JSON.stringify(others)).not.toMatch(/runbooks|monitoring\.contoso|changes\.contoso|8:orgid|meeting\/new/);
  });
});

describe('a ticket', () => {
  it('is added by its number or its address, shown as what is opened, and removed; nobody but the desk reads it', async () => {
    await reported();
    expect(await types('ticket INC0012345')).toContain('INC0012345 is on the card of OUT-1001 now.');
    await types('ticket https://jira.contoso.example/browse/ERP-42');
    expect(await types('ticket inc0012345')).toContain('It was like that already.');
    expect(testBot.teams.text(root())).toContain('INC0012345');
    expect(links()).toMatchObject({ 'ERP-42 (jira.contoso.example)': 'https://jira.contoso.example/browse/ERP-42' });
    expect((await testBot.says('priya', 'timeline', thread(root())))?.text).toContain('Priya Nair added the ticket INC0012345');
    for (const card of [(await testBot.says('maya', 'timeline OUT-1001'))?.card, receipt()?.card])
      expect(JSON.stringify(card)).not.toMatch(/INC00|ERP-42/);
    expect(await types('ticket remove ERP-42')).toContain('is no longer on the card of OUT-1001.');
    expect(links()).not.toHaveProperty('ERP-42 (jira.contoso.example)');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    await fills('Add ticket', 'Add ticket', { ticket: 'CHG0099' });
    expect(testBot.teams.text(root())).toContain('CHG0099');
    // The timeline of the desk says which one was removed.
    expect((await testBot.says('priya', 'timeline', thread(root())))?.text).toContain('removed the ticket ERP-42');
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['without https', 'http://jira.contoso.example/1'],
    ['with a password', 'https://me:1@jira.contoso.example/1'],
    ['a word', 'soon'],
    ['endless', `https://evil.example/${'1'.repeat(100_000)}`],
  ])('is never %s', async (_what, text) => {
    await reported();
    expect(await types(`ticket ${text}`)).toContain('That is no ticket that I can use.');
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    expect((await fills('Add ticket', 'Add ticket', { ticket: text.slice(0, 2_000) })).text).toContain('That is no ticket that I can use.');
    expect(testBot.teams.text(root())).not.toContain('Tickets');
  });

  it('is one of ten at most, and added by engineers alone', async () => {
    await reported();
    expect(await types('ticket INC1', 'maya')).toContain('Only engineers of the support desk can do that.');
    for (let index = 1; index <= 10; index++) await types(`ticket INC${index}`);
    expect(await types('ticket INC11')).toContain('OUT-1001 has 10 tickets already.');
  });
});

describe('the thread of each', () => {
  /** Teams says of which group the desk's channel is. */
  async function knowsGroup() {
    const team = { id: teamOf(PLACES.desk), aadGroupId: '5f6d7c8b-0000-4000-8000-000000000001', name: 'Support' };
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], channelData: { eventType: 'teamMemberAdded', team } };
    await testBot.post(testBot.activity('priya', { kind: 'channel', id: PLACES.desk }, added));
  }
  const threads = (card: unknown) => [...JSON.stringify(card).matchAll(/\/l\/message\/[^/"]+\/(\d+)\?/g)].map(([, id]) => id);
  const opened = () =>
    find(PLACES.desk, /^OUT-\d+: /)
      .filter(({ id, conversationId }) => conversationId.endsWith(id))
      .map(({ id }) => id);

  it('opens from the lists of engineers, and from no list that a customer reads', async () => {
    testBot = await startTestBot({ quirks: [] });
    await knowsGroup();
    for (const _ of Array(3)) await testBot.reports();
    const list = await testBot.says('priya', '/outage list');
    expect(threads(list?.card).toSorted()).toEqual(opened().toSorted());
    expect(Object.keys(linksOn(list?.card))).toEqual(['Open thread']);
    expect(threads((await testBot.says('tomas', '/outage list', thread(root())))?.card)).toHaveLength(3);
    for (const place of [chat('maya'), { kind: 'channel', id: `${PLACES.general};messageid=1` }] as const)
      expect(threads((await testBot.says('maya', '/outage list', place))?.card)).toEqual([]);
    // Where customers read along, an engineer's list has none.
    expect(threads((await testBot.says('priya', '/outage list', { kind: 'channel', id: `${PLACES.general};messageid=1` }))?.card)).toEqual(
      [],
    );
    await types('ack OUT-1001', 'priya', chat('priya'));
    expect(threads((await testBot.says('priya', '/outage mine'))?.card)).toHaveLength(1);
  });

  it('opens from a digest, also when one of its outages was taken', async () => {
    testBot = await startTestBot({ quirks: [] });
    await knowsGroup();
    for (const _ of Array(3)) await testBot.reports();
    await testBot.passes(16);
    const [digest] = find(PLACES.desk, /3 outages need somebody/);
    expect(threads(digest?.card)).toHaveLength(3);
    await types('ack OUT-1002', 'priya', chat('priya'));
    await testBot.passes(2);
    expect(digest?.summary).toBe('2 outages need somebody');
    expect(threads(digest?.card)).toHaveLength(3);
  });
});
