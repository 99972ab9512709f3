/** How Spanish writes times, lists and counts, as it is used in Spain. */
import { formatsOf } from '../formats.ts';

export const formats = formatsOf('es-ES', {
  cityTime: (time, city) => `${time} (hora de ${city})`,
  quotes: ['\u00AB', '\u00BB'],
  nested: ['\u201C', '\u201D'],
});
