/** What a bot takes that has nothing to do but to look whether something is due. */
import { setTimeout as pause } from 'node:timers/promises';
import { DATABASES } from '../world/databases.ts';
import { usageOf } from '../world/rounds.ts';
import type { Measure, Outcome } from './measure.ts';

/** A start is followed by compiling, and by the first round of each loop. */
const SETTLE_MS = 20_000;
/** Two checks of the watcher are in it. */
const MEASURED_MS = 60_000;

export const idle: Measure = {
  part: 'idle',
  rows: [
    { name: 'idle-sqlite', what: 'idle: CPU of a core, SQLite', unit: '%', bound: 0.3 },
    { name: 'idle-postgres', what: 'idle: CPU of a core, PostgreSQL', unit: '%', bound: 0.7 },
    { name: 'idle-statements', what: 'idle: statements a second, PostgreSQL', unit: '', bound: 10 },
  ],
  async run(world) {
    const outcomes: Record<string, Outcome> = {};
    const measureOne = async (name: (typeof DATABASES)[number]) => {
      const bot = await world.startBot(await world.startDatabase(name, { counted: true }));
      await pause(SETTLE_MS);
      const { cpuMs, statements } = await usageOf(bot, () => pause(MEASURED_MS));
      outcomes[`idle-${name}`] = { samples: [(100 * cpuMs) / MEASURED_MS] };
      if (statements) outcomes['idle-statements'] = { samples: [(1_000 * statements.total) / MEASURED_MS] };
    };
    await Promise.all(DATABASES.map(measureOne));
    return outcomes;
  },
};
