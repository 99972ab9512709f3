/** Kills bots and the database at random times, which follow from the seed, and records when each was away. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../simulation/random.ts';
import type { Bot } from './bots.ts';
import type { Database } from './databases.ts';

/** A bot or the database was away from `from` until `until`. */
export type Downtime = { readonly what: string; readonly kind: 'death' | 'database away'; readonly from: number; readonly until: number };

export type Plan = {
  readonly database: Database;
  /** PostgreSQL: all run at the same time. SQLite: one runs, and they take turns. */
  readonly bots: readonly Bot[];
  readonly random: Random;
  /** On SQLite a second bot must be refused while the first runs: returns a complaint when it was not, else null. */
  readonly tryAnother: (() => Promise<string | null>) | null;
};

const BOT_LIVES_MS = [100, 2_500] as const;
const DATABASE_LIVES_MS = [2_500, 7_000] as const;
const DATABASE_IS_AWAY_MS = 1_500;
const LOOK_AGAIN_MS = 50;

export type Killing = {
  readonly downtimes: readonly Downtime[];
  /** Kills until the number of kills is reached or the time is over. When it resolves, everything runs again. */
  atRandom(kills: number, endsAt: number): Promise<void>;
  /** Keeps a bot that runs from random kills; the function that it returns kills it, and resolves when one runs in its place. */
  reserve(): Promise<() => Promise<void>>;
};

export function createKilling({ database, bots, random, tryAnother }: Plan, complain: (text: string) => void): Killing {
  const downtimes: Downtime[] = [];
  /** Being killed or started, or kept from it. */
  const busy = new Set<Bot>();
  const isFree = (bot: Bot) => bot.url() !== null && !busy.has(bot);
  const heirOf = (bot: Bot) => (database.kill ? bot : (bots[(bots.indexOf(bot) + 1) % bots.length] ?? bot));

  return { downtimes, atRandom, reserve };

  async function reserve(): Promise<() => Promise<void>> {
    for (;;) {
      const free = bots.filter(isFree);
      if (free.length > 0) {
        const bot = random.pick(free);
        busy.add(bot);
        return async () => await killNow(bot);
      }
      await pause(LOOK_AGAIN_MS);
    }
  }

  async function killNow(bot: Bot): Promise<void> {
    busy.add(bot);
    const from = Date.now();
    await bot.kill();
    await heirOf(bot).start();
    downtimes.push({ what: bot.name, kind: 'death', from, until: Date.now() });
    busy.delete(bot);
  }

  async function atRandom(kills: number, endsAt: number): Promise<void> {
    let left = kills;
    const mayKill = () => left > 0 && Date.now() < endsAt;
    const take = () => {
      if (!mayKill()) return false;
      left -= 1;
      return true;
    };
    if (database.kill) await Promise.all([...bots.map((bot) => killBot(bot)), killDatabase(database.kill)]);
    else await takeTurns();

    async function killBot(bot: Bot): Promise<void> {
      const dice = random.fork(bot.name);
      for (;;) {
        await pause(dice.int(...BOT_LIVES_MS));
        if (busy.has(bot) && mayKill()) continue;
        if (!take()) return;
        await killNow(bot);
      }
    }

    async function killDatabase(kill: NonNullable<Database['kill']>): Promise<void> {
      const dice = random.fork('database');
      for (;;) {
        await pause(dice.int(...DATABASE_LIVES_MS));
        if (!take()) return;
        const from = Date.now();
        const what = await kill(dice);
        await pause(dice.int(0, DATABASE_IS_AWAY_MS));
        await database.resume();
        downtimes.push({ what, kind: 'database away', from, until: Date.now() });
      }
    }

    async function takeTurns(): Promise<void> {
      const dice = random.fork('turns');
      for (let turn = 0; ; turn++) {
        await pause(dice.int(...BOT_LIVES_MS));
        const bot = bots.find(isFree);
        if (!bot && mayKill()) continue;
        if (!bot || !mayKill()) return;
        busy.add(bot);
        if (turn % 8 === 3) {
          const complaint = await tryAnother?.();
          if (complaint) complain(complaint);
        }
        if (take()) await killNow(bot);
        busy.delete(bot);
      }
    }
  }
}
