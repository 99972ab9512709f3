/** The words of every language: whole, calm, and sentences where they are sentences. */
import { describe, expect, test } from 'vitest';
import type { Denial } from '../../src/words/denial.ts';
import { duration } from '../../src/words/en/duration.ts';
import { en } from '../../src/words/en/index.ts';
import { LANGUAGES, type Words, wordsFor } from '../../src/words/words.ts';

type Said = { readonly path: string; readonly text: string };

/** Every sentence of a language, its blanks filled in with names and numbers. */
function everythingIn(words: unknown, path = ''): Said[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (typeof words === 'function') return everythingIn(words(...blanks(path)), path);
  // A sentence that refuses carries its reason.
  if (isNo(words)) return [{ path, text: words.text }];
  return Object.entries(words as object).flatMap(([key, value]) => everythingIn(value, path ? `${path}.${key}` : key));
}

const isNo = (words: unknown): words is Denial => typeof words === 'object' && words !== null && 'refused' in words && 'text' in words;

function blanks(path: string): readonly unknown[] {
  if (path === 'phones' || path === 'access.callNow') return [[{ region: 'Europe', number: '+45 70 10 20 30' }]];
  if (path === 'refused.needsText') return [en.examples.update];
  const numbers = ['duration', 'report.progress', 'updateForm.minutes', 'engineer.quick.minutes', 'refused.textTooLong', 'check.heading'];
  return numbers.includes(path) ? [180_000, 4] : ['Ann', 'Ben', 'Cid', 'Dan'];
}

const shapeOf = (words: Words) => everythingIn(words).map(({ path }) => path);

describe.each(Object.entries(LANGUAGES))('the words in %s', (language, words) => {
  const all = everythingIn(words);

  test('have the shape of the English ones, and say which language they are', () => {
    expect(shapeOf(words)).toEqual(shapeOf(en));
    expect(words.language).toBe(language);
  });

  test.each(all)('$path says something: $text', ({ text }) => {
    expect(text).toBe(text.trim());
    expect(text).not.toBe('');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{|function/);
  });

  test('shout nowhere, and apologise with no "please note", "oops" or emoji', () => {
    const loud = all.filter(({ text }) => /[!\u{1F300}-\u{1FAFF}]|\boops\b|\bplease note\b|\bsimply\b/iu.test(text));
    expect(loud).toEqual([]);
  });

  test('have no space twice, and no straight dash for a pause', () => {
    expect(all.filter(({ text }) => / {2}| - /.test(text))).toEqual([]);
  });

  test('end a sentence with a full stop where a text has more than one', () => {
    expect(all.filter(({ text }) => /[.?] [A-Z"]/.test(text) && !/[.?:)]$/.test(text)).map(({ path }) => path)).toEqual([
      // These end with what fills their blank: a contact, a phase, a name.
      'life.news.nothingNew',
      'reporter.timeline.event.update-missed',
      'drill.failed',
      'facts.orElse',
      'state.acknowledged',
      'news.updated',
    ]);
  });

  const SENTENCES =
    /^(refused|examples|report\.errors|receipt\.(?!heading)|news\.(repeated|acknowledgedLate|nextUpdate|resolvedAfter|stillDown|breachedText|breachedCall|placeLostText)|exit\.(noOutage|missing\..*|inDoubt)|life\.next\.(?!ownerAndAbove).*|ping\.(left|over|ended|why|updateMissedWhy|openThread)|publicReport\.(text|cancelled)|resume\.text)$/;
  test.each(all.filter(({ path }) => SENTENCES.test(path) || path.startsWith('refused.')))('$path is a sentence', ({ text }) => {
    expect(text).toMatch(/[.?]$/);
  });

  test('keep the labels of buttons short enough for a phone', () => {
    const { next, back, done, cancel } = words.report;
    const titles = [
      next,
      back,
      done,
      cancel,
      words.desk.acknowledge,
      words.desk.update,
      words.desk.resolve,
      words.updateForm.send,
      ...Object.values(words.reporter.buttons),
    ];
    for (const title of [
      ...titles,
      words.resolveForm.send,
      words.help.report,
      words.resume.goOn,
      words.resume.startOver,
      words.exit.request,
    ]) {
      expect(title.length, title).toBeLessThanOrEqual(24);
    }
  });
});

describe('a refusal', () => {
  /** A question back, something that is so already, and a fault of ours: nobody is refused anything. */
  const NO_REFUSALS = ['alreadyYours', 'needsText', 'textTooLong', 'failed'];

  const leaves = (words: unknown, path: string): [path: string, said: unknown][] => {
    if (typeof words === 'function') return [[path, words(...blanks(`refused.${path}`))]];
    if (typeof words !== 'object' || words === null || isNo(words)) return [[path, words]];
    return Object.entries(words).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key));
  };

  test.each(Object.entries(LANGUAGES))('carries its reason, in %s', (_language, { refused }) => {
    const without = leaves(refused, '').filter(([, said]) => !isNo(said));
    expect(without.map(([path]) => path)).toEqual(NO_REFUSALS);
  });
});

describe('which language somebody reads', () => {
  test.each([['en'], ['en-US'], ['EN-gb'], ['xx-YY'], [''], [undefined], ['constructor'], ['__proto__'], ['toString-x']])(
    '%s is answered in English',
    (tag) => {
      expect(wordsFor(tag)).toBe(en);
    },
  );
});

describe('a length of time', () => {
  test.each([
    [0, '0 seconds'],
    [499, '0 seconds'],
    [1_000, '1 second'],
    [59_400, '59 seconds'],
    [59_600, '1 minute'],
    [60_000, '1 minute'],
    [119_000, '1 minute'],
    [15 * 60_000 - 100, '15 minutes'],
    [59 * 60_000, '59 minutes'],
    [60 * 60_000, '1 hour'],
    [61 * 60_000, '1 hour 1 minute'],
    [150 * 60_000, '2 hours 30 minutes'],
    [26 * 3_600_000, '26 hours'],
  ])('%i ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
