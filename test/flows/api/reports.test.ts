/** A monitor reports by the API: on the same road as people, with the same promise, once, and joined to what is open. */
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { get, post, report, startApiBot } from '../../support/bot/api.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { ANSWERS, answersStep, MINUTE_MS, PLACES, type TestBot, thread } from '../../support/bot/test-bot.ts';
import { fakeClock } from '../../support/clock.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';

let bot: TestBot;
afterEach(async () => await bot.stop());

const atDesk = () => bot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(`${PLACES.desk};`));
const threads = () => new Set(atDesk().map(({ conversationId }) => conversationId));
const deskText = () =>
  atDesk()
    .map((one) => bot.teams.text(one))
    .join('\n');
const root = () => atDesk()[0];
/** Everything that is anywhere but at the desk. */
const elsewhere = () => JSON.stringify(bot.teams.messages.filter(({ conversationId }) => !conversationId.startsWith(PLACES.desk)));
const count = async () => (await bot.app.store.outages.list({ projects: null, personId: null, states: null, limit: 50 })).length;

describe('a report of a monitor', () => {
  it('is a thread at the desk in its name, is told to who follows, and is promised as any other', async () => {
    bot = await startApiBot();
    const { status, headers, body } = await report(bot, { impact: 'Nobody can order.', beganAt: '2026-01-04T08:58:00Z' });
    expect([status, body.result]).toEqual([201, 'created']);
    expect(headers.get('location')).toBe('/api/outages/OUT-1001');
    expect(body.outage).toMatchObject({ number: 'OUT-1001', state: 'reported', project: 'contoso-erp', environment: 'production' });
    expect(body.outage.acknowledgeBy).toBe(new Date(bot.clock.now() + 30 * MINUTE_MS).toISOString());
    await bot.settles();
    expect(threads().size).toBe(1);
    for (const said of ['OUT-1001', 'Sign-in fails for everybody', 'Probe 7 sees 503', 'Contoso Monitoring', 'Nobody can order'])
      expect(deskText()).toContain(said);
    expect(deskText()).not.toContain('please call them');
    expect(bot.teams.in(PLACES.announcements).length).toBeGreaterThan(0);
    await bot.passes(26);
    expect(deskText()).toContain('Priya Nair');
    const takenAt = bot.clock.now();
    await bot.says('priya', 'ack', thread(root()));
    await bot.settles();
    const now = await get(bot, '/api/outages/OUT-1001');
    expect(now.body).toMatchObject({ state: 'acknowledged', isLate: false });
    expect(now.body.acknowledgedAt).toBe(new Date(takenAt).toISOString());
  });

  it('says from where it came on the timeline, and to whom a question cannot be put', async () => {
    bot = await startApiBot();
    await report(bot);
    await bot.settles();
    await bot.says('priya', 'ask Since when?', thread(root()));
    await bot.settles();
    expect(deskText()).toContain('A program reported it and cannot reply');
    const timeline = await bot.says('priya', 'timeline', thread(root()));
    expect(timeline?.text).toContain('by the API');
    expect(timeline?.text).not.toContain('Teams, by the API');
  });

  it('may name somebody to call, whom the desk alone reads', async () => {
    bot = await startApiBot();
    const contact = { name: 'Jens Holm', phone: '+45 32 12 34 56', email: 'jens@contoso.example' };
    const { body } = await report(bot, { contact });
    await bot.settles();
    for (const said of Object.values(contact)) expect(deskText()).toContain(said);
    for (const said of Object.values(contact)) expect(elsewhere()).not.toContain(said);
    const seen = [body, (await get(bot, '/api/outages/1001', 'reader')).body, (await get(bot, '/api/outages', 'reader')).body];
    expect(JSON.stringify(seen)).not.toMatch(/Jens|32 12|jens@|Monitoring/);
    // It is the person's, and not the client's: it can be removed alone.
    expect(await bot.app.store.personal.find('jens@contoso.example')).toEqual([expect.stringMatching(/^call:/)]);
  });

  it.each([
    ['a sandbox', { environment: 'sandbox' }, '/environment'],
    ['an environment of another customer', { project: 'harbour', environment: 'quay' }, '/environment'],
    ['an environment that is nowhere', { project: 'moon', environment: 'quay' }, '/environment'],
    ['a scenario that is nowhere', { scenario: 'flood' }, '/scenario'],
    ['a number that nobody can call', { contact: { name: 'X', phone: '123' } }, '/contact/phone'],
    ['no address', { contact: { name: 'X', email: 'x' } }, '/contact/email'],
    ['a title of spaces', { title: '  \u200b ' }, '/title'],
    ['a title that is too long', { title: 'x'.repeat(121) }, '/title'],
    ['a time without its offset', { beganAt: '2026-01-04T08:58:00' }, '/beganAt'],
  ])('of %s is refused with the part that is wrong, and nothing is stored', async (_what, more, pointer) => {
    bot = await startApiBot();
    const { status, headers, body } = await report(bot, more);
    expect([status, headers.get('content-type'), body.code]).toEqual([422, 'application/problem+json', 'invalid']);
    expect(body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([pointer]);
    expect(await count()).toBe(0);
  });

  it('answers the same for what is nowhere and for what is of another customer', async () => {
    bot = await startApiBot();
    const [theirs, nowhere] = [await report(bot, { project: 'harbour', environment: 'quay' }), await report(bot, { project: 'moon' })];
    expect(theirs.text).toBe(nowhere.text);
  });

  it('counts a beginning that is still to come as now, and takes one without a scenario', async () => {
    bot = await startApiBot();
    const { scenario: _, ...unlisted } = { scenario: '', project: 'contoso-erp', environment: 'production', title: 'It is slow' };
    await post(bot, '/api/reports', { ...unlisted, beganAt: '2026-01-04T10:30:00+01:00' });
    const recorded = await bot.app.store.outages.read((await bot.app.store.outages.idByNumber(1001)) ?? '');
    expect(recorded?.outage.report).toMatchObject({ beganAt: bot.clock.now(), scenario: { id: 'not-listed' }, description: '' });
  });
});

describe('a report that is sent again', () => {
  it('is the same outage: at once, later, and after it ended', async () => {
    bot = await startApiBot();
    const first = await report(bot, {}, { webhookId: 'msg-1' });
    const [again, another] = await Promise.all([report(bot, {}, { webhookId: 'msg-1' }), report(bot, {}, { webhookId: 'msg-1' })]);
    expect([again.status, again.text, another.text]).toEqual([201, first.text, first.text]);
    await bot.settles();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    await bot.passes(60);
    const late = await report(bot, {}, { webhookId: 'msg-1' });
    expect(late.body).toMatchObject({ result: 'created', outage: { number: 'OUT-1001', state: 'resolved' } });
    expect(await count()).toBe(1);
    expect((await report(bot, {}, { webhookId: 'msg-2' })).body.outage.number).toBe('OUT-1002');
  });

  it('is the same of one client only: the ids of two clients have nothing to do with each other', async () => {
    bot = await startApiBot();
    await report(bot, {}, { webhookId: 'msg-1' });
    const other = await report(bot, { project: 'harbour', environment: 'quay' }, { webhookId: 'msg-1', id: 'harbour-desk' });
    expect(other.body).toMatchObject({ result: 'created', outage: { number: 'OUT-1002' } });
  });

  it('is the same after a restart, also where it had joined what ended meanwhile', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    const start = () => startApiBot({ clock, teams, store: (now) => openSqlite({ file, now, log: silentLog() }) });
    bot = await start();
    await report(bot, {}, { webhookId: 'msg-1' });
    const joined = await report(bot, { title: 'It fails in Tokyo too' }, { webhookId: 'msg-2' });
    expect([joined.status, joined.body.result]).toEqual([200, 'joined']);
    await bot.settles();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    await bot.settles();
    await bot.app.stop();
    bot = await start();
    clock.advance(20 * MINUTE_MS);
    const late = await report(bot, { title: 'It fails in Tokyo too' }, { webhookId: 'msg-2' });
    expect(late.body).toMatchObject({ result: 'joined', outage: { number: 'OUT-1001', state: 'resolved' } });
    await bot.settles();
    expect(await count()).toBe(1);
    expect(deskText().split('It fails in Tokyo too').length - 1).toBe(1);
  });
});

describe('a report of what is open already', () => {
  it('joins the outage that a person reported: the desk reads it there, and the answer says so', async () => {
    bot = await startApiBot();
    await bot.reports('maya');
    const contact = { name: 'Nina of the night shift', phone: '+45 70 25 91 84' };
    const { status, body } = await report(bot, { contact });
    expect([status, body.result, body.outage.number]).toEqual([200, 'joined', 'OUT-1001']);
    await bot.settles();
    expect([await count(), threads().size]).toEqual([1, 1]);
    expect(deskText()).toContain('Nina of the night shift, +45');
    expect(elsewhere()).not.toContain('Nina of the night shift');
    expect(deskText()).toMatch(/OUT-1001: new note\n[\s\S]*By Contoso Monitoring at/);
    expect(deskText()).toContain('Probe 7 sees 503');
    // The customers who follow are told nothing of it.
    expect(elsewhere()).not.toContain('Probe 7');
  });

  it('takes the one of the same kind, where several are open', async () => {
    bot = await startApiBot();
    await bot.reports('maya');
    await bot.reports('jonas');
    const { outages } = bot.app.store;
    const kinds = await Promise.all(
      [1001, 1002].map(async (one) => (await outages.read((await outages.idByNumber(one)) ?? ''))?.outage.report.scenario.id),
    );
    const by = bot.desk.actor(bot.desk.engineers[0] ?? { id: '' as never, name: '' });
    const changes = { scenario: { id: 'sign-in', title: 'Sign-in' } };
    await bot.app.engine.handle({ type: 'correct', outageId: (await outages.idByNumber(1002)) ?? '', by, changes, seen: null });
    expect(kinds).not.toContain('sign-in');
    expect((await report(bot)).body.outage.number).toBe('OUT-1002');
    expect((await report(bot, { scenario: kinds[0] })).body.outage.number).toBe('OUT-1001');
  });

  it('is an outage of its own where that ended in the very moment', async () => {
    bot = await startApiBot();
    await bot.reports('maya');
    const { outages } = bot.app.store;
    const id = (await outages.idByNumber(1001)) ?? '';
    const similar = outages.similar;
    const by = bot.desk.actor(bot.desk.engineers[0] ?? { id: '' as never, name: '' });
    outages.similar = async (filter) => {
      const found = await similar(filter);
      outages.similar = similar;
      await bot.app.engine.handle({ type: 'resolve', outageId: id, by, text: 'Over', seen: null });
      return found;
    };
    const { body } = await report(bot, {}, { webhookId: 'msg-1' });
    expect(body).toMatchObject({ result: 'created', outage: { number: 'OUT-1002', state: 'reported' } });
  });

  it('of another environment, or of another customer, is none of these', async () => {
    bot = await startApiBot();
    await report(bot);
    const other = await report(bot, { project: 'harbour', environment: 'quay' }, { id: 'harbour-desk' });
    expect(other.body).toMatchObject({ result: 'created', outage: { number: 'OUT-1002' } });
  });

  it('offers people the outage that a monitor reported', async () => {
    bot = await startApiBot();
    await report(bot);
    await bot.settles();
    const first = await bot.says('maya', '/outage');
    const second = await answersStep(bot, 'maya', first ?? undefined, ANSWERS.confirmation);
    const offer = await bot.presses('maya', ANSWERS.scenario.press, second);
    expect(offer.text).toContain('OUT-1001');
    await bot.presses('maya', 'Join this outage', offer);
    await bot.settles();
    await bot.says('priya', 'ack', thread(root()));
    await bot.settles();
    expect(bot.teams.in('a:maya').at(-1)?.summary).toContain('Acknowledged');
    expect(await count()).toBe(1);
  });
});
