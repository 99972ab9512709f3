/** Whether the loops of this bot still turn. By the bot's own clock: it is asked when the store does not answer. */
import type { Instant } from '../../outage/outage.ts';

const LONGEST_MS = 60_000;

export type Pulse = {
  /** A loop begins, or has come round, whatever came of it. */
  beat(loop: string): void;
  /** How long the slowest of the loops has stood still, in ms, when that is too long; else null. A loop that never began is none. */
  stoppedFor(): number | null;
};

export function createPulse(now: () => Instant): Pulse {
  const beats = new Map<string, Instant>();
  return {
    beat: (loop) => void beats.set(loop, now()),
    stoppedFor() {
      const longest = now() - Math.min(...beats.values(), now());
      return longest > LONGEST_MS ? longest : null;
    },
  };
}
