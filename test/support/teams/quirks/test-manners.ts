/** The manners of a test: chosen by the run's seed and the test's name, and printed when it fails. */
import { expect, onTestFailed } from 'vitest';
import { type Manners, mannersOf } from './manners.ts';

/** One seed where everything runs, so that a full run is the same each time. */
const SEED = process.env.SAMPLE_SEED || 'full';

export function mannersOfTest(): Manners {
  const { currentTestName, testPath } = expect.getState();
  const manners = mannersOf('flows', `${SEED}/${currentTestName ?? testPath}`);
  const tell = () => void process.stderr.write(`Teams and its clients were ${manners.told}\n`);
  if (manners.quirks.length === 0) return manners;
  try {
    onTestFailed(tell);
  } catch {
    // In a hook that runs once for all tests of a file, nobody is told which of them fail.
    tell();
  }
  return manners;
}
