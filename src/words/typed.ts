/** What people type in each language. English is in the commands themselves, which take many ways to say it. */
import type { Language } from '../outage/follow/language.ts';
import { around as daAround } from './da/look/around.ts';
import { typed as da } from './da/look/typed.ts';
import { around as deAround } from './de/look/around.ts';
import { typed as de } from './de/look/typed.ts';
import { type Around, around as enAround } from './en/look/around.ts';
import type { Typed, TypedName } from './en/look/typed.ts';
import { around as esAround } from './es/look/around.ts';
import { typed as es } from './es/look/typed.ts';
import { around as frAround } from './fr/look/around.ts';
import { typed as fr } from './fr/look/typed.ts';
import { around as jaAround } from './ja/look/around.ts';
import { typed as ja } from './ja/look/typed.ts';

export type OtherLanguage = Exclude<Language, 'en'>;
export type TypedWords = { readonly [language in OtherLanguage]?: Typed };
export const TYPED: Readonly<Record<OtherLanguage, Typed>> = { de, fr, es, ja, da };
/** What stands around it, and small talk. */
const AROUND: Readonly<Record<Language, Around>> = {
  en: enAround,
  de: deAround,
  fr: frAround,
  es: esAround,
  ja: jaAround,
  da: daAround,
};

/**
 * What people write around a command in any language, as the alternatives of a regular expression. `spaced`: only of languages that
 * part words by spaces, or only of the others.
 */
export const inAnyLanguage = (key: 'greeting' | 'greeted' | 'kind' | 'please' | 'notYet', spaced?: boolean): string =>
  Object.values(AROUND)
    .filter(({ unspaced = false }) => spaced !== unspaced)
    .map((around) => around[key])
    .join('|');

/** Those with which an ordinary sentence may begin. */
export const OPENS_SENTENCES: readonly string[] = Object.values(AROUND).flatMap(({ opensSentences }) => opensSentences);

/** A phrase that means one command in one language and another in another. The person's language decides; else the bot asks. */
export type Collision = { readonly phrase: string; readonly means: { readonly [language in Language]?: TypedName } };
/** All of them. A test finds them again in the lists of the languages. */
export const COLLISIONS: readonly Collision[] = [];
