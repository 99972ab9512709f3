/** What a database does on a bad day: slow, busy, read-only, away, or it commits and the answer is lost. */
import { ConflictError } from '../../src/engine/ports/outages.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export const STORE_FAULTS = ['slow', 'busy', 'read-only', 'away', 'cut', 'conflict', 'fail-over'] as const;
export type StoreFault = (typeof STORE_FAULTS)[number];

export type StoreTrouble = {
  none(): boolean;
  start(fault: StoreFault): void;
  end(fault: StoreFault): void;
  before(name: string, kind: 'read' | 'write'): Promise<void>;
  after(name: string, kind: 'read' | 'write'): Promise<void>;
  /** The commit of this transaction loses against another one. */
  losesRace(): boolean;
};

const SLOW_MS = { min: 20, max: 1_500 };
const MISFORTUNE = 0.4;
/** For so long what reaches the old server is done, and its answer is lost; then nobody is there until the new one is. */
const LAST_ANSWERS_MS = 1_500;

export function createStoreTrouble(parts: { time: VirtualTime; random: Random; strike: (kind: string) => void }): StoreTrouble {
  const { time, random, strike } = parts;
  const present = new Map<StoreFault, number>();
  let goneFrom = 0;
  const has = (fault: StoreFault) => (present.get(fault) ?? 0) > 0;
  const hits = (fault: StoreFault, probability = MISFORTUNE) => {
    const hit = has(fault) && random.chance(probability);
    if (hit) strike(`store ${fault}`);
    return hit;
  };

  return {
    none: () => present.size === 0,
    start(fault) {
      present.set(fault, (present.get(fault) ?? 0) + 1);
      if (fault === 'fail-over') goneFrom = time.now() + LAST_ANSWERS_MS;
    },
    end(fault) {
      const left = (present.get(fault) ?? 1) - 1;
      if (left === 0) present.delete(fault);
      else present.set(fault, left);
    },
    async before(name, kind) {
      if (hits('slow')) await time.wait(random.int(SLOW_MS.min, SLOW_MS.max));
      if (time.now() >= goneFrom && hits('fail-over', 1)) throw new Error(`${name}: nobody is the database yet`);
      if (hits('away', 1)) throw new Error(`${name}: the database is away`);
      if (kind === 'write' && hits('read-only', 1)) throw new Error(`${name}: attempt to write a readonly database`);
      // The store itself makes a conflict of a busy database in a transaction, and an error elsewhere.
      if (kind === 'write' && hits('busy')) throw name === 'transaction' ? new ConflictError('busy') : new Error(`${name}: busy`);
      if (hits('cut', MISFORTUNE / 2)) throw new Error(`${name}: the connection broke before it`);
    },
    async after(name) {
      if (hits('slow')) await time.wait(random.int(SLOW_MS.min, SLOW_MS.max));
      if (hits('fail-over', 1)) throw new Error(`${name}: the server went away; nobody knows whether it was done`);
      if (hits('cut', MISFORTUNE / 2)) throw new Error(`${name}: the connection broke; nobody knows whether it was done`);
    },
    losesRace: () => hits('conflict'),
  };
}
