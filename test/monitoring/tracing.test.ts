/** One trace from the press to Teams' answer, through the real bot; and nothing of people in it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTracing } from '../../src/monitoring/start-tracing.ts';
import { NO_TRACING } from '../../src/monitoring/tracing.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { objectId, offers, PEOPLE, PLACES, SEND_TOO, startTestBot, type TestBot, testDesk, thread } from '../support/bot/test-bot.ts';
import { fakeClock } from '../support/clock.ts';
import { heard, personalIn } from '../support/log/leak-check.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { isChildOf, type KeptSpans, keepSpans, traceOf, written } from '../support/monitoring/spans.ts';
import { startFakeTeams } from '../support/teams/fake-teams.ts';
import { until } from '../support/until.ts';

const inDesk = ({ teams }: TestBot) => teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));

/** Runs a story and gives the spans of all that happened in it. */
async function traced(story: (bot: TestBot) => Promise<void>, options: Parameters<typeof startTestBot>[0] = {}): Promise<KeptSpans> {
  const kept = keepSpans();
  const bot = await startTestBot({ quirks: [], ...options, overrides: { ...options.overrides, spans: kept } });
  try {
    await story(bot);
  } finally {
    await bot.stop();
  }
  return kept;
}

describe('the trace of a report', () => {
  it('goes from the press through the decision and the transaction to each answer of Teams', async () => {
    const kept = await traced(async (bot) => void (await bot.reports()));
    const action = kept.only('action report');
    const inTrace = kept.spans.filter((span) => traceOf(span) === traceOf(action));
    const turn = inTrace.find(({ name }) => name === 'turn');
    if (!turn) throw new Error('the press is not in the trace');
    expect(turn.parentSpanContext).toBeUndefined();
    expect(turn.attributes).toMatchObject({
      'outage_desk.type': 'invoke',
      'outage_desk.what': 'report-done',
      'outage_desk.client': 'card',
    });
    expect(isChildOf(action, turn)).toBe(true);
    expect(action.attributes).toMatchObject({ 'outage_desk.outage': 1001, 'outage_desk.version': 1, 'outage_desk.events': ['reported'] });
    const [transaction, append] = ['transaction', 'append'].map((name) => inTrace.find((span) => span.name === name));
    if (!transaction || !append) throw new Error('the transaction is not in the trace');
    expect([isChildOf(transaction, action), isChildOf(append, transaction)]).toEqual([true, true]);
    const deliveries = inTrace.filter(({ name }) => name.startsWith('deliver '));
    expect(deliveries.map(({ name }) => name).sort()).toEqual([
      'deliver opening to desk',
      'deliver opening to follower',
      'deliver opening to follower',
      'deliver state to origin',
    ]);
    for (const delivery of deliveries) {
      expect(isChildOf(delivery, append)).toBe(true);
      expect(delivery.attributes).toMatchObject({
        'outage_desk.outage_id': action.attributes['outage_desk.outage_id'],
        'outage_desk.attempt': 1,
        'http.response.status_code': delivery.name.includes('state') ? 200 : 201,
      });
    }
  });

  it('has each attempt with what Teams answered, and how long it asked to wait', async () => {
    const kept = await traced(async (bot) => {
      const isToGeneral = ({ path: to, text }: { path: string; text: string }) => `${to} ${text}`.includes(PLACES.general);
      bot.teams.failNext({ status: 429, headers: { 'retry-after': '7' } }, { matches: isToGeneral });
      await bot.reports();
      await bot.passes(1);
    });
    const attempts = kept.named('deliver opening to follower').filter((span) => traceOf(span) === traceOf(kept.only('action report')));
    expect(attempts.map(({ attributes }) => attributes['http.response.status_code']).sort()).toEqual([201, 201, 429]);
    const refused = attempts.find(({ attributes }) => attributes['http.response.status_code'] === 429);
    expect(refused?.attributes).toMatchObject({
      'outage_desk.attempt': 1,
      'outage_desk.reason': 'refused',
      'outage_desk.retry_after_ms': 7_000,
      'error.type': 'SendError',
    });
    expect(refused?.status.code).toBe(2);
    expect(attempts.filter(({ attributes }) => attributes['outage_desk.attempt'] === 2)).toHaveLength(1);
  });

  it('goes on in another process, which sends what the first one stored', async () => {
    const clock = fakeClock();
    const teams = await startFakeTeams(clock.now);
    const file = path.join(testFolder(), 'desk.sqlite');
    const shared = { quirks: [], clock, teams, store: (now: () => number) => openSqlite({ file, now, log: silentLog() }) };
    const [before, after] = [keepSpans(), keepSpans()];
    const first = await startTestBot({ ...shared, overrides: { spans: before } });
    const review = await first.reviews();
    teams.failNext({ status: 503 }, { times: 99 });
    await first.presses('maya', 'Send report', review);
    await first.settles();
    await first.app.stop();
    teams.heal();
    const second = await startTestBot({ ...shared, overrides: { spans: after } });
    await second.passes(2);
    await second.stop();
    const opening = after.only('deliver opening to desk');
    expect(traceOf(opening)).toBe(traceOf(before.only('action report')));
    expect(opening.attributes['outage_desk.attempt']).toBeGreaterThan(1);
    expect(opening.attributes['http.response.status_code']).toBe(201);
  });

  it('is found from the trace of a ping, which is one of its own, with its deliveries', async () => {
    const kept = await traced(async (bot) => {
      await bot.reports();
      await bot.passes(16);
    });
    const pings = kept
      .named('action pass-deadline')
      .filter(({ attributes }) => String(attributes['outage_desk.events']).includes('escalated'));
    expect(pings).toHaveLength(1);
    const [ping] = pings;
    expect(ping?.parentSpanContext).toBeUndefined();
    const report = traceOf(kept.only('action report'));
    expect(ping?.links.map(({ context }) => context.traceId)).toEqual([report]);
    expect(traceOf(kept.only('deliver ping to desk'))).toBe(traceOf(ping));
    expect(traceOf(ping)).not.toBe(report);
  });

  it('is linked with the one message that several pings become', async () => {
    const kept = await traced(async (bot) => {
      for (const _ of Array(3)) await bot.reports();
      await bot.passes(16);
    });
    const [together] = kept.named('deliver several in one');
    expect(together?.attributes['outage_desk.together']).toBeGreaterThan(1);
    const pings = kept.named('action pass-deadline').map(traceOf);
    expect(together?.links.length).toBe(together?.attributes['outage_desk.together']);
    for (const { context } of together?.links ?? []) expect(pings).toContain(context.traceId);
  });

  it('has the edit of a ping in the trace of the acknowledgement that ended it', async () => {
    const kept = await traced(async (bot) => {
      await bot.reports();
      await bot.passes(16);
      await bot.presses('priya', 'Acknowledge', inDesk(bot)[0]);
      await bot.passes(1);
    });
    expect(traceOf(kept.only('deliver settled to desk'))).toBe(traceOf(kept.only('action acknowledge')));
  });
});

describe('a turn that failed', () => {
  it('has the id that its person reads', async () => {
    let said = '';
    const kept = await traced(async (bot) => {
      const review = await bot.reviews();
      const { outages } = bot.app.store;
      Object.assign(outages, { transaction: async () => Promise.reject(new TypeError('Maya Lindt, +45 32 12 34 56')) });
      said = (await bot.presses('maya', 'Send report', review)).text;
    });
    const id = /say this id: ([0-9a-f]{8})/.exec(said)?.[1];
    const failed = kept.named('turn').filter(({ status }) => status.code === 2);
    expect(failed.map(({ attributes }) => attributes['outage_desk.id'])).toEqual([id]);
    expect(failed[0]?.events.map(({ name }) => name)).toContain('a turn failed');
  });

  it('is found from the line of the log, which names the trace', async () => {
    const kept = await traced(async (bot) => {
      await bot.reports();
      const decided = bot.log.find(({ message }) => message === 'action decided');
      expect(decided?.fields).toMatchObject({ action: 'report', trace: expect.stringMatching(/^[0-9a-f]{32}$/) });
    });
    expect(kept.spans.length).toBeGreaterThan(5);
  });
});

describe('what a span holds', () => {
  it('is nothing of people: no name, text, number, address or id of one, also where things fail', async () => {
    const kept = await traced(async (bot) => {
      await bot.reports();
      const review = await bot.reviews('jonas');
      bot.teams.failNext({ status: 400 }, { times: 3 });
      const sent = await bot.presses('jonas', 'Send report', review);
      if (offers(sent, SEND_TOO)) await bot.presses('jonas', SEND_TOO, sent);
      await bot.passes(12);
      await bot.presses('priya', 'Acknowledge', inDesk(bot)[0]);
      await bot.says('priya', 'update: Maya Lindt told us that +45 32 12 34 56 is busy', thread(inDesk(bot)[0]));
      await bot.says('maya', 'Where is maya@example.com?');
      await bot.passes(20);
      Object.assign(bot.app.store.outages, { read: async () => Promise.reject(new TypeError('Maya Lindt')) });
      await bot.says('maya', 'status OUT-1001');
      await bot.passes(1);
    });
    expect(kept.spans.length).toBeGreaterThan(60);
    const lines = kept.spans.map(written);
    const said = [...heard(), ...PEOPLE.map(objectId), 'Maya Lindt', 'Invoices cannot be posted', '32 12 34 56', 'a:maya', '29:maya'];
    expect(personalIn(lines, said)).toEqual([]);
    for (const word of ['19:', 'http://', 'https://', 'tacv2']) expect(lines.filter((line) => line.includes(word))).toEqual([]);
  });

  it('is of the log’s own list, and of OpenTelemetry’s names; the page says what each is', async () => {
    const kept = await traced(async (bot) => {
      await bot.reports();
      await bot.passes(16);
    });
    const names = new Set(
      kept.spans.flatMap(({ attributes, events }) => [attributes, ...events.map((event) => event.attributes ?? {})].flatMap(Object.keys)),
    );
    expect([...names].sort()).toEqual(['http.response.status_code', ...FIELDS.map((name) => `outage_desk.${name}`)].sort());
    const page = readFileSync('env/deploy/monitoring/README.md', 'utf8');
    expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});

const FIELDS = [
  ...['action', 'attempt', 'client', 'count', 'events', 'kind', 'outage', 'outage_id', 'place', 'together', 'type', 'version', 'what'],
];

describe('traces', () => {
  const UNSET = {
    OTEL_SDK_DISABLED: '',
    OTEL_TRACES_EXPORTER: '',
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '',
    OTEL_TRACES_SAMPLER: 'parentbased_always_on',
    OTEL_TRACES_SAMPLER_ARG: 1,
  };
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:9';

  it.each([
    ['nothing is set', {}],
    ['there is no exporter', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT }],
    ['OpenTelemetry is switched off', { OTEL_TRACES_EXPORTER: 'otlp', OTEL_SDK_DISABLED: 'True' }],
  ])('are off when %s', async (_when, settings) => {
    expect(await startTracing({ ...UNSET, ...settings }, silentLog())).toBe(NO_TRACING);
  });

  it.each([
    ['an exporter is named', { OTEL_TRACES_EXPORTER: 'otlp' }],
    ['an endpoint is named', { OTEL_EXPORTER_OTLP_ENDPOINT }],
    ['an endpoint for traces is named', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces` }],
  ])('are on when %s', async (_when, settings) => {
    const tracing = await startTracing({ ...UNSET, ...settings }, silentLog());
    expect(tracing).not.toBe(NO_TRACING);
    await tracing.stop();
  });

  it('follow the sampler, and so does what a turn that is not traced has stored', async () => {
    const of = async (settings: Record<string, string>) =>
      await traced(async (bot) => void (await bot.reports()), { environment: settings });
    expect((await of({ OTEL_TRACES_SAMPLER: 'always_off' })).spans).toEqual([]);
    expect((await of({ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' })).spans).toEqual([]);
    expect((await of({ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '1' })).named('action report')).toHaveLength(1);
  });

  it('wait in a queue that has an end, while a collector hangs', async () => {
    const batches: number[] = [];
    const hangs = { export: (spans: readonly unknown[]) => void batches.push(spans.length), shutdown: async () => {} };
    const tracing = await startTracing(UNSET, silentLog(), hangs);
    const turn = tracing.turn(async () => tracing.note({ what: 'help' }));
    for (let index = 0; index < 10_000; index++) await turn({ activity: { type: 'message' } });
    // One batch is on its way. The others were kept up to the limit, and all further ones dropped: a stop sends what was kept.
    expect(batches).toEqual([512]);
    void tracing.stop();
    await until(() => batches.length > 1);
    expect(batches.reduce((all, one) => all + one)).toBe(512 + 2_048);
  });

  it('change nothing of what people read', async () => {
    const read = async (overrides: { spans?: KeptSpans }) => {
      const bot = await startTestBot({ quirks: [], desk: testDesk(), overrides });
      await bot.reports();
      await bot.passes(16);
      await bot.stop();
      return bot.teams.messages.map(({ summary }) => summary);
    };
    expect(await read({ spans: keepSpans() })).toEqual(await read({}));
  });
});
