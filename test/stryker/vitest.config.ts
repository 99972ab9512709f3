/** The tests that Stryker runs: the unit tests of the pure rooms, without the two that try thousands of random cases. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.join(import.meta.dirname, '../..'),
  test: {
    include: ['test/outage/**/*.test.ts', 'test/report/**/*.test.ts'],
    exclude: ['test/outage/any-sequence.test.ts', 'test/report/fuzz.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    tags: [{ name: 'full' }, { name: 'sampled' }],
  },
});
