/** What people write around a command, or in its place, in French. */
import type { Around } from '../../en/look/around.ts';

export const around: Around = {
  greeting: 'bonjour|bonsoir|salut|coucou',
  greeted: "(?:à|a) tous|(?:à|a) toutes|tout le monde|l['\\u2019](?:é|e)quipe",
  kind: [
    "merci|beaucoup|bien|(?:à|a) (?:tous|vous|toi)|pour (?:votre |ton |l['\\u2019])aide|oui|non|parfait|g(?:é|e)nial|d['\\u2019]accord",
    '(?:bien )?re(?:ç|c)u|compris|de rien|au revoir|(?:à|a) bient(?:ô|o)t',
  ].join('|'),
  please: "merci|svp|stp|s'il (?:vous|te) pla[iî]t",
  notYet: 'pas|plus tard|non|ne',
  opensSentences: ['publier'],
};
