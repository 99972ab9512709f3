/** A report of something that is no outage becomes a request with a number and a reply time, or goes on as an outage. */
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  ANSWERS,
  answersStep,
  chat,
  OTHER,
  PLACES,
  type Place,
  type Shown,
  show,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
} from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { labelWithoutQuestions, requestLabel, stepLabel } from '../../support/report/step-label.ts';

const OWN_CHAT = 'a:chat-with-29:maya';
const QUEUE = '19:requests@thread.tacv2';
const withQueue = () => testDesk((text) => text.replace('  phones:\n', `  queue: "${QUEUE}"\n  phones:\n`));

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const threadsIn = (room: string) => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(room));
const inQueue = () => threadsIn(QUEUE)[0];
const titles = (shown: Shown) => shown.buttons.map(({ title }) => title);

const ALL = { live: 'true', many: 'true', stopped: 'true' };
/** Goes through the three conditions one by one, from the first card on. */
const ticks = async (shown: Shown | undefined, ticked: Record<string, string>) =>
  await testBot.presses('maya', 'Continue', await testBot.presses('maya', 'No, not all three', shown), ticked);
/** Goes back from the review to the first card. With Back, a client sends what stands on the card. */
async function toTheStart(review: Shown) {
  let shown = review;
  for (const inputs of [{}, ANSWERS.contact, ANSWERS.questions, ANSWERS.details, {}])
    shown = await testBot.presses('maya', 'Back', shown, inputs);
  return shown;
}
/** Goes on up to the card that says that this is no outage. */
const noOutage = async (ticked: Record<string, string> = { ...ALL, many: 'false' }) =>
  await ticks((await testBot.says('maya', '/outage')) ?? undefined, ticked);
const scenarios = async () =>
  await answersStep(testBot, 'maya', (await testBot.says('maya', '/outage')) ?? undefined, ANSWERS.confirmation);
const notListed = async () => await testBot.presses('maya', 'None of these', await scenarios());
const SEND = 'Send request';
/** Fills in details and contact, up to the card that sends it. */
async function filled(shown: Shown) {
  const contact = await testBot.presses('maya', 'Continue', shown, ANSWERS.details);
  return await testBot.presses('maya', 'Continue', contact, ANSWERS.contact);
}
async function requested() {
  const review = await filled(await testBot.presses('maya', 'Send as a request', await noOutage()));
  const receipt = await testBot.presses('maya', SEND, review);
  await testBot.settles();
  return { review, receipt };
}

describe('a condition that does not hold', () => {
  it('leads to a request in one tap, with the details and the contact of the report, the reply time of the plan, and no outage', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const exit = await noOutage();
    expect(exit.text).toContain('You get a reply within 4 hours (Premier support).');
    const details = await testBot.presses('maya', 'Send as a request', exit);
    expect(details.text).toContain('Send a support request');
    expect(details.text).toContain(requestLabel('details'));
    const review = await filled(details);
    expect(review.text).toContain('They reply by 14:00 (Copenhagen time). Your support plan: Premier support. Nobody is alerted for it.');
    expect(titles(review)).toContain(SEND);
    expect(review.text).not.toContain('30 minutes');
    const receipt = await testBot.presses('maya', SEND, review);
    expect(receipt.text).toContain('REQ-1 was sent to Contoso ERP support');
    expect(receipt.text).toContain('They reply by 14:00 (Copenhagen time). Your support plan: Premier support.');
    expect(receipt.text).toContain('+45 70 10 20 30');
    await testBot.settles();
    expect(threadsIn(QUEUE)).toHaveLength(1);
    for (const said of ['REQ-1: Request, waiting for a reply', 'Invoices cannot be posted', '+45 32 12 34 56', 'Premier support'])
      expect(testBot.teams.text(inQueue())).toContain(said);
    // There is no thread at the desk and no follower reads of it; nobody is called, however much time passes.
    await testBot.passes(300);
    expect([...threadsIn(PLACES.desk), ...threadsIn(PLACES.general), ...testBot.teams.in(PLACES.announcements)]).toEqual([]);
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.includes('chat-with'))).toEqual([]);
  });

  it('and is sent at once where all of it had been entered', async () => {
    testBot = await startTestBot();
    const exit = await ticks(await toTheStart(await testBot.reviews()), { ...ALL, many: 'false' });
    expect((await testBot.presses('maya', 'Send as a request', exit)).text).toContain('REQ-1 was sent to Contoso ERP support');
    await testBot.settles();
    // Where requests have no room of their own, they are in the desk's channel.
    expect(testBot.teams.text(threadsIn(PLACES.desk)[0])).toContain('REQ-1: Request, waiting for a reply');
  });

  it('asks which environment it is where it is not the live one, and takes a sandbox', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const which = await testBot.presses('maya', 'Send as a request', await noOutage({ ...ALL, live: 'false' }));
    expect(which.text).toContain(requestLabel('confirmation'));
    expect(JSON.stringify(which.card)).toContain('Contoso ERP: Contoso Sandbox');
    expect((await testBot.presses('maya', 'Continue', which, { environment: 'fabrikam/production' })).text).toContain(
      'Choose one from the list.',
    );
    const review = await filled(await testBot.presses('maya', 'Continue', which, { environment: 'contoso-erp/sandbox' }));
    await testBot.presses('maya', SEND, review);
    await testBot.settles();
    expect(testBot.teams.text(inQueue())).toContain('Contoso Sandbox');
  });

  it('goes back to the three conditions, and on as an outage, when somebody changes their mind', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    let shown = await testBot.presses('maya', 'Send as a request', await noOutage());
    shown = await testBot.presses('maya', 'Back', await testBot.presses('maya', 'Back', shown));
    expect(shown.text).toContain('Is this a production outage?');
    const { confirmation: _, ...others } = ANSWERS;
    shown = await testBot.presses('maya', 'Continue', shown, ALL);
    for (const step of Object.values(others)) shown = await answersStep(testBot, 'maya', shown, step);
    expect((await testBot.presses('maya', 'Send report', shown)).text).toContain('OUT-1001: your report has arrived');
  });

  it('promises nothing where no plan is known, and leaves the support portal', async () => {
    testBot = await startTestBot({ desk: testDesk((text) => text.replace('    plan: premier\n', '')) });
    const exit = await noOutage();
    expect(exit.text).toContain('I do not know the reply time of your project, so I cannot promise one.');
    expect(JSON.stringify(exit.card)).toContain('https://support.example.com/requests/new');
    const review = await filled(await testBot.presses('maya', 'Send as a request', exit));
    const receipt = await testBot.presses('maya', SEND, review);
    expect(receipt.text).toContain('I do not know the reply time of this project');
    expect(JSON.stringify(receipt.card)).toContain('https://support.example.com/requests/new');
  });
});

describe('nothing in the list', () => {
  it('3.2: leads the eye to the outage, and can become a request', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const exit = await notListed();
    expect(titles(exit)).toEqual(['Report it as an outage', 'Send as a request', 'Back', 'Cancel']);
    // 3.2: all three conditions were just confirmed, so the blue button is the outage.
    expect(
      ofType(exit.card, 'Action.Execute')
        .filter(({ style }) => style === 'positive')
        .map(({ title }) => title),
    ).toEqual(['Report it as an outage']);
    await testBot.presses('maya', SEND, await filled(await testBot.presses('maya', 'Send as a request', exit)));
    await testBot.settles();
    expect(testBot.teams.text(inQueue())).toContain('None of these');
    expect(threadsIn(PLACES.desk)).toEqual([]);
  });

  it('or is sent as an outage anyway', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const details = await testBot.presses('maya', 'Report it as an outage', await notListed());
    expect(details.text).toContain('Report a production outage');
    expect((await testBot.presses('maya', 'Send report', await filled(details))).text).toContain('OUT-1001: your report has arrived');
    await testBot.settles();
    expect(testBot.teams.text(threadsIn(PLACES.desk)[0])).toContain('None of these');
    expect(threadsIn(QUEUE)).toEqual([]);
  });
});

describe('nothing in the list, and a change of mind', () => {
  it('goes back to the list, and on with another scenario', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const list = await testBot.presses('maya', 'Back', await notListed());
    expect(list.text).toContain('Chosen before: None of these');
    const details = await answersStep(testBot, 'maya', list, ANSWERS.scenario);
    expect(details.text).toContain('Report a production outage');
    expect(details.text).toContain(stepLabel('details'));
  });

  it('is no outage on an older card, and not said to be one that only has to be sent', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const review = await testBot.reviews();
    let shown = review;
    for (const inputs of [{}, ANSWERS.contact, ANSWERS.questions, ANSWERS.details])
      shown = await testBot.presses('maya', 'Back', shown, inputs);
    await testBot.presses('maya', 'None of these', shown);
    const exit = await testBot.presses('maya', 'Send report', review);
    expect(exit.text).toContain('None of these fits');
    await testBot.passes(10);
    await testBot.app.draftReminders.round();
    expect([...threadsIn(QUEUE), ...threadsIn(PLACES.desk)]).toEqual([]);
    expect(testBot.teams.in(OWN_CHAT).flatMap(({ card }) => titles(show(card)))).not.toContain('Send report');
    await testBot.presses('maya', 'Report it as an outage', exit);
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
  });

  it('is offered what is open in that environment when it is to be an outage anyway, and nothing of elsewhere', async () => {
    const plant = '      - { id: plant, name: Contoso Plant, kind: production }\n      - { id: sandbox,';
    testBot = await startTestBot({ desk: testDesk((text) => text.replace('      - { id: sandbox,', plant)) });
    const anyway = async (person: 'maya' | 'jonas', environment: string) => {
      const first = (await testBot.says(person, '/outage')) ?? undefined;
      const list = await answersStep(testBot, person, first, { ...ANSWERS.confirmation, environment: `contoso-erp/${environment}` });
      const exit = await testBot.presses(person, 'None of these', list);
      return await testBot.presses(person, 'Report it as an outage', exit);
    };
    expect((await testBot.presses('maya', 'Send report', await filled(await anyway('maya', 'plant')))).text).toContain('OUT-1001');
    expect(titles(await anyway('jonas', 'production'))).toEqual(['Continue', 'Back', 'Cancel']);
    await testBot.presses('jonas', 'Start over', (await testBot.says('jonas', '/outage')) ?? undefined);
    const offer = await anyway('jonas', 'plant');
    expect(titles(offer)).toEqual(['Join this outage', OTHER, 'Cancel']);
    expect((await testBot.presses('jonas', OTHER, offer)).text).toContain(labelWithoutQuestions('details'));
  });
});

describe('a suspected breach', () => {
  it('is never posted and never offered as a request, not even to who presses the button of another card', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const noWay = await noOutage();
    const scenario = await testBot.presses('maya', 'Continue', await testBot.presses('maya', 'Back', noWay), ALL);
    const exit = await testBot.presses('maya', 'Suspected breach or data leak', scenario);
    expect(exit.text).toContain('Call us now');
    expect(exit.text).toContain('+45 70 10 20 30');
    expect(titles(exit)).toEqual(['Back', 'Cancel']);
    const again = await testBot.presses('maya', 'Send as a request', noWay);
    expect(again.text).toContain('Call us now');
    // The card that says that it is no outage does not offer it either.
    const first = await testBot.presses('maya', 'Back', await testBot.presses('maya', 'Back', exit));
    expect(titles(await ticks(first, { ...ALL, many: 'false' }))).toEqual(['Back', 'Cancel']);
    await testBot.settles();
    expect([...threadsIn(QUEUE), ...threadsIn(PLACES.desk)]).toEqual([]);
  });
});

describe('a request that was sent', () => {
  it('is one, however often its last button is pressed and redelivered', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const { review } = await requested();
    const again = await Promise.all([1, 2, 3].map(() => testBot.presses('maya', SEND, review)));
    await testBot.settles();
    for (const { text } of again) expect(text).toContain('REQ-1 was sent');
    expect(threadsIn(QUEUE)).toHaveLength(1);
    expect((await testBot.says('maya', '/outage mine'))?.text).not.toContain('REQ-2');
  });

  it('is none where the card promised an outage, nor the other way round', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const outage = await testBot.reviews();
    // On another device a condition is unticked, and it goes on as a request; then the first device sends.
    const other = await ticks(await toTheStart(outage), { ...ALL, live: 'false' });
    const which = await testBot.presses('maya', 'Send as a request', other);
    const review = await filled(await testBot.presses('maya', 'Continue', which, { environment: 'contoso-erp/sandbox' }));
    expect(titles(await testBot.presses('maya', 'Send report', outage))).toContain(SEND);
    let back = review;
    for (const inputs of [{}, ANSWERS.contact, ANSWERS.details, { environment: 'contoso-erp/production' }])
      back = await testBot.presses('maya', 'Back', back, inputs);
    expect(back.text).toContain('Is this a production outage?');
    expect((await testBot.presses('maya', SEND, review)).text).toContain('Is this a production outage?');
    await testBot.settles();
    expect([...threadsIn(QUEUE), ...threadsIn(PLACES.desk)]).toEqual([]);
  });

  it('is there once when the store failed at the first press', async () => {
    let away = true;
    const store = async (now: () => number): Promise<Store> => {
      const real = await openSqlite({ file: ':memory:', now, log: silentLog() });
      const transaction: Store['outages']['transaction'] = async (work) => {
        if (away) throw new Error('the disk is full');
        return await real.outages.transaction(work);
      };
      return { ...real, outages: { ...real.outages, transaction } };
    };
    testBot = await startTestBot({ desk: withQueue(), store });
    const review = await filled(await testBot.presses('maya', 'Send as a request', await noOutage()));
    const failed = await testBot.presses('maya', SEND, review);
    expect(failed.text).toMatch(/Your request was not sent.*nothing was sent/s);
    away = false;
    expect((await testBot.presses('maya', 'Try again', failed)).text).toContain('REQ-1 was sent');
    expect((await testBot.presses('maya', SEND, review)).text).toContain('REQ-1 was sent');
    await testBot.settles();
    expect(threadsIn(QUEUE)).toHaveLength(1);
  });

  it('is what the nudge sends, when all of it was entered', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await filled(await testBot.presses('maya', 'Send as a request', await noOutage()));
    await testBot.passes(6);
    await testBot.app.draftReminders.round();
    const [nudge] = testBot.teams.in(OWN_CHAT);
    expect(titles(show(nudge?.card))).toEqual(['Continue', SEND]);
    const sent = await testBot.presses('maya', SEND, nudge, {}, { kind: 'personal', id: OWN_CHAT });
    expect(sent.text).toContain('REQ-1 was sent');
  });

  it('stays one on the card that comes back while the store is away', async () => {
    let broken = false;
    const store = async (now: () => number): Promise<Store> => {
      const real = await openSqlite({ file: ':memory:', now, log: silentLog() });
      const save: Store['drafts']['save'] = async (...draft) => {
        if (broken) throw new Error('the disk is full');
        await real.drafts.save(...draft);
      };
      return { ...real, drafts: { ...real.drafts, save } };
    };
    testBot = await startTestBot({ desk: withQueue(), store });
    const which = await testBot.presses('maya', 'Send as a request', await noOutage({ ...ALL, live: 'false' }));
    broken = true;
    const failed = await testBot.presses('maya', 'Continue', which, { environment: 'contoso-erp/sandbox' });
    expect(failed.text).toMatch(/That did not work.*\+45 70 10 20 30/s);
    expect(failed.text).toContain('Send a support request');
    expect(JSON.stringify(failed.card)).toContain('"value":"contoso-erp/sandbox"');
    broken = false;
    const details = await testBot.presses('maya', 'Continue', failed, { environment: 'contoso-erp/sandbox' });
    expect(details.text).toContain(requestLabel('details'));
  });

  it('is answered in its thread or by the form, and the reporter hears it', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await requested();
    const form = await testBot.presses('priya', 'Answer', inQueue());
    await testBot.presses('priya', 'Send answer', form, { text: 'It is a setting; see the article.' }, thread(inQueue()));
    await testBot.settles();
    const heard = () => testBot.teams.in('a:maya').at(-1);
    expect(heard()?.summary).toMatch(/^REQ-1: answered\. By Priya Nair at /);
    expect(testBot.teams.text(heard())).toContain('It is a setting; see the article.');
    expect(await testBot.says('tomas', 'resolve And the setting is changed now.', thread(inQueue()))).toBeNull();
    await testBot.settles();
    expect(testBot.teams.text(heard())).toContain('And the setting is changed now.');
    expect(testBot.teams.text(inQueue())).toContain('REQ-1: Request, answered');
  });

  it('3.6: that is answered 40 seconds late says so, and what is answered after that is not late', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await requested();
    testBot.clock.advance(4 * 3_600_000 + 40_000);
    await testBot.says('priya', 'resolve It is a setting.', thread(inQueue()));
    await testBot.settles();
    const heard = () => testBot.teams.in('a:maya').at(-1)?.summary;
    expect(heard()).toMatch(/^REQ-1: answered\. By Priya Nair at .*, 40 seconds late\. /);
    expect((await testBot.says('maya', '/outage status REQ-1'))?.text).toMatch(/Priya Nair answered at [^.]*, 40 seconds late\./);
    expect((await testBot.says('maya', '/outage timeline REQ-1'))?.text).toContain(
      'Priya Nair answered: \u201CIt is a setting.\u201D, 40 seconds late',
    );
    expect(testBot.teams.text(inQueue())).toContain('40 seconds late');
    await testBot.says('priya', 'resolve And it is changed now.', thread(inQueue()));
    await testBot.settles();
    expect(heard()).toMatch(/^REQ-1: answered\. By Priya Nair at [^,]*\. /);
    expect((await testBot.says('maya', '/outage status REQ-1'))?.text).not.toContain('late');
  });

  it('is no outage to anything that is for outages', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await requested();
    await testBot.reports('jonas');
    for (const words of ['ack', 'update We look at it.', 'release I have to leave', 'merge into OUT-1001'])
      expect((await testBot.says('priya', words, thread(inQueue())))?.text, words).toContain('REQ-1: Request, waiting for a reply');
    expect((await testBot.says('priya', '/outage list'))?.text).not.toContain('REQ-1');
    expect((await testBot.says('priya', '/outage list'))?.text).toContain('1 outage is open');
    expect((await testBot.says('priya', 'ack 1', chat('priya')))?.text).not.toContain('REQ-1');
  });

  it('is shown to who sent it, and to nobody else of the customer', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await requested();
    expect((await testBot.says('maya', '/outage mine'))?.text).toContain('Request, waiting for a reply. Reply by');
    expect((await testBot.says('maya', '/outage status REQ-1'))?.text).toContain('REQ-1 was sent to Contoso ERP support');
    expect((await testBot.says('maya', '/outage timeline REQ-1'))?.text).toContain('Maya Lindt sent it as a request');
    expect((await testBot.says('maya', '/outage status 1'))?.text).toContain('I do not know that outage');
    expect((await testBot.says('jonas', '/outage status REQ-1'))?.text).toContain('I do not know that outage');
    expect((await testBot.says('jonas', '/outage mine'))?.text).not.toContain('REQ-1');
    expect((await testBot.says('priya', '/outage status REQ-1'))?.text).toContain('REQ-1: Request, waiting for a reply');
  });

  it('is corrected and withdrawn by who sent it, and then stays so', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    const { receipt } = await requested();
    const form = await testBot.presses('maya', 'Correct request', receipt);
    const fields = { ...ANSWERS.details, ...ANSWERS.contact, title: 'One user cannot post' };
    expect((await testBot.presses('maya', 'Save correction', form, fields)).text).toContain('One user cannot post');
    const withdraw = (await testBot.says('maya', 'withdraw my request')) ?? undefined;
    const after = await testBot.presses('maya', 'Withdraw', withdraw, { reason: '' });
    expect(after.text).toContain('Maya Lindt withdrew the request');
    expect(titles(after)).toEqual([]);
    await testBot.settles();
    expect(testBot.teams.text(inQueue())).toContain('REQ-1: Request, withdrawn');
    expect((await testBot.says('priya', 'reopen It is still there', thread(inQueue())))?.text).toContain('REQ-1: Request, withdrawn');
  });
});

describe('a request that is an outage', () => {
  const promoted = async () => {
    await requested();
    await testBot.passes(45);
    const after = await testBot.presses('priya', 'Make it an outage', inQueue());
    await testBot.settles();
    return after;
  };

  it('gets a number of an outage, a thread at the desk, its followers and the whole promise from then on', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await promoted();
    expect(testBot.teams.text(threadsIn(PLACES.desk)[0])).toContain('OUT-1001: new outage');
    expect(testBot.teams.text(threadsIn(PLACES.desk)[0])).toContain('REQ-1, found to be an outage at');
    expect(testBot.teams.text(threadsIn(PLACES.general)[0])).toContain('OUT-1001');
    expect(testBot.teams.in(PLACES.announcements)).toHaveLength(1);
    expect(testBot.teams.in('a:maya').at(-1)?.summary).toMatch(/^REQ-1: now an outage, OUT-1001\. By Priya Nair at /);
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('acknowledges it by 11:15 (Copenhagen time)');
    expect(testBot.teams.text(inQueue())).toContain('OUT-1001 has a thread of its own');
    await testBot.passes(31);
    expect(threadsIn(PLACES.desk).map(({ summary }) => summary)).toContain('OUT-1001: late, acknowledge it now');
    await testBot.presses('tomas', 'Acknowledge', threadsIn(PLACES.desk)[0]);
    await testBot.settles();
    expect(testBot.teams.in('a:maya').at(-1)?.summary).toMatch(
      /^OUT-1001: Acknowledged\. By Tomás Herrera at .*, after 31 minutes \d+ seconds, 1 minute \d+ seconds late$/,
    );
    expect(testBot.teams.text(inQueue())).toContain('OUT-1001: Acknowledged by Tomás Herrera');
  });

  it('is found by both of its numbers, and is made one once', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await promoted();
    await testBot
      .presses('tomas', 'Make it an outage', { ...(inQueue() as NonNullable<ReturnType<typeof inQueue>>) })
      .catch(() => undefined);
    expect((await testBot.says('maya', '/outage status REQ-1'))?.text).toContain('OUT-1001');
    expect((await testBot.says('maya', '/outage status OUT-1001'))?.text).toContain('You sent it as REQ-1.');
    await testBot.reports('jonas');
    expect((await testBot.says('priya', '/outage list'))?.text).toContain('OUT-1002');
  });

  it('is none of a customer to say', async () => {
    testBot = await startTestBot({ desk: withQueue() });
    await requested();
    expect((await testBot.presses('maya', 'Make it an outage', inQueue(), {}, chat('maya') satisfies Place)).said).toContain(
      'Only engineers',
    );
    await testBot.settles();
    expect(threadsIn(PLACES.desk)).toEqual([]);
  });
});
