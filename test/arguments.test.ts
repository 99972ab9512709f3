/** The commands that take minutes, called with wrong arguments: each refuses in one line, and does nothing that looks like a result. */
// @module-tag full
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const PROGRAMS = {
  simulate: 'test/simulation/run.ts',
  crash: 'test/crash/run.ts',
  mutants: 'test/mutants/run.ts',
  bench: 'test/bench/run.ts',
};
type Name = keyof typeof PROGRAMS;

/** Stopped long before anything could be measured: what takes its arguments does not end within the limit. */
async function run(name: Name, ...args: string[]) {
  const running = promisify(execFile)(process.execPath, [PROGRAMS[name], ...args], { timeout: 60_000 });
  return running.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

describe.each(Object.keys(PROGRAMS) as Name[])('npm run %s', (name) => {
  it('says in one line how it is called, when asked and when told what it does not know', async () => {
    const usage = expect.stringMatching(new RegExp(`^usage: npm run ${name} -- \\[--.+\\n$`));
    expect(await run(name, '--help')).toEqual({ code: 0, stdout: usage, stderr: '' });
    expect(await run(name, '--nonsense')).toEqual({ code: 2, stdout: '', stderr: usage });
  });
});

it.each<[Name, string, string, string]>([
  ['simulate', '--outages', '0', "--outages must be a whole number of at least 1, not '0'"],
  ['simulate', '--seed', 'x', "--seed must be a whole number of at least 0, not 'x'"],
  ['crash', '--kills', '1.5', "--kills must be a whole number of at least 1, not '1.5'"],
  ['crash', '--limits', 'x', "a limit is written as requests/ms, not 'x'"],
  ['mutants', '--only', 'zzzz', "no mutant has 'zzzz' in it"],
])('npm run %s -- %s %j is refused in one line', async (name, option, value, line) => {
  expect(await run(name, option, value)).toEqual({ code: 2, stdout: '', stderr: `${line}\n` });
});
