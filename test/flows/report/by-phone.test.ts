/** A customer calls the desk: an engineer or a dispatcher reports for them, and the engineer acknowledges it with the same tap. */
import { afterEach, describe, expect, it } from 'vitest';
import { publicRequests, startPrivateBot } from '../../support/bot/private.ts';
import {
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  TENANT,
  type TestBot,
  testDesk,
  thread,
  withHarbour,
} from '../../support/bot/test-bot.ts';
import { inputs } from '../../support/cards/walk.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const SOMEBODY_ELSE = '*';
const SAID = { phone: '+45 32 12 34 56', scenario: 'sign-in', title: 'Nobody can sign in' };
const MAYA = { ...SAID, caller: objectId('maya') };
const JENS = { ...SAID, caller: SOMEBODY_ELSE, name: 'Jens Holm', description: 'Since the morning, in all companies.' };

const desk: Place = { kind: 'channel', id: PLACES.desk };
const ownChat = (person: PersonKey): Place => ({ kind: 'personal', id: `a:chat-with-29:${person}` });
const inOwn = (person: PersonKey) => testBot.teams.in(ownChat(person).id);
/** The first message of each thread at the desk. */
const roots = () => {
  const all = testBot.teams.messages.filter((one) => one.conversationId.startsWith(`${PLACES.desk};`) && one.only === null);
  return [...Map.groupBy(all, ({ conversationId }) => conversationId).values()].flatMap(([first]) => first ?? []);
};
/** What a form sends of inputs that nobody changed. */
const untouched = (shown: Shown) => Object.fromEntries(inputs(shown.card).map(({ id, value }) => [String(id), String(value ?? '')]));
const inDesk = () => testBot.teams.in(roots()[0]?.conversationId ?? '');
const rootText = () => testBot.teams.text(roots()[0]);
const withDispatcher = (more: (text: string) => string = (text) => text) => testDesk((text) => more(`${text}\ndispatchers: [aiko]\n`));

async function opens(person: PersonKey, typed = 'report for contoso'): Promise<Shown> {
  const form = await testBot.says(person, typed);
  if (!form) throw new Error('no form');
  return form;
}
/** Sends the form with this button. */
async function calls(person: PersonKey, title: string, entered: Record<string, string>, form?: Shown): Promise<Shown> {
  const sent = await testBot.presses(person, title, form ?? (await opens(person)), entered);
  await testBot.settles();
  return sent;
}

describe('an engineer who takes the call of a member of the project', () => {
  it('reports and acknowledges with one tap; the member hears everything in their own chat from then on', async () => {
    testBot = await startTestBot();
    const form = await opens('priya');
    expect(form.text).toContain('Report by phone for Contoso ERP');
    expect(form.text).toContain('Maya Lindt');
    const sent = await calls('priya', 'Send and acknowledge', MAYA, form);
    expect(sent.text).toContain('OUT-1001 is reported for Maya Lindt, who hears what is new in Teams. Tell them the number.');
    expect(sent.text).toContain('Acknowledged by Priya Nair');
    // The promise ran from the tap, and was kept with it.
    expect(rootText()).toContain('Acknowledged at');
    expect(rootText()).toContain('after 0 seconds');
    expect(rootText()).toMatch(/By phone\nMaya Lindt\n.*\+45 32 12 34 56.*\nHears what is new in Teams\nCall taken by Priya Nair/);
    expect(rootText()).toContain('Maya Lindt, by phone (call taken by Priya Nair)');
    await testBot.passes(20);
    expect(testBot.teams.messages.filter(({ summary }) => /ping|deadline/.test(summary))).toEqual([]);

    const [card, news] = inOwn('maya');
    expect(testBot.teams.text(card)).toContain('Acknowledged by Priya Nair');
    expect(testBot.teams.text(card)).toContain('You called, and Priya Nair wrote this report for you. You can correct it.');
    expect(news?.summary).toMatch(/^OUT-1001: Acknowledged\. By Priya Nair/);
    await testBot.says('priya', 'update We restart the sign-in service', thread(roots()[0]));
    await testBot.settles();
    expect(testBot.teams.text(inOwn('maya').at(-1))).toContain('We restart the sign-in service');
    // Whoever took the call is not told what the customer waits for.
    expect(inOwn('priya')).toEqual([]);
    expect(inDesk().map(testBot.teams.text).join()).not.toContain('reads nothing of this in Teams');
  });

  it('makes them the reporter: they correct it, find it among theirs, and confirm the end', async () => {
    testBot = await startTestBot();
    await calls('priya', 'Send report', MAYA);
    const [card] = inOwn('maya');
    expect(testBot.teams.text(card)).toContain('OUT-1001: your report has arrived');
    const correct = await testBot.presses('maya', 'Correct report', card, {}, ownChat('maya'));
    // The phone call asked for no e-mail address, and the correction does not either.
    const corrected = { ...untouched(correct), title: 'Nobody can sign in since 9' };
    const saved = await testBot.presses('maya', 'Save correction', correct, corrected, ownChat('maya'));
    expect(saved.text).toContain('Your correction is saved');
    expect((await testBot.says('maya', 'mine'))?.text).toContain('OUT-1001');
    expect((await testBot.says('priya', 'withdraw OUT-1001'))?.text).toContain('I do not know that outage');
    await testBot.says('priya', 'resolve It was the certificate', thread(roots()[0]));
    await testBot.settles();
    await testBot.presses('maya', 'Works again', inOwn('maya')[0], {}, ownChat('maya'));
    await testBot.settles();
    expect(rootText()).toContain('Closed');
  });

  it('is told of the breach in the desk, and the member in their own chat', async () => {
    testBot = await startTestBot();
    await calls('tomas', 'Send report', MAYA);
    await testBot.passes(31);
    expect(
      inOwn('maya')
        .map(({ summary }) => summary)
        .join(),
    ).toMatch(/late/i);
  });

  it('uses what the member said in their last report, so that nobody asks again', async () => {
    testBot = await startTestBot();
    await testBot.reports('maya');
    await testBot.says('priya', 'resolve Done', thread(roots()[0]));
    await testBot.settles();
    await calls('priya', 'Send report', MAYA);
    const second = roots().find(({ summary }) => summary.includes('OUT-1002'));
    expect(testBot.teams.text(second)).toContain('maya@example.com');
    expect(testBot.teams.text(second)).toContain('Around the clock');
  });
});

describe('the call of somebody whom Teams does not know', () => {
  it('is reported by whoever takes it, who is not told what the customer waits for; the desk is told to call back', async () => {
    testBot = await startTestBot();
    const sent = await calls('priya', 'Send report', JENS);
    expect(sent.text).toContain(
      'OUT-1001 is reported for Jens Holm, who hears nothing in Teams. Tell them the number. The card asks engineers to call them with what is new.',
    );
    expect(rootText()).toMatch(
      /By phone\nJens Holm\n.*\+45 32 12 34 56.*\nHears nothing in Teams: call them with what is new\nCall taken by Priya Nair/,
    );
    expect(rootText()).toContain('Jens Holm, by phone (call taken by Priya Nair)');
    await testBot.presses('tomas', 'Acknowledge', roots()[0]);
    await testBot.settles();
    await testBot.says('tomas', 'update We restart it', thread(roots()[0]));
    await testBot.settles();
    await testBot.says('tomas', 'resolve Restarted', thread(roots()[0]));
    await testBot.passes(1);
    const told = inDesk()
      .map(testBot.teams.text)
      .filter((text) => text.includes('Reported by phone: OUT-1001.'));
    expect(told).toHaveLength(3);
    expect([
      ...inOwn('priya'),
      ...testBot.teams.in('a:priya').filter(({ summary }) => /Acknowledged|update|Resolved/.test(summary)),
    ]).toEqual([]);
    // The number stands in the desk's thread alone.
    for (const { card, conversationId } of testBot.teams.messages)
      if (!conversationId.startsWith(PLACES.desk) && conversationId !== 'a:priya')
        expect(JSON.stringify(card)).not.toMatch(/32 ?12 ?34 ?56/);
  });

  it('can be corrected and withdrawn by whoever took it, and by no other engineer', async () => {
    testBot = await startTestBot({ desk: testDesk((text) => text.replace('members: [maya, jonas]', 'members: [maya, jonas, priya]')) });
    await calls('priya', 'Send report', JENS);
    expect((await testBot.says('tomas', 'withdraw OUT-1001'))?.text).toContain('I do not know that outage');
    const form = await testBot.says('priya', 'withdraw OUT-1001');
    const withdrawn = await testBot.presses('priya', 'Withdraw', form ?? undefined, { reason: 'He called again: it works.' });
    expect(withdrawn.text).toContain('Withdrawn by the reporter');
    await testBot.settles();
    expect(rootText()).toContain('Withdrawn');
    // Their own next report does not begin with the number of the caller.
    await testBot.says('priya', '/outage');
    expect((await testBot.app.store.drafts.newestOf(objectId('priya')))?.data).toMatchObject({
      entered: { name: 'Priya Nair', phone: '' },
    });
  });

  it('breaks no promise unseen: the desk is pinged as for any report', async () => {
    testBot = await startTestBot();
    await calls('priya', 'Send report', JENS);
    await testBot.passes(31);
    expect(
      inDesk()
        .map(({ summary }) => summary)
        .join(),
    ).toMatch(/late/i);
    expect(inOwn('priya').map(testBot.teams.text).join()).not.toContain('your report');
  });

  it('tells whoever took it when the desk is not reached, since they can tell the desk', async () => {
    testBot = await startTestBot();
    const isThread = ({ method, path, text }: { method: string; path: string; text: string }) =>
      method === 'POST' && path === '/conversations' && text.includes(PLACES.desk);
    testBot.teams.failNext({ status: 503 }, { times: 9_999, matches: isThread });
    await calls('priya', 'Send report', JENS);
    await testBot.passes(2);
    expect(inOwn('priya').map(({ summary }) => summary)).toContain('OUT-1001: not at the support desk yet');
    testBot.teams.heal();
    await testBot.passes(1);
    expect(inOwn('priya').at(-1)?.summary).toBe('OUT-1001: at the support desk now');
  });
});

describe('a dispatcher who is no engineer', () => {
  it('reports, and cannot acknowledge; reads what to say, and what they may do for the caller', async () => {
    testBot = await startTestBot({ desk: withDispatcher() });
    const form = await opens('aiko');
    expect(form.buttons.map(({ title }) => title)).toEqual(['Send report', 'Cancel']);
    const sent = await calls('aiko', 'Send report', JENS, form);
    expect(sent.text).toContain('OUT-1001 is reported for Jens Holm');
    expect(sent.text).toContain('You took the call of Jens Holm. You can correct or withdraw it for them.');
    expect(sent.buttons.map(({ title }) => title)).toContain('Withdraw report');
    expect(rootText()).toContain('OUT-1001: new outage');
    expect((await testBot.says('aiko', 'ack OUT-1001'))?.text).toContain('Only engineers');
    expect((await testBot.says('aiko', 'list'))?.text).not.toContain('OUT-1001');
    expect((await testBot.says('aiko', 'mine'))?.text).toContain('OUT-1001');
    expect((await testBot.says('aiko', 'help'))?.buttons.map(({ title }) => title)).toContain('Report for a caller');
  });

  it('who presses the engineers’ button reports and takes nothing', async () => {
    testBot = await startTestBot({ desk: withDispatcher() });
    const form = await opens('priya');
    await calls('aiko', 'Send and acknowledge', JENS, form);
    expect(rootText()).toContain('OUT-1001: new outage');
    expect(rootText()).toContain('Call taken by Aiko Tanaka');
  });

  it('sees no more of a member’s outage than its number', async () => {
    testBot = await startTestBot({ desk: withDispatcher() });
    const sent = await calls('aiko', 'Send report', MAYA);
    expect(sent.text).toContain('OUT-1001 is reported for Maya Lindt, who hears what is new in Teams.');
    expect(sent.text).toContain('An engineer acknowledges it by');
    expect(sent.buttons).toEqual([]);
    expect((await testBot.says('aiko', '/outage status OUT-1001'))?.text).toContain('I do not know that outage');
    expect(testBot.teams.text(inOwn('maya')[0])).toContain('Aiko Tanaka wrote this report for you');
  });
});

describe('somebody who may not', () => {
  it('is a customer: their words begin a report of their own, and a forged press does nothing', async () => {
    testBot = await startTestBot();
    const begun = await testBot.says('maya', 'report for contoso');
    expect(begun?.text).not.toContain('Report by phone');
    expect((await testBot.says('maya', 'report for contoso', { kind: 'channel', id: PLACES.general }))?.text).toContain('Only engineers');
    const form = await opens('priya');
    const forged = await testBot.presses('maya', 'Send and acknowledge', form, MAYA);
    expect(forged.said).toContain('Only engineers of the support desk');
    await testBot.settles();
    expect(roots()).toEqual([]);
    expect((await testBot.says('maya', 'help'))?.text).not.toContain('caller');
  });

  it('is another engineer with the card of a call that was sent: it is not reported again, nor shown', async () => {
    testBot = await startTestBot();
    const form = await opens('priya');
    await calls('priya', 'Send report', JENS, form);
    const again = await calls('tomas', 'Send report', JENS, form);
    expect(again.said).toContain('I do not know that outage');
    expect(roots()).toHaveLength(1);
  });
});

describe('the form', () => {
  it('sent twice, also at the same moment, reports once and acknowledges once', async () => {
    testBot = await startTestBot();
    const form = await opens('priya');
    const both = await Promise.all([1, 2].map(() => testBot.presses('priya', 'Send and acknowledge', form, MAYA)));
    await testBot.settles();
    for (const shown of both) expect(shown.text).toContain('OUT-1001');
    expect((await calls('priya', 'Send and acknowledge', MAYA, form)).text).toContain('OUT-1001');
    expect(roots()).toHaveLength(1);
    expect(inDesk().filter(({ summary }) => /: Acknowledged\. By/.test(summary))).toHaveLength(1);
  });

  it('does not take what came back since, when an old card is pressed again', async () => {
    testBot = await startTestBot();
    const form = await opens('priya');
    await calls('priya', 'Send and acknowledge', MAYA, form);
    await testBot.says('priya', 'give back I have to leave', thread(roots()[0]));
    await testBot.settles();
    expect((await calls('priya', 'Send and acknowledge', MAYA, form)).text).toContain('Given back, not acknowledged yet');
  });

  it('comes again with what was not sent for the same customer, and for no other', async () => {
    testBot = await startTestBot({ desk: testDesk((text) => withHarbour(text)) });
    await calls('priya', 'Send report', { ...JENS, phone: '', title: 'Payroll of Jens shows all salaries' });
    const kept = async (typed: string) => JSON.stringify((await opens('priya', typed)).card).includes('Payroll of Jens');
    expect([await kept('report for harbour'), await kept('report for contoso')]).toEqual([false, true]);
    await testBot.presses('priya', 'Cancel', await opens('priya'));
    expect(await kept('report for contoso')).toBe(false);
  });

  it('comes again with what is missing or cannot be called, and with what was entered', async () => {
    testBot = await startTestBot();
    const again = await testBot.presses('priya', 'Send report', await opens('priya'), { ...JENS, phone: 'unknown', name: '', title: ' ' });
    expect(again.text).toContain('3 answers are missing or need another look.');
    expect(again.text).toContain('This is not a phone number. Write it with the country code');
    expect(JSON.stringify(again.card)).toContain('Since the morning, in all companies.');
    expect((await calls('priya', 'Send report', JENS, again)).text).toContain('OUT-1001');
  });

  it('asks first whether it is what is open in the same environment, and reports it all the same where it is not', async () => {
    testBot = await startTestBot();
    await testBot.reports('maya');
    const asked = await calls('priya', 'Send report', JENS);
    expect(asked.text).toContain('Open there already: OUT-1001. If it is the same, close this, tell the caller the number');
    expect(asked.text).toContain('in the thread of OUT-1001: "note TEXT"');
    expect(roots()).toHaveLength(1);
    // Without the tick it asks again; what is open since then is asked about too.
    expect((await calls('priya', 'Send report', { ...JENS, anyway: 'false' }, asked)).text).toContain('Open there already');
    await testBot.reports('jonas');
    const more = await calls('priya', 'Send report', { ...JENS, anyway: 'true' }, asked);
    expect(more.text).toContain('Open there already: OUT-1001, OUT-1002.');
    expect((await calls('priya', 'Send and acknowledge', { ...JENS, anyway: 'true' }, more)).text).toContain(
      'OUT-1003 is reported for Jens Holm',
    );
  });

  it('is closed without sending anything', async () => {
    testBot = await startTestBot();
    expect((await testBot.presses('priya', 'Cancel', await opens('priya'))).text).toContain('Closed. Nothing was sent.');
    expect(roots()).toEqual([]);
  });

  it('in the desk’s channel is for whoever takes the call alone, and the thread opens as for any report', async () => {
    testBot = await startPrivateBot();
    const form = await testBot.says('priya', 'report for contoso', desk);
    expect(form?.message?.only).toBe('29:priya');
    const publicly = publicRequests(testBot.teams).length;
    const sent = await testBot.presses('priya', 'Send and acknowledge', form ?? undefined, MAYA);
    expect(publicRequests(testBot.teams)).toHaveLength(publicly);
    expect(sent.said || sent.text).toContain('OUT-1001 is reported for Maya Lindt');
    await testBot.settles();
    expect(rootText()).toContain('Acknowledged by Priya Nair');
    expect(inOwn('maya')[0]).toBeDefined();
  });

  it('opens by a button there, where Teams has no message for one person alone', async () => {
    testBot = await startTestBot();
    const offer = await testBot.says('priya', 'report for contoso', desk);
    expect(inputs(offer?.card)).toEqual([]);
    expect(offer?.text).toContain('Press the button to report for a caller. Only you see what you enter.');
    const form = await testBot.presses('priya', 'Report for a caller', offer ?? undefined, {}, desk);
    expect(form.text).toContain('Report by phone for Contoso ERP');
  });
});

describe('the customer who is meant', () => {
  const harbour = (name = 'Harbour') => testDesk((text) => withHarbour(text).replace('name: Harbour', `name: ${name}`));

  it.each(['contoso-erp', 'CONTOSO ERP', 'erp', '"Contoso"', 'report for contóso.'])('is found as people type it: %s', async (typed) => {
    testBot = await startTestBot({ desk: harbour() });
    expect((await opens('priya', `report for ${typed.replace('report for ', '')}`)).text).toContain('Report by phone for Contoso ERP');
  });

  it('is asked for where several fit, and said where none does', async () => {
    testBot = await startTestBot({ desk: harbour('Contoso Harbour') });
    const which = await opens('priya', 'report for contoso');
    expect(which.text).toContain('Which customer do you mean by contoso?');
    expect(which.buttons.map(({ title }) => title)).toEqual(['Contoso ERP', 'Contoso Harbour']);
    expect((await testBot.presses('priya', 'Contoso Harbour', which)).text).toContain('Report by phone for Contoso Harbour');
    expect((await testBot.says('priya', 'report for mill'))?.text).toContain('I know no customer called mill.');
  });

  it('is chosen with the environment where none was named, and a caller of another customer is refused', async () => {
    testBot = await startTestBot({ desk: harbour() });
    const form = await testBot.presses('priya', 'Report for a caller', (await testBot.says('priya', 'help')) ?? undefined);
    expect(form.text).toContain('Report by phone');
    const places = JSON.stringify(form.card);
    for (const shown of ['Contoso ERP, Contoso Production', 'Harbour, Quay', 'Aiko Tanaka']) expect(places).toContain(shown);
    const wrong = await testBot.presses('priya', 'Send report', form, { ...MAYA, place: 'harbour/quay' });
    expect(wrong.text).toContain('This person is not on the list of that customer.');
    expect((await calls('priya', 'Send report', { ...MAYA, place: 'contoso-erp/production' }, wrong)).text).toContain('OUT-1001');
  });

  it('leaves "/outage for two hours nobody can sign in" a title', async () => {
    testBot = await startTestBot();
    const first = await testBot.says('maya', '/outage for two hours nobody can sign in');
    expect(first?.text).not.toContain('by phone');
    expect((await testBot.app.store.drafts.newestOf(objectId('maya')))?.data).toMatchObject({
      entered: { title: 'for two hours nobody can sign in' },
    });
  });
});

describe('a customer in a tenant of their own', () => {
  const HARBOUR = '7e9a1c00-0000-4000-8000-00000000bbbb';
  const start = async () => {
    testBot = await startTestBot({
      desk: testDesk((text) => `${withHarbour(text, 'quay', `    tenant: ${HARBOUR}\n`)}\ndispatchers: [jonas]\n`),
      tenants: { aiko: HARBOUR },
    });
    testBot.teams.tenants.set(PLACES.desk, TENANT);
    // The bot knows her: she wrote to it before.
    await testBot.says('aiko', 'help');
  };

  it('whose member calls hears it there, in their own chat', async () => {
    await start();
    await calls(
      'priya',
      'Send and acknowledge',
      { ...SAID, caller: `${HARBOUR}.${objectId('aiko')}` },
      await opens('priya', 'report for harbour'),
    );
    expect(testBot.teams.tenants.get(ownChat('aiko').id)).toBe(HARBOUR);
    expect(inOwn('aiko').map(({ summary }) => summary)).toEqual([
      expect.stringContaining('OUT-1001'),
      expect.stringMatching(/^OUT-1001: Acknowledged\. By Priya Nair/),
    ]);
    expect(testBot.teams.foreign).toEqual([]);
  });

  it('whose caller nobody knows is withdrawn by the dispatcher at the desk, and nothing of it goes to the tenant', async () => {
    await start();
    await calls('jonas', 'Send report', JENS, await opens('jonas', 'report for harbour'));
    const form = await testBot.says('jonas', 'withdraw OUT-1001');
    expect((await testBot.presses('jonas', 'Withdraw', form ?? undefined)).text).toContain('Withdrawn by the reporter');
    await testBot.settles();
    expect(testBot.teams.inTenant(HARBOUR).filter(({ summary }) => summary.includes('OUT-1001'))).toEqual([]);
    expect(testBot.teams.foreign).toEqual([]);
  });
});

it('whose chat the bot cannot reach is named to the desk, which has to call', async () => {
  testBot = await startTestBot();
  testBot.teams.failNext({ status: 403 }, { times: 99, matches: ({ path }) => path.includes('chat-with-29:maya') });
  await calls('priya', 'Send and acknowledge', MAYA);
  await testBot.passes(2);
  expect(
    inDesk()
      .map(({ summary }) => summary)
      .join(),
  ).toMatch(/updates do not reach|no longer arrive/i);
});
