/** How soon after the press of "Send report" the thread's first message is at the connector, while nothing else is to be done. */
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../statistics.ts';
import { DATABASES, type DatabaseName } from '../world/databases.ts';
import { upTo } from '../world/load.ts';
import { apart } from '../world/people.ts';
import { begin, fillIn, send } from '../world/reporting.ts';
import type { Bot } from '../world/world.ts';
import type { Measure, Outcome } from './measure.ts';

const REPORTS = 100;
const WARM_UP = 20;
/** A channel takes eight new threads in five seconds from a bot that leaves room for what is more urgent. */
const EVERY_MS = 650;
const BOUNDS = { sqlite: { p50: 20, p99: 100 }, postgres: { p50: 40, p99: 120 } } as const;

const rowsOf = (name: DatabaseName, title: string) =>
  (['p50', 'p99'] as const).map((share) => ({
    name: `thread-${name}-${share}`,
    what: `Send report to the thread's POST at the connector, idle, ${share}, ${title}`,
    unit: 'ms',
    bound: BOUNDS[name][share],
  }));

export const delivery: Measure = {
  part: 'thread',
  rows: [...rowsOf('sqlite', 'SQLite'), ...rowsOf('postgres', 'PostgreSQL')],
  async run(world, wanted) {
    const names = DATABASES.filter((name) => wanted(`thread-${name}-p50`) || wanted(`thread-${name}-p99`));
    const sides: { readonly name: DatabaseName; readonly bot: Bot; readonly samples: number[] }[] = [];
    for (const name of names) sides.push({ name, bot: await world.startBot(await world.startDatabase(name)), samples: [] });
    for (const index of upTo(WARM_UP + REPORTS))
      for (const { bot, samples } of sides) samples.push(await reportOnce(bot, apart(index), sides.length));
    const outcomes: Record<string, Outcome> = {};
    for (const { name, samples: all } of sides) {
      const samples = all.slice(WARM_UP);
      for (const [share, at] of [
        ['p50', 0.5],
        ['p99', 0.99],
      ] as const)
        outcomes[`thread-${name}-${share}`] = { samples, value: percentile(samples, at), note: `${samples.length} reports` };
    }
    return outcomes;
  },
};

/** In ms. `takingTurns`: how many bots report one after the other, so that each rests while the others do. */
export async function reportOnce(bot: Bot, index: number, takingTurns = 1): Promise<number> {
  const report = await begin(bot, index);
  await fillIn(bot, report);
  await pause(EVERY_MS / takingTurns);
  let pressedAt = 0;
  const post = async (body: object) => {
    pressedAt = Date.now();
    return await bot.post(body);
  };
  const arrived = bot.connector.next(({ kind, conversationId }) => kind === 'opening' && conversationId.includes('support-desk'));
  await send({ ...bot, post }, report);
  return (await arrived).at - pressedAt;
}
