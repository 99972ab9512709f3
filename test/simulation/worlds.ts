/** Cuts a long run into worlds of a few days, each from a seed of its own, and simulates as many at once as there are processors. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlainWorld, Verdict } from './verdict.ts';

const LONGEST_WORLD_HOURS = 90;
const LARGEST_WORLD_OUTAGES = 250;
/** One in this number of worlds has a storm: half of its outages, up to a limit, within a minute at one desk. */
const STORM_EVERY = 8;
const LARGEST_STORM = 100;
/** One bot with a file of its own is in earnest too. */
const FLEETS = [1, 2, 3];

/** A world needs less; without a limit what earlier ones left behind stays until the machine is full. */
const LARGEST_THREAD = { maxOldGenerationSizeMb: 700, maxYoungGenerationSizeMb: 64 };
const MONTH_HOURS = 720;
const MONTH_OUTAGES = 10_000;
const QUIET_HOURS = 4;

/** A busy month; what is longer looks for what takes long, and is quiet beyond its first month's worth of outages. */
export function usualOutages(hours: number): number {
  const busy = Math.min(hours, MONTH_HOURS) * (MONTH_OUTAGES / MONTH_HOURS);
  return Math.max(1, Math.round(busy + Math.max(0, hours - MONTH_HOURS) / QUIET_HOURS));
}

/** The same seed, hours and outages always give the same worlds. */
export function cut(seed: number, hours: number, outages: number): readonly PlainWorld[] {
  const count = Math.max(1, Math.ceil(hours / LONGEST_WORLD_HOURS), Math.ceil(outages / LARGEST_WORLD_OUTAGES));
  const share = (all: number, index: number) => Math.floor((all * (index + 1)) / count) - Math.floor((all * index) / count);
  return Array.from({ length: count }, (_, index) => {
    const mine = share(outages, index);
    const storm = (seed + index) % STORM_EVERY === 0 ? Math.min(LARGEST_STORM, Math.floor(mine / 2)) : 0;
    const bots = FLEETS[(seed + index) % FLEETS.length] ?? 1;
    return { seed: `${seed}/${index}`, hours: share(hours, index), outages: mine, storm, bots };
  });
}

/** Gives the verdicts in the order of the worlds. A world is told of when it is judged; what it remembers is dropped then. */
export async function judgeAll(
  worlds: readonly PlainWorld[],
  onVerdict: (verdict: Verdict, world: PlainWorld) => void,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const left = worlds.entries();
  async function work(): Promise<void> {
    const thread = new Worker(new URL('./world-worker.ts', import.meta.url), { resourceLimits: LARGEST_THREAD });
    for (const [index, world] of left) {
      thread.postMessage(world);
      const [verdict] = (await once(thread, 'message')) as [Verdict];
      verdicts[index] = verdict;
      onVerdict(verdict, world);
    }
    await thread.terminate();
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), worlds.length) }, work));
  return verdicts;
}
