/** The card of an outage and of most messages: a coloured heading, what somebody wrote, lines, facts and buttons. */

import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Fact, factRows } from '../base/facts.ts';
import type { Field } from '../base/inputs.ts';
import type { Button, ButtonGroup, Link } from '../base/verbs.ts';
import type { MentionLine } from '../text.ts';
import messageTemplate from './message.json' with { type: 'json' };

const expand = template(messageTemplate);

export type Message = {
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis' | 'default';
  readonly heading: string;
  readonly subheading?: string;
  /** Lines that mention people. All the others may hold what people typed. */
  readonly mentions?: readonly MentionLine[];
  /** What readers have to know before anything else. */
  readonly lead?: readonly string[];
  /** What somebody wrote, in a box of its own. */
  readonly quote?: readonly string[];
  readonly lines: readonly string[];
  readonly facts?: readonly Fact[];
  readonly fields?: readonly Field[];
  readonly phones?: string;
  /** Buttons above the last row. */
  readonly groups?: readonly ButtonGroup[];
  readonly actions?: readonly (Button | Link)[];
  readonly fallbackText: string;
};

const EMPTY = { subheading: '', lead: [], quote: [], fields: [], phones: '', groups: [], actions: [] };

export function drawMessage(words: Words, { facts = [], mentions = [], ...message }: Message): Card {
  const mentionLines = mentions.map(({ text }) => text);
  const entities = mentions.flatMap((line) => line.entities);
  return expand(words, { ...EMPTY, ...message, mentionLines, facts: factRows(facts) }, entities);
}
