/** Pages: whom a step rings, what came of it, and what is done when no pager took it in time. */
import type { ActionOf } from '../actions.ts';
import { accept, type Decision, nothing } from '../decision.ts';
import type { EventOf, OutageEvent } from '../events.ts';
import { breachRung, calledOn, everyoneOnce, rungAfterMs, rungAudience } from '../promise.ts';
import { mentionsNobody, type Outage, type Reported, unknownSince } from '../types/outage.ts';
import {
  isNamed,
  type KnownPage,
  type Numbers,
  PAGE_WITHIN_MS,
  type Page,
  type PageOutcome,
  pagerIdOf,
  pagesTo,
  waitingPages,
} from '../types/pages.ts';
import { type Called, type Instant, LEVELS, type OnCall } from '../types/values.ts';

type Calling = { readonly at: Instant; readonly onCall: OnCall; readonly numbers?: Numbers };

/**
 * The pages of the rungs from the next one to `rung`. A drill without pings rings nowhere. Nor does what fell due before a restore: nobody
 * knows whether it still waits, and the desk is told of the restore.
 */
export function pagesOf({ numbers = {} }: Calling, outage: Reported, rung: number, people: readonly Called[]): readonly Page[] | 'nobody' {
  const { ladder, ladderFrom, rungsPassed, restored } = outage;
  const { pagers } = rungAudience(ladder, rungsPassed, rung);
  const wasDue = unknownSince(outage) !== null && restored && ladderFrom + rungAfterMs(ladder, rung) <= restored.at;
  if (pagers.length === 0 || wasDue || mentionsNobody(outage)) return [];
  const pages = pagesTo(pagers, people, numbers);
  // The steps of a drill are seconds apart, so each phone rings once.
  if (outage.drill && (pages.length > 0 || outage.pages.length > 0)) return pages.filter((page) => !isPaged(page, outage));
  // The steps after the breach repeat it, so it is said once.
  return pages.length === 0 && ((rung <= breachRung(ladder) && !outage.drill) || !outage.nobodyPaged) ? 'nobody' : pages;
}

const isPaged = (page: Page, { pages }: Reported): boolean => pages.some((one) => pagerIdOf(one) === pagerIdOf(page));

/** Everybody on call is told, and the pagers of the next rung that has others are used at once. */
export function pageMissed({ at, onCall, numbers }: Calling, outage: Reported, rung: number, missed: readonly KnownPage[]) {
  const people = everyoneOnce(calledOn(LEVELS, onCall));
  const named = missed.map(({ pager, person, number, of }) => ({ pager, person, number, of }));
  return { type: 'page-missed', at, people, missed: named, ...nextPages(outage, rung, onCall, numbers ?? {}) } as const;
}

function nextPages(outage: Reported, rung: number, onCall: OnCall, numbers: Numbers) {
  const { ladder } = outage;
  for (let next = rung + 1; next <= breachRung(ladder); next++) {
    const { levels, pagers } = rungAudience(ladder, next, next);
    const pages = pagesTo(pagers, everyoneOnce(calledOn(levels, onCall)), numbers).filter((page) => !isPaged(page, outage));
    if (pages.length > 0) return { rung: next, pages };
  }
  return { rung, pages: [] };
}

/** Of the pages that have waited too long: which were taken all the same, and that the others were not. */
export function overduePages(action: ActionOf<'pass-deadline'>, outage: Reported): readonly OutageEvent[] {
  const { at, taken = [] } = action;
  const overdue = waitingPages(outage).filter((page) => at >= page.at + PAGE_WITHIN_MS);
  const isTaken = (page: KnownPage) => taken.some((name) => isNamed(page, name));
  const missed = overdue.filter((page) => !isTaken(page));
  const rung = Math.max(...missed.map((page) => page.rung));
  return [
    ...overdue.filter(isTaken).map((page) => paged(page, at, 'accepted')),
    ...(missed.length > 0 ? [pageMissed(action, outage, rung, missed)] : []),
  ];
}

type Told = Exclude<PageOutcome, 'missed'>;
const paged = ({ pager, person, number, of }: KnownPage, at: Instant, outcome: Told): EventOf<'paged'> => ({
  ...{ type: 'paged', at, of, pager, person, number, outcome },
});

/** What was said last counts for a call that is over: what comes twice, late or out of order changes nothing. */
const isNewer = (outcome: Told, { outcome: known }: KnownPage): boolean =>
  known === null || known === 'missed' || (known === 'accepted' && outcome !== 'accepted');

export function notePage(action: ActionOf<'note-page'>, outage: Outage): Decision {
  const page = outage.pages.find((one) => isNamed(one, action));
  if (!page || outage.removed) return nothing;
  if (action.outcome !== 'missed') return isNewer(action.outcome, page) ? accept(paged(page, action.at, action.outcome)) : nothing;
  return outage.state === 'reported' && page.outcome === null ? accept(pageMissed(action, outage, page.rung, [page])) : nothing;
}
