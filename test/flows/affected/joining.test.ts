/** "Join this outage": people join an open outage instead of reporting it again, who reads what then, and merging similar outages. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import {
  ANSWERS,
  answersStep,
  chat,
  OTHER,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  SEND_TOO,
  type Shown,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
  withHarbour,
} from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const JOIN = 'Join this outage';
const HOW_IT_IS = ['Still down', 'Better', 'Works'];
const SIGN_IN = 'Nobody can sign in';
const group: Place = { kind: 'groupChat', id: '19:night-shift@thread.v2' };
/** A second environment of the first customer, and a second customer, whose only member is Aiko. */
const desk = (more = '') =>
  testDesk((text) => {
    const plant = '      - { id: plant, name: Contoso Plant, kind: production }\n';
    return withHarbour(text.replace('      - { id: sandbox,', `${plant}      - { id: sandbox,`), 'production', more);
  });
const begin = async (more?: string) => {
  testBot = await startTestBot({ desk: desk(more) });
};

const at = (environment: string) => ({ ...ANSWERS, confirmation: { ...ANSWERS.confirmation, environment } });
const titles = (shown: Shown | null | undefined) => shown?.buttons.map(({ title }) => title) ?? [];
/** The buttons that are drawn as the most likely answer. */
const blue = (shown: Shown) => shown.buttons.filter((one) => 'style' in one && one.style === 'positive').map(({ title }) => title);
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const root = () => inDesk()[0];
const texts = (place: string) => testBot.teams.in(place).map((message) => `${message.summary} ${testBot.teams.text(message)}`);
const numbers = async () =>
  (await testBot.app.store.outages.list({ projects: null, personId: null, states: null, limit: 100 }))
    .map(({ outage }) => outage.number)
    .sort();
async function outage(number = 1001) {
  const recorded = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(number)) ?? '');
  if (!recorded) throw new Error(`no OUT-${number}`);
  return recorded.outage;
}
/** Does something as an engineer; other tests press the buttons. */
async function priya(action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>, number = 1001) {
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const outcome = await testBot.app.engine.handle({ outageId: (await outage(number)).id, by, ...action } as ActionRequest);
  expect(outcome.ok).toBe(true);
  await testBot.settles();
}
/** Goes on up to the scenario; gives what is shown after it. */
async function chooses(
  person: PersonKey,
  environment = 'contoso-erp/production',
  place: Place = chat(person),
  scenario = ANSWERS.scenario.press,
) {
  const first = await testBot.says(person, '/outage', place);
  const opened = place.kind === 'personal' ? first : await testBot.presses(person, 'Continue my report', first ?? undefined, {}, place);
  const second = await answersStep(testBot, person, opened ?? undefined, at(environment).confirmation, place);
  return await testBot.presses(person, scenario, second, {}, place);
}
async function reports(person: PersonKey, environment = 'contoso-erp/production') {
  const review = await testBot.reviews(person, chat(person), at(environment));
  const done = await testBot.presses(person, 'Send report', review);
  if (titles(done).includes(SEND_TOO)) await testBot.presses(person, SEND_TOO, done);
  await testBot.settles();
}
async function joins(person: PersonKey, place: Place = chat(person)) {
  const card = await testBot.presses(person, JOIN, await chooses(person, undefined, place), {}, place);
  await testBot.settles();
  return card;
}

describe('the offer', () => {
  it('costs no tap where nothing is open', async () => {
    await begin();
    expect(titles(await chooses('jonas'))).toEqual(['Continue', 'Back', 'Cancel']);
  });

  it('comes after the scenario, with all that is known, the same environment first', async () => {
    await begin();
    await reports('maya', 'contoso-erp/plant');
    await testBot.passes(4);
    await reports('maya');
    await testBot.passes(1);
    await priya({ type: 'acknowledge' }, 1002);
    await priya({ type: 'update', text: 'We restart the queue.', phase: null, nextUpdateInMs: null, seen: null }, 1002);
    const offer = await chooses('jonas');
    expect(titles(offer)).toEqual(['Join OUT-1002', 'Join OUT-1001', OTHER, 'Cancel']);
    expect(offer.text).toMatch(
      /OUT-1002: \u201CInvoices cannot be posted\u201D\n.*Contoso Production.*\nReported by Maya Lindt 1 minute ago, at 10:04/,
    );
    expect(offer.text).toContain('Priya Nair acknowledged it at');
    expect(offer.text).toContain('Last update: We restart the queue.');
    expect(offer.text).toContain('A support engineer acknowledges it by');
    // An outage of another scenario and another environment is not similar.
    expect(titles(await testBot.presses('jonas', OTHER, offer))).toEqual(['Continue', 'Back', 'Cancel']);
  });

  it('16.3 is blue for the same of somebody else; before it, the list opens with what the project had most often', async () => {
    await begin();
    await reports('maya');
    const opened = await testBot.says('jonas', '/outage');
    const list = await answersStep(testBot, 'jonas', opened ?? undefined, at('contoso-erp/production').confirmation);
    expect(titles(list)[0]).toBe(ANSWERS.scenario.press);
    expect(list.text).toContain('Most often reported here:');
    expect(blue(await testBot.presses('jonas', SIGN_IN, list))).toEqual([OTHER]);
    expect(blue(await testBot.presses('jonas', ANSWERS.scenario.press, list))).toEqual([JOIN]);
    // She reported it herself.
    expect(blue(await chooses('maya'))).toEqual([]);
  });

  it('shows another scenario of the same environment, and not of another one', async () => {
    await begin();
    await reports('maya');
    expect(titles(await chooses('jonas', 'contoso-erp/plant', chat('jonas'), SIGN_IN))).toEqual(['Continue', 'Back', 'Cancel']);
    const second = await testBot.says('jonas', '/outage');
    const fresh = await testBot.presses('jonas', 'Start over', second ?? undefined);
    const scenario = await answersStep(testBot, 'jonas', fresh, at('contoso-erp/production').confirmation);
    expect(titles(await testBot.presses('jonas', SIGN_IN, scenario))).toEqual([JOIN, OTHER, 'Cancel']);
  });

  it('never shows an outage of another customer, nor takes a forged press for it', async () => {
    await begin();
    await reports('maya');
    const shown = await chooses('aiko', 'harbour/production');
    expect(titles(shown)).toEqual(['Continue', 'Back', 'Cancel']);
    const { id } = await outage();
    const unknown = '00000000-0000-4000-8000-000000000000';
    const draft = shown.buttons[0]?.data.draft;
    const forged = (target: string) =>
      testBot.presses('aiko', JOIN, {
        ...shown,
        buttons: [{ title: JOIN, verb: 'join-outage', data: { draft, step: 'details', outage: target } }],
      });
    expect((await forged(id)).said).toBe((await forged(unknown)).said);
    expect((await outage()).joined).toEqual([]);
  });

  it('leaves out what has ended, drills, and what was said to be another one', async () => {
    await begin();
    await testBot.says('priya', '/outage drill', { kind: 'channel', id: PLACES.desk });
    await testBot.settles();
    await reports('maya');
    const offer = await chooses('jonas');
    expect(titles(offer)).toEqual([JOIN, OTHER, 'Cancel']);
    const details = await testBot.presses('jonas', OTHER, offer);
    const back = await testBot.presses('jonas', 'Back', details);
    expect(titles(await answersStep(testBot, 'jonas', back, ANSWERS.scenario))).toEqual(['Continue', 'Back', 'Cancel']);
    await priya({ type: 'resolve', text: 'It works.', seen: null });
    await testBot.presses('jonas', 'Cancel', await testBot.presses('jonas', 'Back', await testBot.presses('jonas', 'Back', details)));
    expect(titles(await chooses('jonas'))).toEqual(['Continue', 'Back', 'Cancel']);
  });

  it('in a group is drawn for the one who reports alone, and says after the join who joined', async () => {
    await begin();
    await reports('maya');
    const before = texts(group.id).length;
    const card = await joins('jonas', group);
    expect(card.text).toContain('OUT-1001: Jonas Weber joined');
    expect(card.text).not.toContain('Invoices');
    const there = texts(group.id).slice(before);
    expect(there.join()).toContain('Jonas Weber joined');
    expect(there.join()).not.toMatch(/Invoices|This is us too/);
    await priya({ type: 'acknowledge' });
    expect(texts(group.id).at(-1)).toContain('<at>Jonas Weber</at>: you joined this outage.');
    expect(texts(group.id)[before]).toContain('Acknowledged by Priya Nair');
  });
});

describe('who joined', () => {
  it('hears everything where they joined, on a card of their own without the reporter’s powers or contact', async () => {
    await begin();
    await reports('maya');
    const card = await joins('jonas');
    expect(card.text).toContain('OUT-1001: Not acknowledged yet');
    expect(card.text).toContain('You joined it at');
    expect(titles(card)).toEqual(['Add my phone number', 'Leave this outage', ...HOW_IT_IS]);
    await priya({ type: 'acknowledge' });
    await priya({ type: 'update', text: 'We restart the queue.', phase: null, nextUpdateInMs: null, seen: null });
    await priya({ type: 'resolve', text: 'The queue runs again.', seen: null });
    const summaries = testBot.teams.in('a:jonas').map(({ summary }) => summary);
    expect(summaries.filter((one) => /: (?:Acknowledged|Investigating|Resolved)\. By/.test(one))).toHaveLength(3);
    expect(texts('a:jonas').at(-1)).toContain('If it is still down, press the button or call');
    expect(texts('a:jonas')[0]).toContain('OUT-1001: Resolved');
    expect(texts('a:jonas').join()).not.toMatch(/\+45 32|maya@example/);
    expect(await numbers()).toEqual([1001]);
  });

  it('twice, or as its reporter, is quiet; who leaves hears no more, and the desk counts', async () => {
    await begin();
    await reports('maya');
    const offer = await chooses('jonas');
    await testBot.presses('jonas', JOIN, offer);
    const { version } = await outage();
    await testBot.presses('jonas', JOIN, offer);
    const own = await testBot.presses('maya', JOIN, await chooses('maya'));
    expect(titles(own)).toContain('Withdraw report');
    expect((await outage()).version).toBe(version);
    await testBot.settles();
    expect(testBot.teams.text(root())).toContain('2 people are affected: Maya Lindt, Jonas Weber');
    expect(inDesk().map(({ summary }) => summary)).toContain('OUT-1001: Jonas Weber is affected too');

    const left = await testBot.presses('jonas', 'Leave this outage', testBot.teams.in('a:jonas')[0], {}, chat('jonas'));
    expect(left.text).toContain('You left OUT-1001');
    await priya({ type: 'acknowledge' });
    expect(texts('a:jonas').join()).not.toContain('Priya Nair acknowledged');
    expect(testBot.teams.text(root())).not.toContain('people are affected');
  });

  it.each(['open', 'resolved'])('3.3: who leaves after a merge stays left when it is taken apart, while the other is %s', async (state) => {
    await begin();
    await reports('maya');
    await joins('jonas');
    await reports('maya', 'contoso-erp/plant');
    await priya({ type: 'merge', intoId: (await outage(1002)).id, seen: null });
    if (state === 'resolved') await priya({ type: 'resolve', text: 'Restarted.', seen: null }, 1002);
    const card = testBot.teams.in('a:jonas')[0];
    const left = await testBot.presses('jonas', 'Leave this outage', card, {}, chat('jonas'));
    expect(left.text).toContain('You left OUT-1001');
    await testBot.settles();
    const before = texts('a:jonas').length;
    await priya({ type: 'reopen', reason: 'They are two.' });
    await priya({ type: 'update', text: 'Restarted.', phase: null, nextUpdateInMs: null, seen: null });
    expect(texts('a:jonas').slice(before)).toEqual([]);
    expect((await outage()).joined).toEqual([]);
  });

  it('may add a phone number, which engineers see at the desk and nobody else anywhere', async () => {
    await begin();
    await reports('maya');
    const card = await joins('jonas');
    const form = await testBot.presses('jonas', 'Add my phone number', card);
    const wrong = await testBot.presses('jonas', 'Save number', form, { phone: '12' });
    expect(wrong.text).toContain('This is not a phone number');
    expect(JSON.stringify(wrong.card)).toContain('"value":"12"');
    expect(titles(await testBot.presses('jonas', 'Save number', wrong, { phone: '0045 70102030' }))).toEqual([
      'Leave this outage',
      ...HOW_IT_IS,
    ]);
    await testBot.settles();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const more = await testBot.presses('priya', 'More', root());
    const who = await testBot.presses('priya', 'Show affected people', more, {}, thread(root()));
    expect(who.text).toContain('Jonas Weber');
    expect(who.text).toContain('+45 70 10 20 30');
    expect(who.text).toContain('jonas@example.com');
    const elsewhere = await testBot.presses('priya', 'Show affected people', more, {}, chat('priya'));
    expect(elsewhere.said).toContain("in the desk's channel only");
    expect((await testBot.presses('jonas', 'Show affected people', more, {}, chat('jonas'))).said).not.toContain('+45');
    const everybody = testBot.teams.messages.filter(({ card: drawn }) => JSON.stringify(drawn).includes('jonas@example.com'));
    expect(everybody).toEqual([]);
  });

  it('what has ended meanwhile is told so, and goes on with their report', async () => {
    await begin();
    await reports('maya');
    const offer = await chooses('jonas');
    await priya({ type: 'resolve', text: 'It works.', seen: null });
    const told = await testBot.presses('jonas', JOIN, offer);
    expect(told.text).toContain('Priya Nair resolved OUT-1001');
    expect(titles(told)).toEqual(['Continue', 'Back', 'Cancel']);
    expect((await outage()).joined).toEqual([]);
  });

  it('goes with it when it is merged into another, of another customer, and reads nothing of that one', async () => {
    await begin();
    await reports('aiko', 'harbour/production');
    await testBot.passes(1);
    await reports('maya');
    await joins('jonas');
    const before = { maya: texts('a:maya').length, jonas: texts('a:jonas').length };
    await priya({ type: 'merge', intoId: (await outage(1001)).id, seen: null }, 1002);
    await priya({ type: 'update', text: 'The data centre is back.', phase: null, nextUpdateInMs: null, seen: null });
    const aiko = testBot.desk.actor({ id: objectId('aiko'), name: 'Aiko Tanaka' });
    await priya({ type: 'resolve', text: 'All works.', seen: null });
    await testBot.app.engine.handle({ type: 'reopen', outageId: (await outage(1001)).id, by: aiko, reason: 'Cranes stand still.' });
    await testBot.settles();
    for (const person of ['maya', 'jonas'] as const) {
      const told = texts(`a:${person}`).slice(before[person]).join('\n');
      expect(told).toContain('OUT-1002');
      expect(told).toContain('The data centre is back.');
      expect(told).toContain('All works.');
      expect(texts(`a:${person}`).join('\n')).not.toMatch(/Harbour|Quay|Aiko|Cranes/);
    }
    expect(texts('a:jonas').join('\n')).toContain('You joined OUT-1002. It is the same outage as OUT-1001.');
  });

  it.each([4, 12])('as one of %i makes one edit a time and few messages', async (count) => {
    await begin();
    await reports('maya');
    const { id, report, origin } = await outage();
    const before = inDesk().length;
    for (let index = 0; index < count; index++) {
      const by = { id: storedPersonKey(`someone-${index}`), name: `Someone ${index}`, roles: ['customer'] as const };
      const contact = { ...report.contact, phone: '' };
      const where = { ...origin, conversationId: `a:someone-${index}`, cardId: null };
      const { project, environment } = report;
      await testBot.app.engine.handle({ type: 'join', outageId: id, by, project, environment, contact, said: '', origin: where });
    }
    await testBot.settles();
    expect(inDesk().length - before).toBe(count < 5 ? 1 : 3);
    expect(testBot.teams.text(root())).toContain(`${count + 1} people are affected: Maya Lindt, Someone 0`);
    const edits = (await testBot.app.store.deliveries.ledger(id)).filter(({ key }) => key.includes('/state/desk/'));
    expect(edits.filter(({ state }) => state === 'done')).toHaveLength(1);
  });
});

describe('two who send the same', () => {
  it('the second is asked at Done, also when the first came after their scenario; the earliest clock stays', async () => {
    await begin();
    const review = await testBot.reviews('jonas', chat('jonas'), at('contoso-erp/production'));
    await reports('maya');
    await testBot.passes(2);
    const asked = await testBot.presses('jonas', 'Send report', review);
    expect(asked.text).toContain('Maya Lindt reported this 2 minutes ago: OUT-1001');
    expect(titles(asked)).toEqual([JOIN, SEND_TOO, 'Cancel']);
    const joined = await testBot.presses('jonas', JOIN, asked);
    expect(joined.text).toContain('You joined it at');
    await testBot.settles();
    expect(await numbers()).toEqual([1001]);
    // The phone number of the report is filled in, and nothing that was entered is lost.
    expect((await outage()).joined[0]).toMatchObject({
      contact: { phone: '+45 32 12 34 56' },
      said: expect.stringContaining('Update conflict'),
    });
    // The draft is gone.
    expect(titles(await testBot.says('jonas', '/outage'))).toContain(ANSWERS.confirmation.press);
  });

  it('is sent as well when they say so, once, and the desk is not asked about what they have seen', async () => {
    await begin();
    const review = await testBot.reviews('jonas', chat('jonas'), at('contoso-erp/production'));
    await reports('maya');
    const asked = await testBot.presses('jonas', 'Send report', review);
    expect((await testBot.presses('jonas', SEND_TOO, asked)).text).toContain('OUT-1002');
    expect((await testBot.presses('jonas', SEND_TOO, asked)).text).toContain('OUT-1002');
    await testBot.settles();
    expect(await numbers()).toEqual([1001, 1002]);
    expect(texts(PLACES.desk).join() + inDesk().map(({ summary }) => summary)).not.toContain('at once');
  });

  it('at the very same moment are both stored, and the desk is offered to make them one', async () => {
    await begin();
    const [maya, jonas] = [
      await testBot.reviews('maya', chat('maya'), at('contoso-erp/production')),
      await testBot.reviews('jonas', chat('jonas'), at('contoso-erp/production')),
    ];
    // Neither could see the other outage: the engine gets both at once, as after two presses in the same moment.
    const store = testBot.app.store.outages;
    const similar = store.similar;
    store.similar = async () => [];
    await Promise.all([testBot.presses('maya', 'Send report', maya), testBot.presses('jonas', 'Send report', jonas)]);
    store.similar = similar;
    await testBot.settles();
    expect(await numbers()).toEqual([1001, 1002]);
    const offer = inDesk().find(({ summary }) => summary.includes('at once in one environment'));
    expect(offer?.conversationId).toBe(root()?.conversationId);
    const made = await testBot.presses('priya', 'Merge them', offer);
    expect(made.text).toContain('1 merged into OUT-1001');
    await testBot.settles();
    expect(await outage(1002)).toMatchObject({ state: 'merged', into: { number: 1001 } });
    expect((await outage(1001)).reportedAt).toBeLessThanOrEqual((await outage(1002)).reportedAt);
  });
});

describe('many at once', () => {
  const offers = () => inDesk().filter(({ summary }) => /similar outages of one customer|look the same/.test(summary));
  const many = async () => {
    await begin();
    for (const person of ['maya', 'jonas', 'maya', 'jonas'] as const) {
      await reports(person);
      await testBot.passes(1);
    }
  };

  it('are offered to the desk once, in the thread of the earliest', async () => {
    await many();
    expect(offers()).toHaveLength(1);
    expect(offers()[0]?.conversationId).toBe(root()?.conversationId);
    const text = testBot.teams.text(offers()[0]);
    expect(text).toContain('3 similar outages of one customer');
    expect(text).toContain('OUT-1003: Contoso ERP, Contoso Production, reported by Maya Lindt');
  });

  it('become one by one press of an engineer, with what came of it said; again it does nothing', async () => {
    await many();
    await priya({ type: 'resolve', text: 'That was a test.', seen: null }, 1003);
    const pressed = (person: PersonKey) => testBot.presses(person, 'Merge them', offers()[0]);
    expect((await pressed('jonas')).said).toContain('Only engineers of the support desk');
    const made = await pressed('priya');
    expect(made.text).toContain('1 merged into OUT-1001');
    expect(made.text).toContain('Merged: OUT-1002.');
    expect(made.text).toContain('Not merged: OUT-1003 (Resolved).');
    expect(made.text).toContain('1 more looks the same and came since: OUT-1004.');
    const again = await pressed('priya');
    expect(again.text).toContain('Nothing was merged into OUT-1001');
    expect(again.text).toContain('Already part of it: OUT-1002.');
    await testBot.presses('priya', 'Merge them', made, {}, thread(root()));
    await testBot.settles();
    expect((await outage()).absorbed.map(({ number }) => number)).toEqual([1002, 1004]);
    expect((await outage(1003)).state).toBe('resolved');
  });

  it('of which nothing in the list says what they are look the same in one environment only, also what came since', async () => {
    await begin();
    await reports('maya');
    const { report, desk, origin, policy } = await outage();
    const sent = async (person: PersonKey, more: Partial<typeof report> = {}) =>
      await testBot.app.engine.handle({
        ...{ type: 'report', outageId: randomUUID(), by: { id: objectId(person), name: person, roles: ['customer'] } },
        report: { ...report, scenario: { id: 'not-listed', title: 'None of these' }, ...more },
        ...{ origin: { ...origin, cardId: null }, desk, followers: [], policy, drill: null, request: null },
      });
    await sent('maya');
    await sent('jonas');
    // Another customer's environment may have the same id.
    await sent('aiko', { project: { id: 'harbour', name: 'Harbour' } });
    await testBot.settles();
    const offer = inDesk().find(({ summary }) => summary.includes('at once in one environment'));
    const made = await testBot.presses('priya', 'Merge them', offer);
    expect(made.text).toContain('1 merged into OUT-1002');
    expect(made.text).not.toContain('OUT-1004');
  });

  it('of several customers are offered when they are as many as the desk file says', async () => {
    await begin('manyAtOnce: { ofScenario: 3, ofProject: 50, withinMinutes: 5 }\n\n');
    await reports('maya');
    await testBot.passes(3);
    await reports('aiko', 'harbour/production');
    expect(offers()).toEqual([]);
    await testBot.passes(1);
    await reports('maya', 'contoso-erp/plant');
    expect(testBot.teams.text(offers()[0])).toContain('3 outages look the same');
    expect(testBot.teams.text(offers()[0])).toContain('OUT-1002: Harbour, Quay, reported by Aiko Tanaka');
  });

  it('but not within the time are not', async () => {
    await begin();
    for (const person of ['maya', 'jonas', 'maya'] as const) {
      await reports(person);
      await testBot.passes(9);
    }
    expect(offers()).toEqual([]);
  });
});

describe('3.4: somebody who joined', () => {
  it('says in its thread that it is still down, and not of what they reported before', async () => {
    await begin();
    await reports('jonas');
    await priya({ type: 'resolve', text: 'Restarted.', seen: null });
    await testBot.presses('jonas', 'Works again', testBot.teams.in('a:jonas').at(-1), {}, chat('jonas'));
    await reports('maya');
    await joins('jonas');
    const answer = await testBot.says('jonas', 'still down: the printers too');
    await testBot.settles();
    expect(answer?.text).toContain('We told the support desk in its thread.');
    expect((await outage(1001)).state).toBe('closed');
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1002: message from an affected person\. By Jonas Weber at /);
    expect(testBot.teams.text(inDesk().at(-1))).toContain('the printers too');
  });

  it('says that it works, which ends it for nobody, and may leave; then they have no word there', async () => {
    await begin();
    await reports('maya');
    await joins('jonas');
    const before = inDesk().length;
    const answer = await testBot.says('jonas', 'it works');
    expect(answer?.text).toContain('It stays open for the others');
    expect(titles(answer)).toContain('Leave this outage');
    expect((await testBot.says('jonas', 'orders are stuck too'))?.text).toContain('Add to OUT-1001');
    await testBot.settles();
    // It is counted on the card, and fills no thread.
    expect(inDesk()).toHaveLength(before);
    expect(testBot.teams.text(root())).toContain('Of 2 affected: works 1');
    expect((await outage()).state).toBe('reported');
    await testBot.presses('jonas', 'Leave this outage', answer ?? undefined);
    expect((await testBot.says('jonas', 'still down OUT-1001'))?.text).toContain('I do not know that outage');
  });
});
