/** Waits for a condition, up to a limit. */
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 25;

export class TooLongError extends Error {
  override name = 'TooLongError';
}

/** Throws TooLongError, with `complaint`, when it does not hold within `limitMs`. A condition that throws does not hold yet. */
export async function within(limitMs: number, complaint: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  if (!(await heldWithin(limitMs, holds))) throw new TooLongError(`${complaint} (${limitMs} ms)`);
}

export async function heldWithin(limitMs: number, holds: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (performance.now() < end) {
    if (
      await Promise.resolve()
        .then(holds)
        .catch(() => false)
    )
      return true;
    await pause(LOOK_AGAIN_MS);
  }
  return false;
}
