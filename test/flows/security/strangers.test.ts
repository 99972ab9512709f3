/** Answers in rooms that others read reveal nothing about another customer. For forged presses see replay.test.ts. */
import { afterEach, describe, expect, it } from 'vitest';
import { PLACES, type Place, startTestBot, type TestBot, testDesk, withHarbour } from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };

/** A second customer, whose reporter is Aiko. */
const twoCustomers = () =>
  testDesk((text) =>
    withHarbour(text).replace(
      'kind: channel, conversation: "19:contoso-erp@thread.tacv2" }',
      'kind: channel, conversation: "19:contoso-erp@thread.tacv2" }\n    projects: [contoso-erp]',
    ),
  );

describe('in a room that others read', () => {
  it('an acknowledgement by number tells nothing of the outage of another customer', async () => {
    testBot = await startTestBot({ desk: twoCustomers() });
    await testBot.reports('aiko');
    const before = testBot.teams.messages.length;
    const answer = await testBot.says('priya', 'ack OUT-1001', general);
    await testBot.settles();
    expect(answer?.text).toContain('OUT-1001: Acknowledged by Priya Nair');
    const there = testBot.teams.messages.slice(before).filter(({ conversationId }) => conversationId === general.id);
    expect(JSON.stringify(there)).not.toMatch(/Invoices|trucks|Harbour|Aiko/);
  });

  it('a check names no project and no person', async () => {
    const change = (text: string) => text.replace('secondary: [tomas]', 'secondary: []');
    testBot = await startTestBot({ desk: testDesk(change) });
    const answer = await testBot.says('priya', '/outage check', general);
    expect(answer?.text).toContain('Ask me that in our own chat');
    expect((await testBot.says('priya', '/outage check', { kind: 'channel', id: PLACES.desk }))?.text).not.toContain('our own chat');
  });

  it('a press outside of the desk shows no phone number of the reporter', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.settles();
    const root = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
    expect((await testBot.presses('priya', 'Acknowledge', root)).text).toContain('+45 32 12 34 56');
    expect((await testBot.presses('priya', 'Acknowledge', root, {}, general)).text).not.toContain('+45 32 12 34 56');
  });
});
