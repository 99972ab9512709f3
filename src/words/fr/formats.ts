/** How French writes times, lists and counts. */
import { formatsOf } from '../formats.ts';
import { of } from './grammar.ts';

export const formats = {
  ...formatsOf('fr-FR', (city) => `heure ${of(city)}`),
  /** `Intl` writes "a, b et c" for a list without a conjunction too, also between a place and its part. */
  list: (items: readonly string[]) => items.join(', '),
};
