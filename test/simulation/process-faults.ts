/** The life of one bot's process: it can die or freeze at every step that it takes outside of itself. */
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export type Life = {
  readonly name: string;
  /** True while nothing can happen to it at its next step. */
  undisturbed(): boolean;
  dead(): boolean;
  /** It takes a step: freezes while it is paused, and never comes back when it is dead. */
  passage(point: string): Promise<void>;
  kill(point: string): void;
  /** Dies after this many more steps. */
  doom(steps: number): void;
  /** Dies now if it is doomed and still lives. */
  meetDoom(point: string): void;
  pause(ms: number): void;
  /** Freezes for so long as soon as it has claimed lanes, so that everybody else waits for its leases; `frozen` hears of it. */
  freezeHolding(ms: number, frozen: () => void): void;
};

const MAX_DOOM = 14;
const CLAIMED = 'after claimLanes';

export const drawDoom = (random: Random): number => random.int(0, MAX_DOOM);

/** One for each who waits: a promise keeps all who wait for it, and with them their worlds. */
const never = () => new Promise<never>(() => {});

export function createLife(name: string, time: VirtualTime, onDeath: (point: string) => void): Life {
  let alive = true;
  let doomed: number | null = null;
  let pausedUntil = 0;
  let freezing: number | null = null;
  let onFreeze = () => {};

  const life: Life = {
    name,
    undisturbed: () => alive && doomed === null && freezing === null && pausedUntil <= time.now(),
    dead: () => !alive,
    async passage(point) {
      if (!alive) return await never();
      if (doomed !== null) {
        doomed--;
        if (doomed < 0) life.kill(point);
      }
      if (freezing !== null && point === CLAIMED) {
        life.pause(freezing);
        freezing = null;
        onFreeze();
      }
      while (alive && pausedUntil > time.now()) await time.wait(pausedUntil - time.now());
      if (!alive) return await never();
    },
    kill(point) {
      if (!alive) return;
      alive = false;
      onDeath(point);
    },
    doom(steps) {
      doomed ??= steps;
    },
    meetDoom(point) {
      if (doomed !== null) life.kill(point);
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms);
    },
    freezeHolding(ms, frozen) {
      freezing = ms;
      onFreeze = frozen;
    },
  };
  return life;
}
