/** How French writes times, lists and counts. */
import { formatsOf } from '../formats.ts';
import { of } from './grammar.ts';

export const formats = formatsOf('fr-FR', (city) => `heure ${of(city)}`);
