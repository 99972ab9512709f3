/** The real program with a collector: one that takes traces, one that hangs, and none. */
// @module-tag full
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawnBot, startBot, testFolder } from '../support/bot/bot-process.ts';
import { createUsers, PLACES } from '../support/bot/users.ts';
import { startCollector } from '../support/monitoring/spans.ts';
import { freePort } from '../support/store/postgres.ts';
import { startFakeTeams } from '../support/teams/fake-teams.ts';
import { until } from '../support/until.ts';

/** Says which of OpenTelemetry's packages are loaded. */
const TELLS = `
  import { registerHooks } from 'node:module';
  registerHooks({ resolve(name, context, next) {
    if (/^@opentelemetry.(sdk|exporter|resources)/.test(name)) process.stderr.write('loaded ' + name + '\\n');
    return next(name, context);
  } });`;
const telling = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELLS)}` };

async function startWorld(environment: NodeJS.ProcessEnv) {
  const teams = await startFakeTeams(Date.now);
  onTestFinished(() => teams.stop());
  const bot = await startBot({ DATABASE_FILE: path.join(testFolder(), 'desk.sqlite'), SERVICE_URL: teams.serviceUrl, ...environment });
  const users = createUsers({ teams, url: bot.url });
  const reports = async () => await users.presses('maya', 'Send report', await users.reviews());
  const isThere = () => teams.messages.some(({ conversationId }) => conversationId.startsWith(PLACES.desk));
  const stops = async () => {
    bot.signal('SIGTERM');
    return await bot.ended;
  };
  return { bot, teams, reports, isThere, stops };
}

describe('a bot without traces', () => {
  it('loads none of OpenTelemetry’s SDK', async () => {
    const { bot, reports, stops } = await startWorld(telling);
    await reports();
    await stops();
    expect(bot.stderr()).toBe('');
  });
});

describe('a bot with a collector', () => {
  it('sends it the trace of a report by the standard variables, the last spans when it stops', async () => {
    const { url, bodies } = await startCollector();
    const { bot, teams, reports, isThere, stops } = await startWorld({
      ...telling,
      OTEL_EXPORTER_OTLP_ENDPOINT: url,
      OTEL_SERVICE_NAME: 'desk-of-contoso',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    });
    expect((await reports()).text).toContain('your report has arrived');
    await teams.until(isThere);
    expect(await stops()).toEqual({ code: 0, signal: null });
    const all = bodies.join('\n');
    for (const said of ['desk-of-contoso', 'deployment.environment.name', 'action report', 'deliver opening to desk'])
      expect(all).toContain(said);
    expect(all).not.toMatch(/Maya|Invoices|example\.com|32 12|host\.name|process\./);
    expect(bot.stderr()).toContain('loaded @opentelemetry/sdk-trace');
  });

  it('that hangs answers people, sends all messages and stops in time', async () => {
    const { url, bodies } = await startCollector(() => {});
    const { bot, teams, reports, isThere, stops } = await startWorld({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
    const { text } = await reports();
    await teams.until(isThere);
    await until(() => bodies.length > 0);
    expect(text).toContain('your report has arrived');
    // A process that did not end by itself is killed by the test.
    expect(await stops()).toEqual({ code: 0, signal: null });
    expect(bot.log.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('that is away says so once, and goes on', async () => {
    const { bot, reports, stops } = await startWorld({
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${await freePort()}`,
      OTEL_EXPORTER_OTLP_TIMEOUT: '100',
    });
    expect((await reports()).text).toContain('your report has arrived');
    const said = 'traces could not be sent; they are dropped until they can be';
    await bot.says(said);
    expect((await reports()).text).toContain('OUT-10');
    await stops();
    expect(bot.log.filter(({ msg }) => msg === said)).toHaveLength(1);
  });
});

describe('a setting of OpenTelemetry', () => {
  it.each([
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER: use otlp or none'],
    [{ OTEL_TRACES_SAMPLER: 'jaeger_remote' }, 'OTEL_TRACES_SAMPLER: use one of always_on, always_off, traceidratio'],
    [{ OTEL_TRACES_SAMPLER_ARG: '10' }, 'OTEL_TRACES_SAMPLER_ARG: use a number from 0 to 1'],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL: the bot speaks http/json'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT: use the whole address of the collector'],
  ])('that the bot cannot follow is named with the remedy: %j', async (environment, remedy) => {
    const bot = spawnBot(environment);
    expect(await bot.ended).toMatchObject({ code: 1 });
    expect(bot.stderr()).toContain(remedy);
  });
});
