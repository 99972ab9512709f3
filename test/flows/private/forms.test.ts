/** Forms that an engineer opens in a thread: a message for that person alone, so that nobody's edit wipes what is being typed. */
// @module-tag sampled
import { afterEach, describe, expect, it } from 'vitest';
import { GROUP, publicRequests, startPrivateBot } from '../../support/bot/private.ts';
import { fillReport, objectId, type PersonKey, PLACES, type Shown, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { inputs as inputsOf } from '../../support/cards/walk.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const seenBy = (person: string) => testBot.teams.seenBy(person, thread(root()).id);
const others = (person: string) => seenBy(person).map(testBot.teams.text).join('\n');
async function taken(options: Parameters<typeof startPrivateBot>[0] = {}): Promise<void> {
  testBot = await startPrivateBot(options);
  await testBot.reports();
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
}
async function opens(title: string, { underMore = false } = {}): Promise<Shown> {
  const on = underMore ? await testBot.presses('priya', 'More', root()) : root();
  return await testBot.presses('priya', title, on, {}, thread(root()));
}

const UPDATE = { text: 'We restart it.', phase: 'monitoring', next: '60' };
type FormCase = readonly [title: string, send: string, inputs: Record<string, string>, underMore: boolean];
const FORMS: readonly FormCase[] = [
  ['Post update', 'Send update', UPDATE, false],
  ['Resolve', 'Resolve', { text: 'Restarted.' }, false],
  ['Hand over', 'Send offer', { person: objectId('tomas') }, true],
  ['Transfer', 'Transfer', { team: 'customer-care', reason: 'Only one user.' }, true],
];

describe('15.4 a form in the thread of the desk', () => {
  it.each(sample('forms', FORMS, 1))(
    '%s: opens for the presser alone, is not wiped, and goes when it is sent',
    async (title, send, inputs, underMore) => {
      await taken();
      const publicly = publicRequests(testBot.teams).length;
      const form = await opens(title, { underMore });
      expect(form.message?.only).toBe('29:priya');
      expect(publicRequests(testBot.teams)).toHaveLength(publicly);
      expect(seenBy('29:tomas').flatMap(({ card }) => inputsOf(card))).toEqual([]);
      // What somebody else does edits the card at once, since nobody types on it.
      const edits = root()?.edits ?? 0;
      await testBot.says('tomas', 'note he looks too', thread(root()));
      await testBot.settles();
      expect(root()?.edits).toBeGreaterThanOrEqual(edits);
      expect(form.message?.edits).toBe(0);
      await testBot.presses('priya', send, form, inputs);
      await testBot.settles();
      // Otherwise nobody can say which message it was.
      const { manners } = testBot.teams;
      const isKnown = !manners.has('press without replyToId') && !manners.has('targeted message that is gone');
      if (isKnown) expect(form.message?.deleted).toBe(true);
      expect(testBot.log.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );

  it('is on the card, as before, where Teams does not take it', { tags: 'full' }, async () => {
    await taken();
    testBot.teams.targeted = 403;
    const form = await opens('Post update');
    expect(form.message?.id).toBe(root()?.id);
    expect(form.buttons.map(({ title }) => title)).toContain('Send update');
    await testBot.presses('priya', 'Send update', form, UPDATE, thread(root()));
    await testBot.settles();
    expect(others('29:tomas')).toContain('We restart it.');
  });

  it('is sent after Teams has removed it, and by nobody else', { tags: 'full' }, async () => {
    await taken({ quirks: [] });
    const form = await opens('Resolve');
    const [sends] = form.buttons.filter(({ title }) => title === 'Resolve');
    const press = { verb: sends?.verb ?? '', data: { ...sends?.data, text: 'Forged' }, card: form.card, replyToId: form.message?.id ?? '' };
    for (const person of ['tomas', 'maya', 'aiko'] as const)
      expect((await testBot.post(testBot.pressed(person, thread(root()), { ...press, isPrivate: true }))).body).not.toContain('Resolved');
    testBot.clock.advance(25 * 3_600_000);
    await testBot.presses('priya', 'Resolve', form, { text: 'Restarted.' });
    await testBot.settles();
    expect(others('29:tomas')).toContain('Restarted.');
    expect(others('29:tomas')).not.toContain('Forged');
  });
});

it('15.4 a form that is sent does not take away another message where Teams does not say which one it was', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: ['press without replyToId', 'private press without isTargeted'] });
  const review = await fillReport(testBot, 'maya', (await testBot.slash('maya', 'outage', GROUP)) ?? undefined, GROUP);
  const receipt = await testBot.presses('maya', 'Send report', review, {}, GROUP);
  await testBot.settles();
  const form = await testBot.presses('maya', 'Withdraw report', receipt, {}, GROUP);
  const shown = await testBot.presses('maya', 'Withdraw', form, {}, GROUP);
  // It stands in the place of the form.
  expect(shown.text).toContain('Withdrawn by the reporter');
  expect(receipt.message?.deleted).toBeFalsy();
});

const TYPED: readonly (readonly [PersonKey, string])[] = [
  ['jonas', 'ack'],
  ['maya', 'mine'],
  ['maya', 'hepl'],
  ['aiko', 'list'],
  ['priya', 'list'],
  ['priya', 'on-call'],
  ['priya', 'resolve'],
  ['priya', 'accept'],
];

describe('15.3 what is typed by mention and concerns one person', () => {
  it.each(sample('typed', TYPED, 1))('is answered to that person alone: %s says "%s"', async (person, text) => {
    await taken();
    const publicly = publicRequests(testBot.teams).length;
    const answer = await testBot.says(person, text, thread(root()));
    expect(answer?.message?.only).toBe(`29:${person}`);
    expect(publicRequests(testBot.teams)).toHaveLength(publicly);
  });
});
