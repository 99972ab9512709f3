/** How French writes times, lists and counts. */
import { formatsOf } from '../formats.ts';
import { of } from './grammar.ts';

export const formats = formatsOf('fr-FR', {
  cityTime: (time, city) => `${time} (heure ${of(city)})`,
  // With spaces at which no line wraps.
  quotes: ['«\u00A0', '\u00A0»'],
  nested: ['\u201C', '\u201D'],
  colon: '\u00A0: ',
});
