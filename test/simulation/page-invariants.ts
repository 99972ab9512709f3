/** Whoever a step pages is paged, or the desk knows within a minute that they were not; and no phone rings without need. */
import type { OutageEvent } from '../../src/outage/events.ts';
import { PAGE_WITHIN_MS, type Page, pagerIdOf } from '../../src/outage/types/pages.ts';
import { eventsOf, inTimeUntil, trueTimeOf } from './evidence.ts';
import type { Commit, History, Story } from './history.ts';
import { type Invariant, invariant, ofEach, when } from './invariant.ts';

type Asked = { readonly page: Page; readonly of: number; readonly commit: Commit };

/** Every page of an outage, with the number of its event. */
const pagesOf = ({ commits }: Story): readonly Asked[] =>
  commits.flatMap((commit) => {
    const first = commit.outage.version - commit.events.length + 1;
    return commit.events.flatMap((event, index) =>
      'pages' in event ? (event.pages ?? []).map((page) => ({ page, of: first + index, commit })) : [],
    );
  });

const isMissed = (event: OutageEvent, { page, of }: Asked): boolean =>
  event.type === 'page-missed' && event.missed.some((one) => one.of === of && pagerIdOf(one) === pagerIdOf(page));

/** The first moment at which it was paged, or the desk was told, if only that a restore left out what was on its way, or nobody waited any more. */
function settledAt(story: Story, asked: Asked): number {
  const taken = story.pages.filter(({ pagerId, of }) => of === asked.of && pagerId === pagerIdOf(asked.page)).map(({ at }) => at);
  const told = story.commits
    .filter((commit) => commit.at >= asked.commit.at)
    .filter(
      ({ events, outage }) => events.some((event) => event.type === 'restored' || isMissed(event, asked)) || outage.state !== 'reported',
    )
    .map(({ at }) => at);
  return Math.min(...taken, ...told);
}

/** Between Twilio's clock and the store's, and because it writes full seconds. */
const CLOCKS_DIFFER_MS = 10_000;

/**
 * After a lost answer a call is looked up by its number and time. Another outage may have called the same person then, by another bot, and
 * nobody can tell the two calls apart: the phone rang, and the thread of that one is beside this one.
 */
function sharesCall(history: History, story: Story, { page, of, commit }: Asked): boolean {
  const pagerId = pagerIdOf(page);
  const key = `${story.id}/news/pager:${pagerId}/${of}`;
  const finish = story.finishes.findLast((one) => one.key.startsWith(key) && one.outcome.state === 'done');
  if (page.person === null || !finish || !story.begins.some((one) => one.key.startsWith(key))) return false;
  const from = Math.min(commit.at, commit.storeAt) - CLOCKS_DIFFER_MS;
  return [...history.stories.values()].some((other) =>
    other.pages.some((one) => one.pagerId === pagerId && one.at >= from && one.at <= finish.at),
  );
}

/** Of a call that is looked up and never found: the first one, and five more. */
const MOST_CALLS = 6;
/**
 * What was made since then is asked for by the store's clock. Where that is ahead of Twilio's by more than a look-up allows, a call that was
 * made seems older than its page, and nobody can know that it is there.
 */
const LOOKED_UP_WITHIN_MS = 4_000;
const cannotBeFound = ({ at, storeAt }: Commit): boolean => storeAt - at > LOOKED_UP_WITHIN_MS;

/** A call that began just before somebody took it may still be on its way. */
const UNDER_WAY_MS = 20_000;

export const PAGES: readonly Invariant[] = [
  invariant('every step that pages has paged, or the desk was told within a minute', 'late', (history) => {
    // That Teams or a pager is away is what it is for, and no excuse.
    const others: History = { ...history, faults: history.faults.filter(({ kind }) => !kind.startsWith('connector')) };
    return [...history.stories.values()].flatMap((story) =>
      pagesOf(story).flatMap((asked) => {
        const dueAt = trueTimeOf(history, asked.commit.storeAt + PAGE_WITHIN_MS, asked.commit.at);
        const cameAt = Math.min(settledAt(story, asked), history.end.at);
        const late = cameAt > inTimeUntil(others, dueAt, cameAt) && !sharesCall(history, story, asked);
        const text = `the page of event ${asked.of} by ${pagerIdOf(asked.page)} was neither made nor told for ${cameAt - asked.commit.at} ms`;
        return late ? [{ outageId: story.id, text }] : [];
      }),
    );
  }),
  ofEach('a page is made once, and once more where its answer was lost', 'doubled', (story) =>
    pagesOf(story).flatMap(({ page, of, commit }) => {
      const pagerId = pagerIdOf(page);
      const made = story.pages.filter((one) => one.of === of && one.pagerId === pagerId);
      const begun = story.begins.filter(({ key }) => key.startsWith(`${story.id}/news/pager:${pagerId}/${of}`)).length;
      const most = cannotBeFound(commit) ? MOST_CALLS : 2;
      // Services know what they have already by its key. A bot may die before it has recorded what it sent.
      return when(
        page.person !== null && (made.length > most || made.length > begun),
        `${pagerId} was called ${made.length} times for event ${of}`,
      );
    }),
  ),
  ofEach('no phone rings for an outage that somebody took', 'after-acknowledgement', (story) => {
    const events = eventsOf(story);
    return story.pages.flatMap(({ at, of, pagerId }) => {
      const pagedAt = story.commits.find(({ outage }) => outage.version >= of)?.at ?? 0;
      const taken = story.commits.find(
        (commit) => commit.at >= pagedAt && commit.outage.version > of && commit.outage.state !== 'reported',
      );
      const wrong = taken !== undefined && at > taken.at + UNDER_WAY_MS;
      return when(wrong && events.length > 0, `${pagerId} rang ${at - (taken?.at ?? 0)} ms after it was taken`);
    });
  }),
  ofEach('what the ledger says of a page is what its pager has', 'wrong', (story, _outage, history) =>
    story.held.deliveries.flatMap(({ key, state }) => {
      const [, pagerId = '', of = ''] = /\/news\/pager:([^/]+)\/(\d+)/.exec(key) ?? [];
      const asked = pagesOf(story).find((one) => one.of === Number(of) && pagerIdOf(one.page) === pagerId);
      const isMade = story.pages.some((one) => one.of === Number(of) && one.pagerId === pagerId);
      const isShared = asked !== undefined && sharesCall(history, story, asked);
      return when(
        asked !== undefined && state === 'done' && !isMade && !isShared,
        `${key} is recorded as made, but its pager never had it`,
      );
    }),
  ),
];
