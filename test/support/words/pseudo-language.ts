/**
 * A language for tests: each text of the English one in brackets and 40 % longer, and each text that fills one of its
 * blanks in brackets of another kind. English that a card has from elsewhere stands outside of all brackets.
 */
import { STAGES } from '../../../src/outage/types/stage.ts';
import { LEVELS } from '../../../src/outage/types/values.ts';
import { en } from '../../../src/words/en/index.ts';
import type { Words } from '../../../src/words/words.ts';
import { isDenial } from './sentences.ts';

/** Around a text of the language. */
export const [OPEN, CLOSE] = ['\u27E6', '\u27E7'];
/** Around what fills a blank of it. */
export const [OPEN_BLANK, CLOSE_BLANK] = ['\u27EA', '\u27EB'];

const LONGER = 0.4;
/** What makes a text longer. */
export const LENGTHENED = '\u00B7';
const inBrackets = (text: string): string =>
  text === '' ? '' : `${OPEN}${text}${LENGTHENED.repeat(Math.ceil(text.length * LONGER))}${CLOSE}`;
const inBlank = (value: unknown): unknown => {
  if (typeof value === 'string') return value === '' || IDS.has(value) ? value : `${OPEN_BLANK}${value}${CLOSE_BLANK}`;
  return Array.isArray(value) ? value.map(inBlank) : value;
};

/** A sentence chooses by these, and does not show them. */
const IDS: ReadonlySet<string> = new Set([...LEVELS, ...STAGES, 'owner', 'you']);
/** What these take is a time zone, a country, the tag of a language or the name of an action. */
const TAKE_IDS: ReadonlySet<string> = new Set([
  'formats.time',
  'formats.date',
  'formats.dateTime',
  'formats.clock',
  'formats.moment',
  'formats.weekday',
  'formats.zone',
  'formats.region',
  'formats.languageName',
  'look.audit.client',
  'look.audit.tried',
]);
/** No text for people, a choice among texts that are in brackets already, and what puts such texts together. */
const KEPT: ReadonlySet<string> = new Set([
  'language',
  ...['tag', 'plural', 'joined', 'sentence', 'sentences', 'pair', 'quote', 'dateTimeGap'].map((key) => `formats.${key}`),
  'look.timeline.line',
]);

/** The words with every text changed, also what functions give. */
function changed(words: unknown, path: string): unknown {
  if (KEPT.has(path)) return words;
  if (typeof words === 'string') return inBrackets(words);
  if (typeof words === 'function') {
    return (...blanks: unknown[]) => changed(words(...(TAKE_IDS.has(path) ? blanks : blanks.map(inBlank))), path);
  }
  if (isDenial(words)) return { ...words, text: inBrackets(words.text) };
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, changed(value, path ? `${path}.${key}` : key)]));
}

export const pseudo = changed(en, '') as Words;
