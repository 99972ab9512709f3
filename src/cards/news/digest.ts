/** Several pings as one message: which outages need somebody, the most urgent first, the people whom they call, and who took the others. */
import { mayCallAt } from '../../outage/destinations.ts';
import { type OutageEvent, pinged } from '../../outage/events.ts';
import { mentionsNobody, type Outage, outageName, ownerOf, unknownSince } from '../../outage/types/outage.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Drawn } from '../base/card.ts';
import type { Fact } from '../base/facts.ts';
import { type Button, button, dataOf, link } from '../base/verbs.ts';
import { drawMessage } from '../layouts/layouts.ts';
import type { Clock } from '../outage/next-lines.ts';
import { byUrgency, clockFor, lookOf } from '../outage/stages.ts';
import { mentionAll, plain, quoted, readersClock } from '../text.ts';
import { mayTakeThere, type NewsView, saysWorks } from './news.ts';

/** So many outages have a row of their own; of the others only the names are shown. */
const MOST_ROWS = 12;
const MOST_BUTTONS = 4;
/** Teams may refuse a message with more mentions. The next rungs of the ladder call the others. */
const MOST_PEOPLE = 20;

type DigestView = Pick<NewsView, 'desk' | 'words' | 'now'> & {
  /** At least three. */
  readonly pings: readonly PingInDigest[];
};
/** `answer`: what became of what it asked for; empty: it still asks. */
type PingInDigest = Pick<NewsView, 'outage' | 'event' | 'destination' | 'thread'> & { readonly answer: string };

export function digestCard(view: DigestView): Drawn {
  const { words } = view;
  const open = view.pings.filter(({ answer }) => answer === '').toSorted((one, other) => byUrgency(one.outage, other.outage));
  const pings = [...open, ...view.pings.filter(({ answer }) => answer !== '')];
  // Two pings may be about the same outage.
  const outages = outagesOf(open);
  const takeable = outages.filter(({ state }) => state === 'reported');
  const mayTake = view.pings.every(({ destination }) => mayTakeThere(destination, view.desk));
  const onlyUpdates = open.every(({ event }) => event.type === 'update-missed');
  const needed = (onlyUpdates ? words.digest.updates : words.digest.heading)(outages.length);
  const heading = open.length > 0 ? needed : words.digest.settled(outagesOf(pings).length);
  const rest = pings.slice(MOST_ROWS).map(({ outage }) => outageName(outage));
  const { list, sentence, sentences } = words.formats;
  const [first] = open;
  const card = drawMessage(words, {
    ...(first ? lookOf(first.outage) : { style: 'emphasis' }),
    heading,
    mentions: mentionAll(peopleOf(open), words.digest.people, words),
    lines: [...unknownLines(view), ...howLines(open, words, takeable, mayTake)],
    facts: [
      ...pings.slice(0, MOST_ROWS).map((ping) => row(ping, view)),
      ...(rest.length > 0 ? [{ label: words.digest.also, lines: [words.formats.list(rest)] }] : []),
    ],
    fallbackText: sentence(sentences([heading, list((open.length > 0 ? outages : outagesOf(pings)).map(outageName))])),
    actions: mayTake ? takeButtons(takeable, words) : [],
  });
  return { card, summary: heading };
}

const outagesOf = (pings: readonly PingInDigest[]): readonly Outage[] => [
  ...new Map(pings.map(({ outage }) => [outage.id, outage])).values(),
];

/** After a restore: since when nobody knows what happened. It is the earliest time of all these outages. */
function unknownLines({ pings, words, now }: DigestView): readonly string[] {
  const times = pings.flatMap(({ outage }) => unknownSince(outage) ?? []);
  return times.length > 0 ? [words.watch.restored.desk(readersClock(Math.min(...times), now, words))] : [];
}

/** What to do with the outages that nobody has acknowledged, and with the others. */
function howLines(pings: readonly PingInDigest[], words: Words, takeable: readonly Outage[], mayTake: boolean): readonly string[] {
  const [first] = takeable;
  return [
    ...(first ? [mayTake ? words.digest.how(outageName(first)) : words.digest.notYours] : []),
    ...(pings.some(({ event }) => event.type === 'update-missed') ? [words.digest.owners] : []),
  ];
}

function row({ outage, event, answer, thread }: PingInDigest, view: DigestView): Fact {
  const { project, environment, title } = outage.report;
  const { list, pair } = view.words.formats;
  const when = (at: Instant) => readersClock(at, view.now, view.words);
  const works = outage.state === 'reported' ? saysWorks(outage, view.words, when) : [];
  return {
    label: `${lookOf(outage).sign} ${outageName(outage)}`,
    lines: [
      ...(answer ? [answer] : [...needOf(outage, event, view, when), ...works]),
      pair(list([plain(project.name), plain(environment.name)]), quoted(title, view.words)),
    ],
    ...(thread && { links: [link(view.words.desk.openThread, thread)] }),
    ...(!answer && { clock: clockFor(outage, view.words, when, { now: view.now, desk: true }) }),
  };
}

/** Nothing where the clock of the outage says it. */
function needOf(outage: Outage, event: OutageEvent, { words }: DigestView, when: Clock): readonly string[] {
  const { digest } = words.progress;
  switch (event.type) {
    case 'update-missed':
      return [words.digest.updateMissed(plain(ownerOf(outage)?.name ?? ''), when(event.dueAt))];
    case 'hand-over-offered':
      return [digest.offered(plain(event.by.name), plain(event.to.name))];
    case 'hand-over-declined':
      return [digest.declined(plain(event.owner.name))];
    case 'assisted':
      return [digest.assisted(plain(event.by.name), plain(event.person.name))];
    default:
      return [];
  }
}

function peopleOf(pings: readonly PingInDigest[]): readonly Person[] {
  const called = pings.flatMap(({ outage, event, destination }) =>
    (mentionsNobody(outage) ? [] : pinged(event)).filter(({ id }) => mayCallAt(destination, id)),
  );
  return [...new Map(called.map((person) => [person.id, person])).values()].slice(0, MOST_PEOPLE);
}

const takeButtons = (outages: readonly Outage[], words: Words): Button[] =>
  outages
    .slice(0, MOST_BUTTONS)
    .map((outage) => button(words.digest.take(outageName(outage)), 'outage-acknowledge-listed', dataOf(outage)));
