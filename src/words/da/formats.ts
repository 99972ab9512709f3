/** How Danish writes times, lists and counts. */
import { formatsOf } from '../formats.ts';

/** Cities of IANA zones that Danish calls otherwise. */
const CITIES: Readonly<Record<string, string>> = {
  Copenhagen: 'København',
  Brussels: 'Bruxelles',
  Vienna: 'Wien',
  Warsaw: 'Warszawa',
  Prague: 'Prag',
  Rome: 'Rom',
  Lisbon: 'Lissabon',
  Athens: 'Athen',
  Bucharest: 'Bukarest',
  Moscow: 'Moskva',
  Zurich: 'Zürich',
  Algiers: 'Algier',
};

export const formats = formatsOf('da-DK', {
  cityTime: (time, city) => `${time} (lokal tid i ${CITIES[city] ?? city})`,
  dateTimeGap: ' kl. ',
  quotes: ['\u201D', '\u201D'],
});
