/** What people write around a command, or in its place, in Spanish. */
import type { Around } from '../../en/look/around.ts';

export const around: Around = {
  greeting: 'hola|buenos\\s+d[ií]as|buenas(?:\\s+(?:tardes|noches))?',
  greeted: 'a todos|a todas|equipo',
  kind: '(?:muchas |mil )?gracias|por (?:la|su|tu) ayuda|s[ií]|vale|de acuerdo|perfecto|entendido|listo|genial|de nada|adi(?:ó|o)s|hasta luego',
  please: 'gracias|por favor',
  notYet: 'no|todav[ií]a|a[uú]n|luego|m[aá]s tarde|despu[eé]s',
  opensSentences: ['actualizar', 'preguntar', 'publicar', 'asumir'],
};
