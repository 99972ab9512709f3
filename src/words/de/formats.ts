/** How German writes times, lists and counts, as it is used in Germany. */
import { formatsOf } from '../formats.ts';

/** The city comes in English, and its name is not inflected. */
const inGermany = formatsOf('de-DE', (city) => `Ortszeit ${city}`);
/** "1 Stunde 20 Minuten": `Intl` puts a comma between, which breaks the sentence that the length of time stands in. */
const inOne = (length: string) => length.replaceAll(', ', ' ');

export const formats: typeof inGermany = {
  ...inGermany,
  duration: (ms) => inOne(inGermany.duration(ms)),
  exact: (ms) => inOne(inGermany.exact(ms)),
};
