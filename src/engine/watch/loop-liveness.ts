/** Whether the loops of this bot still run, by the bot's own clock: this is asked when the store does not answer. */
import type { Instant } from '../../outage/types/values.ts';

/** A loop that has not ticked for longer has stalled. */
const LONGEST_MS = 60_000;

export type LoopLiveness = ReturnType<typeof createLoopLiveness>;

export function createLoopLiveness(now: () => Instant) {
  const ticks = new Map<string, Instant>();
  return {
    /** A loop has started, or has finished a round, with or without an error. */
    ticked: (loop: string) => void ticks.set(loop, now()),
    /** For how many ms the slowest loop has not ticked, when that is too long; else null. Loops that never started do not count. */
    stalledFor() {
      const longest = now() - Math.min(...ticks.values(), now());
      return longest > LONGEST_MS ? longest : null;
    },
  };
}
