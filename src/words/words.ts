/** The languages that people can read. A new one is one file of the shape of `Words`, and its line here. */
import { en, type Words } from './en/en.ts';

export type { Words };
export const LANGUAGES: { readonly [language: string]: Words } = { en };

/** The words for a BCP 47 tag ("en-US"); English when there are none. */
export function wordsFor(language: string | undefined): Words {
  const own = language?.split('-')[0]?.toLowerCase() ?? '';
  // The tag comes from the client: 'constructor' is no language.
  return (Object.hasOwn(LANGUAGES, own) && LANGUAGES[own]) || en;
}
