/** What a whole report costs: eight turns from /outage to the receipt, the desk's thread, both rooms that follow, and the reporter's card. */
import { median, sum } from '../statistics.ts';
import { several, upTo } from '../world/load.ts';
import { CUSTOMERS } from '../world/people.ts';
import { begin, fillIn, send } from '../world/reporting.ts';
import { cpuOf, pairs, ratioOf } from '../world/rounds.ts';
import type { Bot } from '../world/world.ts';
import type { Measure } from './measure.ts';

/** So many at once: Teams takes seven messages to a channel in a second. */
const BURST = 7;
/** A channel takes sixty messages in half a minute, so a burst comes every 3.5 seconds. */
const BURST_EVERY_MS = 3_600;
const BURSTS = 3;
const ROUNDS = 5;
/** Each has ten members, who are numbered one after the other. */
const PROJECTS = CUSTOMERS / 10;
/** The desk's thread, a channel and a group chat that follow, and an edit of the reporter's card; and before them the answer to /outage. */
const MESSAGES = 5;
const TURNS = 8;

export const report: Measure = {
  part: 'report',
  rows: [{ name: 'report', what: 'CPU of a whole report (8 turns, 4 messages) in teams-ai echo turns', unit: 'turns', bound: 25 }],
  async run(world) {
    const bot = await world.startBot(await world.startDatabase('sqlite'), { limits: true });
    const echo = await world.startPeer('teams-ai');
    let people = 0;
    const turns: number[] = [];
    /** The echo has the same rhythm: a process that sleeps between its bursts pays for waking up. */
    const inBursts = async (bursts: number, each: () => Promise<number>) => {
      const used: number[] = [];
      for (let burst = 0; burst < bursts; burst += 1) {
        const rested = new Promise((resolve) => setTimeout(resolve, BURST_EVERY_MS));
        used.push(await each());
        await rested;
      }
      return sum(used) / bursts / BURST;
    };
    const round = (bursts: number) =>
      inBursts(bursts, async () => {
        const reporters = upTo(BURST)
          .map((index) => people + index)
          .map((one) => (one % PROJECTS) * 10 + (Math.floor(one / PROJECTS) % 10));
        people += BURST;
        return await cpuOf(bot, async () => void turns.push(...(await reportAtOnce(bot, reporters))));
      });
    const echoed = async (bursts: number) => (await inBursts(bursts, () => cpuOf(echo, () => echo.turns(BURST * TURNS)))) / TURNS;
    // Everybody's project then has an open outage, which is offered to whoever reports the same.
    await round(Math.ceil(PROJECTS / BURST) + 1);
    turns.length = 0;
    const measured = await pairs(ROUNDS, { own: () => round(BURSTS), peer: () => echoed(BURSTS) });
    if (bot.connector.refused.length > 0) throw new Error(`a limit of Teams was exceeded: ${bot.connector.refused[0]}`);
    return { report: ratioOf(measured, 'ms', `${median(turns)} turns a report`) };
  },
};

/** Several people report at once; done when all messages have arrived. Gives the turns of each. */
async function reportAtOnce(bot: Bot, reporters: readonly number[]): Promise<readonly number[]> {
  const before = bot.connector.accepted();
  const turns: number[] = [];
  await several(reporters, async (index) => {
    const held = await begin(bot, index);
    const steps = await fillIn(bot, held);
    turns.push(1 + steps + (await send(bot, held)).turns);
  });
  await bot.connector.until(before + reporters.length * MESSAGES);
  return turns;
}
