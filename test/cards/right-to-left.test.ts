/** Cards in a language that is read from the right: the client mirrors them, and what comes from elsewhere keeps its own order. */
import { expect, test } from 'vitest';
import { WORDS } from '../../src/words/words.ts';
import { END_OF_ISOLATE, ISOLATE } from '../../src/words/writing.ts';
import { sampleCardsIn } from '../support/cards/cards.ts';
import { type Node, ofType, short, shownOn, textOf } from '../support/cards/walk.ts';
import { CALM } from '../support/outage/stories.ts';
import { rightToLeft } from '../support/words/pseudo-language.ts';

const cards = sampleCardsIn(rightToLeft, CALM);

/** The texts that people see; the runs of a line together. */
const textsOn = (card: unknown): readonly string[] => [
  ...shownOn(card).flatMap(({ path, value }) => (/\.inlines\[\d+\]\.text$/.test(path) ? [] : [String(value)])),
  ...ofType(card, 'RichTextBlock').map(({ inlines }) => (inlines as readonly Node[]).map(textOf).join('')),
];

/** What stands in no isolate, and how many isolates did not end. */
function outside(text: string): { readonly text: string; readonly open: number } {
  let open = 0;
  let rest = '';
  for (const character of text) {
    if (character === ISOLATE) open += 1;
    else if (character === END_OF_ISOLATE) open -= 1;
    else if (open === 0) rest += character;
    if (open < 0) break;
  }
  return { text: rest, open };
}

/**
 * By the bidirectional algorithm of Unicode, these lose their order among letters from the right: letters from the left, which join
 * with all that stands between two of them, a sign before a number, and numbers with a space or a hyphen between them.
 */
const LOSES_ORDER = /[A-Za-z]|\+\d|\d[ \u00A0-]+\d/;

test('22: a card from the right says so, and others say nothing', () => {
  expect(cards.length).toBeGreaterThan(1_000);
  expect(cards.filter(({ card }) => card.rtl !== true)).toEqual([]);
  expect(sampleCardsIn(WORDS.en, CALM).filter(({ card }) => 'rtl' in card)).toEqual([]);
});

test('22: names, numbers, times and what people wrote keep their order within a text from the right', () => {
  const texts = cards.flatMap(({ name, card }) => textsOn(card).map((text) => ({ name, text })));
  const turned = texts.filter(({ text }) => LOSES_ORDER.test(outside(text).text) || outside(text).open !== 0);
  expect(texts.length).toBeGreaterThan(10_000);
  expect(short([...new Set(turned.map(({ name, text }) => `${name}: ${JSON.stringify(text)}`))])).toEqual([]);
});

test('a sign that points to what follows points to the left', () => {
  const folds = cards.flatMap(({ card }) => ofType(card, 'TextBlock').map(textOf)).filter((text) => /^[▸◂→←]/.test(text));
  expect(folds.length).toBeGreaterThan(100);
  expect(folds.filter((text) => /^[▸→]/.test(text))).toEqual([]);
});

test('a text that would lose its order is found', () => {
  const { formats } = rightToLeft;
  const found = ['OUT-7', '+45 70', '22 10:45', '\u05D0: Mia'].map((text) => LOSES_ORDER.test(outside(text).text));
  expect(found).toEqual([true, true, true, true]);
  expect(LOSES_ORDER.test(outside(formats.pair('\u05D0', 'Mia')).text)).toBe(false);
  expect(outside(`${ISOLATE}cut`).open).toBe(1);
});

test('no language that is read from the left has isolates of its own', () => {
  for (const { formats } of Object.values(WORDS)) {
    expect([formats.isolate('a'), formats.pair('a', 'b'), formats.list(['a', 'b']), formats.quote('a')].join('')).not.toContain(ISOLATE);
  }
});
