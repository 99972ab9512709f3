/** A report in a channel: its own thread is where everything is told, and the channel does not get a second one for following. */
import { afterEach, expect, it } from 'vitest';
import { fillReport, PLACES, type Place, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const post: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };

it('is told in the thread in which it was made, and follows nowhere twice', async () => {
  testBot = await startTestBot();
  const open = await testBot.says('maya', 'outage', post);
  const first = await testBot.presses('maya', 'Continue my report', open ?? undefined, {}, post);
  await testBot.presses('maya', 'Send report', await fillReport(testBot, 'maya', first, post), {}, post);
  await testBot.settles();
  const desk = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  await testBot.presses('priya', 'Acknowledge', desk);
  await testBot.settles();
  const inGeneral = testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.general));
  expect(inGeneral.map(({ conversationId }) => conversationId)).toEqual([post.id, post.id]);
  expect(testBot.teams.text(inGeneral[0])).toContain('OUT-1001, reported by Maya Lindt');
  expect(testBot.teams.text(inGeneral[0])).toContain('Acknowledged by Priya Nair');
  expect(inGeneral[1]?.summary).toMatch(/^OUT-1001: Acknowledged\. By Priya Nair at .*, after 0 seconds$/);
  expect(testBot.teams.text(inGeneral[1])).toContain('<at>Maya Lindt</at>: this is about your report.');
  expect(testBot.teams.in(PLACES.announcements).length).toBeGreaterThan(0);
});
