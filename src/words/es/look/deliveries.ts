/** What went where of an outage, in Spanish. */
import { formats } from '../formats.ts';

export const deliveries = {
  button: 'Mostrar entregas',
  heading: (name: string) => `${name}: entregas`,
  summary(whole: number, all: number): string {
    if (all === 0) return 'Aún no se ha enviado nada.';
    if (whole === all && all > 1) return `Los ${all} lugares lo tienen todo.`;
    return `Lugares que lo tienen todo: ${whole} de ${all}.`;
  },
  about: 'Junto a cada lugar: cuándo llegó el último mensaje. Los cambios en las tarjetas no cuentan.',
  came: (count: number) =>
    count === 0
      ? 'No llegó ningún mensaje.'
      : formats.plural(count, { one: 'Llegó 1 mensaje.', many: `Llegaron ${count} mensajes.`, other: `Llegaron ${count} mensajes.` }),
  waits: (what: string) => `Espera su turno: ${what}.`,
  triesAgain: (what: string, why: string, attempts: number) =>
    `Aún no ha llegado: ${what} (${why}). ${formats.plural(attempts, {
      one: 'Lo he intentado una vez',
      many: `Lo he intentado ${attempts} veces`,
      other: `Lo he intentado ${attempts} veces`,
    })} y lo intentaré de nuevo.`,
  failed: (what: string, why: string) => `Descartado: ${what} (${why}).`,
  told: 'Soporte lo sabe.',
  otherMissing: (count: number) =>
    formats.plural(count, { one: 'Falta 1 más.', many: `Faltan ${count} más.`, other: `Faltan ${count} más.` }),
  more: (count: number) =>
    formats.plural(count, {
      one: 'No se muestra 1 lugar más.',
      many: `No se muestran ${count} lugares más.`,
      other: `No se muestran ${count} lugares más.`,
    }),
};
