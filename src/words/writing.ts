/** How a language puts texts together: quotation marks, a label and its text, sentences in one line, and names in a row. */

/** What languages write differently, and `Intl` does not know or does not write as a card needs it. */
export type Writing = {
  /** "10:45 (Copenhagen time)". The city is that of an IANA zone, in English. */
  readonly cityTime: (time: string, city: string) => string;
  /** "10:45 (UTC+1)", where a zone has no city. */
  readonly offsetTime?: (time: string, offset: string) => string;
  /** What stands before and behind a quotation. */
  readonly quotes: readonly [string, string];
  /** The marks that replace those within a quotation, so that nobody takes its rest for our words. */
  readonly nested?: readonly [string, string];
  /** Between a label and its text. */
  readonly colon?: string;
  /** Between names that no word joins. */
  readonly comma?: string;
  /** Between two telephone numbers, where `Intl` writes it without spaces. */
  readonly or?: string;
  /** The end of a sentence. */
  readonly stop?: string;
  /** Hebrew, Arabic and others are read from the right. Their texts put `isolate` around what fills a blank. */
  readonly rightToLeft?: true;
  /** Between a date and a time. */
  readonly dateTimeGap?: string;
};

/** What stands between these two keeps its own reading direction, and does not change that of the text around it. */
export const ISOLATE = '\u2068';
export const END_OF_ISOLATE = '\u2069';

/** The end of a sentence, also within brackets or quotation marks, and with marks that nobody sees. */
const ENDED = /[.!?\u2026。！？][)\]"\u2019\u201C\u201D»」』\u00A0\p{Cf}\p{Co}]*$/u;
/** No space stands behind a mark of full width. */
const FULL_WIDTH_END = /[。！？]$/;
/** Quotation marks of any language, which could end a quotation for its reader. */
const ANY_QUOTE = /[\u201C-\u201F]/g;

export function writingOf(writing: Writing) {
  const { quotes, nested = ['"', '"'], colon = ': ', comma = ', ', stop = '.', rightToLeft = false } = writing;
  const [open, close] = quotes;
  const [opening, closing] = [open.trim(), close.trim()];
  const [within, withinEnd] = nested;
  /** A name, a number or a time, of which a language from the right would turn the parts around: "+45 70 10" into "10 70 45+". */
  const isolate = (text: string): string => (rightToLeft && text !== '' ? `${ISOLATE}${text}${END_OF_ISOLATE}` : text);
  /** Texts that say themselves where they end, in one line. Empty ones are left out. */
  const joined = (texts: readonly string[]): string =>
    texts
      .filter(Boolean)
      .map(isolate)
      .reduce((all, text) => (all === '' ? text : `${all}${FULL_WIDTH_END.test(all) ? '' : ' '}${text}`), '');
  /** A whole sentence: with its full stop, unless it ends already. */
  const sentence = (text: string): string => (text === '' || ENDED.test(text) ? text : `${text}${stop}`);
  return {
    rightToLeft,
    isolate,
    joined,
    sentence,
    /** In one line, with a full stop between two that do not end. The last one ends as it is. */
    sentences: (texts: readonly string[]): string => {
      const some = texts.filter(Boolean);
      return joined(some.map((text, index) => (index < some.length - 1 ? sentence(text) : text)));
    },
    /** A label or a name, and what is said of it. */
    pair: (label: string, text: string): string => `${isolate(label)}${colon}${isolate(text)}`,
    /** A quotation in its marks. */
    quote: (text: string): string =>
      `${open}${isolate(text.replace(ANY_QUOTE, '"').replaceAll(opening, within).replaceAll(closing, withinEnd))}${close}`,
    /** "a, b, c". */
    list: (items: readonly string[]): string => items.map(isolate).join(comma),
  };
}
