/** Which words somebody reads. */
import { en } from './en/index.ts';

export type { CalledBefore } from './en/on-call.ts';

/** The shape that each language has: the keys, arguments and formats of the English one. A missing sentence does not compile. */
export type Words = typeof en;

/**
 * The languages that people can read: a folder and a name here for each. A folder may spread the words of another language
 * and say some texts itself. Commands are typed in English in every language: they are names, which the help shows.
 */
export const LANGUAGES: { readonly [language: string]: Words } = { en };

/** The words for a BCP 47 tag ("en-US"); English when there are none. */
export function wordsFor(language: string | undefined): Words {
  const own = language?.split('-')[0]?.toLowerCase() ?? '';
  // The tag comes from the client: 'constructor' is no language.
  return (Object.hasOwn(LANGUAGES, own) && LANGUAGES[own]) || en;
}

/**
 * The words of what many read at once: the desk's channel, places that follow, the record, alarms, the command menus.
 * This is the one place that decides their language.
 */
export const wordsOfDesk = (): Words => en;
