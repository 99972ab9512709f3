/** Text on cards: what people typed is made safe, everything is cut to the space that a card has for it, and times are written. */
import { isRemoved } from '../outage/personal-data.ts';
import { partsOf } from '../outage/types/person-key.ts';
import { cutTo, type Instant, type Person } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';
import { END_OF_ISOLATE, ISOLATE } from '../words/writing.ts';

/** Parts two characters that together would be run, or become a link. */
const WORD_JOINER = '\u2060';

/** Stands in the place of personal data that was removed, until the text is complete and the reader's words say so. */
export const REMOVED = '\uE000';
/** Stand around a telephone number that becomes a link (base/phone-links.ts). */
export const NUMBER = '\uE001';
export const END_OF_NUMBER = '\uE002';
/** These are ours alone. */
const MARKS = /[\uE000-\uE002]/g;

/** What a block costs beside its text, in bytes of a card's JSON. */
const BLOCK_BYTES = 100;
/** Where a long word may wrap: it takes no width. */
const BREAK = '\u200B';
/** A joiner or a break that was cut off from what it parted. */
const ENDING_JOINER = new RegExp(`[${WORD_JOINER}${BREAK}]$`);
/** Ends the isolates that were cut within: they would go on over what follows. */
const closed = (text: string): string =>
  text + END_OF_ISOLATE.repeat(Math.max(0, text.split(ISOLATE).length - text.split(END_OF_ISOLATE).length));

const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text));
/** The quotation marks of a text in JSON. */
const QUOTES = 2;

/** As many of the lines as fit into so many bytes of a card. `mark` is the last line when some were left out or cut. */
export function fitting(lines: readonly string[], bytes: number, mark: string): readonly string[] {
  const kept: string[] = [];
  let left = bytes;
  for (const line of lines) {
    left -= BLOCK_BYTES;
    const size = bytesOf(line);
    const whole = size <= left;
    const shown = whole ? line : beginning(line, left);
    if (shown !== '') kept.push(whole ? shown : `${shown}\u2026`);
    if (!whole) return [...kept, mark];
    left -= size;
  }
  return kept;
}

/** Without a time that Teams would write, of which the end is cut off. */
const withoutCutTime = (text: string): string =>
  text.lastIndexOf('{{') > text.lastIndexOf('}}') ? text.slice(0, text.lastIndexOf('{{')) : text;

/** The longest beginning, in whole characters, that takes so many bytes of JSON. */
export function beginning(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const character of text) {
    left -= bytesOf(character) - QUOTES;
    if (left < 0) break;
    end += character.length;
  }
  return closed(withoutCutTime(text.slice(0, end)).trimEnd().replace(ENDING_JOINER, ''));
}

/** The first `limit` characters, for a place that has one line; the desk's thread shows the whole text. */
export function shorten(text: string, limit: number): string {
  const characters = text.length <= limit ? [] : [...text];
  if (characters.length <= limit) return text;
  const start = characters.slice(0, limit - 1).join('');
  return closed(`${start.replace(ENDING_JOINER, '')}\u2026`);
}

/** The first lines, and how many more there are. */
export const firstOf = (lines: readonly string[], most: number, more: (count: number) => string): readonly string[] =>
  lines.length > most ? [...lines.slice(0, most), more(lines.length - most)] : lines;

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
        .replace(MARKS, '')
        .replace(PILED, '$1');

/** The value of an input that is drawn again. */
export const forInput = (text: string, limit: number): string => cutTo(visible(text), limit);

/**
 * A TextRun shows Markdown and HTML as text, but the client still runs {{DATE(...)}} and {{TIME(...)}}. A joiner between
 * the braces stops it.
 */
const inert = (text: string): string => text.replace(/[{$](?=\{)/g, `$&${WORD_JOINER}`);

/**
 * Lets a client wrap a long address or a line of a stack trace, which it would cut at the edge of a phone. Other scripts wrap
 * anywhere. An e-mail address, a short address of a page and the id of a session or activity are copied as they are; an id wraps at
 * its hyphens.
 */
const breakable = (text: string): string =>
  text.replace(/[!-\u10FF]{25,}/g, (word) =>
    EMAIL.test(word) || ID.test(word) || SHORT_LINK.test(word) ? word : word.replace(/.{12}(?=[!-\u10FF])/g, `$&${BREAK}`),
  );
const SHORT_LINK = /^[(<]?https?:\/\/.{1,50}$/;
const EMAIL = /^[^@:/]{1,30}@[^@:/]{1,30}$/;
/** A GUID, with what stands around it without a space, such as a quotation mark or "id=". */
const ID = /^[^/]{0,16}[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}[^/]{0,4}$/i;

/** Hebrew, Arabic and other scripts that are read from the right. */
export const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** Isolates right-to-left text so that it cannot reorder ours. */
const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text);

/** Text that a person typed, in one line, safe for a TextRun: shown as typed, nothing in it is run. */
export const plain = (text: string): string => isolated(inert(breakable(visible(text).replace(/\s+/g, ' '))));

/** The same, trimmed: for a title, a name or a number. */
export const oneLine = (text: string): string => isolated(inert(breakable(visible(text).replace(/\s+/g, ' ').trim())));

/** Text that a person typed, in quotation marks, for a line that holds our own words too. */
export const quoted = (text: string, { formats }: Pick<Words, 'formats'>): string => formats.quote(oneLine(text));

/** In characters. Directories take names of up to 256, which would flood a heading. */
const LONGEST_NAME = 80;
/** Markup of Markdown and HTML. An underscore within a word is none. */
const MARKUP = /[*`[\]<>#~|\\]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
/** Characters that make a link or an HTML entity of what follows at once, and a number that begins a list. */
const LINKING = /[.:@&](?=\S)|\/(?=\/)|^\d+(?=[.)])|\S(?=@)/g;

/** A name for a TextBlock or a choice, which render Markdown and make links: markup is removed, links are parted by joiners. */
export const asName = (text: string): string => isolated(literal(shorten(visible(text), LONGEST_NAME)));
/** Without anything of which Markdown makes more than text. */
export const literal = (text: string): string => inert(withoutMarkup(text)).replace(LINKING, `$&${WORD_JOINER}`);
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
    .map((line) => isolated(inert(breakable(line.trimEnd()))))
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
  return { type: 'mention', text: `<at>${name}</at>`, mentioned: { id: partsOf(person.id).objectId, name } };
}

/** A line that mentions people. It contains the text of each entity. */
export type MentionLine = { readonly text: string; readonly entities: readonly MentionEntity[] };

export const withText = (person: Person, say: (mention: string) => string): MentionLine => {
  const entity = mention(person);
  return { text: say(entity.text), entities: [entity] };
};

/** A line that mentions all these people; none without anybody. */
export function mentionAll(people: readonly Person[], say: (mentions: string) => string, { formats }: Words): readonly MentionLine[] {
  const entities = people.map(mention);
  return people.length > 0 ? [{ text: say(formats.list(entities.map(({ text }) => text))), entities }] : [];
}

/** A point in time that each reader's client shows in the reader's own zone. `withDay`: also when it is soon, because tomorrow may be soon. */
export function readersClock(at: Instant, now: Instant, { formats }: Pick<Words, 'formats'>, { withDay = false } = {}): string {
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const farAway = withDay || Math.abs(at - now) > 12 * 3_600_000;
  return farAway ? `{{DATE(${iso},SHORT)}}${formats.dateTimeGap}{{TIME(${iso})}}` : `{{TIME(${iso})}}`;
}

/** Writes times for one reader in their zone, "10:45 (Copenhagen time)"; without it each reader's client writes them. */
export const clockIn = (words: Pick<Words, 'formats'>, now: Instant, zone?: string): ((at: Instant) => string) =>
  zone ? (at) => words.formats.clock(at, zone, now) : (at) => readersClock(at, now, words);

/**
 * A text that no client evaluates, such as a notification, as people read it: these times are in UTC, and where personal
 * data was removed, the reader's words say so.
 */
export const spelledOut = (text: string, { formats, privacy }: Words): string =>
  text
    .replaceAll(REMOVED, privacy.removed)
    .replace(UNSEEN, '')
    .replace(MACROS, (macros, first: string, iso: string, both: string | undefined) => {
      const at = Date.parse(iso);
      if (Number.isNaN(at)) return macros;
      if (first === 'DATE' && !both) return formats.date(at, 'UTC');
      return `${(first === 'DATE' ? formats.dateTime : formats.time)(at, 'UTC')} UTC`;
    });
const UNSEEN = new RegExp(`[${BREAK}${NUMBER}${END_OF_NUMBER}]`, 'g');
/** A date, a time, or a date and the time of the same instant, with what a language writes between them. */
const MACROS = /\{\{(DATE|TIME)\(([^,(){}]{1,40})(?:,[^(){}]{0,40})?\)\}\}([^(){}\n]{1,5}\{\{TIME\(\2\)\}\})?/gu;

/** When it was done, and how late that was; `lateMs` is 0 or less when it was in time. Nobody must take a broken promise for a kept one. */
export const withLateness = (what: string, lateMs: number, { news, formats }: Words): string =>
  lateMs > 0 ? news.late(what, formats.exact(lateMs)) : what;
/** After how long it was done: exact where it was late, so that the three times agree. */
export const took = (afterMs: number, withinMs: number, words: Words): string =>
  withLateness(words.formats[afterMs > withinMs ? 'exact' : 'duration'](afterMs), afterMs - withinMs, words);
