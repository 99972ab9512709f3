/**
 * A space stands between Japanese and Latin letters, so the texts have one beside each blank: "Mia さん". Where Japanese fills the
 * blank, nobody writes that space: "田中さん". Between two words in katakana it stays.
 */
import { withBlanks } from './blanks.ts';
import type { Words } from './en/index.ts';

/** Stand around Japanese that fills a blank, until the text is complete. */
const [BEGIN, END] = ['\uE020', '\uE021'];
const MARKS = new RegExp(`[${BEGIN}${END}]`, 'g');

const LETTER = '(?=\\p{L})[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}]';
const JAPANESE = new RegExp(`${LETTER}|[「」『』]`, 'u');
const KATAKANA = /(?=\p{L})\p{scx=Kana}/u;
/** Between two Japanese letters or quotations; a mention has its markup around the name. */
const SPACE = new RegExp(`(${LETTER}|[」』])((?:</at>)?${END}*) (?=(${BEGIN}*)(?:<at>)?(${LETTER}|[「『]))`, 'gu');

const closed = (text: string): string =>
  text.replace(SPACE, (all, before: string, end: string, begin: string, after: string) =>
    `${end}${begin}` === '' || (KATAKANA.test(before) && KATAKANA.test(after)) ? all : `${before}${end}`,
  );

function fill(blank: unknown): unknown {
  if (typeof blank === 'string') return JAPANESE.test(blank) ? `${BEGIN}${blank}${END}` : blank;
  return Array.isArray(blank) ? blank.map(fill) : blank;
}

/** The words without these spaces. */
export const spaced = (words: Words): Words => ({
  ...withBlanks(words, { fill, say: (text) => closed(text).replace(MARKS, '') }),
  formats: words.formats,
});
