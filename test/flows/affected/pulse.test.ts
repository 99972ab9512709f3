/** "Still down", "Better" and "Works": everybody for whom it is down says with one tap how it is, and enough of them reopen it. */
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import {
  ANSWERS,
  answersStep,
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  startTestBot,
  type TestBot,
  testDesk,
  withHarbour,
} from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const begin = async (reopen?: number) => {
  const promise = reopen === undefined ? '' : `promise: { stillDown: { reopen: ${reopen} } }\n`;
  testBot = await startTestBot({ desk: testDesk((text) => withHarbour(`${text}${promise}`, 'production')) });
};
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const rootText = () => testBot.teams.text(inDesk()[0]);
const last = (place: string) => testBot.teams.in(place).at(-1);
const own = (person: PersonKey) => last(`a:${person}`);
const groups = () => testBot.teams.in(PLACES.announcements).map(({ summary }) => summary);
async function outage(number = 1001) {
  const recorded = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(number)) ?? '');
  if (!recorded) throw new Error(`no OUT-${number}`);
  return recorded;
}
async function priya(action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>, number = 1001) {
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const { id } = (await outage(number)).outage;
  expect((await testBot.app.engine.handle({ outageId: id, by, ...action } as ActionRequest)).ok).toBe(true);
  await testBot.settles();
}
async function joins(person: PersonKey) {
  const first = await testBot.says(person, '/outage');
  const second = await answersStep(testBot, person, first ?? undefined, ANSWERS.confirmation, chat(person));
  const card = await testBot.presses(person, 'Join this outage', await testBot.presses(person, ANSWERS.scenario.press, second));
  await testBot.settles();
  return card;
}
const resolves = async () => await priya({ type: 'resolve', text: 'Restarted.', seen: null });
const HOUR = 60;

describe('while it is open', () => {
  it('is counted on the card of the desk, which nobody is pinged for, and once an hour from each', async () => {
    await begin();
    await testBot.reports();
    const card = await joins('jonas');
    const before = inDesk().length;
    const told = await testBot.presses('jonas', 'Still down', card);
    expect(told.text).toContain('Thank you. The support desk sees how many say so.');
    await testBot.settles();
    expect(inDesk()).toHaveLength(before);
    expect(rootText()).toContain('Of 2 affected: still down 1');
    await testBot.passes(20);
    const again = await testBot.presses('jonas', 'Better', told);
    expect(again.said).toMatch(
      /^You said at .*10:0\d.* that it is still down, and the support desk knows\. You can say it again from .*11:0\d/,
    );
    await testBot.passes(45);
    await testBot.presses('jonas', 'Better', told);
    await testBot.settles();
    expect(rootText()).toContain('Of 2 affected: better 1');
    expect((await outage()).events.filter(({ type }) => type === 'pulsed')).toHaveLength(2);
  });

  it('of the reporter is read in the thread, and "Works" asks to withdraw', async () => {
    await begin();
    await testBot.reports();
    await testBot.presses('maya', 'Still down', own('maya'), {}, chat('maya'));
    await testBot.settles();
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: message from the reporter\. By Maya Lindt at /);
    const form = await testBot.presses('maya', 'Works', own('maya'), {}, chat('maya'));
    expect(form.text).toContain('OUT-1001: withdraw it?');
    await testBot.settles();
    expect(rootText()).toContain('Of 1 affected: works 1');
    expect((await outage()).outage.worksSince).not.toBeNull();
  });

  it('is nothing that somebody else may say, whose card it is not, and not any more after they left', async () => {
    await begin();
    await testBot.reports();
    const card = await joins('jonas');
    const left = await testBot.presses('jonas', 'Leave this outage', await testBot.presses('jonas', 'Works', card));
    expect(left.text).toContain('You left OUT-1001');
    await testBot.settles();
    expect(rootText()).not.toContain('Of ');
    for (const person of ['jonas', 'aiko'] as const) {
      const denied = await testBot.presses(person, 'Still down', card, {}, chat(person));
      expect(denied.said).toContain('Only people who reported or joined this outage can say that.');
    }
    expect((await outage()).outage.pulses).toEqual([]);
  });
});

describe('after it was resolved', () => {
  it('everybody affected is asked with the news, and is counted', async () => {
    await begin();
    await testBot.reports();
    await joins('jonas');
    await resolves();
    const works = await testBot.presses('jonas', 'Works again', own('jonas'), {}, chat('jonas'));
    expect(works.text).toContain('Thank you. The support desk sees how many say so.');
    await testBot.settles();
    expect(rootText()).toContain('Of 2 affected: works 1');
    expect((await outage()).outage.state).toBe('resolved');
    // The reporter's word closes it, and counts too.
    await testBot.presses('maya', 'Works again', own('maya'), {}, chat('maya'));
    await testBot.settles();
    expect(rootText()).toContain('Of 2 affected: works 2');
    expect((await outage()).outage.state).toBe('closed');
  });

  it('one "Still down" of somebody who joined reopens it: the same thread, who had it is called, and nobody else reads who said so', async () => {
    await begin();
    await testBot.reports();
    await joins('jonas');
    await resolves();
    const shown = await testBot.presses('jonas', 'Still down', own('jonas'), {}, chat('jonas'));
    expect(shown.text).toContain('It is open again, and we alert the people on call now.');
    const chats = testBot.teams.in('a:jonas').length;
    await testBot.settles();
    expect(testBot.teams.in('a:jonas')).toHaveLength(chats);
    const ping = inDesk().at(-1);
    expect(ping?.summary).toMatch(/^OUT-1001: still down\. By Jonas Weber at /);
    expect(testBot.teams.text(ping)).toContain('1 of 2 affected people says that it is still down.');
    expect(testBot.teams.text(ping)).toContain('<at>Priya Nair</at>');
    expect(inDesk().every(({ conversationId }) => conversationId === ping?.conversationId)).toBe(true);
    expect(own('maya')?.summary).toMatch(/^OUT-1001: still down/);
    expect(groups().at(-1)).toMatch(/^OUT-1001: still down/);
    for (const text of [testBot.teams.text(own('maya')), testBot.teams.text(last(PLACES.announcements))])
      expect(text).not.toContain('Jonas');
    const timeline = await testBot.says('maya', '/outage timeline OUT-1001');
    expect(timeline?.text).toContain('Reopened: it was still down for others');
    expect((await testBot.says('priya', '/outage timeline OUT-1001'))?.text).toContain('Jonas Weber reopened it');
  });

  it('where the desk file wants two of them, the second one reopens it, with what they wrote', async () => {
    await begin(2);
    await testBot.reports();
    await joins('jonas');
    await testBot.reports('aiko');
    await priya({ type: 'merge', intoId: (await outage()).outage.id, seen: null }, 1002);
    await resolves();
    const first = await testBot.presses('jonas', 'Still down', own('jonas'), {}, chat('jonas'));
    expect(first.text).toContain('Thank you.');
    await testBot.presses('jonas', 'Still down', own('jonas'), {}, chat('jonas'));
    await testBot.settles();
    expect((await outage()).outage.state).toBe('resolved');
    expect((await testBot.says('aiko', 'still down: invoices fail'))?.text).toContain('It is open again');
    await testBot.settles();
    expect((await outage()).outage.state).toBe('reported');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('2 of 3 affected people say that it is still down.');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('invoices fail');
    // Those of other customers are told no more than before.
    expect(testBot.teams.text(own('jonas'))).not.toMatch(/Aiko|invoices fail/);
  });

  it('is not for ever: when the time is over, a kind answer says what to do', async () => {
    await begin();
    await testBot.reports();
    await joins('jonas');
    await resolves();
    const news = own('jonas');
    await testBot.passes(73 * HOUR);
    expect((await testBot.presses('jonas', 'Still down', news, {}, chat('jonas'))).said).toContain('That was possible until');
    expect((await testBot.says('jonas', 'still down OUT-1001'))?.text).toContain('That was possible until');
    expect((await outage()).outage.state).toBe('closed');
  });

  it('in a group everybody presses for themselves on one message', async () => {
    await begin();
    const group: Place = { kind: 'groupChat', id: '19:night-shift@thread.v2' };
    await testBot.reports();
    const first = await testBot.says('jonas', '/outage', group);
    const opened = await testBot.presses('jonas', 'Continue my report', first ?? undefined, {}, group);
    const second = await answersStep(testBot, 'jonas', opened, ANSWERS.confirmation, group);
    await testBot.presses(
      'jonas',
      'Join this outage',
      await testBot.presses('jonas', ANSWERS.scenario.press, second, {}, group),
      {},
      group,
    );
    await testBot.settles();
    await resolves();
    const news = last(group.id);
    expect((await testBot.presses('aiko', 'Still down', news, {}, group)).said).toContain('Only people who reported or joined');
    await testBot.presses('jonas', 'Still down', news, {}, group);
    await testBot.settles();
    expect((await outage()).outage.state).toBe('reported');
  });
});

it('many at once are few edits of the card', async () => {
  await begin();
  await testBot.reports();
  const { outage: one } = await outage();
  const people = Array.from({ length: 60 }, (_, index) => ({
    id: storedPersonKey(`00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`),
    name: `Person ${index}`,
    roles: ['customer'] as const,
  }));
  const { project, environment, contact } = one.report;
  const common = { outageId: one.id, project, environment, contact, said: '', origin: { ...one.origin, cardId: null } };
  for (const by of people) await testBot.app.engine.handle({ ...common, type: 'join', by } as ActionRequest);
  await testBot.settles();
  const before = inDesk()[0]?.edits ?? 0;
  await Promise.all(
    people.map((by) => testBot.app.engine.handle({ type: 'pulse', outageId: one.id, by, says: 'down', text: '' } as ActionRequest)),
  );
  await testBot.settles();
  expect(rootText()).toContain('Of 61 affected: still down 60');
  expect((inDesk()[0]?.edits ?? 0) - before).toBeLessThan(10);
});

it('is nothing that somebody can say who was taken off the project', async () => {
  await begin(1);
  await testBot.reports('maya');
  await joins('jonas');
  await priya({ type: 'acknowledge' });
  await resolves();
  const { teams, clock, app } = testBot;
  const without = testDesk((text) => withHarbour(text.replace('[maya, jonas]', '[maya]'), 'production'));
  onTestFinished(app.stop);
  testBot = await startTestBot({ desk: without, teams, clock, store: async () => app.store });
  const pressed = await testBot.presses('jonas', 'Still down', own('jonas'));
  await testBot.settles();
  const typed = await testBot.says('jonas', 'still down, we see it');
  await testBot.settles();
  for (const said of [pressed.said || pressed.text, typed?.text]) expect(said).toContain('Only people who reported or joined');
  expect((await outage()).outage.state).toBe('resolved');
});
