/** How Spanish writes times, lists and counts, as it is used in Spain. */
import { formatsOf } from '../formats.ts';

const comma = new Intl.ListFormat('es-ES', { type: 'unit', style: 'short' });

export const formats = {
  ...formatsOf('es-ES', (city) => `hora de ${city}`),
  /** The long style ends with "y": "Web shop y Producción" for a project and its environment. */
  list: (items: readonly string[]) => comma.format(items),
};
