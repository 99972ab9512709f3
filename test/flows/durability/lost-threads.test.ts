/** Somebody deletes what the bot posted first, or Teams takes it without saying its id: whoever waits hears all the same. */
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

const REPLACES = 'This replaces the first message, which was deleted or can no longer be changed.';
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const isFirst = ({ id, conversationId }: { id: string; conversationId: string }) => conversationId.endsWith(`;messageid=${id}`);

describe("3.8: somebody deletes the first message of the desk's thread, and Teams refuses replies", () => {
  it('a new thread says so, has the buttons, takes what is typed in it, and hears everything from then on', async () => {
    testBot = await startTestBot({ quirks: [] });
    await testBot.reports();
    const [first] = inDesk();
    testBot.teams.deleted.add(first?.id ?? '');
    await testBot.watches(16);
    const [, second, ...others] = inDesk().filter(isFirst);
    expect(others).toEqual([]);
    expect(testBot.teams.text(second)).toContain(REPLACES);
    const inSecond = () => testBot.teams.in(second?.conversationId ?? '').map(({ summary }) => summary);
    expect(inSecond()).toContain('OUT-1001: please acknowledge');
    await testBot.says('tomas', 'ack', { kind: 'channel', id: second?.conversationId ?? '' });
    await testBot.watches(1);
    expect(inSecond()).toContainEqual(expect.stringMatching(/^OUT-1001: Acknowledged\. By Tomás Herrera/));
    expect(testBot.teams.text(second)).toContain('Acknowledged by Tomás Herrera');
    expect(testBot.teams.text(second)).not.toContain(REPLACES);
    expect(testBot.teams.in('a:maya').filter(({ summary }) => summary.includes('not at the support desk'))).toEqual([]);
    expect(testBot.app.watcher.troubles()).toEqual([]);
  });
});

describe('a group chat that follows', () => {
  it.each([
    ['A2: whose posts are answered with 202 and no id', true],
    ['3.8: whose card was deleted', false],
  ])('%s: gets the card once more and hears everything, and nothing counts as given up', async (_what, isUnnamed) => {
    testBot = await startTestBot({ quirks: isUnnamed ? ['post answered 202 without body'] : [] });
    const inChat = () => testBot.teams.in(PLACES.announcements);
    const cards = () => inChat().filter(({ summary }) => summary.includes('Invoices cannot be posted'));
    await testBot.reports();
    if (!isUnnamed) testBot.teams.deleted.add(cards()[0]?.id ?? '');
    await testBot.says('priya', 'ack OUT-1001');
    await testBot.watches(1);
    expect(cards()).toHaveLength(2);
    expect(testBot.teams.text(cards()[1])).toContain('Acknowledged by Priya Nair');
    // The one that Teams gave an id was edited since.
    expect(testBot.teams.text(cards()[1]).includes(REPLACES)).toBe(isUnnamed);
    await testBot.says('priya', 'update The database is back.', { kind: 'channel', id: inDesk()[0]?.conversationId ?? '' });
    await testBot.watches(1);
    expect(inChat().at(-1)?.summary).toContain('By Priya Nair at');
    expect(cards()).toHaveLength(2);
    expect(testBot.app.watcher.troubles()).toEqual([]);
    expect(await testBot.app.store.health.setAside(9)).toEqual([]);
  });
});
