/**
 * Commands that are typed in another language than English. A phrase at the beginning of a text is put into English and parsed as
 * English is, so no command has a second parser. What acts on an outage runs only where nothing else can be meant; else the bot asks.
 */
import { MAX_TEXT_LENGTH } from '../cards/outage/form.ts';
import type { TypedName } from '../words/en/look/typed.ts';
import { inAnyLanguage, OPENS_SENTENCES, type OtherLanguage, TYPED, type TypedWords } from '../words/typed.ts';
import type { Words } from '../words/words.ts';

/** `body`: what follows the command's words. Not `sure`: they may be an ordinary sentence, so the person says whether it is meant. */
export type Meaning = { readonly name: TypedName; readonly body: string; readonly sure: boolean };

/** Behind these words and white space stands anything: "behoben ist das noch nicht". They act on an outage. */
const STRICT: ReadonlySet<TypedName> = new Set(['ack', 'resolve', 'reopen', 'release', 'transfer']);
/** These end or return an outage with a text, which a number is not: without one the bot asks for it. */
const WITH_TEXT: ReadonlySet<TypedName> = new Set(['resolve', 'reopen', 'release']);
/** With text behind a colon only: "folgen Sie dem Link" is what a customer says. */
const AFTER_COLON: ReadonlySet<TypedName> = new Set(['follow', 'unfollow', 'numbers']);
/** They take any text. */
const SENT_ON: ReadonlySet<TypedName> = new Set(['update', 'note', 'ask', 'publish']);
/** No phrase is as long. */
const LONGEST_HEAD = 120;

const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g;
const APOSTROPHES = /[\u2018\u2019\u00B4`]/g;
/** Accents of Latin letters. The marks of Japanese letters make other letters of them, and stay. */
const ACCENTS = /[\u0300-\u036F]/g;
const JAPANESE_AT_END = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]$/u;
/** Between a phrase and what follows it. */
const SEPARATOR = /^[\s:\uFF1A,\u3001\uFF0C\u3002.!\uFF01?\uFF1F;\uFF1B]*/;
const BOUNDARY = /^(?:$|[\s:\uFF1A,\u3001\uFF0C\u3002!\uFF01?\uFF1F;\uFF1B@\uFF20]|\.(?![\p{L}\p{N}]))/u;
/** Japanese has no spaces. */
const BOUNDARY_IN_JAPANESE = /^[\p{N}\p{sc=Latin}]/u;
const COLON = /[:\uFF1A\n]/;
const QUESTION = /(?:[?\uFF1F]|か\u3002?)\s*$/;
const PLEASE = new RegExp(`(?:[\\s,\u3001]*(?:${inAnyLanguage('please')}))?[\\s.!\u3002\u3001]*$`, 'iu');
const SERIES = '(OUT|DRILL|REQ)[-\u2010-\u2015\u2212ー]?';
const NUMBER = new RegExp(`^(?:${SERIES}|#)?(\\d{1,9})$`, 'i');
/** "OUT-7 をフォロー", "OUT-7 folgen". */
const NUMBER_FIRST = new RegExp(`^(${SERIES}\\d{1,9})(?!\\d)[\\s:,.\u3001]*[をにのはで]?\\s*(\\S[\\s\\S]*)$`, 'i');
/** "Behoben: noch nicht" says that it is not, in all languages. */
const NOT_YET = new RegExp(
  `^(?:\\S+\\s+){0,2}(?:${inAnyLanguage('notYet', true)})(?![\\p{L}\\p{N}])|^.{0,20}(?:${inAnyLanguage('notYet', false)})`,
  'iu',
);

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Cases, accents, widths, kinds of spaces and of apostrophes are the same. */
const folded = (text: string): string =>
  text
    .replace(APOSTROPHES, "'")
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ');

/** The beginning of a text as it is compared, and where each of its letters ends in the text. */
function headOf(text: string): { readonly head: string; readonly ends: readonly number[] } {
  let head = '';
  const ends: number[] = [];
  for (const { segment, index } of graphemes.segment(text.slice(0, LONGEST_HEAD))) {
    const plain = folded(segment);
    const same = plain === ' ' && head.endsWith(' ') ? '' : plain;
    head += same;
    for (const _unit of same.split('')) ends.push(index + segment.length);
    if (same === '' && ends.length > 0) ends[ends.length - 1] = index + segment.length;
  }
  return { head, ends };
}

/** What these send is read by others, and a sentence may begin with them: "aktualisieren Sie den Browser". */
const OPENING: ReadonlySet<string> = new Set(OPENS_SENTENCES.map(folded));

type Phrase = { readonly phrase: string; readonly name: TypedName; readonly language: OtherLanguage };

/** The longest first. */
const phrasesOf = (words: TypedWords): readonly Phrase[] =>
  Object.entries(words)
    .flatMap(([language, typed]) =>
      Object.entries(typed).flatMap(([name, some]) =>
        some.map((phrase) => ({ phrase: folded(phrase), name: name as TypedName, language: language as OtherLanguage })),
      ),
    )
    .sort((a, b) => b.phrase.length - a.phrase.length);

/** `language`: what the person reads. Empty: the text begins with no phrase, or goes on as an ordinary sentence. */
export function createTyped(words: TypedWords): (text: string, language: string) => readonly Meaning[] {
  const phrases = phrasesOf(words);

  return (text, language) => {
    const said = text.replace(/^[\s/\uFF0F]+/, '');
    const first = NUMBER_FIRST.exec(said.slice(0, LONGEST_HEAD).normalize('NFKC'));
    if (!first) return inReadersWords(said, language);
    const [, number = '', , behind = ''] = first;
    return said.length > LONGEST_HEAD ? [] : inReadersWords(behind, language, number);
  };

  function inReadersWords(text: string, language: string, number = ''): readonly Meaning[] {
    const found = begins(text, number);
    const names = new Set(found.map(({ name }) => name));
    if (names.size < 2) return found.slice(0, 1).map(({ meaning }) => meaning);
    const own = found.filter((one) => one.language === language);
    if (new Set(own.map(({ name }) => name)).size === 1) return own.slice(0, 1).map(({ meaning }) => meaning);
    return found.filter(({ name }, index) => found.findIndex((one) => one.name === name) === index).map(({ meaning }) => unsure(meaning));
  }

  function begins(text: string, number: string) {
    const { head, ends } = headOf(text);
    const fits = ({ phrase }: Phrase) => head.startsWith(phrase) && isBoundary(phrase, text.slice(ends[phrase.length - 1]));
    const longest = phrases.find(fits);
    if (!longest) return [];
    const rest = text.slice(ends[longest.phrase.length - 1]);
    return phrases.flatMap((one) => {
      const meaning = one.phrase === longest.phrase ? meaningOf(one, rest, number, text) : null;
      return meaning ? [{ ...one, meaning }] : [];
    });
  }
}

const isBoundary = (phrase: string, rest: string): boolean =>
  BOUNDARY.test(rest) || (JAPANESE_AT_END.test(phrase) && BOUNDARY_IN_JAPANESE.test(rest));

const unsure = (meaning: Meaning): Meaning => ({ ...meaning, sure: false });

/** What stands behind a phrase. `colon`: it begins with one; `parted`: with any mark. `asks`: it ends as a question. */
type Rest = { readonly body: string; readonly colon: boolean; readonly parted: boolean; readonly asks: boolean };

/** Of a phrase with this behind it. `number`: what stood before it. null: an ordinary sentence. */
function meaningOf({ phrase, name }: Phrase, behind: string, number: string, whole: string): Meaning | null {
  const [separator = ''] = SEPARATOR.exec(behind) ?? [];
  const body = behind.slice(separator.length);
  const plain = body.length > LONGEST_HEAD ? body : folded(body).replace(PLEASE, '');
  const asks = QUESTION.test(behind);
  if (number !== '') return plain === '' && !asks ? withNumber(name, number) : null;
  if (plain === '') return alone(name, asks);
  if (NUMBER.test(plain) && !asks) return withNumber(name, plain);
  const rest = { body, colon: COLON.test(separator), parted: separator.trim() !== '', asks };
  // "Ausfall der Datenbank" is a title as it stands.
  if (name === 'outage') return { name, body: rest.parted || phrase.includes(' ') ? body : whole, sure: true };
  if (STRICT.has(name)) return strictly(name, rest);
  if (SENT_ON.has(name)) return within({ name, body, sure: rest.parted || !OPENING.has(phrase) });
  return goesOn(name, rest) ? { name, body, sure: true } : null;
}

function goesOn(name: TypedName, { colon, parted, asks }: Rest): boolean {
  if (AFTER_COLON.has(name)) return colon;
  return !asks && (name !== 'still down' || parted);
}

/** Of a transfer the team stands first: "weiterleiten an Network: nur eine Person". */
function strictly(name: TypedName, { body, colon, asks }: Rest): Meaning | null {
  const clear = (colon || (name === 'transfer' && /^[^:\uFF1A]{1,60}[:\uFF1A]/.test(body))) && !NOT_YET.test(body);
  return asks ? null : within({ name, body, sure: clear });
}

const within = (meaning: Meaning): Meaning | null => (meaning.sure || meaning.body.length <= MAX_TEXT_LENGTH ? meaning : null);

/** "Übernehmen?" may ask whether somebody does, as "ack?" does. */
function alone(name: TypedName, asks: boolean): Meaning {
  return asks && name === 'ack' ? { name, body: '', sure: false } : { name, body: asks ? '?' : '', sure: true };
}

/** Digits alone name an outage. */
function withNumber(name: TypedName, number: string): Meaning {
  const [, series = 'OUT', digits = ''] = NUMBER.exec(number) ?? [];
  return { name, body: WITH_TEXT.has(name) ? '' : `${series.toUpperCase()}-${digits}`, sure: true };
}

/** What somebody who writes English would have typed. */
export function inEnglish({ name, body }: Pick<Meaning, 'name' | 'body'>): string {
  if (body === '' || body === '?') return `${name}${body}`;
  if (name === 'transfer') return `transfer to ${body}`;
  return `${name}${STRICT.has(name) || SENT_ON.has(name) || name === 'outage' ? ':' : ''} ${body}`;
}

export const typedIn = createTyped(TYPED);

/** What this reader may type for a command, beside its English name; empty where that is all. */
export const typedFor = (name: TypedName, { language }: Words): string => TYPED[language as OtherLanguage]?.[name][0] ?? '';
