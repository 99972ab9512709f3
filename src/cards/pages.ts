/** Pages on cards: who was paged and what came of it, and the ping when nobody was paged in time. For the desk alone. */
import type { EventOf } from '../outage/events.ts';
import { type Outage, outageName } from '../outage/types/outage.ts';
import type { Page } from '../outage/types/pages.ts';
import type { Words } from '../words/words.ts';
import type { Fact } from './base/facts.ts';
import { calledIn, mayTakeThere, type News, type NewsView, whatIsDown, whereToTake } from './news/news.ts';
import { deskButtons } from './outage/buttons.ts';
import type { Clock } from './outage/next-lines.ts';
import { oneLine, plain, shorten, withText } from './text.ts';

const LONGEST_NAME = 60;
/** The last ones: an outage that waits pages again and again. */
const MOST_SHOWN = 6;

export const whoIsPaged = ({ pager, person, number }: Page, { pages }: Words): string =>
  person ? pages.person(shorten(oneLine(person.name), LONGEST_NAME), plain(number)) : pages.service(plain(pager));

export const pagedText = (event: EventOf<'paged'>, words: Words): string =>
  words.pages.timeline(whoIsPaged(event, words), words.pages.outcome[event.outcome]);

export function pageFacts({ pages }: Outage, words: Words, when: Clock): readonly Fact[] {
  const lines = pages
    .slice(-MOST_SHOWN)
    .map((page) => words.pages.line(whoIsPaged(page, words), when(page.at), words.pages.outcome[page.outcome ?? 'waiting']));
  return lines.length > 0 ? [{ label: words.pages.label, lines }] : [];
}

export function pageMissedNews(view: NewsView<'page-missed'>): News {
  const { outage, event, words, destination, desk } = view;
  const { missed: say } = words.pages;
  const list = (pages: readonly Page[]) => words.formats.list(pages.map((page) => whoIsPaged(page, words)));
  const isAll = outage.pages.every(({ outcome }) => outcome === 'missed' || outcome === null);
  return {
    heading: (isAll ? say.heading : say.headingSome)(outageName(outage)),
    lines: [
      event.missed.length > 0 ? say.who(list(event.missed)) : say.nobody,
      event.pages.length > 0 ? say.next(list(event.pages)) : say.noNext,
      ...(outage.drill ? [] : whatIsDown(view)),
      ...whereToTake(view),
    ],
    mentions: calledIn(destination, event.people).map(({ person, level }) =>
      withText(person, (mention) => words.ping.why(mention, level, null)),
    ),
    actions: mayTakeThere(destination, desk) ? deskButtons(outage, words) : [],
  };
}
