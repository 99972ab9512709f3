/** The store is away, or full: people are told what to do, nothing is lost or doubled, and the bot lives through it. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { openPostgres } from '../../../src/store/postgres/open.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import { ANSWERS, chat, createUsers, PLACES, startTestBot, type TestBot, testDesk, thread } from '../../support/bot/test-bot.ts';
import { type LogLine, silentLog } from '../../support/log/silent-log.ts';
import { startPostgres, type TestPostgres } from '../../support/store/postgres.ts';
import { openOnSmallDisk } from '../../support/store/small-disk.ts';
import { startFakeTeams } from '../../support/teams/fake-teams.ts';
import { until } from '../../support/until.ts';

const START_LIMIT_MS = 300_000;
const FAILED = /That did not work, and nothing was sent\..* say this id: ([0-9a-f]{8})\..*\+45 70 10 20 30/;

const status = async (url: string, probe: string) => (await fetch(`${url}/${probe}`)).status;
const inDesk = ({ teams }: TestBot) => teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
/** What the log says about the answer that a person got. */
const logged = (log: readonly LogLine[], said: string) => {
  const [, id] = FAILED.exec(said) ?? [];
  return log.filter(({ message, fields }) => message === 'a turn failed' && 'id' in fields && fields.id === id);
};

describe('PostgreSQL that is away', { tags: 'full' }, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, START_LIMIT_MS);
  afterAll(() => postgres.stop(), START_LIMIT_MS);

  it('when the bot starts: it listens, says so, answers people, and is ready when the server comes', async () => {
    const url = await postgres.createDatabase();
    await postgres.halt();
    const teams = await startFakeTeams(Date.now);
    const log: LogLine[] = [];
    const config = readConfig({ PORT: '0', SERVICE_URL: teams.serviceUrl, DATABASE_URL: url }, true);
    const app = await buildApp(config, testDesk(), silentLog(log));
    onTestFinished(async () => {
      await app.stop();
      await teams.stop();
    });
    const { port } = await app.start();
    const bot = `http://127.0.0.1:${port}`;
    const users = createUsers({ teams, url: () => bot });
    expect([await status(bot, 'healthz'), await status(bot, 'readyz')]).toEqual([200, 503]);
    await until(() => log.some(({ message }) => message.startsWith('the store is not ready')));
    const line = log.find(({ message }) => message.startsWith('the store is not ready'));
    expect(line).toMatchObject({ level: 'error', message: expect.stringContaining('DATABASE_URL') });
    expect(JSON.stringify(line?.fields, Object.getOwnPropertyNames(Error.prototype))).not.toContain('only-in-tests');
    const said = await users.says('maya', '/outage');
    expect(said?.text).toMatch(FAILED);
    expect(logged(log, said?.text ?? '')).toHaveLength(1);

    await postgres.resume();
    await until(() => log.some(({ message }) => message === 'the store is ready'));
    expect(await status(bot, 'readyz')).toBe(200);
    const receipt = await users.presses('maya', 'Send report', await users.reviews());
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    await teams.until(() => teams.messages.some(({ conversationId }) => conversationId.startsWith(PLACES.desk)));
  });

  it('in the middle: a press is answered with an id and a phone number, and works afterwards, once', async () => {
    const url = await postgres.createDatabase();
    const testBot = await startTestBot({ store: async (now) => openPostgres({ url, now, log: silentLog() }) });
    onTestFinished(() => testBot.stop());
    const review = await testBot.reviews();
    await postgres.halt();
    const failed = await testBot.presses('maya', 'Send report', review);
    expect(failed.said).toMatch(FAILED);
    expect(logged(testBot.log, failed.said)).toHaveLength(1);
    expect([await status(testBot.url, 'healthz'), await status(testBot.url, 'readyz')]).toEqual([200, 503]);
    await expect(testBot.settles()).rejects.toThrow();

    await postgres.resume();
    // The pool may still hold a connection that broke; the first to use it finds out.
    await until(async () => (await status(testBot.url, 'readyz')) === 200);
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
    await testBot.settles();
    expect(inDesk(testBot)).toHaveLength(1);

    await postgres.halt();
    testBot.clock.advance(15 * 60_000);
    expect((await testBot.presses('priya', 'Acknowledge', inDesk(testBot)[0])).said).toMatch(FAILED);
    expect((await testBot.says('priya', 'ack', thread(inDesk(testBot)[0])))?.text).toMatch(FAILED);
    await postgres.resume();
    await until(async () => (await status(testBot.url, 'readyz')) === 200);
    await testBot.settles();
    const pings = inDesk(testBot).filter(({ summary }) => summary === 'OUT-1001: please acknowledge');
    expect(pings).toHaveLength(1);
    expect((await testBot.presses('priya', 'Acknowledge', inDesk(testBot)[0])).text).toContain('Acknowledged by Priya Nair');
  });
});

describe('a disk that is full', () => {
  it('stores nothing by halves, says so, and takes the same report when there is room', async () => {
    const folder = testFolder();
    const opened: { disk?: Awaited<ReturnType<typeof openOnSmallDisk>> } = {};
    const testBot = await startTestBot({
      store: async (now) => {
        opened.disk = await openOnSmallDisk(path.join(folder, 'desk.sqlite'), now);
        return opened.disk.store;
      },
    });
    onTestFinished(() => testBot.stop());
    // Longer than a page of the file, so that it needs room that is not there.
    const long = { ...ANSWERS, details: { ...ANSWERS.details, description: 'It stops. '.repeat(399) } };
    const review = await testBot.reviews('maya', chat('maya'), long);
    opened.disk?.fill();
    const failed = await testBot.presses('maya', 'Send report', review);
    // What can still be read is given back as a text, to tell it in another way.
    expect(failed.text).toMatch(FAILED);
    expect(JSON.stringify(failed.card)).toContain('Title: Invoices cannot be posted');
    const [line] = logged(testBot.log, failed.text);
    expect(line?.fields).toMatchObject({ err: { message: expect.stringContaining('database or disk is full') } });
    await testBot.settles();
    expect(inDesk(testBot)).toEqual([]);
    expect(await testBot.app.store.outages.idByNumber(1001)).toBeNull();
    expect(await testBot.app.store.deadlines.nextDueAt()).toBeNull();
    expect(await status(testBot.url, 'healthz')).toBe(200);

    opened.disk?.makeRoom();
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
    await testBot.settles();
    expect(inDesk(testBot)).toHaveLength(1);
    expect((await testBot.presses('priya', 'Acknowledge', inDesk(testBot)[0])).text).toContain('Acknowledged by Priya Nair');
  });
});
