/**
 * Tests that are tagged `sampled` run a part of their cases in `npm test`, and all of them everywhere else. The seed that
 * chooses the part is printed by `npm test`; `SEED=1 npm test` takes the part of seed 1.
 */
import { createRandom } from '../simulation/random.ts';

/** Null where everything runs. */
const SEED = process.env.SAMPLE_SEED || null;

/** `count` of these, in their order; all of them where everything runs. `name`: of the list, so that no two lists are sampled alike. */
export function sample<One>(name: string, all: readonly One[], count: number): readonly One[] {
  if (SEED === null) return all;
  const random = createRandom(`${SEED}/${name}`);
  const left = [...all.keys()];
  const chosen = Array.from({ length: Math.min(count, all.length) }, () => left.splice(random.int(0, left.length - 1), 1)[0]);
  return all.filter((_one, index) => chosen.includes(index));
}

/** For fast-check, how often a property is tried: `all` times, or `few` times in a sample. */
export const runs = (all: number, few: number): { readonly numRuns: number; readonly seed?: number } =>
  SEED === null ? { numRuns: all } : { numRuns: few, seed: createRandom(SEED).int(0, 2 ** 31 - 1) };
