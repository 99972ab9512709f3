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
  pause(ms: number): void;
};

const MAX_DOOM = 14;

export const drawDoom = (random: Random): number => random.int(0, MAX_DOOM);

const never = new Promise<never>(() => {});

export function createLife(name: string, time: VirtualTime, onDeath: (point: string) => void): Life {
  let alive = true;
  let doomed: number | null = null;
  let pausedUntil = 0;

  const life: Life = {
    name,
    undisturbed: () => alive && doomed === null && pausedUntil <= time.now(),
    dead: () => !alive,
    async passage(point) {
      if (!alive) return await never;
      if (doomed !== null) {
        doomed--;
        if (doomed < 0) life.kill(point);
      }
      while (alive && pausedUntil > time.now()) await time.wait(pausedUntil - time.now());
      if (!alive) return await never;
    },
    kill(point) {
      if (!alive) return;
      alive = false;
      onDeath(point);
    },
    doom(steps) {
      doomed ??= steps;
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms);
    },
  };
  return life;
}
