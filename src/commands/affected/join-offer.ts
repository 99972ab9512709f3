/** Finds open outages that may be the one that somebody reports: they are offered before another outage is made. */
import { joinOfferCard, MOST_SHOWN } from '../../cards/affected.ts';
import type { Card } from '../../cards/base/card.ts';
import type { Scenario } from '../../desk/desk-file.ts';
import type { Cache } from '../../engine/ports/messenger.ts';
import type { SimilarCandidate } from '../../engine/ports/outages.ts';
import { isOpen } from '../../outage/types/outage.ts';
import { type Instant, isTelling } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import { confirm, type Place } from '../../report/steps/confirmation.ts';
import { chooseScenario } from '../../report/steps/scenario.ts';
import type { Turn } from '../command.ts';

const KEPT_MS = 24 * 3_600_000;
const MOST_KEPT = 100;
/** No more outages than these are offered. */
export const MOST_OFFERED = 20;
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

type Known = Place & { readonly scenario: Scenario };

/**
 * The open outages of the person's own projects that may be the same: first those of the same environment, then those of
 * the same scenario; in each the earliest first.
 */
async function similarTo({ project, environment, scenario }: Known, turn: Turn): Promise<readonly SimilarCandidate[]> {
  const mine = (await turn.membership()).projects.map(({ id }) => id);
  // Listed on their own, so that many outages of other environments do not hide them.
  const ofEnvironment = await turn.outages.similar({
    projects: [project.id],
    same: { environmentId: environment.id },
    limit: MOST_OFFERED,
  });
  const ofScenario = isTelling(scenario.id)
    ? await turn.outages.similar({ projects: mine, same: { scenarioId: scenario.id }, limit: MOST_OFFERED })
    : [];
  return [...ofEnvironment, ...ofScenario.filter(({ id }) => ofEnvironment.every((one) => one.id !== id))].slice(0, MOST_OFFERED);
}

/** The card that offers them; null: no outage is open that was not offered before. `now`: read just before. */
export async function offerToJoin(draft: Draft, turn: Turn, now: Instant, hint = ''): Promise<Card | null> {
  const place = await placeOf(draft, turn, now);
  if (!place || !('part' in place.scenario)) return null;
  const known = { ...place, scenario: place.scenario.part };
  const similar = (await similarTo(known, turn)).filter(({ id }) => id !== draft.nonce);
  const declined = similar.length > 0 ? await declinedFor(draft, turn.cache) : [];
  const found = similar.filter(({ id }) => !declined.includes(id));
  const read = await Promise.all(found.slice(0, MOST_SHOWN).map(({ id }) => turn.outages.read(id)));
  const outages = read.flatMap((one) => one?.outage ?? []).filter(isOpen);
  if (outages.length === 0) return null;
  const same = found.filter((one) => isSame(one, known)).map(({ id }) => id);
  return joinOfferCard({ desk: turn.desk, words: turn.words, draft, outages, all: found.map(({ id }) => id), same, now, hint });
}

/** The scenario "something else" says nothing, so two outages of it are not the same. */
const isSame = ({ projectId, environmentId, scenarioId }: SimilarCandidate, { project, environment, scenario }: Known): boolean =>
  projectId === project.id && environmentId === environment.id && scenarioId === scenario.id && isTelling(scenario.id);
