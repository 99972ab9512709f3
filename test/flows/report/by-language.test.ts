/** A reporter reads the desk's own texts in their language; the desk and the record have them in the desk's. */
import { afterEach, expect, it } from 'vitest';
import { de } from '../../../src/words/de/index.ts';
import { clickerFor } from '../../support/bot/card-clicker.ts';
import { chat, PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

it('a German reports to an English desk: each reads their own words, and the record is in English', async () => {
  testBot = await startTestBot();
  await testBot.says('maya', 'language Deutsch');
  const first = await testBot.says('maya', '/outage');
  if (!first) throw new Error('no answer');
  const hand = clickerFor(testBot, 'maya', first);
  await hand.presses(de.report.confirmation.yes);
  await hand.presses('Niemand kann sich anmelden');
  hand.types('title', 'T');
  hand.types('description', 'D');
  hand.chooses('affected', 'most');
  await hand.presses(de.report.next);
  hand.chooses('answer_other-apps', 'Not tried');
  hand.ticks('answer_rules-changed');
  await hand.presses(de.report.next);
  // The same card once more, with what the tick shows.
  expect(hand.shown.text).toContain('Was wurde daran geändert, und wann?');
  await hand.presses(de.report.next);
  hand.types('phone', '+45 32 12 34 56');
  hand.ticks('aroundTheClock');
  await hand.presses(de.report.next);
  for (const read of ['Niemand kann sich anmelden', 'Funktionieren andere Microsoft-Apps: Nicht ausprobiert', 'geändert: Ja'])
    expect(hand.shown.text).toContain(read);
  await hand.presses(de.report.done);
  expect(hand.shown.text).toContain('Niemand kann sich anmelden');
  await testBot.settles();
  const [opening] = testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  const atDesk = testBot.teams.text(opening);
  for (const read of ['Nobody can sign in', 'Do other Microsoft apps work: Not tried', 'changed lately: Yes'])
    expect(atDesk).toContain(read);
  expect(atDesk).not.toContain('anmelden');
  const timeline = await testBot.says('maya', '/outage timeline OUT-1001', chat('maya'));
  expect(timeline?.text).toContain('Niemand kann sich anmelden');
});
