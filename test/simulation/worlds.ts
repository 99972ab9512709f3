/** Cuts a long run into worlds of a few days, each from a seed of its own, and simulates as many at once as there are processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PlainWorld, Verdict } from './verdict.ts';

const LONGEST_WORLD_HOURS = 90;
const LARGEST_WORLD_OUTAGES = 1_250;

/** The same seed, hours and outages always give the same worlds. */
export function cut(seed: number, hours: number, outages: number): readonly PlainWorld[] {
  const count = Math.max(1, Math.ceil(hours / LONGEST_WORLD_HOURS), Math.ceil(outages / LARGEST_WORLD_OUTAGES));
  const share = (all: number, index: number) => Math.floor((all * (index + 1)) / count) - Math.floor((all * index) / count);
  return Array.from({ length: count }, (_, index) => ({
    seed: `${seed}/${index}`,
    hours: share(hours, index),
    outages: share(outages, index),
  }));
}

/** Gives the verdicts in the order of the worlds. */
export async function judgeAll(
  worlds: readonly PlainWorld[],
  onVerdict: (verdict: Verdict, world: PlainWorld) => void,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let next = 0;
  async function work(): Promise<void> {
    for (let index = next++; index < worlds.length; index = next++) {
      const world = worlds[index] as PlainWorld;
      const verdict = await inThread(world);
      verdicts[index] = verdict;
      onVerdict(verdict, world);
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), worlds.length) }, work));
  return verdicts;
}

function inThread(world: PlainWorld): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./world-thread.ts', import.meta.url), { workerData: world });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the thread of world ${world.seed} ended with code ${code}`)));
  });
}
