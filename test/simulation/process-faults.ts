/** The process of one bot: it can die or freeze at every call that it makes to the store or to Teams. */
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';

export type SimulatedProcess = {
  readonly name: string;
  /** True while nothing can happen to it at its next step. */
  undisturbed(): boolean;
  dead(): boolean;
  /** Before and after each call: waits while the process is frozen, and never resolves when it is dead. */
  step(point: string): Promise<void>;
  kill(point: string): void;
  /** Dies after this many more steps. */
  dieAfter(steps: number): void;
  /** Dies now if it is to die and still lives. */
  dieIfDue(point: string): void;
  pause(ms: number): void;
  /** Freezes for `ms` as soon as it has claimed lanes, so that all other bots wait for its leases; then calls `frozen`. */
  freezeWithLeases(ms: number, frozen: () => void): void;
};

const MAX_STEPS = 14;
const CLAIMED = 'after claimLanes';

export const drawSteps = (random: Random): number => random.int(0, MAX_STEPS);

/** A new promise for each caller: one shared promise would keep all of them, and their worlds, in memory. */
const never = () => new Promise<never>(() => {});

export function createSimulatedProcess(name: string, time: VirtualTime, onDeath: (point: string) => void): SimulatedProcess {
  let alive = true;
  let stepsLeft: number | null = null;
  let pausedUntil = 0;
  let freezing: number | null = null;
  let onFreeze = () => {};

  const life: SimulatedProcess = {
    name,
    undisturbed: () => alive && stepsLeft === null && freezing === null && pausedUntil <= time.now(),
    dead: () => !alive,
    async step(point) {
      if (!alive) return await never();
      if (stepsLeft !== null) {
        stepsLeft--;
        if (stepsLeft < 0) life.kill(point);
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
    dieAfter(steps) {
      stepsLeft ??= steps;
    },
    dieIfDue(point) {
      if (stepsLeft !== null) life.kill(point);
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, time.now() + ms);
    },
    freezeWithLeases(ms, frozen) {
      freezing = ms;
      onFreeze = frozen;
    },
  };
  return life;
}
