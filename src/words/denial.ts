/** A sentence that refuses something carries its reason, so that the code that answers with it can also record why. */
import type { DenialReason } from '../outage/decision.ts';

export type Denial<As extends DenialReason = DenialReason> = { readonly refused: As; readonly text: string };
/** What can be answered: a sentence, or one that refuses. */
export type Sentence = string | Denial;

export const denial = <As extends DenialReason>(refused: As, text: string): Denial<As> => ({ refused, text });
export const textOf = (said: Sentence): string => (typeof said === 'string' ? said : said.text);
