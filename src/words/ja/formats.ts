/** How Japanese writes times, lists and counts. It has one plural form, so the texts of counts are plain. */
import { formatsOf } from '../formats.ts';

const japanese = formatsOf('ja-JP', (city) => `${city} 時間`);
/** CLDR leaves out the space between two units: "2 時間30 分". */
const spaced = (length: string): string => length.replaceAll(/(?<=[間分])(?=\d)/g, ' ');

export const formats: typeof japanese = {
  ...japanese,
  duration: (ms) => spaced(japanese.duration(ms)),
  exact: (ms) => spaced(japanese.exact(ms)),
  /** CLDR puts nothing but a space between names. */
  list: japanese.and,
  or: (items) => items.join(' または '),
};
