/** Kills bots and the database at random times, which follow from the seed, and records when each was away. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../simulation/random.ts';
import type { Bot } from './bots.ts';
import type { Database } from './databases.ts';

/** A bot or the database was away from `from` until `until`. */
export type Downtime = { readonly what: string; readonly kind: 'death' | 'database away'; readonly from: number; readonly until: number };

export type Plan = {
  readonly kills: number;
  readonly database: Database;
  /** PostgreSQL: all run at the same time. SQLite: one runs, and they take turns. */
  readonly bots: readonly Bot[];
  readonly random: Random;
  readonly endsAt: number;
  /** On SQLite a second bot must be refused while the first runs: returns a complaint when it was not, else null. */
  readonly tryAnother: (() => Promise<string | null>) | null;
};

const BOT_LIVES_MS = [100, 2_500] as const;
const DATABASE_LIVES_MS = [2_500, 7_000] as const;
const DATABASE_IS_AWAY_MS = 1_500;

/** Kills until the number of kills is reached or the time is over. When it resolves, everything runs again. */
export async function killAtRandom(plan: Plan, complain: (text: string) => void): Promise<readonly Downtime[]> {
  const { database, bots, random, endsAt, tryAnother } = plan;
  const downtimes: Downtime[] = [];
  let left = plan.kills;
  const mayKill = () => left > 0 && Date.now() < endsAt;
  const take = () => {
    if (!mayKill()) return false;
    left -= 1;
    return true;
  };
  if (database.kill) await Promise.all([...bots.map((bot) => killBot(bot)), killDatabase(database.kill)]);
  else await takeTurns();
  return downtimes;

  async function killBot(bot: Bot): Promise<void> {
    const dice = random.fork(bot.name);
    for (;;) {
      await pause(dice.int(...BOT_LIVES_MS));
      if (!take()) return;
      const from = Date.now();
      await bot.kill();
      await bot.start();
      downtimes.push({ what: bot.name, kind: 'death', from, until: Date.now() });
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
      if (turn % 8 === 3) {
        const complaint = await tryAnother?.();
        if (complaint) complain(complaint);
      }
      if (!take()) return;
      const bot = bots[turn % bots.length];
      const from = Date.now();
      await bot?.kill();
      await bots[(turn + 1) % bots.length]?.start();
      downtimes.push({ what: bot?.name ?? '', kind: 'death', from, until: Date.now() });
    }
  }
}
