/** Makes a failing world smaller while it still breaks the same invariant: one outage, fewer kinds of faults, faults for a shorter time. */
import { FAULT_KINDS } from './fault-plan.ts';
import type { History } from './history.ts';
import { mannersIn, simulate, type World } from './simulate.ts';
import { type Broken, brokenIn } from './verdict.ts';

export type Shrunk = { readonly world: World; readonly history: History; readonly broken: Broken };

export async function shrink(world: World, name: string, onTry: (text: string) => void): Promise<Shrunk> {
  const first = await attempt(world, name);
  if (!first) throw new Error(`world ${world.seed} did not break '${name}' again: it is not deterministic`);
  let best = first;
  async function smaller(candidate: World, text: string): Promise<boolean> {
    const found = await attempt(candidate, name);
    onTry(`${text}: ${found ? 'still breaks' : 'holds'}`);
    if (found) best = found;
    return found !== null;
  }

  const id = best.broken.findings[0]?.outageId;
  if (id) await smaller({ ...best.world, only: [id] }, `only ${id}`);
  if (mannersIn(world).quirks.length > 0) await smaller({ ...best.world, quirks: [] }, 'with a friendly Teams');
  for (let part = 0.5; part > 0.01; part /= 2) {
    const faultsUntil = (best.world.faultsUntil ?? best.world.hours) - world.hours * part;
    if (faultsUntil >= 0) await smaller({ ...best.world, faultsUntil }, `faults until hour ${faultsUntil.toFixed(1)}`);
  }
  for (const kind of FAULT_KINDS) {
    const faults = (best.world.faults ?? FAULT_KINDS).filter((one) => one !== kind);
    await smaller({ ...best.world, faults }, `without ${kind}`);
  }
  return best;
}

async function attempt(world: World, name: string): Promise<Shrunk | null> {
  const history = await simulate(world);
  const broken = brokenIn(history).find((one) => one.name === name);
  return broken ? { world, history, broken } : null;
}
