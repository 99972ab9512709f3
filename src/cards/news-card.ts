/** A message about one event: who took it, what changed, who is needed. One view for each kind of event. */
import type { Desk } from '../desk/desk.ts';
import { may } from '../outage/may.ts';
import { type Place, pinged } from '../outage/notices.ts';
import { type Instant, type Outage, type OutageEvent, outageName, type Person } from '../outage/outage.ts';
import { rungKind } from '../outage/promise.ts';
import type { Words } from '../words/words.ts';
import { type Card, template } from './card.ts';
import { type Fact, factRows } from './facts.ts';
import { deskButtons, stateStyle } from './outage-cards.ts';
import { calledBefore } from './plan-facts.ts';
import newsTemplate from './templates/news.json' with { type: 'json' };
import { asName, clock, fitting, type MentionEntity, mention, oneLine, paragraphs, plain, readersClock } from './text.ts';
import type { Button } from './verbs.ts';

const MINUTE_MS = 60_000;
/** The look of everything that is told: a heading, lines, facts and buttons. */
export const expandNews = template(newsTemplate);

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
};

type News = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly facts?: readonly Fact[];
  /** Lines of a TextBlock, which can mention; each holds the text of its entities. */
  readonly mentions?: readonly { readonly text: string; readonly entity: MentionEntity }[];
  readonly actions?: readonly Button[];
};

/** Draws it, and the one line that a phone shows of it. */
export function newsCard(view: NewsView): { card: Card; summary: string } {
  const { outage, words, repeated } = view;
  const news = newsOf(view);
  const readBy = view.place === 'desk' || view.place.startsWith('person:') ? 'desk' : 'others';
  const unknown = view.unknownSince === null ? [] : [words.restored[readBy](clockOf(view)(view.unknownSince))];
  const mentions = news.mentions ?? [];
  const card = expandNews(
    {
      style: stateStyle(outage, readBy),
      heading: news.heading,
      subheading: view.place === 'origin' && outage.origin.kind !== 'personal' ? '' : oneLine(outage.report.title),
      mentionLines: mentions.map(({ text }) => text),
      lines: [...(repeated ? [words.news.repeated] : []), ...unknown, ...news.lines],
      facts: factRows(news.facts ?? []),
      fallbackText: `${news.heading}. ${[...unknown, ...news.lines].join(' ')}`,
      actions: news.actions ?? [],
    },
    mentions.map(({ entity }) => entity),
  );
  return { card, summary: news.heading };
}

/** Times: the reporter's own where only the reporter reads, else each reader's. */
function clockOf({ outage, place, now }: NewsView): (at: Instant) => string {
  const own = place === 'origin' && outage.origin.kind === 'personal';
  return own ? (at) => clock(at, outage.report.contact.timeZone, now) : (at) => readersClock(at, now);
}

function newsOf(view: NewsView): News {
  const { outage, event, words, desk } = view;
  const name = outageName(outage);
  const when = clockOf(view);
  const numbers = desk.file.desk.phones.map(({ number }) => number).join(' or ');
  switch (event.type) {
    case 'acknowledged': {
      const late = event.afterMs > outage.policy.acknowledgeWithinMs;
      const stillNext = outage.state === 'acknowledged' && !outage.updateMissed;
      return {
        heading: words.news.acknowledged(name, asName(event.by.name), words.duration(event.afterMs)),
        lines: [
          ...(late ? [words.news.acknowledgedLate(words.duration(outage.policy.acknowledgeWithinMs))] : []),
          ...(stillNext ? [words.news.nextUpdate(when(outage.nextUpdateBy))] : []),
        ],
        mentions: view.place === 'origin' ? forReporter(view) : [],
      };
    }
    case 'updated':
      return {
        heading: words.news.updated(name, asName(event.by.name), words.phaseShort[event.phase]),
        lines: [...told(event.text, words), words.news.nextUpdate(when(event.nextUpdateBy))],
        mentions: view.place === 'origin' ? forReporter(view) : [],
      };
    case 'resolved':
      return {
        heading: words.news.resolved(name, asName(event.by.name)),
        lines: [
          ...told(event.text, words),
          words.news.resolvedAfter(words.duration(event.at - outage.reportedAt)),
          ...(view.place === 'origin' ? [words.news.stillDown(numbers)] : []),
        ],
        mentions: view.place === 'origin' ? forReporter(view) : [],
      };
    case 'breached': {
      const known = view.unknownSince === null;
      const text = known ? words.news.breachedText(words.duration(outage.policy.acknowledgeWithinMs)) : words.restored.breachedText;
      return {
        heading: (known ? words.news : words.restored).breached(name),
        lines: [text, words.news.breachedCall(numbers)],
        mentions: forReporter(view),
      };
    }
    case 'escalated':
      return escalation(view, event, when);
    case 'update-missed':
      return {
        heading: words.ping.updateMissed(name),
        lines: [],
        mentions: pinged(event, outage).map((person) => withText(person, (text) => words.ping.updateMissedWhy(text, when(event.dueAt)))),
        actions: deskButtons(outage, words),
      };
    case 'place-lost':
      return {
        heading: words.news.placeLost(placeName(event.place, Object.values(outage.onCall).flat(), words)),
        lines: [words.news.placeLostText],
      };
    case 'reported':
    case 'restored':
      throw new Error(`'${event.type}' is told by the card of the outage, not by news`);
  }
}

function escalation(view: NewsView, event: Extract<OutageEvent, { type: 'escalated' }>, when: (at: Instant) => string): News {
  const { outage, words, place } = view;
  const kind = rungKind(outage.policy, event.rung);
  const direct = place.startsWith('person:');
  const earlier = view.events.slice(0, view.events.indexOf(event));
  const people = direct ? event.people.filter(({ person }) => place === `person:${person.id}`) : event.people;
  return {
    heading: words.ping.heading[kind](outageName(outage)),
    lines: [
      timeLeft(outage.acknowledgeBy, words, view.now, when),
      `${plain(outage.report.project.name)}, ${plain(outage.report.environment.name)}: ${plain(outage.report.scenario.title)}`,
      ...(direct ? [mayTakeThere(place, view.desk) ? words.ping.openThread : words.ping.notYours] : []),
    ],
    mentions: people.map((called) =>
      withText(called.person, (text) => words.ping.why(text, words.onCall.the[called.level], calledBefore(called, earlier, words, when))),
    ),
    actions: mayTakeThere(place, view.desk) ? deskButtons(outage, words) : [],
  };
}

/** A duty manager may be called without being an engineer: what they may not press is not drawn in their own chat. */
export function mayTakeThere(place: string, desk: Desk): boolean {
  const [where, id = ''] = place.split(':');
  return where !== 'person' || may(desk.actor({ id, name: '' }), 'acknowledge');
}

export function timeLeft(acknowledgeBy: Instant, words: Words, now: Instant, when: (at: Instant) => string): string {
  const left = acknowledgeBy - now;
  if (left > 0) return words.ping.left(words.duration(left), when(acknowledgeBy));
  return -left < MINUTE_MS ? words.ping.ended : words.ping.over(words.duration(-left));
}

/** What an engineer wrote: the main thing on its card, so it gets nearly all the room. */
const told = (text: string, words: Words) => fitting(paragraphs(text), 20_000, words.facts.cut);

const withText = (person: Person, say: (mention: string) => string) => {
  const entity = mention(person);
  return { text: say(entity.text), entity };
};

/** In a group the reporter is mentioned, or would not notice; in their own chat every message is noticed. */
function forReporter({ outage, words }: NewsView) {
  return outage.origin.kind === 'personal' ? [] : [withText(outage.reporter, words.news.forReporter)];
}

/** A place as people say it. `people`: those whose own chat it may be. */
export function placeName(place: string, people: readonly Person[], words: Words): string {
  const { places } = words.news;
  if (place === 'origin') return places.origin;
  if (place.startsWith('follower:')) return places.follower(plain(place.slice('follower:'.length)));
  return places.person(asName(people.find(({ id }) => place === `person:${id}`)?.name ?? ''));
}
