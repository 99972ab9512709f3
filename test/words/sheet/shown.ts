/**
 * On which cards each text of a language stands. The words are loaded once more with a mark around each text, and every sample card is drawn
 * with them: what the sheet does not hold has no mark.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Card } from '../../../src/cards/base/card.ts';
import type { Words } from '../../../src/words/words.ts';
import { sampleCardsIn } from '../../support/cards/cards.ts';
import { goldenCards } from '../../support/cards/golden.ts';
import { leaves } from '../../support/cards/walk.ts';
import { CALM } from '../../support/outage/stories.ts';
import { CLOSE, CLOSE_BLANK, OPEN, OPEN_BLANK } from '../../support/words/pseudo-language.ts';
import { type LanguageTexts, type Text, textsOf } from './texts.ts';
import { BLANK, rewritten } from './write-back.ts';

/** A card in which a text stands. `name`: its golden file. */
export type Place = { readonly name: string; readonly card: Card; readonly as: string };

/** Digits that no text has. */
const DIGIT_0 = 0xe010;
const idOf = (index: number): string => [...String(index)].map((digit) => String.fromCharCode(DIGIT_0 + Number(digit))).join('');
const MARK = new RegExp(`${OPEN}([\uE010-\uE019]+)`, 'g');
const MARKS = new RegExp(`[${OPEN}${CLOSE}${OPEN_BLANK}${CLOSE_BLANK}\uE010-\uE019]`, 'g');
export const withoutMarks = (text: string): string => text.replace(MARKS, '');

const marksIn = (text: string): readonly number[] =>
  [...text.matchAll(MARK)].map(([, id = '']) => Number([...id].map((digit) => digit.charCodeAt(0) - DIGIT_0).join('')));

/** The words of a language, each text in brackets with its number in `texts`, and what fills its blanks in brackets of another kind. */
export async function markedWords(root: string, language: string, { sources, texts }: LanguageTexts): Promise<Words> {
  const copy = mkdtempSync(path.join(tmpdir(), 'words-'));
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    mkdirSync(path.join(copy, 'src'));
    // What the words import of other rooms is that of the bot itself.
    for (const room of readdirSync(path.join(root, 'src')))
      if (room !== 'words') symlinkSync(path.join(root, 'src', room), path.join(copy, 'src', room));
    cpSync(path.join(root, 'src/words'), path.join(copy, 'src/words'), { recursive: true });
    const inBlanks = (text: string) => text.replace(BLANK, `${OPEN_BLANK}$&${CLOSE_BLANK}`);
    const marked = new Map(texts.map((one, index) => [one, `${OPEN}${idOf(index)}${inBlanks(one.text)}${CLOSE}`]));
    for (const source of sources)
      if (source.file.startsWith('words/')) writeFileSync(path.join(copy, 'src', source.file), rewritten(source, marked));
    const words = await import(pathToFileURL(path.join(copy, `src/words/${language}/index.ts`)).href);
    return words[language] as Words;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Where a text can be read in the picture of a card, the plainest first. The others are behind a press, or in a notification. */
const SEEN: ReadonlyMap<string, string> = new Map([
  ['text', ''],
  ['title', ''],
  ['label', ''],
  ['placeholder', ''],
  ['errorMessage', ', when an input is wrong'],
  ['fallbackText', ', as a notification'],
  ['altText', ', read aloud'],
]);
const AS = [...SEEN.keys()];

/** The catalogue is no part of `Words`. Its texts stand on cards as they are; those as short as "Yes" could be anybody's. */
const CATALOGUE = /^scenarios\./;
const SHORT = 12;

/** The places of each text, the best first. */
export async function placesOf(
  root: string,
  words: Words,
  own = textsOf(root, words.language),
): Promise<ReadonlyMap<Text, readonly Place[]>> {
  const plain = sampleCardsIn(words, CALM);
  const marked = sampleCardsIn(await markedWords(root, words.language, own), CALM);
  const catalogue = own.texts.filter(({ key, text }) => CATALOGUE.test(key) && text.length > SHORT);
  const places = new Map<Text, Place[]>();
  for (const [name, { sample }] of goldenCards(words)) {
    for (const { key, value } of leaves(marked[plain.indexOf(sample)]?.card)) {
      if (typeof value !== 'string' || !SEEN.has(key)) continue;
      const found = [...marksIn(value).map((index) => own.texts[index]), ...catalogue.filter(({ text }) => value.includes(text))];
      for (const text of found) {
        if (!text) continue;
        const all = places.get(text) ?? [];
        places.set(text, all);
        if (!all.some((one) => one.name === name && one.as === key)) all.push({ name, card: sample.card, as: key });
      }
    }
  }
  for (const all of places.values()) all.sort((one, other) => AS.indexOf(one.as) - AS.indexOf(other.as));
  return places;
}

const MOST_NAMED = 3;

/** "origin/alone/reported, desk/reported, and 4 more". */
export function named(places: readonly Place[]): string {
  const names = [...new Set(places.map(({ name, as }) => `${name}${SEEN.get(as)}`))];
  const more = names.length - MOST_NAMED;
  return [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** A card for each text that has one, the same card for as many as it holds: few pictures show most texts. */
export function pictured(places: ReadonlyMap<Text, readonly Place[]>): ReadonlyMap<Text, Place> {
  const chosen = new Map<string, Place>();
  return new Map(
    [...places].flatMap(([text, all]) => {
      const best = all.filter(({ as }) => as === all[0]?.as);
      const place = best.find(({ name }) => chosen.has(name)) ?? best[0];
      if (!place) return [];
      chosen.set(place.name, place);
      return [[text, place] as const];
    }),
  );
}
