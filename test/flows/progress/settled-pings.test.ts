/** 3.7: what asked people for something asks nobody any more when somebody gave it. */
import { afterEach, describe, expect, it } from 'vitest';
import { SETTLE_AFTER_MS } from '../../../src/engine/delivery/limits.ts';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { MINUTE_MS, objectId, type PersonKey, PLACES, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const NAMES = { priya: 'Priya Nair', tomas: 'Tomás Herrera', maya: 'Maya Lindt' } as const;
const idOf = async (number: number) => (await testBot.app.store.outages.idByNumber(number)) ?? '';
async function acts(person: keyof typeof NAMES, action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>, number = 1001) {
  const by = testBot.desk.actor({ id: objectId(person), name: NAMES[person] });
  const outcome = await testBot.app.engine.handle({ outageId: await idOf(number), by, ...action } as ActionRequest);
  expect(outcome).toMatchObject({ ok: true });
  await testBot.settles();
}
const take = (person: keyof typeof NAMES = 'priya', number = 1001) => acts(person, { type: 'acknowledge' }, number);
/** The edits wait for a minute. */
const later = () => testBot.passes((SETTLE_AFTER_MS + 20_000) / MINUTE_MS);

const find = (summary: string | RegExp, place = '') =>
  testBot.teams.messages.filter((message) => message.conversationId.includes(place) && message.summary.match(summary));
const shown = (message: { card: unknown } | undefined) => ({
  text: testBot.teams.text(message as never),
  buttons: ofType(message?.card, 'Action.Execute').map(({ title }) => title),
  mentions: JSON.stringify(message?.card).includes('<at>'),
});
async function pinged(minutes = 16) {
  testBot = await startTestBot({ quirks: [] });
  await testBot.reports();
  await testBot.passes(minutes);
}

describe('3.7: when somebody took it', () => {
  it('3.7: each ping says who did, quietly: no button, no mention, no colour, no new message', async () => {
    await pinged(26);
    const pings = [...find('please acknowledge', PLACES.desk), ...find('deadline is near', PLACES.desk)];
    expect(pings.map((ping) => shown(ping).buttons)).toEqual([['Acknowledge'], ['Acknowledge']]);
    await take();
    const { length } = testBot.teams.messages;
    await later();
    expect(testBot.teams.messages).toHaveLength(length);
    for (const ping of pings) {
      expect(shown(ping)).toEqual({
        text: expect.stringMatching(
          /OUT-1001: Acknowledged\s+(?:“.*”\s+)?By Priya Nair[\s\S]*this message said: OUT-1001: (deadline is near|please acknowledge)\.$/,
        ),
        buttons: [],
        mentions: false,
      });
      expect(ping.summary).toMatch(/^OUT-1001: Acknowledged\. By Priya Nair at /);
      expect(JSON.stringify(ping.card)).not.toMatch(/"attention"|"warning"/);
      expect(ping.edits).toBe(1);
    }
    await acts('priya', { type: 'resolve', text: 'It was the disk.', seen: null });
    await later();
    expect(pings.map(({ edits }) => edits)).toEqual([1, 1]);
  });

  it("3.7: so do the pings in people's own chats, and whoever took it can go on there", async () => {
    await pinged(26);
    const own = find('deadline is near', 'a:chat-with');
    expect(own.length).toBeGreaterThan(0);
    for (const ping of own) expect(shown(ping).buttons).toContain('Acknowledge');
    const [mine] = own;
    const person = /29:(\w+)/.exec(mine?.conversationId ?? '')?.[1] as PersonKey;
    await testBot.presses(person, 'Acknowledge', mine);
    await later();
    for (const ping of own) expect(shown(ping).buttons).not.toContain('Acknowledge');
    expect(shown(mine).buttons).toContain('Post update');
    expect(own.slice(1).flatMap((ping) => shown(ping).buttons)).toEqual([]);
  });

  it('3.7: not in the same moment, in which the news and the card of the thread are edited', async () => {
    await pinged();
    await take();
    await testBot.passes(0.8);
    expect(find('please acknowledge')).toHaveLength(1);
    await testBot.passes(0.4);
    expect(find('please acknowledge')).toEqual([]);
  });

  it.each<[string, PersonKey & keyof typeof NAMES, Partial<ActionRequest> & Pick<ActionRequest, 'type'>, string]>([
    ['withdrew it', 'maya', { type: 'withdraw', reason: '' }, 'OUT-1001: Withdrawn'],
    ['resolved it', 'tomas', { type: 'resolve', text: 'Done.', seen: null }, 'OUT-1001: Resolved'],
  ])('3.7: or %s', async (_how, person, action, heading) => {
    await pinged();
    const [ping] = find('please acknowledge');
    await acts(person, action);
    await later();
    expect(shown(ping)).toMatchObject({ text: expect.stringContaining(heading), buttons: [] });
  });

  it('3.7: or merged it', async () => {
    await pinged();
    const [ping] = find('please acknowledge');
    await testBot.reports('jonas');
    await acts('priya', { type: 'merge', intoId: await idOf(1002), seen: null });
    await later();
    expect(shown(ping)).toMatchObject({ text: expect.stringContaining('OUT-1001: Merged into OUT-1002'), buttons: [] });
  });

  it('3.7: and gave it back within that minute, they still ask, until somebody has it', async () => {
    await pinged(26);
    const pings = find(/please acknowledge|deadline is near/);
    expect(pings.length).toBeGreaterThan(1);
    await take();
    await acts('priya', { type: 'release', reason: 'My train goes.' });
    await later();
    await later();
    expect(pings.map((message) => shown(message).buttons)).toEqual(pings.map(() => ['Acknowledge']));
    await take('tomas');
    await later();
    await later();
    for (const message of pings) expect(shown(message).text).toMatch(/OUT-1001: Acknowledged again\s+(?:“.*”\s+)?By Tomás Herrera/);
    expect(pings.map(({ edits }) => edits)).toEqual(pings.map(() => 1));
  });

  it('3.7: pings of the next round are other messages, and are edited when it is taken again', async () => {
    await pinged();
    const [first] = find('please acknowledge');
    await take();
    await later();
    await acts('priya', { type: 'release', reason: 'My train goes.' });
    const [again] = find('given back', PLACES.desk);
    await later();
    expect(shown(again).buttons).toEqual(['Acknowledge']);
    await take('tomas');
    await later();
    expect(shown(again)).toMatchObject({
      text: expect.stringMatching(/OUT-1001: Acknowledged again\s+(?:“.*”\s+)?By Tomás Herrera/),
      buttons: [],
    });
    expect(first?.edits).toBe(1);
    expect(shown(first).text).toMatch(/: Acknowledged\s+(?:“.*”\s+)?By Priya Nair/);
  });
});

describe('3.7: a digest', () => {
  it('3.7: says of each outage who took it, and still offers the others', async () => {
    testBot = await startTestBot({ quirks: [] });
    for (const _ of Array(3)) await testBot.reports();
    await testBot.passes(16);
    const [digest] = find('3 outages need somebody');
    expect(shown(digest).buttons).toHaveLength(3);
    await take('priya', 1002);
    await later();
    expect(digest?.summary).toBe('2 outages need somebody');
    expect(shown(digest).buttons.toSorted()).toEqual(['Acknowledge OUT-1001', 'Acknowledge OUT-1003']);
    expect(shown(digest).text).toMatch(/OUT-1002\s+OUT-1002: Acknowledged\. By Priya Nair/);
    expect(shown(digest).mentions).toBe(false);
    await take('tomas', 1001);
    await take('tomas', 1003);
    const edits = digest?.edits ?? 0;
    await later();
    expect(digest?.summary).toBe('3 outages needed somebody');
    expect(shown(digest).buttons).toEqual([]);
    // What was taken together is one edit.
    expect(digest?.edits).toBe(edits + 1);
  });
});

describe('3.7: what else asks', () => {
  it('3.7: a reminder of an update asks nobody any more when the update is there', async () => {
    await pinged(1);
    await take();
    await testBot.passes(31);
    const [nudge] = find('update is late', PLACES.desk);
    expect(shown(nudge).buttons).toContain('Post update');
    await acts('priya', { type: 'update', text: 'We restart it.', phase: 'mitigating', nextUpdateInMs: null, seen: null });
    await later();
    expect(shown(nudge)).toMatchObject({ text: expect.stringMatching(/OUT-1001: Mitigating\s+(?:“.*”\s+)?By Priya Nair/), buttons: [] });
  });

  it('3.7: but not while somebody has a form open on it', async () => {
    await pinged(1);
    await take();
    await testBot.passes(31);
    const [nudge] = find('update is late', PLACES.desk);
    await testBot.presses('tomas', 'Post update', nudge, {}, thread(nudge));
    await acts('priya', { type: 'update', text: 'We restart it.', phase: 'mitigating', nextUpdateInMs: null, seen: null });
    await testBot.passes(2.5);
    expect(nudge?.edits).toBe(0);
    await testBot.passes(1.5);
    expect(nudge?.edits).toBe(1);
  });

  it('3.7: an offer asks nobody any more when it was accepted', async () => {
    await pinged(1);
    await take();
    await acts('priya', { type: 'hand-over', to: { id: objectId('tomas'), name: NAMES.tomas } });
    const offers = find('hand-over offered');
    expect(offers.length).toBe(2);
    for (const offer of offers) expect(shown(offer).buttons).toContain('Accept');
    await acts('tomas', { type: 'accept' });
    await later();
    for (const offer of offers) expect(shown(offer).text).toMatch(/OUT-1001: handed over\s+“.*”\s+From Priya Nair to Tomás Herrera at/);
    for (const offer of offers) expect(shown(offer).buttons).not.toContain('Accept');
  });

  it('3.7: the pings of a drill, too', async () => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.says('priya', '/outage drill');
    for (let second = 0; second < 20; second++) await testBot.passes(1 / 60);
    const [ping] = find('DRILL-1: please acknowledge');
    await testBot.says('tomas', 'ack DRILL-1');
    await later();
    expect(shown(ping)).toMatchObject({ text: expect.stringMatching(/DRILL-1: Acknowledged\s+(?:“.*”\s+)?By Tomás Herrera/), buttons: [] });
    const [report] = find('DRILL-1: drill ended');
    expect(shown(report).text).toContain('Every message arrived.');
  });
});

describe('3.7: there is nothing to edit', () => {
  it('3.7: when the ping was deleted in Teams, and nobody is troubled by that', async () => {
    await pinged();
    const [ping] = find('please acknowledge');
    testBot.teams.messages.splice(testBot.teams.messages.indexOf(ping as never), 1);
    await take();
    await testBot.watches(20);
    const line = (await testBot.app.store.deliveries.ledger(await idOf(1001))).find(({ key }) => key.includes('/settled/'));
    expect(line).toMatchObject({ state: 'skipped', attempts: 1 });
    expect(await testBot.app.store.health.setAside(9)).toEqual([]);
    expect(testBot.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  it('3.7: when the ping never went out', async () => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.reports();
    await testBot.passes(14);
    testBot.teams.failNext({ status: 503 }, { times: 99, matches: ({ text }) => text.includes('please acknowledge') });
    await testBot.passes(1.5);
    await take();
    testBot.teams.heal();
    await testBot.passes(3);
    const lines = (await testBot.app.store.deliveries.ledger(await idOf(1001))).filter(({ key }) => /ping|settled/.test(key));
    expect(lines.map(({ state }) => state)).toEqual(['skipped', 'skipped']);
  });

  it('3.7: and a press on it tells who has it, in the minute before the edit', async () => {
    await pinged();
    const [ping] = find('please acknowledge');
    await take();
    const place = thread(ping);
    expect((await testBot.presses('tomas', 'Acknowledge', ping, {}, place)).text).toContain('Priya Nair');
    await later();
    expect(shown(ping).text).toMatch(/: Acknowledged\s+(?:“.*”\s+)?By Priya Nair/);
  });
});
