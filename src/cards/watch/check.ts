/** The answer to "/outage check": what would not work tonight, each with its remedy. */
import type { Checked } from '../../desk/check.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { drawMessage } from '../layouts/message.ts';
import { readersClock } from '../text/clock.ts';
import { findingText } from './finding-text.ts';

const MOST_SHOWN = 20;

export function checkCard({ findings, until }: Checked, { words, now }: { readonly words: Words; readonly now: Instant }): Card {
  const { check } = words.watch;
  const when = (at: Instant) => readersClock(at, now);
  const heading = findings.length === 0 ? check.fine : check.heading(findings.length);
  const facts = findings.slice(0, MOST_SHOWN).map((finding) => findingText(finding, words, when));
  const more = findings.length - facts.length;
  return drawMessage(words, {
    style: findings.length === 0 ? 'good' : 'attention',
    heading,
    lines: [
      ...facts.map(({ what, remedy }) => `${what} ${remedy}`),
      ...(more > 0 ? [check.more(more)] : []),
      check.lookedInTeams(when(until)),
    ],
    fallbackText: [heading, ...facts.map(({ what }) => what)].join(' '),
  });
}
