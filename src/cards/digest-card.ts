/** Many pings as one message: which outages need somebody, the most urgent first, and the people whom they call. */
import type { Desk } from '../desk/desk.ts';
import { type OutageEvent, ownerOf, unknownSince } from '../outage/events.ts';
import { pinged } from '../outage/notices.ts';
import { type Instant, type Outage, outageName, type Person } from '../outage/outage.ts';
import type { Words } from '../words/words.ts';
import type { Card } from './card.ts';
import { type Fact, factRows } from './facts.ts';
import { expandNews, mayTakeThere, timeLeft } from './news-card.ts';
import { stateStyle } from './outage-cards.ts';
import { mention, oneLine, plain, readersClock } from './text.ts';
import { type Button, button } from './verbs.ts';

/** One after the other told in full; of the others only the names. */
const MOST_ROWS = 12;
const MOST_BUTTONS = 4;
/** More mentions make a message that Teams may refuse; the others are called by the ladder's next steps. */
const MOST_PEOPLE = 20;

export type DigestView = {
  /** At least two. */
  readonly pings: readonly { readonly outage: Outage; readonly event: OutageEvent; readonly place: string }[];
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  readonly repeated: boolean;
};

/** Draws it, and the one line that a phone shows of it. */
export function digestCard(view: DigestView): { card: Card; summary: string } {
  const { words, repeated } = view;
  const pings = view.pings.toSorted((one, other) => dueAt(one.outage) - dueAt(other.outage));
  const people = peopleOf(view).map(mention);
  const takeable = pings.map(({ outage }) => outage).filter(({ state }) => state === 'reported');
  const mayTake = view.pings.every(({ place }) => mayTakeThere(place, view.desk));
  const heading = (takeable.length > 0 ? words.digest.heading : words.digest.updates)(pings.length);
  const rest = pings.slice(MOST_ROWS).map(({ outage }) => outageName(outage));
  const [first] = pings;
  const card = expandNews(
    {
      style: first ? stateStyle(first.outage, 'desk') : 'default',
      heading,
      subheading: '',
      mentionLines: people.length > 0 ? [words.digest.people(people.map(({ text }) => text).join(', '))] : [],
      lines: [...(repeated ? [words.news.repeated] : []), ...unknownLines(view), ...howLines(view, takeable, mayTake)],
      facts: factRows([
        ...pings.slice(0, MOST_ROWS).map(({ outage, event }) => row(outage, event, view)),
        ...(rest.length > 0 ? [{ label: words.digest.also, lines: [rest.join(', ')] }] : []),
      ]),
      fallbackText: `${heading}. ${pings.map(({ outage }) => outageName(outage)).join(', ')}.`,
      actions: mayTake ? takeButtons(takeable, words) : [],
    },
    people,
  );
  return { card, summary: heading };
}

/** After a restore; what is not known of some is not known of all that were open then. */
function unknownLines({ pings, words, now }: DigestView): readonly string[] {
  const times = pings.flatMap(({ outage }) => unknownSince(outage) ?? []);
  return times.length > 0 ? [words.restored.desk(readersClock(Math.min(...times), now))] : [];
}

/** What to do with those that nobody took, and with those that somebody did. */
function howLines({ words, pings }: DigestView, takeable: readonly Outage[], mayTake: boolean): readonly string[] {
  const [first] = takeable;
  return [
    ...(first ? [mayTake ? words.digest.how(outageName(first)) : words.digest.notYours] : []),
    ...(takeable.length < pings.length ? [words.digest.owners] : []),
  ];
}

const dueAt = (outage: Outage): Instant => (outage.state === 'acknowledged' ? outage.nextUpdateBy : outage.acknowledgeBy);

function row(outage: Outage, event: OutageEvent, { words, now }: DigestView): Fact {
  const when = (at: Instant) => readersClock(at, now);
  const need =
    event.type === 'update-missed'
      ? words.digest.updateMissed(plain(ownerOf(outage)?.name ?? ''), when(event.dueAt))
      : timeLeft(outage.acknowledgeBy, words, now, when);
  const { project, environment, title } = outage.report;
  return { label: outageName(outage), lines: [need, `${plain(project.name)}, ${plain(environment.name)}: ${oneLine(title)}`] };
}

function peopleOf({ pings }: DigestView): readonly Person[] {
  const called = pings.flatMap(({ event, place }) =>
    pinged(event).filter(({ id }) => !place.startsWith('person:') || place === `person:${id}`),
  );
  return [...new Map(called.map((person) => [person.id, person])).values()].slice(0, MOST_PEOPLE);
}

const takeButtons = (outages: readonly Outage[], words: Words): Button[] =>
  outages
    .slice(0, MOST_BUTTONS)
    .map((outage) =>
      button(words.digest.take(outageName(outage)), 'outage-acknowledge-listed', { outage: outage.id, version: outage.version }),
    );
