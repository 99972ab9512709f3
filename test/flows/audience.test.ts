/** Rooms that follow, for other people than customers: what executives and the desk's own people read of a whole outage, and who chooses it. */
import { afterEach, describe, expect, it } from 'vitest';
import { chat, PLACES, type Place, startTestBot, type TestBot, testDesk, thread } from '../support/bot/test-bot.ts';
import { inputs } from '../support/cards/walk.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const LEADERS = '19:leaders@thread.tacv2';
const OURS = '19:our-company@thread.v2';
const withRooms = (more = '') =>
  testDesk((text) =>
    text.replace(
      'followers:',
      `followers:
  - { id: leaders, audience: executive${more}, room: { kind: channel, conversation: "${LEADERS}" } }
  - { id: ours, audience: internal${more}, room: { kind: groupChat, conversation: "${OURS}" } }`,
    ),
  );

const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const inRoom = (room: string) => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(room));
/** All that people read there: notifications, cards, and what only some clients show of them. */
const readIn = (room: string) =>
  inRoom(room)
    .map((message) => `${message.summary}\n${testBot.teams.text(message)}\n${JSON.stringify(message.card)}`)
    .join('\n');

const NAMES = /Maya|Lindt|Priya|Nair|Tomás|Herrera|Ingrid|Sørensen|Jonas|Weber/;
const TECHNICAL =
  /Contoso Production|operations\.dynamics|core process|Update conflict|Invoices cannot|Investigating|Mitigating|Monitoring/;
const CONTACT = /32 ?12 ?34 ?56|maya@example/;
const NOTE = /ruled out the network/;

async function wholeOutage(): Promise<void> {
  await testBot.reports();
  await testBot.passes(7);
  await testBot.presses('priya', 'Acknowledge', root());
  await testBot.settles();
  const at = thread(root());
  await testBot.says('priya', 'note We ruled out the network.', at);
  const form = await testBot.presses('priya', 'Post update', root());
  await testBot.presses('priya', 'Send update', form, { text: 'A lock holds up all postings.', phase: 'mitigating', next: '30' }, at);
  await testBot.settles();
  await testBot.passes(31);
  await testBot.says('priya', 'hand over to @tomas', at);
  await testBot.says('tomas', 'accept', at);
  const end = await testBot.presses('tomas', 'Resolve', root());
  await testBot.presses('tomas', 'Resolve', end, { text: 'The lock is gone.' }, at);
  await testBot.settles();
}

describe('a room of executives', () => {
  it('reads what it stops, the promise and every update, and no name, place or technical word of the desk', async () => {
    testBot = await startTestBot({ desk: withRooms() });
    await wholeOutage();
    const read = readIn(LEADERS);
    expect(read).not.toMatch(NAMES);
    expect(read).not.toMatch(TECHNICAL);
    expect(read).not.toMatch(CONTACT);
    expect(read).not.toMatch(NOTE);
    const summaries = inRoom(LEADERS).map(({ summary }) => summary);
    expect(summaries).toEqual([
      expect.stringContaining('OUT-1001: It works again. Contoso ERP: “40 trucks wait”'),
      expect.stringContaining('OUT-1001: An engineer works on it. By an engineer at'),
      expect.stringContaining('OUT-1001: Cause found, we are fixing it'),
      expect.stringContaining('OUT-1001: update is late'),
      expect.stringContaining('OUT-1001: With another engineer'),
      expect.stringContaining('OUT-1001: It works again'),
    ]);
    const card = testBot.teams.text(inRoom(LEADERS)[0]);
    expect(card).toMatch(
      /^✓\s+OUT-1001: It works again\s+Impact\s+40 trucks wait\s.*Customer\s+Contoso ERP\s.*Promise\s+Kept: acknowledged after/s,
    );
    expect(read).toContain('A lock holds up all postings.');
    expect(read).toContain('The lock is gone.');
  });

  it('reads as little in the one message of what came in its quiet hours, and the desk its full names', async () => {
    // It is 10:00 in Copenhagen.
    testBot = await startTestBot({ desk: withRooms(', hours: { from: "09:00", until: "11:30" }') });
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const at = thread(root());
    for (const text of ['We look at the postings.', 'It takes longer.']) {
      const form = await testBot.presses('priya', 'Post update', root());
      await testBot.presses('priya', 'Send update', form, { text, phase: 'investigating', next: '120' }, at);
    }
    await testBot.says('priya', 'hand over to @tomas', at);
    await testBot.says('tomas', 'accept', at);
    await testBot.passes(95);
    const together = (room: string) => inRoom(room).find(({ summary }) => summary.includes('3 messages while'));
    const [theirs, ours] = [together(LEADERS), together(OURS)].map((message) => testBot.teams.text(message));
    expect(theirs).toContain('It takes longer.');
    expect(theirs).toContain('Contoso ERP: \u201C40 trucks wait\u201D');
    expect(readIn(LEADERS)).not.toMatch(NAMES);
    expect(readIn(LEADERS)).not.toMatch(TECHNICAL);
    expect(ours).toContain('Tomás Herrera');
  });

  it('reads the same when somebody asks there for the state; who did what is for their own chat', async () => {
    testBot = await startTestBot({ desk: withRooms(), quirks: [] });
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const there = thread(inRoom(LEADERS)[0]);
    const status = await testBot.says('priya', '/outage status OUT-1001', there);
    expect(status?.text).toContain('An engineer works on it');
    expect(status?.text).toContain('Kept: acknowledged after');
    const timeline = await testBot.says('priya', '/outage timeline OUT-1001', there);
    expect(timeline?.text).toContain('Ask me that in our own chat');
    for (const asked of ['/outage list', 'open outages', '/outage on-call'])
      expect((await testBot.says('priya', asked, there))?.text, asked).toContain('Ask me that in our own chat');
    expect(readIn(LEADERS)).not.toMatch(NAMES);
    expect(readIn(LEADERS)).not.toMatch(TECHNICAL);
    expect((await testBot.says('priya', 'timeline OUT-1001', chat('priya')))?.text).toContain('Priya Nair');
  });

  it('hears of maintenance without the names of environments', async () => {
    testBot = await startTestBot({ desk: withRooms() });
    const form = (await testBot.says('priya', '/outage maintenance', chat('priya'))) ?? undefined;
    const when = { fromDate: '2026-01-04', fromTime: '10:00', untilDate: '2026-01-04', untilTime: '12:00' };
    await testBot.presses('priya', 'Save maintenance', form, { where: 'contoso-erp/production', what: 'Update', ...when });
    await testBot.passes(1);
    while ((await testBot.app.maintenance.round()) > 0);
    expect(readIn(LEADERS)).toContain('Part of Contoso ERP: it runs until');
    expect(readIn(LEADERS)).not.toMatch(TECHNICAL);
    expect(readIn(OURS)).toContain('Contoso ERP, Contoso Production: it runs until');
  });
});

describe('a room of customers', () => {
  const withFirstNames = testDesk((text) =>
    text.replace('  timeZone: Europe/Copenhagen\n', '  timeZone: Europe/Copenhagen\n  engineerNames: first\n'),
  );

  it('reads first names also when an engineer asks there, where the desk file says so; alone and at the desk they read full ones', async () => {
    testBot = await startTestBot({ desk: withFirstNames, quirks: [] });
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    const there = thread(inRoom(PLACES.general)[0]);
    const asked = ['/outage status OUT-1001', '/outage timeline OUT-1001', '/outage list'] as const;
    for (const text of asked) {
      const said = await testBot.says('priya', text, there);
      expect(said?.text, text).toContain('Priya (support engineer)');
      expect(JSON.stringify(said?.card), text).not.toContain('Nair');
      expect((await testBot.says('priya', text, chat('priya')))?.text, text).toContain('Priya Nair');
      expect((await testBot.says('priya', text, { kind: 'channel', id: PLACES.desk }))?.text, text).toContain('Priya Nair');
    }
    expect((await testBot.says('priya', '/outage on-call', there))?.text).toContain('Ask me that in our own chat');
    expect((await testBot.says('priya', '/outage on-call', { kind: 'channel', id: PLACES.desk }))?.text).toContain('Priya Nair');
    expect(readIn(PLACES.general)).not.toContain('Nair');
  });
});

describe('a room of the own people', () => {
  it('reads who reported and who works on it in full, and no contact, note or file', async () => {
    testBot = await startTestBot({
      desk: testDesk((text) =>
        text
          .replace('  timeZone: Europe/Copenhagen\n', '  timeZone: Europe/Copenhagen\n  engineerNames: first\n')
          .replace('followers:', `followers:\n  - { id: ours, audience: internal, room: { kind: groupChat, conversation: "${OURS}" } }`),
      ),
    });
    await wholeOutage();
    const read = readIn(OURS);
    expect(read).toMatch(/Priya Nair.*Tomás Herrera/s);
    expect(testBot.teams.text(inRoom(OURS)[0])).toMatch(/Owner\s+Tomás Herrera.*Reported by\s+Maya Lindt.*Contoso Production/s);
    expect(read).not.toMatch(CONTACT);
    expect(read).not.toMatch(NOTE);
    // Customers read first names, as the desk file says.
    expect(readIn(PLACES.general)).not.toMatch(/Nair|Herrera/);
  });
});

describe('an administrator', () => {
  const group: Place = { kind: 'groupChat', id: '19:board@thread.v2' };
  const opensSetup = async () => {
    const invite = await testBot.says('ingrid', '/outage setup', group);
    return await testBot.presses('ingrid', 'Set up', invite ?? undefined, {}, group);
  };
  const chosen = (card: unknown) => inputs(card).find(({ id }) => id === 'audience');

  it('chooses for whom a room is; a card of before the choice leaves it as it is', async () => {
    testBot = await startTestBot();
    const card = await opensSetup();
    expect(chosen(card.card)?.value).toBe('customer');
    const saved = await testBot.presses('ingrid', 'Follow these projects', card, { projects: 'contoso-erp', audience: 'executive' }, group);
    expect(saved.text).toContain('Follows outages of Contoso ERP. For: Executives.');
    expect(chosen(saved.card)?.value).toBe('executive');
    await testBot.teams.until(() => readIn(group.id).includes('whether our promise was kept'));
    const old = { ...card, buttons: [{ title: 'x', verb: 'setup-follow', data: { projects: '*' } }], card: null };
    expect((await testBot.presses('ingrid', 'x', old, {}, group)).text).toContain('For: Executives.');
    await testBot.reports();
    expect(inRoom(group.id).at(-1)?.summary).toContain('OUT-1001: Waits for an engineer. Contoso ERP: “40 trucks wait”');
    // What was chosen counts for outages that are reported from then on; those that run stay as they were.
    await testBot.presses('ingrid', 'Follow these projects', await opensSetup(), { projects: '*', audience: 'customer' }, group);
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.settles();
    expect(inRoom(group.id).at(-1)?.summary).toContain('An engineer works on it');
  });
});
