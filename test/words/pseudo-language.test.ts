/** Every card, drawn in a language of brackets: what stands outside of them and was not typed by somebody is English in code. */
import { expect, test } from 'vitest';
import { cut } from '../support/cards/button-width.ts';
import { sampleCardsIn } from '../support/cards/cards.ts';
import { withoutTyped } from '../support/cards/typed-texts.ts';
import { elements, shownOn, withoutPhoneLinks } from '../support/cards/walk.ts';
import { CALM } from '../support/outage/stories.ts';
import { CLOSE, CLOSE_BLANK, LENGTHENED, OPEN, OPEN_BLANK, pseudo } from '../support/words/pseudo-language.ts';
import { unbracketed } from '../support/words/unbracketed.ts';

/** What may stand outside of the brackets in every language. */
const ALLOWED: readonly [why: string, what: RegExp][] = [
  ['a time that the client writes', /\{\{DATE\([^)]*\)\}\}, \{\{TIME\([^)]*\)\}\}|\{\{TIME\([^)]*\)\}\}/g],
  ['the number of an outage, a request or a drill, also where it was cut', /\b(?:OUT|REQ|DRILL)(?:-[\d\u2026]*|\u2026)/g],
  ['a mention, as Teams wants it', /<\/?at>/g],
];

/** The part without what may stand there: empty, or English that a card has from code. */
function english(part: string): string {
  const known = found.get(part);
  if (known !== undefined) return known;
  const rest = withoutTyped(ALLOWED.reduce((all, [, what]) => all.replace(what, ''), part));
  // A list that is joined by hand has a comma between what was typed.
  const left = /\p{L}|, /u.test(rest) ? rest : '';
  found.set(part, left);
  return left;
}
const found = new Map<string, string>();

const cards = sampleCardsIn(pseudo, CALM);

test('every text of a card that nobody typed is one of its language', () => {
  const hidden = cards.flatMap(({ name, card }) =>
    shownOn(card).flatMap(({ value }) =>
      unbracketed(withoutPhoneLinks(String(value)))
        .filter((part) => english(part) !== '')
        .map((part) => `${name}: "${english(part)}" in "${value}"`),
    ),
  );
  expect(cards.length).toBeGreaterThan(1_000);
  expect(hidden).toEqual([]);
});

/** A text as wide as that of a language that is 40 % longer: without the brackets, and what was added counts as usual letters. */
const spelled = (text: string): string => {
  const brackets: readonly string[] = [OPEN, CLOSE, OPEN_BLANK, CLOSE_BLANK];
  return [...text]
    .filter((letter) => !brackets.includes(letter))
    .join('')
    .replaceAll(LENGTHENED, 'e');
};

test('16.1: every button of ours fits on a phone that is 320 px wide, also in a language that is 40 % longer', () => {
  const titles = cards.flatMap(({ card }) =>
    elements(card).flatMap(({ type, title }) => (String(type).startsWith('Action.') ? [String(title)] : [])),
  );
  const ours = [...new Set(titles)].filter((title) => title.includes(OPEN)).map(spelled);
  expect(ours.length).toBeGreaterThan(60);
  expect(ours.filter(cut)).toEqual([]);
  expect(cut(spelled(`${OPEN}Report it as a support request${LENGTHENED.repeat(12)}${CLOSE}`))).toBe(true);
});

test('what stands beside a text, or fills a blank of it, is found', () => {
  const { news, formats } = pseudo;
  const hidden = (text: string) => unbracketed(text).map(english).filter(Boolean);
  expect(hidden(news.breached('OUT-1001'))).toEqual([]);
  expect(hidden(`${news.breached('OUT-1001')} and more`)).toEqual([' and more']);
  expect(hidden(news.breached('this one'))).toEqual(['this one']);
  expect(hidden(formats.and([news.repeated, 'this one']))).toEqual(['this one']);
  expect(hidden(`Mia Winter, ${news.repeated}`)).toEqual([', ']);
  expect(news.repeated.length).toBeGreaterThan(1.4 * 'Sent again: we could not tell whether the first message arrived.'.length);
});
