/** 3.3: a wrong merge is no dead end: it is asked before, an engineer takes it apart, and the reporter can object once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chat, PLACES, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
beforeEach(async () => {
  testBot = await startTestBot();
  await testBot.reports('maya');
  await testBot.reports('jonas');
});
afterEach(() => testBot.stop());

const root = (number: number) =>
  testBot.teams.messages.find(
    ({ conversationId, card }) => conversationId.startsWith(PLACES.desk) && JSON.stringify(card).includes(`OUT-${number}: `),
  );
const types = async (number: number, text: string) => await testBot.says('priya', text, thread(root(number)));
const outage = async (number: number) => {
  const recorded = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(number)) ?? '');
  if (!recorded) throw new Error(`no ${number}`);
  return recorded.outage;
};
const own = (person: 'maya' | 'jonas') => testBot.teams.in(`a:${person}`);
const merges = async () => {
  const asked = await types(1002, 'merge OUT-1001');
  await testBot.presses('priya', 'Merge', asked ?? undefined, {}, thread(root(1002)));
  await testBot.settles();
  expect(await outage(1002)).toMatchObject({ state: 'merged', into: { number: 1001 } });
};

it('3.3: a typed merge shows both titles and asks', async () => {
  const asked = await types(1002, 'merge OUT-1001');
  expect(asked?.text).toContain('Is OUT-1002 the same as OUT-1001?');
  expect(asked?.text).toMatch(/OUT-1002: .*Invoices cannot be posted[\s\S]*OUT-1001: .*Invoices cannot be posted/);
  expect((await outage(1002)).state).toBe('reported');
  await testBot.presses('priya', 'No, leave both', asked ?? undefined, {}, thread(root(1002)));
  expect((await outage(1002)).state).toBe('reported');
});

it('3.3: an engineer takes it apart by a word; it is theirs, and each reporter hears of their own again', async () => {
  await merges();
  await types(1002, 'unmerge');
  await testBot.settles();
  expect(await outage(1002)).toMatchObject({ state: 'acknowledged', owner: { name: 'Priya Nair' } });
  expect((await outage(1001)).absorbed).toEqual([]);
  expect(testBot.teams.text(own('jonas').findLast(({ summary }) => summary.includes('not the same as')))).toContain(
    'OUT-1002 is not the same as OUT-1001, and goes on by itself',
  );
  const before = own('jonas').length;
  await types(1001, 'update We look at the first one.');
  await testBot.settles();
  expect(own('jonas')).toHaveLength(before);
  await types(1002, 'update We look at the second one.');
  await testBot.settles();
  expect(own('jonas')).toHaveLength(before + 1);
  expect((await testBot.says('priya', 'unmerge OUT-1001'))?.text).toContain('OUT-1001 is not part of another outage.');
});

it('3.3: it is behind a button of the merged one, too', async () => {
  await merges();
  const more = await testBot.presses('priya', 'More', root(1002));
  const form = await testBot.presses('priya', 'Not the same', more, {}, thread(root(1002)));
  await testBot.presses('priya', 'Reopen and take it', form, { reason: 'Only printing fails there.' }, thread(root(1002)));
  expect((await outage(1002)).state).toBe('acknowledged');
});

it('3.3: its reporter says that it is something else, once; the duty manager is called', async () => {
  await merges();
  const form = await testBot.presses('jonas', 'This is something else', own('jonas')[0], {}, chat('jonas'));
  expect(form.text).toContain('OUT-1002: is it something else?');
  await testBot.presses('jonas', 'This is something else', form, { reason: 'Only printing fails.' }, chat('jonas'));
  await testBot.settles();
  expect(await outage(1002)).toMatchObject({ state: 'reported', objected: true, back: { by: 'objection' } });
  expect((await outage(1001)).absorbed).toEqual([]);
  const ping = testBot.teams.in(thread(root(1002)).id).at(-1);
  expect(testBot.teams.text(ping)).toContain('Jonas Weber, who reported it, says that it is something else');
  await merges();
  expect((await testBot.says('jonas', 'this is something else OUT-1002'))?.text).toContain('You have objected once already');
  expect(own('jonas')[0] && JSON.stringify(own('jonas')[0]?.card)).not.toContain('This is something else');
});

it('3.3: typed by somebody else it is none of theirs', async () => {
  await merges();
  expect((await testBot.says('maya', 'this is something else OUT-1002'))?.text).toContain('I do not know that outage');
});

it('3.3: what was merged into it leaves with it, through a chain', async () => {
  await testBot.reports('maya');
  await merges();
  const asked = await types(1001, 'merge OUT-1003');
  await testBot.presses('priya', 'Merge', asked ?? undefined, {}, thread(root(1001)));
  await testBot.settles();
  expect((await outage(1003)).absorbed.map(({ number }) => number)).toEqual([1001, 1002]);
  await types(1002, 'unmerge');
  expect((await outage(1003)).absorbed.map(({ number }) => number)).toEqual([1001]);
  expect((await outage(1001)).absorbed).toEqual([]);
});
