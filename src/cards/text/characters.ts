/** Characters that we put into a text, invisible ones so that it is read as it was typed. */

/** Parts two characters that together would be run, or become a link. */
export const WORD_JOINER = '\u2060';

/** What stands between these two does not change the reading direction of the text around it. */
export const ISOLATE = '\u2068';
export const END_OF_ISOLATE = '\u2069';

/** Stands in the place of personal data that was removed, until the text is complete and the reader's words say so. */
export const REMOVED = '\uE000';
