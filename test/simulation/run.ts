/**
 * `npm run simulate`: months of outages, faults and crashes in a minute, from a seed.
 *   --hours N    (720, a month)
 *   --outages N  (without it: 10,000 a month up to a month, and one for every four hours beyond it)
 *   --seed N     (1) the same numbers give the same run, to the last step
 *   --seeds N    (1) so many runs, from that seed on
 * The exit code is 1 when anything was lost, late, told after somebody had taken it, or doubled without reason.
 */
import { readArguments, wholeNumber } from '../support/arguments.ts';
import { FAULT_KINDS } from './fault-plan.ts';
import { shrink } from './shrink.ts';
import { mannersIn } from './simulate.ts';
import { tellStory } from './story.ts';
import { deliveredLine, faultsLine, lastLine, type PlainWorld, type Verdict } from './verdict.ts';
import { cut, judgeAll, usualOutages } from './worlds.ts';

const values = readArguments('usage: npm run simulate -- [--hours N] [--outages N] [--seed N] [--seeds N]', {
  seed: { type: 'string', default: '1' },
  seeds: { type: 'string', default: '1' },
  hours: { type: 'string', default: '720' },
  outages: { type: 'string' },
});
const seed = wholeNumber('seed', values.seed, 0);
const seeds = wholeNumber('seeds', values.seeds);
const hours = wholeNumber('hours', values.hours);
const outages = values.outages === undefined ? usualOutages(hours) : wholeNumber('outages', values.outages);

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const began = performance.now();
const worlds = Array.from({ length: seeds }, (_, index) => cut(seed + index, hours, outages)).flat();
const failed: { world: PlainWorld; verdict: Verdict }[] = [];
const verdicts = await judgeAll(worlds, (verdict, world) => {
  if (verdict.broken.length > 0) failed.push({ world, verdict });
});
const [first] = failed.sort((one, other) => worlds.indexOf(one.world) - worlds.indexOf(other.world));
for (const { world, verdict } of failed.slice(0, 5)) {
  for (const { name, findings } of verdict.broken) {
    say(`world ${world.seed}: not true ${findings.length} times: ${name}`);
    for (const { outageId, text } of findings.slice(0, 3)) say(`  ${outageId} ${text}`);
  }
}
if (first) await explain(first);

say(`${worlds.length} worlds in ${((performance.now() - began) / 1_000).toFixed(0)} s; ${faultsLine(verdicts)}`);
say(deliveredLine(verdicts));
say(lastLine(verdicts));
process.exitCode = first ? 1 : 0;

async function explain({ world, verdict }: { world: PlainWorld; verdict: Verdict }): Promise<void> {
  const [broken] = verdict.broken;
  if (!broken) return;
  say(`\nmaking world ${world.seed} smaller; it breaks: ${broken.name}`);
  say(`Teams is ${mannersIn(world).told}`);
  const { world: small, history, broken: still } = await shrink(world, broken.name, (text) => say(`  ${text}`));
  say(`\n${still.name}:`);
  for (const { outageId, text } of still.findings.slice(0, 3)) say(`  ${outageId} ${text}`);
  if (small.quirks) say('it breaks with a friendly Teams too');
  say(`kinds of faults that it takes: ${(small.faults ?? FAULT_KINDS).join(', ') || 'none'}`);
  say(`${tellStory(history, still.findings[0]?.outageId ?? '')}`);
  say(`repeat it: npm run simulate -- --seed ${world.seed.split('/')[0]} --hours ${hours} --outages ${outages}\n`);
}
