/** What news say to the people whom they call: why, how much time is left, and where to acknowledge. */
import { readerOf } from '../../outage/destinations.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import { plain } from '../text/safe.ts';
import { calledIn, clockOf, type MentionLine, mayTakeThere, type NewsView, withText } from './news.ts';

/** Mentions everybody who is called back to an outage. `had`: what its former owner reads. */
export const callBack = (
  { destination, words, event }: NewsView<'released' | 'objected' | 'reopened'>,
  had: (mention: string) => string,
): readonly MentionLine[] =>
  calledIn(destination, event.people).map(({ person, level }) =>
    withText(person, (mention) => (level === 'owner' ? had(mention) : words.ping.why(mention, level, null))),
  );

const MINUTE_MS = 60_000;

export function timeLeft(acknowledgeBy: Instant, words: Words, now: Instant, when: (at: Instant) => string): string {
  const left = acknowledgeBy - now;
  if (left > 0) return words.ping.left(words.formats.duration(left), when(acknowledgeBy));
  return -left < MINUTE_MS ? words.ping.ended : words.ping.over(words.formats.duration(-left));
}

/** By when the outage that came back by this event must be acknowledged; empty when somebody has acknowledged it since. */
export function calledUntil(view: NewsView): readonly string[] {
  const { outage, event, words, now, destination } = view;
  if (outage.state !== 'reported' || outage.ladderFrom !== event.at) return [];
  const when = clockOf(view);
  if (readerOf(destination) === 'desk') return [timeLeft(outage.acknowledgeBy, words, now, when)];
  return outage.breachedAt === null ? [words.progress.news.calledUntil(when(outage.acknowledgeBy))] : [];
}

/** The customer, the environment and the scenario. */
export const whatIsDown = ({ outage: { report }, words: { formats } }: NewsView): readonly string[] => [
  `${formats.list([plain(report.project.name), plain(report.environment.name)])}: ${plain(report.scenario.title)}`,
];

/** Says, in somebody's own chat, where they can acknowledge; empty in other places. */
export function whereToTake({ outage, destination, desk, words }: NewsView): readonly string[] {
  if (destination.kind !== 'person' || outage.state !== 'reported') return [];
  return [mayTakeThere(destination, desk) ? words.ping.openThread : words.ping.notYours];
}
