/** People who are members by what Teams says, not by the desk file: joining, leaving, requests, and reports from a message. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answersStep,
  chat,
  OTHER,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  TENANT,
  type TestBot,
  teamOf,
  testDesk,
} from '../../support/bot/test-bot.ts';
import type { TeamsRequest } from '../../support/teams/fake-teams.ts';
import type { Account } from '../../support/teams/quirks/roster.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const JOIN = 'Join this outage';
const TEAM = teamOf(PLACES.general);
const JONAS = /jonas: \{ id: [^,]+,/;
const account = (person: PersonKey): Account => ({
  ...{ id: `29:${person}`, aadObjectId: objectId(person), name: person, email: `${person}@example.com`, tenantId: TENANT },
});
const titles = (shown: Shown | null | undefined) => shown?.buttons.map(({ title }) => title) ?? [];
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const messagesIn = (place: string) => testBot.teams.in(place).map((message) => `${message.summary} ${testBot.teams.text(message)}`);
async function outage(number = 1001) {
  const recorded = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(number)) ?? '');
  if (!recorded) throw new Error(`no OUT-${number}`);
  return recorded.outage;
}
async function priya(action: object, number = 1001) {
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const outcome = await testBot.app.engine.handle({ outageId: (await outage(number)).id, by, ...action } as never);
  expect(outcome.ok).toBe(true);
  await testBot.settles();
}
/** Goes on up to the scenario; gives what is shown after it. */
async function chooses(person: PersonKey, first?: Shown, place: Place = chat(person)) {
  const list = await answersStep(
    testBot,
    person,
    first ?? (await testBot.says(person, '/outage', place)) ?? undefined,
    ANSWERS.confirmation,
    place,
  );
  return await answersStep(testBot, person, list, ANSWERS.scenario, place);
}
async function joins(person: PersonKey) {
  const card = await testBot.presses(person, JOIN, await chooses(person));
  await testBot.settles();
  return card;
}

const WAYS = {
  'the roster of a linked team': () =>
    testDesk((text) => text.replace('members: [maya, jonas]', `members: [maya]\n    membersFrom: { team: "${TEAM}" }`)),
  'their account': () => testDesk((text) => text.replace(JONAS, 'jonas: { upn: jonas@example.com,')),
};

describe.each(Object.entries(WAYS))('who is a member only by %s', (_way, desk) => {
  const begin = async () => {
    testBot = await startTestBot({ desk: desk() });
    testBot.teams.rosters.set(TEAM, [account('jonas')]);
    Object.assign(testBot.teams.roster.find(({ id }) => id === '29:jonas') ?? {}, { userPrincipalName: 'jonas@example.com' });
    expect(testBot.desk.projectsOf(objectId('jonas'))).toEqual([]);
  };

  it('joins, adds a phone number, hears, and leaves', async () => {
    await begin();
    await testBot.reports();
    const card = await joins('jonas');
    expect(card.text).toContain('You joined it at');
    const saved = await testBot.presses('jonas', 'Save number', await testBot.presses('jonas', 'Add my phone number', card), {
      phone: '+45 70 10 20 30',
    });
    expect(titles(saved)).toEqual(['Leave this outage', 'Still down', 'Better', 'Works']);
    expect((await outage()).joined[0]?.contact.phone).toBe('+45 70 10 20 30');
    await priya({ type: 'acknowledge' });
    expect(messagesIn('a:jonas').join('\n')).toMatch(/OUT-1001: Acknowledged[.\s]+(?:“.*”\s+)?By Priya Nair/);
    expect((await testBot.presses('jonas', 'Leave this outage', saved)).text).toContain('You left OUT-1001');
    expect((await outage()).joined).toEqual([]);
  });

  it('sends a request, corrects and withdraws it, and makes no outage of it', async () => {
    await begin();
    const first = (await testBot.says('jonas', '/outage')) ?? undefined;
    const conditions = { live: 'true', many: 'false', stopped: 'true' };
    const exit = await testBot.presses('jonas', 'Continue', await testBot.presses('jonas', 'No, not all three', first), conditions);
    const details = await testBot.presses('jonas', 'Send as a request', exit);
    const review = await testBot.presses(
      'jonas',
      'Continue',
      await testBot.presses('jonas', 'Continue', details, ANSWERS.details),
      ANSWERS.contact,
    );
    const sent = await testBot.presses('jonas', titles(review)[0] ?? '', review);
    expect(sent.text).toContain('REQ-1 was sent');
    await testBot.settles();
    expect((await testBot.presses('jonas', 'Make it an outage', root(), {}, chat('jonas'))).said).toContain('Only engineers');
    const form = await testBot.presses('jonas', 'Correct request', sent);
    const fields = { ...ANSWERS.details, ...ANSWERS.contact, title: 'One user cannot post' };
    expect((await testBot.presses('jonas', 'Save correction', form, fields)).text).toContain('One user cannot post');
    const withdraw = await testBot.presses('jonas', 'Withdraw request', sent);
    expect((await testBot.presses('jonas', 'Withdraw', withdraw, { reason: '' })).text).toContain('withdrew the request');
    await testBot.settles();
    expect(testBot.teams.messages.filter(({ summary }) => summary.includes('OUT-'))).toEqual([]);
  });
});

describe('who joined', () => {
  it('leaves also when Teams no longer says that they are a member, and reads nothing by it', async () => {
    testBot = await startTestBot({ desk: WAYS['the roster of a linked team']() });
    testBot.teams.rosters.set(TEAM, [account('jonas')]);
    await testBot.reports();
    const card = await joins('jonas');
    testBot.teams.untold.set(TEAM, 503);
    testBot.clock.advance(25 * 3_600_000);
    const phone = await testBot.presses('jonas', 'Add my phone number', card);
    expect(phone.said).toContain('Only people who joined');
    const left = await testBot.presses('jonas', 'Leave this outage', card);
    expect(left.text).toContain('You left OUT-1001');
    expect(left.text).not.toContain('Invoices');
    expect((await outage()).joined).toEqual([]);
    // Somebody who never joined reads the same as for an outage that does not exist.
    expect((await testBot.presses('aiko', 'Leave this outage', card)).said).toContain('Only people who joined');
  });

  it('hears nothing more once they are taken off the project', async () => {
    const desk = WAYS['the roster of a linked team'];
    testBot = await startTestBot({ desk: desk() });
    testBot.teams.rosters.set(TEAM, [account('jonas')]);
    await testBot.reports();
    await joins('jonas');
    await priya({ type: 'acknowledge' });
    const before = messagesIn('a:jonas').length;
    testBot.teams.rosters.set(TEAM, []);
    testBot.clock.advance(25 * 3_600_000);
    await priya({ type: 'update', text: 'The queue is back.', phase: null, nextUpdateInMs: null, seen: null });
    expect(messagesIn('a:jonas').slice(before).join()).not.toContain('The queue is back.');
    expect(before).toBeGreaterThan(1);
  });

  it('leaves by their own card also what it was merged into, and hears no more', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports();
    await testBot.presses('jonas', 'Join OUT-1002', await chooses('jonas'));
    await testBot.settles();
    await priya({ type: 'merge', intoId: (await outage(1001)).id, seen: null }, 1002);
    expect((await outage(1001)).joined.map(({ person }) => person.name)).toEqual(['Jonas Weber']);
    const own = testBot.teams.in('a:jonas').find(({ card }) => titles(show(card)).includes('Leave this outage'));
    const left = await testBot.presses('jonas', 'Leave this outage', own, {}, chat('jonas'));
    expect(left.text).toContain('You left OUT-1002');
    await testBot.settles();
    expect((await outage(1001)).joined).toEqual([]);
    const before = messagesIn('a:jonas').length;
    await priya({ type: 'acknowledge' });
    expect(messagesIn('a:jonas')).toHaveLength(before);
  });

  it('hears that the desk is not reached, with the number to call and nothing that the reporter wrote; and when it is', async () => {
    testBot = await startTestBot({ desk: testDesk((text) => text.replace('members: [maya, jonas]', 'members: [maya, jonas, aiko]')) });
    const isThread = ({ method, path, text }: TeamsRequest) => method === 'POST' && path === '/conversations' && text.includes(PLACES.desk);
    testBot.teams.failNext({ status: 503 }, { times: 9_999, matches: isThread });
    await testBot.reports();
    await joins('jonas');
    const { id, report, origin, joined } = await outage();
    const away = { ...(joined[0]?.contact ?? report.contact), timeZone: 'America/New_York' };
    const by = { id: objectId('aiko'), name: 'Aiko Tanaka', roles: ['customer'] as const };
    const { project, environment } = report;
    const place = { ...origin, conversationId: 'a:aiko', cardId: null };
    await testBot.app.engine.handle({ type: 'join', outageId: id, by, project, environment, contact: away, said: '', origin: place });
    const before = messagesIn('a:jonas').length;
    await testBot.passes(1.5);
    const receipt = messagesIn('a:jonas').slice(before);
    expect(receipt.join()).toContain('OUT-1001: not at the support desk yet');
    expect(receipt.join()).toContain('call +45 70 10 20 30 (Europe) or +1 206 555 0100 (Americas) and say OUT-1001');
    // The phone number of their own region comes first.
    expect(messagesIn('a:aiko').join()).toContain('call +1 206 555 0100 (Americas) or +45 70 10 20 30 (Europe)');
    const cards = JSON.stringify(
      testBot.teams
        .in('a:jonas')
        .slice(before)
        .map(({ card }) => card),
    );
    expect(cards).not.toMatch(/Invoices|Update conflict|trucks|32 12 34|maya@|Your report|reporter-copy/);
    testBot.teams.heal();
    await testBot.passes(2);
    expect(messagesIn('a:jonas').at(-1)).toContain('OUT-1001: at the support desk now');
  });
});

describe('a report from a message', () => {
  it('is asked whether it is the one that is open, and joins with what the message said', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const messagePayload = {
      id: '1767517200000',
      messageType: 'message',
      body: { contentType: 'text', content: 'Posting fails here too' },
    };
    const value = { commandId: 'report-outage', commandContext: 'message', context: { theme: 'default' }, messagePayload };
    const somewhere: Place = { kind: 'channel', id: '19:somewhere@thread.tacv2;messageid=1' };
    expect(
      (await testBot.post(testBot.activity('jonas', somewhere, { type: 'invoke', name: 'composeExtension/fetchTask', value }))).status,
    ).toBe(200);
    const own: Place = { kind: 'personal', id: 'a:chat-with-29:jonas' };
    const offer = await chooses('jonas', show(testBot.teams.in(own.id).at(-1)?.card), own);
    expect(titles(offer)).toEqual([JOIN, OTHER, 'Cancel']);
    expect((await testBot.presses('jonas', JOIN, offer, {}, own)).text).toContain('You joined it at');
    await testBot.settles();
    expect((await outage()).joined[0]).toMatchObject({
      said: expect.stringContaining('Posting fails here too'),
      person: { name: 'Jonas Weber' },
    });
    expect(messagesIn(PLACES.general).join()).not.toContain('fails here too');
    await priya({ type: 'acknowledge' });
    expect(messagesIn(own.id).at(-1)).toMatch(/OUT-1001: Acknowledged[.\s]+(?:“.*”\s+)?By Priya Nair/);
  });
});
