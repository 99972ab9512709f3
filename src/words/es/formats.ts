/** How Spanish writes times, lists and counts, as it is used in Spain. */
import { formatsOf } from '../formats.ts';

export const formats = {
  ...formatsOf('es-ES', (city) => `hora de ${city}`),
  /** That of `Intl` ends with "y" in Spanish: "Web shop y Producción" for a project and its environment. */
  list: (items: readonly string[]) => items.join(', '),
};
