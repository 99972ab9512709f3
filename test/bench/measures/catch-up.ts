/** How long "catch up" takes with years of outages, for a customer and for an engineer. */
import { percentile } from '../statistics.ts';
import { DATABASES, type DatabaseName } from '../world/databases.ts';
import { REPORTERS, startLarge } from '../world/large-store.ts';
import { upTo } from '../world/load.ts';
import { customer, ENGINEER, typed } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { Measure, Outcome } from './measure.ts';

const LARGE = { closed: 100_000, open: 10_000 };
const ROUNDS = 30;
const WARM_UP = 6;

const nameOf = (database: DatabaseName) => `catch-up-100000-${database}`;

export const catchUp: Measure = {
  part: 'catch-up',
  rows: DATABASES.map((database) => ({
    name: nameOf(database),
    what: `"catch up" with 100,000 closed and 10,000 open outages, p90, ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}`,
    unit: 'ms',
    bound: 50,
  })),
  async run(world, wanted) {
    const outcomes: Record<string, Outcome> = {};
    for (const database of DATABASES) if (wanted(nameOf(database))) outcomes[nameOf(database)] = await timesIn(world, database);
    return outcomes;
  },
};

/** From the request to the end of its answer, with everything that the bot does for a turn. */
async function timesIn(world: World, database: DatabaseName): Promise<Outcome> {
  const bot = await startLarge(world, await world.startDatabase(database), LARGE);
  const samples: number[] = [];
  for (const round of upTo(ROUNDS + WARM_UP)) {
    for (const person of [customer(REPORTERS[round % REPORTERS.length] ?? 0), ENGINEER]) {
      // Now and then of one of the last outages, so that more and more were looked at.
      const said = round % 3 === 2 ? `catch up OUT-${100_000 + round}` : 'catch up';
      const began = performance.now();
      await bot.post(typed(person, bot.serviceUrl, said));
      if (round >= WARM_UP) samples.push(performance.now() - began);
    }
  }
  return { samples, value: percentile(samples, 0.9), note: `median ${percentile(samples, 0.5).toFixed(1)} ms` };
}
