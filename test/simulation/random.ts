/** Chance from a seed: the same seed and name give the same numbers for ever. */

export type Random = {
  /** 0 to below 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A waiting time with this mean; never 0. */
  waitMs(meanMs: number): number;
  /** A stream of its own: what is drawn from one never moves another. */
  fork(name: string): Random;
};

export function createRandom(seed: string): Random {
  let state = hash(seed);
  const random: Random = {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    },
    int: (min, max) => min + Math.floor(random.next() * (max - min + 1)),
    chance: (probability) => random.next() < probability,
    pick(list) {
      const one = list[random.int(0, list.length - 1)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    waitMs: (meanMs) => 1 + Math.round(-Math.log(1 - random.next()) * meanMs),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
  return random;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
