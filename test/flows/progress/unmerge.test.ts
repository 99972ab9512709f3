/** 3.3: a wrong merge is no dead end: it is asked before, an engineer takes it apart, and the reporter can object once. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chat, objectId, PLACES, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

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
  expect(asked?.text).toContain('OUT-1002 ends, and its reporter gets the updates of OUT-1001.');
  expect(asked?.text).toMatch(/Nobody has acknowledged OUT-1001 yet\. Acknowledge by /);
  expect((await outage(1002)).state).toBe('reported');
  await testBot.presses('priya', 'No, leave both', asked ?? undefined, {}, thread(root(1002)));
  expect((await outage(1002)).state).toBe('reported');
});

it('3.3: an engineer takes it apart by a word; it is theirs, and each reporter hears of their own again', async () => {
  await merges();
  const inTheOther = await types(1001, 'unmerge');
  expect(inTheOther?.text).toContain(
    'OUT-1001 is not merged into another outage. OUT-1002 is merged into it. To undo that: unmerge OUT-1002.',
  );
  expect((await types(1002, 'ack'))?.text).toContain('Continue with OUT-1001.');
  await types(1002, 'unmerge');
  await testBot.settles();
  expect(await outage(1002)).toMatchObject({ state: 'acknowledged', owner: { name: 'Priya Nair' } });
  expect(testBot.teams.text(own('jonas')[0])).toMatch(
    /It has been open again since .*\. Its owner is Priya Nair\. The next update comes by/,
  );
  expect((await outage(1001)).absorbed).toEqual([]);
  expect(testBot.teams.text(own('jonas').findLast(({ summary }) => summary.includes('merge undone')))).toContain(
    'It is not the same as OUT-1001 and is handled on its own again.',
  );
  expect(testBot.teams.text(own('jonas').at(-1))).toContain('Priya Nair is the owner.');
  expect(own('jonas').at(-1)?.summary).not.toContain('acknowledged');
  const before = own('jonas').length;
  await types(1001, 'update We look at the first one.');
  await testBot.settles();
  expect(own('jonas')).toHaveLength(before);
  await types(1002, 'update We look at the second one.');
  await testBot.settles();
  expect(own('jonas')).toHaveLength(before + 1);
  expect((await testBot.says('priya', 'unmerge OUT-1001'))?.text).toContain('OUT-1001 is not merged into another outage.');
});

it('3.3: it is behind a button of the merged one, too', async () => {
  await merges();
  const more = await testBot.presses('priya', 'More', root(1002));
  const form = await testBot.presses('priya', 'Undo merge', more, {}, thread(root(1002)));
  await testBot.presses('priya', 'Reopen', form, { reason: 'Only printing fails there.' }, thread(root(1002)));
  expect((await outage(1002)).state).toBe('acknowledged');
});

it('3.3: its reporter says that it is something else, once; we ping the duty manager', async () => {
  await merges();
  // The news of the merge, which is the newest in their chat, says so and has the button too.
  const news = own('jonas').findLast(({ summary }) => summary.includes('Merged into'));
  expect(testBot.teams.text(news)).toContain('If yours is different, press the button');
  expect(JSON.stringify(news?.card)).toContain('"reporter-object-form"');
  const form = await testBot.presses('jonas', 'Say it is different', own('jonas')[0], {}, chat('jonas'));
  expect(form.text).toContain('OUT-1002: is it different?');
  await testBot.presses('jonas', 'Say it is different', form, { reason: 'Only printing fails.' }, chat('jonas'));
  await testBot.settles();
  expect(await outage(1002)).toMatchObject({ state: 'reported', objected: true, back: { by: 'objection' } });
  expect((await outage(1001)).absorbed).toEqual([]);
  const ping = testBot.teams.in(thread(root(1002)).id).at(-1);
  expect(testBot.teams.text(ping)).toContain('The reporter says that it is not the same as OUT-1001');
  await merges();
  expect((await testBot.says('jonas', 'this is something else OUT-1002'))?.text).toContain('You have already objected once');
  expect(own('jonas')[0] && JSON.stringify(own('jonas')[0]?.card)).not.toContain('Say it is different');
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

describe('3.3: two of which somebody said that they are two things', () => {
  const said = (by: string) =>
    new RegExp(
      `${by} said at .* that OUT-1002 and OUT-1001 are different, so nothing was merged\\. .* write "merge OUT-1002 into OUT-1001"`,
    );
  const inDesk = (number: number) => testBot.teams.in(thread(root(number)).id);
  /** Somebody reports the same, and was not shown the others. */
  async function reportsToo() {
    const { report, desk, origin, policy } = await outage(1001);
    await testBot.app.engine.handle({
      ...{ type: 'report', outageId: randomUUID(), by: { id: objectId('maya'), name: 'Maya Lindt', roles: ['customer'] } },
      ...{ report, origin: { ...origin, cardId: null }, desk, followers: [], policy, drill: null, request: null },
    });
    await testBot.settles();
  }

  it('are not merged by the old question, which says who said so; typed, it is asked anew and done', async () => {
    const asked = (await types(1002, 'merge OUT-1001')) ?? undefined;
    await testBot.presses('priya', 'Merge', asked, {}, thread(root(1002)));
    await testBot.settles();
    await types(1002, 'unmerge');
    const old = await testBot.presses('priya', 'Merge', asked, {}, thread(root(1002)));
    expect(old.text).toMatch(said('Priya Nair'));
    expect((await outage(1002)).state).toBe('acknowledged');

    const anew = await types(1001, 'merge OUT-1002 into OUT-1001');
    expect(anew?.text).toContain('Is OUT-1002 the same as OUT-1001?');
    expect(anew?.text).toMatch(/Priya Nair said at .* that they are different\./);
    await testBot.presses('priya', 'Merge', anew ?? undefined, {}, thread(root(1001)));
    expect(await outage(1002)).toMatchObject({ state: 'merged', into: { number: 1001 } });
  });

  it('are not merged by a form that was opened before their reporter said so, from either side', async () => {
    await types(1001, 'ack');
    await testBot.settles();
    const form = await testBot.presses('priya', 'Merge', await testBot.presses('priya', 'More', root(1001)), {}, thread(root(1001)));
    await merges();
    await testBot.says('jonas', 'this is something else OUT-1002');
    const asks = await testBot.presses('jonas', 'Say it is different', own('jonas')[0], {}, chat('jonas'));
    await testBot.presses('jonas', 'Say it is different', asks, {}, chat('jonas'));
    await testBot.settles();
    const old = await testBot.presses('priya', 'Merge', form, { number: '1002' }, thread(root(1001)));
    expect(old.text).toMatch(/Jonas Weber said at .* that OUT-1001 and OUT-1002 are different/);
    expect((await outage(1001)).state).toBe('acknowledged');
  });

  it('are not offered as one again when more is reported', async () => {
    await merges();
    await types(1002, 'unmerge');
    await reportsToo();
    const offer = inDesk(1001).at(-1);
    expect(offer?.summary).toBe('2 similar outages of one customer');
    expect(testBot.teams.text(offer)).toContain('OUT-1003');
    expect(testBot.teams.text(offer)).not.toContain('OUT-1002');
    const made = await testBot.presses('priya', 'Merge them', offer, {}, thread(root(1001)));
    expect(made.text).toContain('Merged: OUT-1003.');
    expect(made.text).not.toContain('OUT-1002');
  });

  it('stay two when the old list is pressed again, and it says why', async () => {
    await reportsToo();
    const offer = inDesk(1001).at(-1);
    await testBot.presses('priya', 'Merge them', offer, {}, thread(root(1001)));
    await testBot.settles();
    expect((await outage(1001)).absorbed.map(({ number }) => number)).toEqual([1002, 1003]);
    await types(1002, 'unmerge');
    const again = await testBot.presses('priya', 'Merge them', offer, {}, thread(root(1001)));
    expect(again.text).toContain('Already part of it: OUT-1003.');
    expect(again.text).toMatch(said('Priya Nair'));
    expect((await outage(1002)).state).toBe('acknowledged');
  });

  it('do not become one by way of a third', async () => {
    await reportsToo();
    const offer = inDesk(1001).at(-1);
    const asked = await types(1002, 'merge OUT-1003');
    await testBot.presses('priya', 'Merge', asked ?? undefined, {}, thread(root(1002)));
    await testBot.settles();
    await types(1002, 'unmerge');
    const made = await testBot.presses('priya', 'Merge them', offer, {}, thread(root(1001)));
    expect(made.text).toContain('Merged: OUT-1002.');
    expect(made.text).toMatch(/Priya Nair said at .* that OUT-1003 and OUT-1001 are different/);
    expect((await outage(1003)).state).toBe('reported');
  });
});
