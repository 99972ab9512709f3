/** Every card, drawn in a language of brackets: what stands outside of them and was not typed by somebody is English in code. */
import { expect, test } from 'vitest';
import { ownNameOf } from '../../src/cards/look/language.ts';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { cut } from '../support/cards/button-width.ts';
import { SECRETS, sampleCardsIn } from '../support/cards/cards.ts';
import { HIGHLIGHTED } from '../support/cards/engineer.ts';
import { LINKED_DESK } from '../support/cards/links.ts';
import { elements, leaves, withoutPhoneLinks } from '../support/cards/walk.ts';
import { askingDesk } from '../support/desk/desk-with-every-question.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM, stories } from '../support/outage/stories.ts';
import { sampleDraft } from '../support/report/sample-draft.ts';
import { CLOSE, CLOSE_BLANK, LENGTHENED, OPEN, OPEN_BLANK, pseudo } from '../support/words/pseudo-language.ts';
import { unbracketed } from '../support/words/unbracketed.ts';

/** Where a card shows text to people. An input's value is what they typed, or an id. */
const SHOWN: ReadonlySet<string> = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'altText']);

/** What only one sample has: the names and texts that it gives somebody. */
const OTHERS = [
  // The desk's teams, plans and environments, and what the desk file says of a scenario.
  ...[
    'Customer care',
    'Network',
    'Gold support',
    'Security',
    'Call us.',
    'Now.',
    'Desk',
    'erp-access@contoso.example, or your success manager',
  ],
  ...['Contoso On-premises', 'Contoso Sandbox', 'Contoso Sales', 'Box '],
  // What people wrote and are called.
  ...['Which session is stalled', 'eve@customer.example', 'Sam', ' / General'],
  // A line of the help, which the card is given; what Teams answered.
  ...['/outage  \u2013  report', 'Teams: 403 ', '/outage status', 'Team / '],
];

/** Ids that people see, because the desk file names what they stand for by nothing else; the id of a failure; and languages by their own names. */
const IDS = ['scenarios > down > title', 'scenarios > down', ...LANGUAGES.map(ownNameOf), 'board', 'everyone', 'abc', 'ops', 'phones'];

/** What people wrote into the samples: in reports, in the desk file and in Teams. Ids have neither a capital letter nor a space. */
const typed = [
  ...new Set(
    [
      CALM,
      CALM.typed(4000),
      SECRETS,
      stories(CALM, 'personal'),
      sampleDraft(),
      smallDesk().file,
      askingDesk().file,
      LINKED_DESK.file,
      OTHERS,
      HIGHLIGHTED,
    ]
      .flatMap((source) => leaves(source).map(({ value }) => String(value).trim()))
      .filter((text) => /[A-Z @]/.test(text) && text.length > 2),
  ),
  ...IDS,
].sort((one, other) => other.length - one.length);

/** What may stand outside of the brackets in every language. */
const ALLOWED: readonly [why: string, what: RegExp][] = [
  ['a time that the client writes', /\{\{DATE\([^)]*\)\}\}, \{\{TIME\([^)]*\)\}\}|\{\{TIME\([^)]*\)\}\}/g],
  ['the number of an outage, a request or a drill, also where it was cut', /\b(?:OUT|REQ|DRILL)(?:-[\d\u2026]*|\u2026)/g],
  ['a mention, as Teams wants it', /<\/?at>/g],
];

/** Names that a sample has by the dozen. */
const NUMBERED = /Engineer \d+ of Many|Project \d+ (?:of a long name )*(?:of a .*)?\u2026|Room \d+/g;

/** The part without what may stand there: empty, or English that a card has from code. */
function english(part: string): string {
  const known = found.get(part);
  if (known !== undefined) return known;
  const own = [...ALLOWED.map(([, what]) => what), NUMBERED].reduce((rest, what) => rest.replace(what, ''), part);
  const rest = typed.reduce((all, text) => all.replaceAll(text, ''), withoutCut(own));
  // A list that is joined by hand has a comma between what was typed.
  const left = /\p{L}|, /u.test(rest) ? rest : '';
  found.set(part, left);
  return left;
}
const found = new Map<string, string>();

/** The text without the beginning of what somebody typed, where it was cut: that ends with an ellipsis. */
function withoutCut(text: string): string {
  if (!text.endsWith('\u2026')) return text;
  const begin = [...text.matchAll(/[\p{L}+]/gu)].find(({ index }) => typed.some((one) => one.startsWith(text.slice(index, -1))));
  return begin ? text.slice(0, begin.index) : text;
}

const cards = sampleCardsIn(pseudo, CALM);

test('every text of a card that nobody typed is one of its language', () => {
  const hidden = cards.flatMap(({ name, card }) =>
    leaves(card)
      .filter(({ key, value }) => SHOWN.has(key) && typeof value === 'string')
      .flatMap(({ value }) =>
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
