/**
 * `npm run simulate`: months of outages, faults and crashes in a minute, from a seed.
 * --seed N (1)  --outages N (10000)  --hours N (720)  --seeds N (1): so many seeds, from that one on
 */
import { parseArgs } from 'node:util';
import { FAULT_KINDS } from './bad-days.ts';
import { shrink } from './shrink.ts';
import { tellStory } from './story.ts';
import { lastLine, type PlainWorld, type Verdict } from './verdict.ts';
import { cut, judgeAll } from './worlds.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    outages: { type: 'string', default: '10000' },
    hours: { type: 'string', default: '720' },
  },
});
const [seed, seeds, outages, hours] = (['seed', 'seeds', 'outages', 'hours'] as const).map((name) => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < (name === 'seed' ? 0 : 1))
    throw new Error(`--${name} must be a whole number, not '${values[name]}'`);
  return value;
}) as [number, number, number, number];

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

const total = (of: 'sent' | 'givenUp' | 'neverArrived' | 'blocked') => verdicts.reduce((all, one) => all + one[of], 0);
say(`${worlds.length} worlds, ${total('sent')} messages in ${((performance.now() - began) / 1_000).toFixed(0)} s; ${faultList(verdicts)}`);
say(
  `shown as failed after two tries without an answer: ${total('givenUp')}, ${total('neverArrived')} of them never arrived; held back by an opening that failed: ${total('blocked')}`,
);
say(lastLine(verdicts));
process.exitCode = first ? 1 : 0;

async function explain({ world, verdict }: { world: PlainWorld; verdict: Verdict }): Promise<void> {
  const [broken] = verdict.broken;
  if (!broken) return;
  say(`\nmaking world ${world.seed} smaller; it breaks: ${broken.name}`);
  const { world: small, history, broken: still } = await shrink(world, broken.name, (text) => say(`  ${text}`));
  say(`\n${still.name}:`);
  for (const { outageId, text } of still.findings.slice(0, 3)) say(`  ${outageId} ${text}`);
  say(`kinds of faults that it takes: ${(small.faults ?? FAULT_KINDS).join(', ') || 'none'}`);
  say(`${tellStory(history, still.findings[0]?.outageId ?? '')}`);
  say(`repeat it: npm run simulate -- --seed ${world.seed.split('/')[0]} --hours ${hours} --outages ${outages}\n`);
}

function faultList(all: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const { faults } of all) for (const [kind, count] of Object.entries(faults)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const deaths = [...counts].filter(([kind]) => kind.startsWith('death'));
  const others = [...counts].filter(([kind]) => !kind.startsWith('death')).map(([kind, count]) => `${kind} ${count}`);
  return `${deaths.reduce((sum, [, count]) => sum + count, 0)} deaths at ${deaths.length} different steps, ${others.join(', ')}`;
}
