/** What Prometheus reads of what people did: how long an acknowledgement took, what came of pages and files. */
import { afterEach, describe, expect, it } from 'vitest';
import { createPrometheus } from '../../src/monitoring/prometheus.ts';
import { PLACES, startTestBot, type TestBot, thread } from '../support/bot/test-bot.ts';
import { readPrometheus } from '../support/log/prometheus-text.ts';
import { PAGERS_YAML } from '../support/pagers/fake-pagers.ts';
import { pagingDesk, startPagingBot } from '../support/pagers/paging-bot.ts';

let bot: TestBot;
afterEach(() => bot?.stop());

const root = () => bot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
async function values(name: string, of = bot): Promise<Record<string, number>> {
  const samples = readPrometheus(await (await fetch(`${of.url}/metrics`)).text());
  const found = samples.filter((sample) => sample.name === `outage_desk_${name}`);
  return Object.fromEntries(found.map(({ labels, value }) => [Object.values(labels).join(), value]));
}

describe('the time to acknowledge', () => {
  it('is counted from the report to its first acknowledgement, once, and whether it was in time', async () => {
    bot = await startTestBot({ quirks: [] });
    await bot.reports();
    await bot.passes(7);
    await bot.presses('priya', 'Acknowledge', root());
    expect(await values('acknowledged_seconds_sum')).toEqual({ yes: 420, no: 0 });
    await bot.says('priya', 'release I have to leave', thread(root()));
    await bot.passes(5);
    await bot.says('tomas', 'ack', thread(root()));
    expect(await values('acknowledged_seconds_count')).toEqual({ yes: 1, no: 0 });
  });

  it('after the deadline is not in time', async () => {
    bot = await startTestBot({ quirks: [] });
    await bot.reports();
    await bot.passes(31);
    await bot.presses('priya', 'Acknowledge', root());
    const { yes, no } = await values('acknowledged_seconds_sum');
    expect([yes, Math.floor((no ?? 0) / 60)]).toEqual([0, 31]);
  });

  it('of a drill is not counted', async () => {
    bot = await startTestBot({ quirks: [] });
    await bot.says('priya', '/outage drill');
    await bot.settles();
    const started = await bot.app.store.outages.list({ projects: null, personId: null, states: null, series: 'drill', limit: 5 });
    for (const { outage } of started)
      await bot.app.engine.handle({ type: 'acknowledge', outageId: outage.id, by: bot.desk.actor(outage.reporter) });
    expect(await values('acknowledged_seconds_count')).toEqual({ yes: 0, no: 0 });
  });
});

describe('pages and files', () => {
  it('are counted by what came of them', async () => {
    bot = await startPagingBot(pagingDesk(PAGERS_YAML), { quirks: [] });
    await bot.reports();
    await bot.passes(25.5);
    const pages = await values('pages_total');
    expect(pages.accepted).toBeGreaterThan(0);
    expect(pages.missed).toBe(0);
  });

  it('start at 0, so that an alert has a value before the first, and a refused file is counted by its reason', async () => {
    bot = await startTestBot({ quirks: [] });
    const { metrics, page } = createPrometheus();
    metrics.fileRefused('too-large');
    const samples = readPrometheus((await page()).text).filter(({ name }) => name === 'outage_desk_files_total');
    expect(samples.filter(({ value }) => value > 0)).toMatchObject([{ labels: { outcome: 'too-large' }, value: 1 }]);
    expect(await values('files_total')).toMatchObject({ added: 0, gone: 0 });
  });
});
