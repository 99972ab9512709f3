/** The layouts that most cards fill: short answers to one person, forms, and the messages about outages. */
import type { Desk } from '../../desk/desk.ts';
import { phonesFor } from '../../desk/phones.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Drawing, drawn, NOT_DRAWN, type Style } from '../base/drawing.ts';
import { type Fact, factRows, textLine } from '../base/facts.ts';
import type { Element, Field } from '../base/inputs.ts';
import { callablePhones } from '../base/phone-links.ts';
import type { Button, ButtonGroup, Link } from '../base/verbs.ts';
import type { MentionLine } from '../text.ts';
import answerTemplate from './answer.json' with { type: 'json' };
import formTemplate from './form.json' with { type: 'json' };
import messageTemplate from './message.json' with { type: 'json' };

const expandAnswer = template(answerTemplate);

/** `timeZone`: of the reader, whose region's phone number comes first. Without it the numbers are in the order of the desk file. */
export type AnswerView = { readonly desk: Desk; readonly words: Words; readonly timeZone?: string };
type Answer = Pick<Message, 'heading' | 'lines' | 'actions'> & { readonly phones?: boolean; readonly first?: readonly (Button | Link)[] };

/**
 * `phones`: false leaves out the phone numbers. An answer has them unless it says otherwise, because it may be all that a person
 * sees. `first`: buttons above the lines.
 */
export function answer(
  { desk, words, timeZone = '' }: AnswerView,
  { heading, lines, first = [], actions = [], phones = true }: Answer,
): Card {
  return expandAnswer(words, {
    heading,
    first,
    lines,
    phones: phones ? words.phones(phonesFor(callablePhones(desk.file.desk.phones), timeZone)) : '',
    fallbackText: words.formats.joined([heading, ...lines]),
    actions,
  });
}

export const sentenceCard = (view: AnswerView, heading: string, lines: readonly string[] = []): Card => answer(view, { heading, lines });

const expandForm = template(formTemplate);

/** A text for some of the fields, by their input's id. */
export type Texts<Field extends string> = { readonly [field in Field]?: string | undefined };
export type FormState<Field extends string> = {
  /** What was entered; nobody has checked it. */
  readonly filled: Texts<Field>;
  /** What is wrong with a field. */
  readonly errors: Texts<Field>;
  /** What the person has to know first; empty when there is nothing. */
  readonly hint: string;
  /** What went wrong, or is to be mended. */
  readonly fix?: string;
};

export type Form = Pick<FormState<never>, 'hint' | 'fix'> & {
  readonly heading: string;
  /** Our own words above the inputs. */
  readonly lines?: readonly string[];
  /** More lines, which quote what people typed. */
  readonly quotes?: readonly string[];
  readonly fields: readonly Field[];
  /** Says who reads what is entered. */
  readonly audience: string;
  readonly actions: readonly Button[];
};

export const formWith = (words: Words, { heading, hint, fix = '', lines = [], quotes = [], fields, audience, actions }: Form): Card =>
  expandForm(words, { heading, fallbackText: heading, hint, fix, lines, quotes, fields, audience, actions });

const expandMessage = template(messageTemplate);

/** The colour of a banner, and the sign beside its heading. */
export type Look = { readonly style: Style; readonly sign: string; readonly color?: 'Accent' };

export type Message = Partial<Omit<Look, 'style'>> & {
  readonly style: Look['style'];
  readonly heading: string;
  readonly subheading?: string;
  /** Who did it and when, below that. */
  readonly by?: string;
  /** Lines that mention people. All the others may hold what people typed. */
  readonly mentions?: readonly MentionLine[];
  /** What readers have to know before anything else. */
  readonly lead?: readonly string[];
  /** What somebody wrote, in a box of its own, so that nobody takes it for our words. */
  readonly quote?: readonly string[];
  /** With what is beside each, as elements. */
  readonly pictures?: readonly Element[];
  readonly stages?: Drawing;
  readonly clock?: Drawing;
  readonly lines: readonly string[];
  /** The buttons that matter, above the facts. */
  readonly first?: readonly (Button | Link)[];
  /** For whom they are, where others read the card too. */
  readonly firstFor?: string;
  readonly facts?: readonly Fact[];
  /** Facts that are folded under a row, which says `detailsLabel`. */
  readonly details?: readonly Fact[];
  readonly detailsLabel?: string;
  readonly fields?: readonly Field[];
  readonly phones?: string;
  /** Buttons above the last row. */
  readonly groups?: readonly ButtonGroup[];
  readonly actions?: readonly (Button | Link)[];
  readonly fallbackText: string;
};

const EMPTY = {
  sign: '',
  color: 'Default',
  firstFor: '',
  pictures: [],
  first: [],
  fields: [],
  phones: '',
  groups: [],
  actions: [],
};

const textLines = (lines: readonly string[]) => lines.map((text) => textLine(text));
const inBox = (items: readonly object[]) => (items.length > 0 ? [{ type: 'Container', style: 'emphasis', items }] : []);

export function drawMessage(
  words: Words,
  {
    facts = [],
    details = [],
    mentions = [],
    stages = NOT_DRAWN,
    clock = NOT_DRAWN,
    subheading = '',
    by = '',
    lead = [],
    quote = [],
    lines,
    ...message
  }: Message,
): Card {
  const mentionLines = mentions.map(({ text }) => ({ type: 'TextBlock', text, wrap: true }));
  const entities = mentions.flatMap((line) => line.entities);
  const { label: detailsLabel, toggle } = words.details;
  const subheadings = [subheading, by].filter(Boolean);
  const written = { lead: textLines(lead), lines: textLines(lines), quote: inBox(textLines(quote)) };
  const rows = { ...written, subheadings, stages: drawn(stages), clock: drawn(clock), facts: factRows(facts), details: factRows(details) };
  return expandMessage(words, { ...EMPTY, detailsLabel, toggle, ...message, ...rows, mentionLines }, entities);
}
