/** How strange Teams and its clients are in one world: chosen by a seed among what the table allows there, and then fixed. */
import { createRandom } from '../../../simulation/random.ts';
import { ALL_QUIRKS, QUIRKS, type Quirk, type Suite } from './switches.ts';

export type Manners = {
  readonly quirks: readonly Quirk[];
  /** What repeats them, to be printed when something fails. */
  readonly told: string;
  /** Whether it happens this time. A stream of chance for each quirk, so that none moves another. */
  shows(quirk: Quirk): boolean;
  /** Whether it may happen at all. */
  has(quirk: Quirk): boolean;
};

/** The variable that forces quirks, by their names with commas between them. */
const FORCED = 'QUIRKS';
/** How much more often a fault comes that somebody asked for by name. */
const FORCED_TIMES = 5;
const CHOSEN = 0.5;

function manners(quirks: readonly Quirk[], told: string, shows: (quirk: Quirk) => boolean): Manners {
  const has = (quirk: Quirk) => quirks.includes(quirk);
  return { quirks, told, has, shows: (quirk) => has(quirk) && shows(quirk) };
}

/** Nothing strange. */
export const FRIENDLY: Manners = manners([], 'friendly', () => false);

/** Exactly these, each time. */
export const always = (...quirks: readonly Quirk[]): Manners => manners(quirks, quirks.join(', '), () => true);

/** What a seed chooses for a suite, or what the environment forces. */
export function mannersOf(suite: Suite, seed: string): Manners {
  const random = createRandom(`manners/${seed}`);
  const streams = new Map(ALL_QUIRKS.map((quirk) => [quirk, random.fork(quirk)]));
  const forced = forcedQuirks();
  const chosen = ALL_QUIRKS.filter((quirk) => streams.get(quirk)?.chance(CHOSEN) && QUIRKS[quirk][suite] === 'on');
  const quirks = forced ?? chosen;
  const told = `${quirks.join(', ') || 'friendly'} (manners of ${suite} ${seed})`;
  return manners(quirks, told, (quirk) => {
    const { often } = QUIRKS[quirk];
    const probability = forced ? Math.min(1, often * FORCED_TIMES) : often;
    return streams.get(quirk)?.chance(probability) ?? false;
  });
}

function forcedQuirks(): readonly Quirk[] | null {
  const text = process.env[FORCED];
  if (!text) return null;
  return text.split(',').map((part) => {
    const quirk = ALL_QUIRKS.find((one) => one === part.trim());
    if (!quirk) throw new Error(`${FORCED}: no quirk '${part.trim()}'; there are: ${ALL_QUIRKS.join(', ')}`);
    return quirk;
  });
}
