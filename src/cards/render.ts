/** Draws a notice as a card when it is delivered. Each feature has the view of its own events. */
import type { Desk } from '../desk/desk.ts';
import { audienceAt, type Destination, joinedAt, languageAt, onlyReaderAt, otherReporterAt, readerOf } from '../outage/destinations.ts';
import type { OutageEvent } from '../outage/events.ts';
import { eventOf } from '../outage/events.ts';
import { replay } from '../outage/evolve.ts';
import { isReopening, type Notice } from '../outage/notices.ts';
import type { FileLinks } from '../outage/types/files.ts';
import { mentionsNobody, type Outage, outageName, requestIn, unknownSince } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import { type Words, wordsFor, wordsOfDesk } from '../words/words.ts';
import { joinedCard } from './affected.ts';
import { AUDIENCE_VIEWS, forAudience, headlineFor } from './base/audience.ts';
import { type Card, type Drawn, withNote, withoutMentions } from './base/card.ts';
import { NOT_DRAWN } from './base/drawing.ts';
import { createShownNames, type ShownNames } from './base/shown-names.ts';
import { link } from './base/verbs.ts';
import { drawHeard } from './follow/heard.ts';
import { drawMessage } from './layouts/layouts.ts';
import { digestCard } from './news/digest.ts';
import { CALLS, TELL_STAGE, TOLD } from './news/kinds.ts';
import { clockOf, forReporter, type News, type NewsView, ownNumber } from './news/news.ts';
import { answerIn, newsOf } from './news/told.ts';
import { buttonsFor, deskButtons } from './outage/buttons.ts';
import type { OutageView } from './outage/next-lines.ts';
import { deskCard, followerCard, originCard, summaryOf } from './outage/outage.ts';
import { clockFor, lookOf, stagesOf } from './outage/stages.ts';
import { callThem } from './report/by-phone.ts';
import { failureReceipt } from './report/receipt.ts';
import { quoted, shorten, spelledOut } from './text.ts';

type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };
type Ping = { readonly notice: Notice; readonly recorded: Recorded };
/** What opens the desk's thread of each outage, by its id. */
type Threads = ReadonlyMap<string, string>;
/** `pings`: those in the message that is edited, where what they asked for was given. */
type Context = {
  readonly now: Instant;
  readonly repeated: boolean;
  readonly pings?: readonly Ping[];
  readonly threads?: Threads;
  readonly files?: FileLinks;
  readonly reaches?: number | null;
  readonly language?: string;
};

/** Whether people are called by full name there, whatever customers read. */
const readsNames = ({ notice: { destination }, recorded: { outage } }: Ping): boolean =>
  readerOf(destination) === 'desk' || AUDIENCE_VIEWS[audienceAt(destination, outage)].names === 'full';

/**
 * One person reads their own language, a room that of the room, and everybody else the desk's. Without `language`, as nothing more is
 * known than what the outage says.
 */
function wordsAt({ notice, recorded }: Ping, desk: Desk, context: Context): Words {
  const language = context.language || languageAt(notice.destination, recorded.outage).language;
  return language ? wordsFor(language) : wordsOfDesk(desk);
}

/** How customers read who works for them, in each language once, because what they are drawn from is remembered. */
function createNames(desk: Desk) {
  const byLanguage = new Map<Words, ShownNames>();
  return (words: Words): ShownNames => {
    const known = byLanguage.get(words) ?? createShownNames(desk, words.news.engineer);
    byLanguage.set(words, known);
    return known;
  };
}

/** `takesFiles`: reporters read that they may send pictures. */
export function createRenderer(desk: Desk, takesFiles = false) {
  const names = createNames(desk);
  const alike = new WeakMap<Recorded, Map<string, Drawn>>();

  /** Thousands may follow in their own chats, and all who read one language read the same: it is drawn for the first of them. */
  return function render(notice: Notice, stored: Recorded, context: Context): Drawn {
    const key = alikeKey(notice, context);
    if (key === null) return rendered(notice, stored, context);
    const known = alike.get(stored) ?? new Map<string, Drawn>();
    const drawn = known.get(key) ?? rendered(notice, stored, context);
    alike.set(stored, known.set(key, drawn));
    return drawn;
  };

  function rendered(notice: Notice, stored: Recorded, context: Context): Drawn {
    const words = wordsAt({ notice, recorded: stored }, desk, context);
    const recorded = readsNames({ notice, recorded: stored }) ? stored : names(words)(stored);
    const drawn = labelled(draw(notice, recorded, context, words), context, words);
    const isQuiet = notice.kind === 'settled' || mentionsNobody(recorded.outage);
    return isQuiet ? { ...drawn, card: withoutMentions(drawn.card) } : drawn;
  }

  function draw(notice: Notice, { outage, events }: Recorded, context: Context, words: Words): Drawn {
    const view = { outage, desk, words, now: context.now, takesFiles };
    const event = eventOf(notice, events);
    if (notice.kind === 'opening' || notice.kind === 'state') {
      const summary = spelledOut(summaryOf(view, notice.destination), words);
      return { card: outageCard(notice, view, isReopening(notice) ? words.news.begunAnew : ''), summary };
    }
    const { pings = [], files, ...told } = context;
    if (pings.length > 1) return drawDigest(pings, desk, told, words);
    // The news may be of an event before the restore, too.
    const since = unknownSince(replay(events.slice(0, notice.seq - 1))) ?? unknownSince(outage);
    const news = {
      ...view,
      event,
      events,
      destination: notice.destination,
      unknownSince: since,
      thread: context.threads?.get(outage.id) ?? null,
      ...(files && { files }),
    };
    return notice.kind === 'settled' ? settledCard(news) : newsCard(news);
  }
}

const MINUTE_MS = 60_000;

/**
 * What the drawing for somebody who follows in their own chat depends on, beside the record; null: it is for others, or shows files by
 * addresses that are made for each message.
 */
function alikeKey(notice: Notice, { now, repeated, reaches, language, files, pings }: Context): string | null {
  const { kind, seq, destination } = notice;
  if (destination.kind !== 'following' || files || pings) return null;
  return JSON.stringify([kind, seq, isReopening(notice), language, repeated, reaches, Math.floor(now / MINUTE_MS)]);
}

export function createDigestRenderer(desk: Desk) {
  const names = createNames(desk);
  return (pings: readonly Ping[], context: Context): Drawn => {
    const [first] = pings;
    const words = first ? wordsAt(first, desk, context) : wordsOfDesk(desk);
    const isForThem = pings.some(({ notice }) => readerOf(notice.destination) === 'followers');
    const theirs = pings.map((ping) => (readsNames(ping) ? ping : { ...ping, recorded: names(words)(ping.recorded) }));
    return labelled(isForThem ? drawHeard(theirs, desk, { ...context, words }) : drawDigest(pings, desk, context, words), context, words);
  };
}

/** A message that may be there already says so below all else. */
const labelled = (drawn: Drawn, { repeated, reaches = null }: Context, words: Words): Drawn =>
  noted(noted(drawn, repeated && words.news.repeated), reaches !== null && words.follow.reached(reaches));
const noted = (drawn: Drawn, note: string | false): Drawn => (note === false ? drawn : { ...drawn, card: withNote(drawn.card, note) });

function drawDigest(pings: readonly Ping[], desk: Desk, context: Context, words: Words): Drawn {
  const views = pings.map(({ notice, recorded: { outage, events } }) => {
    const thread = context.threads?.get(outage.id) ?? null;
    const view = { outage, event: eventOf(notice, events), events, destination: notice.destination, thread };
    const { heading, by } = answerIn({ ...view, ...context, desk, words, unknownSince: null });
    return { ...view, answer: words.formats.sentences([heading, by]) };
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
    case 'following':
      return followerCard(view, {
        hint,
        entered: true,
        audience: audienceAt(destination, view.outage),
        followed: destination.kind === 'following' ? 'own-chat' : 'room',
      });
    case 'reporter':
    case 'person':
    case 'team':
    case 'merged':
      return followerCard(view, { hint });
    case 'webhook':
    case 'pager':
      throw new Error(`no card is drawn for a ${destination.kind}`);
  }
}

/** A request. Once it is an outage, it is worked on in the desk's channel, and the card says so instead of showing buttons. */
function queueCard(view: OutageView, hint: string): Card {
  const promoted = requestIn(view.outage) ? '' : view.words.request.desk.promoted(outageName(view.outage));
  return deskCard(view, { mentionOnCall: false, hint: view.words.formats.joined([hint, promoted]), buttons: promoted === '' });
}

export function newsCard(all: NewsView): Drawn {
  const audience = audienceAt(all.destination, all.outage);
  const view = forAudience(all, audience);
  if (view.event.type === 'desk-unreached' && view.destination.kind !== 'person') return failureReceipt(view);
  const { outage, words } = view;
  const { joined, sentence, sentences } = words.formats;
  const news = { ...NOTHING_MORE, ...newsOf(view) };
  const { by, quote } = news;
  const lead = ownNumber(view);
  const readBy = readerOf(view.destination) === 'desk' ? 'desk' : 'others';
  const unknown = view.unknownSince === null ? [] : [words.watch.restored[readBy](clockOf(view)(view.unknownSince))];
  const calls = readBy === 'desk' && CALLS.includes(view.event.type);
  const clock = calls ? clockFor(outage, words, clockOf(view), { now: view.now, desk: true }) : NOT_DRAWN;
  const caller = view.destination.kind === 'desk' && TOLD.includes(view.event.type) ? callThem(outage, words) : [];
  const lines = [...news.lines, ...caller];
  const quotation = quote.length > 0 ? [quoted(quote.join(' '), words)] : [];
  const card = drawMessage(words, {
    ...(news.quiet ? { style: 'emphasis' } : lookOf(outage)),
    heading: news.heading,
    subheading: showsTitle(view) ? headlineFor(outage, audience, words) : '',
    by,
    mentions: news.mentions ?? (news.quiet ? [] : forReporter(view)),
    lead: [...lead, ...unknown],
    quote,
    pictures: news.pictures,
    ...(TELL_STAGE.includes(view.event.type) && AUDIENCE_VIEWS[audience].isDrawn && { stages: stagesOf(outage, words, clockOf(view)) }),
    clock,
    lines,
    facts: news.facts,
    fallbackText: joined([sentence(sentences([news.heading, by])), ...lead, ...unknown, ...quotation, clock.text, ...lines]),
    first: [...news.actions, ...threadButton(view)],
    fields: news.fields,
    groups: news.groups,
    actions: news.sends,
    firstFor: view.destination.kind === 'origin' && news.actions.length > 0 ? buttonsFor(outage, words) : '',
  });
  const said = quote.length > 0 ? quoted(shorten(quote.join(' '), NOTIFIED), words) : '';
  return { card, summary: spelledOut(sentences([news.heading, by, said]), words) };
}

/** What most news do without. */
const NOTHING_MORE = { quote: [], pictures: [], facts: [], fields: [], groups: [], actions: [], sends: [] } satisfies Partial<News>;

/** For engineers alone: nobody else may read the desk's channel. */
const threadButton = ({ thread, destination, words }: NewsView) =>
  thread && destination.kind === 'person' ? [link(words.desk.openThread, thread)] : [];

/** What a phone shows of what somebody wrote, before it is opened. */
const NOTIFIED = 100;

/** A ping whose outage somebody took, or which is over in another way. Whoever has it can go on with it in their own chat. */
export function settledCard(view: NewsView): Drawn {
  const { outage, words, destination } = view;
  const { heading, by } = answerIn(view);
  const line = words.ping.settled(newsOf(view).heading, clockOf(view)(view.event.at));
  const isOwners = outage.state === 'acknowledged' && destination.kind === 'person' && destination.id === outage.owner.id;
  const card = drawMessage(words, {
    style: 'emphasis',
    heading,
    subheading: quoted(outage.report.title, words),
    by,
    lines: [line],
    fallbackText: words.formats.sentences([heading, by, line]),
    actions: [...(isOwners ? deskButtons(outage, words) : []), ...threadButton(view)],
  });
  return { card, summary: spelledOut(words.formats.sentences([heading, by]), words) };
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
