/** How each language puts texts together, and that no card puts them together as English does. */
import { describe, expect, test } from 'vitest';
import { readersClock, spelledOut } from '../../src/cards/text.ts';
import type { Language } from '../../src/outage/follow/language.ts';
import { WORDS, type Words } from '../../src/words/words.ts';
import { DRAWN_LANGUAGES, sampleCardsIn } from '../support/cards/cards.ts';
import { leaves, short } from '../support/cards/walk.ts';
import { CALM } from '../support/outage/stories.ts';
import { blanksOf, filledOf } from '../support/words/sentences.ts';

const HOUR_MS = 3_600_000;
const AT = Date.UTC(2026, 10, 22, 10, 45);

/** What a language writes: a quotation, a label, sentences, a list, alternatives, a time, a length of time and a number. */
const WRITTEN: Readonly<Record<Language, readonly string[]>> = {
  en: ['“a "b"”', 'A: b', 'A. B? C', 'a, b, c', 'a or b or c', '11:45 (Berlin time)', '10:45 (UTC)', '1 hour 20 minutes', '1.4'],
  de: ['„a "b"“', 'A: b', 'A. B? C', 'a, b, c', 'a oder b oder c', '11:45 (Ortszeit Berlin)', '10:45 (UTC)', '1 Stunde 20 Minuten', '1,4'],
  fr: [
    '«\u00A0a "b"\u00A0»',
    'A\u00A0: b',
    'A. B? C',
    'a, b, c',
    'a ou b ou c',
    '11:45 (heure de Berlin)',
    '10:45 (UTC)',
    '1\u00A0heure 20 minutes',
    '1,4',
  ],
  es: ['«a "b"»', 'A: b', 'A. B? C', 'a, b, c', 'a o b o c', '11:45 (hora de Berlin)', '10:45 (UTC)', '1 hora 20 minutos', '1,4'],
  ja: ['「a "b"」', 'A: b', 'A。B? C', 'a、b、c', 'a または b または c', 'Berlin 時間 11:45', '10:45 UTC', '1 時間 20 分', '1.4'],
  da: [
    '”a "b"”',
    'A: b',
    'A. B? C',
    'a, b, c',
    'a eller b eller c',
    '11.45 (lokal tid i Berlin)',
    '10.45 (UTC)',
    '1 time 20 minutter',
    '1,4',
  ],
};

test.each(Object.entries(WRITTEN))('%s puts texts together in its own way', (language, written) => {
  const { formats } = WORDS[language as Language];
  expect([
    formats.quote('a “b”'),
    formats.pair('A', 'b'),
    formats.sentences(['A', '', 'B?', 'C']),
    formats.list(['a', 'b', 'c']),
    formats.or(['a', 'b', 'c']),
    formats.clock(AT, 'Europe/Berlin', AT),
    formats.clock(AT, 'UTC', AT),
    formats.duration(80 * 60_000),
    formats.decimal(1.44),
  ]).toEqual(written);
});

describe.each(Object.entries(WORDS))('in %s', (_language, words) => {
  const { formats } = words;

  test('nothing typed ends its quotation', () => {
    const [open = '', close = ''] = [formats.quote('')[0], formats.quote('').at(-1)];
    const inner = formats.quote(`a${open}b${close}c`).slice(1, -1);
    expect([open, close].filter((mark) => inner.includes(mark))).toEqual([]);
  });

  test.each(['a.', 'a?', 'a!', 'a。', 'a？', 'a…', '(a.)', formats.quote('a.')])(
    'a sentence that ends, as %s, gets no second full stop',
    (text) => {
      expect(formats.sentence(text)).toBe(text);
      expect(formats.sentences([text, 'b'])).toBe(formats.joined([text, 'b']));
    },
  );

  test('a date with a time that the client writes is spelled out in one', () => {
    const text = readersClock(AT + 30 * HOUR_MS, AT, words);
    expect(spelledOut(text, words)).toBe(`${formats.dateTime(AT + 30 * HOUR_MS, 'UTC')} UTC`);
    expect(text).toContain(`}}${formats.dateTimeGap}{{`);
  });
});

describe('in Japanese, a blank', () => {
  const { desk, news, formats } = WORDS.ja;

  test('that holds Japanese stands without spaces', () => {
    expect(news.places.person('田中')).toBe('田中さんとの個人チャット');
    expect(desk.onCall('<at>田中 太郎</at>')).toBe('<at>田中 太郎</at>さん: 当番として呼び出しています。');
    expect(desk.onCall(formats.list(['<at>Mia</at>', '<at>田中 太郎</at>']))).toContain('<at>Mia</at>、<at>田中 太郎</at>さん');
  });

  test('that holds Latin letters, or ends with them, keeps its spaces', () => {
    expect(news.places.person('Mia Winter')).toBe('Mia Winter さんとの個人チャット');
    expect(news.places.person('田中 (Contoso)')).toBe('田中 (Contoso) さんとの個人チャット');
    expect(news.places.team('ネットワーク')).toBe('チーム ネットワーク');
  });

  test('has no space between it and other Japanese, in any text', () => {
    const name = '田中 太郎';
    const texts = filledOf(WORDS.ja).flatMap(({ path, say }) => {
      const text = say(...blanksOf(path).map((blank) => (/^(?:Ann|Ben|Cid|Dan)$/.test(String(blank)) ? name : blank)));
      return text?.includes(name) ? [{ path, text: text.replaceAll(name, '田中') }] : [];
    });
    expect(texts.length).toBeGreaterThan(300);
    const letter = '(?=\\p{L})[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}]';
    const apart = new RegExp(`${letter} 田中|田中 ${letter}`, 'u');
    expect(texts.filter(({ text }) => apart.test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
  });
});

test.each([
  ['10.45 (lokal tid i Berlin)', 'Næste opdatering senest kl. 10.45 (lokal tid i Berlin).'],
  ['{{TIME(2026-11-22T10:45:00Z)}}', 'Næste opdatering senest kl. {{TIME(2026-11-22T10:45:00Z)}}.'],
  [WORDS.da.formats.dateTime(AT, 'UTC'), 'Næste opdatering senest 22. nov. kl. 10.45.'],
  ['{{DATE(2026-11-22T10:45:00Z,SHORT)}}', 'Næste opdatering senest {{DATE(2026-11-22T10:45:00Z,SHORT)}}.'],
  ['2026-11-22 10:45', 'Næste opdatering senest 2026-11-22 10:45.'],
])('Danish puts "kl." before a time of day, and before no date: %s', (when, text) => {
  expect(WORDS.da.news.nextUpdate(when)).toBe(text);
});

/** The texts of all cards in a language. Inputs hold what somebody typed, and a check names keys of the desk file. */
const textsOn = (words: Words) =>
  sampleCardsIn(words, CALM).flatMap(({ name, card }) =>
    name.startsWith('check')
      ? []
      : leaves(card).flatMap(({ path, value }) =>
          typeof value === 'string' && /\.(?:text|title|fallbackText)$/.test(path) ? [{ name, text: value }] : [],
        ),
  );

/** What shows that code put texts together as English does. */
const ENGLISH: { readonly [language in Language]?: RegExp } = {
  // The English marks where a quotation begins; „ and “ are the German ones.
  de: /(?:^|[\s(])\u201C/,
  // Behind "À exclure" stands what the desk file says, in English, and behind "Teams" what Teams answered.
  fr: /(?:^|[\s(])[\u201C\u201D]|(?:(?<!À exclure.*|Teams)(?<=[\p{L})])): /u,
  ja: /[\u201C\u201D]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]\. |。 |。\.|\d分\d/u,
  // ” stands at both ends.
  da: /[\u201C\u201E]/,
};

const OF_DRAWN = DRAWN_LANGUAGES.flatMap((language) => (ENGLISH[language] ? [[language, ENGLISH[language]] as const] : []));
test.each(OF_DRAWN)('a card in %s shows no English way to put texts together', { tags: 'sampled' }, (language, pattern) => {
  const texts = textsOn(WORDS[language]);
  expect(texts.length).toBeGreaterThan(1_000);
  expect(short(texts.filter(({ text }) => pattern.test(text)).map(({ name, text }) => `${name}: ${text}`))).toEqual([]);
});
