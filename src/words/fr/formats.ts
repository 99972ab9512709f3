/** How French writes times, lists and counts. */
import { formatsOf } from '../formats.ts';
import { of } from './grammar.ts';

/** Cities of IANA zones that French calls otherwise. */
const CITIES: Readonly<Record<string, string>> = {
  Copenhagen: 'Copenhague',
  London: 'Londres',
  Brussels: 'Bruxelles',
  Vienna: 'Vienne',
  Warsaw: 'Varsovie',
  Lisbon: 'Lisbonne',
  Athens: 'Athènes',
  Bucharest: 'Bucarest',
  Moscow: 'Moscou',
  Algiers: 'Alger',
  Singapore: 'Singapour',
  Seoul: 'Séoul',
  Dubai: 'Dubaï',
};

export const formats = formatsOf('fr-FR', {
  cityTime: (time, city) => `${time} (heure ${of(CITIES[city] ?? city)})`,
  // With spaces at which no line wraps.
  quotes: ['«\u00A0', '\u00A0»'],
  nested: ['\u201C', '\u201D'],
  colon: '\u00A0: ',
});
