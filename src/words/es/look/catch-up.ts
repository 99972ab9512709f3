/** What changed since somebody looked last, in Spanish. */
import { formats } from '../formats.ts';

export const catchUp = {
  heading: 'Desde su última consulta',
  since: (when: string) => `Desde su última consulta, ${when}:`,
  change: (when: string, text: string) => `${when}: ${text}`,
  updates: (count: number, when: string, last: string) =>
    formats.plural(count, {
      one: `1 actualización, ${when}: ${last}`,
      many: `${count} actualizaciones, la última, ${when}: ${last}`,
      other: `${count} actualizaciones, la última, ${when}: ${last}`,
    }),
  several: (count: number, when: string, last: string) =>
    formats.plural(count, {
      one: `1 vez, ${when}: ${last}`,
      many: `${count} veces, la última, ${when}: ${last}`,
      other: `${count} veces, la última, ${when}: ${last}`,
    }),
  earlier: (count: number, name: string) =>
    formats.plural(count, {
      one: `Y 1 cambio más: escriba "timeline ${name}".`,
      many: `Y ${count} cambios más: escriba "timeline ${name}".`,
      other: `Y ${count} cambios más: escriba "timeline ${name}".`,
    }),
  nothing: (when: string) => `Sin novedades desde su última consulta: ${when}.`,
  never: 'No la había consultado antes. Así está ahora.',
  noneOpen: 'No tiene ninguna interrupción abierta, y hasta ahora no ha consultado ninguna.',
  more: (name: string) => `Para verlo todo, escriba "status ${name}".`,
  moreOutages: (count: number) =>
    formats.plural(count, {
      one: 'Hay novedades en 1 interrupción más: escriba "catch up" de nuevo.',
      many: `Hay novedades en ${count} interrupciones más: escriba "catch up" de nuevo.`,
      other: `Hay novedades en ${count} interrupciones más: escriba "catch up" de nuevo.`,
    }),
  oneOf: (name: string) => `Para ver todo lo que ha cambiado en una, escriba su número, por ejemplo "catch up ${name}".`,
};
