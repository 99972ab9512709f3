/**
 * Pages: what rings beside Teams. Pure.
 *
 * - pager   a service that wakes people, of the desk file: PagerDuty, another system, calls or text messages by Twilio
 * - page    one pager is asked to wake somebody, at a step of the ladder; a service wakes whom it knows, a call one person
 */
import type { Called, Instant, Pager, Person } from './values.ts';

/** `person` null: a service. `number`: shortened, as it may be shown; empty for a service. */
export type Page = { readonly pager: string; readonly person: Person | null; readonly number: string };

/**
 * - accepted   the pager has it: the service wakes people, or the phone is being called
 * - answered   somebody picked up, or a text message arrived
 * - no-answer, busy, failed   nobody was reached on that phone
 * - missed     the pager did not take it in time, or refused it
 */
export const PAGE_OUTCOMES = ['accepted', 'answered', 'no-answer', 'busy', 'failed', 'missed'] as const;
export type PageOutcome = (typeof PAGE_OUTCOMES)[number];

/** Of this ladder. `of`: the number of the event that paged. `outcome` null: the pager has not taken it yet. */
export type KnownPage = Page & {
  readonly of: number;
  readonly at: Instant;
  readonly rung: number;
  readonly outcome: PageOutcome | null;
};

type Paged = { readonly pages: readonly KnownPage[] };

/** A pager takes a page within this time, or people are told and the next pagers are used. */
export const PAGE_WITHIN_MS = 60_000;
/** An outage that waits for days pages again and again. */
const MOST_PAGES = 50;

/** By person, their number as it may be shown; somebody without one can't be called. */
export type Numbers = { readonly [personId: string]: string };

/** Which page: the id of its destination, and the number of the event that paged. */
export type PageName = { readonly pagerId: string; readonly of: number };
/** Where it goes, as the id of a destination. */
export const pagerIdOf = ({ pager, person }: Pick<Page, 'pager' | 'person'>): string => (person ? `${pager}+${person.id}` : pager);

/** The pages that these pagers make to these people. */
export const pagesTo = (pagers: readonly Pager[], people: readonly Called[], numbers: Numbers): readonly Page[] =>
  pagers.flatMap(({ id: pager, callsPeople }): readonly Page[] => {
    if (!callsPeople) return [{ pager, person: null, number: '' }];
    return people.flatMap(({ person: { id, name } }) => (numbers[id] ? [{ pager, person: { id, name }, number: numbers[id] }] : []));
  });

type PageEvent =
  | { readonly type: 'escalated'; readonly at: Instant; readonly rung: number; readonly pages?: readonly Page[] }
  | {
      readonly type: 'page-missed';
      readonly at: Instant;
      readonly rung: number;
      readonly pages: readonly Page[];
      readonly missed: readonly MissedPage[];
    }
  | (Pick<KnownPage, 'pager' | 'person' | 'of'> & { readonly type: 'paged'; readonly outcome: PageOutcome });
export type MissedPage = Page & { readonly of: number };

type Named = Pick<KnownPage, 'pager' | 'person' | 'of'>;
export const isNamed = (page: Named, { pagerId, of }: PageName): boolean => page.of === of && pagerIdOf(page) === pagerId;
const isSamePage = (one: Named, other: Named): boolean => isNamed(one, { pagerId: pagerIdOf(other), of: other.of });

/** The pages after an event. `version`: its number. */
export function pagesAfter({ pages, version }: Paged & { readonly version: number }, event: PageEvent): readonly KnownPage[] {
  if (event.type === 'paged') return pages.map((one) => (isSamePage(one, event) ? { ...one, outcome: event.outcome } : one));
  const missed = event.type === 'page-missed' ? event.missed : [];
  const known = pages.map((one) => (missed.some((other) => isSamePage(one, other)) ? { ...one, outcome: 'missed' as const } : one));
  const { at, rung } = event;
  return [...known, ...(event.pages ?? []).map((page) => ({ ...page, of: version, at, rung, outcome: null }))].slice(-MOST_PAGES);
}

/** Whether nobody could be paged last time. Where somebody was paged since, it is said anew when nobody can be. */
export const nobodyPagedAfter = (
  { nobodyPaged }: { readonly nobodyPaged: boolean },
  { pages = [] }: { readonly pages?: readonly Page[] },
) => nobodyPaged && pages.length === 0;

/** Those that no pager has taken yet. */
export const waitingPages = ({ pages }: Paged): readonly KnownPage[] => pages.filter(({ outcome }) => outcome === null);

/** When the first of them has waited too long; null: none waits. */
export function pageDueAt(outage: Paged): Instant | null {
  const waiting = waitingPages(outage);
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ at }) => at)) + PAGE_WITHIN_MS;
}
