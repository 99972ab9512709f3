/** Texts of the desk file, which may be written once for everybody, or by language. Pure. */
import { z } from 'zod';
import { LANGUAGES, type Language } from '../outage/follow/language.ts';
import { field, type Path } from './file/raw.ts';

export type ByLanguage = { readonly [language in Language]?: string };
export type Text = string | ByLanguage;

/** Marks what is written by language, so that nothing else is taken for it: the headers of a webhook may have any names. */
const BY_LANGUAGE = {};

/** A text that counts for all languages, or one for each. The desk's own language must be among them, which `references.ts` checks. */
export const textSchema = (line: z.ZodString) =>
  z.union([
    line,
    z
      .partialRecord(z.enum(LANGUAGES), line, {
        error: ({ code }: { readonly code?: string }) =>
          code === 'unrecognized_keys' ? `write texts by language: ${LANGUAGES.join(', ')}` : undefined,
      })
      .refine((texts) => Object.keys(texts).length > 0, 'write a text for at least one language')
      .transform((texts): typeof texts => Object.assign(Object.create(BY_LANGUAGE), texts)),
  ]);

const isByLanguage = (value: object): value is ByLanguage => Object.getPrototypeOf(value) === BY_LANGUAGE;

/** The text in this language; where there is none, in the desk's `own`, or the first that is written. */
export const textIn = (text: Text, language: Language, own: Language): string =>
  typeof text === 'string' ? text : (text[language] ?? text[own] ?? Object.values(text)[0] ?? '');

/** The same with plain texts. */
export type InLanguage<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer One)[]
    ? InLanguage<One>[]
    : keyof Value extends Language
      ? string
      : { [Key in keyof Value]: InLanguage<Value[Key]> };

/** The value with all its texts in one language. What holds no text by language is not copied: a desk file may name thousands of people. */
export const inLanguage = <Value>(value: Value, language: Language, own: Language): InLanguage<Value> =>
  translated(value, (text) => textIn(text, language, own)) as InLanguage<Value>;

function translated(value: unknown, say: (text: ByLanguage) => string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isByLanguage(value)) return say(value);
  const entries = Object.entries(value).map(([key, one]) => [key, one, translated(one, say)] as const);
  if (entries.every(([, before, after]) => before === after)) return value;
  return Array.isArray(value) ? entries.map(([, , after]) => after) : Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}

/** Which of the texts by language are missing in one, by where they stand: "scenarios > down > title". */
export const missingIn = (written: object, language: Language): readonly string[] =>
  textsIn(written).flatMap(({ text, path }) => (text[language] === undefined ? [placeOf(written, path)] : []));

/** Of a list, things are called by their ids. */
function placeOf(written: unknown, path: Path): string {
  let value = written;
  const names = path.map((part) => {
    value = field(value, String(part));
    return typeof part === 'string' ? part : String(field(value, 'id') ?? part + 1);
  });
  return names.join(' > ');
}

/** All texts by language, and where they stand. */
export function textsIn(value: unknown, path: Path = []): readonly { readonly text: ByLanguage; readonly path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isByLanguage(value)) return [{ text: value, path }];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, Array.isArray(value) ? Number(key) : key]));
}
