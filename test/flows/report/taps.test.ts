/** How much a person in trouble has to do, counted over the real cards: each press, each choice, each field that is typed. */
import { afterEach, describe, expect, it } from 'vitest';
import { type CardClicker, clickerFor } from '../../support/bot/card-clicker.ts';
import { publicRequests } from '../../support/bot/private.ts';
import { OTHER, offers, type PersonKey, PLACES, show, startTestBot, type TestBot, testDesk, thread } from '../../support/bot/test-bot.ts';
import { inputs } from '../../support/cards/walk.ts';
import { smallDesk } from '../../support/desk/small-desk.ts';
import { stepLabel } from '../../support/report/step-label.ts';

/** All that lead to a report; a suspected breach leads out of it. */
const KINDS = smallDesk()
  .file.scenarios.filter(({ redirect }) => !redirect)
  .map(({ title }) => title);

/** Priya answers outages and may report them. */
const withPriya = testDesk((text) => text.replace('members: [maya, jonas]', 'members: [maya, priya]'));

let testBot: TestBot;
afterEach(async () => await testBot.stop());

async function opens(words = '/outage'): Promise<CardClicker> {
  const first = await testBot.says('maya', words);
  if (!first) throw new Error('no answer');
  return clickerFor(testBot, 'maya', first);
}

/** What everybody does between the first card and whom to call. */
async function says(hand: CardClicker, scenario = 'A core process fails for everyone', fields = ['title', 'description']): Promise<void> {
  await hand.presses('Yes, all three are true');
  await hand.presses(scenario);
  if (offers(hand.shown, OTHER)) await hand.presses(OTHER);
  for (const field of fields) hand.types(field, 'Nothing can be posted');
  hand.chooses('affected', 'everyone');
  await hand.presses('Continue');
  await hand.presses('Continue');
}

/** A report of hers; unless it `isOpen` still, it has ended since. */
async function reportedBefore({ isOpen = false, environment = {} } = {}): Promise<void> {
  testBot = await startTestBot({ environment });
  const hand = await opens();
  await says(hand);
  hand.types('phone', '0045 32 12 34 56');
  hand.ticks('aroundTheClock');
  await hand.presses('Continue');
  await hand.presses('Send report');
  if (!isOpen) for (const button of ['Withdraw report', 'Withdraw']) await hand.presses(button);
  await testBot.settles();
}

describe('from /outage to the receipt', () => {
  it('it takes 7 taps and 2 typed fields when the person has reported before', async () => {
    await reportedBefore();
    const hand = await opens();
    await says(hand);
    await hand.presses('Continue');
    await hand.presses('Send report');
    expect(hand.shown.text).toContain('OUT-1002: your report has arrived');
    expect({ taps: hand.taps, typed: hand.typed }).toEqual({ taps: 7, typed: ['title', 'description'] });
  });

  it('15.3 it takes as many in a channel, by slash, where nobody else sees the steps', async () => {
    await reportedBefore({ environment: { TARGETED_MESSAGES: 'on' } });
    const publicly = publicRequests(testBot.teams).length;
    const first = await testBot.slash('maya', 'outage', { kind: 'channel', id: PLACES.general });
    if (!first) throw new Error('no answer');
    const hand = clickerFor(testBot, 'maya', first);
    await says(hand);
    await hand.presses('Continue');
    expect(publicRequests(testBot.teams)).toHaveLength(publicly);
    await hand.presses('Send report');
    expect(hand.shown.text).toContain('OUT-1002: your report has arrived');
    expect({ taps: hand.taps, typed: hand.typed }).toEqual({ taps: 7, typed: ['title', 'description'] });
  });

  it('it takes one tap more while an outage is open that may be the same', async () => {
    await reportedBefore({ isOpen: true });
    const hand = await opens();
    await says(hand);
    await hand.presses('Continue');
    await hand.presses('Send report');
    expect(hand.shown.text).toContain('OUT-1002: your report has arrived');
    expect({ taps: hand.taps, typed: hand.typed }).toEqual({ taps: 8, typed: ['title', 'description'] });
  });

  it('it takes the phone number and one tick more the first time', async () => {
    testBot = await startTestBot();
    const hand = await opens();
    await says(hand);
    hand.types('phone', '+45 32 12 34 56');
    hand.ticks('aroundTheClock');
    await hand.presses('Continue');
    await hand.presses('Send report');
    expect(hand.shown.text).toContain('OUT-1001: your report has arrived');
    expect({ taps: hand.taps, typed: hand.typed }).toEqual({ taps: 8, typed: ['title', 'description', 'phone'] });
  });

  it('it takes one typed field when the title came with the command', async () => {
    await reportedBefore();
    const hand = await opens('/outage Nobody can post');
    await says(hand, 'Nobody can sign in', ['description']);
    await hand.presses('Continue');
    await hand.presses('Send report');
    expect(hand.shown.text).toContain('OUT-1002: your report has arrived');
    expect({ taps: hand.taps, typed: hand.typed }).toEqual({ taps: 7, typed: ['description'] });
  });
});

describe('from the desk’s card', () => {
  it('16.7 an outage is acknowledged with one tap, and told of and ended with two taps and one field each', async () => {
    await reportedBefore({ isOpen: true });
    const root = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
    if (!root) throw new Error('the desk has no thread');
    const inThread: Pick<TestBot, 'presses'> = {
      presses: (person, title, on, inputs) => testBot.presses(person, title, on, inputs, thread(root)),
    };
    const counts = async (button: string, sends = '') => {
      const hand = clickerFor(inThread, 'priya', { ...show(root.card), message: root });
      await hand.presses(button);
      if (sends !== '') {
        hand.types('text', 'A lock blocks all postings.');
        await hand.presses(sends);
      }
      await testBot.settles();
      return { taps: hand.taps, typed: hand.typed };
    };
    expect(await counts('Acknowledge')).toEqual({ taps: 1, typed: [] });
    expect(await counts('Post "Nothing new"')).toEqual({ taps: 1, typed: [] });
    expect(await counts('Post update', 'Send update')).toEqual({ taps: 2, typed: ['text'] });
    expect(await counts('Resolve', 'Resolve')).toEqual({ taps: 2, typed: ['text'] });
    expect(testBot.teams.text(root)).toContain('Resolved');
  });
});

describe('what is known', () => {
  it('of the last report stands in the contact: its number and all that was said with it', async () => {
    await reportedBefore({ isOpen: true });
    await testBot.presses(
      'priya',
      'Acknowledge',
      testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
    );
    const hand = await opens();
    await says(hand);
    expect(JSON.stringify(hand.shown.card)).toContain('"value":"+45 32 12 34 56"');
    await hand.presses('Continue');
    expect(hand.shown.text).toMatch(/Maya Lindt.*\+45 32 12 34 56.*maya@example\.com.*Around the clock/s);
  });

  it('of one person never stands on the card of another', async () => {
    await reportedBefore({ isOpen: true });
    expect(await phoneOf('jonas')).toBe('');
    expect(await phoneOf('maya')).toBe('+45 32 12 34 56');
  });

  it('of an engineer who also reports is their own, not that of an outage that they own', async () => {
    testBot = await startTestBot({ desk: withPriya });
    await testBot.reports();
    await testBot.says('priya', 'ack OUT-1001');
    await testBot.settles();
    expect(await phoneOf('priya')).toBe('');
  });

  it('is of reports in earnest: what a drill says of its contact is nobody’s', async () => {
    testBot = await startTestBot({ desk: withPriya });
    await testBot.says('priya', '/outage drill', { kind: 'channel', id: PLACES.desk });
    await testBot.settles();
    expect(testBot.teams.messages.some(({ summary }) => summary.includes('DRILL-1'))).toBe(true);
    expect(await phoneOf('priya')).toBe('');
  });
});

/** The phone number that stands on the fourth card already. */
async function phoneOf(person: PersonKey): Promise<unknown> {
  let shown = (await testBot.says(person, '/outage')) ?? undefined;
  shown = await testBot.presses(person, 'Yes, all three are true', shown);
  shown = await testBot.presses(person, 'Nobody can sign in', shown);
  if (offers(shown, OTHER)) shown = await testBot.presses(person, OTHER, shown);
  shown = await testBot.presses(person, 'Continue', shown, { title: 'T', description: 'D', began: 'just-now', affected: 'most' });
  shown = await testBot.presses(person, 'Continue', shown);
  expect(shown.text).toContain(stepLabel('contact'));
  return inputs(shown.card).find(({ id }) => id === 'phone')?.value;
}

const ANYWAY = 'Report it as an outage';

const withCommerce = testDesk((text) => text.replace('\nprojects:\n', '  - { id: commerce, name: Dynamics 365 Commerce }\nprojects:\n'));

describe('each kind of outage', () => {
  it.each(KINDS)('"%s" is one tap, asks what it asks, and goes on when nothing of that is known', async (title) => {
    testBot = await startTestBot({ desk: withCommerce });
    const hand = await opens();
    await hand.presses('Yes, all three are true');
    await hand.presses(title);
    if (offers(hand.shown, ANYWAY)) await hand.presses(ANYWAY);
    hand.types('title', 'Nothing can be posted');
    hand.types('description', 'Since the morning');
    hand.chooses('affected', 'most');
    await hand.presses('Continue');
    if (!hand.shown.text.includes('Who should we call?')) await hand.presses('Continue');
    hand.types('phone', '+45 32 12 34 56');
    hand.ticks('aroundTheClock');
    await hand.presses('Continue');
    await hand.presses('Send report');
    expect(hand.shown.text).toContain('OUT-1001: your report has arrived');
  });
});

describe('an answer to a scenario’s question', () => {
  it('is read on the review, on the reporter’s card and in the desk, and nowhere else', async () => {
    testBot = await startTestBot();
    const hand = await opens();
    await hand.presses('Yes, all three are true');
    await hand.presses('Nobody can sign in');
    hand.types('title', 'T');
    hand.types('description', 'D');
    hand.chooses('affected', 'everyone');
    await hand.presses('Continue');
    hand.types('answer_sign-in-error', 'AADSTS90033');
    hand.ticks('answer_rules-changed');
    await hand.presses('Continue');
    // The same card once more, with what the tick shows.
    hand.types('answer_rules-change', 'A new access rule');
    await hand.presses('Continue');
    hand.types('phone', '+45 32 12 34 56');
    hand.ticks('aroundTheClock');
    await hand.presses('Continue');
    const said = ['Which error, with its correlation id: AADSTS90033', 'Sign-in or access rules changed lately: Yes', 'A new access rule'];
    for (const line of said) expect(hand.shown.text).toContain(line);
    await hand.presses('Send report');
    for (const line of said) expect(hand.shown.text).toContain(line);
    await testBot.settles();
    const inDesk = testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
    for (const line of said) expect(testBot.teams.text(inDesk[0])).toContain(line);
    const elsewhere = testBot.teams.messages.filter((one) => !inDesk.includes(one) && one.conversationId !== 'a:maya');
    expect(elsewhere.length).toBeGreaterThan(1);
    for (const message of elsewhere) expect(JSON.stringify(message.card)).not.toContain('AADSTS90033');
  });
});
