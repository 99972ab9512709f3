/** No text promises a phone call that no machine makes: what is done is a ping in Teams, or a call that a person makes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/words/en/index.ts';
import { leaves } from '../support/cards/walk.ts';
import { sentencesOf } from '../support/words/sentences.ts';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Who of us would call, now or later, and who would be called. A past call, a question, and what the reader can or must do promise nothing. */
const PROMISE =
  /\b(?:we|i|it|somebody|someone|outage desk|the (?:bot|desk|engine))(?:'ll| will| shall)? (?:calls?|phones?|rings?|wakes?)\b(?! taken)|(?<!\b(?:to|must|can|cannot) )\b(?:is|are|be|gets?) (?:called|phoned|rung|woken)\b/i;

/** Who keeps the promise. A text that says a phone rings because of a pager belongs here as well. */
const KEPT: Readonly<Record<string, string>> = {
  'nobody is called': 'says what does not happen',
  'that is called while all is well': 'an address, not a person',
  'it is called after each good check': 'an address, not a person',
  'it rings by the rules of that system': 'a pager',
  'which people see when it rings': 'a pager',
};

const isKept = (text: string): boolean => Object.keys(KEPT).some((part) => text.toLowerCase().includes(part));
const promises = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => PROMISE.test(text) && !text.endsWith('?') && !isKept(text));

/** Sentences of a page, with its lines joined. Old versions in the changelog said what they said. */
const pages = [
  'README.md',
  'env/README.md',
  'appPackage/README.md',
  ...readdirSync(path.join(root, 'appPackage/guides')).map((file) => `appPackage/guides/${file}`),
];
const sentencesIn = (file: string): readonly string[] =>
  read(file)
    .replace(/\n(?=[^\n#|*\-\d])/g, ' ')
    .split(/(?<=[.:!?])\s|\n|\|/)
    .map((sentence) => sentence.trim());

test('16.1: no card, page or description of a key says that somebody is called, unless somebody does', () => {
  const words = sentencesOf(en).map(({ text }) => text);
  const keys = leaves(JSON.parse(read('env/desk.schema.json'))).flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const manifest = leaves(JSON.parse(read('appPackage/manifest.json'))).map(({ value }) => String(value));
  expect(words.length).toBeGreaterThan(1_000);
  expect(pages.length).toBeGreaterThan(6);
  const all = [...words, ...keys, ...manifest, ...pages.flatMap(sentencesIn)];
  expect(promises(all)).toEqual([]);
  const found = all.filter((text) => PROMISE.test(text)).map((text) => text.toLowerCase());
  expect(Object.keys(KEPT).filter((part) => !found.some((text) => text.includes(part)))).toEqual([]);
});

test('a promise is found, and what is none is not', () => {
  const found = [
    'We call the engineer.',
    'You will be called.',
    'Who is called first',
    "We'll call you",
    'The bot wakes people',
    'Somebody calls them.',
    'it calls people',
  ];
  expect(promises(found)).toEqual(found);
  const none = [
    'Please call us.',
    'You called, and Ada wrote it.',
    'Call taken by Ada',
    'Who is on call',
    'Who should we call?',
    'Call me',
  ];
  expect(promises([...none, 'They can call you back.', 'The number cannot be called', 'Somebody has to be called'])).toEqual([]);
});
