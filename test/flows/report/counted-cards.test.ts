/** 3.8: a person who counts the cards that they meet comes to the number that stands on them, whichever way they go. */
import { afterEach, expect, it } from 'vitest';
import { ANSWERS, fillReport, type Shown, startTestBot, type TestBot, testDesk } from '../../support/bot/test-bot.ts';
import { labelWithoutQuestions, requestLabel, stepLabel } from '../../support/report/step-label.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const labelOn = ({ text }: Shown) => /Step \d+ of \d+(?: or \d+)?/.exec(text)?.[0] ?? '';
/** A hand that notes the label of each card that it meets. */
function noting(first: Shown | null) {
  if (!first) throw new Error('no card');
  let shown = first;
  const labels = [labelOn(first)];
  return {
    labels,
    async presses(button: string, inputs: Record<string, string> = {}) {
      shown = await testBot.presses('maya', button, shown, inputs);
      labels.push(labelOn(shown));
      return shown;
    },
  };
}
const outOf = (count: number) => Array.from({ length: count }, (_, index) => `Step ${index + 1} of ${count}`);
const YES = 'Yes, all three are true';

it('3.8: six cards are six steps, also for what was begun with words of their own, back and forth', async () => {
  testBot = await startTestBot();
  const hand = noting(await testBot.says('maya', 'production is down'));
  await hand.presses(YES);
  await hand.presses('Nobody can sign in');
  await hand.presses('Continue', ANSWERS.details);
  await hand.presses('Continue');
  await hand.presses('Continue', ANSWERS.contact);
  expect(hand.labels).toEqual(outOf(6));
  for (const _ of ['contact', 'questions']) await hand.presses('Back');
  expect(hand.labels.slice(6)).toEqual([stepLabel('contact'), stepLabel('questions')]);
  // The card that /outage shows after a while, and after a restart, goes on where it was.
  const resumed = await testBot.presses('maya', 'Continue', (await testBot.says('maya', '/outage')) ?? undefined);
  expect(labelOn(resumed)).toBe(stepLabel('questions'));
});

it('3.8: a card that comes again, with an error or what a tick shows, keeps its number', async () => {
  testBot = await startTestBot();
  const hand = noting(await testBot.says('maya', '/outage'));
  await hand.presses('No, not all three');
  await hand.presses('Continue', { live: 'true', many: 'true', stopped: 'true' });
  await hand.presses('Nobody can sign in');
  await hand.presses('Continue');
  await hand.presses('Continue', ANSWERS.details);
  await hand.presses('Continue', { 'answer_rules-changed': 'true' });
  expect(hand.labels).toEqual([1, 1, 2, 3, 3, 4, 4].map((step) => `Step ${step} of 6`));
});

it('3.8: where it is none of the kinds, five cards are five steps as an outage, and four as a request', async () => {
  testBot = await startTestBot();
  const hand = noting(await testBot.says('maya', '/outage'));
  await hand.presses(YES);
  await hand.presses('None of these');
  const exit = await hand.presses('Report it as an outage');
  expect(labelOn(exit)).toBe(labelWithoutQuestions('details'));
  await hand.presses('Continue', ANSWERS.details);
  await hand.presses('Continue', ANSWERS.contact);
  expect(hand.labels).toEqual(['Step 1 of 6', 'Step 2 of 6', '', 'Step 3 of 5', 'Step 4 of 5', 'Step 5 of 5']);
  const other = noting(await testBot.presses('maya', 'Start over', (await testBot.says('maya', '/outage')) ?? undefined));
  await other.presses(YES);
  await other.presses('None of these');
  await other.presses('Send as a request');
  await other.presses('Continue', { ...ANSWERS.details, title: '' });
  await other.presses('Continue', ANSWERS.details);
  await other.presses('Continue', ANSWERS.contact);
  const [details, contact, review] = (['details', 'contact', 'review'] as const).map(requestLabel);
  expect(other.labels).toEqual(['Step 1 of 6', 'Step 2 of 6', '', details, details, contact, review]);
  await other.presses('Back');
  expect(other.labels.at(-1)).toBe(contact);
});

it('3.8: where only some kinds ask something, the first cards say so and the others know', async () => {
  const scenarios = `scenarios:
  - { id: slow, title: All is slow, chooseWhen: It is slow. }
  - { id: down, title: All is down, chooseWhen: It is down., questions: [{ id: since, type: text, text: "Since what?" }] }
`;
  testBot = await startTestBot({ desk: testDesk((text) => `${text}${scenarios}`) });
  const review = await fillReport(testBot, 'maya', (await testBot.says('maya', '/outage')) ?? undefined, undefined, {
    ...ANSWERS,
    scenario: { press: 'All is down' },
  });
  expect(labelOn(review)).toBe(stepLabel('review'));
  const hand = noting(await testBot.presses('maya', 'Start over', (await testBot.says('maya', '/outage')) ?? undefined));
  await hand.presses(YES);
  await hand.presses('All is slow');
  await hand.presses('Continue', ANSWERS.details);
  await hand.presses('Continue', ANSWERS.contact);
  expect(hand.labels).toEqual(['Step 1 of 5 or 6', 'Step 2 of 5 or 6', 'Step 3 of 5', 'Step 4 of 5', 'Step 5 of 5']);
});
