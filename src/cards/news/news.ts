/** What a message about one event is drawn from, and what the news of all events have in common. */
import type { Desk } from '../../desk/desk.ts';
import { waitsSince } from '../../outage/asks.ts';
import { type Destination, joinedAt, mayCallAt, onlyReaderAt, otherReporterAt, pagerIn, readerOf } from '../../outage/destinations.ts';
import type { EventOf, OutageEvent, OutageEventType } from '../../outage/events.ts';
import { may } from '../../outage/permissions.ts';
import { wasOnCall } from '../../outage/promise.ts';
import type { FileLinks } from '../../outage/types/files.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import { storedPersonKey } from '../../outage/types/person-key.ts';
import { type Called, type Instant, inSameRoom, type Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { scenarioTitle } from '../base/desk-texts.ts';
import type { Field } from '../base/inputs.ts';
import type { Button, ButtonGroup, Link } from '../base/verbs.ts';
import type { Message } from '../layouts/layouts.ts';
import type { OutageView } from '../outage/next-lines.ts';
import { asName, clockIn, fitting, type MentionLine, paragraphs, plain, withLateness, withText } from '../text.ts';

export type NewsView<Type extends OutageEventType = OutageEventType> = OutageView & {
  readonly event: Events[Type];
  /** All events of the outage, including this one. */
  readonly events: readonly OutageEvent[];
  readonly destination: Destination;
  /** After a restore: since when nobody knows what happened. null: everything is known. */
  readonly unknownSince: Instant | null;
  /** Opens the desk's thread, in the own chat of an engineer; null: there is no such link. */
  readonly thread?: string | null;
  /** The addresses of its files, where there are any. */
  readonly files?: FileLinks;
};
type Events = { readonly [type in OutageEventType]: Extract<OutageEvent, { type: type }> };
/** What a feature says of its own events. */
export type NewsOf<Type extends OutageEventType> = { readonly [type in Type]: (view: NewsView<type>) => News };

/** Where it has no mentions of its own, it mentions the people who reported or joined it here. */
export type News = Pick<Message, 'heading' | 'quote' | 'pictures' | 'lines' | 'facts' | 'mentions'> & {
  /** Who did it and when, under the heading, where it is not simply the person of the event. */
  readonly by?: string;
  readonly actions?: readonly (Button | Link)[];
  /** What its reader can enter on the message itself, and the buttons that send it. */
  readonly fields?: readonly Field[];
  readonly groups?: readonly ButtonGroup[];
  readonly sends?: readonly Button[];
  /** Whether the card has no colour, because it calls nobody and changes nothing. */
  readonly quiet?: boolean;
};

/** Writes times in the reporter's zone where only the reporter reads, and in each reader's own zone elsewhere. */
export function clockOf({ outage, destination, words, now }: NewsView): (at: Instant) => string {
  return clockIn(words, now, onlyReaderAt(destination, outage)?.timeZone);
}

/** Who did it, when, and how late. Other customers who reported the same do not read who the reporter of this one is. */
export function byLine(view: NewsView, name = ''): string {
  const { outage, event, destination, words } = view;
  const by = 'by' in event ? event.by : null;
  if (!by || (by.id === outage.reporter.id && otherReporterAt(destination, outage))) return '';
  const lateMs = 'lateMs' in event ? event.lateMs : 0;
  return withLateness(words.news.by(name || plain(by.name), clockOf(view)(event.at)), lateMs ?? 0, words);
}

/** What an engineer wrote, as the main part of a card: it may take most of the card's bytes. */
export const quoteOf = (text: string, words: Words) => (text === '' ? [] : fitting(paragraphs(text), 16_000, words.facts.cut));

/** More mentions would hide the news. */
const MOST_MENTIONED = 10;
/** Mentions those who reported or joined it in a group, where they would not notice the message. In their own chat they do. */
export function forReporter({ outage, destination, words }: NewsView): readonly MentionLine[] {
  const other = otherReporterAt(destination, outage);
  const { origin, person } = other ?? { origin: outage.origin, person: outage.reporter };
  if (origin.kind === 'personal' || readerOf(destination) !== 'reporter') return [];
  const here = outage.joined.filter((one) => inSameRoom(one.origin, origin));
  return [
    ...(other?.joined ? [] : [withText(person, words.news.forReporter)]),
    ...here.slice(0, MOST_MENTIONED).map((one) => withText(one.person, words.affected.joined.forJoined)),
  ];
}

/** For people who know the outage by another number: which one this is about. */
export function ownNumber({ outage, destination, words }: NewsView): readonly string[] {
  const other = otherReporterAt(destination, outage);
  if (!other || other.number === outage.number) return [];
  const yours = other.joined ? words.affected.joined.yours : words.progress.news.yours;
  return [yours(outageName(other), outageName(outage))];
}

/** Who took it, for engineers: also that it was somebody who was not on call. */
export function whoTook(event: EventOf<'acknowledged'>, outage: Outage, { news }: Words): string {
  const name = plain(event.by.name);
  return wasOnCall(event, outage) ? name : news.notOnCall(name);
}

/** The people whom a message to this destination calls: in somebody's own chat, only them. */
export const calledIn = (destination: Destination, people: readonly Called[]): readonly Called[] =>
  people.filter(({ person }) => mayCallAt(destination, person.id));

/** Whether readers of this destination may acknowledge. A duty manager who is no engineer gets no such button in their own chat. */
export const mayTakeThere = (destination: Destination, desk: Desk): boolean =>
  destination.kind !== 'person' || may(desk.actor({ id: storedPersonKey(destination.id), name: '' }), 'acknowledge');

/** The name of a destination of this outage. null: the destination is not known any more. */
export const destinationIn = (outage: Outage, destination: Destination | null, words: Words): string =>
  destinationName(destination, { people: [...Object.values(outage.onCall).flat(), ...ownersIn(outage)], outage }, words);
const ownersIn = ({ review }: Outage): readonly Person[] => (review?.followUps ?? []).map(({ owner }) => owner);

/** The same where the outage may not be known. `people`: those whose own chat it may be. */
export function destinationName(
  destination: Destination | null,
  { people, outage }: { people: readonly Person[]; outage: Outage | null },
  { news: { places }, request }: Words,
): string {
  switch (destination?.kind) {
    case 'desk':
      return places.desk;
    case 'origin':
      return places.origin;
    case 'queue':
      return request.queue;
    case 'follower':
      return places.follower(plain(destination.id));
    case 'merged': {
      const merged = outage?.absorbed.find(({ id }) => id === destination.id);
      return merged ? places.merged(outageName(merged)) : places.someMerged;
    }
    case 'joined':
      return places.person(asName(outage ? (joinedAt(destination, outage)?.person.name ?? '') : ''));
    case 'following':
      return places.person(asName(outage?.following.find(({ person }) => person.id === destination.id)?.person.name ?? ''));
    case 'team':
      return places.team(asName(outage?.team?.id === destination.id ? outage.team.name : destination.id));
    case 'reporter':
      return places.person(asName(outage?.reporter.name ?? ''));
    case 'person':
      return places.person(asName(people.find(({ id }) => id === destination.id)?.name ?? ''));
    case 'webhook':
      return places.webhook(plain(destination.id));
    case 'pager':
      return places.pager(plain(pagerIn(destination)));
    case undefined:
      return places.person('');
  }
}

/** Mentions everybody who is called back to an outage. `had`: what its former owner reads. */
export const callBack = (
  { destination, words, event }: NewsView<'released' | 'taken-back' | 'objected' | 'reopened'>,
  had: (mention: string) => string,
): readonly MentionLine[] =>
  calledIn(destination, event.people).map(({ person, level }) =>
    withText(person, (mention) => (level === 'owner' ? had(mention) : words.ping.why(mention, level, null))),
  );

/** What its reporter said last, where that is that it works again. */
export const saysWorks = ({ worksSince, reporter }: Outage, words: Words, when: (at: Instant) => string): readonly string[] =>
  worksSince === null ? [] : [words.ping.saysWorks(plain(reporter.name), when(worksSince))];

/** By when the outage that came back by this event must be acknowledged; empty when somebody has acknowledged it since. */
export function calledUntil(view: NewsView): readonly string[] {
  const { outage, event, words, destination } = view;
  if (!waitsSince(event.at, outage)) return [];
  const when = clockOf(view);
  // Its clock says it to the desk.
  if (readerOf(destination) === 'desk') return [];
  return outage.breachedAt === null ? [words.progress.news.calledUntil(when(outage.acknowledgeBy))] : [];
}

/** The customer, the environment and the scenario. */
export const whatIsDown = ({ outage: { report }, desk, words }: NewsView): readonly string[] => [
  words.formats.pair(
    words.formats.list([plain(report.project.name), plain(report.environment.name)]),
    plain(scenarioTitle(report.scenario, { desk, words })),
  ),
];

/** Says, in somebody's own chat, where they can acknowledge; empty in other places. */
export function whereToTake({ outage, destination, desk, words }: NewsView): readonly string[] {
  if (destination.kind !== 'person' || outage.state !== 'reported') return [];
  return [mayTakeThere(destination, desk) ? words.ping.openThread : words.ping.notYours];
}
