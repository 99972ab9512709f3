/**
 * `npm test`: types, lint and tests at the same time; ends with 1 when one of them fails. What is behind `--` goes to vitest.
 * SEED chooses the sample of the tests that are tagged `sampled`; without it every run takes another one.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config=test/vitest.config.ts', '--mode=quick', ...process.argv.slice(2)];
const seed = process.env.SEED || String(randomInt(1_000_000));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Result = { readonly name: string; readonly isGood: boolean; readonly seconds: number; readonly output: string };

/** `isShown`: its output is seen while it runs; otherwise it is kept for later. */
async function run(name: string, command: string, args: readonly string[], isShown = false): Promise<Result> {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, SEED: seed },
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => void output.push(String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { name, isGood: code === 0, seconds: (performance.now() - began) / 1_000, output: output.join('') };
}

const results = await Promise.all([
  run('types', 'npm', ['run', '--silent', 'types']),
  run('lint', 'npm', ['run', '--silent', 'lint']),
  run('tests', process.execPath, VITEST, true),
]);
for (const { name, isGood, output } of results) if (!isGood && output) say(`\n== ${name}\n${output}`);
for (const { name, isGood, seconds } of results) say(`${name.padEnd(6)} ${isGood ? 'passed' : 'FAILED'} in ${seconds.toFixed(0)} s`);
say(`sample ${seed}: repeat it with SEED=${seed} npm test`);
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
