/** Goes through all texts of a language at once: through what fills their blanks, and through what they say with it. */
import type { Denial } from './denial.ts';

/** `path`: the keys that lead to a text, "news.late". */
export type Through = {
  readonly fill: (blank: unknown, path: string) => unknown;
  readonly say: (text: string, path: string) => string;
};

/** The same words, of which each function fills its blanks with what `fill` gives for them, and each text is what `say` gives for it. */
export function withBlanks<Part>(words: Part, through: Through, path = ''): Part {
  const changed = (part: unknown): unknown => {
    if (typeof part === 'string') return through.say(part, path);
    if (typeof part === 'function') return (...blanks: unknown[]) => changed(part(...blanks.map((blank) => through.fill(blank, path))));
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(changed);
    if (isDenial(part)) return { ...part, text: through.say(part.text, path) };
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withBlanks(value, through, path ? `${path}.${key}` : key)]));
  };
  return changed(words) as Part;
}

/** A sentence that refuses something carries its reason, which is no text. */
const isDenial = (part: object): part is Denial => 'refused' in part && 'text' in part;
