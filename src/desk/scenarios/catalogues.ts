/** The texts of the default catalogue, in a file for each language. */
import { LANGUAGES, type Language } from '../../outage/follow/language.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { type Catalogue, en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

export const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de, fr, es, ja, da };

/** A text by language. */
export const inEachLanguage = (of: (catalogue: Catalogue) => string): Record<Language, string> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, of(CATALOGUES[language])])) as Record<Language, string>;
