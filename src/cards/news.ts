/** What a message about one event is made of, and what the views of all kinds of events have in common. */
import type { Desk } from '../desk/desk.ts';
import type { OutageEvent, OutageEventType } from '../outage/events.ts';
import { may } from '../outage/may.ts';
import { isHome, type Place } from '../outage/notices.ts';
import { type Absorbed, type Called, type Instant, type Outage, outageName, type Person } from '../outage/outage.ts';
import type { Words } from '../words/words.ts';
import type { Fact } from './facts.ts';
import { asName, clock, fitting, type MentionEntity, mention, paragraphs, plain, readersClock } from './text.ts';
import type { Button } from './verbs.ts';

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
  if (isHome(place) || place.startsWith('person:')) return 'desk';
  if (place.startsWith('team:')) return 'team';
  return place === 'origin' || place.startsWith('merged:') ? 'reporter' : 'followers';
}

/** The outage that was merged into this one, where its reporter reads; null: it is another place. */
export const absorbedAt = (place: string, { absorbed }: Outage): Absorbed | null =>
  absorbed.find(({ id }) => place === `merged:${id}`) ?? null;

/** "You are the secondary", and who was called before. */
export const whyCalled = (text: string, { level }: Called, words: Words, before = ''): string =>
  words.ping.why(text, level === 'owner' ? words.level.owner : words.onCall.the[level], before);

/** Times: the reporter's own where only the reporter reads, else each reader's. */
export function clockOf({ outage, place, now }: Pick<NewsView, 'outage' | 'place' | 'now'>): (at: Instant) => string {
  const own = place === 'origin' && outage.origin.kind === 'personal';
  return own ? (at) => clock(at, outage.report.contact.timeZone, now) : (at) => readersClock(at, now);
}

/** The last update that said something before event number `seq`, or when it was taken. */
export function lastWordBefore(events: readonly OutageEvent[], seq: number): LastWord | null {
  const said = events
    .slice(0, seq - 1)
    .findLast((event) => event.type === 'acknowledged' || (event.type === 'updated' && event.text !== ''));
  return said ? { at: said.at, text: said.type === 'updated' ? said.text : '' } : null;
}

/** What an engineer wrote: the main thing on its card, so it gets nearly all the room. */
export const told = (text: string, words: Words) => (text === '' ? [] : fitting(paragraphs(text), 16_000, words.facts.cut));

export const withText = (person: Person, say: (mention: string) => string): MentionLine => {
  const entity = mention(person);
  return { text: say(entity.text), entity };
};

/** In a group the reporter is mentioned, or would not notice; in their own chat every message is noticed. */
export function forReporter({ outage, place, words }: NewsView): readonly MentionLine[] {
  const absorbed = absorbedAt(place, outage);
  const { origin, reporter } = absorbed ?? outage;
  if (origin.kind === 'personal' || readerIn(place) !== 'reporter') return [];
  return [withText(reporter, words.news.forReporter)];
}

/** Who reported it under another number is told which one this is about. */
export function ownNumber({ outage, place, words }: NewsView): readonly string[] {
  const absorbed = absorbedAt(place, outage);
  return absorbed ? [words.life.news.yours(outageName(absorbed), outageName(outage))] : [];
}

const MINUTE_MS = 60_000;

export function timeLeft(acknowledgeBy: Instant, words: Words, now: Instant, when: (at: Instant) => string): string {
  const left = acknowledgeBy - now;
  if (left > 0) return words.ping.left(words.duration(left), when(acknowledgeBy));
  return -left < MINUTE_MS ? words.ping.ended : words.ping.over(words.duration(-left));
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
    case 'team':
      return places.team(asName(outage?.team?.id === id ? outage.team.name : id));
    default:
      return places.person(asName(people.find((one) => one.id === id)?.name ?? ''));
  }
}
