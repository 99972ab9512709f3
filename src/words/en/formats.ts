/** How English writes times, lists and counts, as it is used in Great Britain. */
import { formatsOf } from '../formats.ts';

export const formats = formatsOf('en-GB', {
  cityTime: (time, city) => `${time} (${city} time)`,
  quotes: ['\u201C', '\u201D'],
});
