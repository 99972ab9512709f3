/** What people write around a command, or in its place, in Danish. */
import type { Around } from '../../en/look/around.ts';

export const around: Around = {
  greeting: 'mojn|hej(?:sa|\\s+hej)?|goddag|davs?|halløj|god\\s*(?:morgen|formiddag|dag|eftermiddag|aften)|k(?:æ|ae)re',
  greeted: 'alle(?:\\s*sammen)?|supporten|med\\s+(?:jer|dig)',
  kind: [
    '(?:mange|tusind) tak|tak(?: skal (?:du|i) have)?|selv tak|p(?:å|aa) forh(?:å|aa)nd|for hj(?:æ|ae)lpen|velbekomme|ja|jo|nej|fint|helt|godt',
    'perfekt|super|modtaget|forst(?:å|aa)et|i orden|det er (?:fint|godt|i orden)|farvel|hej hej|vi ses|god (?:dag|weekend|aften)',
  ].join('|'),
  please: 'tak|venligst',
  // "Løst: ikke endnu".
  notYet: 'ikke|endnu|senere|f(?:ø|oe)rst',
  opensSentences: ['opdatering', 'opdater', 'sidste nyt', 'spørg', 'spoerg'],
};
