/** What Teams does not take, or what does not come from Teams at all: whoever is called is called in another way, and told why. */
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import type { ProxyAnswer } from '../../support/teams/quirks/answers.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const deliveries = async () => {
  const id = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
  return await testBot.app.store.deliveries.ledger(id);
};

describe('A2: a proxy answers 200 to everything once the thread is there', () => {
  it.each<ProxyAnswer>(['proxy answers 200 with a page', 'proxy answers 200 with {}', 'proxy answers 200 without body'])(
    '%s: no ping counts as delivered, and the desk is told of each that never came',
    async (proxy) => {
      testBot = await startTestBot({ quirks: [] });
      await testBot.reports();
      testBot.teams.failNext({ proxy }, { times: 9_999 });
      await testBot.watches(20);
      const [ping] = (await deliveries()).filter(({ key }) => key.includes('/ping/desk/'));
      expect(ping).toMatchObject({ state: 'failed', attempts: 2 });
      expect(testBot.app.watcher.troubles().map(({ kind }) => kind)).toContain('desk-untold');
      testBot.teams.heal();
      await testBot.watches(10);
      const told = inDesk().map((message) => testBot.teams.text(message));
      expect(told.filter((text) => text.includes('OUT-1001') && text.includes('never confirmed')).length).toBeGreaterThan(0);
      // The next rung of the ladder comes as if nothing had been.
      expect(told.filter((text) => text.includes('deadline is near'))).toHaveLength(1);
    },
  );
});

describe("A3: the desk's channel refuses, and no event said so", () => {
  const to = (person: string) => testBot.teams.in(`a:chat-with-29:${person}`).map((message) => testBot.teams.text(message));

  it.each([403, 502])('with %i: after a minute people are told in person, and the pings and alarms go the same way', async (status) => {
    testBot = await startTestBot({ quirks: [] });
    testBot.teams.refusing.set(PLACES.desk, status);
    await testBot.reports();
    await testBot.passes(0.5);
    expect(to('priya')).toEqual([]);
    await testBot.watches(1);
    expect(to('priya').filter((text) => text.includes('OUT-1001: desk channel cannot be reached'))).toHaveLength(1);
    const [told] = testBot.teams.in('a:chat-with-29:priya');
    expect(testBot.teams.text(told)).toContain('so I tell you here');
    const before = to('priya').length;
    await testBot.watches(15);
    expect(to('priya').filter((text) => text.includes('OUT-1001: please acknowledge'))).toHaveLength(1);
    expect(
      to('priya')
        .slice(before)
        .filter((text) => /Messages do not get through/.test(text)).length,
    ).toBeGreaterThan(0);
    await testBot.presses('priya', 'Acknowledge', told);
    await testBot.watches(20);
    testBot.teams.refusing.clear();
    await testBot.passes(2);
    expect(testBot.teams.text(inDesk()[0])).toContain('Priya');
  });

  it.each([403, 502])('with %i once the thread is there: a ping that is not taken for a minute calls in person', async (status) => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.reports();
    testBot.teams.refusing.set(PLACES.desk, status);
    await testBot.passes(17);
    expect(to('priya').filter((text) => text.includes('OUT-1001: desk channel cannot be reached'))).toHaveLength(1);
    await testBot.passes(19);
    expect(to('priya').filter((text) => text.includes('acknowledge it now'))).toHaveLength(1);
  });

  it('a drill calls nobody in person', async () => {
    testBot = await startTestBot({ quirks: [] });
    testBot.teams.refusing.set(PLACES.desk, 403);
    await testBot.says('priya', '/outage drill');
    await testBot.passes(1.5);
    expect(
      to('jonas')
        .concat(to('sam'))
        .filter((text) => text.includes('out of reach')),
    ).toEqual([]);
  });
});

describe('A4: somebody who cannot be mentioned', () => {
  const cardsWith = (text: string) => inDesk().filter((message) => testBot.teams.text(message).includes(text));
  const mentioned = (message: { card: unknown } | undefined) => JSON.stringify(message?.card).includes('<at>');

  it('the secondary: the ping comes all the same, with names as text, and the desk is told who it was', async () => {
    testBot = await startTestBot({ quirks: [] });
    testBot.teams.unmentionable.add('29:tomas');
    await testBot.reports();
    await testBot.passes(16);
    const pings = cardsWith('OUT-1001: please acknowledge');
    expect(pings).toHaveLength(1);
    expect(mentioned(pings[0])).toBe(false);
    expect(testBot.teams.text(pings[0])).toContain('Tomás');
    const told = cardsWith('could not be mentioned');
    expect(told).toHaveLength(1);
    expect(told[0]?.summary).toMatch(/^Tom.* could not be mentioned$/);
    // From then on the others are mentioned again, and the desk is not told once more.
    await testBot.passes(10);
    const [lastCall] = cardsWith('deadline is near');
    expect(mentioned(lastCall)).toBe(true);
    expect(JSON.stringify(lastCall?.card)).not.toContain('<at>Tom');
    expect(cardsWith('could not be mentioned')).toHaveLength(1);
    expect(await testBot.app.store.health.setAside(9)).toEqual([]);
  });

  it('the primary: the thread begins all the same', async () => {
    testBot = await startTestBot({ quirks: [] });
    testBot.teams.unmentionable.add('29:priya');
    await testBot.reports();
    await testBot.passes(2);
    const [opening] = inDesk();
    expect(opening?.summary).toContain('OUT-1001');
    expect(mentioned(opening)).toBe(false);
    expect(testBot.teams.text(opening)).toContain('Priya');
    expect(cardsWith('could not be mentioned').map(({ summary }) => summary)).toEqual([expect.stringContaining('Priya')]);
    expect(testBot.teams.in('a:maya').filter(({ summary }) => summary.includes('not at the support desk'))).toEqual([]);
  });

  it('both: nobody knows which of them, and the desk is told so', async () => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.reports();
    testBot.teams.unmentionable.add('29:tomas').add('29:ingrid');
    await testBot.passes(26);
    expect(cardsWith('deadline is near')).toHaveLength(1);
    expect(
      cardsWith('could not be mentioned')
        .map(({ summary }) => summary)
        .join(),
    ).toMatch(/Ingrid|Tom/);
  });

  it('a reporter in a group: the news comes all the same, and the desk is told', async () => {
    testBot = await startTestBot({ quirks: [] });
    const group = { kind: 'groupChat', id: PLACES.announcements } as const;
    await testBot.reports('maya', group);
    testBot.teams.unmentionable.add('29:maya');
    await testBot.says('priya', 'ack OUT-1001');
    await testBot.passes(1);
    expect(testBot.teams.in(group.id).some((message) => testBot.teams.text(message).includes('Priya'))).toBe(true);
    expect(cardsWith('could not be mentioned').map(({ summary }) => summary)).toEqual([expect.stringContaining('Maya')]);
  });
});

describe('3.8: a message that is too large for Teams', () => {
  it.each([9_000, 6_000, 2_500])('(more than %i bytes) is made smaller, and the thread begins', async (most) => {
    testBot = await startTestBot({ quirks: [] });
    testBot.teams.failNext(
      { status: 413 },
      { times: 9_999, matches: ({ path, text }) => `${path}${text}`.includes(PLACES.desk) && text.length > most },
    );
    await testBot.reports();
    await testBot.passes(2);
    const [opening] = inDesk();
    expect(opening?.summary).toContain('OUT-1001');
    expect(testBot.teams.text(opening)).toContain('Invoices cannot be posted');
    await testBot.presses('priya', 'Acknowledge', opening);
    await testBot.passes(1);
    expect(await testBot.app.store.health.setAside(9)).toEqual([]);
  });
});

it('3.10: connections that were closed while nobody used them delay nothing, and nothing is lost', async () => {
  testBot = await startTestBot({ quirks: ['reset of a reused connection'] });
  await testBot.reports();
  const began = testBot.clock.now();
  await testBot.says('priya', 'ack OUT-1001');
  await testBot.settles();
  expect(testBot.clock.now() - began).toBeLessThan(5_000);
  const acknowledged = (id: string) =>
    testBot.teams.messages.filter((one) => one.conversationId.startsWith(id) && /: Acknowledged\. By Priya/.test(one.summary));
  expect([acknowledged('a:maya').length, acknowledged(PLACES.desk).length]).toEqual([1, 1]);
  expect((await deliveries()).filter(({ state }) => state !== 'done' && state !== 'skipped')).toEqual([]);
});
