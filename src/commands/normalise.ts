/**
 * Teams writes no-break spaces, line ends and marks without width into what people type, and some keyboards write
 * full-width letters. The first word is read plainly; the rest stays as typed, for it may be told to people.
 */
export const normalise = (text: string): string =>
  text
    .replace(/[\u00A0\u2007\u202F\u3000]/g, ' ')
    .replace(/^[\s\u200B-\u200F\u2060]+|(?<![\s\u200B-\u200F\u2060])[\s\u200B-\u200F\u2060]+$/g, '')
    .replace(/^\S+/, (word) => word.normalize('NFKC'));
