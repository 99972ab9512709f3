/** Greetings, thanks and other words that ask for nothing, in the languages of the bot. What consists of them begins no report. */

/** A line a language: English, German, French, Spanish, Japanese. */
const GREETINGS = [
  'good\\s+(?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=[\\s.,!]*$)|hi+|hello|hey+|howdy|greetings|dear',
  'guten\\s+(?:morgen|tag|abend)|hallo|moin(?:\\s+moin)?|servus|gr(?:ü|ue)(?:ß|ss)\\s+(?:gott|dich|euch)',
  'bonjour|bonsoir|salut|coucou',
  'hola|buenos\\s+d[ií]as|buenas(?:\\s+(?:tardes|noches))?',
  'こんにちは|こんばんは|おはよう(?:ございます)?|お疲れ(?:様|さま)です|お世話になっております|お世話になります',
].join('|');
const GREETED = [
  'there|all|everyone|everybody|team|support|bot|folks|outage desk',
  'zusammen|alle|leute',
  "(?:à|a) tous|(?:à|a) toutes|tout le monde|l['\\u2019](?:é|e)quipe",
  'a todos|a todas|equipo',
  '皆さん|みなさん',
].join('|');
/** Behind a word, as far as one follows. */
const END = '(?![\\p{L}\\p{N}])';
const MARKS = '\\s.,:;!?\\u2013\\u3001\\u3002\\uFF01\\uFF0C\\uFF1A\\uFF1F~\\uFF5E';

const GREETING = new RegExp(`^(?:(?:${GREETINGS})${END}(?:[\\s,\\u3001]+(?:${GREETED})${END})*[${MARKS}-]*)+`, 'iu');
/** A command may follow it; empty when none of the text is left. */
export const withoutGreeting = (text: string): string => text.replace(GREETING, '');

const KIND = [
  'many|ok(?:ay)?|great|perfect|no|yes|sure|super|cool|fine|good|done|got it|good\\s?bye|bye|thanks?|thank\\s+you|thx|ty|cheers',
  'a lot|so much|very much|again|for (?:your|the|all your) (?:help|support|work)|to (?:you|all|everyone)|you|all|guys|team|everyone',
  'bot|outage desk',
  'danke(?:sch(?:ö|oe)n)?|(?:vielen|besten|herzlichen|tausend) dank|sch(?:ö|oe)n|sehr|f(?:ü|ue)r (?:die|deine|eure|ihre) hilfe|gerne?',
  'ja|nein|gut|prima|perfekt|alles klar|in ordnung|erledigt|verstanden|tsch(?:ü|ue)ss?|tschüß|auf wiedersehen',
  "merci|beaucoup|bien|(?:à|a) (?:tous|vous|toi)|pour (?:votre |ton |l['\\u2019])aide|oui|non|parfait|g(?:é|e)nial|d['\\u2019]accord",
  '(?:bien )?re(?:ç|c)u|compris|de rien|au revoir|(?:à|a) bient(?:ô|o)t',
  '(?:muchas |mil )?gracias|por (?:la|su|tu) ayuda|s[ií]|vale|de acuerdo|perfecto|entendido|listo|genial|de nada|adi(?:ó|o)s|hasta luego',
].join('|');
/** Japanese words follow each other without a space. */
const KIND_IN_JAPANESE = [
  'ありがとう(?:ございます|ございました)?|どうも|(?:了解|承知)(?:です|しました|いたしました)?|はい|いいえ|(?:わ|分)かりました',
  '大丈夫です|助かりました|よろしくお願い(?:します|いたします)|お疲れ(?:様|さま)でした',
].join('|');
const EMOJI = '[\\u{1F44B}\\u{1F44D}\\u{1F64F}\\u2764\\u{1F600}-\\u{1F60D}\\u{1F389}]|\\uFE0F|[\\u{1F3FB}-\\u{1F3FF}]';
/** With more behind them they are no small talk: "thanks, but it fails again". */
const SMALL = new RegExp(`^(?:(?:(?:${KIND})${END}|${KIND_IN_JAPANESE}|${EMOJI})[${MARKS})]*)+$`, 'iu');
const LONGEST = 80;

export const isSmallTalk = (text: string): boolean => text.length <= LONGEST && SMALL.test(text);
