/** A list of outages: what each is about, its state, and what happens next. */
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import type { Fact } from '../base/facts.ts';
import { drawMessage } from '../layouts/message.ts';
import { stateText } from '../outage/outage.ts';
import { plain, quoted, readersClock } from '../text.ts';

/** So many outages are shown with their details; the others only by their names. */
const MOST_ROWS = 12;

type ListView = {
  readonly outages: readonly Outage[];
  readonly heading: string;
  readonly text: string;
  readonly words: Words;
  readonly now: Instant;
};

export function listCard({ outages, heading, text, words, now }: ListView): Card {
  const { list } = words.look;
  const rest = outages.slice(MOST_ROWS).map(outageName);
  return drawMessage(words, {
    style: 'emphasis',
    heading,
    lines: [...(text ? [text] : []), ...(outages.length > 0 ? [list.more] : [])],
    facts: [
      ...outages.slice(0, MOST_ROWS).map((outage) => row(outage, words, now)),
      ...(rest.length > 0 ? [{ label: list.and, lines: [words.formats.list(rest)] }] : []),
    ],
    fallbackText: `${heading}. ${words.formats.list(outages.map(outageName))}`,
  });
}

function row(outage: Outage, words: Words, now: Instant): Fact {
  const { project, environment, title } = outage.report;
  return {
    label: outageName(outage),
    lines: [
      quoted(title),
      words.formats.list([plain(project.name), plain(environment.name)]),
      `${stateText(outage, words)}${next(outage, words, now)}`,
    ],
  };
}

function next(outage: Outage, words: Words, now: Instant): string {
  const { list } = words.look;
  const when = (at: Instant) => readersClock(at, now);
  switch (outage.state) {
    case 'reported':
      return `. ${(outage.breachedAt === null ? list.reported : list.late)(when(outage.acknowledgeBy))}`;
    case 'acknowledged':
      return `. ${(outage.nudges === 0 ? list.taken : list.missed)(when(outage.nextUpdateBy))}`;
    case 'requested':
      return outage.request?.plan && !outage.answer ? `. ${words.request.list.replyBy(when(outage.request.plan.replyBy))}` : '';
    default:
      return '';
  }
}
