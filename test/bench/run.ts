/**
 * `npm run bench`: what the bot costs beside its peers, and how quick it is. Each row has a bound. Ends with
 * `bench: N of M within their bounds`, and with 1 unless all are.
 *
 *   --only NAME[,NAME]   parts, or rows of them
 *   --quick              a few rows, with bounds that a busy machine keeps
 *   --json FILE          writes all figures there, too
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { readArguments, refuse } from '../support/arguments.ts';
import { type Chosen, choose, failed, type Judged, judge, summaryOf, tableOf } from './judging.ts';
import { MEASURES } from './measures/index.ts';
import { installPeers } from './world/peers.ts';
import { createWorld, type World } from './world/world.ts';

const USAGE = 'usage: npm run bench -- [--only NAME[,NAME]] [--quick] [--json FILE]';
const values = readArguments(USAGE, { only: { type: 'string' }, quick: { type: 'boolean', default: false }, json: { type: 'string' } });
const { quick } = values;
const chosen = choose(MEASURES, values.only?.split(',') ?? null, quick);
if (typeof chosen === 'string') refuse(chosen);
const print = (line: string) => process.stdout.write(`${line}\n`);

let current: World | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void current?.stop().finally(() => process.exit(1)));
}

async function run({ measure, rows }: Chosen): Promise<readonly Judged[]> {
  const { part } = measure;
  const world = createWorld({ quick });
  current = world;
  const began = performance.now();
  try {
    const outcomes = await measure.run(world, (name) => rows.some((row) => row.name === name));
    return rows.map((row) => judge(part, row, outcomes[row.name], quick));
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    print(`${part} failed: ${why}${error instanceof Error && error.cause ? `\n${error.cause}` : ''}`);
    return rows.map((row) => failed(part, row, why.split('\n', 1)[0] ?? '', quick));
  } finally {
    await world.stop();
    const load = loadavg().map((average) => average.toFixed(1));
    print(`${part}: ${((performance.now() - began) / 1_000).toFixed(0)} s (load average ${load.join(' ')})`);
  }
}

const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
const machine = {
  processors: availableParallelism(),
  model: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  platform: process.platform,
  node: process.version,
};
print(
  `${machine.processors} processors (${machine.model}), ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}, commit ${commit}`,
);
// The bot's own packages hold the same version of the echo that a quick run needs.
if (!quick) await installPeers();
const judged: Judged[] = [];
for (const one of chosen) {
  print(`${one.measure.part} ...`);
  const rows = await run(one);
  judged.push(...rows);
  for (const line of tableOf(rows)) print(line);
}
if (chosen.length > 1) for (const line of ['', ...tableOf(judged)]) print(line);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ date: new Date().toISOString(), commit, machine, quick, rows: judged }, null, 2)}\n`);
}
print(summaryOf(judged));
process.exit(judged.every(({ good }) => good) ? 0 : 1);
