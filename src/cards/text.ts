/** Text of people and times, made fit for a card. Pure. */
import { DateTime } from 'luxon';
import type { Instant, Person } from '../outage/outage.ts';
import { isRemoved } from '../outage/personal-data.ts';
import { privacy } from '../words/en-privacy.ts';

/** Control, bidirectional, zero-width and tag characters: they hide or turn what people read. Line breaks and tabs stay. */
const HIDDEN = new RegExp(
  [
    '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]', // C0 and C1, without tab and line feed
    '[\\u00AD\\u061C\\u180E\\uFEFF]',
    '[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F]', // zero width, bidirectional
    '[\\uFFF9-\\uFFFB]',
    '[\\u{E0000}-\\u{E007F}]', // tags
  ].join('|'),
  'gu',
);
const WORD_JOINER = '\u2060';
/** Cut between two braces, the joiner has nothing to part any more. */
const ENDING_JOINER = /\u2060$/;

/** Text that a person typed, without what hides or turns it, and with one kind of line end. */
const visible = (text: string): string =>
  (isRemoved(text) ? privacy.removed : text)
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '');

/** What stands in an input again: no more than it takes, cut at a whole character. */
export const forInput = (text: string, limit: number): string =>
  visible(text)
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '');

/**
 * Text that a person typed, safe for a TextRun: shown as typed, nothing in it is run. A TextRun shows Markdown and
 * HTML as text, but the client still runs {{DATE(...)}} and {{TIME(...)}}, so an invisible joiner parts the braces.
 */
export const plain = (text: string): string => visible(text).replace(/[{$](?=\{)/g, `$&${WORD_JOINER}`);

/** The same for what is one line by nature: a title, a name, a number. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

/** A name for a TextBlock, which reads Markdown: what could make a link, a style or a tag is left out. */
export const asName = (text: string): string =>
  plain(
    visible(text)
      .replace(/[*_`[\]<>&#~|\\]/g, '')
      .replace(/\s+/g, ' '),
  );

/** More blocks than this make a card heavy; what is left over goes into the last one. */
const MOST_PARAGRAPHS = 40;

/** The paragraphs of a longer text, each for a block of its own: a TextRun does not keep empty lines. */
export function paragraphs(text: string): string[] {
  const lines = plain(text)
    .split(/\n+/)
    .map((line) => line.trimEnd())
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
  return text.slice(0, end).trimEnd().replace(ENDING_JOINER, '');
}

/** Cut for a place where only a line fits; the whole text stands in the desk's thread. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const beginning = [...text].slice(0, limit - 1).join('');
  return `${beginning.replace(ENDING_JOINER, '')}\u2026`;
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
  text.replace(/\{\{(DATE|TIME)\(([^,)]*)[^)]*\)\}\}/g, (_all, what: string, iso: string) => {
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
