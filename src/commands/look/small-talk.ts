/** Greetings, thanks and other words that ask for nothing, in the languages of the bot. What consists of them begins no report. */

import { inAnyLanguage } from '../../words/typed.ts';

/** Behind a word, as far as one follows. */
const END = '(?![\\p{L}\\p{N}])';
const MARKS = '\\s.,:;!?\\u2013\\u3001\\u3002\\uFF01\\uFF0C\\uFF1A\\uFF1F~\\uFF5E';

const GREETING = new RegExp(
  `^(?:(?:${inAnyLanguage('greeting')})${END}(?:[\\s,\\u3001]+(?:${inAnyLanguage('greeted')})${END})*[${MARKS}-]*)+`,
  'iu',
);
/** A command may follow it; empty when none of the text is left. */
export const withoutGreeting = (text: string): string => text.replace(GREETING, '');

const EMOJI = '[\\u{1F44B}\\u{1F44D}\\u{1F64F}\\u2764\\u{1F600}-\\u{1F60D}\\u{1F389}]|\\uFE0F|[\\u{1F3FB}-\\u{1F3FF}]';
/** With more behind them they are no small talk: "thanks, but it fails again". */
const SMALL = new RegExp(`^(?:(?:(?:${inAnyLanguage('kind', true)})${END}|${inAnyLanguage('kind', false)}|${EMOJI})[${MARKS})]*)+$`, 'iu');
const LONGEST = 80;

export const isSmallTalk = (text: string): boolean => text.length <= LONGEST && SMALL.test(text);
