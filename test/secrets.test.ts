/** Where secrets may not be: in the repository, in the list of processes, in what is said of a setting. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConfigError, readConfig, SECRETS, withSecretFiles } from '../src/config.ts';
import { openPostgres } from '../src/store/postgres/open.ts';
import { testFolder } from './support/bot/bot-process.ts';
import { childEnvironment } from './support/child-environment.ts';
import { silentLog } from './support/log/silent-log.ts';
import { startPostgres } from './support/store/postgres.ts';

const root = path.join(import.meta.dirname, '..');

/** Assembled, so that this file is not found itself. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['a private key', new RegExp(`-----BEGIN [A-Z ]*PRIVATE ${'KEY'}-----`)],
  ['the key of a storage account', /AccountKey=[\w+/=]{20,}/i],
  ['a token', /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/],
  ['a client secret of Entra', /\b[\w~.-]{3}8Q~[\w~.-]{31,34}\b/],
  ['a token of a known service', /\b(?:gh[pousr]_\w{30,}|github_pat_\w{30,}|xox[abprs]-[\w-]{20,}|AKIA[A-Z0-9]{16}|npm_\w{30,})\b/],
  ['a value of a secret setting', new RegExp(`^\\s*#?\\s*(?:export )?(?:${SECRETS.join('|')}|PGPASSWORD)=\\S`, 'm')],
  [
    'a password in an address',
    /\b(?:postgres(?:ql)?|https?|amqps?|mongodb):\/\/[\w.-]+:(?!password@)[\w%~!-]{3,}@(?!127\.0\.0\.1|localhost)[\w-]+\.(?!example\b)\w+/,
  ],
];
/** Lines that only look like one, each with its reason. */
const HARMLESS: readonly (readonly [file: string, text: string, because: string])[] = [];

/** All that git keeps; null where there is no git, as in the copies in which mutants run. */
function trackedFiles(): readonly string[] | null {
  if (!existsSync(path.join(root, '.git'))) return null;
  return execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file && existsSync(path.join(root, file)));
}

const secretsIn = (file: string, text: string): readonly string[] =>
  PATTERNS.flatMap(([what, pattern]) => {
    const found = pattern.exec(text)?.[0];
    return found && !HARMLESS.some(([where, harmless]) => where === file && harmless === found)
      ? [`${what} in ${file}: ${found.slice(0, 30)}`]
      : [];
  });

describe('the repository', () => {
  const files = trackedFiles();
  it.skipIf(files === null)('holds no secret, and no file that would hold one', () => {
    const texts = (files ?? []).map((file) => [file, readFileSync(path.join(root, file), 'latin1')] as const);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.flatMap(([file, text]) => secretsIn(file, text))).toEqual([]);
    expect((files ?? []).filter((file) => /(?:^|\/)\.env$|\.(?:pem|key|pfx|p12|sqlite|dump)$/.test(file))).toEqual([]);
  });

  it.skipIf(files === null)('keeps the settings of a real bot, its store and its logs out, and so does the image', () => {
    const kept = ['env/.env', '.data/outage-desk.sqlite', 'bot.log'].filter((file) => {
      try {
        execFileSync('git', ['check-ignore', '--quiet', file], { cwd: root });
        return false;
      } catch {
        return true;
      }
    });
    expect(kept).toEqual([]);
    // Of the folder env nothing is copied into the image, and nothing is copied whole.
    expect(readFileSync(path.join(root, 'Dockerfile'), 'utf8')).not.toMatch(/^COPY (?:--\S+ )?(?:\.|env)/m);
  });

  it('would be found out', () => {
    const seeded: readonly string[] = [
      `-----BEGIN RSA PRIVATE ${'KEY'}-----`,
      `AccountKey=${'a'.repeat(44)}==`,
      `MicrosoftAppPassword${'='}hunter2`,
      `DATABASE_URL${'='}postgres://x`,
      `see postgres://desk:hunter2${'@'}db.contoso.com/desk`,
      `abc8Q~${'x'.repeat(34)}`,
      ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJtYXlhIn0', 'c2lnbmF0dXJlLW9m'].join('.'),
    ];
    for (const text of seeded) expect(secretsIn('x', text), text).toHaveLength(1);
  });
});

const REMEDY = {
  MicrosoftAppPassword: /^MicrosoftAppId is missing\. It is /,
  CLIENT_SECRET: /^MicrosoftAppId is missing\. It is /,
  DATABASE_URL: /^DATABASE_URL: (?:use postgresql:|it leaves this machine)/,
  HEARTBEAT_URL: /^HEARTBEAT_URL: use the whole address/,
  CERTIFICATE_KEY: /^CERTIFICATE_KEY: use an Ed25519 key in PEM/,
};

describe('a secret', () => {
  it('may stand in a file, which is read without its last line break', () => {
    const file = path.join(testFolder(), 'secret');
    writeFileSync(file, ' a b\n');
    for (const name of SECRETS) expect(withSecretFiles({ [`${name}_FILE`]: file, PORT: '1' })).toMatchObject({ [name]: 'a b', PORT: '1' });
    expect(withSecretFiles({ DATABASE_URL: 'x', DATABASE_FILE: file, HEARTBEAT_URL_FILE: '' })).toMatchObject({ DATABASE_URL: 'x' });
  });

  it.each([
    ['audit'],
    ['backup', 'x'],
    ['forget', 'x'],
    ['leave', '7e9a1c00-0000-4000-8000-00000000aaaa'],
    ['migrate'],
    ['person', 'x'],
    ['restore', 'x'],
    ['verify'],
  ])('of the database is read from its file by outage-desk %s, which needs no other', { tags: 'full' }, (tool, ...args) => {
    const folder = testFolder();
    const ended = spawnSync(process.execPath, [path.resolve('src/outage-desk.ts'), tool, ...args], {
      cwd: folder,
      env: { ...childEnvironment(), DATABASE_URL_FILE: '/nowhere', MicrosoftAppPassword_FILE: '/not-here' },
      encoding: 'utf8',
    });
    expect(ended).toMatchObject({ status: 1, stderr: expect.stringContaining('DATABASE_URL_FILE: the file /nowhere cannot be read.') });
    expect(ended.stderr).not.toContain('not-here');
  });

  it('that is named twice, or in a file that is empty or not there, is a mistake with its remedy', () => {
    const empty = path.join(testFolder(), 'empty');
    writeFileSync(empty, '\n');
    const read = () =>
      withSecretFiles({
        DATABASE_URL: 'hidden',
        DATABASE_URL_FILE: '/dev/null',
        MicrosoftAppPassword_FILE: empty,
        HEARTBEAT_URL_FILE: '/nowhere',
      });
    let problems: readonly string[] = [];
    try {
      read();
    } catch (error) {
      problems = (error as ConfigError).problems;
    }
    expect(problems).toEqual([
      'MicrosoftAppPassword_FILE names an empty file.',
      'DATABASE_URL and DATABASE_URL_FILE are both set: leave one of them out.',
      'DATABASE_URL_FILE names an empty file.',
      'HEARTBEAT_URL_FILE: the file /nowhere cannot be read.',
    ]);
    expect(read).toThrow(ConfigError);
  });

  it('is never in what is said of a setting that is wrong', () => {
    const value = 'hunter-2';
    for (const name of SECRETS) {
      for (const wrong of [value, `ftp://desk:${value}@db.example/x`, `postgres://desk:${value}@db.example/x`, `https://x:${value}@y`]) {
        let said = '';
        try {
          readConfig({ [name]: wrong, MicrosoftAppType: 'UserAssignedMsi' }, false);
        } catch (error) {
          said = String((error as Error).message) + String((error as Error).cause ?? '');
        }
        expect(said).toMatch(REMEDY[name]);
        expect(said).not.toContain(value);
      }
    }
  });
});

describe('the list of processes', { tags: 'full' }, () => {
  it.skipIf(process.platform !== 'linux')(
    "never shows the database's password: neither the tool has it there, nor what the tool starts",
    async () => {
      const postgres = await startPostgres();
      onTestFinished(() => postgres.stop());
      const url = await postgres.createDatabase();
      const { password } = new URL(url);
      const store = openPostgres({ url, log: silentLog() });
      await store.ready();
      await store.close();
      const folder = testFolder();
      const seen = path.join(folder, 'seen');
      // In the place of pg_dump: what everybody on the machine sees of it, and of who started it; and what it alone was told.
      const script = `#!/bin/sh\nfor pid in $$ $PPID; do tr '\\0' ' ' < /proc/$pid/cmdline >> '${seen}'; echo >> '${seen}'; done\nprintf %s "$PGPASSWORD" > '${seen}.own'\nexit 1\n`;
      writeFileSync(path.join(folder, 'pg_dump'), script);
      chmodSync(path.join(folder, 'pg_dump'), 0o700);
      const environment = { PATH: `${folder}:${process.env.PATH}`, DATABASE_URL: url };
      const ended = promisify(execFile)(process.execPath, ['src/outage-desk.ts', 'backup', path.join(folder, 'copy')], {
        cwd: root,
        env: environment,
      });
      await expect(ended).rejects.toMatchObject({ code: 1, stderr: expect.not.stringContaining(password) });
      expect(readFileSync(`${seen}.own`, 'utf8')).toBe(password);
      const commands = readFileSync(seen, 'utf8');
      expect(commands).toMatch(/pg_dump .*--dbname=postgres:/);
      expect(commands).toContain('src/outage-desk.ts backup');
      expect(commands).not.toContain(password);
    },
  );
});
