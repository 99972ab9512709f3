/**
 * Resident memory: whether it grows with the reports, and what it is under load beside the echo. What is not collected counts under
 * load; for the growth a collection is forced, so that what is left is held.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { several, upTo } from '../world/load.ts';
import { CUSTOMERS, deskText, inOwnTenant, typed } from '../world/people.ts';
import { begin, fillIn, send } from '../world/reporting.ts';
import type { Measure } from './measure.ts';

const EARLY = 1_000;
const LATE = 4_000;
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
    const deskFile = path.join(world.folder, 'tenants.yaml');
    writeFileSync(deskFile, deskText(undefined, { ownTenants: true }));
    const bot = await world.startBot(await world.startDatabase('sqlite'), { env: { DESK_FILE: deskFile } });
    const echo = await world.startPeer('teams-ai');
    const report = async (index: number) => {
      const report = await begin(bot, inOwnTenant(index % CUSTOMERS));
      await fillIn(bot, report);
      await send(bot, report);
    };
    const say = (index: number) => echo.postNow(typed(inOwnTenant(index % CUSTOMERS), echo.serviceUrl, `Hello ${index}`));
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
