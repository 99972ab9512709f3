/** The languages that people can read. A new one is one file of the shape of `Words`, and its line here. */
import { en, type Words } from './en.ts';

export type { Words };
export const LANGUAGES: { readonly [language: string]: Words } = { en };

/** The words for a BCP 47 tag ("en-US"); English when there are none. */
export const wordsFor = (language: string | undefined): Words => LANGUAGES[language?.split('-')[0]?.toLowerCase() ?? ''] ?? en;
