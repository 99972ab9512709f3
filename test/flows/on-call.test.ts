/** On-call by hand: an engineer takes a level or covers for somebody, and from then on the bot calls them. */
import { afterEach, describe, expect, it } from 'vitest';
import { chat, objectId, PLACES, startTestBot, type TestBot, thread } from '../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const ask = (person: Parameters<TestBot['says']>[0], place = chat(person)) =>
  testBot.says(person, '/outage on-call', place).then((shown) => shown ?? undefined);
/** The clock begins at 4 January 2026, 09:00 UTC: 10:00 in Copenhagen, where these people are. */
const TONIGHT = { untilDate: '2026-01-04', untilTime: '18:00' };
const SIX = '{{DATE(2026-01-04T17:00:00Z,SHORT)}}, {{TIME(2026-01-04T17:00:00Z)}}';

async function takes(person: 'priya' | 'tomas' | 'ingrid', what: string, until = TONIGHT) {
  const form = await testBot.presses(person, 'Take on-call', await ask(person));
  return await testBot.presses(person, 'Take on-call', form, { what, ...until });
}
async function covers(person: 'priya' | 'tomas' | 'ingrid', whom: string, until = TONIGHT) {
  const form = await testBot.presses(person, 'Cover for somebody', await ask(person));
  return await testBot.presses(person, 'Cover', form, { what: whom, ...until });
}

describe('/outage on-call', () => {
  it('shows an engineer who has it, and nobody else', async () => {
    testBot = await startTestBot();
    expect((await ask('priya'))?.text).toMatch(
      /On call\nThe next 7 days in .*\nPrimary\n(?:\w{3}\n\u2713\n){7}Priya Nair, for the next 14 days\nSecondary\n[\s\S]*Tomás Herrera[\s\S]*Ingrid/,
    );
    for (const text of ['who is on call?', 'on-call']) expect((await testBot.says('tomas', text))?.text).toContain('Priya Nair');
    expect((await ask('maya'))?.text).toContain('Only engineers of the support desk');
    expect((await ask('maya'))?.text).not.toContain('Priya Nair');
  });
});

describe('who takes a level', () => {
  it('is on call until then, and is called; who had it is not', async () => {
    testBot = await startTestBot();
    const taken = await takes('ingrid', 'primary');
    expect(taken.text).toContain(`You are the primary until ${SIX}.`);
    expect(taken.text).toContain(`Now: Ingrid Sørensen\n${SIX}: Priya Nair`);
    expect(taken.text).toContain(`Changed here\nIngrid Sørensen is the primary until ${SIX}`);
    await testBot.reports();
    expect(testBot.teams.text(inDesk()[0])).toContain('<at>Ingrid Sørensen</at>: you are on call.');
    expect(testBot.teams.text(inDesk()[0])).not.toContain('Priya Nair');
    await testBot.passes(15);
    expect(testBot.teams.text(inDesk().at(-1))).toContain('<at>Ingrid Sørensen</at>: you are the primary; you were pinged');
  });

  it('is called no more when the time is over, also for an outage that is open', async () => {
    testBot = await startTestBot();
    await takes('ingrid', 'primary', { untilDate: '2026-01-04', untilTime: '10:10' });
    await testBot.reports();
    await testBot.passes(15);
    const reminder = testBot.teams.text(inDesk().at(-1));
    expect(reminder).toContain('<at>Priya Nair</at>: you are the primary; the primary was pinged at');
    expect(reminder).not.toContain('Ingrid');
  });

  it('may end it: the only one at once, of several the one that they choose', async () => {
    testBot = await startTestBot();
    await takes('ingrid', 'primary');
    expect((await testBot.presses('ingrid', 'End my on-call', await ask('ingrid'))).text).toMatch(
      /You are no longer on call for that\.\n.*\nPrimary\n(?:.*\n){14}Priya Nair, for/,
    );
    await takes('ingrid', 'primary');
    await takes('ingrid', 'secondary');
    const form = await testBot.presses('ingrid', 'End my on-call', await ask('ingrid'));
    expect(form.text).toContain('Ingrid Sørensen is the secondary until 4 Jan, 17:00 UTC');
    const after = await testBot.presses('ingrid', 'End my on-call', form, { what: 'secondary' });
    expect(after.text).toContain('You are no longer on call for that.');
    expect(after.text).toMatch(/Now: Ingrid Sørensen[\s\S]*Secondary\n(?:.*\n){14}Tomás Herrera, for/);
  });

  it('cannot be ended by somebody else', async () => {
    testBot = await startTestBot();
    await takes('ingrid', 'primary');
    const after = await testBot.presses('priya', 'End my on-call', await ask('priya'), { what: 'primary' });
    expect(after.text).toContain('You have taken no on-call here.');
    expect(after.text).toContain('Now: Ingrid Sørensen');
  });

  it('is asked again, with what was entered, when the time cannot be', async () => {
    testBot = await startTestBot();
    for (const [untilDate, untilTime, complaint] of [
      ['2026-01-04', '09:59', 'That time has passed'],
      ['2026-01-19', '18:00', 'within 14 days'],
      ['2026-01-04', '', 'Choose a day and a time'],
      ['soon', '18:00', 'Choose a day and a time'],
    ] as const) {
      const again = await takes('ingrid', 'primary', { untilDate, untilTime });
      expect(again.text).toContain(complaint);
      // The box of a day shows days alone.
      expect(JSON.stringify(again.card)).toContain(`"value":"${untilDate === 'soon' ? '' : untilDate}"`);
    }
    expect((await takes('ingrid', 'king')).text).toContain('Choose one.');
    expect(await testBot.app.store.overrides.list()).toEqual([]);
  });

  it('is in the store, where every bot and the next start find it', async () => {
    testBot = await startTestBot();
    await takes('ingrid', 'primary');
    expect(await testBot.app.store.overrides.list()).toMatchObject([{ personId: objectId('ingrid'), target: { level: 'primary' } }]);
  });
});

describe('who covers for somebody', () => {
  it('is called in their place', async () => {
    testBot = await startTestBot();
    const covered = await covers('tomas', objectId('priya'));
    expect(covered.text).toContain(`You cover for Priya Nair until ${SIX}.`);
    expect(covered.text).toContain(`Tomás Herrera covers for Priya Nair until ${SIX}`);
    await testBot.reports();
    expect(testBot.teams.text(inDesk()[0])).toContain('<at>Tomás Herrera</at>: you are on call.');
  });

  it.each([
    ['a customer', objectId('maya')],
    ['themselves', objectId('tomas')],
    ['nobody', ''],
  ])('has to choose somebody of the roster, not %s', async (_who, id) => {
    testBot = await startTestBot();
    expect((await covers('tomas', id)).text).toContain('Choose one.');
    expect(await testBot.app.store.overrides.list()).toEqual([]);
  });
});

describe('what is pressed by others', () => {
  it.each(['Take on-call', 'Cover for somebody', 'End my on-call'])('%s is refused to a customer who sees the card', async (title) => {
    testBot = await startTestBot();
    await takes('ingrid', 'primary');
    const card = await ask('priya', { kind: 'channel', id: PLACES.general });
    expect((await testBot.presses('maya', title, card)).said).toContain('Only engineers');
  });

  it('a forged form is refused by the server too', async () => {
    testBot = await startTestBot();
    const form = await testBot.presses('priya', 'Take on-call', await ask('priya'));
    expect((await testBot.presses('maya', 'Take on-call', form, { what: 'primary', ...TONIGHT })).said).toContain('Only engineers');
    const strange = await testBot.presses('priya', 'Take on-call', form, { what: { level: 'primary' }, ...TONIGHT } as unknown as Record<
      string,
      string
    >);
    expect(strange.said).toContain('older card');
    expect(await testBot.app.store.overrides.list()).toEqual([]);
  });

  it('in a channel everybody sees the new roster, without the words for the one who pressed', async () => {
    testBot = await startTestBot();
    const place = { kind: 'channel', id: `${PLACES.general};messageid=1` } as const;
    const card = await ask('ingrid', place);
    const form = await testBot.presses('ingrid', 'Take on-call', card, {}, place);
    await testBot.presses('ingrid', 'Take on-call', form, { what: 'primary', ...TONIGHT }, place);
    // Where Teams does not say which message was pressed, it is a new one.
    const message = () => testBot.teams.in(place.id).at(-1);
    await testBot.teams.until(() => testBot.teams.text(message()).includes('Now: Ingrid Sørensen'));
    expect(testBot.teams.text(message())).not.toContain('You are the primary');
    expect(thread(message()).id).toBe(place.id);
  });
});

describe('the card of a new outage', () => {
  it('has the plan: which level is called when', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const text = testBot.teams.text(inDesk()[0]);
    const at = (time: string) => `{{TIME(2026-01-04T${time}:00Z)}}`;
    expect(text).toContain(
      [
        'If nobody acknowledges',
        `${at('09:15')}: Primary, Priya Nair`,
        `${at('09:15')}: Secondary, Tomás Herrera`,
        `${at('09:25')}: Duty manager, Ingrid Sørensen`,
        `${at('09:30')} and every 10 minutes: Primary, Secondary, Duty manager`,
      ].join('\n'),
    );
    await testBot.presses('priya', 'Acknowledge', inDesk()[0]);
    await testBot.settles();
    expect(testBot.teams.text(inDesk()[0])).not.toContain('If nobody acknowledges');
  });
});

describe('/outage check', () => {
  it('says to an engineer what would not work tonight, with what was taken by hand', async () => {
    testBot = await startTestBot();
    expect((await testBot.says('priya', '/outage check'))?.text).toContain('I found nothing wrong');
    await takes('tomas', 'primary');
    const troubled = (await testBot.says('priya', '/outage check'))?.text;
    expect(troubled).toContain('1 thing is wrong.');
    expect(troubled).toMatch(
      /Tomás Herrera is both primary on call and secondary on call from \{\{TIME.*Put another person under onCall > secondary/,
    );
  });

  it('asks Teams where the bot is, and who of the roster is in the team', async () => {
    testBot = await startTestBot();
    testBot.teams.untold.set(PLACES.general, 403);
    testBot.teams.roster.splice(
      testBot.teams.roster.findIndex(({ aadObjectId }) => aadObjectId === objectId('tomas')),
      1,
    );
    const text = (await testBot.says('priya', '/outage check'))?.text;
    expect(text).toContain('Would it work tonight? 2 things are wrong.');
    expect(text).toContain('Teams does not let me into the follower "general". Add the app to that team or chat');
    expect(text).toContain('Tomás Herrera is in the on-call schedule but not in the team');
    testBot.teams.untold.set(PLACES.desk, 404).set(PLACES.announcements, 500);
    const closed = (await testBot.says('priya', '/outage check'))?.text;
    expect(closed).toContain("Teams does not let me into the support desk's channel.");
    expect(closed).toContain('Teams did not say whether I can write to the follower "announcements". Check again');
    expect(closed).not.toContain('not in the team');
  });

  it('asks Teams whom of the roster it can write to in person, anew each time, and writes to nobody', async () => {
    testBot = await startTestBot();
    const refuse = (person: string, status: number) =>
      testBot.teams.failNext(
        { status },
        { times: 9, matches: ({ path, text }) => path === '/conversations' && text.includes(`29:${person}`) },
      );
    expect((await testBot.says('priya', '/outage check'))?.text).toContain('I found nothing wrong');
    refuse('tomas', 403);
    refuse('ingrid', 500);
    const text = (await testBot.says('priya', '/outage check'))?.text;
    expect(text).toContain('Would it work tonight? 2 things are wrong.');
    expect(text).toMatch(/people of the on-call schedule: Tomás Herrera\. Ask them to add the app.*Setup policies/);
    expect(text).toContain('Teams did not say whether I can send direct messages to Ingrid Sørensen. Check again');
    testBot.teams.heal();
    expect((await testBot.says('priya', '/outage check'))?.text).toContain('I found nothing wrong');
    expect(new Set(testBot.teams.messages.map(({ conversationId }) => conversationId))).toEqual(new Set([chat('priya').id]));
  });

  it('is not for customers', async () => {
    testBot = await startTestBot();
    expect((await testBot.says('maya', '/outage check'))?.text).toContain('Only engineers');
  });
});
