/** 3.8: what a newcomer stumbled over: which number, who is called, how to leave, and by when. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { oneLine } from '../../../src/cards/text.ts';
import { PLACES, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot();
});
afterEach(() => testBot.stop());

const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));

it('3.8: the number to say on the phone is named, and a mention is called a mention', async () => {
  const receipt = await testBot.reports();
  expect(receipt.text).toContain('we alert more people in Teams and tell you that too');
  await testBot.passes(31);
  expect(testBot.teams.text(testBot.teams.in('a:maya')[0])).toContain('Please call us too, and say OUT-1001.');
  expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toMatch(/Please call .* and say OUT-1001\./);
});

it('3.8: Cancel is on every step', async () => {
  let shown = (await testBot.says('maya', '/outage')) ?? undefined;
  const { confirmation, scenario, ...others } = (await import('../../support/bot/users.ts')).ANSWERS;
  for (const step of [confirmation, scenario, ...Object.values(others)] as Record<string, string>[]) {
    expect(shown?.buttons.map(({ title }) => title)).toContain('Cancel');
    const { press = 'Continue', ...inputs } = step;
    shown = await testBot.presses('maya', press, shown, inputs);
  }
  expect(shown?.buttons.map(({ title }) => title)).toEqual(['Send report', 'Back', 'Cancel']);
  expect((await testBot.presses('maya', 'Cancel', shown)).text).toContain('Cancelled. Nothing was sent.');
});

it('3.8: a typed update keeps the later time that was chosen for the next one', async () => {
  await testBot.reports();
  const card = await testBot.presses('priya', 'Acknowledge', root());
  const more = await testBot.presses('priya', 'More', card, {}, thread(root()));
  await testBot.presses('priya', '1 hour', more, {}, thread(root()));
  await testBot.says('priya', 'update We found the cause.', thread(root()));
  await testBot.settles();
  const { outage } = (await testBot.app.store.outages.list({ projects: null, personId: null, states: null, limit: 1 }))[0] ?? {};
  expect(outage?.state === 'acknowledged' && outage.nextUpdateBy - outage.acknowledgedAt).toBe(60 * 60_000);
});

it('3.8: who is on call says until which day', async () => {
  expect((await testBot.says('priya', '/outage on-call'))?.text).toContain('On call');
  const { readersClock } = await import('../../../src/cards/text.ts');
  const { en } = await import('../../../src/words/en/index.ts');
  const now = Date.UTC(2026, 10, 29, 22);
  expect(readersClock(now + 11 * 3_600_000, now, en, { withDay: true })).toContain('DATE(');
});

it('3.8: transfer without words shows where the name of the team ends', async () => {
  await testBot.reports();
  const team = testBot.desk.teams[0];
  const said = await testBot.says('priya', 'transfer', thread(root()));
  if (team) expect(said?.text).toContain(`transfer to ${oneLine(team.name)}: Only one user is affected`);
});
