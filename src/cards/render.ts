/** Draws a notice as a card when it is delivered. Each feature has the view of its own events. */
import type { Desk } from '../desk/desk.ts';
import { answerTo } from '../outage/asks.ts';
import { type Destination, joinedAt, onlyReaderAt, otherReporterAt, parseDestination, readerOf } from '../outage/destinations.ts';
import type { OutageEvent, OutageEventType } from '../outage/events.ts';
import { eventOf } from '../outage/events.ts';
import { replay } from '../outage/evolve.ts';
import { isReopening, type Notice } from '../outage/notices.ts';
import { mentionsNobody, type Outage, outageName, requestIn, unknownSince } from '../outage/types/outage.ts';
import { type Instant, NOT_MENTIONED } from '../outage/types/values.ts';
import { wordsFor, wordsOfDesk } from '../words/words.ts';
import { affectedNews, joinedCard } from './affected.ts';
import { type Card, type Drawn, withoutMentions } from './base/card.ts';
import { endingNews } from './ending.ts';
import { drawMessage } from './layouts/layouts.ts';
import { digestCard } from './news/digest.ts';
import { clockOf, destinationIn, forReporter, type News, type NewsView, ownNumber } from './news/news.ts';
import { deskButtons } from './outage/buttons.ts';
import type { OutageView } from './outage/next-lines.ts';
import { deskCard, followerCard, originCard, stateStyle, stateText } from './outage/outage.ts';
import { ownershipNews } from './ownership.ts';
import { deskLost, notMentioned, progressNews } from './progress/progress.ts';
import { correctedNews } from './report/correction.ts';
import { failureReceipt, reachedNews } from './report/receipt.ts';
import { requestNews } from './request/news.ts';
import { asName, quoted, spelledOut } from './text.ts';
import { drillEnded } from './watch/check.ts';

type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };
type Ping = { readonly notice: Notice; readonly recorded: Recorded };
/** `pings`: those in the message that is edited, where what they asked for was given. */
type Context = { readonly now: Instant; readonly repeated: boolean; readonly pings?: readonly Ping[] };

/** What several people read is in the desk's language; what only the reporter reads is in the reporter's. */
export function createRenderer(desk: Desk) {
  return function render(notice: Notice, recorded: Recorded, context: Context): Drawn {
    const drawn = draw(notice, recorded, context);
    const isQuiet = notice.kind === 'settled' || mentionsNobody(recorded.outage);
    return isQuiet ? { ...drawn, card: withoutMentions(drawn.card) } : drawn;
  };

  function draw(notice: Notice, { outage, events }: Recorded, context: Context): Drawn {
    const own = onlyReaderAt(notice.destination, outage);
    const words = own ? wordsFor(own.language) : wordsOfDesk();
    const view = { outage, desk, words, now: context.now };
    const event = eventOf(notice, events);
    if (notice.kind === 'opening' || notice.kind === 'state') {
      const title = own || readerOf(notice.destination) !== 'reporter' ? quoted(outage.report.title) : '';
      const summary = `${outageName(outage)}: ${stateText(outage, words)}. ${title}`.trim();
      const hints = [...(isReopening(notice) ? [words.news.begunAnew] : []), ...(context.repeated ? [words.news.repeated] : [])];
      return { card: outageCard(notice, view, hints.join(' ')), summary: spelledOut(summary, words) };
    }
    const { pings = [], ...told } = context;
    if (pings.length > 1) return drawDigest(pings, desk, told);
    // The news may be of an event before the restore, too.
    const since = unknownSince(replay(events.slice(0, notice.seq - 1))) ?? unknownSince(outage);
    const news = { ...view, event, events, destination: notice.destination, repeated: context.repeated, unknownSince: since };
    return notice.kind === 'settled' ? settledCard(news) : newsCard(news);
  }
}

export const createDigestRenderer =
  (desk: Desk) =>
  (pings: readonly Ping[], context: Context): Drawn =>
    drawDigest(pings, desk, context);

function drawDigest(pings: readonly Ping[], desk: Desk, context: Context): Drawn {
  const words = wordsOfDesk();
  const views = pings.map(({ notice, recorded: { outage, events } }) => {
    const view = { outage, event: eventOf(notice, events), events, destination: notice.destination };
    return { ...view, answer: answerIn({ ...view, ...context, desk, words, unknownSince: null }) };
  });
  return digestCard({ ...context, pings: views, desk, words });
}

/** The outage as it is now, for the readers of the destination. */
function outageCard({ kind, destination }: Notice, view: OutageView, hint: string): Card {
  switch (destination.kind) {
    case 'desk':
      return deskCard(view, { mentionOnCall: kind === 'opening' && view.outage.state === 'reported', hint });
    case 'queue':
      return queueCard(view, hint);
    case 'origin':
      return originCard(view, { hint });
    case 'joined': {
      const joined = joinedAt(destination, view.outage);
      return joined ? joinedCard(view, joined, { hint }) : followerCard(view, { hint });
    }
    case 'follower':
    case 'person':
    case 'team':
    case 'merged':
      return followerCard(view, { hint });
  }
}

/** A request. Once it is an outage, it is worked on in the desk's channel, and the card says so instead of showing buttons. */
function queueCard(view: OutageView, hint: string): Card {
  const promoted = requestIn(view.outage) ? '' : view.words.request.desk.promoted(outageName(view.outage));
  return deskCard(view, { mentionOnCall: false, hint: [hint, promoted].filter(Boolean).join(' '), buttons: promoted === '' });
}

export function newsCard(view: NewsView): Drawn {
  if (view.event.type === 'desk-unreached' && view.destination.kind !== 'person') return failureReceipt(view);
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

/** What became of what the event asked for; empty: it still asks. */
function answerIn(view: NewsView): string {
  const event = answerTo(view.event, view.events);
  if (event?.type === 'acknowledged') return view.words.ping.answered(outageName(view.outage), asName(event.by.name));
  return event ? newsOf({ ...view, event }).heading : '';
}

/** A ping whose outage somebody took, or which is over in another way. Whoever has it can go on with it in their own chat. */
export function settledCard(view: NewsView): Drawn {
  const { outage, words, destination } = view;
  const heading = answerIn(view);
  const line = words.ping.settled(newsOf(view).heading, clockOf(view)(view.event.at));
  const isOwners = outage.state === 'acknowledged' && destination.kind === 'person' && destination.id === outage.owner.id;
  const card = drawMessage(words, {
    style: 'emphasis',
    heading,
    subheading: quoted(outage.report.title),
    lines: [line],
    fallbackText: `${heading}. ${line}`,
    actions: isOwners ? deskButtons(outage, words) : [],
  });
  return { card, summary: spelledOut(heading, words) };
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
  'place-lost': (view) => {
    const { destination, outage, words, event } = view;
    if (destination.kind === 'person') return deskLost(view);
    if (event.place.startsWith(NOT_MENTIONED)) return notMentioned(view);
    return {
      heading: words.news.placeLost(destinationIn(outage, parseDestination(event.place), words)),
      lines: [words.news.placeLostText],
    };
  },
  'desk-unreached': deskLost,
  // These have a card of their own, or none.
  left: null,
  'phone-added': null,
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
