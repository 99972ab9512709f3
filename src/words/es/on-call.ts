/** On-call, in Spanish: who has it, who takes it, and why somebody is called. */
import type { Level } from '../../outage/types/values.ts';
import type { CalledBefore } from '../en/on-call.ts';
import { level as roleOf, toThe } from './common/names.ts';
import { formats } from './formats.ts';

const title: Record<Level, string> = { primary: 'Guardia principal', secondary: 'Guardia secundaria', 'duty-manager': 'Jefe de guardia' };

const [minute, hour] = [formats.duration(60_000), formats.duration(3_600_000)];
/** After "cada": "hora", "2 horas". */
export const each = (length: string): string => (length === minute ? 'minuto' : length === hour ? 'hora' : length);

/** Why the engine calls somebody. */
export function whyCalled(mention: string, level: Level | 'owner', before: CalledBefore | null): string {
  const role = `${mention}: ${level === 'owner' ? 'la tiene a su cargo' : `está de ${roleOf[level]}`}`;
  if (before === null) return `${role}.`;
  const { who, when } = before;
  if (who === 'you') return `${role}. Ya se le alertó, ${when}.`;
  const names = formats.and(who.map((one) => toThe[one]));
  return `${role}. Se alertó ${names} sin respuesta, ${who.length > 1 ? 'última vez: ' : ''}${when}.`;
}

export const onCall = {
  title,
  heading: 'Guardias',
  week: (zone: string) => `Los próximos 7 días en ${zone}: \u2713 hay alguien de guardia a todas horas, \u26A0 a alguna hora no hay nadie`,
  atOnce: 'ahora',
  hole: (from: string, until: string) => `\u26A0 Nadie: ${from} – ${until}`,
  /** Nobody has it as far as the on-call schedule is read. */
  holeOn: (from: string) => `\u26A0 Nadie a partir de: ${from}`,
  moreHoles: (more: number) => `\u26A0 Y ${more} más`,
  summary: (primary: string) => `De guardia ahora: ${primary}`,
  now: (who: string) => `Ahora: ${who}`,
  from: (when: string, who: string) => `${when}: ${who}`,
  allTheTime: (who: string) => `${who}, durante los próximos 14 días`,
  nobody: '\u26A0 nadie',
  more: (changes: number) =>
    formats.plural(changes, {
      one: 'Y 1 cambio más en 14 días.',
      many: `Y ${changes} cambios más en 14 días.`,
      other: `Y ${changes} cambios más en 14 días.`,
    }),
  byHand: 'Cambios hechos aquí',
  has: (who: string, level: Level, until: string) => `${who}: ${roleOf[level]}, hasta: ${until}`,
  covers: (who: string, insteadOf: string, until: string) => `${who} cubre a ${insteadOf} hasta: ${until}`,

  take: 'Tomar la guardia',
  cover: 'Cubrir a alguien',
  end: 'Terminar mi guardia',
  back: 'Atrás',

  takeForm: {
    heading: 'Tomar la guardia',
    what: '¿En qué nivel?',
    send: 'Tomar la guardia',
    note: 'Desde ahora hasta entonces, en este nivel solo se le alerta a usted. Puede terminarla antes.',
  },
  coverForm: {
    heading: 'Cubrir a alguien',
    what: '¿A quién cubre?',
    send: 'Cubrir',
    note: 'Desde ahora hasta entonces, se le alerta a usted en lugar de a esa persona, en todos sus niveles. Puede terminarlo antes.',
  },
  endForm: {
    heading: 'Terminar mi guardia',
    what: '¿Qué quiere terminar?',
    send: 'Terminar mi guardia',
    note: 'A partir de ahora se alerta de nuevo a las personas del calendario de guardias.',
  },
  untilDate: '¿Hasta qué día?',
  untilTime: (zone: string) => `¿Hasta qué hora en ${zone}?`,

  errors: {
    choose: 'Elija una opción.',
    'not-a-time': 'Elija un día y una hora.',
    past: 'Esa hora ya ha pasado. Elija una posterior.',
    'too-far': 'Elija una hora dentro de 14 días. Para más tiempo, cambie el calendario de guardias en el archivo de configuración.',
  },
  took: (level: Level, until: string) => `Está de ${roleOf[level]} hasta: ${until}.`,
  covering: (insteadOf: string, until: string) => `Cubre a ${insteadOf} hasta: ${until}.`,
  ended: 'Ha terminado esa guardia.',
  noneOfYours: 'No ha tomado ninguna guardia aquí.',

  /** Messages about the on-call schedule: to a person in their own chat, and once a week to the desk's channel. */
  news: {
    before: 'Pronto empieza su guardia',
    begins: 'Ya está de guardia',
    less: 'Ahora tiene menos guardias',
    ends: 'Ya no está de guardia',
    not: 'Al final no estará de guardia',
    role: (level: Level, from: string, until: string | null) =>
      `Está de ${roleOf[level]}${until === null ? ` desde: ${from}` : `: ${from} – ${until}`}.`,
    still: (level: Level, until: string | null) => `Sigue de ${roleOf[level]}${until === null ? '' : ` hasta: ${until}`}.`,
    lost: (levels: readonly Level[], at: string) => `Ya no está de ${formats.and(levels.map((level) => roleOf[level]))}. Desde: ${at}.`,
    notThen: (at: string) => `Otra persona ha tomado su guardia a partir de: ${at}.`,
    above: (levels: readonly { readonly level: Level; readonly who: string }[]) =>
      levels.length === 0
        ? 'No hay nadie en un nivel superior.'
        : `En los niveles superiores: ${formats.and(levels.map(({ level, who }) => `${roleOf[level]} (${who})`))}.`,
    handOver:
      'Para traspasarla, pida a un compañero que me escriba /outage on-call y pulse "Cubrir a alguien". Se aplica desde ese momento.',
    takeBack: 'Para estar de guardia de todos modos, pulse "Mostrar guardias" y después "Tomar la guardia".',
    noneOpen: 'No hay ninguna interrupción abierta.',
    open: (count: number) =>
      formats.plural(count, {
        one: 'Hay 1 interrupción abierta:',
        many: `Hay ${count} interrupciones abiertas:`,
        other: `Hay ${count} interrupciones abiertas:`,
      }),
    owned: (count: number) =>
      formats.plural(count, {
        one: '1 de ellas sigue a su cargo. Para traspasarla, escriba en su hilo "hand over" y un nombre.',
        many: `${count} de ellas siguen a su cargo. Para traspasar una, escriba en su hilo "hand over" y un nombre.`,
        other: `${count} de ellas siguen a su cargo. Para traspasar una, escriba en su hilo "hand over" y un nombre.`,
      }),
    more: (count: number) => `Y ${count} más.`,
    week: 'De guardia esta semana',
    gaps: 'Próximos 30 días',
    noGaps: 'Hay alguien de guardia a todas horas.',
    lastWeek: 'La semana pasada',
    kept: (outages: number, inTime: number) =>
      outages === 0
        ? 'No se notificó ninguna interrupción.'
        : formats.plural(outages, {
            one: `Se notificó 1 interrupción; ${inTime === 1 ? '' : 'no '}se asumió a tiempo.`,
            many: `Se notificaron ${outages} interrupciones; asumidas a tiempo: ${inTime}.`,
            other: `Se notificaron ${outages} interrupciones; asumidas a tiempo: ${inTime}.`,
          }),
    show: 'Mostrar guardias',
  },

  calendar: {
    open: 'Añadir al calendario',
    heading: 'Las guardias en su calendario',
    what: '¿Qué guardias?',
    mine: (name: string) => `Las mías (${name})`,
    note: 'Recibirá una dirección para su aplicación de calendario.',
    secret: 'No la comparta: cualquiera que la tenga puede leer estos horarios de guardia y los nombres que contienen.',
    has: (whose: string) => `Ya tiene una dirección para: ${whose}. Si crea una nueva, la anterior deja de funcionar.`,
    make: 'Crear dirección',
    withdraw: 'Anular dirección',
    made: (whose: string) => `Su dirección de calendario para: ${whose}`,
    address: 'Dirección',
    once: 'Cópiela ahora. No la guardo, así que no puedo mostrarla de nuevo.',
    how: 'En Outlook o Teams: Calendario > Agregar calendario > "Suscribirse desde la web". Su aplicación lo actualiza sola, normalmente cada pocas horas.',
    title: (what: string, who: string) => `${what}: ${who}`,
    ofLevel: (level: Level) => title[level],
    ofPerson: (name: string) => `De guardia: ${name}`,
    nobody: 'nadie',
    withdrawn: (whose: string) => `Ya no funciona la dirección para: ${whose}.`,
    none: 'No tiene dirección para eso.',
    off: 'No puedo dar direcciones de calendario: las aplicaciones de calendario no pueden conectarse conmigo. Quien me opera puede cambiarlo con el ajuste PUBLIC_URL.',
  },

  plan: {
    label: 'Si nadie la asume',
    calls: (when: string, level: Level, who: string) => `${when}: ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when} y cada ${each(formats.duration(everyMs))}: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
