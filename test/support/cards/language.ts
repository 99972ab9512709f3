/** The card on which somebody chooses a language, in each case. */
import { languageCard } from '../../../src/cards/look/language.ts';
import { LANGUAGES } from '../../../src/outage/follow/language.ts';
import type { Words } from '../../../src/words/words.ts';
import { entry, type SampleCard } from './sample-card.ts';

export function languageCards(words: Words): SampleCard[] {
  const chosen = LANGUAGES.find((one) => one === words.language) ?? null;
  return [
    entry('language, as in Teams', languageCard, languageCard(words, { chosen: null })),
    entry('language, chosen', languageCard, languageCard(words, { chosen })),
    entry('language, saved', languageCard, languageCard(words, { chosen, saved: true })),
  ];
}
