/** The message about one event. Each feature has the view of its own events. */
import { type Destination, onlyReaderAt, otherReporterAt, parseDestination, readerOf } from '../../outage/destinations.ts';
import type { OutageEventType } from '../../outage/events.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { affectedNews } from '../affected/affected.ts';
import type { Drawn } from '../base/card.ts';
import { endingNews } from '../ending.ts';
import { drawMessage } from '../layouts/message.ts';
import { stateStyle } from '../outage/outage.ts';
import { ownershipNews } from '../ownership.ts';
import { progressNews } from '../progress/progress.ts';
import { correctedNews } from '../report/correction.ts';
import { failureReceipt, reachedNews } from '../report/receipt.ts';
import { requestNews } from '../request/news.ts';
import { quoted, spelledOut } from '../text.ts';
import { drillEnded } from '../watch/drill.ts';
import { clockOf, destinationIn, forReporter, type News, type NewsView, ownNumber } from './news.ts';

export function newsCard(view: NewsView): Drawn {
  if (view.event.type === 'desk-unreached') return failureReceipt(view);
  const { outage, words, repeated } = view;
  const news = newsOf(view);
  const lead = ownNumber(view);
  const readBy = readerOf(view.destination) === 'desk' ? 'desk' : 'others';
  const unknown = view.unknownSince === null ? [] : [words.watch.restored[readBy](clockOf(view)(view.unknownSince))];
  const { quote = [] } = news;
  const quotation = quote.length > 0 ? [quoted(quote.join(' '))] : [];
  const card = drawMessage(words, {
    style: news.quiet ? 'emphasis' : stateStyle(outage, readBy),
    heading: news.heading,
    subheading: showsTitle(view) ? quoted(outage.report.title) : '',
    mentions: news.mentions ?? (news.quiet ? [] : forReporter(view)),
    lead: [...(repeated ? [words.news.repeated] : []), ...lead, ...unknown],
    quote,
    lines: news.lines,
    facts: news.facts ?? [],
    fallbackText: `${news.heading}. ${[...lead, ...unknown, ...quotation, ...news.lines].join(' ')}`,
    actions: news.actions ?? [],
  });
  return { card, summary: spelledOut(news.heading, words) };
}

/**
 * The title is left out where others than the reporter read, and for people who know the outage by another number and may
 * be of another customer. The title of a drill says that nothing is down, so it is shown everywhere.
 */
const showsTitle = ({ destination, outage }: NewsView): boolean =>
  outage.drill !== null ||
  readerOf(destination) !== 'reporter' ||
  (onlyReaderAt(destination, outage) !== null && !isOfAnother(destination, outage));
const isOfAnother = (destination: Destination, outage: Outage): boolean =>
  (otherReporterAt(destination, outage)?.number ?? outage.number) !== outage.number;

const NEWS: { readonly [type in OutageEventType]: ((view: NewsView<type>) => News) | null } = {
  ...progressNews,
  ...ownershipNews,
  ...endingNews,
  ...affectedNews,
  ...requestNews,
  corrected: correctedNews,
  'desk-reached': reachedNews,
  'drill-ended': drillEnded,
  'place-lost': ({ outage, event, words }) => ({
    heading: words.news.placeLost(destinationIn(outage, parseDestination(event.place), words)),
    lines: [words.news.placeLostText],
  }),
  // These have a card of their own, or none.
  left: null,
  'phone-added': null,
  'desk-unreached': null,
  reported: null,
  planned: null,
  restored: null,
  'personal-data-removed': null,
};

function newsOf(view: NewsView): News {
  const { event, destination } = view;
  const news = NEWS[event.type] as ((view: NewsView) => News) | null;
  if (!news) throw new Error(`'${event.type}' has a card of its own and no news (${destination.kind})`);
  return news(view);
}
