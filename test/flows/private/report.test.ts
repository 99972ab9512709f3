/** A report in a channel or a group chat that nobody else sees until it is sent, and what is left of that where Teams refuses. */
// @module-tag sampled
import { afterEach, describe, expect, it } from 'vitest';
import {
  GENERAL,
  GROUP,
  IN_THREAD,
  publicRequests,
  ROOMS,
  roomOf,
  seen,
  seenByOthers,
  startPrivateBot,
} from '../../support/bot/private.ts';
import { fillReport, type PersonKey, PLACES, type Place, type Shown, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const IN_ROOMS = Object.entries(ROOMS);
const FIRST = 'Is this a production outage?';
/** What only she and the desk may read. */
const ENTERED = /\+45 32 12 34 56|maya@example|40 trucks|Update conflict/;
const texts = (person: PersonKey, place: Place) => seen(testBot.teams, person, place).map(testBot.teams.text);
const root = () => testBot.teams.messages.find(({ conversationId, only }) => conversationId.startsWith(PLACES.desk) && only === null);
const opening = (number: number) =>
  testBot.teams.messages.find((one) => one.conversationId.startsWith(PLACES.desk) && one.summary.startsWith(`OUT-${number}: `));
const errors = () => testBot.log.filter(({ level }) => level === 'error');

async function begins(place: Place): Promise<Shown> {
  const first = await testBot.slash('maya', 'outage', place);
  expect(first?.text).toContain(FIRST);
  expect(first?.message?.only).toBe('29:maya');
  return first as Shown;
}
async function sends(first: Shown, place: Place): Promise<Shown> {
  return await testBot.presses('maya', 'Send report', await fillReport(testBot, 'maya', first, place), {}, place);
}

/** After Done: everybody there reads of it, in one thread, and nothing of what she entered. */
async function isPublicIn(place: Place, threads = 1): Promise<void> {
  await testBot.settles();
  expect(texts('jonas', place).join('\n')).toContain('OUT-1001, reported by Maya Lindt');
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  const all = seen(testBot.teams, 'jonas', place);
  expect(all.map(testBot.teams.text).join('\n')).toContain('Acknowledged by Priya Nair');
  expect(all.map(({ summary }) => summary).join('\n')).toMatch(/^OUT-1001: Acknowledged\. By Priya Nair at .*, after 0 seconds$/m);
  expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(threads);
  if (threads === 1) expect(all.map(({ card }) => JSON.stringify(card)).join()).not.toMatch(ENTERED);
  expect(errors()).toEqual([]);
}

describe('15.3 a report by slash', () => {
  it.each(sample('by slash', IN_ROOMS, 1))(
    'in %s is seen by nobody else until it is sent, and by everybody from then on',
    async (_name, place) => {
      testBot = await startPrivateBot();
      const first = await begins(place);
      const review = await fillReport(testBot, 'maya', first, place);
      expect(review.text).toContain('Invoices cannot be posted');
      expect([publicRequests(testBot.teams), seenByOthers(testBot.teams, 'maya', place)]).toEqual([[], []]);
      expect(testBot.teams.messages).toHaveLength(1);
      const done = await testBot.presses('maya', 'Send report', review, {}, place);
      expect(done.text).toContain('OUT-1001: your report has arrived');
      expect(testBot.teams.messages).toHaveLength(1);
      await isPublicIn(place);
    },
  );

  it('in the same channel twice becomes two threads, and each keeps to its own', { tags: 'full' }, async () => {
    testBot = await startPrivateBot();
    await sends(await begins(GENERAL), GENERAL);
    await testBot.settles();
    const second = await testBot.slash('jonas', 'outage', GENERAL);
    let shown = await fillReport(testBot, 'jonas', second ?? undefined, GENERAL);
    for (const button of ['Send report', 'Send mine too'])
      if (shown.buttons.some(({ title }) => title === button)) shown = await testBot.presses('jonas', button, shown, {}, GENERAL);
    expect(shown.text).toContain('OUT-1002');
    await testBot.settles();
    const threads = new Set(seen(testBot.teams, 'aiko', GENERAL).map(({ conversationId }) => conversationId));
    expect(threads.size).toBe(2);
    expect(errors()).toEqual([]);
  });

  const UNNAMED = IN_ROOMS.flatMap(([name, place]) =>
    [[], ['press without replyToId'] as const].map((more) => [name, place, more] as const),
  );
  it.each(UNNAMED)('in %s is private also where Teams does not say the id of its card', { tags: 'full' }, async (_name, place, more) => {
    testBot = await startPrivateBot({ quirks: ['post answered 202 without body', 'private press without isTargeted', ...more] });
    await sends(await begins(place), place);
    await testBot.settles();
    expect(texts('jonas', place).join()).toContain('OUT-1001, reported by Maya Lindt');
    expect(errors()).toEqual([]);
  });

  it('after a day is gone for its person, and begins anew', { tags: 'full' }, async () => {
    testBot = await startPrivateBot();
    await begins(GROUP);
    testBot.clock.advance(25 * 3_600_000);
    expect(texts('maya', GROUP)).toEqual([]);
    await begins(GROUP);
    expect(publicRequests(testBot.teams)).toEqual([]);
  });

  it('is sent by somebody who has left the room meanwhile, and no later answer is public', { tags: 'full' }, async () => {
    testBot = await startPrivateBot();
    const review = await fillReport(testBot, 'maya', await begins(GROUP), GROUP);
    testBot.teams.left.add(`${GROUP.id} 29:maya`);
    expect((await testBot.presses('maya', 'Send report', review, {}, GROUP)).text).toContain('OUT-1001: your report has arrived');
    expect(await testBot.slash('maya', 'mine', GROUP)).toBeNull();
    expect(testBot.teams.in('a:chat-with-29:maya').map(testBot.teams.text).join()).toContain('OUT-1001');
    expect(publicRequests(testBot.teams)).toEqual([]);
    await isPublicIn(GROUP);
  });
});

describe('15.3 the news of a report that was private', () => {
  const posts = (place: Place) => (request: { targeted: boolean; path: string; text: string }) =>
    !request.targeted && `${request.path}${request.text}`.includes(roomOf(place.id));
  const begun = async (place: Place) => {
    testBot = await startPrivateBot({ quirks: [] });
    return await fillReport(testBot, 'maya', await begins(place), place);
  };

  it.each(sample('refused', IN_ROOMS, 1))(
    'come in %s although Teams refuses the first message there for a moment',
    async (_name, place) => {
      const review = await begun(place);
      testBot.teams.failNext({ status: 403 }, { matches: posts(place) });
      await testBot.presses('maya', 'Send report', review, {}, place);
      await testBot.passes(0.2);
      expect(texts('jonas', place).join()).toContain('OUT-1001, reported by Maya Lindt');
    },
  );

  it.each(IN_ROOMS)('come in %s although Teams never takes the first message there', { tags: 'full' }, async (_name, place) => {
    const review = await begun(place);
    testBot.teams.failNext({ status: 403 }, { times: 2, matches: posts(place) });
    await testBot.presses('maya', 'Send report', review, {}, place);
    await testBot.passes(1);
    expect(texts('jonas', place)).toEqual([]);
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.passes(1);
    expect(texts('jonas', place).join()).toMatch(/OUT-1001: Acknowledged[.\s]+(?:“.*”\s+)?By Priya Nair/);
    expect(testBot.teams.messages.map(testBot.teams.text).join()).toContain('updates do not reach the place where it was reported');
  });

  it('stay in the thread that it began, also after it was merged into another one', { tags: 'full' }, async () => {
    const place: Place = { kind: 'channel', id: '19:elsewhere@thread.tacv2' };
    const review = await begun(place);
    await testBot.presses('maya', 'Send report', review, {}, place);
    await testBot.settles();
    await testBot.reports('jonas');
    const question = await testBot.says('priya', 'merge OUT-1001 into OUT-1002', thread(root()));
    await testBot.presses('priya', 'Merge', question ?? undefined, {}, thread(root()));
    await testBot.settles();
    await testBot.presses('priya', 'Acknowledge', opening(1002));
    await testBot.settles();
    const all = seen(testBot.teams, 'maya', place).filter(({ only }) => only === null);
    expect(all.map(({ summary }) => summary).join()).toContain('OUT-1002: Acknowledged');
    expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  it('also for who joined privately, where the outage that they joined was merged into another one', { tags: 'full' }, async () => {
    const place: Place = { kind: 'channel', id: '19:elsewhere@thread.tacv2' };
    testBot = await startPrivateBot({ quirks: [] });
    await testBot.reports('jonas');
    let shown: Shown | undefined = await begins(place);
    for (const title of ['Yes, all three are true', 'A core process fails for everyone', 'Join this outage'])
      shown = await testBot.presses('maya', title, shown, {}, place);
    await testBot.settles();
    await testBot.reports('jonas');
    const question = await testBot.says('priya', 'merge OUT-1001 into OUT-1002', thread(root()));
    await testBot.presses('priya', 'Merge', question ?? undefined, {}, thread(root()));
    await testBot.settles();
    await testBot.presses('priya', 'Acknowledge', opening(1002));
    await testBot.settles();
    const all = seen(testBot.teams, 'maya', place).filter(({ only }) => only === null);
    expect(all.map(({ summary }) => summary).join()).toContain('OUT-1002: Acknowledged');
    expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
  });
});

describe('15.2 a press of which Teams does not say on which message', () => {
  it('does its work for others, on what everybody sees where somebody reported privately', { tags: 'full' }, async () => {
    testBot = await startPrivateBot({ quirks: ['press without replyToId', 'private press without isTargeted'] });
    const place: Place = { kind: 'channel', id: PLACES.desk };
    await sends(await begins(place), place);
    await isPublicIn(place, 2);
  });
});

describe('15.3 a report by mention', () => {
  it.each(IN_ROOMS)('in %s is private from the first card as well', { tags: 'full' }, async (_name, place) => {
    testBot = await startPrivateBot();
    const first = await testBot.says('maya', 'outage', place);
    expect(first?.text).toContain(FIRST);
    const review = await fillReport(testBot, 'maya', first ?? undefined, place);
    expect([publicRequests(testBot.teams), seenByOthers(testBot.teams, 'maya', place)]).toEqual([[], []]);
    await testBot.presses('maya', 'Send report', review, {}, place);
    await isPublicIn(place);
  });
});

describe('15.3 where Teams does not take what one person sees', () => {
  const CASES = [400, 403, 404, 405, 501].flatMap((status) => IN_ROOMS.map(([name, place]) => [status, name, place] as const));

  it.each(CASES)(
    'and answers %i in %s, one card that tells nothing leads to the report',
    { tags: 'full' },
    async (status, _name, place) => {
      testBot = await startPrivateBot();
      testBot.teams.targeted = status;
      const open = await testBot.slash('maya', 'outage Invoices cannot be posted', place);
      expect(open?.buttons.map(({ title }) => title)).toEqual(['Continue my report']);
      expect(texts('jonas', place)).toHaveLength(1);
      expect(JSON.stringify(open?.card)).not.toMatch(/Invoices/);
      // In a channel the card is in the thread that it begins.
      const there: Place = { ...place, id: open?.message?.conversationId ?? place.id };
      const first = await testBot.presses('maya', 'Continue my report', open ?? undefined, {}, there);
      const review = await fillReport(testBot, 'maya', first, there);
      expect(texts('jonas', place).join()).not.toMatch(/Invoices/);
      expect(texts('jonas', place)).toHaveLength(1);
      await testBot.presses('maya', 'Send report', review, {}, there);
      await isPublicIn(place);
    },
  );

  it('it fails once only: the next answer is private again', { tags: 'full' }, async () => {
    testBot = await startPrivateBot();
    testBot.teams.failNext({ status: 403 }, { matches: ({ targeted }) => targeted });
    expect((await testBot.slash('maya', 'outage', GROUP))?.message?.only).toBeNull();
    expect((await testBot.slash('jonas', 'outage', GROUP))?.message?.only).toBe('29:jonas');
  });
});

describe('15.3 a route that a cloud does not have', () => {
  const asked = () => testBot.teams.targetedRequests().length;
  const asks = async (place: Place) => {
    const before = asked();
    await testBot.slash('maya', 'list', place);
    return asked() - before;
  };

  it.each([
    [405, 'everywhere', 0],
    [501, 'everywhere', 0],
    [404, 'in that room', 1],
  ])('and says so by %i is not asked again for an hour, %s', { tags: 'full' }, async (status, _where, elsewhere) => {
    testBot = await startPrivateBot();
    testBot.teams.targeted = status;
    expect(await asks(GENERAL)).toBe(1);
    expect([await asks(GENERAL), await asks(IN_THREAD), await asks(GROUP)]).toEqual([0, 0, elsewhere]);
    testBot.teams.targeted = 'there';
    testBot.clock.advance(3_599_000);
    expect(await asks(GENERAL)).toBe(0);
    testBot.clock.advance(2_000);
    expect(await asks(GENERAL)).toBe(1);
    expect(seen(testBot.teams, 'maya', GENERAL).map(({ only }) => only)).toContain('29:maya');
  });

  it('is not what a thread meets whose first message was deleted: the others are answered alone', { tags: 'full' }, async () => {
    testBot = await startPrivateBot({ quirks: [] });
    testBot.teams.deleted.add(IN_THREAD.id.split(';messageid=')[1] ?? '');
    expect(await asks(IN_THREAD)).toBe(1);
    expect((await testBot.slash('maya', 'outage', GENERAL))?.message?.only).toBe('29:maya');
  });

  it('is not what a person who is no member meets: the others are answered alone at once', { tags: 'full' }, async () => {
    testBot = await startPrivateBot();
    testBot.teams.left.add(`${GROUP.id} 29:maya`);
    expect(await asks(GROUP)).toBe(1);
    expect(await asks(GROUP)).toBe(1);
    expect((await testBot.slash('jonas', 'list', GROUP))?.message?.only).toBe('29:jonas');
  });
});

describe('15.2 a card of somebody else', () => {
  const FORGED = { title: 'Forged', description: 'Forged' };

  const REPLY_TO: readonly (readonly [string, (shown: Shown) => string])[] = [
    ['in her place', (shown) => shown.message?.id ?? ''],
    ['of no message', () => '1'],
  ];
  it.each(sample('pressed', REPLY_TO, 1))('is pressed %s, and nothing comes of it', async (_what, replyToOf) => {
    testBot = await startPrivateBot({ quirks: [] });
    const first = await begins(GROUP);
    const review = await fillReport(testBot, 'maya', first, GROUP);
    const messages = testBot.teams.messages.length;
    for (const person of sample<PersonKey>('forgers', ['jonas', 'aiko', 'priya'], 1))
      for (const { buttons, card } of [first, review])
        for (const { verb, data } of buttons)
          for (const isPrivate of [true, false]) {
            const press = { verb, data: { ...data, ...FORGED }, card, replyToId: replyToOf(first), isPrivate };
            const { status, body } = await testBot.post(testBot.pressed(person, GROUP, press));
            expect([status, /Invoices|Maya Lindt|\+45 32/.test(body)], `${verb} by ${person}: ${body.slice(0, 200)}`).toEqual([200, false]);
          }
    expect(testBot.teams.messages.slice(messages)).toEqual([]);
    expect(await testBot.app.store.outages.idByNumber(1001)).toBeNull();
    expect((await testBot.presses('maya', 'Send report', review, {}, GROUP)).text).toContain('OUT-1001: your report has arrived');
    await testBot.settles();
    expect(testBot.teams.text(root())).toContain('Invoices cannot be posted');
  });

  it('is unknown to who types beside it: each reads their own', { tags: 'full' }, async () => {
    testBot = await startPrivateBot({ quirks: [] });
    await fillReport(testBot, 'maya', await begins(GROUP), GROUP);
    for (const text of ['outage', 'mine', 'status', 'cancel', 'done', 'yes'])
      for (const person of ['jonas', 'priya'] as const) {
        testBot.clock.advance(2_100);
        const shown = await testBot.slash(person, text, GROUP);
        expect(`${shown?.text}`, text).not.toMatch(/Invoices|Maya Lindt/);
      }
    expect(publicRequests(testBot.teams)).toEqual([]);
    testBot.clock.advance(2_100);
    const again = await testBot.slash('maya', 'outage', GROUP);
    expect(again?.text).toContain('Invoices cannot be posted');
  });
});

it('15.3 everything about one outage that was begun at the root of a channel is in its own thread there', { tags: 'full' }, async () => {
  testBot = await startPrivateBot({ quirks: ['slash message that names its own thread', 'private press that names its own thread'] });
  await sends(await begins(GENERAL), GENERAL);
  await isPublicIn(GENERAL);
  const [opening] = seen(testBot.teams, 'jonas', GENERAL);
  expect(opening?.conversationId).toBe(`${roomOf(GENERAL.id)};messageid=${opening?.id}`);
});
