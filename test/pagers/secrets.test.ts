/** The secrets of pagers: each that is missing or cannot be right stops the start, by its name and never by its value. */
import { expect, test } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { readPagerSecrets } from '../../src/pagers/pagers.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { PAGER_ENVIRONMENT, PAGERS_YAML } from '../support/pagers/fake-pagers.ts';

const desk = smallDesk((text) => text.concat(PAGERS_YAML));
function problemsWith(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readPagerSecrets(desk.file.pagers, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

test('all that the desk file names are there', () => {
  expect(problemsWith(PAGER_ENVIRONMENT)).toEqual([]);
  expect([...readPagerSecrets(desk.file.pagers, PAGER_ENVIRONMENT).keys()].sort()).toEqual(['PD_KEY', 'SIREN_SECRET', 'TWILIO_TOKEN']);
  expect(readPagerSecrets(smallDesk().file.pagers, {}).size).toBe(0);
});

test('every one that is missing is named at once, with what to do', () => {
  const problems = problemsWith({ PD_KEY: PAGER_ENVIRONMENT.PD_KEY, TWILIO_TOKEN: ' ' });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['TWILIO_TOKEN', 'SIREN_SECRET']);
  for (const problem of problems) expect(problem).toMatch(/is missing\..*set it, or \w+_FILE to the path/);
});

test('one that cannot be right is named with its form, and its value is not said', () => {
  const wrong = { PD_KEY: 'not-a-key-at-all', TWILIO_TOKEN: 'AC0123', SIREN_SECRET: 'whsec_short' };
  const problems = problemsWith(wrong);
  expect(problems).toEqual([
    expect.stringMatching(/^PD_KEY, which pagers > ops of the desk file names, is no integration key of PagerDuty/),
    expect.stringMatching(/^TWILIO_TOKEN, which pagers > phones/),
    expect.stringMatching(/^TWILIO_TOKEN, which pagers > texts/),
    expect.stringMatching(/^SIREN_SECRET, which pagers > siren.*openssl rand -base64 32/),
  ]);
  for (const value of Object.values(wrong)) expect(problems.join()).not.toContain(value);
});
