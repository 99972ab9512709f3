/** Makes text that people typed safe to show: nothing in it is run, hides or reorders what stands beside it, or becomes a link. */
import { isRemoved } from '../../outage/personal-data.ts';
import type { Person } from '../../outage/types/person.ts';
import { END_OF_ISOLATE, ISOLATE, REMOVED, shorten, WORD_JOINER } from './fit.ts';

/** Invisible and bidirectional control characters. Line feeds, tabs and the variation selectors of emoji are kept. */
const HIDDEN = /(?!\t|\n|\uFE0E|\uFE0F)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/gu;
/** More marks on one letter than any script needs; they would cover the lines above and below it. */
const PILED = /(\p{M}{5})\p{M}+/gu;

/** Text that a person typed, without control characters, and with one kind of line end. */
const visible = (text: string): string =>
  isRemoved(text)
    ? REMOVED
    : text
        .toWellFormed()
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(HIDDEN, '')
        .replaceAll(REMOVED, '')
        .replace(PILED, '$1');

/** The value of an input that is drawn again: at most `limit` UTF-16 units, cut at a whole character. */
export const forInput = (text: string, limit: number): string =>
  visible(text)
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '');

/**
 * A TextRun shows Markdown and HTML as text, but the client still runs {{DATE(...)}} and {{TIME(...)}}. A joiner between
 * the braces stops it.
 */
const inert = (text: string): string => text.replace(/[{$](?=\{)/g, `$&${WORD_JOINER}`);

/** Hebrew, Arabic and other scripts that are read from the right. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** Isolates right-to-left text so that it cannot reorder ours. */
const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text);

/** Text that a person typed, in one line, safe for a TextRun: shown as typed, nothing in it is run. */
export const plain = (text: string): string => isolated(inert(visible(text).replace(/\s+/g, ' ')));

/** The same, trimmed: for a title, a name or a number. */
export const oneLine = (text: string): string => isolated(inert(visible(text).replace(/\s+/g, ' ').trim()));

/** Text that a person typed, in quotation marks, for a line that holds our own words too. */
export const quoted = (text: string): string => `\u201C${oneLine(text).replace(/[\u201C-\u201F]/g, '"')}\u201D`;

/** In characters. Directories take names of up to 256, which would flood a heading. */
const LONGEST_NAME = 80;
/** Markup of Markdown and HTML. An underscore within a word is none. */
const MARKUP = /[*`[\]<>#~|\\]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
/** Characters that make a link or an HTML entity of what follows at once, and a number that begins a list. */
const LINKING = /[.:@&](?=\S)|\/(?=\/)|^\d+(?=[.)])|\S(?=@)/g;

/** A name for a TextBlock or a choice, which render Markdown and make links: markup is removed, links are parted by joiners. */
export const asName = (text: string): string =>
  isolated(inert(withoutMarkup(shorten(visible(text), LONGEST_NAME))).replace(LINKING, `$&${WORD_JOINER}`));
const withoutMarkup = (text: string): string =>
  text
    .replace(MARKUP, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-+ ]+/, '')
    .trim();

/** More blocks than this make a card heavy. The last one holds the rest of the text. */
const MOST_PARAGRAPHS = 40;

/** The paragraphs of a longer text, each for a block of its own: a TextRun does not keep empty lines. */
export function paragraphs(text: string): string[] {
  const lines = visible(text)
    .split(/\n+/)
    .map((line) => isolated(inert(line.trimEnd())))
    .filter((line) => line !== '');
  if (lines.length === 0) return ['\u00A0'];
  return lines.length <= MOST_PARAGRAPHS ? lines : [...lines.slice(0, MOST_PARAGRAPHS - 1), lines.slice(MOST_PARAGRAPHS - 1).join(' ')];
}

/** A mention in a card's text. Teams wants `text` to stand in a TextBlock, letter by letter. */
export type MentionEntity = {
  readonly type: 'mention';
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
};

/** A mention by id. The name comes from the desk file or the record, never from what somebody typed into a card. */
export function mention(person: Person): MentionEntity {
  const name = asName(person.name).trim() || person.id;
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: person.id, name } };
}
