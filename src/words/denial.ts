/** A sentence that refuses something carries its reason, so that whoever answers with it also puts it on the record. */
import type { RefusedAs } from '../outage/denial-reasons.ts';

export type No<As extends RefusedAs = RefusedAs> = { readonly refused: As; readonly text: string };
/** What can be answered: a sentence, or one that refuses. */
export type Said = string | No;

export const no = <As extends RefusedAs>(refused: As, text: string): No<As> => ({ refused, text });
export const textOf = (said: Said): string => (typeof said === 'string' ? said : said.text);
