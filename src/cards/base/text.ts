/** Text of people and times, made fit for a card. Pure. */
import { DateTime } from 'luxon';
import type { Instant, Person } from '../../outage/outage.ts';
import { isRemoved } from '../../outage/personal-data.ts';
import { privacy } from '../../words/en/privacy.ts';

/** What shows nothing by itself, and so hides or turns what stands beside it. Line feeds, tabs and the look of an emoji stay. */
const HIDDEN = /(?!\t|\n|\uFE0E|\uFE0F)[\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFB]/gu;
/** More marks on one letter than any script needs cover the lines above and below it. */
const PILED = /(\p{M}{5})\p{M}+/gu;
const WORD_JOINER = '\u2060';
/** Cut between two braces, the joiner has nothing to part any more. */
const ENDING_JOINER = /\u2060$/;

/** Text that a person typed, without what hides or turns it, and with one kind of line end. */
const visible = (text: string): string =>
  (isRemoved(text) ? privacy.removed : text)
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '')
    .replace(PILED, '$1');

/** What stands in an input again: no more than it takes, cut at a whole character. */
export const forInput = (text: string, limit: number): string =>
  visible(text)
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '');

/**
 * A TextRun shows Markdown and HTML as text, but the client still runs {{DATE(...)}} and {{TIME(...)}}, so an invisible
 * joiner parts the braces.
 */
const inert = (text: string): string => text.replace(/[{$](?=\{)/g, `$&${WORD_JOINER}`);

const [ISOLATE, END_OF_ISOLATE] = ['\u2068', '\u2069'];
/** Hebrew, Arabic and other letters that are read from the right. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** They would turn our words and numbers beside them; parted from these, they are read as they should be, and ours too. */
const isolated = (text: string): string => (RIGHT_TO_LEFT.test(text) ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text);
/** Cut within, it would go on over what follows. */
const closed = (text: string): string => (text.lastIndexOf(ISOLATE) > text.lastIndexOf(END_OF_ISOLATE) ? text + END_OF_ISOLATE : text);

/** Text that a person typed, in one line, safe for a TextRun: shown as typed, nothing in it is run. */
export const plain = (text: string): string => isolated(inert(visible(text).replace(/\s+/g, ' ')));

/** The same for what is one line by nature: a title, a name, a number. */
export const oneLine = (text: string): string => isolated(inert(visible(text).replace(/\s+/g, ' ').trim()));

/** What somebody wrote, in a line beside our own words: nobody takes it for these. */
export const quoted = (text: string): string => `\u201C${oneLine(text).replace(/[\u201C-\u201F]/g, '"')}\u201D`;

/** Of a name; directories take up to 256, which would flood a heading. */
const LONGEST_NAME = 80;
/** Signs of Markdown and HTML. An underscore within a word is none. */
const SIGNS = /[*`[\]<>#~|\\]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
/** What makes an address of a text, or an entity, when something follows at once; and a list, where a text begins with it. */
const LINKING = /[.:@&](?=\S)|\/(?=\/)|^\d+(?=[.)])|\S(?=@)/g;

/** A name for a TextBlock or a choice, which read Markdown and make links: what could is left out or parted. */
export const asName = (text: string): string =>
  isolated(inert(unsigned(shorten(visible(text), LONGEST_NAME))).replace(LINKING, `$&${WORD_JOINER}`));
const unsigned = (text: string): string =>
  text
    .replace(SIGNS, '')
    .replace(/\s+/g, ' ')
    .replace(/^[-+ ]+/, '')
    .trim();

/** More blocks than this make a card heavy; what is left over goes into the last one. */
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

/** What a block costs beside its text, in bytes of a card's JSON. */
const BLOCK_BYTES = 100;
const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** As many of the lines as fit into so many bytes of a card; `mark` says that there is more. The record keeps all of it. */
export function fitting(lines: readonly string[], bytes: number, mark: string): readonly string[] {
  const kept: string[] = [];
  let left = bytes;
  for (const line of lines) {
    left -= BLOCK_BYTES;
    const whole = bytesOf(line) <= left;
    const part = whole ? line : beginning(line, left);
    if (part !== '') kept.push(whole ? part : `${part}\u2026`);
    if (!whole) return [...kept, mark];
    left -= bytesOf(line);
  }
  return kept;
}

/** The longest beginning, in whole characters, that fits. */
function beginning(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const character of text) {
    left -= bytesOf(character) - 2;
    if (left < 0) break;
    end += character.length;
  }
  return closed(text.slice(0, end).trimEnd().replace(ENDING_JOINER, ''));
}

/** Cut for a place where only a line fits; the whole text stands in the desk's thread. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const beginning = characters.slice(0, limit - 1).join('');
  return closed(`${beginning.replace(ENDING_JOINER, '')}\u2026`);
}

/** A point in time in the zone of one reader: "10:45", or "22 Nov, 10:45" when that is not the day of `now`. */
export function clock(at: Instant, zone: string, now: Instant): string {
  const then = DateTime.fromMillis(at, { zone }).setLocale('en-GB');
  const today = then.hasSame(DateTime.fromMillis(now, { zone }), 'day');
  return `${then.toFormat(today ? 'HH:mm' : 'd LLL, HH:mm')} (${zoneName(zone)})`;
}

/** "Europe/Copenhagen" as people say it. */
export const zoneName = (zone: string): string =>
  (zone === 'UTC' ? 'UTC' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')) + (zone === 'UTC' ? '' : ' time');

/** A point in time that each reader's client shows in the reader's own zone. */
export function readersClock(at: Instant, now: Instant): string {
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const farAway = Math.abs(at - now) > 12 * 3_600_000;
  return farAway ? `{{DATE(${iso},SHORT)}}, {{TIME(${iso})}}` : `{{TIME(${iso})}}`;
}

/** The same for a text that no client works on, such as a notification: in UTC. */
export const spelledOut = (text: string): string =>
  text.replace(/\{\{(DATE|TIME)\(([^,(){}]{1,40})(?:,[^(){}]{0,40})?\)\}\}/g, (_all, what: string, iso: string) => {
    const at = DateTime.fromISO(iso, { zone: 'utc' }).setLocale('en-GB');
    return at.toFormat(what === 'DATE' ? 'd LLL' : "HH:mm 'UTC'");
  });

/** A mention in a card's text: `text` stands in a TextBlock, letter by letter. */
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
