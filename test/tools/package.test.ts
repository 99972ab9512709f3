/** `outage-desk package`: what an administrator is told when a value is missing or wrong, and what is written. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { readPackageValues } from '../../src/tools/teams-app/app-package.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';

const root = path.join(import.meta.dirname, '../..');
const APP = '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a01';
const BOT = '7c0f0f0e-5a0c-4d53-9a55-0c8f6a6b1a02';
const SET = {
  TEAMS_APP_ID: APP,
  CLIENT_ID: BOT,
  DEVELOPER_NAME: 'Contoso IT',
  DEVELOPER_WEBSITE_URL: 'https://help.contoso.com/outage-desk',
  DEVELOPER_PRIVACY_URL: 'https://contoso.com/privacy',
  DEVELOPER_TERMS_URL: 'https://contoso.com/terms',
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readPackageValues(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

it('15.9 every value that is missing is named, with where to get it', () => {
  const problems = problemsOf({});
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['TEAMS_APP_ID', 'BOT_ID', ...Object.keys(SET).slice(2)]);
  for (const problem of problems) expect(problem).toMatch(/^\w+ is missing\. (?:It is|Use) .{20,}\.$/);
});

it('15.9 the bot is the one of its own settings, by either name', () => {
  const { CLIENT_ID: _, ...rest } = SET;
  for (const name of ['BOT_ID', 'MicrosoftAppId', 'CLIENT_ID']) expect(readPackageValues({ ...rest, [name]: BOT }).BOT_ID).toBe(BOT);
  expect(problemsOf({ ...SET, MicrosoftAppId: APP })).toEqual([expect.stringMatching(/^BOT_ID, .* name different bots: leave out/)]);
});

it.each([
  ['TEAMS_APP_ID', 'outage-desk'],
  ['CLIENT_ID', 'outage-desk'],
  ['DEVELOPER_NAME', 'A name that is longer than thirty-two'],
  ['DEVELOPER_NAME', 'Contoso\nIT'],
  ['DEVELOPER_WEBSITE_URL', 'http://contoso.com'],
  ['DEVELOPER_WEBSITE_URL', 'contoso.com'],
  ['DEVELOPER_PRIVACY_URL', 'https://www.example.com/privacy'],
  ['DEVELOPER_TERMS_URL', 'https://example.com'],
  ['DEVELOPER_TERMS_URL', 'https://localhost/terms'],
])('15.9 %s is refused when it is %j, with what to do', (name, said) => {
  expect(problemsOf({ ...SET, [name]: said })).toEqual([
    expect.stringMatching(new RegExp(`^${name === 'CLIENT_ID' ? 'BOT_ID' : name} cannot be used\\. (?:It is|Use) .{20,}\\.$`)),
  ]);
});

it('15.9 writes the same file each time, in any time zone; git does not see it, and no secret is in it', { tags: 'full' }, () => {
  const copy = testFolder();
  for (const part of ['src', 'appPackage', 'package.json']) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  mkdirSync(path.join(copy, 'env'));
  const run = (args: readonly string[], TZ = 'UTC') =>
    spawnSync(process.execPath, ['src/outage-desk.ts', 'package', ...args], {
      cwd: copy,
      env: { ...childEnvironment(), TZ },
      encoding: 'utf8',
    });
  expect(run([])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^Nothing was changed:\n- TEAMS_APP_ID is missing/),
  });

  const file = 'appPackage/build/outage-desk.zip';
  const settings = { ...SET, CLIENT_SECRET: 'hunter-2' };
  writeFileSync(
    path.join(copy, 'env/.env'),
    Object.entries(settings)
      .map((setting) => `${setting.join('=')}\n`)
      .join(''),
  );
  const made = ['Asia/Tokyo', 'America/New_York'].map((TZ) => {
    const { status, stdout, stderr } = run(['--env', 'env/.env'], TZ);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('hunter-2');
    return readFileSync(path.join(copy, file));
  });
  expect(made[0]?.equals(made[1] ?? Buffer.alloc(0))).toBe(true);
  expect(run(['--env', 'nowhere'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/The file \S*nowhere cannot be read\. Copy /),
  });
  expect(execFileSync('git', ['check-ignore', file], { cwd: root, encoding: 'utf8' }).trim()).toBe(file);
});
