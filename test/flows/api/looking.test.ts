/** What a program reads by the API, and adds to it. */
import { afterEach, describe, expect, it } from 'vitest';
import { get, post, report, startApiBot } from '../../support/bot/api.ts';
import { MINUTE_MS, PLACES, type TestBot, thread } from '../../support/bot/test-bot.ts';

let bot: TestBot;
afterEach(async () => await bot.stop());

const root = () => bot.teams.messages.find(({ conversationId }) => conversationId.startsWith(`${PLACES.desk};`));
const notes = () => bot.teams.messages.filter(({ summary }) => summary.includes('new note')).length;

describe('a program that asks', () => {
  it('reads states and times, and what people wrote only with the permission for it', async () => {
    bot = await startApiBot();
    await bot.reports('maya');
    await bot.says('priya', 'ack', thread(root()));
    await bot.says('priya', 'update We look at the database', thread(root()));
    await bot.settles();
    const [plain, entered] = [await get(bot, '/api/outages/OUT-1001'), await get(bot, '/api/outages/OUT-1001', 'reader')];
    expect(plain.body).toMatchObject({ number: 'OUT-1001', state: 'acknowledged', resolvedAt: null, mergedInto: null });
    expect(Date.parse(plain.body.nextUpdateBy)).toBeGreaterThan(bot.clock.now());
    expect(plain.text).not.toContain('database');
    expect(plain.body).not.toHaveProperty('title');
    expect(entered.body).toMatchObject({ lastUpdate: 'We look at the database', title: 'Invoices cannot be posted' });
    // Neither who nor a contact, whatever the permission.
    for (const { text } of [plain, entered]) expect(text).not.toMatch(/Maya|Lindt|Priya|Nair|@example|\+\d\d/);
  });

  it('lists what is open in its own projects, what nobody has first', async () => {
    bot = await startApiBot();
    await bot.reports('maya');
    await bot.says('priya', 'ack', thread(root()));
    await report(bot, { project: 'harbour', environment: 'quay' }, { id: 'harbour-desk' });
    await bot.reports('jonas');
    const { body } = await get(bot, '/api/outages?state=open');
    expect(body.outages.map(({ number }: { number: string }) => number)).toEqual(['OUT-1003', 'OUT-1001']);
    expect(body.more).toBe(false);
    expect((await get(bot, '/api/outages?state=open', 'harbour-desk')).body.outages).toHaveLength(1);
    await bot.says('priya', 'resolve a certificate', thread(root()));
    expect((await get(bot, '/api/outages')).body.outages).toHaveLength(1);
    expect((await get(bot, '/api/outages?state=closed')).body).toMatchObject({ status: 400, code: 'unknown-state' });
  });

  it('gets one answer for what is not there, what is another customer’s, and what is no outage', async () => {
    bot = await startApiBot();
    await report(bot, { project: 'harbour', environment: 'quay' }, { id: 'harbour-desk' });
    await bot.says('priya', 'drill');
    await bot.settles();
    const paths = ['OUT-1001', '1001', 'OUT-9999', 'DRILL-1', '-1', 'REQ-1', 'x', "1'--", '0', '999999999', '%F0%9F%94%A5'];
    const answers = await Promise.all(paths.map((one) => get(bot, `/api/outages/${one}`)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'unknown-outage' } });
    expect((await get(bot, '/api/outages/OUT-1001', 'harbour-desk')).status).toBe(200);
    const noted = await post(bot, '/api/outages/OUT-1001/notes', { text: 'X' });
    expect(noted.text).toBe(answers[0]?.text);
  });

  it('reads nothing any more of what was removed', async () => {
    bot = await startApiBot();
    await report(bot);
    await bot.settles();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    bot.clock.advance(400 * 24 * 60 * MINUTE_MS);
    await bot.settles();
    bot.clock.advance(400 * 24 * 60 * MINUTE_MS);
    await bot.app.retention.step();
    const { body } = await get(bot, '/api/outages/1001', 'reader');
    expect(body).toMatchObject({ state: 'closed', title: '', description: '', resolution: '' });
    const refused = await post(bot, '/api/outages/1001/notes', { text: 'Still there?' });
    expect(refused.body).toMatchObject({ status: 409, code: 'already-ended' });
  });

  it('is written down where it is refused, as people are', async () => {
    bot = await startApiBot();
    await get(bot, '/api/outages/OUT-1234');
    expect((await report(bot, {}, { id: 'reader' })).body).toMatchObject({ status: 403, code: 'not-permitted' });
    await bot.app.auditor.idle();
    const lines = bot.log.filter(({ message }) => message === 'refused').map(({ fields }) => fields);
    expect(lines).toEqual([
      { by: 'client-monitor', what: 'see', reason: 'unknown-outage', client: 'api' },
      { by: 'client-reader', what: 'report', reason: 'not-permitted', client: 'api' },
    ]);
  });
});

describe('a note by the API', () => {
  it('is in the thread of the desk in the name of the client, once, however often it is sent', async () => {
    bot = await startApiBot();
    await bot.reports('maya');
    // The id of a report is not that of a note.
    await report(bot, {}, { webhookId: 'note-1' });
    await bot.settles();
    const send = (webhookId: string) => post(bot, '/api/outages/OUT-1001/notes', { text: 'Latency is 40 s' }, { webhookId });
    const [first, second] = await Promise.all([send('note-1'), send('note-1')]);
    expect([first.status, second.status, first.body.number]).toEqual([201, 201, 'OUT-1001']);
    await bot.passes(5);
    await send('note-1');
    await bot.settles();
    expect(notes()).toBe(2);
    // The same words in another message are said again.
    await send('note-2');
    await bot.settles();
    expect(notes()).toBe(3);
    const note = bot.teams.messages.findLast(({ summary }) => summary.includes('new note'));
    expect(note?.summary).toMatch(/^OUT-1001: new note\. By Contoso Monitoring at .*“Latency is 40 s”/);
  });
});
