/**
 * The tests. `npm test` runs them in the mode `quick`: without those that are tagged `full`, and of those that are tagged
 * `sampled` a part, chosen by a seed. Every other way to start them runs everything.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: availableParallelism(),
    // Test files share a worker and its modules: otherwise most of the time goes into loading the bot again.
    isolate: false,
    // Node runs our TypeScript as it is, in tests as in production.
    experimental: { viteModuleRunner: false },
    tags: [
      { name: 'full', description: 'starts a process or a database, or waits in real time: `npm test` leaves it out' },
      { name: 'sampled', description: '`npm test` runs some of its cases (test/support/sample.ts)' },
    ],
    ...(mode === 'quick' ? { tagsFilter: ['!full'], env: { SAMPLE_SEED: process.env.SEED || String(randomInt(1_000_000)) } } : {}),
  },
}));
