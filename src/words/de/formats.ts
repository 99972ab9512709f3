/** How German writes times, lists and counts, as it is used in Germany. */
import { formatsOf } from '../formats.ts';

export const formats = formatsOf('de-DE', {
  /** The city comes in English, and its name is not inflected. */
  cityTime: (time, city) => `${time} (Ortszeit ${city})`,
  quotes: ['\u201E', '\u201C'],
});
