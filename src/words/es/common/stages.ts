/** What stands beside the drawn stages and the clock of an outage, and on the row that unfolds the rest of a card. In Spanish. */
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { phaseShort } from './names.ts';

const name: Record<Stage, string> = { reported: 'Notificada', acknowledged: 'Asumida', ...phaseShort, resolved: 'Resuelta' };

export const stages = {
  name,
  /** `now`, here and below: this text. */
  now: (n: number, of: number, stage: string) => `Fase ${n} de ${of}: ${stage}`,
  at: (now: string, when: string) => `${now}, ${when}`,
  since: (now: string, when: string) => `${now}, desde: ${when}`,
  /** In a drill, whose stages are seconds apart. `after`: how long after the report. */
  after: (now: string, after: string) => `${now}, ${after} después de la notificación`,
  next: (now: string, stage: string) => `${now}. Siguiente: ${stage}.`,
  updateLate: (now: string) => `${now}. La próxima actualización va con retraso.`,
  /** It ended, or was closed, at this stage. */
  ended: {
    closed: (now: string) => `${now}, ahora cerrada`,
    withdrawn: (now: string) => `${now}, después retirada`,
    transferred: (now: string) => `${now}, después transferida`,
    merged: (now: string) => `${now}, después combinada`,
    drill: (now: string) => `${now}, después terminó el simulacro`,
  },
  fact: 'Fases',
  reached: (stage: string, when: string) => `${stage}: ${when}`,
};

export const clock = {
  /** "12 of 30 minutes": `whole` says the unit. */
  part: (count: string, whole: string) => `${count} de ${whole}`,
  gone: (part: string) => `Transcurrido: ${part}.`,
  late: (late: string) => `\u26A0 ${late} de retraso.`,
  /** A card that was sent does not move, so it says when it was right. */
  at: (when: string, text: string) => `${when}: ${text}`,
  by: (when: string) => `Hora límite para asumirla: ${when}.`,
  byOthers: (when: string) => `Soporte la asumirá. Hora límite: ${when}.`,
  was: (when: string) => `La hora límite era: ${when}.`,
  told: (was: string) => `${was} Quien la notificó ya lo sabe.`,
};

/** How long it has been down, and for how many. A card that was sent does not move. */
export const down = {
  now: (since: string, lasts: string, now: string) => `${since}. ${now}: lleva ${lasts} sin funcionar.`,
  unsure: (lasts: string, now: string) => `No se sabe desde cuándo. ${now}: lleva al menos ${lasts} sin funcionar.`,
  over: (since: string, until: string, lasted: string) => `Sin funcionar: ${since} – ${until} (${lasted})`,
  people: (count: number) =>
    formats.plural(count, {
      one: 'Lo ha dicho una persona',
      many: `Lo han dicho ${count} personas`,
      other: `Lo han dicho ${count} personas`,
    }),
};

export const details = { label: 'Detalles', toggle: 'Mostrar u ocultar los detalles' };
