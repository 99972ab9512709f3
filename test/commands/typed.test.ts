/** What is typed in another language than English is the command that the English words are, and an ordinary sentence is none. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise, type Services, type Turn } from '../../src/commands/command.ts';
import { COMMANDS, commandOf, PRESSES } from '../../src/commands/commands.ts';
import { createTyped, typedIn } from '../../src/commands/typed.ts';
import { TYPED_NAMES, type Typed } from '../../src/words/en/look/typed.ts';
import { COLLISIONS, TYPED } from '../../src/words/typed.ts';
import { WORDS } from '../../src/words/words.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { read } from '../support/read-command.ts';
import { sentencesOf } from '../support/words/sentences.ts';
import { TYPED_SAMPLES } from '../support/words/typed.ts';

const LANGUAGES = Object.entries(TYPED);
const runs = 300;

/** As `read`; for what the bot asks about, the command with a mark. */
function understood(text: string, language = 'en'): readonly [command: string, argument: string] | null {
  const found = commandOf(normalise(text), { language });
  if (found && COMMANDS.every(({ run }) => run !== found.command.run)) return [`${found.command.name}?`, ''];
  return found && [found.command.name, found.argument];
}

test('every language has samples', () => {
  for (const [language] of LANGUAGES) expect(TYPED_SAMPLES[language]?.sentences.length, language).toBeGreaterThanOrEqual(20);
});

describe.each(LANGUAGES)('in %s', (language, typed) => {
  const samples = TYPED_SAMPLES[language];

  test.each(samples?.same ?? [])('%j is %j', (text, english) => {
    expect(read(english)).not.toBeNull();
    expect(understood(text)).toEqual(read(english));
    expect(understood(text, language)).toEqual(read(english));
  });

  test.each(samples?.doubtful ?? [])('%j is asked about: %s', (text, command) => {
    expect(understood(text, language)).toEqual([`${command}?`, '']);
  });

  test.each(samples?.sentences ?? [])('%j is nothing that the bot does', (text) => {
    expect(understood(text, language)).toBeNull();
  });

  const phrases = TYPED_NAMES.flatMap((name) => typed[name].map((phrase) => [phrase, name] as const));
  test.each(phrases)('the phrase %j is %j', (phrase, name) => {
    expect(understood(phrase)).toEqual(read(name));
    expect(understood(`${phrase} OUT-7`)?.[0]).toBe(read(`${name} OUT-7`)?.[0]);
  });

  test('a phrase is understood in any case, width and kind of space, with and without accents and marks', () => {
    const mangled = fc.record({
      phrase: fc.constantFrom(...phrases),
      upper: fc.boolean(),
      form: fc.constantFrom<readonly ('NFC' | 'NFD' | 'NFKC' | 'NFKD')[]>(['NFC'], ['NFD'], ['NFKC'], ['NFKD']),
      accents: fc.boolean(),
      wide: fc.boolean(),
      space: fc.constantFrom(' ', '  ', '\u00A0', '\u3000', '\t', ' \u200B'),
      apostrophe: fc.constantFrom("'", '\u2019', '`'),
      before: fc.constantFrom('', ' ', '/', '\u200B', '\uFF0F', 'Hello, '),
      after: fc.constantFrom('', '.', '!', '\u3002', '\uFF01', ' ', '!!', ' .'),
    });
    fc.assert(
      fc.property(mangled, ({ phrase: [phrase, name], upper, form, accents, wide, space, apostrophe, before, after }) => {
        const cased = upper ? phrase.toUpperCase() : phrase;
        const bare = accents
          ? cased
          : cased
              .normalize('NFD')
              .replace(/[\u0300-\u036F]/g, '')
              .normalize('NFC');
        const full = wide ? bare.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)) : bare;
        const text = full
          .normalize(wide ? 'NFC' : form[0])
          .replaceAll(' ', space)
          .replaceAll("'", apostrophe);
        expect(understood(`${before}${text}${after}`)?.[0], text).toBe(read(name)?.[0]);
      }),
      { numRuns: runs },
    );
  });

  test('a phrase within a longer word, or within a sentence, is none', () => {
    const letter = language === 'ja' ? fc.constantFrom('が', 'プ', 'し', '部', 'ー') : fc.constantFrom('s', 'n', 'ö', 'é', '-', '_');
    fc.assert(
      fc.property(fc.constantFrom(...phrases), letter, fc.constantFrom('zq', '部門', 'Das ist '), ([phrase], more, before) => {
        for (const text of [`${phrase}${more}zq`, `${before}${phrase}`]) {
          const found = typedIn(text, language);
          // A shorter phrase may stand in front: "status" before "status anzeigenzq".
          expect(found.every(({ body, sure }) => !sure || body.includes('zq') || body.includes(more))).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  test('what acts on an outage runs on its words alone, or with a number or a colon behind them', () => {
    const acts = ['ack', 'resolve', 'reopen', 'release', 'transfer'] as const;
    const word = fc.constantFrom('das', 'wir', 'un', 'la', 'pas', 'no', 'まだ', '明日', 'mañana', 'nicht', 'später', 'ikke', 'OUT', 'x7');
    fc.assert(
      fc.property(
        fc.constantFrom(...acts.flatMap((name) => typed[name])),
        fc.array(word, { minLength: 1, maxLength: 6 }),
        (phrase, more) => {
          const found = typedIn(`${phrase} ${more.join(' ')}`, language);
          // A longer phrase of the language may end there.
          expect(found.filter(({ name, sure }) => sure && acts.some((one) => one === name))).toEqual([]);
        },
      ),
      { numRuns: runs },
    );
  });
});

test('an endless text is read at once', () => {
  for (const text of [
    'übernehmen '.repeat(10_000),
    'é'.repeat(100_000),
    'ﷺ'.repeat(50_000),
    `OUT-7${' を'.repeat(50_000)}`,
    'e\u0301'.repeat(50_000),
  ])
    expect(() => understood(text)).not.toThrow();
});

test('the help shows what somebody types in their own language beside the English name', async () => {
  const parts = { desk: smallDesk() } as Services;
  const place = { kind: 'personal', tenantId: parts.desk.file.desk.tenant };
  const engineer = { ...parts, actor: { id: 'x', name: 'X', roles: ['engineer'] }, place, timeZone: '' };
  for (const [language, words] of Object.entries(WORDS)) {
    const turn = { ...engineer, words } as unknown as Turn;
    const card = JSON.stringify(await PRESSES['help-more'].run({}, turn));
    const typed = language === 'en' ? undefined : TYPED[language as keyof typeof TYPED];
    for (const [name, key] of [
      ['ack', 'ack'],
      ['hand over', 'hand over to'],
      ['reopen', 'reopen'],
      ['/outage list', 'outages list'],
    ] as const) {
      expect(card).toContain(typed ? `${name} / ${typed[key][0]}  \u2013` : `${name}  \u2013`);
    }
  }
});

describe.each(Object.entries(WORDS))('what people read in %s that they may type', (language, words) => {
  test.each(Object.keys(words.examples) as (keyof typeof words.examples)[])('the example for %s is that command', (name) => {
    const say = words.examples[name];
    const command = { updateWithNumber: 'update', handOver: 'hand over' };
    expect(understood(typeof say === 'string' ? say : say('Network'), language)?.[0]).toBe(
      new Map(Object.entries(command)).get(name) ?? name,
    );
  });

  test('22: a command in quotation marks, or behind a slash, is the one that English texts name there', () => {
    const english = new Map(sentencesOf(WORDS.en).map(({ path, text }) => [path, commandsIn(text, 'en')]));
    const untrue = sentencesOf(words).flatMap(({ path, text }) => {
      const told = commandsIn(text, language);
      const lacks = (english.get(path) ?? []).filter((command) => !told.includes(command));
      return lacks.map((command) => `${path}: ${command} in ${text}`);
    });
    expect([...english.values()].flat().length).toBeGreaterThan(40);
    expect(untrue).toEqual([]);
  });
});

/** The commands that a text tells: in quotation marks, or behind a slash. */
const commandsIn = (text: string, language: string): readonly string[] =>
  [
    ...text.matchAll(
      /["\u00AB\u201E\u201C\u201D\u300C]\s?([^"\u00BB\u201C\u201D\u300D]+?)\s?["\u00BB\u201C\u201D\u300D]|(\/outage(?: [a-z]+)?(?: OUT-\d+)?)/g,
    ),
  ].flatMap(([, quoted, slashed]) => understood(quoted ?? slashed ?? '', language)?.[0] ?? []);

describe('where two languages differ', () => {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/g, '')
      .normalize('NFC');

  test('the list of collisions holds each phrase that means two commands', () => {
    const means = new Map<string, Record<string, string>>();
    for (const [language, typed] of LANGUAGES)
      for (const name of TYPED_NAMES)
        for (const phrase of typed[name]) means.set(plain(phrase), { ...means.get(plain(phrase)), [language]: name });
    for (const phrase of means.keys()) {
      // English is understood everywhere, so a phrase that is another command in English is one too.
      const english = read(phrase);
      const name = english && TYPED_NAMES.find((one) => read(one)?.[0] === english[0]);
      if (name) means.set(phrase, { ...means.get(phrase), en: name });
    }
    const found = [...means].filter(([, of]) => new Set(Object.values(of)).size > 1).map(([phrase, of]) => ({ phrase, means: of }));
    expect(found).toEqual(COLLISIONS);
  });

  const none = Object.fromEntries(TYPED_NAMES.map((name) => [name, []])) as unknown as Typed;
  const collide = createTyped({ de: { ...none, note: ['avis'] }, fr: { ...none, update: ['avis'] } });

  test('the language of the person decides', () => {
    expect(collide('Avis: texte', 'fr')).toEqual([{ name: 'update', body: 'texte', sure: true }]);
    expect(collide('Avis: Text', 'de')).toEqual([{ name: 'note', body: 'Text', sure: true }]);
  });

  test('where it does not, both are asked about', () => {
    expect(collide('Avis: text', 'ja').map(({ name, sure }) => [name, sure])).toEqual([
      ['note', false],
      ['update', false],
    ]);
  });
});
