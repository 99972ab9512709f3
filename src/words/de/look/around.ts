/** What people write around a command, or in its place, in German. */
import type { Around } from '../../en/look/around.ts';

export const around: Around = {
  greeting: 'guten\\s+(?:morgen|tag|abend)|hallo|moin(?:\\s+moin)?|servus|gr(?:ü|ue)(?:ß|ss)\\s+(?:gott|dich|euch)',
  greeted: 'zusammen|alle|leute',
  kind: [
    'danke(?:sch(?:ö|oe)n)?|(?:vielen|besten|herzlichen|tausend) dank|sch(?:ö|oe)n|sehr|f(?:ü|ue)r (?:die|deine|eure|ihre) hilfe|gerne?',
    'ja|nein|gut|prima|perfekt|alles klar|in ordnung|erledigt|verstanden|tsch(?:ü|ue)ss?|tschüß|auf wiedersehen',
  ].join('|'),
  please: 'bitte|danke',
  // "Behoben: noch nicht".
  notYet: 'nicht|noch|kein\\p{L}*|sp(?:ä|ae)ter|erst',
  opensSentences: ['aktualisieren', 'nachfragen'],
};
