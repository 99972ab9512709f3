/**
 * How the number of an outage is written. Counted numbers tell a customer how many outages all others have; so a desk may let people read
 * numbers of six digits in an order that looks like chance. The record and the store always have the counted one, by which lists are in
 * order. It is set once, when the process starts, because a number is written and read in very many places, and must be the same in all.
 */

type Numbering = { readonly shown: (counted: number) => number; readonly counted: (shown: number) => number };

const AS_COUNTED: Numbering = { shown: (number) => number, counted: (number) => number };
let numbering = AS_COUNTED;

/** `key`: the desk's own, which never changes, or every outage would be called by another number; null: as they are counted. */
export function setNumbering(key: string | null): void {
  numbering = key === null ? AS_COUNTED : scattered(key);
}
export const shownNumber = (counted: number): number => numbering.shown(counted);
/** 0, which no outage has, for a number that none is shown by. */
export const countedNumber = (shown: number): number => numbering.counted(shown);
export const isScattered = (): boolean => numbering !== AS_COUNTED;

const FIRST = 1_001;
/** The numbers of six digits; beyond them they are written as counted, with two digits more. */
const LEAST = 100_000;
const COUNT = 900_000;
const BEYOND = 10_000_000;
const HALF_BITS = 10;
const HALF = (1 << HALF_BITS) - 1;
const ROUNDS = [1, 2, 3, 4, 5, 6] as const;

/** A Feistel network over 20 bits, walked until it is in the range: each number has one that it is shown by, and back. */
function scattered(key: string): Numbering {
  const keys = ROUNDS.map((round) => [...key].reduce<number>((hash, sign) => mixed(hash ^ (sign.codePointAt(0) ?? 0)), round));
  const walk = (from: number, order: readonly number[]): number => {
    let [left, right] = [from >> HALF_BITS, from & HALF];
    for (const one of order) [left, right] = [right, left ^ (mixed(right ^ one) & HALF)];
    // The halves end crossed, so that the same walk with the keys turned round leads back.
    const to = (right << HALF_BITS) | left;
    return to < COUNT ? to : walk(to, order);
  };
  const back = keys.toReversed();
  return {
    shown: (counted) => (counted < FIRST + COUNT ? LEAST + walk(counted - FIRST, keys) : counted + BEYOND),
    counted(shown) {
      if (shown >= BEYOND) return shown - BEYOND;
      return shown >= LEAST && shown < LEAST + COUNT ? FIRST + walk(shown - LEAST, back) : 0;
    },
  };
}

/** A well-known mix of 32 bits (the end of MurmurHash3). It is to look like chance, not to withstand an attack. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
