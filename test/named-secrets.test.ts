/** Secrets that the desk file names: from the environment, from a file, or missing with what to do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { readNamedSecrets } from '../src/named-secrets.ts';

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

const problemsOf = (names: readonly string[], environment: Record<string, string>): readonly string[] => {
  try {
    readNamedSecrets(names, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

test('each secret comes from its variable, or from the file that its name with _FILE names', () => {
  const file = join(tempFolder(), 'secret');
  writeFileSync(file, 'from a file\n');
  const secrets = readNamedSecrets(['JIRA_SECRET', 'PHONE_TOKEN'], { JIRA_SECRET: ' whsec_1 ', PHONE_TOKEN_FILE: file, OTHER: 'x' });
  expect([...secrets]).toEqual([
    ['JIRA_SECRET', 'whsec_1'],
    ['PHONE_TOKEN', 'from a file'],
  ]);
});

test('all that are missing are named with the remedy, and no value is shown', () => {
  const problems = problemsOf(['JIRA_SECRET', 'PHONE_TOKEN', 'CHAT_SECRET'], { JIRA_SECRET: '  ', PHONE_TOKEN: 'hidden' });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['JIRA_SECRET', 'CHAT_SECRET']);
  expect(problems.join()).toContain('JIRA_SECRET_FILE');
  expect(problems.join()).not.toContain('hidden');
});

test('a file that is empty or cannot be read, and a secret that is set twice, are mistakes', () => {
  const empty = join(tempFolder(), 'empty');
  writeFileSync(empty, '');
  expect(problemsOf(['A_SECRET'], { A_SECRET_FILE: empty }).join()).toContain('empty');
  expect(problemsOf(['A_SECRET'], { A_SECRET_FILE: join(tempFolder(), 'none') }).join()).toContain('cannot be read');
  expect(problemsOf(['A_SECRET'], { A_SECRET: 'one', A_SECRET_FILE: empty }).join()).toContain('both set');
});
