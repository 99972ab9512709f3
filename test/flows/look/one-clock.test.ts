/** 3.8: in one chat all times are written in one way: the reporter's own chat names the zone, and engineers' clients write theirs. */
import { afterEach, expect, it } from 'vitest';
import { ANSWERS, chat, objectId, PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import { inputs } from '../../support/cards/walk.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

/** What a client writes in a form of its own, such as "10:30 AM". */
const BY_CLIENT = /\{\{(?:TIME|DATE)\(/;

it('3.8: a customer reads no time of two kinds, in what they ask for, press, and are told', { tags: 'full' }, async () => {
  testBot = await startTestBot();
  const receipt = await testBot.reports();
  const asks = async (said: string) => (await testBot.says('maya', said))?.text ?? '';
  expect(receipt.text).toMatch(/by \d\d:\d\d \(Copenhagen time\)/);
  expect(await asks('mine')).toMatch(/by \d\d:\d\d \(Copenhagen time\)/);
  // A table has the zone once, above it.
  expect(await asks('/outage timeline OUT-1001')).toMatch(/Time zone: Copenhagen \(UTC[\s\S]*\d\d:\d\d\n.*\n.*Maya Lindt reported it/);
  expect((await testBot.says('jonas', '/outage status OUT-1001'))?.text).toMatch(/by \d\d:\d\d \(Copenhagen time\)/);
  const form = await testBot.presses('maya', 'Correct report', receipt);
  const entered = Object.fromEntries(inputs(form.card).map(({ id, value }) => [String(id), String(value ?? '')]));
  const outageId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
  const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
  await testBot.app.engine.handle({ type: 'resolve', outageId, by, text: 'Restarted.', seen: null });
  await testBot.settles();
  // It is over, which the answer says with the time.
  expect((await testBot.presses('maya', 'Save correction', form, { ...entered, title: 'Nothing works' })).text).toMatch(
    /resolved OUT-1001 at \d\d:\d\d \(Copenhagen time\)/,
  );
  await testBot.passes(74 * 60);
  expect(await asks('still down OUT-1001: again')).toMatch(/That was possible until .* \(Copenhagen time\)/);
  const read = [...testBot.teams.in('a:maya'), ...testBot.teams.in('a:jonas')].flatMap(({ card, summary }) => [
    JSON.stringify(card),
    summary,
  ]);
  expect(read.length).toBeGreaterThan(10);
  expect(read.filter((one) => BY_CLIENT.test(one))).toEqual([]);
});

it('3.8: an engineer reads lists in the own chat as the pings there, by the client; so does everybody in a channel', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  for (const place of [chat('priya'), { kind: 'channel', id: PLACES.desk } as const])
    expect((await testBot.says('priya', '/outage list', place))?.text).toMatch(BY_CLIENT);
});

it('3.8: the row with the time zone and the language is named for both', async () => {
  testBot = await startTestBot();
  expect((await testBot.reviews()).text).toContain('Time zone, language\nCopenhagen (UTC+1), English');
  expect(ANSWERS.contact.timeZone).toBe('Europe/Copenhagen');
});
