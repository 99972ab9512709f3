/** A report in a channel: its own thread is where everything is told, and the channel does not get a second one for following. */
import { afterEach, expect, it } from 'vitest';
import { fillReport, PLACES, type Place, startTown, type Town } from '../../support/bot/test-bot.ts';

let town: Town;
afterEach(async () => await town.stop());

const post: Place = { kind: 'channel', id: `${PLACES.general};messageid=1700000000001` };

it('is told in the thread in which it was made, and follows nowhere twice', async () => {
  town = await startTown();
  const open = await town.says('maya', 'outage', post);
  const first = await town.presses('maya', 'Go on with my report', open ?? undefined, {}, post);
  await town.presses('maya', 'Done', await fillReport(town, 'maya', first, post), {}, post);
  await town.settles();
  const desk = town.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  await town.presses('priya', 'Acknowledge', desk);
  await town.settles();
  const inGeneral = town.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.general));
  expect(inGeneral.map(({ conversationId }) => conversationId)).toEqual([post.id, post.id]);
  expect(town.teams.text(inGeneral[0])).toContain('OUT-1001, reported by Maya Lindt');
  expect(town.teams.text(inGeneral[0])).toContain('Priya Nair is on it');
  expect(inGeneral[1]?.summary).toBe('Priya Nair acknowledged OUT-1001 after 0 seconds');
  expect(town.teams.text(inGeneral[1])).toContain('<at>Maya Lindt</at>: this is about your report.');
  expect(town.teams.in(PLACES.announcements).length).toBeGreaterThan(0);
});
