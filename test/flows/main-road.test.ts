/** The requirement as a story: report, thread, acknowledge, pings, updates, resolution, told to everybody whom it concerns. */
import { afterEach, describe, expect, it } from 'vitest';
import { ANSWERS, answersStep, fillReport, PLACES, show, startTestBot, type TestBot, thread } from '../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const deskThread = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const inDesk = () => testBot.teams.in(deskThread()?.conversationId ?? '');
const summaries = (conversationId: string) => testBot.teams.in(conversationId).map(({ summary }) => summary);

describe('a report', () => {
  it('becomes a thread in the desk channel that says everything, and a receipt that says what happens next', async () => {
    testBot = await startTestBot();
    const receipt = await testBot.reports();
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    expect(receipt.text).toContain('acknowledges it by 10:30 (Copenhagen time)');
    const root = testBot.teams.text(deskThread());
    for (const said of [
      'OUT-1001: new outage',
      'Invoices cannot be posted',
      'Contoso ERP',
      '+45 32 12 34 56',
      'maya@example.com',
      '40 trucks wait',
    ]) {
      expect(root).toContain(said);
    }
    expect(JSON.stringify(deskThread()?.card)).toContain('a1b2c3d4-0000-4000-8000-000000000002');
  });

  it('shows the phone number and the e-mail address in the desk channel and nowhere else', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.passes(31);
    await testBot.presses('priya', 'Acknowledge', deskThread());
    await testBot.settles();
    const elsewhere = testBot.teams.messages.filter(
      ({ conversationId }) => !conversationId.startsWith(PLACES.desk) && conversationId !== 'a:maya',
    );
    expect(elsewhere.length).toBeGreaterThan(5);
    for (const { card } of elsewhere) expect(JSON.stringify(card)).not.toMatch(/32123456|32 12 34 56|maya@example/);
  });

  it('is heard by those who follow: a thread in a channel, a card in a group chat', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const general = testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.general));
    expect(general).toHaveLength(1);
    expect(testBot.teams.in(PLACES.announcements)).toHaveLength(1);
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).toContain('Not acknowledged yet');
  });

  it('exists once, however often Done is pressed, also at the same time', async () => {
    testBot = await startTestBot();
    const review = await fillReport(testBot, 'maya', (await testBot.says('maya', '/outage')) ?? undefined);
    const receipts = await Promise.all([1, 2, 3].map(() => testBot.presses('maya', 'Send report', review)));
    await testBot.settles();
    for (const receipt of receipts) expect(receipt.text).toContain('OUT-1001');
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001');
    await testBot.settles();
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))).toHaveLength(1);
  });
});

describe('words after /outage', () => {
  it('are the title already', async () => {
    testBot = await startTestBot();
    let shown = await testBot.says('maya', '/outage Nobody can post invoices');
    shown = await answersStep(testBot, 'maya', shown ?? undefined, ANSWERS.confirmation);
    shown = await answersStep(testBot, 'maya', shown, ANSWERS.scenario);
    expect(JSON.stringify(shown.card)).toContain('"value":"Nobody can post invoices"');
  });
});

describe('an acknowledgement', () => {
  it('by the button edits the card, says who and after how long, in the thread, where it was reported, and to followers', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.passes(7);
    const after = await testBot.presses('priya', 'Acknowledge', deskThread());
    expect(after.buttons.slice(-5).map(({ title }) => title)).toEqual([
      ...['Post update', 'Ask reporter', 'Post "Nothing new"', 'Resolve', 'More'],
    ]);
    await testBot.settles();
    for (const place of [deskThread()?.conversationId ?? '', 'a:maya', PLACES.announcements])
      expect(summaries(place).at(-1)).toMatch(/^OUT-1001: Acknowledged\. By Priya Nair at .*, after 7 minutes$/);
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('Next update by 10:37 (Copenhagen time)');
    expect(testBot.teams.text(deskThread())).toContain('OUT-1001: Acknowledged by Priya Nair');
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).toContain('Acknowledged by Priya Nair');
  });

  it('by the word in the thread does the same', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    expect(await testBot.says('priya', 'ack', thread(deskThread()))).toBeNull();
    await testBot.settles();
    expect(summaries('a:maya').at(-1)).toMatch(/^OUT-1001: Acknowledged\. By Priya Nair at .*, after 0 seconds$/);
  });

  it('by the number, in any place, takes the outage that is named', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.reports('jonas');
    expect((await testBot.says('priya', 'ack OUT-1003'))?.text).toContain('I do not know that outage');
    expect((await testBot.says('jonas', 'ack OUT-1002'))?.text).toContain('Only engineers');
    expect((await testBot.says('priya', 'ack OUT-1002, on it'))?.text).toContain('OUT-1002: Acknowledged by Priya Nair');
    await testBot.settles();
    expect(summaries('a:jonas').at(-1)).toMatch(/^OUT-1002: Acknowledged\. By Priya Nair at .*, after 0 seconds$/);
    expect(summaries('a:maya').join()).not.toContain(': Acknowledged');
  });

  it('of two at once goes to one; the other is told who and when', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const answers = await Promise.all([
      testBot.presses('priya', 'Acknowledge', deskThread()),
      testBot.presses('tomas', 'Acknowledge', deskThread()),
    ]);
    await testBot.settles();
    const lost = answers.filter(({ text }) => /already acknowledged OUT-1001/.test(text));
    expect(lost).toHaveLength(1);
    expect(lost[0]?.text).toMatch(/(Priya Nair|Tomás Herrera) already acknowledged OUT-1001/);
    expect(inDesk().filter(({ summary }) => summary.includes('OUT-1001: Acknowledged. By'))).toHaveLength(1);
  });

  it('is refused with a reason to somebody who is no engineer', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    expect((await testBot.presses('jonas', 'Acknowledge', deskThread())).said).toContain('Only engineers');
    expect((await testBot.says('jonas', 'ack', thread(deskThread())))?.text).toContain('Only engineers');
    // In the same words for an outage that is not there.
    expect((await testBot.says('jonas', 'ack OUT-1009'))?.text).toContain('Only engineers');
    await testBot.settles();
    expect(testBot.teams.text(deskThread())).toContain('OUT-1001: new outage');
  });
});

describe('the ladder', () => {
  it('reminds at 15 minutes, calls at 25 also directly, breaks at 30 and tells the reporter, then repeats every 10', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.passes(14.5);
    expect(inDesk()).toHaveLength(1);
    await testBot.passes(0.5);
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001: please acknowledge');
    expect(testBot.teams.text(inDesk().at(-1))).toContain(
      '<at>Priya Nair</at>: you are the primary; you were pinged at {{TIME(2026-01-04T09:00:00Z)}} already.',
    );
    expect(testBot.teams.text(inDesk().at(-1))).toContain(
      '<at>Tomás Herrera</at>: you are the secondary; the primary was pinged at {{TIME(2026-01-04T09:00:00Z)}}, no answer.',
    );
    await testBot.passes(10);
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001: deadline is near');
    for (const person of ['priya', 'tomas', 'ingrid'])
      expect(summaries(`a:chat-with-29:${person}`)).toEqual(['OUT-1001: deadline is near']);
    await testBot.passes(5);
    expect(inDesk().at(-1)?.summary).toBe('OUT-1001: late, acknowledge it now');
    expect(summaries('a:maya').at(-1)).toBe('OUT-1001: late, not acknowledged yet');
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('+45 70 10 20 30');
    await testBot.passes(30);
    expect(inDesk().filter(({ summary }) => summary === 'OUT-1001: still not acknowledged')).toHaveLength(3);
    expect(summaries('a:maya').filter((summary) => summary === 'OUT-1001: late, not acknowledged yet')).toHaveLength(1);
  });

  it('ends with the acknowledgement, a late one too, which is on the record as late', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.passes(42);
    await testBot.presses('ingrid', 'Acknowledge', deskThread());
    await testBot.settles();
    const pings = inDesk().length;
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('We promised 30 minutes. We are sorry that it took longer.');
    await testBot.passes(25);
    expect(inDesk()).toHaveLength(pings);
  });

  it('can be taken from the direct message', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.passes(25);
    const direct = testBot.teams.in('a:chat-with-29:tomas')[0];
    await testBot.presses('tomas', 'Acknowledge', direct, {}, { kind: 'personal', id: 'a:chat-with-29:tomas' });
    await testBot.settles();
    expect(testBot.teams.text(deskThread())).toContain('Acknowledged by Tomás Herrera');
  });
});

describe('updates and the end', () => {
  it('go to the thread, to where it was reported and to those who follow, with the time of the next one', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    const desk = await testBot.presses('priya', 'Acknowledge', deskThread());
    const form = await testBot.presses('priya', 'Post update', desk, {}, thread(deskThread()));
    await testBot.presses(
      'priya',
      'Send update',
      form,
      { text: 'A lock on the batch table. We are clearing it.', phase: 'mitigating', next: '60' },
      thread(deskThread()),
    );
    await testBot.settles();
    for (const conversation of [deskThread()?.conversationId ?? '', 'a:maya', PLACES.announcements]) {
      const last = testBot.teams.in(conversation).at(-1);
      expect(last?.summary).toMatch(/^OUT-1001: Mitigating\. By Priya Nair at .*\. \u201CA lock on the batch table\. /);
      expect(testBot.teams.text(last)).toContain('A lock on the batch table.');
    }
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('Next update by 11:00 (Copenhagen time)');
  });

  it('by words in the thread keep their lines; the resolution ends it for everybody', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.says('priya', 'ack', thread(deskThread()));
    await testBot.says('priya', 'update First line\nSecond line', thread(deskThread()));
    await testBot.says('priya', 'resolve Posting works again since 10:05.', thread(deskThread()));
    await testBot.settles();
    expect(testBot.teams.text(testBot.teams.in('a:maya').find(({ summary }) => summary.includes('First line')))).toContain(
      'First line\nSecond line',
    );
    expect(summaries('a:maya').at(-1)).toMatch(/^OUT-1001: Resolved\. By /);
    expect(testBot.teams.text(deskThread())).toContain('OUT-1001: Resolved');
    expect(show(deskThread()?.card).buttons.map(({ title }) => title)).toEqual(['Write review', 'More']);
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).toContain('Posting works again');
  });

  it('ask the owner when the promised update does not come, then the level above, and tell followers once that there is none', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', deskThread());
    await testBot.passes(45);
    const nudges = inDesk().filter(({ summary }) => summary === 'OUT-1001: update is late');
    expect(nudges).toHaveLength(2);
    expect(testBot.teams.text(nudges[0])).toContain('<at>Priya Nair</at>: the next update was due by');
    expect(testBot.teams.text(nudges[0])).not.toContain('Tomás');
    expect(testBot.teams.text(nudges[1])).toMatch(
      /<at>Tomás Herrera<\/at>: you are the secondary. The owner, Priya Nair, has not posted the update that was due by/,
    );
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).toContain('The update is late: it was due by');
    expect(summaries(PLACES.announcements).filter((summary) => summary === 'OUT-1001: update is late')).toHaveLength(1);
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('We asked Priya Nair for it.');
  });

  it('from the card as it is now are taken, whoever took the outage', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', deskThread());
    await testBot.settles();
    const form = await testBot.presses('tomas', 'Resolve', deskThread());
    await testBot.presses('tomas', 'Resolve', form, { text: 'It works again.' }, thread(deskThread()));
    await testBot.settles();
    expect(summaries('a:maya').at(-1)).toMatch(/^OUT-1001: Resolved\. By /);
  });

  it('keep what was typed when somebody else changed the outage meanwhile', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.presses('priya', 'Acknowledge', deskThread());
    await testBot.settles();
    const form = await testBot.presses('priya', 'Post update', deskThread());
    await testBot.says('tomas', 'update I restarted the service.', thread(deskThread()));
    await testBot.settles();
    const again = await testBot.presses(
      'priya',
      'Send update',
      form,
      { text: 'My long text', phase: 'monitoring', next: '30' },
      thread(deskThread()),
    );
    expect(again.text).toContain('Tomás Herrera changed it');
    expect(JSON.stringify(again.card)).toContain('My long text');
    await testBot.presses('priya', 'Send update', again, { text: 'My long text', phase: 'monitoring', next: '30' }, thread(deskThread()));
    await testBot.settles();
    expect(inDesk().at(-1)?.summary).toMatch(/^OUT-1001: Monitoring\. By Priya Nair at /);
  });
});
