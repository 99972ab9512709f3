/** The words of every language: complete, calm, and whole sentences where they stand alone. */

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/outage/follow/language.ts';
import type { Denial } from '../../src/words/denial.ts';
import { en } from '../../src/words/en/index.ts';
import { languageAmong, WORDS, type Words, wordsFor } from '../../src/words/words.ts';
import { DRAWN_LANGUAGES, sampleCardsIn } from '../support/cards/cards.ts';
import { withoutTyped } from '../support/cards/typed-texts.ts';
import { short, shownOn } from '../support/cards/walk.ts';
import { CALM } from '../support/outage/stories.ts';
import { ENGLISH_WORDS, ownWords, SAME_AS_ENGLISH } from '../support/words/english.ts';
import { another, blanksOf, filledOf, isDenial, type Sentence, sentencesOf, waysToFill } from '../support/words/sentences.ts';

/** The paths and the texts of the sentences that are wrong, so that a failure names each of them. */
const wrong = (sentences: readonly Sentence[], isRight: (text: string) => boolean): string[] =>
  sentences.filter(({ text }) => !isRight(text)).map(({ path, text }) => `${path}: ${text}`);

const pathsOf = (words: Words) => sentencesOf(words).map(({ path }) => path);

/** The same shape with any other text in it. A reason for a refusal stays. */
type Translated<T> = T extends Denial | Language
  ? T
  : T extends string
    ? string
    : T extends (...blanks: infer Blanks) => infer Text
      ? (...blanks: Blanks) => Translated<Text>
      : { [Key in keyof T]: Translated<T[Key]> };

test('the shape of the words takes other texts than the English ones', () => {
  const translated: Translated<Words> = en;
  // This does not compile where a sentence has its English text for a type.
  const words: Words = translated;
  expect(words).toBe(en);
  // A language that is not complete yet says the rest in another one.
  const stub: Words = { ...en, language: 'de', report: { ...en.report, next: 'Weiter' } };
  expect(pathsOf(stub)).toEqual(pathsOf(en));
});

describe.each(Object.entries(WORDS))('the words in %s', (language, words) => {
  const all = sentencesOf(words);

  test('have the shape of the English ones, and say which language they are', () => {
    expect(pathsOf(words)).toEqual(pathsOf(en));
    expect(Object.keys(words.formats)).toEqual(Object.keys(en.formats));
    expect(words.language).toBe(language);
  });

  test('say something, and nothing beside it', () => {
    expect(all.length).toBeGreaterThan(1_000);
    expect(wrong(all, (text) => text === text.trim())).toEqual([]);
    expect(wrong(all, (text) => text !== '')).toEqual([]);
    expect(wrong(all, (text) => !/undefined|\bnull\b|NaN|\[object|\$\{|function/.test(text))).toEqual([]);
  });

  test('shout nowhere, and apologise with no "please note", "oops" or emoji', () => {
    const loud = all.filter(({ text }) => /[!\u{1F300}-\u{1FAFF}]|\boops\b|\bplease note\b|\bsimply\b/iu.test(text));
    expect(loud).toEqual([]);
  });

  test('have no space twice, and no straight dash for a pause', () => {
    expect(all.filter(({ text }) => / {2}| - /.test(text))).toEqual([]);
  });

  test('end a sentence with a full stop where a text has more than one', () => {
    // These may end with what fills their blank: a contact, a phase, a name.
    const filled = [
      'progress.news.nothingNew',
      'watch.drill.failed',
      'look.timeline.event.update-missed',
      'facts.orElse',
      'progress.publish.noText',
      'state.acknowledged',
      'news.updated',
      'maintenance.runs',
      'maintenance.ran',
    ];
    expect(all.map(({ path }) => path)).toEqual(expect.arrayContaining(filled));
    // "5. Jan." is a date, and so is "1. 2.".
    const hasTwo = (text: string) => /(?<!\d)[.?] [\p{Lu}"]/u.test(text);
    expect(all.filter(({ text, path }) => hasTwo(text) && !/[.?:)。]$|: (?:Ann|Ben|Cid)$/.test(text) && !filled.includes(path))).toEqual(
      [],
    );
  });

  const SENTENCES =
    /^(refusals|examples|report\.errors|report\.receipt\.(?!heading)|news\.(repeated|acknowledgedLate|nextUpdate|resolvedAfter|stillDown|breachedText|breachedCall|placeLostText)|report\.exit\.(noOutage|missing\..*|inDoubt)|progress\.next\.(?!ownerAndAbove).*|ping\.(left|over|ended|why|updateMissedWhy|openThread)|report\.public\.(text|cancelled)|report\.resume\.text)$/;
  test('are sentences where they stand alone', () => {
    const alone = all.filter(({ path }) => SENTENCES.test(path) || path.startsWith('refusals.'));
    expect(alone.length).toBeGreaterThan(50);
    expect(wrong(alone, (text) => /[.?。？]$/.test(text))).toEqual([]);
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
      words.progress.updateForm.send,
      ...Object.values(words.ending.reporter.buttons),
    ];
    for (const title of [
      ...titles,
      words.ending.resolveForm.send,
      words.look.help.report,
      words.report.resume.goOn,
      words.report.resume.startOver,
      words.report.access.request,
    ]) {
      expect(title.length, title).toBeLessThanOrEqual(24);
    }
  });
});

/** What fills the blanks of the samples. */
const FILLED = new RegExp(`\\b(?:Ann|Ben|Cid|Dan)\\b|${en.examples.update}`, 'g');

describe.each(Object.entries(WORDS).filter(([language]) => language !== 'en'))(
  '22: beside the English words, those in %s',
  (language, words) => {
    test('show each blank that the English ones show', () => {
      const english = new Map(filledOf(en).map(({ path, say }) => [path, say]));
      const lost = filledOf(words).flatMap(({ path, say }) => {
        const shown = new Set<number>();
        const shownInEnglish = new Set<number>();
        for (const blanks of waysToFill(path, [2, 3])) {
          for (const [index, blank] of blanks.entries()) {
            const other = blanks.with(index, another(blank));
            if (english.get(path)?.(...blanks) !== english.get(path)?.(...other)) shownInEnglish.add(index);
            if (say(...blanks) !== say(...other)) shown.add(index);
          }
        }
        return [...shownInEnglish.difference(shown)].map((index) => `${path}: blank ${index + 1}`);
      });
      expect(lost).toEqual([]);
    });

    test('name the programs and the settings that the English ones name', () => {
      const named = (all: readonly Sentence[]) =>
        all.map(({ path, text }) => [path, text.match(/\bnp[mx] [\w-]+ [a-z]+|\b[A-Z]+_[A-Z_]+\b/g)?.join(', ') ?? '']);
      expect(named(sentencesOf(words))).toEqual(named(sentencesOf(en)));
      expect(named(sentencesOf(en)).filter(([, names]) => names !== '').length).toBeGreaterThan(5);
    });

    test('are no English ones', () => {
      const own = (all: readonly Sentence[]) => all.map(({ path, text }) => ({ path, text: ownWords(text.replace(FILLED, '')) }));
      const same = new Map(own(sentencesOf(en)).map(({ path, text }) => [path, text]));
      const all = own(sentencesOf(words));
      const untranslated = all.filter(
        ({ path, text }) => /\p{L}/u.test(text) && text === same.get(path) && !SAME_AS_ENGLISH[language]?.includes(text),
      );
      expect(untranslated.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
      expect(wrong(all, (text) => !ENGLISH_WORDS.test(text))).toEqual([]);
    });
  },
);

test.each(DRAWN_LANGUAGES)('22: the words in %s leave no English on a card', { tags: 'sampled' }, (language) => {
  const texts = new Set(
    sampleCardsIn(WORDS[language], CALM).flatMap(({ card }) => shownOn(card).map(({ value }) => ownWords(String(value)))),
  );
  expect(texts.size).toBeGreaterThan(2_000);
  // Most have no such word, and to leave out what people typed takes long.
  const english = [...texts].filter((text) => ENGLISH_WORDS.test(text) && ENGLISH_WORDS.test(withoutTyped(text)));
  expect(short(english)).toEqual([]);
});

test('22: English that is left in another language is found', () => {
  const found = ['Send it to the support desk', 'Merci de call us when it works', 'OUT-7 was acknowledged by Mia'];
  expect(found.map(ownWords).filter((text) => !ENGLISH_WORDS.test(text))).toEqual([]);
  expect(ENGLISH_WORDS.test(ownWords('\u00C9crivez \u00AB hand over to \u00BB, ou /outage, dans Teams.'))).toBe(false);
});

describe('a refusal', () => {
  /** A question back, something that is so already, and a fault of ours: nobody is refused anything. */
  const NO_REFUSALS = ['alreadyYours', 'edited', 'guest', 'needsText', 'textTooLong', 'failed'];

  const leaves = (words: unknown, path: string): [path: string, text: unknown][] => {
    if (typeof words === 'function') return [[path, words(...blanksOf(`refusals.${path}`))]];
    if (typeof words !== 'object' || words === null || isDenial(words)) return [[path, words]];
    return Object.entries(words).flatMap(([key, value]) => leaves(value, path ? `${path}.${key}` : key));
  };

  test.each(Object.entries(WORDS))('carries its reason, in %s', (_language, { refusals }) => {
    const without = leaves(refusals, '').filter(([, text]) => !isDenial(text));
    expect(without.map(([path]) => path)).toEqual(NO_REFUSALS);
  });
});

describe('which language somebody reads', () => {
  test.each([['en'], ['en-US'], ['EN-gb'], ['zz-ZZ'], [''], [undefined], ['constructor'], ['__proto__'], ['toString-x']])(
    '%s is answered in English',
    (tag) => {
      expect(wordsFor(tag)).toBe(en);
    },
  );
});

describe('the formats of English', () => {
  const { formats } = en;

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
  ])('write %i ms as %s', (ms, text) => {
    expect(en.formats.duration(ms)).toBe(text);
  });

  test.each([
    [300, '1 second'],
    [40_000, '40 seconds'],
    [60_000, '1 minute'],
    [196_000, '3 minutes 16 seconds'],
    [3_605_000, '1 hour 5 seconds'],
    [95_521_000, '26 hours 32 minutes 1 second'],
  ])('3.6: write %i ms exactly as %s', (ms, text) => {
    expect(en.formats.exact(ms)).toBe(text);
  });

  test('write lists with a comma, and with a word before the last', () => {
    expect(formats.list(['a', 'b', 'c'])).toBe('a, b, c');
    expect(formats.and(['a', 'b', 'c'])).toBe('a, b and c');
    expect(formats.or(['a', 'b', 'c'])).toBe('a or b or c');
    for (const list of [formats.list, formats.and, formats.or]) {
      expect(list([])).toBe('');
      expect(list(['a'])).toBe('a');
    }
    expect([formats.and(['a', 'b']), formats.or(['a', 'b'])]).toEqual(['a and b', 'a or b']);
  });

  test('write the time of a reader, with the date where it is another day there', () => {
    const at = Date.UTC(2026, 8, 22, 22, 30);
    expect(formats.clock(at, 'UTC', at)).toBe('22:30 (UTC)');
    expect(formats.clock(at, 'America/New_York', at)).toBe('18:30 (New York time)');
    expect(formats.clock(at, 'Europe/Copenhagen', at - 3_600_000)).toBe('23 Sept, 00:30 (Copenhagen time)');
    expect(formats.date(at, 'UTC')).toBe('22 Sept');
  });

  test('choose the text for a count', () => {
    const forms = { one: 'one', other: 'other' };
    expect([0, 1, 2, 21].map((count) => formats.plural(count, forms))).toEqual(['other', 'one', 'other', 'other']);
  });

  test('name a language, or give the tag of an unknown one', () => {
    expect(['da', 'pt-BR', 'no tag'].map(formats.languageName)).toEqual(['Danish', 'Brazilian Portuguese', 'no tag']);
  });
});

test('every folder of a language has its name in WORDS', () => {
  const folders = readdirSync(path.join(import.meta.dirname, '../../src/words'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(WORDS).sort());
});

test.each<[string, readonly string[], string | undefined]>([
  ['pt-BR', ['en', 'pt', 'pt-BR'], 'pt-BR'],
  ['pt-BR', ['en', 'pt'], 'pt'],
  ['pt', ['en', 'pt-BR'], 'pt-BR'],
  ['pt-PT', ['en', 'pt-BR'], 'pt-BR'],
  ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
  ['zh-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
  ['zh-CN', ['zh-TW', 'zh'], 'zh'],
  ['en_gb', ['de', 'en'], 'en'],
  ['en_GB.UTF-8', ['de', 'en-US', 'en-GB'], 'en-GB'],
  ['EN-latn-GB-u-hc-h23', ['en', 'en-GB'], 'en-GB'],
  ['iw', ['en', 'he'], 'he'],
  ['constructor', ['en'], undefined],
  ['', ['en'], undefined],
  ['tlh', ['en', 'de'], undefined],
])('C24: of a client that says %j, with %j, it is %j', (tag, ids, found) => {
  expect(languageAmong(ids, tag)).toBe(found);
});
