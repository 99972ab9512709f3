/** A report after it was sent, in the reporter's hands: corrected, withdrawn, objected about, confirmed, still down. */
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
import { inputs } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';

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
    const form = await pressed('Correct the report');
    expect(JSON.stringify(form.card)).toContain('"value":"+45 32 12 34 56"');
    const entered = { title: 'Nothing can be posted', description: 'All of it.', affected: 'everyone', impact: '', changes: '' };
    const wrong = await pressed('Save', form, { ...entered, name: 'Maya Lindt', phone: '12', email: 'maya@example.com' });
    expect(wrong.text).toContain('This is not a phone number');
    expect(JSON.stringify(wrong.card)).toContain('"value":"Nothing can be posted"');

    const after = await pressed('Save', wrong, { ...entered, name: 'Maya Lindt', phone: '+45 33 22 11 00', email: 'maya@example.com' });
    expect(after.text).toContain('Nothing can be posted');
    const told = testBot.teams.text(inDesk().at(-1));
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001: Maya Lindt changed the report');
    expect(told).toContain('Was: Invoices cannot be posted\nNow: Nothing can be posted');
    expect(told).toContain('Was: +45 32 12 34 56\nNow: +45 33 22 11 00');
    expect(told).toContain('Was: 40 trucks wait\nNow: nothing');
    expect(told).not.toContain('maya@example.com');
    expect(testBot.teams.text(deskThread())).toContain('+45 33 22 11 00');
    // Those who follow see the new title, and no number of anybody.
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).toContain('Nothing can be posted');
    expect(JSON.stringify(testBot.teams.in(PLACES.announcements))).not.toContain('33 22 11 00');
    expect(summaries(PLACES.announcements).join()).not.toContain('changed the report');
  });

  it('3.8: that is saved is confirmed, and shows what is different now', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Correct the report');
    const entered = Object.fromEntries(inputs(form.card).map(({ id, value }) => [String(id), String(value ?? '')]));
    const saved = await pressed('Save', form, { ...entered, title: 'Nothing can be posted', phone: '+45 33 22 11 00' });
    expect(saved.text).toContain('Your correction is saved, and the desk was told:');
    expect(saved.text).toMatch(/: Nothing can be posted\n/);
    expect(saved.text).toContain(': +45 33 22 11 00');
    expect(saved.text).not.toContain('40 trucks');

    const again = await pressed('Correct the report');
    const same = Object.fromEntries(inputs(again.card).map(({ id, value }) => [String(id), String(value ?? '')]));
    expect((await pressed('Save', again, same)).text).toContain('nothing was saved');
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
    const form = await pressed('Correct the report');
    full = true;
    const entered = {
      title: 'New words',
      description: 'Long new words.',
      affected: 'some',
      name: 'M',
      phone: '+45 70 10 20 30',
      email: 'm@x.dk',
    };
    const back = await pressed('Save', form, entered);
    expect(back.text).toContain('That did not work, and nothing was sent.');
    for (const value of Object.values(entered)) expect(JSON.stringify(back.card)).toContain(`"value":"${value}"`);
    full = false;
    expect((await pressed('Save', back, entered)).text).toContain('New words');
  });

  it('is refused when it is over, with the words still there', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Correct the report');
    await resolves();
    const entered = { title: 'New words', description: 'W', affected: 'some', name: 'M', phone: '+45 70 10 20 30', email: 'm@x.dk' };
    const refused = await pressed('Save', form, entered);
    expect(refused.text).toContain('Priya Nair resolved OUT-1001');
    expect(JSON.stringify(refused.card)).toContain('"value":"New words"');
  });
});

describe('a withdrawal', () => {
  it('is asked once, ends the pings, is told to everybody, and can be taken back under the same number', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await pressed('Withdraw');
    expect(form.text).toContain('OUT-1001: withdraw the report?');
    const after = await pressed('Withdraw it', form, { reason: 'A cable was loose.' });
    expect(after.text).toContain('Withdrawn by the reporter');
    expect(titles(after)).toEqual(['Still down']);
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001 was withdrawn by Maya Lindt');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('A cable was loose.');
    expect(summaries(PLACES.announcements).at(-1)).toBe('OUT-1001 was withdrawn by Maya Lindt');
    const before = inDesk().length;
    await testBot.passes(45);
    expect(inDesk()).toHaveLength(before);

    const again = await pressed('Still down', after);
    expect((await pressed('Still down', again)).text).toContain('This is needed.');
    const back = await pressed('Still down', again, { reason: 'Only half of it works.' });
    expect(back.text).toContain('Still down, waiting for a support engineer');
    const ping = testBot.teams.text(inDesk().at(-1));
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001 is still down, says Maya Lindt');
    expect(ping).toContain('<at>Priya Nair</at>: you are the primary.');
    expect(ping).toContain('Only half of it works.');
    expect(
      testBot.teams.messages
        .filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))
        .every(({ conversationId }) => conversationId === deskThread()?.conversationId),
    ).toBe(true);
    // Its clock is the shorter one.
    await testBot.passes(15);
    expect(summaries('a:maya').at(-1)).toBe('Nobody has acknowledged OUT-1001 yet');
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
    const form = await pressed('Withdraw');
    const withdrawn = await follows(() => testBot.presses('maya', 'Withdraw it', form, {}, chat('maya')));
    expect(withdrawn.answered).toContain('Withdrawn by the reporter');
    const back = await follows(async () => (await testBot.says('maya', 'still down: orders fail')) ?? form);
    expect(back.answered).toContain('Still down, waiting for a support engineer');
    await transfers();
    const objection = await pressed('It is an outage');
    const objected = await follows(() => testBot.presses('maya', 'It is an outage', objection, {}, chat('maya')));
    expect(objected.answered).toContain('Back after an objection');
    expect([withdrawn.more, back.more, objected.more]).toEqual([0, 0, 0]);
    // Those who follow hear each of them.
    for (const said of ['was withdrawn', 'is open again', 'is handled as an outage again'])
      expect(summaries(PLACES.announcements).join()).toContain(said);
    // The time since the objection is not the time since the report.
    await testBot.says('priya', 'ack OUT-1001');
    await testBot.settles();
    expect(summaries(PLACES.announcements).at(-1)).toMatch(/^Priya Nair acknowledged OUT-1001 .* after the objection$/);
  });

  it('by the word asks the same', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const form = await says('withdraw');
    expect(form.text).toContain('OUT-1001: withdraw the report?');
    expect((await pressed('Withdraw it', form)).text).toContain('Withdrawn by the reporter');
    expect((await says('withdraw')).text).toContain('I see no outage of yours for that.');
  });
});

describe('a transfer', () => {
  it('shows both promises side by side, and may be objected to once, which calls the duty manager', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await transfers();
    const news = testBot.teams.text(testBot.teams.in('a:maya').at(-1));
    expect(news).toContain('OUT-1001 is now with Functional support');
    expect(news).toContain('An outage: acknowledged within 30 minutes');
    expect(news).toContain('Functional support replies by 14:00 (Copenhagen time) (support plan: Premier)');
    expect(news).toContain('Posting is set up wrong');
    const form = await pressed('It is an outage', undefined);
    const after = await pressed('It is an outage', form, { reason: 'Three countries cannot post.' });
    expect(after.text).toContain('Back after an objection, waiting for the duty manager');
    const ping = inDesk().find(({ summary }) => summary === 'OUT-1001: the reporter says that it is an outage');
    expect(testBot.teams.text(ping)).toContain('<at>Ingrid Sørensen</at>: you are the duty manager.');
    expect(testBot.teams.text(ping)).toContain('<at>Priya Nair</at>: you had it transferred.');
    expect(testBot.teams.text(ping)).toContain('Three countries cannot post.');
    expect(
      testBot.teams.messages.some(({ conversationId, summary }) => conversationId.includes('ingrid') && summary === ping?.summary),
    ).toBe(true);

    await transfers();
    expect(text('a:maya')).toContain('You have objected once already. If you still disagree, call +45 70 10 20 30');
    expect(JSON.stringify(receipt()?.card)).not.toContain('It is an outage"');
    expect((await says('it is an outage OUT-1001')).text).toContain('You have objected once already');
  });
});

describe('what was resolved', () => {
  it('is closed when the reporter says that it works again, and the desk hears it', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await resolves();
    const news = testBot.teams.in('a:maya').at(-1);
    const after = await testBot.presses('maya', 'It works again', news, {}, chat('maya'));
    await testBot.settles();
    expect(after.text).toContain('OUT-1001: Closed');
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001 is closed: Maya Lindt says that it works again');
    expect((await says('it works')).text).toContain('I see no outage of yours for that.');
  });

  it('is open again by a sentence, while the time for that lasts', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await resolves();
    expect((await says('still down: orders fail again')).text).toContain('Still down, waiting for a support engineer');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('orders fail again');
    expect(summaries(PLACES.announcements).at(-1)).toBe('OUT-1001 is open again: Maya Lindt says that it is not over');
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
    const first = await testBot.presses('maya', 'Go on with my report', open ?? undefined, {}, group);
    await testBot.presses('maya', 'Done', await fillReport(testBot, 'maya', first, group), {}, group);
    await testBot.settles();
    return testBot.teams.in(group.id)[0];
  }

  it('the buttons are the reporter’s: others get a kind no, and what is entered is drawn for the reporter alone', async () => {
    testBot = await startTestBot();
    const card = await reportsInGroup();
    for (const title of ['Correct the report', 'Withdraw']) {
      expect((await testBot.presses('jonas', title, card, {}, group)).said).toMatch(/^Only Maya Lindt, who reported it, can do that\./);
    }
    const form = await testBot.presses('maya', 'Correct the report', card, {}, group);
    expect(JSON.stringify(form.card)).toContain('+45 32 12 34 56');
    const answered = await testBot.presses('maya', 'Back', form, {}, group);
    expect(answered.text).not.toContain('Invoices cannot be posted');
    // A form that was drawn for Maya does not make Jonas Maya.
    expect((await testBot.presses('jonas', 'Save', form, { title: 'Mine' }, group)).said).toContain('Only Maya Lindt');
    await testBot.settles();
    expect(JSON.stringify(testBot.teams.in(group.id))).not.toMatch(/32 12 34 56|maya@example|Invoices cannot/);
    const asked = await says('withdraw', 'maya', group);
    expect(asked.text).toContain('Maya Lindt: press the button below.');
    expect(JSON.stringify(asked.card)).not.toContain('Input.Text');
  });

  it('words of somebody else withdraw nothing', async () => {
    testBot = await startTestBot();
    await reportsInGroup();
    expect((await says('withdraw', 'jonas', group)).text).toContain('I see no outage of yours for that.');
    expect((await says('still down OUT-1001', 'jonas', group)).text).toContain('I do not know that outage');
  });
});

describe('of several', () => {
  it('the one that is meant has to be named', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports();
    expect((await says('withdraw')).text).toContain('You have more than one: OUT-1002, OUT-1001. Say which');
    expect((await says('withdraw OUT-1001')).text).toContain('OUT-1001: withdraw the report?');
  });

  it('that were merged, each reporter hears under both numbers, and only what is new', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports('jonas');
    const intoId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    await priya({ type: 'merge', intoId, seen: null }, 1002);
    expect(summaries('a:jonas').at(-1)).toBe('OUT-1002 is the same as OUT-1001');
    await priya({ type: 'update', text: 'A fix is on its way.', phase: null, nextUpdateInMs: null, seen: null });
    expect(text('a:jonas')).toContain('You reported this as OUT-1002. It is the same outage as OUT-1001.');
    expect(text('a:jonas')).toContain('A fix is on its way.');
    expect(thread(deskThread()).id).not.toBe('');
    expect(inDesk().some(({ summary }) => summary === 'OUT-1002 is the same as OUT-1001')).toBe(true);
  });
});

describe('3.4: what the reporter says while it is open', () => {
  it.each(['still down', "It's still down.", 'still down: now the printers too', 'it still does not work', 'still broken'])(
    '%j stands in the thread of the desk, for its owner',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      await priya({ type: 'acknowledge' });
      const answer = await says(said);
      expect(answer.text).toContain('The support desk has that in its thread now.');
      expect(answer.text).toContain('OUT-1001');
      const told = inDesk().at(-1);
      expect(testBot.teams.text(told)).toContain('Maya Lindt, who reported it, writes');
      expect(testBot.teams.text(told)).toContain(said.includes('printers') ? 'now the printers too' : 'Still down');
      expect(JSON.stringify(told?.card)).toContain('<at>Priya Nair</at>');
      expect(text('a:maya')).not.toContain('I see no outage of yours');
    },
  );

  it.each(['it works', 'it is fixed', 'everything works again', 'it’s back up'])(
    '%j tells the desk, and offers to withdraw',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      const form = await says(said);
      expect(testBot.teams.text(inDesk().at(-1))).toContain('It works again');
      expect(form.text).toContain('The support desk has that in its thread now.');
      expect(form.text).toContain('OUT-1001: withdraw the report?');
      // It is no mistake of theirs, so nothing of it is red.
      expect(JSON.stringify(form.card)).not.toMatch(/"style":"attention"|\u26A0/);
      expect((await pressed('Withdraw it', form)).text).toContain('Withdrawn by the reporter');
    },
  );

  it('3.4: "it works" is said by the next pings, to everybody whom they call, until it is down again', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await says('it works');
    await testBot.passes(26);
    const said = /Maya Lindt, who reported it, said at .* that it works again, and has not withdrawn it\. Please take it and look\./;
    const pings = inDesk().filter(({ summary }) => /waits for an acknowledgement|last call/.test(summary));
    expect(pings).toHaveLength(2);
    for (const ping of pings) expect(testBot.teams.text(ping)).toMatch(said);
    await says('still down: now the printers too');
    await testBot.passes(10);
    expect(inDesk().at(-1)?.summary).toContain('the promise is broken');
    expect(testBot.teams.text(inDesk().at(-1))).not.toMatch(said);
  });

  it('3.4: "It works again" on the news of a resolution that was opened again is told to the desk too', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await resolves();
    const news = testBot.teams.in('a:maya').at(-1);
    await priya({ type: 'reopen', reason: 'Fails again.' });
    const form = await testBot.presses('maya', 'It works again', news, {}, chat('maya'));
    await testBot.settles();
    expect(form.text).toContain('OUT-1001: withdraw the report?');
    expect(testBot.teams.text(inDesk().at(-1))).toContain('It works again');
  });

  it('of two that are open is asked for by the number, and nothing is told to the desk before', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports();
    const before = testBot.teams.messages.length;
    expect((await says('still down')).text).toContain('You have more than one');
    expect(testBot.teams.messages.slice(before).filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))).toEqual([]);
    expect((await says('still down OUT-1002 as before')).text).toContain('The support desk has that');
  });

  it.each(['OUT-1001 still down', 'OUT-1001: still down', 'OUT-1001 is still down'])(
    '3.4: %j, with the number first, is understood as with the number last',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      await testBot.reports();
      expect((await says(said)).text).toContain('The support desk has that in its thread now.');
      expect(inDesk().at(-1)?.summary).toBe('OUT-1001: Maya Lindt, who reported it, writes');
      expect(testBot.teams.text(inDesk().at(-1))).toContain('Still down');
    },
  );

  it.each(['OUT-1001 it works', 'OUT-1001 works again', 'OUT-1001 withdraw'])(
    '3.4: %j, with the number first, is understood too',
    async (said) => {
      testBot = await startTestBot();
      await testBot.reports();
      await testBot.reports();
      expect((await says(said)).text).toContain('OUT-1001: withdraw the report?');
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
    expect((await says('still down', 'jonas', group)).text).toContain('I see no outage of yours for that.');
    expect((await says('still down OUT-1001', 'maya', group)).text).toContain('The support desk has that in its thread now.');
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
  expect(text('a:maya')).toMatch(
    /acknowledged OUT-1001 after 30 minutes 40 seconds, 40 seconds late\n[^\n]*\nThe promise was 30 minutes\./,
  );
  expect((await says('/outage status OUT-1001')).text).toMatch(/acknowledged at [^.]*, 40 seconds late\./);
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
  const heading = 'OUT-1001: Investigating. Update by Priya Nair, 40 seconds late';
  for (const place of ['a:maya', PLACES.announcements]) expect(text(place)).toContain(heading);
  expect(inDesk().some(({ summary }) => summary === heading)).toBe(true);
  testBot.clock.advance(5 * 60_000);
  await priya({ ...update, text: '' });
  expect(text('a:maya')).not.toContain('late');
  const timeline = (await says('/outage timeline OUT-1001')).text;
  expect(timeline).toContain('Priya Nair: \u201CIt is in.\u201D, 40 seconds late');
  expect(timeline.match(/late/g)).toHaveLength(1);
});

describe('3.4: whose outage was merged into another', () => {
  const merged = async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports('jonas');
    await priya({ type: 'merge', intoId: (await testBot.app.store.outages.idByNumber(1001)) ?? '', seen: null }, 1002);
  };

  it.each(['still down', 'still down OUT-1002', 'OUT-1001 still down: the printers too'])(
    'is heard in its thread with %j',
    async (said) => {
      await merged();
      expect((await says(said, 'jonas')).text).toContain('The support desk has that in its thread now.');
      const told = testBot.teams.messages.findLast(({ summary }) => summary === 'OUT-1001: Jonas Weber, who is affected too, writes');
      expect(told?.conversationId).toBe(deskThread()?.conversationId);
      expect(testBot.teams.text(told)).toContain(said.includes('printers') ? 'the printers too' : 'Still down');
    },
  );

  it('is heard with "it works", and is offered no withdrawal of what is down for others too', async () => {
    await merged();
    const answer = await says('it works', 'jonas');
    expect(answer.text).toContain('The support desk has that in its thread now. It stays open for the others');
    expect(answer.text).not.toContain('withdraw the report?');
    expect(titles(answer)).toContain('This is something else');
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001: Jonas Weber, who is affected too, writes');
    // Only the reporter of this one says in the pings that it works again.
    await testBot.passes(26);
    expect(testBot.teams.text(inDesk().at(-1))).not.toContain('that it works again');
  });

  it('begins no second report by a sentence', async () => {
    await merged();
    expect((await says('invoices are stuck as well', 'jonas')).text).toContain('The support desk has OUT-1001, but has not read');
  });

  it('3.4: says nothing there once the merge was taken apart', async () => {
    await merged();
    await priya({ type: 'reopen', reason: 'Not the same.' }, 1002);
    await says('still down', 'jonas');
    expect(testBot.teams.messages.at(-1)?.summary).not.toContain('affected too');
    expect((await says('still down OUT-1001', 'jonas')).text).toContain('I do not know that outage');
  });
});
