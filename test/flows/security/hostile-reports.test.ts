/** Reports by people who press old cards, send data that no card offers, or report while other things fail. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answersStep,
  chat,
  OTHER,
  type PersonKey,
  PLACES,
  type Place,
  SEND_TOO,
  type Shown,
  show,
  startTestBot,
  type TestBot,
  thread,
} from '../../support/bot/test-bot.ts';
import type { TeamsRequest } from '../../support/teams/fake-teams.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const JOIN = 'Join this outage';
const SIGN_IN = 'Nobody can sign in';
const titles = (shown: Shown) => shown.buttons.map(({ title }) => title);
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const affected = async () => {
  await testBot.presses('priya', 'Acknowledge', inDesk()[0]);
  await testBot.settles();
  return await testBot.presses(
    'priya',
    'Show affected people',
    await testBot.presses('priya', 'More', inDesk()[0]),
    {},
    thread(inDesk()[0]),
  );
};
/** A press that no card offers, or one of an old card. */
const forges = (person: PersonKey, verb: string, data: Record<string, unknown>) =>
  testBot.presses(person, verb, { card: null, text: '', said: '', buttons: [{ title: verb, verb, data }] });
const nonceOf = (shown: Shown) => String(shown.buttons.find(({ data }) => data.draft)?.data.draft);

async function offer(person: PersonKey = 'jonas') {
  const first = (await testBot.says(person, '/outage')) ?? undefined;
  return await answersStep(testBot, person, await answersStep(testBot, person, first, ANSWERS.confirmation), ANSWERS.scenario);
}
/** Jonas reports, and Maya joins it from another of her drafts. */
async function joinedByMaya() {
  await testBot.reports('jonas');
  const [recorded] = await testBot.app.store.outages.list({ projects: null, personId: null, states: null, limit: 1 });
  if (!recorded) throw new Error('no outage');
  const draft = '00000000-0000-4000-8000-000000000000';
  await forges('maya', 'join-outage', { draft, step: 'details', outage: recorded.outage.id });
  return recorded.outage;
}
async function requests() {
  const first = (await testBot.says('maya', '/outage')) ?? undefined;
  const exit = await testBot.presses('maya', 'Continue', await testBot.presses('maya', 'No, not all three', first), {
    live: 'true',
    stopped: 'true',
  });
  const details = await testBot.presses('maya', 'Send as a request', exit);
  const review = await testBot.presses(
    'maya',
    'Continue',
    await testBot.presses('maya', 'Continue', details, ANSWERS.details),
    ANSWERS.contact,
  );
  const receipt = await testBot.presses('maya', 'Send request', review);
  await testBot.settles();
  return { nonce: nonceOf(review), receipt };
}
/** From the offer to the review, as somebody whose outage is another one. */
async function toReview(shown: Shown, person: PersonKey = 'jonas') {
  const details = await testBot.presses(person, OTHER, shown);
  const questions = await answersStep(testBot, person, details, ANSWERS.details);
  return await answersStep(testBot, person, await answersStep(testBot, person, questions, ANSWERS.questions), ANSWERS.contact);
}

describe('an old card', () => {
  it('that asked whether it is this one takes nothing away of what was entered since', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const asked = await offer();
    await toReview(asked);
    const again = await testBot.presses('jonas', OTHER, asked);
    expect(again.text).toContain('Check and send');
    expect(again.text).toContain('40 trucks wait');
  });

  it('with "Yes, all three are true" begins an outage, also where a request was begun meanwhile', async () => {
    testBot = await startTestBot();
    const first = (await testBot.says('maya', '/outage')) ?? undefined;
    const ticking = await testBot.presses('maya', 'No, not all three', first);
    const exit = await testBot.presses('maya', 'Continue', ticking, { live: 'true', many: 'false', stopped: 'true' });
    await testBot.presses('maya', 'Send as a request', exit);
    const on = await testBot.presses('maya', 'Yes, all three are true', first);
    expect(on.text).not.toContain('Send a support request');
    expect(on.text).toContain('What kind of outage is it?');
  });
});

describe('who joins', () => {
  it('with a time zone that is none hears of it all the same', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const asked = await offer();
    const draft = nonceOf(asked);
    await forges('jonas', 'report-next', { draft, step: 'contact', timeZone: 'Mars/Phobos' });
    const card = await testBot.presses('jonas', JOIN, asked);
    expect(card.text).toContain('You joined it at');
    expect(card.text).not.toMatch(/Invalid|Phobos/);
    await testBot.settles();
    await testBot.presses('priya', 'Acknowledge', inDesk()[0]);
    await testBot.settles();
    const messages = testBot.teams
      .in('a:jonas')
      .map((message) => `${message.summary} ${testBot.teams.text(message)}`)
      .join('\n');
    expect(messages).toContain('Priya Nair');
    expect(messages).not.toMatch(/Invalid|Phobos/);
  });

  it('instead of sending their own loses nothing of what they wrote', async () => {
    testBot = await startTestBot();
    const description = `Update conflict. ${'It stops. '.repeat(350)}The last line.`;
    const review = await testBot.reviews('jonas', chat('jonas'), { ...ANSWERS, details: { ...ANSWERS.details, description } });
    await testBot.reports();
    const asked = await testBot.presses('jonas', 'Send report', review);
    expect(asked.text).toContain('nothing is lost');
    await testBot.presses('jonas', JOIN, asked);
    await testBot.settles();
    const who = await affected();
    for (const written of ['Invoices cannot be posted', 'Update conflict', 'The last line.', '40 trucks wait', 'All of them'])
      expect(who.text).toContain(written);
  });

  it('what is theirs already is not told that the desk gets what they wrote, which is kept', async () => {
    testBot = await startTestBot();
    // On the phone and on the laptop, one of which is sent.
    const description = 'Now the warehouse stands still, too.';
    const review = await testBot.reviews('maya', chat('maya'), { ...ANSWERS, details: { ...ANSWERS.details, description } });
    await joinedByMaya();
    const asked = await testBot.presses('maya', 'Send report', review);
    expect(asked.text).not.toContain('the support desk gets what you wrote');
    const shown = await testBot.presses('maya', JOIN, asked);
    expect(shown.text).toContain('What you wrote was not added');
    const kept = await testBot.says('maya', '/outage');
    expect((await testBot.presses('maya', 'Continue', kept ?? undefined)).text).toContain('warehouse stands still');
  });

  it('cannot join the request of somebody else, nor learn that there is one', async () => {
    testBot = await startTestBot();
    const { nonce } = await requests();
    const draft = '00000000-0000-4000-8000-000000000000';
    const join = async (outage: string) => (await forges('jonas', 'join-outage', { draft, step: 'details', outage })).said;
    expect(await join(nonce)).toBe(await join(draft));
    // Their own request gets the same answer: nobody can join a request.
    expect((await forges('maya', 'join-outage', { draft, step: 'details', outage: nonce })).said).toBe(await join(draft));
  });
});

describe('what the offer says', () => {
  it('is not that the support desk has it while its channel cannot be reached: people who join are asked to call', async () => {
    testBot = await startTestBot();
    const isThread = ({ method, path, text }: TeamsRequest) => method === 'POST' && path === '/conversations' && text.includes(PLACES.desk);
    testBot.teams.failNext({ status: 503 }, { times: 9_999, matches: isThread });
    await testBot.reports();
    await testBot.passes(1.2);
    const asked = await offer();
    expect(asked.text).not.toContain('The support desk knows about this already');
    expect(asked.text).toContain('not at the support desk yet');
    const joined = await testBot.presses('jonas', JOIN, asked);
    expect(joined.text).toContain('call +45 70 10 20 30 (Europe) or +1 206 555 0100 (Americas) and say OUT-1001');
    testBot.teams.heal();
    await testBot.passes(1);
    await testBot.presses('jonas', 'Leave this outage', joined);
    expect((await offer()).text).toContain('The support desk knows about this already');
  });

  it('is not that somebody reported the same when that was something else', async () => {
    testBot = await startTestBot();
    const review = await testBot.reviews('jonas');
    await testBot
      .reviews('maya', chat('maya'), { ...ANSWERS, scenario: { press: SIGN_IN } })
      .then((shown) => testBot.presses('maya', 'Send report', shown));
    await testBot.settles();
    const asked = await testBot.presses('jonas', 'Send report', review);
    expect(titles(asked)).toEqual([JOIN, SEND_TOO, 'Cancel']);
    expect(asked.text).not.toContain('reported this');
  });
});

describe('what was promised', () => {
  it('for an update and was missed is not shown to who is asked to join as if it were to come', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', inDesk()[0]);
    await testBot.passes(70);
    const asked = await offer();
    expect(asked.text).toContain('acknowledged it at 10:00');
    expect(asked.text).not.toContain('Next update by');
    expect(asked.text).toContain('We promised an update by 10:30 (Copenhagen time). It is late');
  });

  it('for a request and has passed is not said as if it were to come', async () => {
    testBot = await startTestBot();
    const { nonce } = await requests();
    await testBot.passes(4 * 60 + 5);
    const late = await forges('maya', 'reporter-show', { outage: nonce, version: 1 });
    expect(late.text).toContain('REQ-1');
    expect(late.text).not.toContain('They reply by');
    expect(late.text).toContain('+45 70 10 20 30');
    const listed = await testBot.says('maya', 'REQ-1');
    expect(listed?.text).not.toContain('They reply by');
  });
});

describe('a message that is reported', () => {
  it('once more within seconds, because the first report was cancelled by mistake, has its card in the chat', async () => {
    testBot = await startTestBot();
    const own: Place = { kind: 'personal', id: 'a:chat-with-29:maya' };
    const somewhere: Place = { kind: 'channel', id: '19:somewhere@thread.tacv2;messageid=1' };
    const chooses = () =>
      testBot.post(
        testBot.activity('maya', somewhere, {
          type: 'invoke',
          name: 'composeExtension/fetchTask',
          value: { commandId: 'report-outage', messagePayload: { id: '17', body: { contentType: 'text', content: 'It is down.' } } },
        }),
      );
    await chooses();
    await testBot.presses('maya', 'Cancel', show(testBot.teams.in(own.id)[0]?.card), {}, own);
    expect((await chooses()).body).toContain('Continue in your own chat');
    const after = await testBot.presses('maya', 'Yes, all three are true', show(testBot.teams.in(own.id).at(-1)?.card), {}, own);
    expect(after.text).toContain('What kind of outage is it?');
    // Teams hands the same choice over twice.
    const count = testBot.teams.in(own.id).length;
    await chooses();
    await chooses();
    expect(testBot.teams.in(own.id).length - count).toBeLessThan(2);
  });
});
