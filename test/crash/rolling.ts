/** A rolling upgrade and the way back: each bot in turn is told to stop, and one of the other release takes its place. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../simulation/random.ts';
import type { Bot } from './bots.ts';
import { within } from './wait-within.ts';

/** `folder`: where its code is. */
export type Release = { readonly name: string; readonly folder: string };
export type Rolling = { readonly before: Release; readonly now: Release; readonly rounds: number };

const READY_LIMIT_MS = 45_000;
/** How long both releases work side by side before the next bot is replaced. */
const SIDE_BY_SIDE_MS = [1_000, 3_000] as const;

/** Forwards and back so many times, and forwards at last. Resolves to how many bots were replaced. */
export async function rollBots(
  bots: readonly Bot[],
  { before, now, rounds }: Rolling,
  random: Random,
  complain: (text: string) => void,
  say: (text: string) => void,
): Promise<number> {
  const releases = [...Array.from({ length: rounds }, () => [now, before]).flat(), now];
  await pause(random.int(...SIDE_BY_SIDE_MS));
  for (const [index, release] of releases.entries()) {
    for (const bot of bots) {
      const ending = await bot.stop();
      if (ending !== 'ended with code 0') complain(`${bot.name}, told to stop, ${ending}`);
      await bot.start(release.folder);
      await within(READY_LIMIT_MS, `${bot.name} of ${release.name} is not ready`, () => isReady(bot));
      await pause(random.int(...SIDE_BY_SIDE_MS));
    }
    say(`rolled ${index + 1} of ${releases.length}: both bots are of ${release.name}`);
  }
  return releases.length * bots.length;
}

async function isReady(bot: Bot): Promise<boolean> {
  const response = await fetch(`${bot.url()}/readyz`);
  await response.body?.cancel();
  return response.ok;
}
