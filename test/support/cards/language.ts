/** The card on which somebody chooses a language, in each case. */
import { languageCard } from '../../../src/cards/look/language.ts';
import { LANGUAGES } from '../../../src/outage/follow/language.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { entry, type SampleCard } from './sample-card.ts';

export function languageCards(words: Words): SampleCard[] {
  const view = { desk: smallDesk(), words };
  const chosen = LANGUAGES.find((one) => one === words.language) ?? null;
  return [
    entry('language, as in Teams', languageCard, languageCard(view, { chosen: null })),
    entry('language, chosen', languageCard, languageCard(view, { chosen })),
    entry('language, saved', languageCard, languageCard(view, { chosen, saved: true })),
  ];
}
