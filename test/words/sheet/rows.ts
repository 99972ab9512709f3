/** The rows of a sheet for translators: each text of a language beside the English one. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { doubtsIn } from './doubts.ts';
import { type LanguageTexts, type Text, textsOf } from './texts.ts';

export type Row = {
  readonly key: string;
  /** All English texts of the path, in lines, where no single one is the other one's. Empty for a text that English does not need. */
  readonly english: string;
  /** Empty where the language reads the English text, which it spreads. */
  readonly text: string;
  readonly note: string;
  /** Where the text stands; null where the language has none of its own. */
  readonly place: Text | null;
};

export const glossaryOf = (root: string, language: string): string => path.join(root, 'src/words', language, 'GLOSSARY.md');
export const readGlossary = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** What is taken back must have been made from the same text and note: a letter, so that no spreadsheet takes it for a number. */
export const versionOf = ({ text, note }: Pick<Row, 'text' | 'note'>): string =>
  `v${createHash('sha256')
    .update(JSON.stringify([text, note]))
    .digest('hex')
    .slice(0, 8)}`;

/** In the order of `Words`; texts that no path leads to come last, with their file. */
export function rowsOf(root: string, language: string, own: LanguageTexts = textsOf(root, language)): readonly Row[] {
  const english = textsOf(root, 'en');
  const englishOf = matcher(english.texts, own.texts);
  const notes = doubtsIn(readGlossary(glossaryOf(root, language)));
  const missing = english.texts.filter(({ paths: [at = ''] }) => english.paths.has(at) && !own.paths.has(at));
  return [
    ...own.texts.map((place) => ({ key: place.key, english: englishOf(place), text: place.text, note: notes.get(place.key) ?? '', place })),
    ...missing.map(({ key, text }) => ({ key, english: text, text: '', note: '', place: null })),
  ];
}

/** The English text that a text translates. */
function matcher(english: readonly Text[], own: readonly Text[]): (text: Text) => string {
  const [byPath, ownByPath] = [english, own].map((texts) =>
    Map.groupBy(
      texts.flatMap((text) => text.paths.map((at) => ({ at, text }))),
      ({ at }) => at,
    ),
  );
  // A language may have its helpers in other files than English.
  const byName = Map.groupBy(
    english.filter(({ paths: [at = ''] }) => at.includes('/')),
    ({ paths: [at = ''] }) => at.replace(/^.*\//, ''),
  );
  return ({ paths, part }) => {
    const at = paths.find((one) => byPath?.has(one)) ?? '';
    const found = byPath?.get(at)?.map(({ text }) => text) ?? byName.get((paths[0] ?? '').replace(/^.*\//, '')) ?? [];
    const isNumbered = /(?:^|\.)\d+$/.test(part);
    const isSame = !isNumbered || found.length === ownByPath?.get(at)?.length;
    const same = isSame ? found.filter((one) => one.part === part) : [];
    return [...new Set((same.length > 0 ? same : found).map(({ text }) => text))].join('\n');
  };
}
