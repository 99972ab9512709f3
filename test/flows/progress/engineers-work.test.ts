/** What engineers do with an outage, from its report to its end: by button, form, typed words and reaction, each the same action. */
// @module-tag sampled
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Acknowledged, Outage } from '../../../src/outage/types/outage.ts';
import {
  chat,
  objectId,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
} from '../../support/bot/test-bot.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
let desk: Place;
beforeEach(async () => await begin());
afterEach(async () => await testBot.stop());

async function begin(change?: (text: string) => string) {
  testBot = await startTestBot({ environment: { PEOPLE_PICKER: 'on' }, ...(change && { desk: testDesk(change) }) });
  await testBot.reports();
  desk = thread(root());
}

const roots = () =>
  testBot.teams.messages.filter(
    ({ card, conversationId }) => conversationId.startsWith(PLACES.desk) && JSON.stringify(card).includes('Customer'),
  );
const root = (index = 0) => roots()[index];
async function outage(number = 1001): Promise<Outage> {
  const recorded = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(number)) ?? '');
  if (!recorded) throw new Error(`no OUT-${number}`);
  return recorded.outage;
}
const taken = async () => (await outage()) as Acknowledged;
const owner = async () => (await taken()).owner?.name;
/** Types in the outage's thread; gives the bot's answer there. */
async function types(person: 'priya' | 'tomas' | 'ingrid' | 'maya', text: string): Promise<string> {
  const answer = await testBot.says(person, text, desk);
  await testBot.settles();
  return answer?.text ?? '';
}
async function more(person: 'priya' | 'tomas' | 'ingrid' = 'priya'): Promise<Shown> {
  return await testBot.presses(person, 'More', root());
}
/** Reports a second outage, by Jonas. */
async function second(): Promise<void> {
  await testBot.reports('jonas');
}
const someMessageSays = (text: string) => testBot.teams.messages.some((message) => testBot.teams.text(message).includes(text));

describe('one tap', () => {
  it('16.3: takes it; five buttons remain, and behind More two say what is looked at first and when the next update comes', async () => {
    const remain = ['Post update', 'Ask reporter', 'Post "Nothing new"', 'Resolve', 'More'];
    const card = await testBot.presses('priya', 'Acknowledge', root());
    expect(card.buttons.map(({ title }) => title)).toEqual(remain);
    const menu = await testBot.presses('priya', 'More', card, {}, desk);
    expect(menu.buttons.map(({ title }) => title)).toEqual(expect.arrayContaining(['Logs', '15 minutes', '1 hour', 'Show timeline']));
    const after = await testBot.presses('priya', 'Logs', menu, {}, desk);
    expect(after.text).toContain('Looking first at');
    const less = await testBot.presses('priya', 'More', after, {}, desk);
    expect(less.buttons.map(({ title }) => title)).not.toContain('Logs');
    const last = await testBot.presses('priya', '15 minutes', less, {}, desk);
    expect(last.buttons.map(({ title }) => title)).toEqual(remain);
    expect(await taken()).toMatchObject({ firstLook: 'Logs', nextUpdateBy: testBot.clock.now() + 15 * 60_000 });
  });

  it('of the quick choices may be left out: the cadence holds', async () => {
    await testBot.presses('priya', 'Acknowledge', root());
    expect(await taken()).toMatchObject({ firstLook: '', nextUpdateBy: testBot.clock.now() + 30 * 60_000 });
  });

  it('says that there is nothing new, and a second tap says it no second time', async () => {
    await types('priya', 'ack');
    const card = root();
    await testBot.presses('priya', 'Post "Nothing new"', card);
    await testBot.presses('priya', 'Post "Nothing new"', card);
    expect(await taken()).toMatchObject({ updates: 1, lastUpdate: '' });
  });

  it('16.3: shows the timeline to the engineer who asks, notes too, and leads back', async () => {
    await types('priya', 'ack');
    await types('priya', 'note The disk is full.');
    const timeline = await testBot.presses('tomas', 'Show timeline', await more('tomas'), {}, desk);
    expect(timeline.text).toContain('OUT-1001: timeline');
    expect(timeline.text).toContain('The disk is full.');
    expect((await testBot.presses('tomas', 'Back', timeline, {}, desk)).buttons.map(({ title }) => title)).toContain('Add note');
  });

  it('helps', async () => {
    await types('priya', 'ack');
    const menu = await more('tomas');
    for (const _tap of [1, 2]) await testBot.presses('tomas', 'Help with this', menu, {}, desk);
    expect((await taken()).helpers.map(({ name }) => name)).toEqual(['Tomás Herrera']);
  });
});

describe('a hand-over', () => {
  it('by form is offered, and only whom it is offered to may answer it', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Hand over', await more(), {}, desk);
    expect(JSON.stringify(form.card)).not.toContain(objectId('priya'));
    // 15.6: Teams searches for people; those of the desk are there to choose from without that, too.
    expect(JSON.stringify(form.card)).toMatch(/"value":"[^"]+"\}\].*"choices\.data":\{"type":"Data\.Query"/);
    const after = await testBot.presses('priya', 'Send offer', form, { person: objectId('tomas') }, desk);
    expect(after.buttons.map(({ title }) => title)).toContain('Accept');
    expect(await taken()).toMatchObject({ owner: { name: 'Priya Nair' }, offeredTo: { name: 'Tomás Herrera' } });
    await testBot.settles();

    const refused = await testBot.presses('ingrid', 'Accept', root());
    expect(refused).toMatchObject({ card: undefined });
    expect(refused.said).toContain('Tomás Herrera');
    expect(await owner()).toBe('Priya Nair');
    for (const _tap of [1, 2]) await testBot.presses('tomas', 'Accept', root(), {}, desk).catch(() => undefined);
    expect(await taken()).toMatchObject({ owner: { name: 'Tomás Herrera' }, offeredTo: null });
  });

  it('to nobody, or to somebody who is no engineer, is asked again', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Hand over', await more(), {}, desk);
    const two = `${objectId('tomas')},${objectId('ingrid')}`;
    const noEngineer = 'no engineer of this desk. Choose one of: Tomás Herrera, Ingrid Sørensen. Whoever runs the desk can add others';
    // 15.6: what people pickers of Teams send, and what else a client may.
    for (const [person, complaint] of [
      ['', 'A typed name is not enough.'],
      [' , ', 'A typed name is not enough.'],
      [two, 'Choose one person from the list.'],
      [objectId('maya'), noEngineer],
      ['00000000-0000-4000-8000-00000000e15e', noEngineer],
      ['tomas@contoso.example', noEngineer],
      ['29:tomas', noEngineer],
      ['Tomás Herrera', noEngineer],
      [objectId('priya'), 'Priya Nair is already the owner. Choose another person.'],
    ] as const) {
      expect((await testBot.presses('priya', 'Send offer', form, { person }, desk)).text, person).toContain(complaint);
      expect((await taken()).offeredTo).toBeNull();
    }
    await testBot.presses('priya', 'Send offer', form, { person: ` ${objectId('tomas').toUpperCase()}, ${objectId('tomas')},` }, desk);
    expect((await taken()).offeredTo?.name).toBe('Tomás Herrera');
  });

  it('by a mention goes to the person who was mentioned, whatever name stands in the text', async () => {
    await types('priya', 'ack');
    const mentions = (id: string, name: string) => ({ type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` });
    const entities = [mentions('28:bot', 'Outage Desk'), mentions('29:tomas', 'Ingrid Sørensen')];
    const text = '<at>Outage Desk</at> hand over to <at>Ingrid Sørensen</at>';
    // 15.6: in a private message, too.
    for (const recipient of [{ id: '28:bot' }, { id: '28:bot', isTargeted: true }]) {
      await testBot.post(testBot.activity('priya', desk, { type: 'message', text, entities, recipient }));
      expect((await taken()).offeredTo?.name).toBe('Tomás Herrera');
      await types('tomas', 'decline');
      expect(await taken()).toMatchObject({ owner: { name: 'Priya Nair' }, offeredTo: null });
    }
  });

  it.each<[string, string]>([
    ['hand over to @tomas', 'Tomás Herrera'],
    ['handover @tomas', 'Tomás Herrera'],
    ['hand it over to @tomas', 'Tomás Herrera'],
    ['hand over this to @tomas', 'Tomás Herrera'],
    ['hand over to tomas', 'Tomás Herrera'],
    ['hand over: Ingrid Sorensen.', 'Ingrid Sørensen'],
    ['hand over to Tom', ''],
    ['hand over to maya', ''],
    ['hand over to @maya', ''],
    ['hand over', ''],
  ])('typed as "%s"', async (text, to) => {
    await types('priya', 'ack');
    const answer = await types('priya', text);
    expect((await taken()).offeredTo?.name ?? '').toBe(to);
    expect(answer === '').toBe(to !== '');
  });

  it('by a name that two engineers have is a question', async () => {
    await testBot.stop();
    await begin((text) => text.replace('name: Ingrid Sørensen', 'name: Tomas Berg'));
    await types('priya', 'ack');
    expect(await types('priya', 'hand over to tomas')).toContain('more than one engineer: Tomás Herrera, Tomas Berg');
    expect((await taken()).offeredTo).toBeNull();
    await types('priya', 'hand over to tomas herrera');
    expect((await taken()).offeredTo?.name).toBe('Tomás Herrera');
    await types('tomas', 'accept');
    expect(await owner()).toBe('Tomás Herrera');
  });
});

describe('help and release', () => {
  it.each([
    ['i help', 'Tomás Herrera'],
    ["I'll help", 'Tomás Herrera'],
    ['assist', 'Tomás Herrera'],
    ['assist @ingrid', 'Ingrid Sørensen'],
    ['add ingrid', 'Ingrid Sørensen'],
  ])('"%s" adds %s', async (text, name) => {
    await types('priya', 'ack');
    await types('tomas', text);
    expect((await taken()).helpers.map((helper) => helper.name)).toEqual([name]);
  });

  it('by form adds somebody, who is not offered again', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Add helper', await more(), {}, desk);
    expect((await testBot.presses('priya', 'Add helper', form, { person: objectId('priya') }, desk)).text).toContain(
      'Priya Nair is already the owner',
    );
    for (const _tap of [1, 2]) await testBot.presses('priya', 'Add helper', form, { person: objectId('ingrid') }, desk);
    expect((await taken()).helpers).toHaveLength(1);
    const again = await testBot.presses('priya', 'Add helper', await more(), {}, desk);
    expect(JSON.stringify(again.card)).not.toContain(objectId('ingrid'));
  });

  it('gives it back with a reason, typed or by form; the second tap changes nothing', async () => {
    await types('priya', 'ack');
    expect(await types('priya', 'release')).toContain('Say it like this: release');
    expect(await types('priya', 'release notes of 10.0.39 say so')).toContain('I did not understand');
    expect((await outage()).state).toBe('acknowledged');
    const form = await testBot.presses('priya', 'Give back', await more(), {}, desk);
    expect((await testBot.presses('priya', 'Give back', form, { reason: ' ' }, desk)).text).toContain('This is needed.');
    for (const _tap of [1, 2]) await testBot.presses('priya', 'Give back', form, { reason: 'I have to leave' }, desk);
    expect(await outage()).toMatchObject({ state: 'reported', back: { by: 'release' } });
    await testBot.settles();
    await types('tomas', 'ack');
    await types('tomas', 'release My shift ends');
    expect(await outage()).toMatchObject({ state: 'reported', back: { owner: { name: 'Tomás Herrera' } } });
  });
});

describe('a transfer', () => {
  it('by form shows both promises first and keeps what was typed until it can be taken', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Transfer', await more(), {}, desk);
    expect(form.text).toContain('acknowledgement within 30 minutes');
    expect(form.text).toContain('The other team replies within 4 hours (support plan: Premier support)');
    const again = await testBot.presses('priya', 'Transfer', form, { team: '', reason: 'Only one user' }, desk);
    expect(again.text).toContain('This is needed.');
    expect(JSON.stringify(again.card)).toContain('Only one user');
    for (const _tap of [1, 2]) await testBot.presses('priya', 'Transfer', again, { team: 'customer-care', reason: 'Only one user' }, desk);
    expect(await outage()).toMatchObject({
      ...{ state: 'transferred', team: { id: 'customer-care' }, reason: 'Only one user', plan: 'Premier support' },
      replyBy: testBot.clock.now() + 240 * 60_000,
    });
    await testBot.settles();
    expect((await more()).buttons.map(({ title }) => title)).toEqual([
      'Reclassify',
      'Reopen',
      'Show timeline',
      'Show deliveries',
      'Add note',
      'Add ticket',
      'Back',
    ]);
  });

  it('typed names the team and the reason, or is told what is missing', async () => {
    expect(await types('priya', 'transfer to Sales Not ours')).toContain('Customer care, Infrastructure');
    expect(await types('priya', 'transfer to customer care')).toContain('transfer to Customer care: Only one user');
    expect(await types('priya', 'transfer')).toContain('Say it like this');
    expect((await outage()).state).toBe('reported');
    await types('priya', 'transfer to customer care: only one user is affected');
    expect(await outage()).toMatchObject({ state: 'transferred', team: { id: 'customer-care' }, reason: 'only one user is affected' });
  });

  it.each<[string, (text: string) => string, string]>([
    ['without teams', (text) => text.replace(/\nteams:[\s\S]*?\n\n/, '\n\n'), 'no teams to transfer to'],
    ['without a plan of the project', (text) => text.replace('    plan: premier\n', ''), 'gives it no support plan'],
  ])('%s has no button, and the typed word says what is missing', async (_what, change, answer) => {
    await testBot.stop();
    await begin(change);
    await types('priya', 'ack');
    expect((await more()).buttons.map(({ title }) => title)).not.toContain('Transfer');
    expect(await types('priya', 'transfer to Customer care Only one user')).toContain(answer);
    expect((await outage()).state).toBe('acknowledged');
  });
});

describe('a merge', () => {
  it('by form offers the other open ones, and ends the one', async () => {
    await second();
    await types('priya', 'ack');
    let form = await testBot.presses('priya', 'Merge', await more(), {}, desk);
    expect(form.text).toContain('OUT-1002: \u201CInvoices cannot be posted\u201D');
    expect(JSON.stringify(form.card)).not.toContain('"value":"1001"');
    for (const [number, complaint] of [
      ['', 'Write a number such as OUT-1042.'],
      ['OUT-4711', 'I know no outage with this number.'],
      ['1001', 'OUT-1001'],
    ] as const) {
      form = await testBot.presses('priya', 'Merge', form, { number }, desk);
      expect(form.text).toContain(complaint);
      expect((await outage()).state).toBe('acknowledged');
    }
    for (const _tap of [1, 2]) await testBot.presses('priya', 'Merge', form, { number: '1002' }, desk);
    expect(await outage()).toMatchObject({ state: 'merged', into: { number: 1002 } });
    expect((await outage(1002)).absorbed.map(({ number }) => number)).toEqual([1001]);
    await testBot.settles();
    expect((await more()).buttons.map(({ title }) => title)).toEqual([
      'Undo merge',
      'Show timeline',
      'Show deliveries',
      'Add note',
      'Add ticket',
      'Back',
    ]);
  });

  it('by form asks for the number where no other is open, or too many are', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Merge', await more(), {}, desk);
    const again = await testBot.presses('priya', 'Merge', form, { number: 'soon' }, desk);
    expect(again.text).toContain('Write a number such as OUT-1042.');
    expect(JSON.stringify(again.card)).toContain('"value":"soon"');
    for (let count = 0; count < 13; count++) await testBot.reports('jonas');
    const long = await testBot.presses('priya', 'Merge', await more(), {}, desk);
    expect(JSON.stringify(long.card)).toContain('"Input.Text"');
    await testBot.presses('priya', 'Merge', long, { number: 'out-1002' }, desk);
    expect(await outage()).toMatchObject({ state: 'merged', into: { number: 1002 } });
  });

  it('typed needs the number of one that is open', async () => {
    await second();
    expect(await types('priya', 'merge')).toContain('merge OUT-1042');
    expect(await types('priya', 'merge into OUT-4711')).toContain('I know no outage with this number');
    expect((await outage()).state).toBe('reported');
    await types('priya', 'merge into OUT-1002');
    // 3.3: it is asked first.
    expect((await outage()).state).toBe('reported');
  });
});

describe('a note', () => {
  it('stays in the thread of the desk, typed or by form', async () => {
    await types('priya', 'ack');
    expect(await types('priya', 'note')).toContain('Say it like this');
    await types('priya', 'note Vendor ticket 4711');
    const form = await testBot.presses('priya', 'Add note', await more(), {}, desk);
    expect((await testBot.presses('priya', 'Add note', form, { text: '' }, desk)).text).toContain('This is needed.');
    await testBot.presses('priya', 'Add note', form, { text: 'Ruled out the network' }, desk);
    await testBot.settles();
    expect((await outage()).lastNote?.text).toBe('Ruled out the network');
    expect(someMessageSays('Ruled out the network')).toBe(true);
    const elsewhere = testBot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk));
    expect(JSON.stringify(elsewhere)).not.toMatch(/Ruled out|4711/);
  });
});

describe('another scenario or environment', () => {
  it('is chosen by form among what the desk file has', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Reclassify', await more(), {}, desk);
    const strange = { scenario: 'batch-stopped', environment: 'sandbox' };
    expect((await testBot.presses('priya', 'Reclassify', form, strange, desk)).text).toContain('Choose one from the list.');
    await testBot.presses('priya', 'Reclassify', form, { scenario: 'batch-stopped', environment: 'production' }, desk);
    expect((await outage()).report.scenario.id).toBe('batch-stopped');
  });

  it('that was changed by somebody else meanwhile is asked again, not overwritten', async () => {
    await types('priya', 'ack');
    const form = await testBot.presses('priya', 'Reclassify', await more(), {}, desk);
    await types('tomas', 'update We found it');
    const again = await testBot.presses('priya', 'Reclassify', form, { scenario: 'batch-stopped', environment: 'production' }, desk);
    expect(again.text).toContain('Tomás Herrera changed it');
    expect((await outage()).report.scenario.id).toBe('core-process-blocked');
    await testBot.presses('priya', 'Reclassify', again, { scenario: 'batch-stopped', environment: 'production' }, desk);
    expect((await outage()).report.scenario.id).toBe('batch-stopped');
  });
});

describe('what is not over', () => {
  it('is reopened by an engineer, by form or typed, and is theirs', async () => {
    await types('priya', 'resolve Restarted the batch server');
    const form = await testBot.presses('tomas', 'Reopen', await more('tomas'), {}, desk);
    for (const _tap of [1, 2]) await testBot.presses('tomas', 'Reopen', form, { reason: 'Fails again' }, desk);
    expect(await outage()).toMatchObject({ state: 'acknowledged', number: 1001, owner: { name: 'Tomás Herrera' } });
    await types('tomas', 'resolve Restarted it again');
    expect(await types('priya', 'reopen')).toContain('Say it like this');
    await types('priya', 'reopen Fails a third time');
    expect(await outage()).toMatchObject({ state: 'acknowledged', owner: { name: 'Priya Nair' } });
  });

  it('3.3: that an engineer opens again is told once, with who has it, and nowhere as an acknowledgement after 0 seconds', async () => {
    await testBot.passes(3);
    await types('priya', 'resolve Restarted the batch server');
    await testBot.passes(1);
    const before = testBot.teams.messages.length;
    await types('tomas', 'reopen Fails again');
    await testBot.settles();
    const told = testBot.teams.messages.slice(before);
    const places = ['a:maya', PLACES.announcements, desk.id].map((id) => told.filter((one) => one.conversationId.startsWith(id)));
    expect(places.map((some) => some.map(({ summary }) => summary))).toEqual(
      places.map(() => [expect.stringMatching(/^OUT-1001: reopened\. By Tomás Herrera at .*\u201CFails again\u201D$/)]),
    );
    expect(testBot.teams.text(places[0]?.[0])).toMatch(/Fails again[\s\S]*Next update by/);
    expect(testBot.teams.text(root())).toContain('Tomás Herrera. Reopened at');
    const timeline = (await testBot.says('priya', '/outage timeline', desk))?.text;
    expect(timeline).toContain('Tomás Herrera reopened it and is the owner');
    expect(`${timeline} ${JSON.stringify(told)} ${testBot.teams.text(root())}`).not.toContain('0 seconds');
  });
});

describe('plain words to the bot in the thread', () => {
  it.each(
    sample(
      'words 1',
      ['on it', 'On it!', "I'm on it.", 'taking this', 'I take it', "I'll take this", 'looking', 'looking into it', 'ack'],
      2,
    ),
  )('take it: %s', async (text) => {
    await types('priya', text);
    expect(await owner()).toBe('Priya Nair');
  });

  it.each(
    sample(
      'words 2',
      ['can somebody take this?', 'maybe I can', 'ack?', 'on it?', 'who is looking?', 'I could take it later', 'ack later'],
      2,
    ),
  )('that are doubtful get a question with one button: %s', async (text) => {
    const answer = await testBot.says('tomas', text, desk);
    expect((await outage()).state).toBe('reported');
    expect(answer?.text).toContain('Acknowledge OUT-1001?');
    await testBot.presses('tomas', 'Acknowledge', answer ?? undefined, {}, desk);
    expect(await owner()).toBe('Tomás Herrera');
  });

  it('of a customer get no such question, and take nothing', async () => {
    expect(await types('maya', 'can somebody take this?')).toContain('I did not understand');
    expect(await types('maya', 'on it')).toContain('Only engineers');
    expect((await outage()).state).toBe('reported');
  });

  it('get no question when somebody has it', async () => {
    await types('priya', 'ack');
    expect(await types('tomas', 'can somebody take this?')).toContain('I did not understand');
  });
});

describe('a reaction on the first message of an outage', () => {
  it.each(sample('words 3', ['like', 'heart', '1f44d_thumbsup', '2705_whiteheavycheckmark', '2714_heavycheckmark'], 2))(
    'by an engineer takes it: %s',
    async (type) => {
      await testBot.reacts('tomas', root(), type);
      expect(await owner()).toBe('Tomás Herrera');
      await testBot.settles();
      expect(someMessageSays('OUT-1001: Acknowledged')).toBe(true);
    },
  );

  it.each(sample('words 4', ['laugh', 'sad', 'angry', '1f440_eyes', '2705f_other', ''], 2))(
    'that only says how somebody feels does nothing: %j',
    async (type) => {
      await testBot.reacts('priya', root(), type);
      expect((await outage()).version).toBe(1);
    },
  );

  it('by nobody else does, nor one that is removed, nor one on another message', async () => {
    const before = testBot.teams.messages.length;
    for (const person of ['maya', 'aiko'] as const) await testBot.reacts(person, root(), 'like');
    await testBot.reacts('priya', root(), 'like', 'reactionsRemoved');
    expect((await outage()).version).toBe(1);
    expect(testBot.teams.messages).toHaveLength(before);
    await testBot.passes(16);
    const ping = testBot.teams.messages.findLast(({ conversationId, id }) => conversationId === desk.id && id !== root()?.id);
    expect(ping).toBeDefined();
    const { version } = await outage();
    await testBot.reacts('priya', ping, 'like');
    // Teams may name the channel or the thread.
    const more = { type: 'messageReaction', replyToId: ping?.id, reactionsAdded: [{ type: 'like' }] };
    await testBot.post(testBot.activity('priya', desk, more));
    expect((await outage()).version).toBe(version);
    await testBot.post(testBot.activity('priya', desk, { ...more, replyToId: root()?.id }));
    expect(await owner()).toBe('Priya Nair');
  });

  it('of another tenant is of nobody', async () => {
    const tenant = 'a1b2c3d4-0000-4000-8000-0000000000ff';
    const place: Place = { kind: 'channel', id: PLACES.desk };
    await testBot.post({
      ...testBot.activity('priya', place, { type: 'messageReaction', replyToId: root()?.id, reactionsAdded: [{ type: 'like' }] }),
      conversation: { id: place.id, conversationType: 'channel', tenantId: tenant },
      channelData: { tenant: { id: tenant } },
    });
    expect((await outage()).state).toBe('reported');
  });

  it('changes nothing and says nothing when somebody has it, and takes it off no owner when it is removed', async () => {
    await testBot.reacts('tomas', root(), 'like');
    await testBot.settles();
    const before = testBot.teams.messages.length;
    await testBot.reacts('priya', root(), 'like');
    await testBot.reacts('tomas', root(), 'like', 'reactionsRemoved');
    await testBot.settles();
    expect(await owner()).toBe('Tomás Herrera');
    expect(testBot.teams.messages).toHaveLength(before);
  });
});

it('whoever is no engineer is refused every one of these presses', async () => {
  await types('priya', 'ack');
  const menu = await more();
  for (const { title } of [...menu.buttons, { title: 'Post "Nothing new"' }]) {
    const refused = await testBot.presses('maya', title, title === 'Post "Nothing new"' ? root() : menu, {}, desk);
    expect(refused.said, title).toContain('Only engineers');
  }
  expect(await types('maya', 'release It is mine')).toContain('Only engineers');
  expect(await owner()).toBe('Priya Nair');
  expect((await testBot.says('priya', 'accept', chat('priya')))?.text).toContain('I do not see which outage');
});
