/** 15.7: a reaction took an outage, and was not meant so. 15.8: somebody took it who was not on call. */
// @module-tag full
import { afterEach, describe, expect, it } from 'vitest';
import type { Outage } from '../../../src/outage/types/outage.ts';
import { chat, type PersonKey, PLACES, startTestBot, type TestBot, testDesk, thread } from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import type { SentMessage } from '../../support/teams/fake-graph.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const BUTTON = 'Undo acknowledgement';
const root = () =>
  testBot.teams.messages.find(
    ({ card, conversationId }) => conversationId.startsWith(PLACES.desk) && JSON.stringify(card).includes('Customer'),
  );
async function outage(): Promise<Outage> {
  const recorded = await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? '');
  if (!recorded) throw new Error('no OUT-1001');
  return recorded.outage;
}
async function begins(change: (text: string) => string = (text) => text): Promise<void> {
  testBot = await startTestBot({ quirks: [], desk: testDesk(change), environment: { TARGETED_MESSAGES: 'on' } });
  await testBot.reports();
}
async function takesByReaction(person: PersonKey = 'tomas'): Promise<SentMessage> {
  await testBot.reacts(person, root(), 'like');
  await testBot.settles();
  const asked = testBot.teams.messages.findLast(({ card }) => buttons(card).includes(BUTTON));
  if (!asked) throw new Error('nobody was asked whether it was meant');
  return asked;
}
const buttons = (card: unknown) => ofType(card, 'Action.Execute').map(({ title }) => String(title));
async function takesBack(asked: SentMessage, person: PersonKey = 'tomas') {
  const shown = await testBot.presses(person, BUTTON, asked);
  await testBot.settles();
  return shown;
}
/** What is new since then, each message as its conversation and its text. */
const newsSince = (count: number) =>
  testBot.teams.messages.slice(count).map((message) => `${message.conversationId.split(';')[0]}: ${testBot.teams.text(message)}`);
const textOf = (part: string) => testBot.teams.messages.map((message) => testBot.teams.text(message)).find((text) => text.includes(part));

describe('15.7: a reaction that takes an outage', () => {
  it('15.7: is named in the thread, and the person alone is asked there whether it was meant', async () => {
    await begins();
    await testBot.passes(3);
    const asked = await takesByReaction();
    const news = testBot.teams.in(root()?.conversationId ?? '').map((message) => testBot.teams.text(message));
    expect(news.find((text) => text.includes('OUT-1001: Acknowledged\n'))).toMatch(
      /It was acknowledged by a reaction\. If that was a mistake, Tomás Herrera can undo it until/,
    );
    expect(asked).toMatchObject({ only: '29:tomas', conversationId: root()?.conversationId });
    expect(testBot.teams.text(asked)).toContain('OUT-1001: your reaction acknowledged it');
    expect(buttons(asked.card)).toEqual([BUTTON]);
    // The reporter reads who has it, and nothing of a reaction.
    const receipts = testBot.teams.in(chat('maya').id).map((message) => testBot.teams.text(message));
    expect(receipts.some((text) => text.includes('OUT-1001: Acknowledged\n'))).toBe(true);
    expect(receipts.join()).not.toContain('reaction');
  });

  it('15.7: taken back, it was never acknowledged: the clock of the report runs, and everybody who was told is told', async () => {
    await begins();
    await testBot.passes(3);
    const before = await outage();
    const asked = await takesByReaction();
    await testBot.passes(5);
    const count = testBot.teams.messages.length;
    const shown = await takesBack(asked);
    expect(shown.text).toContain('You undid it. OUT-1001 has no owner now');
    const { acknowledgeBy, ladderFrom, rungsPassed, breachedAt } = before;
    expect(await outage()).toMatchObject({ state: 'reported', acknowledgeBy, ladderFrom, rungsPassed, breachedAt });
    const news = newsSince(count);
    expect(news.filter((text) => text.startsWith(PLACES.desk)).join()).toMatch(
      /OUT-1001: acknowledgement undone\s+(?:“.*”\s+)?By Tomás Herrera[\s\S]*Priya Nair/,
    );
    expect(news.find((text) => text.startsWith(chat('maya').id))).toMatch(
      /OUT-1001: acknowledgement undone[\s\S]*By Tomás Herrera[\s\S]*by mistake[\s\S]*acknowledges it by/,
    );
    expect(testBot.teams.text(root())).toContain('Not acknowledged yet');
    const { text } = (await testBot.says('priya', 'timeline OUT-1001', thread(root()))) ?? {};
    expect(text).toContain('Tomás Herrera undid the acknowledgement');
    expect((await testBot.says('priya', 'list', thread(root())))?.text).toContain('Acknowledge by');
    // The ladder goes on where it was.
    await testBot.passes(7.5);
    expect(textOf('OUT-1001: please acknowledge')).toBeDefined();
    // A second reaction is a new acknowledgement, counted from the report.
    await testBot.reacts('tomas', root(), 'heart');
    await testBot.settles();
    expect(
      testBot.teams
        .in(chat('maya').id)
        .map(({ summary }) => summary)
        .join('\n'),
    ).toMatch(/By Tomás Herrera at .*, after 15 minutes$/m);
  });

  it('15.7: what fell due meanwhile comes at once, a broken promise too', async () => {
    await begins();
    await testBot.passes(24);
    const asked = await takesByReaction();
    await testBot.passes(8);
    expect(await outage()).toMatchObject({ state: 'acknowledged', breachedAt: null });
    const count = testBot.teams.messages.length;
    await takesBack(asked);
    expect(await outage()).toMatchObject({ state: 'reported', breachedAt: (await outage()).acknowledgeBy });
    const news = newsSince(count);
    expect(news.filter((text) => text.startsWith(PLACES.desk)).join()).toContain('OUT-1001: late, acknowledge it now');
    expect(news.filter((text) => text.startsWith(chat('maya').id)).join()).toContain('OUT-1001: late, not acknowledged yet');
  });

  it('15.7: after ten minutes, once it was worked on, or by somebody else it stays, and the answer says how to give it back', async () => {
    await begins();
    const asked = await takesByReaction();
    await takesBack(asked, 'priya');
    expect(await outage()).toMatchObject({ state: 'acknowledged', owner: { name: 'Tomás Herrera' } });
    await testBot.says('tomas', 'update We look at the disk.', thread(root()));
    expect((await takesBack(asked)).text).toMatch(/have worked on it since, so it stays yours.*Give back/);
    await testBot.says('tomas', 'release I have to leave', thread(root()));
    await testBot.settles();
    const again = await takesByReaction();
    await testBot.passes(10.5);
    expect((await takesBack(again)).text).toMatch(/That was possible until .*press More, then Give back/);
    expect((await outage()).state).toBe('acknowledged');
    // Who was refused what stands in the audit.
    expect((await testBot.says('priya', 'timeline OUT-1001', thread(root())))?.text).toContain('tried to undo their acknowledgement');
  });

  it('15.7: a second tap changes nothing', async () => {
    await begins();
    const asked = await takesByReaction();
    await takesBack(asked);
    const { version } = await outage();
    expect((await takesBack(asked)).text).toContain('You undid it');
    expect((await outage()).version).toBe(version);
  });

  it('15.7: is heard after what it takes back, also of an outage that had been given back before', async () => {
    await begins();
    await testBot.says('tomas', 'ack', thread(root()));
    await testBot.passes(1);
    await testBot.says('tomas', 'release I have to leave', thread(root()));
    await testBot.passes(1);
    const count = testBot.teams.in(chat('maya').id).length;
    testBot.teams.refusing.set(chat('maya').id, 503);
    const asked = await takesByReaction();
    await testBot.passes(1);
    testBot.teams.refusing.clear();
    await takesBack(asked);
    await testBot.passes(2);
    const heard = testBot.teams.in(chat('maya').id).map(({ summary }) => summary);
    expect(heard.slice(count)).toEqual([
      expect.stringMatching(/OUT-1001: Acknowledged again[.\s]+(?:“.*”\s+)?By Tomás Herrera/),
      expect.stringContaining('acknowledgement undone'),
    ]);
  });

  it.each([403, 404, 405])('15.7: where Teams takes no such message (%s), the question is nowhere in public', async (state) => {
    await begins();
    testBot.teams.targeted = state;
    const asked = await takesByReaction();
    expect(asked.conversationId).not.toContain(PLACES.desk);
    await takesBack(asked);
    expect((await outage()).state).toBe('reported');
  });

  it('15.7: words that say "on it" are meant, and nobody is asked', async () => {
    await begins();
    await testBot.post(testBot.activity('tomas', thread(root()), { type: 'message', text: 'on it' }));
    await testBot.settles();
    expect(await outage()).toMatchObject({ state: 'acknowledged', byReaction: false });
    expect(testBot.teams.messages.some(({ card }) => buttons(card).includes(BUTTON))).toBe(false);
  });
});

describe('15.8: who took it and was not on call', () => {
  const withoutTomas = (text: string) => text.replace('secondary: [tomas]', 'secondary: [priya]');

  it('15.8: is named so where engineers read it, and nowhere else', async () => {
    await begins(withoutTomas);
    await testBot.passes(16);
    await testBot.says('tomas', 'ack', thread(root()));
    await testBot.passes(2);
    const desk = testBot.teams.messages
      .filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))
      .map((one) => testBot.teams.text(one));
    expect(desk.join('\n')).toMatch(/OUT-1001: Acknowledged[.\s]+(?:“.*”\s+)?By Tomás Herrera \(not on call\)/);
    expect(desk.filter((text) => text.includes('this message said')).join()).toMatch(
      /OUT-1001: Acknowledged\s+(?:“.*”\s+)?By Tomás Herrera \(not on call\)/,
    );
    expect(testBot.teams.text(root())).toContain('Tomás Herrera (not on call). Acknowledged at');
    const others = testBot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk));
    expect(others.filter(({ conversationId }) => conversationId === chat('maya').id).length).toBeGreaterThan(0);
    for (const one of others.filter(({ conversationId }) => !conversationId.includes('chat-with')))
      expect(testBot.teams.text(one)).not.toContain('not on call');
    expect((await testBot.says('priya', 'timeline OUT-1001', thread(root())))?.text).toContain('Tomás Herrera (not on call) acknowledged');
  });

  it('15.8: nor is somebody who took it by an update, and nobody says it of who is on call', async () => {
    await begins(withoutTomas);
    await testBot.says('tomas', 'update We look at the disk.', thread(root()));
    await testBot.settles();
    expect(textOf('OUT-1001: Acknowledged\n')).toBeDefined();
    await testBot.says('tomas', 'release I have to leave', thread(root()));
    await testBot.says('priya', 'ack', thread(root()));
    await testBot.settles();
    expect(textOf('OUT-1001: Acknowledged\n')).toBeDefined();
    expect(testBot.teams.text(root())).not.toContain('not on call');
  });
});
