/** The program as an operator sees it: what it prints when it does not start, and how it stops. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readDesk } from '../src/app.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import { sayError } from '../src/log/describe-error.ts';
import { openSqlite } from '../src/store/sqlite/open.ts';
import { FORMAT } from '../src/store/tables.ts';
import { spawnBot, startBot, testFolder } from './support/bot/bot-process.ts';
import { createUsers, PLACES } from './support/bot/users.ts';
import { silentLog } from './support/log/silent-log.ts';
import { startFakeTeams } from './support/teams/fake-teams.ts';

/** Starts it, waits for its end, gives what it said. */
async function refusal(environment: Record<string, string>, args: string[] = []) {
  const bot = spawnBot(environment, args);
  const { code } = await bot.ended;
  expect(bot.log.filter(({ msg }) => msg === 'listening')).toEqual([]);
  return { code, lines: bot.stderr().trim().split('\n') };
}

function refused(start: () => unknown): ConfigError {
  try {
    start();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

/** What somebody reads who starts a bot on this file. */
async function refusedStore(file: string): Promise<string> {
  const error = await openSqlite({ file, log: silentLog() }).then(
    () => 'it was opened',
    (reason) => sayError(reason),
  );
  return error;
}

describe('2.6: a store that cannot be used', () => {
  it('of a version after the next says so, and what to do', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    await (await openSqlite({ file, log: silentLog() })).close();
    const database = new DatabaseSync(file);
    database.exec(`insert into kysely_migration values ('999-later', ''); update counter set value = ${FORMAT + 2} where name = 'format'`);
    database.close();
    expect(await refusedStore(file)).toMatch(
      /a newer version of the bot made the store \(999-later\)\. Start that version or the one before it, or restore a backup/,
    );
  });

  it.each([
    [
      'no SQLite file at all',
      (file: string) => writeFileSync(file, 'x'.repeat(8_192)),
      /is damaged, or no SQLite file\. Restore the last backup/,
    ],
    ['cut in the middle', cut, /is damaged.*Restore the last backup/],
    ['a folder', (file: string) => void mkdirSync(file), /cannot be opened\. Set DATABASE_FILE/],
    ['below a file', (file: string) => writeFileSync(path.dirname(file), ''), /cannot be made \(E[A-Z]+\)\. Set DATABASE_FILE/],
  ])('%s says so, and what to do', async (name, make, remedy) => {
    const file = path.join(testFolder(), ...(name === 'below a file' ? ['file'] : []), 'desk.sqlite');
    await make(file);
    expect(await refusedStore(file)).toMatch(remedy);
  });
});

async function cut(file: string): Promise<void> {
  await (await openSqlite({ file, log: silentLog() })).close();
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, 3 * 4_096));
}

describe('npm start', () => {
  it('without credentials names all that is missing, where to get it, and the way to try it out', { tags: 'full' }, async () => {
    const { code, lines } = await refusal({});
    expect(code).toBe(1);
    expect(lines[0]).toBe('The bot did not start:');
    for (const key of ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId', 'DESK_FILE']) {
      const said = new RegExp(`^- ${key}(?:, or CLIENT_SECRET,)? is missing\\. It is (?:the|a) `);
      expect(lines.filter((line) => said.test(line)).length, key).toBe(1);
    }
    expect(lines.at(-1)).toBe('- To try it out without an account, run: npm run playground');
    expect(lines.at(-2)).toContain('env/.env.example');
    expect(lines).toHaveLength(7);
  });

  it('with a desk file with several mistakes names each, with its line', () => {
    const text = [
      'desk:',
      '  name: Contoso ERP support',
      '  tenant: contoso.onmicrosoft.com',
      '  channel: "19:support-desk@thread.tacv2"',
      '  phones: []',
      '  supportRequest: { text: open a request, url: https://support.example.com }',
      'people:',
      '  maya: { id: a1b2c3d4-0000-4000-8000-000000000001, name: Maya Lindt }',
      'engineers: [priya]',
      'onCall:',
      '  primary: [maya]',
      'projects: []',
    ];
    const { problems } = refused(() => readDesk('desk.yaml', text.join('\n')));
    const found = problems.map((line) => /^desk\.yaml:(\d+) /.exec(line)?.[1]);
    expect(found).toEqual(expect.arrayContaining(['3', '5', '12']));
    expect(found).not.toContain(undefined);
  });

  it('with a desk file that is not there says which one, and what to set', { tags: 'full' }, async () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const real = { MicrosoftAppId: id, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: id, DESK_FILE: '/nowhere/desk.yaml' };
    const { code, lines } = await refusal(real);
    expect(code).toBe(1);
    expect(lines[1]).toBe('- the desk file /nowhere/desk.yaml cannot be read. Set DESK_FILE to the path of yours.');
  });

  it('on a port that is taken says so', { tags: 'full' }, async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as { port: number };
    const { code, lines } = await refusal({ PORT: String(port), DATABASE_FILE: path.join(testFolder(), 'x.sqlite') }, ['--playground']);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(`EADDRINUSE: address already in use 127.0.0.1:${port}`);
  });
});

describe('the playground', () => {
  it('refuses to run where a real bot is configured', () => {
    const real = { MicrosoftAppId: 'x', MicrosoftAppPassword: 'y' };
    expect(() => readConfig(real, true)).toThrow('MicrosoftAppId, MicrosoftAppPassword must not be set in the playground');
  });

  it('is not reached by the environment, only by the command line', () => {
    const tricks = { PLAYGROUND: 'true', playground: 'true', NODE_ENV: 'development', HOST: '127.0.0.1' };
    expect(() => readConfig(tricks, false)).toThrow('MicrosoftAppId is missing');
  });
});

describe('a bot', { tags: 'full' }, () => {
  it('of the playground listens on loopback, whatever HOST says; a second one on its file is told what to do, and the first goes on', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    const first = await startBot({ HOST: '0.0.0.0', DATABASE_FILE: file });
    expect(await first.says('listening')).toMatchObject({ host: '127.0.0.1', playground: true, settings: [] });
    const { code, lines } = await refusal({ PORT: '0', DATABASE_FILE: file }, ['--playground']);
    expect(code).toBe(1);
    expect(lines[1]).toBe(`- another bot already uses ${file}. Stop it, or give both a PostgreSQL with DATABASE_URL`);
    for (const probe of ['readyz', 'healthz']) expect((await fetch(`${first.url()}/${probe}`)).status).toBe(200);
    first.signal('SIGTERM');
    await first.ended;
    // Neither the probes nor the framework put lines of their own into the log.
    expect(first.log.map(({ msg }) => msg)).toEqual(['the tables are up to date', 'listening', 'the store is ready', 'stopping']);
  });

  it('that is told to stop finishes what it holds, and ends with 0', async () => {
    const teams = await startFakeTeams(Date.now);
    onTestFinished(() => teams.stop());
    const bot = await startBot({ SERVICE_URL: teams.serviceUrl, DATABASE_FILE: path.join(testFolder(), 'desk.sqlite') });
    const crowd = createUsers({ teams, url: bot.url });
    const receipt = await crowd.presses('maya', 'Send report', await crowd.reviews());
    expect(receipt.text).toContain('OUT-1001');
    bot.signal('SIGTERM');
    bot.signal('SIGTERM');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    // What it had begun to send is recorded as sent: the next start has nothing to repeat.
    const begun = teams.received.filter(({ path: to }) => to === '/conversations').length;
    expect(bot.log.filter(({ msg }) => msg === 'delivered').length).toBeGreaterThanOrEqual(begun);
    expect(bot.log.filter(({ level }) => level >= 50)).toEqual([]);
    expect(teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk)).length).toBeLessThanOrEqual(1);
  });

  it('that is told to stop while Teams does not answer ends all the same, within its ten seconds', async () => {
    const teams = await startFakeTeams(Date.now);
    onTestFinished(() => teams.stop());
    teams.failNext('hang', { times: 99, matches: ({ path: to }) => to === '/conversations' });
    const bot = await startBot({ SERVICE_URL: teams.serviceUrl, DATABASE_FILE: path.join(testFolder(), 'desk.sqlite') });
    const crowd = createUsers({ teams, url: bot.url });
    await crowd.presses('maya', 'Send report', await crowd.reviews());
    await teams.until(() => teams.received.some(({ path: to }) => to === '/conversations'));
    const stoppedAt = Date.now();
    bot.signal('SIGINT');
    expect(await bot.ended).toEqual({ code: 0, signal: null });
    expect(Date.now() - stoppedAt).toBeLessThan(10_500);
  });
});
