/** A sheet for translators holds each text of a language, and comes back into the sources without losing anything. */
// @module-tag sampled
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/outage/follow/language.ts';
import { WORDS, type Words } from '../../../src/words/words.ts';
import { DRAWN_LANGUAGES, sampleCardsIn } from '../../support/cards/cards.ts';
import { goldenCards } from '../../support/cards/golden.ts';
import { leaves, short } from '../../support/cards/walk.ts';
import { CALM } from '../../support/outage/stories.ts';
import { sentencesOf } from '../../support/words/sentences.ts';
import { csvOf, readCsv, SheetError } from './csv.ts';
import { doubtsIn, withDoubts } from './doubts.ts';
import { type Row, rowsOf, versionOf } from './rows.ts';
import { markedWords, named, pictured, placesOf, withoutMarks } from './shown.ts';
import { lostDoubts, takeBack } from './take-back.ts';
import { textsOf } from './texts.ts';
import { rewritten } from './write-back.ts';

const root = path.join(import.meta.dirname, '../../..');
const GERMAN = rowsOf(root, 'de');
const codeOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const sheetOf = (language: string, rows: readonly Row[]) => Buffer.from(csvOf(language, rows, () => undefined));

/** What becomes of the German sheet when somebody edits these rows. */
const edited = (changes: { readonly [key: string]: Partial<Record<'key' | 'english' | 'text' | 'note' | 'version', string>> }) => {
  const { language, entries } = readCsv(sheetOf('de', GERMAN));
  const changed = entries.map((entry) => ({ ...entry, ...changes[entry.key] }));
  expect(Object.keys(changes).filter((key) => !entries.some((entry) => entry.key === key))).toEqual([]);
  return takeBack(root, { language, entries: changed });
};
const textOf = (key: string): string => GERMAN.find((row) => row.key === key)?.text ?? expect.fail(`there is no ${key}`);

describe.each(DRAWN_LANGUAGES)('a sheet in %s', (language) => {
  const own = textsOf(root, language);
  const rows = rowsOf(root, language, own);

  test('comes back without a change as it went, whatever a spreadsheet separates cells and lines with', () => {
    const sheet = sheetOf(language, rows);
    expect(readCsv(sheet).entries).toHaveLength(rows.length);
    expect(takeBack(root, readCsv(sheet))).toEqual({ problems: [], files: new Map(), texts: 0, notes: 0 });
    for (const delimiter of [';', '\t']) {
      const saved = stringify(parse(sheet, { bom: true }) as string[][], {
        delimiter,
        record_delimiter: 'windows',
        quoted: delimiter === ';',
        quoted_match: /\n/,
      });
      expect(readCsv(Buffer.from(saved))).toEqual(readCsv(sheet));
    }
  });

  test('writes every text back, byte for byte', () => {
    const changed = own.sources.filter((source) => rewritten(source, new Map(source.texts.map((one) => [one, one.text]))) !== source.code);
    expect(changed.map(({ file }) => file)).toEqual([]);
  });

  test('has each text once, in words, beside the English one', () => {
    expect(rows.length).toBeGreaterThan(1_300);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(rows.filter(({ text }) => text.trim() === '' || /\$\{|\{\W|undefined/.test(text))).toEqual([]);
    // A helper that the grammar of one language needs has no English, and neither has what people type.
    expect(rows.filter(({ english, key }) => english === '' && !key.includes('/')).map(({ key }) => key)).toEqual([]);
  });

  test('has no doubt about a text that is no more', () => {
    expect(lostDoubts(root, language)).toEqual([]);
  });

  test('holds each text that the golden cards show', { tags: 'full' }, async () => {
    const words = WORDS[language];
    const [plain, english, marked] = [words, WORDS.en, await marksIn(language)].map((one) =>
      sampleCardsIn(one, CALM).map(({ card }) => card),
    );
    // The catalogue is in the sheet, and no part of the words. Names that the desk file and people give are the same in English.
    const catalogue = rows.filter(({ key }) => key.startsWith('scenarios.')).map(({ text }) => text);
    const known = [...catalogue, ...fromIntl(language)].sort((one, other) => other.length - one.length);
    const all = sampleCardsIn(words, CALM);
    const missing = [...goldenCards(words)].flatMap(([name, { sample: card }]) => {
      if (name === FULL) return [];
      const [own, other, withMarks] = [plain, english, marked].map((cards) => shownOn(cards?.[all.indexOf(card)]));
      return [...(own ?? [])].flatMap(([at, text]) => {
        const is = withMarks?.get(at);
        const same = other?.get(at);
        // What people wrote may be cut at another place.
        if (text === same || is === undefined || is !== withoutMarks(is) || (text.endsWith('…') && same?.endsWith('…'))) return [];
        return /\p{L}/u.test(known.reduce((rest, one) => rest.replaceAll(one, ''), text)) ? [`${name}: ${text}`] : [];
      });
    });
    expect(short(missing)).toEqual([]);
  });

  test('holds no word by which the code chooses', async () => {
    const plain = new Map(sentencesOf(WORDS[language]).map(({ path: at, text }) => [at, text]));
    const other = sentencesOf(await marksIn(language)).filter(({ path: at, text }) => {
      const [now, before = ''] = [withoutMarks(text), plain.get(at)];
      // Where the code writes a capital in the place of the first letter, that is the mark now.
      return now !== before && now.slice(1).toLowerCase() !== before.toLowerCase();
    });
    expect(other).toEqual([]);
  });
});

/** Loaded once. */
const marksIn = (language: Language): Promise<Words> => {
  const marked = loaded.get(language) ?? markedWords(root, language, textsOf(root, language));
  loaded.set(language, marked);
  return marked;
};
const loaded = new Map<Language, Promise<Words>>();
/** It takes so much text that it is another card where each text has marks. */
const FULL = 'step/scenario-of-the-report-of-many-kinds-of-outage';

/** Where cards show text to people. */
const SHOWN: ReadonlySet<string> = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'fallbackText', 'altText']);
/** Each text of a card, by where it stands. */
function shownOn(card: unknown): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { path: at, key, value } of leaves(card)) {
    // A name in bold and what is said of it are one text.
    const place = at.replace(/\.inlines\[\d+\]\.text$/, '');
    if (SHOWN.has(key)) shown.set(place, `${shown.get(place) ?? ''}${value}`);
  }
  return shown;
}

/** Units of time, months, days, what joins a list, and languages; and ids and cities of the samples. */
function fromIntl(language: Language): readonly string[] {
  const units = ['second', 'minute', 'hour'].flatMap((unit) =>
    [1, 2].map((count) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count).replace(/[\d\s]/g, ''),
    ),
  );
  const months = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(language, { month: 'short' }).format(Date.UTC(2026, month, 1)),
  );
  const days = Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(language, { weekday: 'short' }).format(Date.UTC(2026, 0, 1 + day)),
  );
  const joins = (['conjunction', 'disjunction'] as const).flatMap((type) =>
    new Intl.ListFormat(language, { type })
      .formatToParts(['1', '2', '3'])
      .flatMap(({ type: kind, value }) => (kind === 'literal' ? [value] : [])),
  );
  const languages = ['nl', ...LANGUAGES].map((one) => new Intl.DisplayNames(language, { type: 'language' }).of(one) ?? one);
  return [...joins, ...units, ...months, ...days, ...languages, 'UTC', 'Berlin', 'OUT', 'everyone', '日', '月'].filter((one) =>
    /\p{L}/u.test(one),
  );
}

describe('what a translator changes', () => {
  test('is written where the text stands, and nowhere else', () => {
    const { problems, files, texts, notes } = edited({
      'progress.state.closed': { text: "Zu, und zwar 'ganz'" },
      'progress.next.withdrawn': { text: '{when}: {by} hat die Meldung zurückgezogen.' },
      'affected.desk.people#one': { text: '{count} Mensch ist betroffen' },
      'onCall.holeOn': { text: '\u26A0 Ab {from} niemand' },
    });
    expect({ problems, texts, notes }).toEqual({ problems: [], texts: 4, notes: 0 });
    expect([...files.keys()].sort()).toEqual(['src/words/de/affected.ts', 'src/words/de/on-call.ts', 'src/words/de/progress.ts']);
    expect(files.get('src/words/de/progress.ts')).toBe(
      codeOf('src/words/de/progress.ts')
        .replace("closed: 'Geschlossen',", `closed: "Zu, und zwar 'ganz'",`)
        .replace(
          /(?<=withdrawn: \(by: string, when: string\) => )`Meldung zurückgezogen von [^`]*`/,
          '`${when}: ${by} hat die Meldung zurückgezogen.`',
        ),
    );
    expect(files.get('src/words/de/affected.ts')).toBe(
      codeOf('src/words/de/affected.ts').replace('one: `${count} Person ist betroffen`', 'one: `${count} Mensch ist betroffen`'),
    );
    // A sign that the code writes by its number stays so.
    expect(files.get('src/words/de/on-call.ts')).toContain('`\\u26A0 Ab ${from} niemand`');
  });

  test('keeps what stands inside of a blank, and the texts there', () => {
    const key = 'progress.news.sinceBack.release';
    expect([textOf(`${key}#1`), textOf(`${key}#2`)]).toEqual(['{by}{after} nach der Rückgabe', '{by}, ']);
    const { files } = edited({ [`${key}#1`]: { text: '{after} nach Rückgabe {by}' }, [`${key}#2`]: { text: 'durch {by}, ' } });
    expect(files.get('src/words/de/progress.ts')).toContain('`${after} nach Rückgabe ${by && `durch ${by}, `}`');
  });

  test.each<[string, string, Parameters<typeof edited>[0][string], string]>([
    ['a lost blank', 'progress.next.withdrawn', { text: 'Zurückgezogen von {by}.' }, '{when} is missing.'],
    ['a blank that stands twice', 'progress.state.merged', { text: '{into} mit {into}' }, '{into} stands 2 times. It stood once.'],
    ['an invented blank', 'progress.state.merged', { text: 'Mit {into} und {name}' }, 'nothing fills in {name}. It has {into}.'],
    ['an invented blank of a plain text', 'progress.state.closed', { text: 'Zu {name}' }, 'nothing fills in {name}. It has none.'],
    ['half a brace', 'progress.state.closed', { text: 'Zu {' }, 'a brace stands alone.'],
    ['an empty text', 'progress.state.closed', { text: ' ' }, 'the text is empty.'],
    ['a space at the end', 'progress.state.closed', { text: 'Zu ' }, 'other spaces'],
    ['a key that nobody knows', 'progress.state.closed', { key: 'progress.state.shut' }, 'there is no text of this key.'],
    ['a key that stands twice', 'progress.state.closed', { key: 'progress.state.withdrawn' }, 'the key stands in a row above'],
    ['English that was changed since', 'progress.state.closed', { text: 'Zu', english: 'Shut' }, 'It is now "Closed".'],
    ['a text that was changed since', 'progress.state.closed', { text: 'Zu', version: 'v00000000' }, 'It is now "Geschlossen".'],
  ])('is refused for %s, and then nothing is changed', (_what, key, change, problem) => {
    const { problems, files } = edited({ [key]: change, 'progress.updateForm.phase': { text: 'Abschnitt' } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^row \d+ \(\S+\): /);
    expect(problems[0]).toContain(problem);
    expect(files.size).toBe(0);
  });

  test('is not asked of rows that nobody touched, when the code went on meanwhile', () => {
    const before = { text: 'Früher', note: '' };
    const { problems, files } = edited({ 'progress.state.closed': { ...before, english: 'Earlier', version: versionOf(before) } });
    expect([problems, files.size]).toEqual([[], 0]);
  });

  test('is not written a second time', () => {
    const edit = { text: textOf('progress.state.closed'), english: 'Earlier', version: 'v00000000' };
    const { problems, files } = edited({ 'progress.state.closed': edit });
    expect([problems, files.size]).toEqual([[], 0]);
  });

  test('names the row of the spreadsheet', () => {
    const index = GERMAN.findIndex(({ key }) => key === 'progress.state.closed');
    expect(edited({ 'progress.state.closed': { text: '' } }).problems[0]).toMatch(new RegExp(`^row ${index + 2} `));
  });
});

describe('a doubt', () => {
  const glossary = codeOf('src/words/de/GLOSSARY.md');

  test('stands in the glossary, and in the next sheet', () => {
    const note = 'Would you say "zu"?';
    const { files, notes, texts } = edited({ 'progress.state.closed': { note } });
    expect({ notes, texts }).toEqual({ notes: 1, texts: 0 });
    const written = files.get('src/words/de/GLOSSARY.md') ?? '';
    expect(written).toBe(`${glossary}- \`progress.state.closed\`: ${note}\n`);
    expect(doubtsIn(written).get('progress.state.closed')).toBe(note);
    inACopy('de', { 'GLOSSARY.md': written }, (copy) => {
      const rows = rowsOf(copy, 'de');
      expect(rows.filter((row) => row.note !== '').map((row) => [row.key, row.note])).toEqual([['progress.state.closed', note]]);
      const { language, entries } = readCsv(sheetOf('de', rows));
      expect(takeBack(copy, { language, entries }).files.size).toBe(0);
      const settled = entries.map((entry) => ({ ...entry, note: '' }));
      expect(takeBack(copy, { language, entries: settled }).files).toEqual(new Map([['src/words/de/GLOSSARY.md', glossary]]));
    });
  });

  test('has its section, also where the glossary has none yet', () => {
    expect(withDoubts('# Danish\n', new Map([['a.b', 'Why?']]))).toBe('# Danish\n\n## Doubts\n\n- `a.b`: Why?\n');
    expect(withDoubts('## Doubts\n- `a.b`: Why?\n\n## More\n', new Map([['a.b', '']]))).toBe('## Doubts\n\n## More\n');
  });
});

/** Runs with a folder that has src/words/en as it is, and other files for a language. */
function inACopy(language: string, files: { readonly [file: string]: string }, run: (copy: string) => void): void {
  const copy = mkdtempSync(path.join(tmpdir(), 'sheet-'));
  try {
    const words = path.join(copy, 'src/words', language);
    mkdirSync(words, { recursive: true });
    symlinkSync(path.join(root, 'src/words/en'), path.join(copy, 'src/words/en'));
    const all = Object.hasOwn(WORDS, language) ? textsOf(root, language).sources.filter(({ file }) => file.startsWith('words/')) : [];
    for (const { file, code } of all) {
      mkdirSync(path.dirname(path.join(copy, 'src', file)), { recursive: true });
      writeFileSync(path.join(copy, 'src', file), code);
    }
    for (const [file, text] of Object.entries(files)) writeFileSync(path.join(words, file), text);
    run(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

test('a language that spreads English has rows for what it does not say itself, which a developer adds first', () => {
  const code = `import { en } from '../en/index.ts';\nexport const nl = { ...en, report: { ...en.report, next: 'Verder' } };\n`;
  inACopy('nl', { 'index.ts': code, 'GLOSSARY.md': '# Dutch\n' }, (copy) => {
    const rows = rowsOf(copy, 'nl');
    const filled = rows.filter(({ text }) => text !== '');
    expect(filled.map(({ key, english, text }) => [key, english, text])).toEqual([['report.next', WORDS.en.report.next, 'Verder']]);
    expect(rows.length).toBeGreaterThan(1_000);
    const { language, entries } = readCsv(sheetOf('nl', rows));
    expect(language).toBe('nl');
    const changed = entries.map((entry) => (entry.key === 'report.back' ? { ...entry, text: 'Terug' } : entry));
    expect(takeBack(copy, { language, entries: changed }).problems).toEqual([
      expect.stringContaining('(report.back): the language has no text of its own here yet'),
    ]);
  });
});

describe('a file', () => {
  test('has a mark that says UTF-8, and no cell that a spreadsheet takes for a formula', () => {
    const [phone] = GERMAN.filter(({ text }) => text.startsWith('+'));
    const sheet = sheetOf('de', GERMAN);
    expect([...sheet.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(sheet.toString()).toContain(`'${phone?.text}`);
    expect(sheet.toString()).not.toMatch(/(?:^|,)"?[=+@-]/m);
    expect(readCsv(sheet).entries.find(({ key }) => key === phone?.key)?.text).toBe(phone?.text);
  });

  test('has no line end that code cannot hold, whichever program put it into a cell', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const header = 'key,English,German (de),note,version';
      expect(readCsv(Buffer.from(`${header}\na,"one${end}two","eins${end}zwei",,v1\n`)).entries).toMatchObject([
        { english: 'one\ntwo', text: 'eins\nzwei' },
      ]);
    }
  });

  test('that is no sheet is refused, with what to do', () => {
    const latin = Buffer.from(
      csvOf('de', GERMAN, () => undefined),
      'latin1',
    );
    expect(() => readCsv(latin)).toThrow(SheetError);
    expect(() => readCsv(latin)).toThrow('Save it as CSV in UTF-8');
    expect(() => readCsv(Buffer.from('key,text\na,b\n'))).toThrow('The first row must have the columns');
    expect(() => readCsv(Buffer.from('key,"text\na,b\n'))).toThrow('The first row must have the columns');
    expect(takeBack(root, { language: 'en', entries: [] }).problems).toEqual([expect.stringContaining('"en"')]);
    expect(takeBack(root, { language: 'tlh', entries: [] }).problems).toEqual([expect.stringContaining('"tlh"')]);
  });
});

test('a row names the cards on which its text stands, and few pictures show them all', { tags: 'full' }, async () => {
  const own = textsOf(root, 'de');
  const places = await placesOf(root, WORDS.de, own);
  const of = (key: string) => places.get(own.texts.find((one) => one.key === key) ?? expect.fail(`there is no ${key}`)) ?? [];
  expect(of('desk.acknowledge').map(({ name }) => name)).toContain('desk/reported');
  expect(named(of('desk.acknowledge'))).toMatch(/^\S+; \S+; \S+; and \d+ more$/);
  const golden = codeOf('test/cards/golden/de/desk.txt');
  expect(golden).toContain('== desk/reported\n');
  const chosen = pictured(places);
  expect(chosen.size).toBe(places.size);
  expect(chosen.size).toBeGreaterThan(1_000);
  expect(new Set([...chosen.values()].map(({ name }) => name)).size).toBeLessThan(chosen.size / 3);
});
