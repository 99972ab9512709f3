/** Texts with a count, and texts of which a blank may be empty, in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { WORDS, type Words } from '../../src/words/words.ts';
import { filledOf, waysToFill } from '../support/words/sentences.ts';

test.each([
  ['report.byApi.moreAlerts', (count: number) => WORDS.en.report.byApi.moreAlerts(count)],
  ['onCall.more', WORDS.en.onCall.more],
  ['watch.check.more', WORDS.en.watch.check.more],
  ['look.list.atLeast', WORDS.en.look.list.atLeast],
  ['setup.moreProjects', WORDS.en.setup.moreProjects],
  ['affected.pulse.stillDown', (count: number) => WORDS.en.affected.pulse.stillDown(count, 2 * count)],
])('%s says of one thing that it is one', (_path, say) => {
  expect(say(1)).toMatch(/\b1\b/);
  expect(say(1)).not.toMatch(/\b1 (?:more )?(?:alerts|changes|outages|projects|of \d+ affected people say)\b|There are 1/);
  expect(say(2)).toMatch(/\b2\b/);
});

test('several files are "them"', () => {
  const { whichText, others } = WORDS.en.files;
  expect([whichText(1), others(1, 1)].join(' ')).not.toMatch(/\bthem\b/);
  expect([whichText(2), others(1, 2)].join(' ')).not.toMatch(/\bit\b/);
});

describe.each(Object.entries(WORDS))('in %s', (_language, { ending, setup, files, desk }) => {
  test('what has ended says so where nobody knows who ended it', () => {
    const { transferred, withdrawn, merged, resolved, closed } = ending.ended;
    for (const say of [transferred, withdrawn, merged, resolved, closed]) {
      const text = say('OUT-7', '', '10:45', 'OUT-4');
      expect(text).toContain('OUT-7');
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/ {2}| [.,]|\bby \.|: ?[,.]/);
    }
  });

  test('the invitation to set up says something where nobody may', () => {
    expect(setup.inviteWho('')).toMatch(/^[\p{L}]/u);
    expect(setup.inviteWho('')).not.toMatch(/ {2}|^ |[:：] ?[.。]/);
  });

  test('a size has the decimal sign of the language', () => {
    expect(files.megabytes(1.44)).toMatch(/^1[.,]4\s/);
  });

  test('a request is headed as a request', () => {
    expect(desk.newRequest('REQ-7')).not.toBe(desk.newOutage('REQ-7'));
  });
});

/** A number of each class that a language may have: French and Spanish have a form for a million, and French says of none what it says of one. */
const COUNTS = [0, 1, 2, 5, 1_000_000];
const SOURCES = path.join(import.meta.dirname, '../../src/words');
const CHOICE = 'formats.plural(';

/** A choice of a form: where it stands in the sources, "common/news.ts:123:30"; in which text; and what was said. */
type Choice = {
  readonly place: string;
  readonly of: string;
  readonly forms: Readonly<Record<string, string>>;
  readonly count: number;
  readonly chosen: string;
  readonly said: string | undefined;
};

/** Says every text that has blanks with each count in each blank, and notes what chooses a form by it. */
function choicesIn({ formats, ...words }: Words): readonly Choice[] {
  const choices: Choice[] = [];
  const noted: Omit<Choice, 'of' | 'said'>[] = [];
  const { plural } = formats;
  vi.spyOn(formats, 'plural').mockImplementation((count, forms) => {
    const chosen = plural(count, forms);
    const place = new RegExp(`/src/words/${words.language}/(.*?)\\)?$`, 'm').exec(new Error().stack ?? '')?.[1] ?? '';
    if (typeof count === 'number') noted.push({ place, forms, count, chosen });
    return chosen;
  });
  for (const { path, say } of filledOf({ formats, ...words })) {
    for (const blanks of waysToFill(path, COUNTS)) {
      const said = say(...blanks);
      choices.push(...noted.splice(0).map((one) => ({ ...one, of: path, said })));
    }
  }
  return choices;
}

/** Where the sources of a language choose a form. */
const placesIn = (language: string): readonly string[] =>
  readdirSync(path.join(SOURCES, language), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(path.join(SOURCES, language, file), 'utf8')
        .split('\n')
        .flatMap((line, row) =>
          [...line.matchAll(/formats\.plural\(/g)].map(({ index }) => `${file}:${row + 1}:${index + CHOICE.indexOf('plural') + 1}`),
        ),
    );

describe.each(Object.entries(WORDS))('22: every plural form in %s', (language, words) => {
  const categories = new Intl.PluralRules(words.formats.tag).resolvedOptions().pluralCategories.toSorted();
  const where = ({ place, of }: Choice) => `${of} (${place})`;
  const isDrawn = ({ said, chosen }: Choice) => said === undefined || said.includes(chosen);
  const wrong = (choices: readonly Choice[]) => [...new Set(choices.map((one) => `${where(one)}: ${JSON.stringify(one.forms)}`))];

  test('is one that a number reaches, and none is missing', () => {
    const choices = choicesIn(words);
    expect([...new Set(choices.map(({ place }) => place))].toSorted()).toEqual(placesIn(language).toSorted());
    expect(wrong(choices.filter(({ forms }) => Object.keys(forms).toSorted().join() !== categories.join()))).toEqual([]);
    const drawn = Map.groupBy(choices, ({ place }) => place);
    const of = (all: readonly Choice[]) => new Set(all.map(({ count }) => new Intl.PluralRules(words.formats.tag).select(count)));
    expect([...drawn].filter(([, all]) => of(all).size < categories.length).map(([place]) => place)).toEqual([]);
  });

  test('is drawn in its text', () => {
    const drawn = Map.groupBy(choicesIn(words), (one) => `${where(one)}: ${new Intl.PluralRules(words.formats.tag).select(one.count)}`);
    const missing = [...drawn].filter(([, all]) => !all.some(isDrawn)).map(([form]) => form);
    expect(missing).toEqual([]);
  });

  test('names no other number than its own', () => {
    const counted = choicesIn(words).filter((one) => isDrawn(one) && one.count !== 1 && one.forms.other?.includes(String(one.count)));
    expect(wrong(counted.filter(({ count, chosen }) => !chosen.includes(String(count))))).toEqual([]);
  });
});
