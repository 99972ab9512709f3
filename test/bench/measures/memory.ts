/**
 * Resident memory: whether it grows with the reports, and what it is under load beside the echo. What is not collected counts under
 * load; for the growth a collection is forced, so that what is left is held.
 */
import { several, upTo } from '../world/load.ts';
import { CUSTOMERS, customer, typed } from '../world/people.ts';
import { begin, fillIn, send } from '../world/reporting.ts';
import type { Measure } from './measure.ts';

/** The bot takes 6,000 requests of a tenant in a minute, and a report is ten: four times as many take seven minutes. */
const EARLY = 500;
const LATE = 2_000;
/** As many as the bot has in the same time. */
const TURNS_OF_A_REPORT = 8;
const MB = 2 ** 20;

export const memory: Measure = {
  part: 'memory',
  rows: [
    { name: 'memory-growth', what: `resident after ${LATE} reports / after ${EARLY}, forced collection`, unit: 'times', bound: 1.1 },
    { name: 'memory-load', what: 'resident under load / teams-ai echo', unit: 'times', bound: 1.4 },
  ],
  async run(world) {
    const bot = await world.startBot(await world.startDatabase('sqlite'));
    const echo = await world.startPeer('teams-ai');
    const report = async (index: number) => {
      const report = await begin(bot, index % CUSTOMERS);
      await fillIn(bot, report);
      await send(bot, report);
    };
    const say = (index: number) => echo.postNow(typed(customer(index % CUSTOMERS), echo.serviceUrl, `Hello ${index}`));
    await several(upTo(EARLY), report);
    const early = await bot.read({ collect: true });
    // Each is read as soon as its own load is over: one that has nothing to do gives memory back.
    const [loaded, peer] = await Promise.all([
      several(upTo(LATE - EARLY), report).then(() => bot.read()),
      several(upTo((LATE - EARLY) * TURNS_OF_A_REPORT), say).then(() => echo.read()),
    ]);
    const late = await bot.read({ collect: true });
    const mb = (bytes: number) => `${(bytes / MB).toFixed(0)} MB`;
    return {
      'memory-growth': {
        samples: [late.rss / early.rss],
        note: `${mb(late.rss)} / ${mb(early.rss)}; heap ${mb(late.heapUsed)} / ${mb(early.heapUsed)}`,
      },
      'memory-load': { samples: [loaded.rss / peer.rss], note: `${mb(loaded.rss)} / ${mb(peer.rss)}` },
    };
  },
};
