/** Takes an edited sheet back: what is wrong with its rows, or the files with what it changes. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Sheet } from './csv.ts';
import { doubtsIn, withDoubts } from './doubts.ts';
import { glossaryOf, type Row, readGlossary, rowsOf, versionOf } from './rows.ts';
import { type Text, textsOf } from './texts.ts';
import { BLANK, rewritten } from './write-back.ts';

type Entry = Sheet['entries'][number];
export type TakenBack = {
  /** A sentence for each row that is wrong. Where there is one, nothing is changed. */
  readonly problems: readonly string[];
  /** By their path below the root. Code is not formatted yet. */
  readonly files: ReadonlyMap<string, string>;
  readonly texts: number;
  readonly notes: number;
};

export function takeBack(root: string, { language, entries }: Sheet): TakenBack {
  if (language === 'en' || !existsSync(glossaryOf(root, language)))
    return refused([`src/words has no translation that is called "${language}", with a glossary.`]);
  const own = textsOf(root, language);
  const rows = new Map(rowsOf(root, language, own).map((row) => [row.key, row]));
  const seen = new Set<string>();
  const [problems, texts, notes] = [[] as string[], new Map<Text, string>(), new Map<string, string>()];
  for (const entry of entries) {
    const row = rows.get(entry.key);
    const found = problemsOf(entry, row, seen.has(entry.key));
    seen.add(entry.key);
    problems.push(...found.map((problem) => `row ${entry.line} (${entry.key}): ${problem}`));
    if (!row?.place || found.length > 0 || isUntouched(entry)) continue;
    if (entry.text !== row.text) texts.set(row.place, entry.text);
    if (entry.note !== row.note) notes.set(row.key, entry.note);
  }
  if (problems.length > 0) return refused(problems);
  const files = new Map(
    own.sources
      .filter((source) => source.texts.some((text) => texts.has(text)))
      .map((source) => [path.join('src', source.file), rewritten(source, texts)]),
  );
  const glossary = glossaryOf(root, language);
  if (notes.size > 0) files.set(path.relative(root, glossary), withDoubts(readGlossary(glossary), notes));
  return { problems, files, texts: texts.size, notes: notes.size };
}

const refused = (problems: readonly string[]): TakenBack => ({ problems, files: new Map(), texts: 0, notes: 0 });

/** Nobody changed the row, so it asks for nothing, whatever became of the text since. */
const isUntouched = (entry: Entry): boolean => versionOf(entry) === entry.version;

function problemsOf(entry: Entry, row: Row | undefined, isSecond: boolean): readonly string[] {
  if (!row) return ['there is no text of this key. Put its key back; if the text was removed since, take the row out.'];
  if (isSecond) return ['the key stands in a row above, too. Take one of them out.'];
  if (isUntouched(entry) || (entry.text === row.text && entry.note === row.note)) return [];
  if (!row.place) return ['the language has no text of its own here yet. A developer adds it first.'];
  if (entry.english !== row.english)
    return [`the English was changed since the sheet was made. It is now "${row.english}". Make a new sheet.`];
  if (entry.version !== versionOf(row))
    return [`the text or its note was changed since the sheet was made. It is now "${row.text}". Make a new sheet.`];
  return textProblems(entry.text, row.place);
}

function textProblems(text: string, { text: before, blanks }: Text): readonly string[] {
  if (text.trim() === '') return ['the text is empty.'];
  const [has, had] = [text, before].map((one) => Map.groupBy([...one.matchAll(BLANK)], ([, label = '']) => label));
  const count = (all: typeof has, label: string) => all?.get(label)?.length ?? 0;
  const labels = new Set(blanks.map(({ label }) => label));
  const edges = (one: string) => JSON.stringify([/^\s*/.exec(one)?.[0], /\s*$/.exec(one)?.[0]]);
  const known = labels.size > 0 ? `It has ${[...labels].map((label) => `{${label}}`).join(', ')}.` : 'It has none.';
  return [
    ...[...labels].flatMap((label) => {
      const [now, then] = [count(has, label), count(had, label)];
      if (now === 0) return [`{${label}} is missing.`];
      return now === then ? [] : [`{${label}} stands ${now} times. It stood ${then === 1 ? 'once' : `${then} times`}.`];
    }),
    ...[...(has?.keys() ?? [])].filter((label) => !labels.has(label)).map((label) => `nothing fills in {${label}}. ${known}`),
    ...(/[{}]/.test(text.replace(BLANK, '')) ? ['a brace stands alone. Braces stand only around what is filled in.'] : []),
    ...(edges(text) === edges(before) ? [] : ['it begins or ends with other spaces or lines than before.']),
  ];
}

/** Doubts about texts that are no more: nobody would see them again. */
export const lostDoubts = (root: string, language: string): readonly string[] => {
  const keys = new Set(textsOf(root, language).texts.map(({ key }) => key));
  return [...doubtsIn(readGlossary(glossaryOf(root, language))).keys()].filter((key) => !keys.has(key));
};
