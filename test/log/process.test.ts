/** Everything that a process of the bot prints, in any way: it holds no secrets and no personal data. */
// @module-tag full
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BotProcess, spawnBot, startBot, testFolder } from '../support/bot/bot-process.ts';
import { freePort } from '../support/store/postgres.ts';
import { until } from '../support/until.ts';

const SECRET = 'do-not-tell-anybody';
const SECRETS_AND_PERSONS = ['Maya Lindt', '+45 32 12 34 56', 'maya@example.com', SECRET];

/** Runs in the process of the bot. At a signal it prints, warns and fails as libraries do. */
const LOUD = `
  const quoting = (text) => Object.assign(new Error(text), { config: { password: '${SECRET}' }, request: { headers: { authorization: '${SECRET}' } } });
  process.on('SIGUSR2', () => {
    console.error('Error finding key for token of Maya Lindt', quoting('+45 32 12 34 56'));
    console.log({ activity: { from: 'Maya Lindt' } });
    console.trace('Maya Lindt');
    console.dir({ name: 'Maya Lindt' });
    process.emitWarning(Object.assign(new Error('Maya Lindt'), { name: 'Warning', code: 'DEP9999' }));
    setImmediate(() => Promise.reject(quoting('maya@example.com')));
  });`;
const loudly = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LOUD)}` };

const outputOf = (bot: BotProcess) => `${bot.printed.join('\n')}\n${bot.stderr()}`;

describe('what a process prints', () => {
  it('of what libraries print, of warnings, and of the error that ends it, is what happened, and none of their words', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    const bot = await startBot({ ...loudly, DATABASE_FILE: file, LOG_LEVEL: 'debug' });
    bot.signal('SIGUSR2');
    expect(await bot.ended).toEqual({ code: 1, signal: null });
    for (const text of SECRETS_AND_PERSONS) expect(outputOf(bot)).not.toContain(text);
    const printed = bot.log.filter(({ msg }) => msg === 'something was printed').map(({ said }) => said);
    // Lines that are still being written when the process ends may come after those of the end, so their order is not checked.
    expect(printed.sort()).toEqual(['dir', 'error', 'log', 'trace']);
    expect(bot.log.find(({ msg }) => msg === 'Node warns')).toMatchObject({ err: { type: 'Warning', code: 'DEP9999' } });
    const latest = Math.max(...bot.log.map(({ time }) => Number(time)));
    const uncaught = { msg: 'uncaught error; the process ends and a supervisor starts it again', time: latest, err: { type: 'Error' } };
    expect(bot.log).toContainEqual(expect.objectContaining({ ...uncaught, err: expect.objectContaining(uncaught.err) }));
    // Every line that was printed is a line of the log.
    expect([bot.printed.filter((line) => !line.startsWith('{"level"')), bot.stderr()]).toEqual([[], '']);
  });

  it('is free of the secrets that it was started with, and so is what others see of the process', async () => {
    const folder = testFolder();
    const inFile = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), `${text}\n`, { mode: 0o600 });
      return path.join(folder, name);
    };
    const id = '11111111-2222-4333-8444-555555555555';
    const bot = spawnBot(
      {
        CLIENT_ID: id,
        TENANT_ID: id,
        DESK_FILE: 'env/playground.desk.yaml',
        PORT: '0',
        HOST: '127.0.0.1',
        CLIENT_SECRET_FILE: inFile('app', `${SECRET}-of-the-app`),
        DATABASE_URL_FILE: inFile('database', `postgres://desk:${SECRET}@127.0.0.1:${await freePort()}/desk`),
        HEARTBEAT_URL_FILE: inFile('heartbeat', `http://127.0.0.1:${await freePort()}/${SECRET}`),
      },
      [],
    );
    const trouble = 'the store is not ready; trying again. Look at DATABASE_URL, or at the disk';
    expect(await bot.says(trouble)).toMatchObject({ err: { type: 'StoreUnavailableError', cause: { code: 'ECONNREFUSED' } } });
    await until(() => bot.log.filter(({ msg }) => msg === trouble).length > 1);
    expect(await bot.says('listening')).toMatchObject({ settings: ['CLIENT_ID', 'CLIENT_SECRET', 'TENANT_ID'] });
    if (process.platform === 'linux') {
      for (const seen of ['cmdline', 'environ']) expect(readFileSync(`/proc/${bot.pid}/${seen}`, 'utf8')).not.toContain(SECRET);
    }
    const probe = await fetch(`${bot.url()}/readyz`);
    expect([probe.status, await probe.text()]).toEqual([503, expect.not.stringContaining(SECRET)]);
    bot.signal('SIGTERM');
    await bot.ended;
    expect(outputOf(bot)).not.toContain(SECRET);
  });

  it('of a request that restify can give no answer to is one line without the request', async () => {
    const bot = await startBot({ DATABASE_FILE: path.join(testFolder(), 'desk.sqlite') });
    const headers = { accept: 'application/of-nobody', authorization: `Bearer ${SECRET}`, 'x-name': 'Maya Lindt' };
    for (const page of ['healthz', 'readyz', 'metrics', 'nowhere']) await fetch(`${bot.url()}/${page}`, { headers });
    const nobody = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{"type":"message"}' };
    await fetch(`${bot.url()}/api/messages`, nobody);
    bot.signal('SIGTERM');
    await bot.ended;
    for (const text of SECRETS_AND_PERSONS) expect(outputOf(bot)).not.toContain(text);
    expect(bot.printed.filter((line) => !('msg' in JSON.parse(line)) || line.includes('hostname') || line.length > 1_500)).toEqual([]);
  });

  it('when it does not start names the setting, and not what stands in it', async () => {
    const wrong = {
      MicrosoftAppId: SECRET,
      MicrosoftAppPassword: SECRET,
      MicrosoftAppType: SECRET,
      DATABASE_URL: `mysql://desk:${SECRET}@db`,
    };
    const more = {
      HEARTBEAT_URL: `https://me:${SECRET}@hc.example`,
      TENANTS: SECRET,
      GRAPH_URL: `https://x/${SECRET}`,
      LOG_LEVEL: SECRET,
      PORT: SECRET,
    };
    const bot = spawnBot({ ...wrong, ...more, SERVICE_URL: SECRET }, []);
    expect(await bot.ended).toMatchObject({ code: 1 });
    expect(
      bot
        .stderr()
        .match(/^- (\w+)/gm)
        ?.sort(),
    ).toEqual(
      ['MicrosoftAppType', 'DATABASE_URL', 'HEARTBEAT_URL', 'TENANTS', 'GRAPH_URL', 'LOG_LEVEL', 'PORT', 'SERVICE_URL']
        .map((name) => `- ${name}`)
        .sort(),
    );
    expect(outputOf(bot)).not.toContain(SECRET);
  });
});
