/** What a message about one event is made of, and what the views of all kinds of events have in common. */
import type { Desk } from '../../desk/desk.ts';
import { joinedBy } from '../../outage/decide/affected.ts';
import type { OutageEvent, OutageEventType } from '../../outage/events.ts';
import { isDeskSide, type Place } from '../../outage/notices.ts';
import { may } from '../../outage/permissions.ts';
import type { Joined } from '../../outage/types/affected.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Called, Instant, Person } from '../../outage/types/person.ts';
import type { Contact } from '../../outage/types/report.ts';
import type { Origin } from '../../outage/types/rooms.ts';
import { inSameRoom } from '../../outage/types/rooms.ts';
import type { Words } from '../../words/words.ts';
import type { Fact } from '../base/facts.ts';
import type { Button } from '../base/verbs.ts';
import { clock, readersClock } from '../text/clock.ts';
import { fitting } from '../text/fit.ts';
import { type MentionEntity, mention } from '../text/mention.ts';
import { asName, paragraphs, plain } from '../text/safe.ts';

export type NewsView = {
  readonly outage: Outage;
  readonly event: OutageEvent;
  /** All events of the outage, with this one. */
  readonly events: readonly OutageEvent[];
  readonly place: Place;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  readonly repeated: boolean;
  /** Since when nobody knows what happened (a restore); null: all is known. */
  readonly unknownSince: Instant | null;
  /** The last word of an engineer before this event; null: there was none. */
  readonly lastWord: LastWord | null;
};
export type LastWord = { readonly at: Instant; readonly text: string };
export type EventOf<Type extends OutageEventType> = Extract<OutageEvent, { type: Type }>;

/** A line of a TextBlock, which can mention; it holds the text of its entity. */
export type MentionLine = { readonly text: string; readonly entity: MentionEntity };
export type News = {
  readonly heading: string;
  /** What somebody wrote: it stands apart, so that nobody takes it for words of ours. */
  readonly quote?: readonly string[];
  readonly lines: readonly string[];
  readonly facts?: readonly Fact[];
  readonly mentions?: readonly MentionLine[];
  readonly actions?: readonly Button[];
  /** It calls nobody and changes nothing, so it has no colour. */
  readonly quiet?: boolean;
};

/** Who reads in a place: engineers, whoever reported it, those who follow, or the team that it was transferred to. */
export type Reader = 'desk' | 'reporter' | 'followers' | 'team';
export function readerIn(place: string): Reader {
  if (isDeskSide(place) || place.startsWith('person:')) return 'desk';
  if (place.startsWith('team:')) return 'team';
  return place === 'origin' || place.startsWith('merged:') || place.startsWith('joined:') ? 'reporter' : 'followers';
}

/**
 * Who reads where it was not reported: somebody whose own report was merged into it, or who joined it; null: it is another
 * place. They may be of another customer, so they read nothing that its reporter wrote. `number`: what they know it as.
 */
type OtherReporter = { readonly person: Person; readonly origin: Origin; readonly number: number; readonly joined: boolean };
export function otherReporterAt(place: string, outage: Outage): OtherReporter | null {
  const absorbed = outage.absorbed.find(({ id }) => place === `merged:${id}`);
  if (absorbed) return { ...absorbed, person: absorbed.reporter, joined: false };
  const joined = joinedAt(place, outage);
  return joined && { ...joined, joined: true };
}
export const joinedAt = (place: string, outage: Outage): Joined | null =>
  place.startsWith('joined:') ? joinedBy(outage, place.slice('joined:'.length)) : null;

/** Who alone reads what is written to a place: the reporter or somebody who joined, in their own chat; null: others do too. */
export function readsAlone(place: string, outage: Outage): Pick<Contact, 'timeZone' | 'language'> | null {
  const at = place === 'origin' ? { origin: outage.origin, contact: outage.report.contact } : joinedAt(place, outage);
  return at?.origin.kind === 'personal' ? at.contact : null;
}

/** Times: the reporter's own where only the reporter reads, else each reader's. */
export function clockOf({ outage, place, now }: Pick<NewsView, 'outage' | 'place' | 'now'>): (at: Instant) => string {
  const own = readsAlone(place, outage);
  return own ? (at) => clock(at, own.timeZone, now) : (at) => readersClock(at, now);
}

/** The last update that said something before event number `seq`, or when it was taken. */
export function lastWordBefore(events: readonly OutageEvent[], seq: number): LastWord | null {
  const said = events
    .slice(0, seq - 1)
    .findLast((event) => event.type === 'acknowledged' || (event.type === 'updated' && event.text !== ''));
  return said ? { at: said.at, text: said.type === 'updated' ? said.text : '' } : null;
}

/** What an engineer wrote: the main thing on its card, so it gets nearly all the room. */
export const quoteOf = (text: string, words: Words) => (text === '' ? [] : fitting(paragraphs(text), 16_000, words.facts.cut));

export const withText = (person: Person, say: (mention: string) => string): MentionLine => {
  const entity = mention(person);
  return { text: say(entity.text), entity };
};

/** More mentions than that would hide the news. */
const MOST_MENTIONED = 10;
/** In a group who reported or joined it is mentioned, or would not notice; in their own chat every message is noticed. */
export function forReporter({ outage, place, words }: NewsView): readonly MentionLine[] {
  const beside = otherReporterAt(place, outage);
  const { origin, person } = beside ?? { origin: outage.origin, person: outage.reporter };
  if (origin.kind === 'personal' || readerIn(place) !== 'reporter') return [];
  const here = outage.joined.filter((one) => inSameRoom(one.origin, origin));
  return [
    ...(beside?.joined ? [] : [withText(person, words.news.forReporter)]),
    ...here.slice(0, MOST_MENTIONED).map((one) => withText(one.person, words.joining.joined.forJoined)),
  ];
}

/** Who reported or joined it under another number is told which one this is about. */
export function ownNumber({ outage, place, words }: NewsView): readonly string[] {
  const beside = otherReporterAt(place, outage);
  if (!beside || beside.number === outage.number) return [];
  const yours = beside.joined ? words.joining.joined.yours : words.life.news.yours;
  return [yours(outageName(beside), outageName(outage))];
}

/** In somebody's own chat only they are meant. */
export const calledIn = (place: string, people: readonly Called[]): readonly Called[] =>
  place.startsWith('person:') ? people.filter(({ person }) => place === `person:${person.id}`) : people;

/** A duty manager may be called without being an engineer: what they may not press is not drawn in their own chat. */
export function mayTakeThere(place: string, desk: Desk): boolean {
  const [where, id = ''] = place.split(':');
  return where !== 'person' || may(desk.actor({ id, name: '' }), 'acknowledge');
}

/** A place as people say it. `people`: those whose own chat it may be. `outage`: null when only the place is known. */
export function placeName(
  place: string,
  { people, outage }: { people: readonly Person[]; outage: Outage | null },
  { news: { places }, request }: Words,
): string {
  const [kind, id = ''] = place.split(/:(.*)/s);
  switch (kind) {
    case 'origin':
      return places.origin;
    case 'queue':
      return request.queue;
    case 'follower':
      return places.follower(plain(id));
    case 'merged': {
      const merged = outage?.absorbed.find((one) => one.id === id);
      return merged ? places.merged(outageName(merged)) : places.someMerged;
    }
    case 'joined':
      return places.person(asName(outage ? (joinedBy(outage, id)?.person.name ?? '') : ''));
    case 'team':
      return places.team(asName(outage?.team?.id === id ? outage.team.name : id));
    default:
      return places.person(asName(people.find((one) => one.id === id)?.name ?? ''));
  }
}
