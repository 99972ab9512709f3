/** What a whole report costs: eight turns from /outage to the receipt, the desk's thread, both rooms that follow, and the reporter's card. */
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../statistics.ts';
import { several, upTo } from '../world/load.ts';
import { CUSTOMERS } from '../world/people.ts';
import { begin, fillIn, send } from '../world/reporting.ts';
import { cpuOf, type Pair, ratioOf } from '../world/rounds.ts';
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
    const reported = async () => {
      const reporters = upTo(BURST)
        .map((index) => people + index)
        .map((one) => (one % PROJECTS) * 10 + (Math.floor(one / PROJECTS) % 10));
      people += BURST;
      return await cpuOf(bot, async () => void turns.push(...(await reportAtOnce(bot, reporters))));
    };
    const echoed = () => cpuOf(echo, () => echo.turns(BURST * TURNS));
    // Everybody's project then has an open outage, which is offered to whoever reports the same.
    await inBursts(Math.ceil(PROJECTS / BURST) + 1, reported, echoed);
    turns.length = 0;
    const measured: Pair[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { own, peer } = await inBursts(BURSTS, reported, echoed);
      measured.push({ own: own / BURST, peer: peer / BURST / TURNS });
    }
    if (bot.connector.refused.length > 0) throw new Error(`a limit of Teams was exceeded: ${bot.connector.refused[0]}`);
    return { report: ratioOf(measured, 'ms', `${median(turns)} turns a report`) };
  },
};

/**
 * The mean of a burst on either side, in ms. The echo has the same rhythm, each in the other's rest: a process that sleeps between its
 * bursts pays for waking up.
 */
async function inBursts(bursts: number, own: () => Promise<number>, peer: () => Promise<number>): Promise<Pair> {
  const used = { own: 0, peer: 0 };
  for (let burst = 0; burst < bursts; burst += 1) {
    const rested = pause(BURST_EVERY_MS);
    used.own += await own();
    used.peer += await peer();
    await rested;
  }
  return { own: used.own / bursts, peer: used.peer / bursts };
}

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
