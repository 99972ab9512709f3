/**
 * The tests. `npm test` runs them in the mode `quick`: without those that are tagged `full`, and of those that are tagged
 * `sampled` a part, chosen by a seed. Every other way to start them runs everything.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { shareCompiled } from './support/child-environment.ts';

const LIMIT_MS = 60_000;

shareCompiled();

export default defineConfig(({ mode }) => ({
  root: path.join(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    // Never reached where nothing else runs; a busy machine makes no test fail.
    testTimeout: LIMIT_MS,
    hookTimeout: 2 * LIMIT_MS,
    maxWorkers: availableParallelism(),
    // Test files share a worker and its modules: otherwise most of the time goes into loading the bot again.
    isolate: false,
    // A test leaves much behind: with room for it, less is copied before it is dropped.
    execArgv: ['--max-semi-space-size=64'],
    restoreMocks: true,
    // Node loads our TypeScript as it is, in tests as in production. No test replaces a module, so Vitest need not hear of each import.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    tags: [
      {
        name: 'full',
        description: 'starts a process or a database, or waits in real time: `npm test` leaves it out',
        timeout: 5 * LIMIT_MS,
      },
      { name: 'sampled', description: '`npm test` runs some of its cases (test/support/sample.ts)', timeout: 5 * LIMIT_MS },
    ],
    ...(mode === 'quick' ? { tagsFilter: ['!full'], env: { SAMPLE_SEED: process.env.SEED || String(randomInt(1_000_000)) } } : {}),
  },
}));
