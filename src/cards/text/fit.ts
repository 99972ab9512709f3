/** Cuts text to the space that a card has for it. The stored report keeps every word. */

/** Parts two characters that together would be run, or become a link. */
export const WORD_JOINER = '\u2060';

/** What stands between these two does not change the reading direction of the text around it. */
export const ISOLATE = '\u2068';
export const END_OF_ISOLATE = '\u2069';

/** Stands in the place of personal data that was removed, until the text is complete and the reader's words say so. */
export const REMOVED = '\uE000';

/** What a block costs beside its text, in bytes of a card's JSON. */
const BLOCK_BYTES = 100;
/** A joiner that was cut off from what it parted. */
const ENDING_JOINER = new RegExp(`${WORD_JOINER}$`);
/** Ends an isolate that was cut within: it would go on over what follows. */
const closed = (text: string): string => (text.lastIndexOf(ISOLATE) > text.lastIndexOf(END_OF_ISOLATE) ? text + END_OF_ISOLATE : text);

const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(JSON.stringify(text)).length;

/** As many of the lines as fit into so many bytes of a card. `mark` is the last line when some were left out or cut. */
export function fitting(lines: readonly string[], bytes: number, mark: string): readonly string[] {
  const kept: string[] = [];
  let left = bytes;
  for (const line of lines) {
    left -= BLOCK_BYTES;
    const whole = bytesOf(line) <= left;
    const shown = whole ? line : beginning(line, left);
    if (shown !== '') kept.push(whole ? shown : `${shown}\u2026`);
    if (!whole) return [...kept, mark];
    left -= bytesOf(line);
  }
  return kept;
}

/** The longest beginning, in whole characters, that takes so many bytes of JSON. */
function beginning(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const character of text) {
    left -= bytesOfCharacter(character);
    if (left < 0) break;
    end += character.length;
  }
  return closed(text.slice(0, end).trimEnd().replace(ENDING_JOINER, ''));
}

/** In JSON and UTF-8, where half a character is written as an escape. */
function bytesOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return JSON.stringify(character).length - 2;
  if (code < 0x800) return 2;
  if (code > 0xffff) return 4;
  return character.isWellFormed() ? 3 : 6;
}

/** The first `limit` characters, for a place that has one line; the desk's thread shows the whole text. */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const start = characters.slice(0, limit - 1).join('');
  return closed(`${start.replace(ENDING_JOINER, '')}\u2026`);
}

/** The first lines, and how many more there are. */
export const firstOf = (lines: readonly string[], most: number, more: (count: number) => string): readonly string[] =>
  lines.length > most ? [...lines.slice(0, most), more(lines.length - most)] : lines;
