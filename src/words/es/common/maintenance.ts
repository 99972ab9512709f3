/** Planned maintenance of a project, in Spanish: to who begins a report meanwhile, to who follows, and to the engineers who plan it. */
import { formats } from '../formats.ts';

export const maintenance = {
  heading: 'Mantenimiento planificado',
  place: (project: string, environments: string) => (environments ? `${project}, ${environments}` : project),

  /** On the first card of a report. */
  asks: (until: string) => `Hay un mantenimiento planificado en curso. Termina: ${until}. ¿Es eso lo que ve?`,
  runs: (where: string, until: string, what: string) => `${where}. Termina: ${until}. ${what}`,
  ifNot: 'Si es otra cosa, o no está seguro, notifíquelo. Lo trataremos como cualquier otra interrupción.',
  yes: 'Sí, es el mantenimiento',
  notSent: 'No se ha enviado nada. Si sigue sin funcionar cuando acabe el mantenimiento, notifíquelo.',

  /** On the desk's card of what was reported meanwhile. */
  fact: 'Mantenimiento',
  ran: (until: string, what: string) => `Estaba en curso cuando se notificó. Termina: ${until}. ${what}`,

  /** To channels and chats that follow. */
  news: {
    begins: (project: string) => `Empieza el mantenimiento: ${project}`,
    changed: (project: string) => `Ha cambiado el mantenimiento: ${project}`,
    over: (project: string) => `Ha terminado el mantenimiento: ${project}`,
    until: (where: string, until: string) => `${where}. Termina: ${until}. Anunciaremos aquí el final.`,
    now: (where: string) => `${where}: si algo no funciona ahora, notifíquelo.`,
  },

  none: 'No hay ninguno en curso ni planificado.',
  open: 'Añadir o terminar',
  line: (where: string, from: string, until: string, what: string) => `${where}, ${from} – ${until}: ${what}`,
  /** Behind that, after a comma. */
  byFile: 'planificado en el archivo de configuración (para cambiarlo, cambie ese archivo y reinícieme)',
  by: (name: string) => `planificado por ${name}`,
  projectGone: 'de un proyecto que ya no está en el archivo de configuración, así que no se avisa a nadie',
  more: (count: number) => `Y ${count} más.`,
  which: '¿Cuál ha terminado?',
  choose: 'Elija una opción',
  where: '¿Qué está en mantenimiento?',
  all: (project: string) => `${project}: todo`,
  noRoom: (count: number) =>
    formats.plural(count, {
      one: 'En esta lista no cabe 1 más. Planifíquelo en el archivo de configuración.',
      many: `En esta lista no caben ${count} más. Planifíquelos en el archivo de configuración.`,
      other: `En esta lista no caben ${count} más. Planifíquelos en el archivo de configuración.`,
    }),
  fromDate: '¿Desde qué día?',
  fromTime: (zone: string) => `¿Desde qué hora en ${zone}?`,
  untilDate: '¿Hasta qué día?',
  untilTime: (zone: string) => `¿Hasta qué hora en ${zone}?`,
  what: '¿Qué se hace? Lo leerán los clientes.',
  example: 'Actualización a la versión 10.0.44',
  send: 'Guardar mantenimiento',
  end: 'Terminar ahora',
  audience:
    'Los canales y chats que siguen el proyecto lo sabrán cuando empiece y cuando termine. Para cambiar uno, guárdelo de nuevo para el mismo lugar.',
  errors: {
    choose: 'Elija una opción de la lista.',
    'not-a-time': 'Elija un día y una hora.',
    'ends-first': 'Tiene que terminar después de empezar. Elija un final posterior o un comienzo anterior.',
    past: 'Ya ha pasado. Elija un final posterior.',
    'too-long': 'Dura más de 14 días. Elija un final anterior y añada otro para el resto.',
    'too-far': 'Falta más de un año. Elija un día anterior.',
    overlaps: (from: string, until: string) => `Ya hay un mantenimiento, ${from} – ${until}. Elija otra hora o termine ese.`,
    what: (most: number) => `Diga qué se hace, en ${most} caracteres como máximo.`,
  },
  saved: (where: string, from: string, until: string) => `Guardado: ${where}, ${from} – ${until}.`,
  nobody: 'Ningún canal ni chat sigue este proyecto, así que no se avisa a nadie. Para que uno lo siga, escriba allí "@Outage Desk setup".',
  ended: 'Ha terminado. Se informa a quienes supieron que empezaba.',
  gone: 'Ese ya había terminado.',
};
