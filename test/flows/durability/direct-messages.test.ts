/** The bot's chats with people: made when they are needed, remembered, and made anew when Teams has forgotten them. */
import { afterEach, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import { TENANT, teamOf } from '../../support/bot/users.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const tomas = 'a:chat-with-29:tomas';

/** Tomás has a chat with the bot since the first outage, and is about to be called for a second. */
async function calledOnce(): Promise<void> {
  testBot = await startTestBot();
  await testBot.reports();
  await testBot.passes(25);
  await testBot.presses(
    'priya',
    'Acknowledge',
    testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
  );
  await testBot.reports('jonas');
  await testBot.passes(24);
}
const toTomas = { matches: ({ path }: { path: string }) => path.includes(`${tomas}/activities`) };

it('a chat that is gone is made anew, and the ping arrives in it once', async () => {
  await calledOnce();
  testBot.teams.failNext({ status: 404 }, toTomas);
  await testBot.passes(1);
  // Teams has not said which group the channel is of, so there is no link that might not open.
  expect(JSON.stringify(testBot.teams.in(tomas))).not.toContain('Open thread');
  expect(testBot.teams.in(tomas).map(({ summary }) => summary)).toEqual([
    expect.stringContaining('OUT-1001'),
    'OUT-1002: deadline is near',
  ]);
  const made = testBot.teams.received.filter(({ path, text }) => path === '/conversations' && text.includes('29:tomas'));
  expect(made).toHaveLength(2);
  expect(testBot.teams.messages.filter(({ summary }) => summary.includes('no longer arrive'))).toEqual([]);
});

it('a call whose answer was lost is repeated as any other message: once, and labelled', async () => {
  await calledOnce();
  testBot.teams.failNext('accept-and-reset', toTomas);
  await testBot.passes(2);
  const isLabelled = testBot.teams.in(tomas).map((message) => testBot.teams.text(message).includes('Sent again'));
  expect(isLabelled).toEqual([false, false, true]);
});

it('a person whom Teams refuses for good is named to the desk, once', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  testBot.teams.failNext({ status: 403 }, { ...toTomas, times: 9 });
  await testBot.passes(26);
  const told = testBot.teams.messages.filter(({ summary }) => summary.includes('updates do not reach'));
  expect(told.map(({ summary }) => summary)).toEqual([expect.stringContaining('Tomás Herrera')]);
  expect(told[0]?.conversationId.startsWith(PLACES.desk)).toBe(true);
});

it("16.4: a ping in an engineer's own chat opens the desk's thread, where Teams said its group; nobody else gets the link", async () => {
  testBot = await startTestBot();
  const group = '5f6d7c8b-0000-4000-8000-000000000001';
  const links = () => testBot.teams.messages.filter(({ card }) => JSON.stringify(card).includes('/l/message/'));
  const team = { id: teamOf(PLACES.desk), aadGroupId: group, name: 'Support' };
  const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], channelData: { eventType: 'teamMemberAdded', team } };
  await testBot.post(testBot.activity('priya', { kind: 'channel', id: PLACES.desk }, added));
  await testBot.reports();
  await testBot.passes(25);
  const [channel = '', message = ''] = (
    testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk))?.conversationId ?? ''
  ).split(';messageid=');
  const url = new URL(JSON.stringify(testBot.teams.in(tomas).at(-1)?.card).match(/"title":"Open thread","url":"([^"]+)"/)?.[1] ?? 'none:');
  expect(decodeURIComponent(url.pathname)).toBe(`/l/message/${channel}/${message}`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    tenantId: TENANT,
    groupId: group,
    parentMessageId: message,
    createdTime: message,
  });
  const engineers = ['ingrid', 'priya', 'tomas'].map((person) => `a:chat-with-29:${person}`);
  expect([...new Set(links().map(({ conversationId }) => conversationId))].sort()).toEqual(engineers);
});
