/** What people type in each language. English is in the commands themselves, which take many ways to say it. */
import type { Language } from '../outage/follow/language.ts';
import { typed as de } from './de/look/typed.ts';
import type { Typed, TypedName } from './en/look/typed.ts';
import { typed as es } from './es/look/typed.ts';
import { typed as fr } from './fr/look/typed.ts';
import { typed as ja } from './ja/look/typed.ts';

export type OtherLanguage = Exclude<Language, 'en'>;
export type TypedWords = { readonly [language in OtherLanguage]?: Typed };
export const TYPED: Readonly<Record<OtherLanguage, Typed>> = { de, fr, es, ja };

/** A phrase that means one command in one language and another in another. The person's language decides; else the bot asks. */
export type Collision = { readonly phrase: string; readonly means: { readonly [language in Language]?: TypedName } };
/** All of them. A test finds them again in the lists of the languages. */
export const COLLISIONS: readonly Collision[] = [];
