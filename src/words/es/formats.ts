/** How Spanish writes times, lists and counts, as it is used in Spain. */
import { formatsOf } from '../formats.ts';

export const formats = formatsOf('es-ES', (city) => `hora de ${city}`);
