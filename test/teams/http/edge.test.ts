/** Requests of all kinds to a server that really listens: each is answered, and none ends the process. */
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chat, fillReport, type Place, type Shown, show, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { stepLabel } from '../../support/report/step-label.ts';

const GROUP: Place = { kind: 'groupChat', id: '19:projects@thread.v2' };
const STRANGE = 'https://attacker.example/teams/';
/** A tenant that the operator lists, of no customer. */
const ELSEWHERE = 'ffffffff-0000-4000-8000-000000000000';

let testBot: TestBot;

beforeEach(async () => {
  testBot = await startTestBot({ environment: { TENANTS: ELSEWHERE } });
});
afterEach(() => testBot.stop());

const deskThread = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith('19:support-desk'));
const alive = async () => (await fetch(`${testBot.url}/healthz`)).status;

async function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(`${testBot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.text() };
}

/** Presses a button that no card of ours has. */
async function press(person: 'maya' | 'priya' | 'jonas', verb: unknown, data: unknown, place: Place = chat(person), more: object = {}) {
  const { status, body } = await testBot.post({
    ...testBot.activity(person, place, { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1000000' }),
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    ...more,
  });
  expect(status, body).toBe(200);
  const answer = JSON.parse(body) as { value: unknown };
  return typeof answer.value === 'string' ? show(undefined, answer.value) : show(answer.value);
}

describe('an invalid body', () => {
  it.each([
    ['that says it is gzip and is not', 415, 'no gzip at all', { 'content-encoding': 'gzip' }],
    ['that is gzip indeed', 415, gzipSync('{}'), { 'content-encoding': 'gzip' }],
    ['with any other encoding', 415, '{}', { 'content-encoding': 'identity' }],
    ['that is too long', 413, JSON.stringify({ text: 'x'.repeat(600 * 1024) }), {}],
    ['that is broken JSON', 400, '{"type":"message"', {}],
    ['that is a list', 400, '[{"type":"message"}]', {}],
    ['that is empty', 400, '', {}],
    ['that is a number', 400, '42', {}],
    ['that is null', 400, 'null', {}],
    ['that is an object without a type', 400, '{}', {}],
    ['of another kind', 415, '<xml/>', { 'content-type': 'application/xml' }],
    ['that is a form', 415, 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('%s is refused with %i, and the process lives', async (_what, status, body, headers: Record<string, string>) => {
    expect((await send(body, headers)).status).toBe(status);
    expect(await alive()).toBe(200);
    expect(testBot.teams.received).toEqual([]);
  });

  it('that is a form with a file leaves no file behind', async () => {
    const uploads = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('upload_'));
    const before = await uploads();
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(100_000)]), 'x.txt');
    expect((await fetch(`${testBot.url}/api/messages`, { method: 'POST', body: form })).status).toBe(415);
    expect(await uploads()).toEqual(before);
  });

  it('is answered with no more than a status', async () => {
    for (const body of ['[1]', '{"type":"message"', '{}']) expect((await send(body)).body).not.toMatch(/node_modules|at .*\.js|zod/i);
  });

  it('of ten thousand levels is answered, and the next one too', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const activity = JSON.stringify(testBot.activity('maya', chat('maya'), { type: 'message', text: 'help' }));
    const { status } = await send(`${activity.slice(0, -1)},"value":${deep}}`);
    expect([200, 400]).toContain(status);
    const invoke = JSON.stringify(testBot.activity('maya', chat('maya'), { type: 'invoke', name: 'adaptiveCard/action' }));
    const value = `{"action":{"type":"Action.Execute","verb":"report-next","data":${deep}}}`;
    expect([200, 400]).toContain((await send(`${invoke.slice(0, -1)},"value":${value}}`)).status);
    expect((await testBot.says('maya', 'help'))?.text).toContain('Outage Desk');
  });
});

describe('A9: somebody without an account', () => {
  const guest = { from: { id: '29:guest', name: 'Guest (guest)' } };
  const says = (more: object = {}, place = GROUP) => testBot.post({ ...testBot.typed('maya', '/outage', place), ...guest, ...more });

  it.each([
    ['no Entra id', guest.from],
    ['an empty one', { ...guest.from, aadObjectId: '' }],
    ['null as one', { ...guest.from, aadObjectId: null }],
    ['one that is no GUID', { ...guest.from, aadObjectId: 'admin' }],
    ['a number as one', { ...guest.from, aadObjectId: 7 }],
  ])('with %s is told the phone and to sign in, once, and nothing begins', async (_what, from) => {
    for (const _time of [1, 2]) expect((await says({ from })).status).toBe(200);
    const [told, ...more] = testBot.teams.in(GROUP.id);
    expect(testBot.teams.text(told)).toMatch(/Please sign in with your own account[\s\S]*\+45 70 10 20 30/);
    expect(more).toEqual([]);
    expect(testBot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is told so in each conversation, and so is each of them', async () => {
    await says();
    await says({ from: { ...guest.from, id: '29:another' } });
    await says({}, { ...GROUP, id: '19:others@thread.v2' });
    expect(testBot.teams.messages).toHaveLength(3);
  });

  it('who presses is told the same, each time, and only they see it', async () => {
    await testBot.reports();
    const { verb, data } = show(deskThread()?.card).buttons.find(({ title }) => title === 'Acknowledge') ?? { verb: '', data: {} };
    const press = testBot.pressed('maya', thread(deskThread()), { verb, data, card: undefined, replyToId: '1' });
    const before = testBot.teams.received.length;
    for (const _time of [1, 2]) {
      const { status, body } = await testBot.post({ ...press, ...guest });
      expect(status).toBe(200);
      expect(body).toMatch(/sign in with your own account.*\+45 70 10 20 30/);
    }
    expect(testBot.teams.received).toHaveLength(before);
  });

  it('who says something to others is no concern of the bot', async () => {
    await says({ entities: [], text: 'on it' });
    expect(testBot.teams.received).toEqual([]);
  });
});

describe('an activity that does not say who or where', () => {
  const without = (change: (activity: Record<string, unknown>) => void) => {
    const activity = testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage' });
    change(activity);
    return activity;
  };
  it.each<[string, (activity: Record<string, unknown>) => void]>([
    ['no sender', (activity) => delete activity.from],
    ['no conversation', (activity) => delete activity.conversation],
    ['no recipient', (activity) => delete activity.recipient],
    [
      'no tenant',
      (activity) => {
        activity.conversation = { id: 'a:maya', conversationType: 'personal' };
        delete activity.channelData;
      },
    ],
    ['no service address', (activity) => delete activity.serviceUrl],
    ['a service address that is none', (activity) => (activity.serviceUrl = 'teams')],
    ['no channel', (activity) => delete activity.channelId],
  ])('with %s starts nothing, sends nothing, and is answered', async (_what, change) => {
    const { status } = await testBot.post(without(change));
    expect([200, 400]).toContain(status);
    expect(testBot.teams.received).toEqual([]);
    expect(await alive()).toBe(200);
  });

  it('from a strange service address is never answered there, and changes nothing', async () => {
    await testBot.reports();
    const { status } = await testBot.post({
      ...testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage' }),
      serviceUrl: STRANGE,
    });
    expect(status).toBe(200);
    const pressed = await press('priya', 'outage-acknowledge', deskButton(), thread(deskThread()), { serviceUrl: STRANGE });
    expect(pressed.text).toBe('');
    await testBot.settles();
    expect(testBot.teams.text(deskThread())).toContain('OUT-1001: new outage');
    expect(testBot.log.filter(({ message }) => message.startsWith('ignored'))).toHaveLength(2);
    // The stored address of the tenant is still Teams'.
    await testBot.presses('priya', 'Acknowledge', deskThread());
    await testBot.settles();
    expect(testBot.teams.text(deskThread())).toContain('Acknowledged by Priya Nair');
  });
});

const deskButton = () => show(deskThread()?.card).buttons[0]?.data as Record<string, unknown>;

describe('a button that is forged', () => {
  it.each([
    ['with an unknown verb', 'outage-delete', {}],
    ['with a verb of an object', 'constructor', {}],
    ['with the verb __proto__', '__proto__', {}],
    ['with no data', 'report-next', undefined],
    ['with a text for data', 'report-next', 'x'],
    ['with a list for data', 'outage-acknowledge', []],
    ['with data of wrong types', 'report-next', { draft: 7, step: ['review'] }],
    ['with an unknown step', 'report-done', { draft: '00000000-0000-4000-8000-000000000000', step: 'sent' }],
  ])('%s is told to be of an older card', async (_what, verb, data) => {
    expect((await press('priya', verb, data)).said).toContain('This button is on an older card');
  });

  it('with the draft of nobody begins anew, kindly', async () => {
    const pressed = await press('maya', 'report-done', { draft: 'a1b2c3d4-0000-4000-8000-00000000ffff', step: 'review' });
    expect(pressed.said).toContain('This report is no longer here. What you have sent is not lost.');
  });

  it("with somebody else's draft shows nothing of it", async () => {
    const review = await testBot.reviews('maya');
    const done = review.buttons.find(({ title }) => title === 'Send report');
    const pressed = await press('jonas', 'report-done', done?.data);
    expect(pressed.said).toContain('no longer here');
    expect(JSON.stringify(pressed)).not.toContain('Invoices');
    await testBot.settles();
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId !== 'a:maya')).toEqual([]);
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001');
  });

  it("with somebody else's report that was sent shows nothing of it either", async () => {
    const review = await testBot.reviews('maya');
    await testBot.presses('maya', 'Send report', review);
    const pressed = await press('jonas', 'report-done', review.buttons.find(({ title }) => title === 'Send report')?.data);
    expect(pressed.said).toContain('no longer here');
    expect(pressed.card).toBeUndefined();
  });

  it('with an outage that is not there says so', async () => {
    const pressed = await press('priya', 'outage-acknowledge', { outage: 'a1b2c3d4-0000-4000-8000-00000000ffff', version: 1 });
    expect(pressed.text).toContain('I do not know that outage');
    const form = await press('priya', 'outage-update-form', { outage: 'a1b2c3d4-0000-4000-8000-00000000ffff', version: 1 });
    expect(form.said).toContain('I do not know that outage');
  });

  it('is refused to people who are no engineers in the same words for an outage that exists and one that does not', async () => {
    await testBot.reports();
    const there = await press('jonas', 'outage-acknowledge', deskButton());
    const nowhere = await press('jonas', 'outage-acknowledge', { outage: 'a1b2c3d4-0000-4000-8000-00000000ffff', version: 1 });
    expect(there.said).toContain('Only engineers');
    expect(nowhere).toEqual(there);
  });

  it('with __proto__ and constructor in its data reaches no object of ours', async () => {
    const first = await testBot.says('maya', '/outage');
    const { verb, data } = first?.buttons.find(({ title }) => title === 'Yes, all three are true') ?? { verb: '', data: {} };
    const forged = JSON.stringify({ ...data, live: 'true' }).replace(
      '{',
      '{"__proto__":{"many":"true","polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},',
    );
    const activity = testBot.activity('maya', chat('maya'), { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1000000' });
    const { status } = await send(
      `${JSON.stringify(activity).slice(0, -1)},"value":{"action":{"type":"Action.Execute","verb":"${verb}","data":${forged}}}}`,
    );
    expect(status).toBe(200);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((await testBot.says('maya', 'help'))?.text).toContain('Outage Desk');
  });

  it.each<[string, unknown, RegExp, 'details' | 'questions']>([
    ['a list', ['x'], /This is needed/, 'details'],
    ['an object', { a: 1 }, /This is needed/, 'details'],
    ['null', null, /This is needed/, 'details'],
    ['a text of 300 KB', 'x'.repeat(300_000), /too long/, 'details'],
    // Teams sends what Input.Number holds as a number (C20).
    ['a number', 7, /Help the engineer start faster/, 'questions'],
  ])('with %s where text belongs takes it for nothing, refuses it beside the field, or reads it', async (_what, value, instead, step) => {
    let shown: Shown | undefined = (await testBot.says('maya', '/outage')) ?? undefined;
    shown = await testBot.presses('maya', 'Yes, all three are true', shown);
    shown = await testBot.presses('maya', 'A core process fails for everyone', shown);
    shown = await testBot.presses('maya', 'Continue', shown, {
      title: value as string,
      description: 'It stops',
      began: 'ago-15',
      affected: 'everyone',
    });
    expect(shown.text).toMatch(instead);
    expect(shown.text).toContain(stepLabel(step));
  });
});

describe('whatever else Teams may send', () => {
  it('an invoke of a name that we do not know is answered', async () => {
    for (const name of ['task/fetch', 'composeExtension/query', 'handoff/action', '', 'adaptiveCard/action2']) {
      const { status } = await testBot.post(testBot.activity('maya', chat('maya'), { type: 'invoke', name, value: {} }));
      expect([200, 400, 501], name).toContain(status);
    }
    expect(await alive()).toBe(200);
  });

  it('an adaptiveCard/action that is no Action.Execute is answered', async () => {
    for (const value of [undefined, null, 'x', {}, { action: null }, { action: { type: 'Action.Submit', verb: 'x' } }]) {
      const { status } = await testBot.post(testBot.activity('maya', chat('maya'), { type: 'invoke', name: 'adaptiveCard/action', value }));
      expect([200, 400, 501]).toContain(status);
    }
  });

  it('events that we do nothing with are taken in silence', async () => {
    for (const type of ['typing', 'conversationUpdate', 'messageReaction', 'messageDelete', 'endOfConversation', 'event', 'a-new-one']) {
      const { status } = await testBot.post(testBot.activity('maya', chat('maya'), { type }));
      expect(status, type).toBe(200);
    }
    expect(testBot.teams.received).toEqual([]);
    expect(testBot.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    { locale: null },
    { locale: 'x'.repeat(50) },
    { localTimezone: null },
    { localTimezone: 'x'.repeat(100) },
    { text: null },
    { id: '\ud800' },
    { id: '..' },
    { from: { id: '29:maya', name: null, aadObjectId: 'a1b2c3d4-0000-4000-8000-000000000001' } },
  ])('a message with something odd about it is answered: %j', async (more) => {
    const { status } = await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', text: 'help', ...more }));
    expect(status).toBe(200);
    expect(testBot.teams.in('a:maya')).toHaveLength(1);
  });

  it('a message of 100 KB is answered kindly, in a chat and in a thread', async () => {
    const long = 'It is down. '.repeat(8_500);
    expect((await testBot.says('maya', long))?.text).toContain('Is this a production outage?');
    await testBot.reports();
    expect((await testBot.says('priya', `update ${long}`, thread(deskThread())))?.text).toContain('Please shorten it');
  });

  it('an answer that Teams may have taken is not sent again and again by the SDK', async () => {
    testBot.teams.failNext({ status: 500, headers: { 'retry-after': '0' } }, { times: 9 });
    await testBot.says('maya', 'help');
    expect(testBot.teams.received).toHaveLength(1);
  });

  it('the submit of an old client goes the same way in a chat, and is sent there from a group, where all would see it', async () => {
    const first = await testBot.says('maya', '/outage');
    const { verb, data } = first?.buttons.find(({ title }) => title === 'Yes, all three are true') ?? {};
    const value = { ...data, verb };
    await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', value, replyToId: '1' }));
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain(stepLabel('scenario'));
    await testBot.post(testBot.activity('maya', GROUP, { type: 'message', value, replyToId: '1' }));
    expect(testBot.teams.text(testBot.teams.in(GROUP.id).at(-1))).toContain('Write /outage to me in our own chat');
    await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', value: { anything: 1 } }));
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('This button is on an older card');
  });

  it('a press on a card of an outage that is over shows what is true, and changes nothing', async () => {
    await testBot.reports();
    const old = show(deskThread()?.card);
    await testBot.says('priya', 'resolve It works again', thread(deskThread()));
    await testBot.settles();
    const pressed = await testBot.presses('tomas', 'Acknowledge', old, {}, thread(deskThread()));
    expect(pressed.text).toContain('Priya Nair resolved OUT-1001');
    expect(pressed.buttons.map(({ title }) => title)).toEqual(['Write review', 'More']);
  });

  it('a Done pressed again days later still shows what became of the first', async () => {
    const review = await testBot.reviews();
    await testBot.presses('maya', 'Send report', review);
    await testBot.passes(30);
    testBot.clock.advance(3 * 24 * 3_600_000);
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: Late: not acknowledged');
    expect(testBot.teams.messages.filter(({ summary }) => summary.startsWith('OUT-1002'))).toEqual([]);
  });

  it('somebody of another tenant has no roles here, whatever their id', async () => {
    await testBot.reports();
    const foreign = { conversation: { id: 'a:x', conversationType: 'personal', tenantId: ELSEWHERE } };
    const pressed = await press('priya', 'outage-acknowledge', deskButton(), chat('priya'), foreign);
    expect(pressed.said).toContain('Only engineers');
    await testBot.post({ ...testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage' }), ...foreign });
    expect(testBot.teams.text(testBot.teams.in('a:x').at(-1))).toContain('This account is from another organization');
  });
});

describe('in a group chat', () => {
  const TYPED = ['Invoices cannot be posted', 'Update conflict', '40 trucks wait', '32 12 34 56', '32123456', 'maya@example.com'];

  it('what is entered is drawn for the one who presses and stands in no message to the group', async () => {
    await testBot.says('maya', '/outage', GROUP);
    const card = testBot.teams.in(GROUP.id)[0];
    expect(testBot.teams.text(card)).toContain('Maya Lindt is reporting a production outage');
    const opened = await testBot.presses('maya', 'Continue my report', card, {}, GROUP);
    const review = await fillReport(testBot, 'maya', opened, GROUP);
    for (const typed of TYPED.slice(0, 3)) expect(review.text).toContain(typed);
    expect(testBot.teams.in(GROUP.id)).toHaveLength(1);
    expect(testBot.teams.text(card)).toContain('Maya Lindt is reporting a production outage');
    await testBot.presses('maya', 'Send report', review, {}, GROUP);
    await testBot.settles();
    expect(testBot.teams.text(card)).toContain('OUT-1001, reported by Maya Lindt');
    await testBot.passes(31);
    await testBot.presses('priya', 'Acknowledge', deskThread());
    await testBot.settles();
    const inGroup = testBot.teams.received.filter(({ path, text }) => path.includes(GROUP.id) || text.includes(GROUP.id));
    expect(inGroup.length).toBeGreaterThan(3);
    for (const { text } of inGroup) for (const typed of TYPED) expect(text).not.toContain(typed);
  });

  it('anybody else who presses gets a kind sentence, and the report stays as it was', async () => {
    await testBot.says('maya', '/outage', GROUP);
    const card = testBot.teams.in(GROUP.id)[0];
    for (const person of ['jonas', 'priya', 'aiko'] as const) {
      const pressed = await testBot.presses(person, 'Continue my report', card, {}, GROUP);
      expect(pressed.said).toBe(
        'This report is no longer here, or someone else began it. Only they can continue it. To report something yourself, type /outage.',
      );
    }
    expect(card?.edits).toBe(0);
    expect((await testBot.presses('maya', 'Continue my report', card, {}, GROUP)).text).toContain(stepLabel('confirmation'));
  });
});

describe('the probes', () => {
  it('say up at all times, and ready only while the store answers', async () => {
    const ask = async (method: string) => {
      const both = await Promise.all(['healthz', 'readyz'].map((path) => fetch(`${testBot.url}/${path}`, { method })));
      return await Promise.all(both.map(async (answer) => `${answer.status} ${(await answer.text()) === '' ? 'empty' : 'told'}`));
    };
    expect([await ask('GET'), await ask('HEAD')]).toEqual([
      ['200 told', '200 told'],
      ['200 empty', '200 empty'],
    ]);
    await testBot.app.store.close();
    expect([await ask('GET'), await ask('HEAD')]).toEqual([
      ['200 told', '503 told'],
      ['200 empty', '503 empty'],
    ]);
  });
});
