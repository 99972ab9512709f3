/**
 * Two languages for tests. In `pseudo`, each text of the English one stands in brackets and is 40 % longer, and each text that fills
 * one of its blanks stands in brackets of another kind: English that a card has from elsewhere stands outside of all brackets.
 * `rightToLeft` is English in Hebrew letters, with isolates around what fills its blanks, as a language that is read from the right
 * has to write them.
 */
import { STAGES } from '../../../src/outage/types/stage.ts';
import { LEVELS } from '../../../src/outage/types/values.ts';
import { withBlanks } from '../../../src/words/blanks.ts';
import { en, type Words } from '../../../src/words/en/index.ts';
import { formatsOf } from '../../../src/words/formats.ts';
import { END_OF_ISOLATE, ISOLATE } from '../../../src/words/writing.ts';

/** Around a text of the language. */
export const [OPEN, CLOSE] = ['\u27E6', '\u27E7'];
/** Around what fills a blank of it. */
export const [OPEN_BLANK, CLOSE_BLANK] = ['\u27EA', '\u27EB'];

const LONGER = 0.4;
/** What makes a text longer. */
export const LENGTHENED = '\u00B7';
const inBrackets = (text: string): string =>
  text === '' ? '' : `${OPEN}${text}${LENGTHENED.repeat(Math.ceil(text.length * LONGER))}${CLOSE}`;
function inBlank(value: unknown, written: (text: string) => string): unknown {
  if (typeof value === 'string') return value === '' || IDS.has(value) ? value : written(value);
  if (Array.isArray(value)) return value.map((one) => inBlank(one, written));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inBlank(one, written)]));
}

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
  ...['tag', 'plural', 'isolate', 'joined', 'sentence', 'sentences', 'pair', 'quote', 'dateTimeGap'].map((key) => `formats.${key}`),
  'look.timeline.line',
]);

const takesIds = (path: string): boolean => KEPT.has(path) || TAKE_IDS.has(path);

export const pseudo = withBlanks(en, {
  fill: (blank, path) => (takesIds(path) ? blank : inBlank(blank, (text) => `${OPEN_BLANK}${text}${CLOSE_BLANK}`)),
  say: (text, path) => (KEPT.has(path) ? text : inBrackets(text)),
});

const HEBREW =
  '\u05D0\u05D1\u05D2\u05D3\u05D4\u05D5\u05D6\u05D7\u05D8\u05D9\u05DB\u05DC\u05DE\u05E0\u05E1\u05E2\u05E4\u05E6\u05E7\u05E8\u05E9\u05EA';
/** What stays as it is within our own texts: names, numbers of outages, what is typed, addresses and telephone numbers. */
const NAMES =
  /@?Outage Desk(?= ack)|Outage Desk|Microsoft|Teams|PagerDuty|Twilio|\/outage|(?:OUT|REQ|DRILL)-\d+|https?:\/\/\S+|\+\d[\d ]*\d|[\w.]+@[\w.]+/;
const TOKENS = new RegExp(`${NAMES.source}|[^]`, 'gu');

const { isolate, ...formats } = formatsOf('he-IL', {
  cityTime: (time, city) => `${time} (${ISOLATE}${city}${END_OF_ISOLATE})`,
  quotes: ['"', '"'],
  nested: ["'", "'"],
  rightToLeft: true,
});

/** In Hebrew letters, and as long, but for what stands in isolates: that is Hebrew already, or comes from elsewhere. */
function inHebrew(text: string): string {
  let depth = 0;
  return text.replace(TOKENS, (token) => {
    if (token === ISOLATE) depth += 1;
    else if (token === END_OF_ISOLATE) depth -= 1;
    else if (depth === 0 && token.length > 1) return isolate(token);
    else if (depth === 0)
      return token.replace(/[a-z]/i, (letter) => HEBREW.charAt((letter.toLowerCase().charCodeAt(0) - 97) % HEBREW.length));
    return token;
  });
}

export const rightToLeft: Words = {
  ...withBlanks(en, {
    fill: (blank, path) => (takesIds(path) ? blank : inBlank(blank, isolate)),
    say: (text, path) => (KEPT.has(path) ? text : inHebrew(text)),
  }),
  formats: { ...formats, isolate },
};
