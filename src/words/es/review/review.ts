/** The review of an outage, in Spanish: what its card and its form say, its news, and the Markdown of it. */
import { formats } from '../formats.ts';

const count = (some: number, one: string, other: string) =>
  formats.plural(some, { one: `1 ${one}`, many: `${some} ${other}`, other: `${some} ${other}` });

export const review = {
  button: 'Escribir revisión',
  fillIn: 'Completar revisión',
  edit: 'Editar revisión',
  show: 'Mostrar revisión',
  markdown: 'Mostrar como Markdown',
  heading: (name: string) => `${name}: revisión`,
  notYet: (name: string, state: string) =>
    `${name} no ha terminado (${state}). Podrá escribir su revisión cuando esté resuelta, transferida o retirada.`,
  merged: (name: string, into: string) => `${name} se combinó con ${into}. Escriba la revisión de ${into}: /outage review ${into}.`,
  request: (name: string) => `${name} es una solicitud de soporte. Solo las interrupciones tienen revisión.`,
  practice: 'Fue un simulacro: puede practicar la revisión. Las acciones no se recuerdan a nadie.',
  unsaved: 'Aún no se ha guardado ninguna revisión. Abajo está lo que dice el registro.',
  saved: (who: string, when: string) => `Guardada por ${who}, ${when}.`,
  lasted: (time: string, from: string, until: string) => `Duró ${time}: ${from} – ${until}.`,
  /** The rows, and the headings in Markdown. */
  facts: {
    summary: 'Resumen',
    review: 'Revisión',
    promise: 'Compromiso',
    updates: 'Actualiza\u00ADciones',
    gaps: 'Periodos sin noticias',
    affected: 'Personas afectadas',
    told: 'Qué se comunicó',
    cause: 'Causa',
    helped: 'Qué ayudó',
    followUps: 'Qué cambiamos',
    timeline: 'Cronología',
  },
  kept: (after: string, within: string) => `Asumida en ${after}, compromiso de ${within}: cumplido`,
  broken: (after: string, within: string) => `Asumida en ${after}, compromiso de ${within}: no cumplido`,
  never: 'No la asumió nadie.',
  updates: (inTime: number, all: number) =>
    all === 0 ? 'No había ninguna actualización prevista.' : `${inTime} de ${count(all, 'actualización', 'actualizaciones')} a tiempo`,
  update: (due: string, late: string) => (late ? `Hora límite, ${due}: ${late} de retraso` : `Hora límite, ${due}: a tiempo`),
  gap: (time: string, from: string, until: string) => `${time} sin noticias: ${from} – ${until}`,
  noGap: 'Ninguno superó el tiempo previsto entre actualizaciones.',
  people: (place: string, people: number) => `${place}: ${count(people, 'persona', 'personas')}`,
  merges: (outages: number) => `Combinadas con ella: ${count(outages, 'interrupción', 'interrupciones')}`,
  told: (when: string, what: string, came: number, all: number) => `${when}: ${what}, en ${came} de ${count(all, 'lugar', 'lugares')}`,
  nothingTold: 'No se envió nada.',
  open: 'Aún sin escribir',
  followUp: (text: string, who: string, day: string) => `${text} (${who}, fecha límite: ${day})`,
  done: (text: string, who: string, when: string) => `\u2713 ${text} (hecha por ${who}, ${when})`,
  numberDone: (number: number) => `Marcar la ${number} como hecha`,
  markDone: 'Marcar como hecha',
  /** On the desk's card. */
  state: (who: string, when: string, done: number, all: number) =>
    `Guardada por ${who}, ${when}${all > 0 ? `; acciones hechas: ${done} de ${all}` : ''}`,
  gone: 'Esa acción ya no está en la revisión.',
  wasDone: (name: string) => `La acción de ${name} está hecha.`,

  form: {
    heading: (name: string) => `${name}: escribir revisión`,
    cause: '¿Cuál fue la causa?',
    helped: '¿Qué ayudó?',
    text: (number: number) => `Acción ${number}: ¿qué cambiamos?`,
    owner: (number: number) => `Acción ${number}: responsable`,
    day: (number: number) => `Acción ${number}: fecha límite`,
    send: 'Guardar revisión',
    audience:
      'Solo la lee soporte. A la persona responsable de una acción se le recuerda a las 09:00 de la fecha límite, en la zona horaria del servicio de soporte.',
    more: 'Para quitar una acción, borre su texto. Para añadir más, guarde y edite la revisión de nuevo.',
    noOwner: 'Elija un ingeniero de soporte.',
    /** `day`: on which the personal data of the outage is removed, and its review with it. */
    noDay: (day: string) => `Elija un día posterior a hoy y anterior al día en que se elimina esta revisión: ${day}.`,
    saved: 'La revisión está guardada.',
  },

  news: {
    saved: (name: string) => `${name}: revisión guardada`,
    yours: (mention: string) => `${mention}: tiene una acción a su cargo.`,
    due: (name: string) => `${name}: vence una acción`,
    yoursDue: (mention: string) => `${mention}: esta acción está a su cargo.`,
    dueText: (day: string) => `Fecha límite: ${day}.`,
    /** `owner`: who was to do it. */
    noEngineer: (owner: string, day: string) =>
      `Fecha límite: ${day}. ${owner} ya no es ingeniero de soporte: edite la revisión para dársela a otra persona.`,
    done: (name: string) => `${name}: acción hecha`,
  },
  message: {
    reviewed: 'el mensaje de que se guardó una revisión',
    'follow-up-due': 'el recordatorio de una acción',
    'follow-up-done': 'el mensaje de que una acción está hecha',
  },
  timeline: {
    reviewed: () => 'guardó la revisión',
    'follow-up-due': (more: string) => `Venció una acción: ${more}`,
    'follow-up-done': (more: string) => `hizo una acción${more && `: ${more}`}`,
  },

  zone: (zone: string) => `Las horas están en UTC. El servicio de soporte está en ${zone}.`,
  copy: 'Markdown para su wiki',
  cut: 'Falta el resto: no cabe en esta tarjeta. Quien administra el servicio lo obtiene entero: npx outage-desk review.',
};
