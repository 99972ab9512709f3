/** Which words somebody reads. */
import { createRequire } from 'node:module';
import { LRUCache } from 'lru-cache';
import { LANGUAGES, type Language } from '../outage/follow/language.ts';
import { en, type Words } from './en/index.ts';

export type { Words } from './en/index.ts';
export type { CalledBefore } from './en/on-call.ts';

/**
 * The languages that people can read: a folder and a name here for each. A folder may spread the words of another language
 * and say some texts itself. English commands are understood of everybody; what else people type for them is in typed.ts.
 */
export const WORDS: Readonly<Record<Language, Words>> = {
  en,
  get de() {
    return load<typeof import('./de/index.ts')>('./de/index.ts').de;
  },
  get fr() {
    return load<typeof import('./fr/index.ts')>('./fr/index.ts').fr;
  },
  get es() {
    return load<typeof import('./es/index.ts')>('./es/index.ts').es;
  },
  get ja() {
    return load<typeof import('./ja/index.ts')>('./ja/index.ts').ja;
  },
  get da() {
    return load<typeof import('./da/index.ts')>('./da/index.ts').da;
  },
};
/** Loads a language when the first of its readers comes: the two hundred modules of all of them would be a third of each start. */
const load: <Module>(file: string) => Module = createRequire(import.meta.url);

/** The words for a BCP 47 tag ("en-US"); English when there are none. */
export const wordsFor = (tag = ''): Words => (tag.length > LONGEST_TAG ? en : byTag.memo(tag));
const LONGEST_TAG = 64;
/** To find a language takes several objects of `Intl`, and clients send the same few tags. The languages never change. */
const byTag = new LRUCache<string, Words>({
  max: 500,
  memoMethod(tag) {
    const known = Object.hasOwn(WORDS, tag) ? tag : languageAmong(LANGUAGES, tag);
    return WORDS[known as Language] ?? en;
  },
});

/**
 * The language of these that fits a tag best, by the lookup of RFC 4647: "pt-BR" for pt-BR, else "pt". The other way round too:
 * somebody whose client says pt, or pt-PT, reads "pt-BR" where there is no other. Undefined: none fits.
 */
export function languageAmong(ids: readonly string[], tag = ''): string | undefined {
  const wanted = localeOf(tag);
  if (!wanted) return undefined;
  const known = ids.flatMap((id) => ({ id, locale: localeOf(id) }));
  const { language, region } = wanted;
  const { script } = wanted.maximize();
  const exact = [wanted.baseName, `${language}-${script}-${region}`, `${language}-${region}`, `${language}-${script}`, language];
  for (const name of exact) {
    const found = known.find(({ locale }) => locale?.baseName === name);
    // Chinese as it is written in Taiwan is not what "zh" alone means.
    if (found && found.locale?.maximize().script === script) return found.id;
  }
  const alike = known.filter(({ locale }) => locale?.language === language);
  return (alike.find(({ locale }) => locale?.maximize().script === script) ?? alike[0])?.id;
}

/** null for what is no tag: it comes from the client. */
function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replace(/[.@].*$/, '').replaceAll('_', '-'));
  } catch {
    return null;
  }
}

/** The words of what many read at once, and of the record, pages and alarms: of the language that the desk file names. */
export const wordsOfDesk = ({ file }: { readonly file: { readonly desk: { readonly language: Language } } }): Words =>
  WORDS[file.desk.language];
