/** Whether the loops of this bot still turn. By the bot's own clock: it is asked when the store does not answer. */
import type { Instant } from '../../outage/types/person.ts';

const LONGEST_MS = 60_000;

export type LoopLiveness = {
  /** A loop begins, or has come round, whatever came of it. */
  ticked(loop: string): void;
  /** How long the slowest of the loops has stood still, in ms, when that is too long; else null. A loop that never began is none. */
  stalledFor(): number | null;
};

export function createLoopLiveness(now: () => Instant): LoopLiveness {
  const ticks = new Map<string, Instant>();
  return {
    ticked: (loop) => void ticks.set(loop, now()),
    stalledFor() {
      const longest = now() - Math.min(...ticks.values(), now());
      return longest > LONGEST_MS ? longest : null;
    },
  };
}
