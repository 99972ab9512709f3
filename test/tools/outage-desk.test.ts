/** Each command of the program as a process: its help, a mistake, and what it does; its questions and its bar on a terminal; its first file. */
// @module-tag full
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { newKey } from '../../src/certificate/sign.ts';
import { backupSqlite } from '../../src/store/sqlite/backup.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { act } from '../store/contract/stores.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { SMALL_DESK } from '../support/desk/small-desk.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { reporter, sampleAcknowledgeAction, sampleReportAction, sampleResolveAction } from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';
import { startPostgres } from '../support/store/postgres.ts';

const root = path.join(import.meta.dirname, '../..');
const PROGRAM = path.join(root, 'src/outage-desk.ts');
const TENANT = '7e9a1c00-0000-4000-8000-00000000aaaa';
const PACKAGE_VALUES = {
  TEAMS_APP_ID: '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a01',
  CLIENT_ID: '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a02',
  DEVELOPER_NAME: 'Contoso IT',
  DEVELOPER_WEBSITE_URL: 'https://help.contoso.com/outage-desk',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/terms',
};
const REAL = {
  MicrosoftAppId: PACKAGE_VALUES.CLIENT_ID,
  MicrosoftAppPassword: 'none',
  MicrosoftAppTenantId: TENANT,
  PORT: '0',
  HOST: '127.0.0.1',
};

/** A desk with one outage that is over, its settings, and a key: nothing in it changes. */
let desk: string;
const inDesk = (file: string) => path.join(desk, file);

beforeAll(async () => {
  desk = mkdtempSync(path.join(tmpdir(), 'outage-desk-program-'));
  let now = Date.now() - 3_600_000;
  const store = await openSqlite({ file: inDesk('desk.sqlite'), now: () => now, log: silentLog() });
  const at = now;
  await act(store, sampleReportAction({ at }));
  for (const action of [sampleAcknowledgeAction({ at }), sampleResolveAction({ at }), sample('review', 0, { at })])
    await act(store, action);
  now += 1;
  await store.close();
  await backupSqlite({ file: inDesk('desk.sqlite'), to: inDesk('backup') });
  writeFileSync(inDesk('key.pem'), newKey());
  writeFileSync(inDesk('desk.yaml'), SMALL_DESK);
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

type Settings = { readonly [name: string]: string };
const settings = (): Settings => ({
  ...childEnvironment(),
  DATABASE_FILE: inDesk('desk.sqlite'),
  DESK_FILE: inDesk('desk.yaml'),
  CERTIFICATE_KEY_FILE: inDesk('key.pem'),
});

/** Runs it in a pipe, as a script does. */
function run(
  args: readonly string[],
  { env = {}, program = PROGRAM, cwd = root }: { env?: Settings; program?: string; cwd?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { ...settings(), ...env },
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** A copy of the desk's store, for what changes it. */
function copied(): Settings {
  const file = path.join(testFolder(), 'desk.sqlite');
  copyFileSync(inDesk('desk.sqlite'), file);
  return { DATABASE_FILE: file };
}

/** `does`: arguments with which it works, and what it says then. */
type Case = {
  readonly mistake: readonly [args: readonly string[], says: string];
  readonly does: () => {
    readonly args: readonly string[];
    readonly says: string | RegExp;
    readonly env?: Settings;
    readonly status?: number;
  };
};
const CASES: Readonly<Record<string, Case>> = {
  check: {
    mistake: [['a.yaml', 'b.yaml'], 'Expected 1 argument but got 2'],
    does: () => ({ args: [], says: 'Checked: the on-call schedule', status: 1 }),
  },
  backup: {
    mistake: [[], "missing required argument 'file'"],
    does: () => ({ args: [path.join(testFolder(), 'copy')], says: 'is a whole backup' }),
  },
  restore: {
    mistake: [['a', '--in-place'], 'name a backup, or say --in-place'],
    does: () => ({ args: [inDesk('backup'), '--yes'], says: /is put back to 20.*[\s\S]*What was there is kept as /, env: copied() }),
  },
  verify: { mistake: [['--at', 'noon'], 'Write a time such as'], does: () => ({ args: [], says: '1 outage' }) },
  audit: { mistake: [['--since', '7'], 'Write a time such as'], does: () => ({ args: ['--since', '7d'], says: '"decided":"reported"' }) },
  review: { mistake: [['1001'], 'Write a number such as OUT-1042'], does: () => ({ args: ['OUT-1001'], says: '# OUT-1001: review' }) },
  export: {
    mistake: [['all.xlsx'], 'ends with .csv or .jsonl'],
    does: () => ({ args: [path.join(testFolder(), 'all.csv')], says: 'events of 1 outage' }),
  },
  numbers: {
    mistake: [['all.csv', '--rebuild'], 'or say --rebuild'],
    does: () => ({ args: [path.join(testFolder(), 'all.csv')], says: 'The numbers of 1 outage' }),
  },
  keys: {
    mistake: [['a.pem', '--public'], 'with --public no file is written'],
    does: () => ({ args: [path.join(testFolder(), 'key.pem')], says: 'The private key is in' }),
  },
  certificate: {
    mistake: [['OUT-1001', 'a.txt'], 'ends with .pdf or .json'],
    does: () => ({ args: ['OUT-1001', path.join(testFolder(), 'a.json')], says: 'The certificate of OUT-1001' }),
  },
  person: { mistake: [[], "missing required argument 'person'"], does: () => ({ args: [reporter.id], says: '"number": 1001' }) },
  forget: {
    mistake: [[reporter.id], 'Add --yes if you mean it'],
    does: () => ({ args: [reporter.id, '--yes'], says: 'Removed from the outages that have ended', env: copied() }),
  },
  leave: {
    mistake: [['contoso'], 'Write the Entra tenant id'],
    does: () => ({ args: [TENANT, '--yes'], says: `People of ${TENANT}: 0`, env: copied() }),
  },
};
/** Those whose success takes more; each has a test below, or where its work is tested (store/tools/move.test.ts). */
const OTHERS: Readonly<Record<string, Case['mistake']>> = {
  start: [['now'], 'Expected 0 arguments but got 1'],
  migrate: [['--grant-to'], 'argument missing'],
  package: [['--env'], 'argument missing'],
  move: [['here'], 'Expected 0 arguments but got 1'],
};

describe('outage-desk', () => {
  it('names all commands, and each has its tests here', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    const named = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name).filter((name) => name !== 'help');
    expect(named.toSorted()).toEqual([...Object.keys(CASES), ...Object.keys(OTHERS)].toSorted());
    expect(stdout).toMatch(/Run it:\n {2}start [\s\S]*Personal data:\n {2}person /);
  });

  it('says what is near to what was mistyped, and ends with 2', () => {
    expect(run(['bakup', 'x'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('(Did you mean backup?)') });
    expect(run(['export', 'x.csv', '--ful'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('(Did you mean --full?)'),
    });
    expect(run([])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage: npx outage-desk') });
  });

  it('says the same of help for what is no command, and helps with help', () => {
    expect(run(['help', 'chek'])).toEqual(run(['chek']));
    expect(run(['help', 'chek'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('(Did you mean check?)') });
    expect(run(['help', 'check'])).toEqual(run(['check', '--help']));
    expect(run(['help', 'help'])).toEqual(run(['--help']));
    expect(run(['help'])).toEqual(run(['--help']));
  });

  it('says what to do in a folder that was deleted', () => {
    const folder = testFolder();
    const command = 'cd "$1" && rmdir "$1" && exec "$2" "$3" verify';
    const said = spawnSync('sh', ['-c', command, 'sh', folder, process.execPath, PROGRAM], { env: settings(), encoding: 'utf8' });
    expect(said).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^The folder that you are in was deleted: .*\n$/) });
    expect(said.stderr).toContain(`cd ${root}`);
  });

  it('says its version', () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each(Object.entries({ ...OTHERS, ...Object.fromEntries(Object.entries(CASES).map(([name, { mistake }]) => [name, mistake])) }))(
    '%s says how it is called, with an example, and what is wrong with a mistake',
    (name, [args, says]) => {
      const help = run([name, '--help']);
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toMatch(
        new RegExp(`^Usage: npx outage-desk ${name} [\\s\\S]*Examples?:\n {2}npx outage-desk ${name}[\\s\\S]*Ends with 0`),
      );
      const { status, stdout, stderr } = run([name, ...args]);
      expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(says)]);
    },
  );

  it.each(Object.keys(CASES))('%s does it', (name) => {
    const { args, says, env = {}, status = 0 } = CASES[name]?.does() ?? { args: [], says: '' };
    expect(run([name, ...args], { env })).toEqual({ status, stderr: '', stdout: expect.stringMatching(says) });
  });

  it('package does it', () => {
    const copy = testFolder();
    for (const part of ['src', 'appPackage', 'package.json']) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    const made = run(['package'], { env: PACKAGE_VALUES, program: path.join(copy, 'src/outage-desk.ts') });
    expect(made).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(`app ${PACKAGE_VALUES.TEAMS_APP_ID}`) });
    expect(existsSync(path.join(copy, 'appPackage/build/outage-desk.zip'))).toBe(true);
  });

  it('migrate does it', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const DATABASE_URL = await postgres.createDatabase();
    await postgres.query('create role bot login', DATABASE_URL);
    expect(run(['migrate', '--grant-to', 'bot'], { env: { DATABASE_URL } })).toEqual({
      status: 0,
      stderr: '',
      stdout: 'The tables are up to date, and bot can use them.\n',
    });
  });

  it('takes files from where somebody stands, and settings from the folder of the code', () => {
    const folder = testFolder();
    const { stdout } = run(['backup', 'copy'], { cwd: folder, env: { DESK_FILE: 'env/playground.desk.yaml' } });
    expect(stdout).toContain(path.join(folder, 'copy'));
    expect(existsSync(path.join(folder, 'copy'))).toBe(true);
    expect(run(['review', 'OUT-1001'], { cwd: folder, env: { DESK_FILE: 'env/playground.desk.yaml' } }).status).toBe(0);
  });

  it('says what would go where nobody can be asked, and changes nothing', () => {
    const env = copied();
    const before = readFileSync(env.DATABASE_FILE ?? '');
    const said = run(['forget', reporter.id], { env });
    expect(said.stderr).toMatch(
      new RegExp(`^This removes ${reporter.id}:[\\s\\S]*OUT-1001[\\s\\S]*Nothing was changed:\n- nobody is at a terminal`),
    );
    expect(run(['leave', TENANT], { env })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`customer with the tenant ${TENANT}`),
    });
    expect(run(['restore', inDesk('backup')], { env })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /takes the place of the store .*\(outages, drills and requests: 1; the last change: 20.*\nThe file that is there now is kept/,
      ),
    });
    expect(run(['restore', '--in-place'], { env })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Add --yes if you mean it'),
    });
    expect(readFileSync(env.DATABASE_FILE ?? '').equals(before)).toBe(true);
  });

  it('asks nobody where no store is to be replaced', () => {
    const DATABASE_FILE = path.join(testFolder(), 'new.sqlite');
    expect(run(['restore', inDesk('backup')], { env: { DATABASE_FILE } })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('is put back'),
    });
  });
});

const SCRIPT = '/usr/bin/script';
describe.skipIf(!existsSync(SCRIPT))('outage-desk on a terminal', () => {
  /** `script` of util-linux gives it a terminal, on which somebody types when they are asked. */
  async function typed(args: readonly string[], keys: string, env: Settings = {}) {
    const command = [process.execPath, PROGRAM, ...args].map((arg) => `'${arg}'`).join(' ');
    const terminal = spawn(SCRIPT, ['-qec', command, '/dev/null'], { env: { ...settings(), TERM: 'xterm', ...env } });
    onTestFinished(() => void terminal.kill('SIGKILL'));
    let said = '';
    let isAsked = false;
    terminal.stdout.on('data', (some) => {
      said += String(some);
      if (isAsked || !said.includes('Type yes')) return;
      isAsked = true;
      terminal.stdin.write(keys);
    });
    const [status] = await once(terminal, 'close');
    return { status, said };
  }

  it('asks before it removes somebody, and takes yes alone for yes', async () => {
    const env = copied();
    for (const keys of ['y\r', '\u0003'])
      expect(await typed(['forget', reporter.id], keys, env), JSON.stringify(keys)).toMatchObject({
        status: 1,
        said: expect.stringMatching(/This removes [\s\S]*Type yes to do it: [\s\S]*Nothing was changed:\r?\n- the answer was not yes/),
      });
    expect(run(['person', reporter.id], { env }).status).toBe(0);
    expect(await typed(['forget', reporter.id], 'yes\r', env)).toMatchObject({
      status: 0,
      said: expect.stringContaining('Removed from the outages'),
    });
  });

  it.each([
    ['export', 'a.csv', '--since', '2026-02-31'],
    ['verify', '--at', '2026-12-01'],
    ['verify', '--at', '2026-12-01 08:00'],
    ['verify', '--at', '2026-02-31T08:00:00.000Z'],
  ])('takes no day that is not there, and no time that is not one: %s %s %s', (...args) => {
    expect(run(args)).toMatchObject({ status: 2, stderr: expect.stringMatching(/Write a (?:day|time) such as/) });
  });

  it('ends as it would where whoever reads has closed the pipe', async () => {
    for (const [args, code] of [
      [['verify'], 0],
      [['review', 'OUT-9'], 1],
    ] as const) {
      const child = spawn(process.execPath, [PROGRAM, ...args], { env: settings(), cwd: root });
      const said: string[] = [];
      const other = code === 0 ? child.stderr : child.stdout;
      (code === 0 ? child.stdout : child.stderr).destroy();
      other.on('data', (text) => void said.push(String(text)));
      expect([await once(child, 'close'), said]).toEqual([[code, null], []]);
    }
  });

  it('shows how far it is, and nothing of that in CI', async () => {
    const { status, said } = await typed(['verify'], '');
    expect([status, said]).toEqual([0, expect.stringMatching(/100 % of 1 outages[\s\S]*0 wrong\. Head /)]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
    expect(said).not.toMatch(/\u001b\[[0-9;]*m/);
    expect((await typed(['verify'], '', { CI: 'true' })).said).toMatch(/^1 outage, /);
    expect((await typed(['export', path.join(testFolder(), 'a.csv')], '')).said).toContain('100 % of 1 outages');
    expect(await typed(['numbers', '--rebuild'], '', copied())).toMatchObject({
      status: 0,
      said: expect.stringContaining('counted once more'),
    });
  });

  it('shows how far a move to PostgreSQL is, and nothing of that in CI', async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const env = copied();
    const { status, said } = await typed(['move'], '', { ...env, DATABASE_URL: await postgres.createDatabase() });
    expect([status, said]).toEqual([0, expect.stringMatching(/100 % of \d+ rows and outages[\s\S]*All of /)]);
    expect((await typed(['move'], '', { ...env, DATABASE_URL: await postgres.createDatabase(), CI: 'true' })).said).toMatch(/^All of /);
  });
});

describe('the first file of the program', () => {
  const BIN = path.join(root, 'src/bin.mjs');
  /** The Node of the machine, which may be older than this one. */
  const node = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => existsSync(file)) ?? process.execPath;

  it('is run by any Node, says what the program says, and ends as it ends', () => {
    const ended = (...args: string[]) => spawnSync(node, [BIN, ...args], { env: settings(), cwd: testFolder(), encoding: 'utf8' });
    expect(ended('verify')).toMatchObject({ status: 0, stdout: expect.stringContaining('0 wrong. Head '), stderr: '' });
    expect(ended('verify', '--at', 'noon')).toMatchObject({ status: 2, stderr: expect.stringContaining('Write a time such as') });
    expect(ended('audit', '--outage', 'OUT-9')).toMatchObject({ status: 1, stderr: expect.stringContaining('there is no OUT-9') });
  });

  it('says what to do where npm has brought no Node and that of the machine is too old', () => {
    const copy = testFolder();
    mkdirSync(path.join(copy, 'src'));
    // Any Node is too old for it.
    writeFileSync(path.join(copy, 'src/bin.mjs'), readFileSync(BIN, 'utf8').replace('const LEAST = 24', 'const LEAST = 99'));
    const { status, stderr } = spawnSync(node, [path.join(copy, 'src/bin.mjs'), 'check'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^Outage Desk did not start: it needs Node 99, and this is \d+.*Run npm ci in /),
    ]);
  });

  it('starts the bot, and passes on the signal that ends it', async () => {
    const env = { ...settings(), ...REAL, DATABASE_FILE: path.join(testFolder(), 'desk.sqlite') };
    const bot = spawn(node, [BIN, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void bot.kill('SIGKILL'));
    let port = 0;
    for await (const line of createInterface({ input: bot.stdout })) {
      if (!line.includes('"msg":"listening"')) continue;
      ({ port } = JSON.parse(line) as { port: number });
      break;
    }
    // It says so in the moment before it takes signals; when it has answered, it takes them.
    await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
    bot.kill('SIGTERM');
    expect(await once(bot, 'exit')).toEqual([0, null]);
  });
});
