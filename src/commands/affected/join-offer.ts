/** Finds open outages that may be the one that somebody reports: they are offered before another outage is made. */
import { joinOfferCard } from '../../cards/affected.ts';
import type { Card } from '../../cards/base/card.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import { isOpen, OPEN_STATES, type Open } from '../../outage/types/outage.ts';
import { isTelling } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import { confirm } from '../../report/steps/confirmation.ts';
import { chooseScenario } from '../../report/steps/scenario.ts';
import type { Turn } from '../command.ts';

const KEPT_MS = 24 * 3_600_000;
const MOST_KEPT = 100;
/** No more outages than these are read and offered. */
export const MOST_READ = 20;
const key = (nonce: string) => `other-than:${nonce}`;

/** The outages that were offered for this draft and declined. When the list is lost, the person is asked once more. */
export async function declinedFor({ nonce }: Draft, cache: Cache): Promise<readonly string[]> {
  const kept = await cache.get(key(nonce));
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
}

export async function decline(draft: Draft, ids: readonly string[], cache: Cache): Promise<void> {
  const all = new Set([...(await declinedFor(draft, cache)), ...ids]);
  await cache.set(key(draft.nonce), [...all].slice(-MOST_KEPT), KEPT_MS);
}

/** The environment that the draft names, and its scenario; null: they are not known yet. */
export async function placeOf(draft: Draft, turn: Turn, now: number) {
  const { projects } = await turn.membership();
  const context = { desk: turn.desk, projects, now };
  const where = confirm(draft.entered, context);
  return 'part' in where ? { ...where.part, scenario: chooseScenario(draft.entered, context) } : null;
}

/**
 * The open outages of the person's own projects that may be the same: first those of the same environment, then those of
 * the same scenario; in each the earliest first.
 */
async function similarTo(draft: Draft, turn: Turn, now: number): Promise<readonly Open[]> {
  const place = await placeOf(draft, turn, now);
  if (!place || !('part' in place.scenario)) return [];
  const { project, environment, scenario } = { ...place, scenario: place.scenario.part };
  const mine = (await turn.membership()).projects.map(({ id }) => id);
  const list = async (projects: readonly string[], environmentId: string, scenarioId: string) => {
    const alike = { environmentId, scenarioId };
    const found = await turn.outages.list({ projects, personId: null, states: OPEN_STATES, alike, limit: MOST_READ });
    return found.map(({ outage }) => outage).filter(isOpen);
  };
  // Listed on their own, so that many outages of other environments do not hide them.
  const ofEnvironment = await list([project.id], environment.id, '');
  const ofScenario = isTelling(scenario.id) ? await list(mine, '', scenario.id) : [];
  return [...ofEnvironment, ...ofScenario.filter(({ id }) => ofEnvironment.every((one) => one.id !== id))].slice(0, MOST_READ);
}

/** The card that offers them; null: no outage is open that was not offered before. */
export async function offerToJoin(draft: Draft, turn: Turn, hint = ''): Promise<Card | null> {
  const now = await turn.outages.now();
  const declined = await declinedFor(draft, turn.cache);
  const similar = (await similarTo(draft, turn, now)).filter(({ id }) => id !== draft.nonce && !declined.includes(id));
  if (similar.length === 0) return null;
  return joinOfferCard({ desk: turn.desk, words: turn.words, draft, outages: similar, now, hint });
}
