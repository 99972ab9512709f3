/** What somebody reads alone is true for them: it sends them nowhere else, and says what the others see. */
// @module-tag full
import { afterEach, beforeEach, expect, it } from 'vitest';
import { GENERAL, GROUP, IN_THREAD, publicRequests, startPrivateBot } from '../../support/bot/private.ts';
import { fillReport, type PersonKey, PLACES, type Place, type Shown, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startPrivateBot();
});
afterEach(async () => await testBot.stop());

const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
/** What they read alone; nobody else may see anything. */
async function reads(person: PersonKey, text: string, place: Place = IN_THREAD): Promise<Shown> {
  const before = publicRequests(testBot.teams).length;
  const shown = await testBot.says(person, text, place);
  expect(publicRequests(testBot.teams).slice(before)).toEqual([]);
  expect(shown?.message?.only).toBe(`29:${person}`);
  return shown as Shown;
}

it('15.3 the review says what others see after Done, and the card after it where the news comes', async () => {
  const first = await testBot.slash('maya', 'outage', IN_THREAD);
  const review = await fillReport(testBot, 'maya', first ?? undefined, IN_THREAD);
  expect(review.text).toContain('Everybody here then sees its number and state, but not what you wrote.');
  const done = await testBot.presses('maya', 'Send report', review);
  await testBot.settles();
  for (const shown of [done, await testBot.presses('maya', 'Send report', review)]) {
    expect(shown.text).toContain('OUT-1001: your report has arrived');
    expect(shown.text).toContain('Updates come there. Only you see this message. It does not change, and is gone after a day.');
  }
  const own = await testBot.reviews('jonas');
  expect(own.text).not.toContain('Everybody here');
});

it('15.3 lists of their own are read alone in any room, and nobody is sent to their own chat', async () => {
  await testBot.reports('maya');
  for (const text of ['mine', 'list']) {
    const shown = await reads('maya', text, GROUP);
    expect(shown.text).toContain('OUT-1001');
    expect(shown.text).not.toContain('our own chat');
  }
  expect((await testBot.slash('maya', 'status', GROUP))?.text).toContain('To see one, write its number: /outage status OUT-1001');
  testBot.teams.targeted = 403;
  expect((await testBot.says('maya', 'mine', GROUP))?.text).toContain('Ask me that in our own chat');
});

it('15.3 a reporter is asked by the form itself, and "yes" goes on with what they have begun', async () => {
  const first = await testBot.slash('maya', 'outage', IN_THREAD);
  await testBot.presses('maya', 'Send report', await fillReport(testBot, 'maya', first ?? undefined, IN_THREAD));
  await testBot.settles();
  expect((await reads('maya', 'withdraw')).buttons.map(({ title }) => title)).toContain('Withdraw');
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.says('priya', 'resolve Restarted', thread(root()));
  await testBot.settles();
  // The conversation takes so many messages in a moment.
  testBot.clock.advance(2_100);
  const form = await reads('maya', 'still down');
  expect(form.text).toContain('What is still wrong?');
  expect(form.text).not.toContain('press the button below');
  await testBot.slash('jonas', 'outage', GENERAL);
  expect((await reads('jonas', 'yes')).buttons.map(({ title }) => title)).toContain('Continue');
});

it('15.4 Back takes a form away, and leaves no second card of the outage', async () => {
  await testBot.reports('maya');
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  const form = await testBot.presses('priya', 'Post update', root());
  expect(form.message?.only).toBe('29:priya');
  await testBot.presses('priya', 'Back', form);
  expect(form.message?.deleted).toBe(true);
});

it('15.2 the help says in a room how to speak to the bot there, and not in their own chat', async () => {
  expect((await reads('maya', 'help')).text).toContain('Here, begin with @Outage Desk, or type a slash');
  expect((await testBot.says('maya', 'help'))?.text).not.toContain('Here, begin with');
});
