/** Which words somebody reads. */
import * as languages from './languages.ts';
import type { Words } from './shape.ts';

export type { CalledBefore } from './en/on-call.ts';
export type { Words };

export const LANGUAGES: { readonly [language: string]: Words } = { ...languages };

/** The words for a BCP 47 tag ("en-US"); English when there are none. */
export function wordsFor(language: string | undefined): Words {
  const own = language?.split('-')[0]?.toLowerCase() ?? '';
  // The tag comes from the client: 'constructor' is no language.
  return (Object.hasOwn(LANGUAGES, own) && LANGUAGES[own]) || languages.en;
}

/**
 * The words of what many read at once: the desk's channel, places that follow, the record, alarms, the command menus.
 * This is the one place that decides their language.
 */
export const wordsOfDesk = (): Words => languages.en;
