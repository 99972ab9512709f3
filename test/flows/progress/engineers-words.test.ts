/** What engineers type acts on the outage that they mean, or they get it back; it never acts on another outage. */
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, startTestBot, type TestBot, thread } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const desks = () => testBot.teams.messages.filter(({ card, conversationId }) => conversationId.startsWith(PLACES.desk) && cardIsRoot(card));
const cardIsRoot = (card: unknown) => JSON.stringify(card).includes('Customer');

describe('words in a thread', () => {
  it.each(['resolve', 'update'])('that name another outage are refused: %s', async (command) => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports('jonas');
    const [one] = desks();
    const answer = await testBot.says('priya', `${command} OUT-1002 restarted the batch server`, thread(one));
    expect(answer?.text).toContain('I do not see which outage you mean');
    await testBot.settles();
    expect(testBot.teams.text(one)).toContain('OUT-1001: new outage');
    expect(
      testBot.teams
        .in('a:maya')
        .map(({ summary }) => summary)
        .join(),
    ).not.toContain('OUT-1002');
    expect(await testBot.says('priya', `${command} OUT-1001 restarted the batch server`, thread(one))).toBeNull();
  });

  it('that show nothing are asked for again, typed or in the form', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const [root] = desks();
    await testBot.says('priya', 'ack', thread(root));
    expect((await testBot.says('priya', 'update \u2063\uFE0F\u2800', thread(root)))?.text).toContain('Say what people should know');
    await testBot.settles();
    const form = await testBot.presses('priya', 'Post update', root);
    const inputs = { text: '\u200B\u3164', phase: 'monitoring', next: '30' };
    expect((await testBot.presses('priya', 'Send update', form, inputs, thread(root))).text).toContain('This is needed.');
  });
});

it('3.5: "nothing new" a moment after the last update says that nothing was sent, and when the next one is due', async () => {
  testBot = await startTestBot();
  await testBot.reports();
  const [root] = desks();
  await testBot.says('priya', 'ack', thread(root));
  expect(await testBot.says('priya', 'nothing new', thread(root))).toBeNull();
  await testBot.settles();
  const before = testBot.teams.in(thread(root).id).length;
  const again = await testBot.says('priya', 'nothing new', thread(root));
  expect(again?.text).toMatch(/^Everybody had an update at .+ already, so nothing was sent\. Next update by .+\./);
  await testBot.settles();
  // The answer alone.
  expect(testBot.teams.in(thread(root).id)).toHaveLength(before + 1);
});

describe('an acknowledgement by number', () => {
  it('is answered where it was typed, when that is not the thread', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    expect((await testBot.says('priya', 'ack OUT-1001'))?.text).toContain('OUT-1001: Acknowledged by Priya Nair');
    await testBot.reports('jonas');
    expect((await testBot.says('priya', 'ack OUT-1002', thread(desks()[0])))?.text).toContain('OUT-1002: Acknowledged by Priya Nair');
  });
});

describe('the text of a form', () => {
  it('comes back when somebody else resolved the outage meanwhile, and is told to nobody', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const [root] = desks();
    await testBot.presses('priya', 'Acknowledge', root);
    await testBot.settles();
    const form = await testBot.presses('priya', 'Resolve', root);
    await testBot.says('tomas', 'resolve Restarted', thread(root));
    await testBot.settles();
    const after = await testBot.presses('priya', 'Resolve', form, { text: 'The lock on table 7 was it' }, thread(root));
    expect(after.text).toContain('Tomás Herrera resolved OUT-1001');
    expect(JSON.stringify(after.card)).toContain('The lock on table 7 was it');
    await testBot.settles();
    expect(JSON.stringify(testBot.teams.messages)).not.toContain('table 7');
  });

  it('sent twice shows the resolved outage', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const [root] = desks();
    await testBot.presses('priya', 'Acknowledge', root);
    await testBot.settles();
    const form = await testBot.presses('priya', 'Resolve', root);
    for (const _press of [1, 2]) {
      const after = await testBot.presses('priya', 'Resolve', form, { text: 'Restarted' }, thread(root));
      expect(after.text).toContain('OUT-1001: Resolved');
    }
  });
});
