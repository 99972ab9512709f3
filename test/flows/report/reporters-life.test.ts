/** A report after it was sent, in the reporter's hands: corrected, withdrawn, objected about, confirmed, still down. */
// @module-tag sampled
import { afterEach, describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  chat,
  fillReport,
  objectId,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  type TestBot,
  thread,
} from '../../support/bot/test-bot.ts';
import { elements, inputs } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sample } from '../../support/sample.ts';
import { cardText } from '../../support/teams/fake-teams.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const HOUR = 60;
const deskThread = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const inDesk = () => testBot.teams.in(deskThread()?.conversationId ?? '');
const text = (conversationId: string) => testBot.teams.text(testBot.teams.in(conversationId).at(-1));
const summaries = (conversationId: string) => testBot.teams.in(conversationId).map(({ summary }) => summary);
/** The reporter's own card, as it is now. */
const receipt = () => testBot.teams.in('a:maya')[0];
const titles = (shown: Shown) => shown.buttons.map(({ title }) => title);

const folded = (card: unknown) => cardText(elements(card).find(({ id }) => id === 'details'));

/** What an engineer does; that it can be pressed and typed is told elsewhere. */
async function priya(action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>, number = 1001) {
  const outageId = (await testBot.app.store.outages.idByNumber(number)) ?? '';
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  const outcome = await testBot.app.engine.handle({ outageId, by, ...action } as ActionRequest);
  expect(outcome.ok).toBe(true);
  await testBot.settles();
}
const resolves = () => priya({ type: 'resolve', text: 'The service was restarted.', seen: null });
const team = { id: 'functional', name: 'Functional support', room: null };
const transfers = () =>
  priya({
    ...{ type: 'transfer', team, reason: 'Posting is set up wrong; nothing is down.', seen: null },
    plan: { name: 'Premier', replyWithinMs: 4 * HOUR * 60_000 },
  });
async function pressed(title: string, on: Shown | undefined = undefined, inputs = {}): Promise<Shown> {
  const after = await testBot.presses('maya', title, on ?? receipt(), inputs, chat('maya'));
  await testBot.settles();
  return after;
}
async function says(said: string, person: 'maya' | 'jonas' = 'maya', place: Place = chat(person)): Promise<Shown> {
  const answer = await testBot.says(person, said, place);
  await testBot.settles();
  if (!answer) throw new Error(`nothing was answered to "${said}"`);
  return answer;
}

describe('a correction', () => {
  it('shows what was entered, keeps what is wrong beside its field, and tells the desk what changed', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Correct report');
    expect(JSON.stringify(form.card)).toContain('"value":"+45 32 12 34 56"');
    const entered = { title: 'Nothing can be posted', description: 'All of it.', affected: 'everyone', impact: '', changes: '' };
    const wrong = await pressed('Save correction', form, { ...entered, name: 'Maya Lindt', phone: '12', email: 'maya@example.com' });
    expect(wrong.text).toContain('This is not a phone number');
    expect(JSON.stringify(wrong.card)).toContain('"value":"Nothing can be posted"');

    const after = await pressed('Save correction', wrong, {
      ...entered,
      name: 'Maya Lindt',
      phone: '+45 33 22 11 00',
      email: 'maya@example.com',
    });
    expect(after.text).toContain('Nothing can be posted');
    const told = testBot.teams.text(inDesk().at(-1));
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: report corrected\. By Maya Lindt at /);
    expect(told).toContain('Was: Invoices cannot be posted\nNow: Nothing can be posted');
    expect(told).toContain('Was: +45 32 12 34 56\nNow: +45 33 22 11 00');
    expect(told).toContain('Was: 40 trucks wait\nNow: nothing');
    expect(told).not.toContain('maya@example.com');
    expect(testBot.teams.text(deskThread())).toContain('+45 33 22 11 00');
    // Those who follow see the new title, and no number of anybody.
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).toContain('Nothing can be posted');
    expect(JSON.stringify(testBot.teams.in(PLACES.announcements))).not.toContain('33 22 11 00');
    expect(summaries(PLACES.announcements).join()).not.toContain('report corrected');
  });

  it('3.8: that is saved is confirmed, and shows what is different now', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Correct report');
    const entered = Object.fromEntries(inputs(form.card).map(({ id, value }) => [String(id), String(value ?? '')]));
    const saved = await pressed('Save correction', form, { ...entered, title: 'Nothing can be posted', phone: '+45 33 22 11 00' });
    expect(saved.text).toContain('Your correction is saved, and we told the support desk:');
    expect(saved.text).toContain(': was “Invoices cannot be posted”, now “Nothing can be posted”\n');
    expect(saved.text).toContain(': was “+45 32 12 34 56”, now “+45 33 22 11 00”');
    expect(saved.text).not.toContain('was “40 trucks');

    const again = await pressed('Correct report');
    const same = Object.fromEntries(inputs(again.card).map(({ id, value }) => [String(id), String(value ?? '')]));
    expect((await pressed('Save correction', again, same)).text).toContain('nothing was saved');
  });

  it('16.5: can be of when it began and who is reachable; the card shows it folded, to the reporter alone', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const reported = () => folded(testBot.teams.in('a:maya')[0]?.card);
    expect(reported()).toContain('Invoices cannot be posted');
    expect(reported()).toContain('+45 32 12 34 56 (Denmark)');
    const form = await pressed('Correct report');
    expect(form.text).toContain(
      'To change the environment, the scenario, your answers to its questions, your time zone or language, ask the support desk: +45 70 10 20 30 (Europe)',
    );
    const entered = Object.fromEntries(inputs(form.card).map(({ id, value }) => [String(id), String(value ?? '')]));
    const order = ['beganTime', 'name', 'phone', 'aroundTheClock', 'secondContact', 'email'];
    expect(Object.keys(entered).filter((id) => order.includes(id))).toEqual(order);
    expect(entered).toMatchObject({ beganDate: '2026-01-04', beganTime: '09:45', aroundTheClock: 'true', secondContact: '' });
    const wrong = await pressed('Save correction', form, { ...entered, beganTime: '11:59', aroundTheClock: 'false' });
    expect(wrong.text).toContain('This is after you reported it.');
    expect(wrong.text).toContain('say who else can be called');
    const changed = { ...entered, beganTime: '08:30', aroundTheClock: 'false', secondContact: 'Ann, +45 33 22 11 00' };
    const saved = await pressed('Save correction', wrong, changed);
    expect(saved.text).toContain('Since: was “09:45 (Copenhagen time)”, now “08:30 (Copenhagen time)”\n');
    expect(saved.text).toContain('Reachable: was “Around the clock”, now “Not around the clock. Otherwise: Ann, +45 33 22 11 00”\n');
    expect(saved.text).toContain('Second contact: was nothing, now “Ann, +45 33 22 11 00”\n');
    expect(reported()).toContain('Since\n08:30 (Copenhagen time)');
    expect(reported()).toContain('Otherwise: Ann');
    expect(JSON.stringify(testBot.teams.in(PLACES.announcements))).not.toMatch(/Ann,|33 22 11 00|32 12 34 56/);
  });

  it('that could not be stored comes back with all that was typed', async () => {
    let full = false;
    const brittle = async (now: () => number): Promise<Store> => {
      const store = await openSqlite({ file: ':memory:', now, log: silentLog([]) });
      const transaction: Store['outages']['transaction'] = async (work) => {
        if (full) throw new Error('the disk is full');
        return await store.outages.transaction(work);
      };
      return { ...store, outages: { ...store.outages, transaction } };
    };
    testBot = await startTestBot({ store: brittle });
    await testBot.reports();
    const form = await pressed('Correct report');
    full = true;
    const entered = {
      title: 'New words',
      description: 'Long new words.',
      affected: 'some',
      name: 'M',
      phone: '+45 70 10 20 30',
      email: 'm@x.dk',
    };
    const back = await pressed('Save correction', form, entered);
    expect(back.text).toContain('That did not work, and nothing was sent.');
    for (const value of Object.values(entered)) expect(JSON.stringify(back.card)).toContain(`"value":"${value}"`);
    full = false;
    expect((await pressed('Save correction', back, entered)).text).toContain('New words');
  });

  it('is refused when it is over, with the words still there', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Correct report');
    await resolves();
    const entered = { title: 'New words', description: 'W', affected: 'some', name: 'M', phone: '+45 70 10 20 30', email: 'm@x.dk' };
    const refused = await pressed('Save correction', form, entered);
    expect(refused.text).toContain('Priya Nair resolved OUT-1001');
    expect(JSON.stringify(refused.card)).toContain('"value":"New words"');
  });
});

describe('a withdrawal', () => {
  it('is asked once, ends the pings, is told to everybody, and can be taken back under the same number', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Withdraw report');
    expect(form.text).toContain('OUT-1001: withdraw it?');
    const after = await pressed('Withdraw', form, { reason: 'A cable was loose.' });
    expect(after.text).toContain('Withdrawn by the reporter');
    expect(titles(after)).toEqual(['Say it is still down']);
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: Withdrawn\. By Maya Lindt at /);
    expect(testBot.teams.text(inDesk().at(-1))).toContain('A cable was loose.');
    expect(summaries(PLACES.announcements).at(-1)).toMatch(/^OUT-1001: Withdrawn\. By Maya Lindt at /);
    const before = inDesk().length;
    await testBot.passes(45);
    expect(inDesk()).toHaveLength(before);

    const again = await pressed('Say it is still down', after);
    expect((await pressed('Say it is still down', again)).text).toContain('This is needed.');
    const back = await pressed('Say it is still down', again, { reason: 'Only half of it works.' });
    expect(back.text).toContain('Still down, not acknowledged yet');
    const ping = testBot.teams.text(inDesk().at(-1));
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: still down\. By Maya Lindt at /);
    expect(ping).toContain('<at>Priya Nair</at>: you are the primary.');
    expect(ping).toContain('Only half of it works.');
    expect(
      testBot.teams.messages
        .filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))
        .every(({ conversationId }) => conversationId === deskThread()?.conversationId),
    ).toBe(true);
    // Its clock is the shorter one.
    await testBot.passes(15);
    expect(summaries('a:maya').at(-1)).toBe('OUT-1001: late, not acknowledged yet');
    expect(text('a:maya')).toContain('We promised it within 15 minutes');
  });

  it('3.8: is told once: the answer says it, and no message follows in that chat; nor after "still down" and an objection', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    /** How many messages stand in the chat after the action that had not stood there when it was answered. */
    const follows = async (act: () => Promise<Shown>) => {
      const answered = await act();
      const before = testBot.teams.in('a:maya').length;
      await testBot.settles();
      return { answered: answered.text, more: testBot.teams.in('a:maya').length - before };
    };
    const form = await pressed('Withdraw report');
    const withdrawn = await follows(() => testBot.presses('maya', 'Withdraw', form, {}, chat('maya')));
    expect(withdrawn.answered).toContain('Withdrawn by the reporter');
    const back = await follows(async () => (await testBot.says('maya', 'still down: orders fail')) ?? form);
    expect(back.answered).toContain('Still down, not acknowledged yet');
    await transfers();
    const objection = await pressed('Say it is an outage');
    const objected = await follows(() => testBot.presses('maya', 'Say it is an outage', objection, {}, chat('maya')));
    expect(objected.answered).toContain('Reporter objected, not acknowledged yet');
    expect([withdrawn.more, back.more, objected.more]).toEqual([0, 0, 0]);
    // Those who follow hear each of them.
    for (const said of [': Withdrawn', ': still down', ': an outage again']) expect(summaries(PLACES.announcements).join()).toContain(said);
    // The time since the objection is not the time since the report.
    await testBot.says('priya', 'ack OUT-1001');
    await testBot.settles();
    expect(summaries(PLACES.announcements).at(-1)).toMatch(/^OUT-1001: Acknowledged again\. By Priya Nair at .* after the objection$/);
  });

  it('by the word asks the same', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await says('withdraw');
    expect(form.text).toContain('OUT-1001: withdraw it?');
    expect((await pressed('Withdraw', form)).text).toContain('Withdrawn by the reporter');
    expect((await says('withdraw')).text).toContain('I find no outage of yours for that.');
  });
});

describe('a transfer', () => {
  it('shows both promises side by side, and may be objected to once, which calls the duty manager', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await transfers();
    const news = testBot.teams.text(testBot.teams.in('a:maya').at(-1));
    expect(news).toContain('OUT-1001: Transferred to Functional support');
    expect(news).toContain('As an outage: acknowledged within 30 minutes');
    expect(news).toContain('Functional support replies by 14:00 (Copenhagen time) (support plan: Premier)');
    expect(news).toContain('Posting is set up wrong');
    const form = await pressed('Say it is an outage', undefined);
    const after = await pressed('Say it is an outage', form, { reason: 'Three countries cannot post.' });
    expect(after.text).toContain('Reporter objected, not acknowledged yet');
    const ping = inDesk().find(({ summary }) => summary.startsWith('OUT-1001: the reporter objected'));
    expect(testBot.teams.text(ping)).toContain('<at>Ingrid Sørensen</at>: you are the duty manager.');
    expect(testBot.teams.text(ping)).toContain('<at>Priya Nair</at>: you transferred it.');
    expect(testBot.teams.text(ping)).toContain('Three countries cannot post.');
    expect(
      testBot.teams.messages.some(({ conversationId, summary }) => conversationId.includes('ingrid') && summary === ping?.summary),
    ).toBe(true);

    await transfers();
    expect(text('a:maya')).toContain('You have already objected once. If you still disagree, call +45 70 10 20 30');
    expect(JSON.stringify(receipt()?.card)).not.toContain('Say it is an outage"');
    expect((await says('it is an outage OUT-1001')).text).toContain('You have already objected once');
  });
});

describe('what was resolved', () => {
  it('is closed when the reporter says that it works again, and the desk hears it', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await resolves();
    const news = testBot.teams.in('a:maya').at(-1);
    const after = await testBot.presses('maya', 'Works again', news, {}, chat('maya'));
    await testBot.settles();
    expect(after.text).toContain('OUT-1001: Closed');
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: Closed\. By Maya Lindt at /);
    expect((await says('it works')).text).toContain('I find no outage of yours for that.');
  });

  it('is open again by a sentence, while the time for that lasts', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await resolves();
    expect((await says('still down: orders fail again')).text).toContain('Still down, not acknowledged yet');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('orders fail again');
    expect(summaries(PLACES.announcements).at(-1)).toMatch(/^OUT-1001: still down\. By Maya Lindt at /);
    expect(text(PLACES.announcements)).not.toContain('orders fail again');

    await resolves();
    await testBot.passes(73 * HOUR);
    expect((await says('still down OUT-1001: and again')).text).toContain('That was possible until');
    expect(titles(await says('/outage status OUT-1001'))).toEqual([]);
  });
});

describe('in company', () => {
  const group: Place = { kind: 'groupChat', id: '19:people-of-contoso@thread.v2' };
  async function reportsInGroup() {
    const open = await testBot.says('maya', 'outage', group);
    const first = await testBot.presses('maya', 'Continue my report', open ?? undefined, {}, group);
    await testBot.presses('maya', 'Send report', await fillReport(testBot, 'maya', first, group), {}, group);
    await testBot.settles();
    return testBot.teams.in(group.id)[0];
  }

  it('the buttons are the reporter’s: others get a kind no, and what is entered is drawn for the reporter alone', async () => {
    testBot = await startTestBot();
    const card = await reportsInGroup();
    for (const title of ['Correct report', 'Withdraw report']) {
      expect((await testBot.presses('jonas', title, card, {}, group)).said).toMatch(/^Only Maya Lindt, who reported it, can do that\./);
    }
    const form = await testBot.presses('maya', 'Correct report', card, {}, group);
    expect(JSON.stringify(form.card)).toContain('+45 32 12 34 56');
    const answered = await testBot.presses('maya', 'Back', form, {}, group);
    expect(answered.text).not.toContain('Invoices cannot be posted');
    // A form that was drawn for Maya does not make Jonas Maya.
    expect((await testBot.presses('jonas', 'Save correction', form, { title: 'Mine' }, group)).said).toContain('Only Maya Lindt');
    await testBot.settles();
    expect(JSON.stringify(testBot.teams.in(group.id))).not.toMatch(/32 12 34 56|maya@example|Invoices cannot/);
    const asked = await says('withdraw', 'maya', group);
    expect(asked.text).toContain('Maya Lindt: press the button below.');
    expect(JSON.stringify(asked.card)).not.toContain('Input.Text');
  });

  it('words of somebody else withdraw nothing', async () => {
    testBot = await startTestBot();
    await reportsInGroup();
    expect((await says('withdraw', 'jonas', group)).text).toContain('I find no outage of yours for that.');
    expect((await says('still down OUT-1001', 'jonas', group)).text).toContain('I do not know that outage');
  });
});

describe('of several', () => {
  it('the one that is meant has to be named', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports();
    expect((await says('withdraw')).text).toContain('You have more than one: OUT-1002, OUT-1001. Say which');
    expect((await says('withdraw OUT-1001')).text).toContain('OUT-1001: withdraw it?');
  });

  it('that were merged, each reporter hears under both numbers, and only what is new', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports('jonas');
    const intoId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    await priya({ type: 'merge', intoId, seen: null }, 1002);
    expect(summaries('a:jonas').at(-1)).toMatch(/^OUT-1002: Merged into OUT-1001\. By /);
    await priya({ type: 'update', text: 'A fix is on its way.', phase: null, nextUpdateInMs: null, seen: null });
    expect(text('a:jonas')).toContain('You reported this as OUT-1002. It is the same outage as OUT-1001.');
    expect(text('a:jonas')).toContain('A fix is on its way.');
    expect(thread(deskThread()).id).not.toBe('');
    expect(inDesk().some(({ summary }) => summary.startsWith('OUT-1001: OUT-1002 merged into it'))).toBe(true);
  });
});

describe('3.4: what the reporter says while it is open', () => {
  it.each(
    sample('words 1', ['still down', "It's still down.", 'still down: now the printers too', 'it still does not work', 'still broken'], 2),
  )('%j stands in the thread of the desk, for its owner', async (said) => {
    testBot = await startTestBot();
    await testBot.reports();
    await priya({ type: 'acknowledge' });
    const answer = await says(said);
    expect(answer.text).toContain('We told the support desk in its thread.');
    expect(answer.text).toContain('OUT-1001');
    const told = inDesk().at(-1);
    expect(testBot.teams.text(told)).toContain('OUT-1001: message from the reporter');
    expect(testBot.teams.text(told)).toContain(said.includes('printers') ? 'now the printers too' : 'It is still down.');
    expect(JSON.stringify(told?.card)).toContain('<at>Priya Nair</at>');
    expect(text('a:maya')).not.toContain('I find no outage of yours');
  });

  it.each(sample('words 2', ['it works', 'it is fixed', 'everything works again', 'it’s back up'], 2))(
    '%j tells the desk, and offers to withdraw',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      const form = await says(said);
      expect(testBot.teams.text(inDesk().at(-1))).toContain('It works again');
      expect(form.text).toContain('We told the support desk in its thread.');
      expect(form.text).toContain('OUT-1001: withdraw it?');
      // It is no mistake of theirs, so nothing of it is red.
      expect(JSON.stringify(form.card)).not.toMatch(/"style":"attention"|\u26A0/);
      expect((await pressed('Withdraw', form)).text).toContain('Withdrawn by the reporter');
    },
  );

  it('3.4: "it works" is said by the next pings, to everybody whom they call, until it is down again', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await says('it works');
    await testBot.passes(26);
    const said = /Maya Lindt, the reporter, said at .* that it works again, but has not withdrawn it\. Acknowledge it and check\./;
    const pings = inDesk().filter(({ summary }) => /please acknowledge|deadline is near/.test(summary));
    expect(pings).toHaveLength(2);
    for (const ping of pings) expect(testBot.teams.text(ping)).toMatch(said);
    await says('still down: now the printers too');
    await testBot.passes(10);
    expect(inDesk().at(-1)?.summary).toContain('late, acknowledge it now');
    expect(testBot.teams.text(inDesk().at(-1))).not.toMatch(said);
  });

  it('3.4: "Works again" on the news of a resolution that was opened again is told to the desk too', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await resolves();
    const news = testBot.teams.in('a:maya').at(-1);
    await priya({ type: 'reopen', reason: 'Fails again.' });
    const form = await testBot.presses('maya', 'Works again', news, {}, chat('maya'));
    await testBot.settles();
    expect(form.text).toContain('OUT-1001: withdraw it?');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('It works again');
  });

  it('of two that are open is asked for by the number, and nothing is told to the desk before', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports();
    const before = testBot.teams.messages.length;
    expect((await says('still down')).text).toContain('You have more than one');
    expect(testBot.teams.messages.slice(before).filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))).toEqual([]);
    expect((await says('still down OUT-1002 as before')).text).toContain('We told the support desk');
  });

  it.each(sample('words 3', ['OUT-1001 still down', 'OUT-1001: still down', 'OUT-1001 is still down'], 2))(
    '3.4: %j, with the number first, is understood as with the number last',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      await testBot.reports();
      expect((await says(said)).text).toContain('We told the support desk in its thread.');
      expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: message from the reporter\. By Maya Lindt at /);
      expect(testBot.teams.text(inDesk().at(-1))).toContain('It is still down.');
    },
  );

  it.each(sample('words 4', ['OUT-1001 it works', 'OUT-1001 works again', 'OUT-1001 withdraw'], 2))(
    '3.4: %j, with the number first, is understood too',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      await testBot.reports();
      expect((await says(said)).text).toContain('OUT-1001: withdraw it?');
    },
  );

  it('3.4: in a group that did not see the report, it says where to write it', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const group: Place = { kind: 'groupChat', id: '19:people-of-contoso@thread.v2' };
    expect((await says('still down', 'maya', group)).text).toContain(
      'You did not report it here. Write it in our own chat, or: still down OUT-1001.',
    );
    expect((await says('it works', 'maya', group)).text).toContain('it works OUT-1001.');
    expect((await says('still down', 'jonas', group)).text).toContain('I find no outage of yours for that.');
    expect((await says('still down OUT-1001', 'maya', group)).text).toContain('We told the support desk in its thread.');
  });

  it('is not said by anybody else', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    expect((await says('still down OUT-1001', 'jonas')).text).toContain('I do not know that outage');
  });
});

it('3.6: an acknowledgement that came 40 seconds late is told as late, everywhere', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  testBot.clock.advance(30 * 60_000 + 40_000);
  await priya({ type: 'acknowledge' });
  // The title and the stages stand between.
  expect(text('a:maya')).toMatch(
    /OUT-1001: Acknowledged\n(?:“.*”\s+)?By Priya Nair at .*, after 30 minutes 40 seconds, 40 seconds late[\s\S]*\nWe promised 30 minutes\./,
  );
  expect((await says('/outage status OUT-1001')).text).toMatch(/acknowledged it at [^.]*, 40 seconds late\./);
  expect((await says('/outage timeline OUT-1001')).text).toContain('acknowledged it after 30 minutes 40 seconds, 40 seconds late');
  expect(testBot.teams.text(deskThread())).toContain('after 30 minutes 40 seconds, 40 seconds late');
});

it('3.6: an update that came 40 seconds late is told as late, everywhere, and the next one in time is not', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  await priya({ type: 'acknowledge' });
  const update = { type: 'update', text: 'A fix is on its way.', phase: null, nextUpdateInMs: 20 * 60_000, seen: null } as const;
  const promised = testBot.clock.now() + 20 * 60_000;
  await priya(update);
  expect(text('a:maya')).not.toContain('late');
  testBot.clock.advance(promised + 40_000 - testBot.clock.now());
  await priya({ ...update, text: 'It is in.' });
  const heading = /OUT-1001: Investigating[.\n]+ ?(?:“.*”\n)?By Priya Nair at .*, 40 seconds late/;
  for (const place of ['a:maya', PLACES.announcements]) expect(text(place)).toMatch(heading);
  expect(inDesk().some(({ summary }) => heading.test(summary))).toBe(true);
  testBot.clock.advance(5 * 60_000);
  await priya({ ...update, text: '' });
  expect(text('a:maya')).not.toContain('late');
  const timeline = (await says('/outage timeline OUT-1001')).text;
  expect(timeline).toContain('Priya Nair posted an update: \u201CIt is in.\u201D, 40 seconds late');
  expect(timeline.match(/\blate\b/g)).toHaveLength(1);
});

describe('3.4: whose outage was merged into another', () => {
  const merged = async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports('jonas');
    await priya({ type: 'merge', intoId: (await testBot.app.store.outages.idByNumber(1001)) ?? '', seen: null }, 1002);
  };

  it.each(sample('words 5', ['still down', 'still down OUT-1002', 'OUT-1001 still down: the printers too'], 2))(
    'is heard in its thread with %j',
    async (said) => {
      await merged();
      const isMore = said.includes('printers');
      const answer = (await says(said, 'jonas')).text;
      expect(answer).toContain(isMore ? 'We told the support desk in its thread.' : 'The support desk sees how many say so.');
      expect(testBot.teams.text(deskThread())).toContain('Of 2 affected: still down 1');
      const told = testBot.teams.messages.findLast(({ summary }) => summary.startsWith('OUT-1001: message from an affected person'));
      // A word alone is counted, and fills no thread.
      expect(told?.conversationId).toBe(isMore ? deskThread()?.conversationId : undefined);
      if (isMore) expect(testBot.teams.text(told)).toContain('the printers too');
    },
  );

  it('is heard with "it works", and is offered no withdrawal of what is down for others too', async () => {
    await merged();
    const answer = await says('it works', 'jonas');
    expect(answer.text).toContain('The support desk sees how many say so. It stays open for the others');
    expect(answer.text).not.toContain('withdraw it?');
    expect(titles(answer)).toContain('Say it is different');
    expect(testBot.teams.text(deskThread())).toContain('Of 2 affected: works 1');
    // Only the reporter of this one says in the pings that it works again.
    await testBot.passes(26);
    expect(testBot.teams.text(inDesk().at(-1))).not.toContain('that it works again');
  });

  it('begins no second report by a sentence', async () => {
    await merged();
    expect((await says('invoices are stuck as well', 'jonas')).text).toContain('Add to OUT-1001');
  });

  it('3.4: says nothing there once the merge was taken apart', async () => {
    await merged();
    await priya({ type: 'reopen', reason: 'Not the same.' }, 1002);
    await says('still down', 'jonas');
    expect(testBot.teams.messages.at(-1)?.summary).not.toContain('affected too');
    expect((await says('still down OUT-1001', 'jonas')).text).toContain('I do not know that outage');
  });
});
