/** A message about one event: who took it, what changed, who is needed. One view for each kind of event. */
import { rungKind } from '../../outage/promise.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/person.ts';
import { joinedNews, mergeSuggestedNews } from '../affected/affected.ts';
import { type Card, template } from '../base/card.ts';
import { factRows, ROOM } from '../base/facts.ts';
import { deskButtons } from '../outage/desk-buttons.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { stateStyle } from '../outage/outage.ts';
import { calledBefore } from '../outage/plan-facts.ts';
import { failureReceipt, reachedNews } from '../report/receipt.ts';
import { fitting } from '../text/fit.ts';
import type { MentionEntity } from '../text/mention.ts';
import { asName, paragraphs, plain, quoted } from '../text/safe.ts';
import { correctedNews, notedNews } from './desk.ts';
import { drillEnded } from './drill.ts';
import { endingNews } from './ending.ts';
import newsTemplate from './news.json' with { type: 'json' };
import {
  calledIn,
  clockOf,
  type EventOf,
  forReporter,
  mayTakeThere,
  type News,
  type NewsView,
  otherReporterAt,
  ownNumber,
  placeName,
  readerIn,
  readsAlone,
  timeLeft,
  told,
  withText,
} from './news.ts';
import { nextUpdate, ownerNews } from './ownership.ts';
import { requestNews } from './request.ts';

const expand = template(newsTemplate);
/** The look of everything that is told: a heading, what somebody wrote, lines, facts and buttons. */
export const expandNews = (view: object, mentions: readonly MentionEntity[] = []): Card =>
  expand({ lead: [], said: [], ...view }, mentions);

/** Draws it, and the one line that a phone shows of it. */
export function newsCard(view: NewsView): { card: Card; summary: string } {
  if (view.event.type === 'desk-unreached') return failureReceipt(view);
  const { outage, words, repeated } = view;
  const news = newsOf(view);
  const lead = ownNumber(view);
  const readBy = readerIn(view.place) === 'desk' ? 'desk' : 'others';
  const unknown = view.unknownSince === null ? [] : [words.restored[readBy](clockOf(view)(view.unknownSince))];
  const { mentions = [], said = [] } = news;
  const quote = said.length > 0 ? [quoted(said.join(' '))] : [];
  const card = expandNews(
    {
      style: news.quiet ? 'emphasis' : stateStyle(outage, readBy),
      heading: news.heading,
      subheading: showsTitle(view) ? quoted(outage.report.title) : '',
      mentionLines: mentions.map(({ text }) => text),
      lead: [...(repeated ? [words.news.repeated] : []), ...lead, ...unknown],
      said,
      lines: news.lines,
      facts: factRows(news.facts ?? []),
      fallbackText: `${news.heading}. ${[...lead, ...unknown, ...quote, ...news.lines].join(' ')}`,
      actions: news.actions ?? [],
    },
    mentions.map(({ entity }) => entity),
  );
  return { card, summary: news.heading };
}

/**
 * Not where others read along; nor to who reported or joined the same under another number, who may be of another customer.
 * That of a drill says that nothing is down, so it stands everywhere.
 */
const showsTitle = ({ place, outage }: NewsView): boolean =>
  outage.drill !== null || readerIn(place) !== 'reporter' || (readsAlone(place, outage) !== null && !isOfAnother(place, outage));
const isOfAnother = (place: string, outage: Outage): boolean => (otherReporterAt(place, outage)?.number ?? outage.number) !== outage.number;

function newsOf(view: NewsView): News {
  const { outage, event, words, place } = view;
  const name = outageName(outage);
  const when = clockOf(view);
  switch (event.type) {
    case 'acknowledged': {
      const late = event.afterMs > event.withinMs;
      return {
        heading: words.news.acknowledged(name, asName(event.by.name), words.formats.duration(event.afterMs)),
        lines: [...(late ? [words.news.acknowledgedLate(words.formats.duration(event.withinMs))] : []), ...nextUpdate(view)],
        mentions: forReporter(view),
      };
    }
    case 'updated':
      return updated(view, event);
    case 'hand-over-offered':
    case 'hand-over-declined':
    case 'handed-over':
    case 'assisted':
    case 'released':
    case 'update-missed':
      return ownerNews(view, event);
    case 'transferred':
    case 'objected':
    case 'reopened':
    case 'withdrawn':
    case 'merged':
    case 'absorbed':
    case 'resolved':
    case 'closed':
      return endingNews(view, event);
    case 'answered':
    case 'promoted':
      return requestNews(view, event);
    case 'noted':
      return notedNews(view, event);
    case 'corrected':
      return correctedNews(view, event);
    case 'breached': {
      const known = view.unknownSince === null;
      const promised = words.news.breachedText(words.formats.duration(outage.ladder.acknowledgeWithinMs));
      return {
        heading: (known ? words.news : words.restored).breached(name),
        // Nobody is to ring the support desk for a drill.
        lines: [known ? promised : words.restored.breachedText, ...(outage.drill ? [] : [words.news.breachedCall(phonesOf(view))])],
        mentions: forReporter(view),
      };
    }
    case 'escalated':
      return escalation(view, event, when);
    case 'place-lost':
      return {
        heading: words.news.placeLost(placeName(event.place, { people: Object.values(outage.onCall).flat(), outage }, words)),
        lines: [words.news.placeLostText],
      };
    case 'desk-reached':
      return reachedNews(view, event);
    case 'drill-ended':
      return drillEnded(view, event);
    case 'joined':
      return joinedNews(view, event);
    case 'gathered':
      return mergeSuggestedNews(view, event);
    case 'left':
    case 'phone-added':
    case 'desk-unreached':
    case 'reported':
    case 'planned':
    case 'restored':
    case 'personal-data-removed':
      throw new Error(`'${event.type}' is told by a card of its own, not by news (${place})`);
  }
}

/** "Nothing new" is a fine update, and says since when nothing is new. */
function updated(view: NewsView, event: EventOf<'updated'>): News {
  const { outage, words, lastWord } = view;
  const when = clockOf(view);
  const next = words.news.nextUpdate(when(event.nextUpdateBy));
  const say = event.text === '' ? words.life.news.nothingNew : words.news.updated;
  const heading = say(outageName(outage), asName(event.by.name), words.phaseShort[event.phase]);
  if (event.text !== '') return { heading, said: told(event.text, words), lines: [next], mentions: forReporter(view) };
  const since = lastWord ? [words.life.news.nothingNewSince(when(lastWord.at))] : [];
  const last = lastWord?.text
    ? [{ label: words.facts.lastUpdate, lines: fitting(paragraphs(lastWord.text), ROOM.other, words.facts.cut) }]
    : [];
  return { heading, lines: [...since, next], facts: last, mentions: forReporter(view) };
}

const where = ({ report: { project, environment, scenario } }: NewsView['outage']): string =>
  `${plain(project.name)}, ${plain(environment.name)}: ${plain(scenario.title)}`;

function escalation(view: NewsView, event: EventOf<'escalated'>, when: (at: Instant) => string): News {
  const { outage, words, place } = view;
  const kind = rungKind(outage.ladder, event.rung);
  const direct = place.startsWith('person:');
  const earlier = view.events.slice(0, view.events.indexOf(event));
  return {
    heading: words.ping.heading[kind](outageName(outage)),
    lines: [
      timeLeft(outage.acknowledgeBy, words, view.now, when),
      ...(outage.drill ? [] : [where(outage)]),
      ...(direct ? [mayTakeThere(place, view.desk) ? words.ping.openThread : words.ping.notYours] : []),
    ],
    mentions: calledIn(place, event.people).map((called) =>
      withText(called.person, (text) => words.ping.why(text, called.level, calledBefore(called, earlier, when))),
    ),
    actions: mayTakeThere(place, view.desk) ? deskButtons(outage, words) : [],
  };
}
