/** Plain English: the words of the glossary, buttons that say what they do, and cards that a reader in trouble understands. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/words/en/index.ts';
import { sampleCardsIn } from '../support/cards/cards.ts';
import { isNode, leaves, ofType, short } from '../support/cards/walk.ts';
import { CALM } from '../support/outage/stories.ts';
import { pseudo } from '../support/words/pseudo-language.ts';
import { gradeOf, headingsOn, sentencesOn } from '../support/words/reading.ts';
import { sentencesOf } from '../support/words/sentences.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** The rows of the glossary: term, meaning, and what is not said for it. */
const glossary = read('src/words/en/README.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| term \||^\|---/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, term = '', meaning = '', not = '']) => ({ term, meaning, not: not.split(', ').filter(Boolean) }));
const notSaid = glossary.flatMap(({ not }) => not);
const SAID_ANYHOW = new RegExp(`(?<![\\p{L}-])(?:${notSaid.join('|')})(?![\\p{L}-])`, 'iu');
/** What somebody may type is understood in many words, and stands in quotation marks or in an example; so does a key of the desk file. */
const withoutTyped = (text: string): string => text.replace(/"[^"]*"|\b\w+(?: > \w+)+/g, '');
const saysAnyhow = (text: string): boolean => SAID_ANYHOW.test(withoutTyped(text));

test('16.1: one word for one thing, on cards, in commands and in Teams menus', () => {
  expect(glossary.length).toBeGreaterThan(30);
  expect(glossary.length).toBeLessThanOrEqual(40);
  expect(glossary.filter(({ term, meaning }) => !term || !meaning)).toEqual([]);
  const said = [
    ...sentencesOf(en).filter(({ path }) => !path.startsWith('examples.')),
    ...leaves(JSON.parse(read('appPackage/manifest.json'))).map(({ path, value }) => ({ path: `manifest${path}`, text: String(value) })),
  ];
  expect(said.length).toBeGreaterThan(1_000);
  expect(said.filter(({ text }) => saysAnyhow(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  expect(['Submit', 'The promise is broken', 'the roster'].filter(saysAnyhow)).toHaveLength(3);
});

/** With which a button begins. */
const VERBS =
  /^(?:Use|Accept|Acknowledge|Add|Answer|Ask|Call|Cancel|Chat|Choose|Confirm|Continue|Correct|Cover|Decline|Edit|End|Fill|Find|Follow|Give|Hand|Help|Join|Keep|Leave|Make|Mark|Merge|Offer|Open|Post|Publish|Reclassify|Reopen|Reply|Report|Resolve|Run|Save|Say|Send|Set|Show|Start|Stop|Take|Transfer|Try|Undo|Withdraw|Write)\b/;
/** An answer to a question, and the two ways that people know from everywhere. */
const ANSWERS = /^(?:Yes|No),|^(?:Back|More)$/;
/** One of several answers, whose question stands above them: kinds of outage and customers by the desk file, a first look, minutes, how it is. */
const CHOICES: ReadonlySet<unknown> = new Set([
  ...['report-choose', 'report-for-form', 'outage-plan', 'reporter-reply'],
  ...['pulse', 'reporter-works'],
]);

test('16.1: a button begins with a verb', () => {
  const buttons = sampleCardsIn(en, CALM).flatMap(({ name, card }) =>
    ofType(card, 'Action.Execute', 'Action.Submit', 'Action.OpenUrl', 'Action.ToggleVisibility').map(({ title, verb, data }) => ({
      name,
      title: String(title ?? ''),
      verb: verb ?? (isNode(data) ? data.verb : undefined),
    })),
  );
  expect(buttons.length).toBeGreaterThan(1_000);
  const odd = buttons.filter(({ title, verb }) => title && !VERBS.test(title) && !ANSWERS.test(title) && !CHOICES.has(verb));
  expect(short([...new Set(odd.map(({ name, title }) => `${title} (${name})`))])).toEqual([]);
});

const MOST_GRADE = 7;
/** By its name, a card that engineers or administrators read. Reporters, members, those who are affected and followers read all others, lists and timelines too. */
const FOR_THE_DESK =
  /^(?:desk|digest|maintenance form|alarm|check|setup|the records|news to (?:desk|queue|person|team)|more of|affected|gathered|made one|update|resolve form|on call|take on-call|cover|end|on-call|a merge that|a question)|Form of a /;

const customersCards = () => sampleCardsIn(pseudo, CALM).filter(({ name }) => !FOR_THE_DESK.test(name));

test('16.1: a heading says what is new in six words beside numbers and names', () => {
  const headings = customersCards().flatMap(({ name, card }) => headingsOn(card).map((heading) => ({ name, ...heading })));
  expect(headings.length).toBeGreaterThan(1_000);
  // A short answer is one sentence, with no heading above it.
  const long = headings.filter(({ text, words }) => words > 6 && !/[.]$/.test(text));
  expect([...new Map(long.map(({ text, name }) => [text, name]))].map(([text, name]) => `${text} (${name})`)).toEqual([]);
});

test('16.1: customers read their cards with seven years of school', () => {
  const graded = customersCards()
    .map(({ name, card }) => ({ name, sentences: sentencesOn(card) }))
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ name, sentences }) => ({ name, sentences, grade: gradeOf(sentences) }));
  expect(graded.length).toBeGreaterThan(1_000);
  const hard = graded.filter(({ grade }) => grade > MOST_GRADE);
  expect(hard.map(({ name, sentences, grade }) => `${grade.toFixed(1)} ${name}: ${sentences.join(' ')}`)).toEqual([]);
});

test('16.1: customers and followers never read "ping", which is a word of engineers', () => {
  const pings = customersCards().flatMap(({ name, card }) =>
    sentencesOn(card)
      .filter((text) => /\bping/i.test(text))
      .map((text) => `${name}: ${text}`),
  );
  expect(short(pings)).toEqual([]);
});

test('16.1: a hard text is found, and what fills its blanks makes it no harder', () => {
  expect(gradeOf(['Acknowledgement of your communication necessitates organizational prioritization.'])).toBeGreaterThan(MOST_GRADE);
  const { news } = pseudo;
  const [one, other] = ['Ann', 'Maximiliana Konstantinopoulou-Papadopoulos'].map((name) =>
    gradeOf(sentencesOn({ type: 'TextBlock', text: news.forReporter(name) })),
  );
  expect(one).toBe(other);
});
