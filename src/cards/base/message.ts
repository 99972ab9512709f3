/** The card of most messages: a coloured heading, what somebody wrote, lines, facts and buttons. */
import type { Words } from '../../words/words.ts';
import type { MentionEntity } from '../text/mention.ts';
import { type Card, template } from './card.ts';
import { type Fact, factRows } from './facts.ts';
import messageTemplate from './message.json' with { type: 'json' };
import type { Button } from './verbs.ts';

const expand = template(messageTemplate);

export type Message = {
  readonly style: 'attention' | 'warning' | 'accent' | 'good' | 'emphasis' | 'default';
  readonly heading: string;
  readonly subheading?: string;
  /** Lines that mention people; all others may hold what people typed. */
  readonly mentionLines?: readonly string[];
  /** What has to be known before anything else. */
  readonly lead?: readonly string[];
  /** What somebody wrote, in a box of its own. */
  readonly quote?: readonly string[];
  readonly lines: readonly string[];
  readonly facts?: readonly Fact[];
  readonly actions?: readonly Button[];
  readonly fallbackText: string;
};

export const drawMessage = (words: Words, { facts = [], ...message }: Message, mentions: readonly MentionEntity[] = []): Card =>
  expand(words, { subheading: '', mentionLines: [], lead: [], quote: [], actions: [], ...message, facts: factRows(facts) }, mentions);
