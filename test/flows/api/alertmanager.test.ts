/** Prometheus Alertmanager as a client: what fires is reported or joined, once; what is resolved is a note and ends nothing. */
import { afterEach, describe, expect, it } from 'vitest';
import { createToldAlerts, seenIn } from '../../../src/api/alerts.ts';
import { alertsBody } from '../../../src/api/schemas.ts';
import { alertsSent, report, startApiBot } from '../../support/bot/api.ts';
import { MINUTE_MS, PLACES, type TestBot, thread } from '../../support/bot/test-bot.ts';

let bot: TestBot;
afterEach(async () => await bot.stop());

const STARTS = '2026-01-04T08:57:26.739266876+01:00';
const alert = (instance: string, more: object = {}) => ({
  status: 'firing',
  labels: { alertname: 'CheckoutDown', instance, severity: 'critical' },
  annotations: { summary: `${instance} does not answer`, description: `${instance}: 503 for 5 minutes` },
  startsAt: STARTS,
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus:9090/graph?g0.expr=up',
  fingerprint: `print-${instance}`,
  ...more,
});
/** As Alertmanager 0.27 sends it. */
const sent = (alerts: readonly object[], more: object = {}) => ({
  version: '4',
  groupKey: '{}:{alertname="CheckoutDown"}',
  truncatedAlerts: 0,
  status: 'firing',
  receiver: 'outage-desk',
  groupLabels: { alertname: 'CheckoutDown' },
  commonLabels: { alertname: 'CheckoutDown', severity: 'critical' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager:9093',
  alerts,
  ...more,
});
const FIRING = sent([alert('web-1'), alert('web-2')], { commonAnnotations: { summary: 'Checkout does not answer' } });
const RESOLVED = sent([alert('web-1', { status: 'resolved' }), alert('web-2', { status: 'resolved' })], {
  status: 'resolved',
  commonAnnotations: { summary: 'Checkout does not answer' },
});

const root = () => bot.teams.messages.find(({ conversationId }) => conversationId.startsWith(`${PLACES.desk};`));
const deskText = () =>
  bot.teams.messages
    .filter(({ conversationId }) => conversationId.startsWith(`${PLACES.desk};`))
    .map((one) => bot.teams.text(one))
    .join('\n');
const numbers = async () =>
  (await bot.app.store.outages.list({ projects: null, personId: null, states: null, limit: 50 })).map(({ outage }) => outage.number);
const state = async (number = 1001) => (await bot.app.store.outages.read((await bot.app.store.outages.idByNumber(number)) ?? ''))?.outage;

describe('alerts that fire', () => {
  it('and say more than an outage takes are cut at a whole character', async () => {
    bot = await startApiBot();
    const long = (length: number) => `${'x'.repeat(length)}\u{1F525}${'y'.repeat(200)}`;
    await alertsSent(
      bot,
      sent([alert('web-1', { annotations: { description: long(3_998) } })], { commonAnnotations: { summary: long(118) } }),
    );
    const { title, description } = (await state())?.report ?? { title: '', description: '' };
    expect([title, description]).toEqual([`${'x'.repeat(118)}\u2026`, `${'x'.repeat(3_998)}\u2026`]);
  });

  it('are an outage of the environment that the desk file names, with what they say', async () => {
    bot = await startApiBot();
    const { status, body } = await alertsSent(bot, FIRING);
    expect([status, body.result, body.outage.environment]).toEqual([201, 'created', 'production']);
    await bot.settles();
    for (const said of ['Checkout does not answer', 'web-2: 503 for 5 minutes', 'instance=web-1', 'Contoso Alertmanager'])
      expect(deskText()).toContain(said);
    expect((await state())?.report.beganAt).toBe(Date.parse('2026-01-04T07:57:26.739Z'));
  });

  it('are the same when they come again, in whatever order, also after people ended it; a new one among them is not', async () => {
    bot = await startApiBot();
    await alertsSent(bot, FIRING);
    const again = await alertsSent(bot, { ...FIRING, alerts: FIRING.alerts.toReversed() });
    expect([again.status, again.body.result]).toEqual([201, 'created']);
    await bot.settles();
    expect(deskText()).not.toContain('new note');
    const more = await alertsSent(bot, { ...FIRING, alerts: [...FIRING.alerts, alert('web-3')] });
    expect(more.body).toMatchObject({ result: 'joined', outage: { number: 'OUT-1001' } });
    await bot.settles();
    expect(deskText()).toMatch(/new note\n[\s\S]*By Contoso Alertmanager/);
    await bot.says('priya', 'resolve a certificate', thread(root()));
    await bot.settles();
    bot.clock.advance(240 * MINUTE_MS);
    expect((await alertsSent(bot, FIRING)).body.outage).toMatchObject({ number: 'OUT-1001', state: 'resolved' });
    expect(await numbers()).toEqual([1001]);
    const anew = FIRING.alerts.map((one) => ({ ...one, startsAt: '2026-01-04T13:00:00Z' }));
    expect((await alertsSent(bot, { ...FIRING, alerts: anew })).body).toMatchObject({ result: 'created', outage: { number: 'OUT-1002' } });
  });

  it('are not new because another of their group was resolved, joined it or went away', async () => {
    bot = await startApiBot();
    const [first, second] = [alert('web-1'), alert('web-2')];
    await alertsSent(bot, sent([first, second]));
    const over = { status: 'resolved', endsAt: '2026-01-04T09:00:00Z' };
    for (const group of [[first, alert('web-2', over)], [first], [second]])
      expect((await alertsSent(bot, sent(group))).body).toMatchObject({ result: 'created', outage: { number: 'OUT-1001' } });
    expect((await alertsSent(bot, sent([first, alert('web-3')]))).body.result).toBe('joined');
    await bot.settles();
    expect(deskText().match(/new note\n/g)).toHaveLength(1);
    await bot.says('priya', 'resolve a certificate', thread(root()));
    bot.clock.advance(30 * 24 * 60 * MINUTE_MS);
    for (const group of [
      [first, alert('web-3', over)],
      [second, alert('web-3')],
      [first, second, alert('web-3')],
    ])
      expect((await alertsSent(bot, sent(group))).body.outage).toMatchObject({ number: 'OUT-1001' });
    expect(await numbers()).toEqual([1001]);
    // One that was not there before, one that began anew, and the same in another group are new.
    expect((await alertsSent(bot, sent([first, alert('web-4')]))).body).toMatchObject({
      result: 'created',
      outage: { number: 'OUT-1002' },
    });
    const anew = alert('web-2', { startsAt: '2026-02-04T09:30:00Z' });
    expect((await alertsSent(bot, sent([first, anew]))).body).toMatchObject({ result: 'joined', outage: { number: 'OUT-1002' } });
    const other = sent([first], { groupKey: '{}:{alertname="Other"}' });
    expect((await alertsSent(bot, other)).body).toMatchObject({ result: 'joined', outage: { number: 'OUT-1002' } });
  });

  it.each([
    ['an earlier begin, the one of another Prometheus', '2026-01-04T08:57:16.739266876+01:00'],
    ['the same begin in another zone', '2026-01-04T07:57:26.739266876Z'],
  ])('are the same with %s, also after people ended it', async (_what, startsAt) => {
    bot = await startApiBot();
    await alertsSent(bot, FIRING);
    await bot.settles();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    bot.clock.advance(240 * MINUTE_MS);
    const moved = [alert('web-1', { startsAt }), alert('web-2')];
    for (let count = 0; count < 2; count++)
      expect((await alertsSent(bot, sent(moved))).body.outage).toMatchObject({ number: 'OUT-1001', state: 'resolved' });
    const anew = [alert('web-1', { startsAt: '2026-01-04T07:57:27.739Z' })];
    expect((await alertsSent(bot, sent(anew))).body).toMatchObject({ result: 'created', outage: { number: 'OUT-1002' } });
  });

  it('are new when a clock that was an hour ahead goes right again', async () => {
    bot = await startApiBot();
    const ahead = [alert('web-1', { startsAt: '2026-01-04T10:00:00Z' })];
    await alertsSent(bot, sent(ahead));
    expect((await alertsSent(bot, sent(ahead))).body.outage.number).toBe('OUT-1001');
    await bot.settles();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    bot.clock.advance(30 * MINUTE_MS);
    const right = [alert('web-1', { startsAt: '2026-01-04T09:29:00Z' })];
    expect((await alertsSent(bot, sent(right))).body.outage.number).toBe('OUT-1002');
  });

  it('that max_alerts left out of what was told are not new when they move up; what began later is', async () => {
    bot = await startApiBot();
    const [first, second, third] = [alert('web-1'), alert('web-2'), alert('web-3')];
    const later = alert('web-4', { startsAt: '2026-01-04T13:01:00Z' });
    await alertsSent(bot, sent([first, second], { truncatedAlerts: 1 }));
    await bot.settles();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    bot.clock.advance(240 * MINUTE_MS);
    // Nothing in this message is new, so it tells nobody of the fourth.
    await alertsSent(bot, sent([first, second], { truncatedAlerts: 2 }));
    await alertsSent(bot, sent([first, second], { truncatedAlerts: 'no number' }));
    expect((await alertsSent(bot, sent([second, third], { truncatedAlerts: 1 }))).body.outage.number).toBe('OUT-1001');
    expect((await alertsSent(bot, sent([third, later]))).body).toMatchObject({ result: 'created', outage: { number: 'OUT-1002' } });
  });

  it('that a bot until 0.9.0 told are known, and such a bot finds what it reads', async () => {
    bot = await startApiBot();
    const kept = new Map<string, unknown>([['alerts group', { alerts: ['hw7RigKbYC6rTG35'], by: 'old' }]]);
    const cache = { get: async (key: string) => kept.get(key), set: async (key: string, value: unknown) => void kept.set(key, value) };
    const told = createToldAlerts(cache, 'group');
    const seen = (...alerts: readonly object[]) => seenIn(alertsBody.parse(sent(alerts)));
    expect(await told.before(seen(alert('web-1')))).toBe('old');
    expect(await told.before(seen(alert('web-1'), alert('web-2')))).toBeNull();
    await told.now(seen(alert('web-2')), { by: 'new', hasMore: false, now: bot.clock.now() });
    expect(kept.get('alerts group')).toMatchObject({ alerts: expect.arrayContaining(['hw7RigKbYC6rTG35']), by: 'new' });
    expect(await told.before(seen(alert('web-1'), alert('web-2')))).toBe('new');
  });

  it('join what a person or another monitor reported', async () => {
    bot = await startApiBot();
    await report(bot);
    expect((await alertsSent(bot, FIRING)).body).toMatchObject({ result: 'joined', outage: { number: 'OUT-1001' } });
    expect(await numbers()).toEqual([1001]);
  });

  it('may be many, long and without a word: all of it fits', async () => {
    bot = await startApiBot();
    const many = Array.from({ length: 300 }, (_, index) => alert(`web-${index}-${'x'.repeat(300)}`, { annotations: {} }));
    const { status } = await alertsSent(bot, sent(many, { commonLabels: {}, groupLabels: {} }));
    expect(status).toBe(201);
    await bot.settles();
    const { report: stored } = (await state()) ?? {};
    expect(stored?.title).toBe('An alert of the monitor');
    expect(stored?.description.length).toBeLessThanOrEqual(4_000);
    expect(deskText()).toContain('alertname=CheckoutDown');
  });

  it.each([
    ['more than 512 KB', 900, 600],
    ['more than a thousand', 1_001, 0],
  ])('of the largest failure are reported, too: %s', async (_what, count, longer) => {
    bot = await startApiBot();
    const runbook = 'x'.repeat(longer);
    const many = Array.from({ length: count }, (_, index) => alert(`web-${index}`, { annotations: { runbook } }));
    expect(await alertsSent(bot, sent(many))).toMatchObject({ status: 201, body: { result: 'created' } });
    // What is refused is not sent again by Alertmanager, so the answer says how to send less.
    const huge = sent([alert('web-1', { annotations: { runbook: 'x'.repeat(4 * 1024 * 1024 - 100) } })]);
    const answer = await alertsSent(bot, huge).catch(() => null);
    expect(answer === null || answer.status === 413).toBe(true);
    expect(await numbers()).toEqual([1001]);
  });
});

describe('alerts that are resolved', () => {
  it('are a note where they were reported, once, and the outage stays open', async () => {
    bot = await startApiBot();
    await alertsSent(bot, FIRING);
    const resolved = await alertsSent(bot, RESOLVED);
    expect([resolved.status, resolved.body]).toMatchObject([200, { result: 'joined', outage: { number: 'OUT-1001', state: 'reported' } }]);
    await alertsSent(bot, RESOLVED);
    await bot.settles();
    expect(deskText().split('The monitor says that this works again: Checkout does not answer').length - 1).toBe(1);
    expect((await state())?.worksSince).toBe((await state())?.lastNote?.at);
    // It fires again: nobody believes any more that it works.
    await alertsSent(bot, { ...FIRING, alerts: [alert('web-1', { startsAt: '2026-01-04T09:30:00Z' })] });
    expect((await state())?.worksSince).toBeNull();
    await bot.passes(16);
    expect(deskText()).toContain('Priya Nair');
  });

  it('are told where they were joined, and nowhere where nothing of them is open', async () => {
    bot = await startApiBot();
    expect((await alertsSent(bot, RESOLVED)).body).toEqual({ result: 'nothing' });
    await bot.reports('maya');
    // Somebody else's outage, which these alerts have nothing to do with.
    expect((await alertsSent(bot, RESOLVED)).body).toEqual({ result: 'nothing' });
    await alertsSent(bot, FIRING);
    expect((await alertsSent(bot, RESOLVED)).body).toMatchObject({ result: 'joined', outage: { number: 'OUT-1001' } });
    expect((await state())?.worksSince).toBeNull();
    await bot.says('priya', 'resolve a certificate', thread(root()));
    const other = { ...RESOLVED, groupKey: '{}:{alertname="Other"}' };
    expect((await alertsSent(bot, other)).body).toEqual({ result: 'nothing' });
  });
});
