/** Hundreds of people follow one outage: what the desk must hear of another one does not wait for them. */
import { afterEach, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { objectId, PLACES, startTestBot, type TestBot, testDesk, withHarbour } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

/** Of whom Teams takes about twenty a second. */
const followers = Array.from({ length: 200 }, (_, index) => `f0110000-0000-4000-8000-${String(index).padStart(12, '0')}`);
const desk = () =>
  testDesk((text) => {
    const people = followers.map((id, index) => `  f${index}: { id: ${id}, name: Somebody }\n`).join('');
    const members = followers.map((_, index) => `f${index}`).join(', ');
    return withHarbour(text).replace('people:\n', `people:\n${people}`).replace('[maya, jonas]', `[maya, jonas, ${members}]`);
  });

it.each(['acknowledged', 'reported'] as const)('comes at once while thousands hear that one was %s', async (what) => {
  testBot = await startTestBot({ quirks: [], desk: desk() });
  const { teams, clock, app } = testBot;
  const [tenantId, by] = [testBot.desk.file.desk.tenant, testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' })];
  for (const id of followers)
    await app.store.follows.follow({ person: { ...by, id: id as typeof by.id, name: 'Somebody' }, tenantId, projectId: 'contoso-erp' });
  const [one, other] = [await testBot.reviews('maya'), await testBot.reviews('aiko')];
  await testBot.presses('maya', 'Send report', one);
  if (what === 'acknowledged') {
    await testBot.passes(1);
    const outageId = (await app.store.outages.idByNumber(1001)) ?? '';
    await app.engine.handle({ type: 'acknowledge', outageId, by, seen: null } as ActionRequest);
  }
  // The desk has its own message, and its lane is free again.
  await app.engine.settle();
  clock.advance(500);
  await app.engine.settle();
  await testBot.presses('aiko', 'Send report', other);
  const begun = clock.now();
  const isThere = () =>
    teams.messages.some(({ conversationId, summary }) => conversationId.startsWith(PLACES.desk) && /1002/.test(summary));
  for (let left = 300; left > 0 && !isThere(); left--) {
    await app.engine.settle();
    if (!isThere()) clock.advance(100);
  }
  expect(isThere()).toBe(true);
  expect(clock.now() - begun).toBeLessThan(3_000);
  // And all who follow hear of it in the end.
  await testBot.passes(1);
  const heard = teams.messages.filter(({ summary }) => summary.startsWith('OUT-1001'));
  expect(heard.length).toBeGreaterThanOrEqual(followers.length * (what === 'acknowledged' ? 2 : 1));
});
