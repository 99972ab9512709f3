/** How long "catch up" takes for a customer and for an engineer, from the request to the end of its answer. */
import { percentile } from '../statistics.ts';
import { REPORTER } from '../world/large-store.ts';
import { upTo } from '../world/load.ts';
import { customer, ENGINEER, typed } from '../world/people.ts';
import type { Bot } from '../world/world.ts';
import type { Outcome } from './measure.ts';

const ROUNDS = 30;
const WARM_UP = 6;

/** On a bot with years of outages; `newest`: the number of one of the last. With everything that the bot does for a turn. */
export async function timesOfCatchUp(bot: Bot, newest: number): Promise<Outcome> {
  const samples: number[] = [];
  for (const round of upTo(ROUNDS + WARM_UP)) {
    for (const person of [customer(REPORTER), ENGINEER]) {
      // Now and then of one of the last outages, so that more and more were looked at.
      const said = round % 3 === 2 ? `catch up OUT-${newest + round}` : 'catch up';
      const began = performance.now();
      await bot.post(typed(person, bot.serviceUrl, said));
      if (round >= WARM_UP) samples.push(performance.now() - began);
    }
  }
  return { samples, value: percentile(samples, 0.9), note: `median ${percentile(samples, 0.5).toFixed(1)} ms` };
}
