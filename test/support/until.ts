/** Waits for what no event tells of. The test's own time limit is the only one; nothing is asserted about time. */
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 20;

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(LOOK_AGAIN_MS);
}
