/** How soon a press is answered when fifty people a second press, beside the echo under the same load. */
import { setTimeout as pause } from 'node:timers/promises';
import { median, percentile } from '../statistics.ts';
import { several, upTo } from '../world/load.ts';
import { CUSTOMERS, customer, typed } from '../world/people.ts';
import { begin, fillInStep, type Report } from '../world/reporting.ts';
import { pairs, ratioOf } from '../world/rounds.ts';
import type { Bot } from '../world/world.ts';
import type { Measure } from './measure.ts';

const A_SECOND = 50;
const EVERY_MS = 1_000 / A_SECOND;
const ROUNDS = 5;
const PRESSES = 500;
const STEPS = 5;
/** More people than are needed where each is answered at once. */
const SPARE = 60;
const WARM_UP_PRESSES = 500;

export const answer: Measure = {
  part: 'answer',
  rows: [
    {
      name: 'answer-p99',
      what: "answer to a press at 50 a second, p99, against the echo's p99 in the same run",
      unit: 'times',
      bound: 2,
    },
  ],
  async run(world) {
    const bot = await world.startBot(await world.startDatabase('sqlite'));
    const echo = await world.startPeer('teams-ai');
    const middles: number[] = [];
    const own = async (count: number) => {
      const presses = await readyToPress(bot, count);
      return await atRate(count, presses);
    };
    const peer = (count: number) =>
      atRate(count, (index) => echo.postNow(typed(customer(index % CUSTOMERS), echo.serviceUrl, `Hello ${index}`)));
    await own(WARM_UP_PRESSES);
    await peer(WARM_UP_PRESSES);
    const measured = await pairs(ROUNDS, {
      async own() {
        const times = await own(PRESSES);
        middles.push(median(times));
        return percentile(times, 0.99);
      },
      peer: async () => percentile(await peer(PRESSES), 0.99),
    });
    return { 'answer-p99': ratioOf(measured, 'ms', `the press's median ${median(middles).toFixed(1)} ms`) };
  },
};

/** Enough people with a report in their hand; each call is the next step of somebody who has been answered. */
async function readyToPress(bot: Bot, presses: number): Promise<() => Promise<unknown>> {
  const ready: Report[] = [];
  await several(upTo(Math.ceil(presses / STEPS) + SPARE), async (index) => ready.push(await begin(bot, index % CUSTOMERS)));
  return async () => {
    const report = await nextOf(ready);
    if (!(await fillInStep(bot, report, bot.postNow))) throw new Error('a report has fewer steps than expected');
    if (report.left.length > 0) ready.push(report);
  };
}

/** Where the bot is too slow for this rate, a press waits for somebody who has been answered, and is as late as that. */
async function nextOf(ready: Report[]): Promise<Report> {
  for (let report = ready.shift(); ; report = ready.shift()) {
    if (report) return report;
    await pause(1);
  }
}

/** Sends at a steady rate, whether or not the last was answered. Gives, for each, the ms from when it was due to its answer. */
async function atRate(count: number, send: (index: number) => Promise<unknown>): Promise<readonly number[]> {
  const begin = performance.now();
  return await Promise.all(
    upTo(count).map(async (index) => {
      const due = begin + index * EVERY_MS;
      await pause(Math.max(0, due - performance.now()));
      await send(index);
      return performance.now() - due;
    }),
  );
}
