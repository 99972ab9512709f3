/** What goes wrong is told: to the desk in its channel, to probes, to Prometheus, and by silence. The real bot over HTTP. */
import { createServer } from 'node:http';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { PLACES, startTestBot, type TestBot } from '../../support/bot/test-bot.ts';
import { isAlarm } from '../../support/cards/alarms.ts';
import { readPrometheus } from '../../support/log/prometheus-text.ts';
import { cardText } from '../../support/teams/fake-teams.ts';

const PRIVATE = /maya|lindt|priya|jonas|32123456|32 12 34 56|example\.com|invoices|a1b2c3d4|tacv2|injected/i;

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
/** What the desk was told of the bots themselves: threads of their own, which no outage made. */
const alarms = () => inDesk().filter(({ summary }) => isAlarm(summary));
const summaries = () => alarms().map(({ summary }) => summary);
const toGeneral = ({ path, text }: { path: string; text: string }) => `${path} ${text}`.includes(PLACES.general);
async function probe(path = 'readyz') {
  const response = await fetch(`${testBot.url}/${path}`);
  return { status: response.status, body: (await response.json()) as { status: string; troubles: string[] } };
}
async function metrics() {
  const response = await fetch(`${testBot.url}/metrics`);
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text, samples: readPrometheus(text) };
}

describe('a follower that Teams refuses for good', () => {
  it('is named to the desk in its channel, once: which message of which outage was set aside, and why', async () => {
    testBot = await startTestBot();
    testBot.teams.failNext({ status: 403 }, { times: 99, matches: toGeneral });
    await testBot.reports();
    await testBot.watches(10);
    expect(summaries()).toEqual(['1 message was given up']);
    const [told] = alarms();
    expect(told?.conversationId).toMatch(/;messageid=/);
    expect(told?.conversationId).not.toBe(inDesk()[0]?.conversationId);
    const text = cardText(told?.card);
    expect(text).toContain('OUT-1001: the first message, for the follower "general"');
    expect(text).toContain('Why: Teams: 403');
    expect(text).toContain('Tell the people there in another way');
    expect((await probe()).body).toEqual({ status: 'ready', troubles: [] });
  });
});

describe('a Teams that is away', () => {
  it('in part: the desk hears of it, is told what to do, and hears the end', async () => {
    testBot = await startTestBot();
    testBot.teams.failNext({ status: 503 }, { times: 999, matches: toGeneral });
    await testBot.reports();
    await testBot.watches(10);
    expect(summaries()).toEqual(['Messages do not get through']);
    const text = cardText(alarms()[0]?.card);
    expect(text).toContain('1 message has waited for 1 minute: Teams refused it, or did not answer.');
    for (const said of ['OUT-1001', 'Teams: 503', 'Call the people who must know', 'client secret']) expect(text).toContain(said);
    testBot.teams.heal();
    await testBot.watches(3);
    expect(summaries()).toEqual(['Messages do not get through', 'Messages get through again']);
  });

  it('for ten minutes: the log and the probe say so, and the desk hears of it when it can', async () => {
    testBot = await startTestBot();
    const review = await testBot.reviews();
    testBot.teams.failNext({ status: 503 }, { times: 9_999 });
    await testBot.presses('maya', 'Send report', review);
    await testBot.watches(10);
    expect(summaries()).toEqual([]);
    const troubles = () => testBot.log.filter(({ message }) => message === 'trouble begins').map(({ fields }) => fields);
    expect(troubles()).toMatchObject([{ kind: 'deliveries-refused' }, { kind: 'desk-untold' }]);
    const { status, body } = await probe();
    expect(status).toBe(200);
    expect(body.status).toBe('ready, with trouble');
    // The four of a report, the three people who are told in person, and what its reporter is to be told: that the desk was not reached.
    expect(body.troubles).toEqual([
      expect.stringMatching(/^8 messages wait, the oldest for 10 minutes: Teams refused .* Check the service health of Teams/),
      expect.stringContaining('The support desk could not be told of trouble.'),
    ]);
    testBot.teams.heal();
    // Within 45 seconds all has been tried again.
    await testBot.passes(0.75);
    await testBot.watches(4);
    // By the time when the desk can hear of it, it is over: one message says both.
    expect(summaries()).toEqual(['Messages get through again']);
    const text = cardText(alarms()[0]?.card);
    for (const said of ['I could not tell you while it lasted.', 'It is over.']) expect(text).toContain(said);
    // Since its first check that found it, until its last.
    expect(text).toMatch(/TIME\(2026-01-04T09:01:\d\dZ\)[\s\S]*TIME\(2026-01-04T09:(09|10):\d\dZ\)/);
    expect(testBot.log.filter(({ message }) => message === 'trouble is over')).toHaveLength(2);
    expect((await probe()).body).toEqual({ status: 'ready', troubles: [] });
  });
});

describe('the probe', () => {
  it('is ready as long as reports can be stored, and names the trouble without naming people', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    // Nobody works: the deadlines of the ladder pass.
    testBot.clock.advance(16 * 60_000);
    await testBot.presses('jonas', 'Send report', await testBot.reviews('jonas'));
    testBot.clock.advance(61_000);
    await testBot.app.watcher.check();
    const { status, body } = await probe();
    expect(status).toBe(200);
    expect(body.troubles).toEqual([
      expect.stringMatching(/^1 deadline passed 2 minutes ago.* Check the logs/),
      expect.stringMatching(/^4 messages wait, the oldest for 1 minute, and no bot sends them\. .* restart the bots\.$/),
    ]);
    expect(JSON.stringify(body)).not.toMatch(PRIVATE);
  });

  it('is not ready when the loops of this bot have not come round for a minute', async () => {
    testBot = await startTestBot();
    await testBot.app.watcher.check();
    testBot.clock.advance(60_000);
    expect((await probe()).status).toBe(200);
    testBot.clock.advance(1);
    const { status, body } = await probe();
    expect({ status, said: body.status }).toEqual({ status: 503, said: 'this bot stands still' });
    expect(body.troubles).toEqual(['A bot has done nothing for 1 minute. Restart the bot whose /readyz says 503.']);
    expect((await fetch(`${testBot.url}/healthz`)).status).toBe(200);
  });

  it('is not ready when the store can not be written, and says what to look at', async () => {
    testBot = await startTestBot();
    await testBot.app.store.close();
    const { status, body } = await probe();
    expect(status).toBe(503);
    expect(body).toEqual({
      status: 'the store does not answer',
      troubles: ['The database cannot be read or written. Check DATABASE_URL, or the disk.'],
    });
  });
});

describe('the metrics', () => {
  it('are what Prometheus reads: what is open, late, sent, refused, repeated and set aside, and nothing about people', async () => {
    testBot = await startTestBot();
    testBot.teams.failNext({ status: 403 }, { times: 1, matches: toGeneral });
    testBot.teams.failNext('accept-and-reset', { matches: ({ text }) => text.includes('new outage') });
    await testBot.reports();
    await testBot.watches(16);
    await testBot.presses('priya', 'Acknowledge', inDesk()[0]);
    await testBot.reports('jonas');
    await testBot.app.watcher.check();
    const { status, type, samples, text } = await metrics();
    expect(status).toBe(200);
    expect(type).toMatch(/^text\/plain; version=0\.0\.4/);
    const value = (name: string, labels: Record<string, string> = {}) =>
      samples.find((one) => one.name === `outage_desk_${name}` && Object.entries(labels).every(([key, is]) => one.labels[key] === is))
        ?.value;
    expect(value('open_outages')).toBe(2);
    expect(value('deadlines_overdue')).toBe(0);
    expect(value('clock_skew_seconds')).toBe(0);
    expect(value('last_good_check_timestamp_seconds')).toBe(testBot.clock.now() / 1_000);
    expect(value('delivery_tries_total', { kind: 'opening', outcome: 'done' })).toBe(5);
    expect(value('delivery_tries_total', { kind: 'opening', outcome: 'never' })).toBe(1);
    expect(value('delivery_tries_total', { kind: 'opening', outcome: 'ambiguous' })).toBe(1);
    expect(value('delivery_tries_total', { kind: 'news', outcome: 'skipped' })).toBe(0);
    expect(value('delivery_repeats_total', { kind: 'opening' })).toBe(1);
    expect(value('deliveries_failed_total', { kind: 'opening' })).toBe(1);
    expect(value('deadline_lateness_seconds_count', { kind: 'ladder' })).toBe(1);
    expect(value('deadline_lateness_seconds_bucket', { kind: 'ladder', le: '10' })).toBe(1);
    expect(value('delivery_lateness_seconds_count', { kind: 'ping' })).toBe(1);
    expect(value('trouble', { kind: 'deliveries-refused' })).toBe(0);
    expect(samples.find(({ name }) => name === 'process_resident_memory_bytes')?.value).toBeGreaterThan(1_000_000);
    expect(text).not.toMatch(PRIVATE);
    const own = samples.filter(({ name }) => name.startsWith('outage_desk_'));
    expect(new Set(own.flatMap(({ labels }) => Object.keys(labels)))).toEqual(new Set(['kind', 'outcome', 'why', 'le', 'in_time']));
  });

  it('have the same series after eleven outages as after one', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.watches(1);
    const before = (await metrics()).samples.filter(({ name }) => name.startsWith('outage_desk_')).length;
    for (let index = 0; index < 10; index++) await testBot.reports(index % 2 ? 'maya' : 'jonas');
    await testBot.watches(1);
    expect((await metrics()).samples.filter(({ name }) => name.startsWith('outage_desk_'))).toHaveLength(before);
  });

  it('show what waits, and since when', async () => {
    testBot = await startTestBot();
    testBot.teams.failNext({ status: 503 }, { times: 999, matches: toGeneral });
    const review = await testBot.reviews();
    const storedAt = testBot.clock.now();
    await testBot.presses('maya', 'Send report', review);
    await testBot.watches(5);
    const { samples } = await metrics();
    const value = (name: string) => samples.find((one) => one.name === `outage_desk_${name}` && one.labels.why !== 'backlog')?.value;
    expect(value('deliveries_waiting')).toBe(1);
    expect(value('deliveries_waiting_oldest_seconds')).toBe((testBot.clock.now() - storedAt) / 1_000);
    expect(value('deliveries_late')).toBe(1);
    expect(samples.find(({ labels }) => labels.kind === 'deliveries-refused')?.value).toBe(1);
    const lastGood = (value('last_good_check_timestamp_seconds') ?? 0) * 1_000;
    expect(lastGood).toBeGreaterThan(storedAt);
    expect(lastGood).toBeLessThanOrEqual(storedAt + 60_000);
  });
});

describe('the heartbeat', () => {
  it('beats while all is well, and is silent in trouble', async () => {
    let beats = 0;
    const server = createServer((_request, response) => {
      beats += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close().closeAllConnections());
    const { port } = server.address() as { port: number };
    testBot = await startTestBot({ environment: { HEARTBEAT_URL: `http://127.0.0.1:${port}/ping/1` } });
    await testBot.watches(2);
    expect(beats).toBe(4);
    const review = await testBot.reviews();
    testBot.teams.failNext({ status: 503 }, { times: 9_999 });
    await testBot.presses('maya', 'Send report', review);
    // Until what waits is a minute old.
    await testBot.watches(2);
    const before = beats;
    expect(before).toBeLessThanOrEqual(6);
    await testBot.watches(8);
    expect(beats).toBe(before);
    testBot.teams.heal();
    await testBot.watches(2);
    expect(beats).toBeGreaterThanOrEqual(before + 2);
  });
});
