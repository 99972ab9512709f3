/** Following outages in somebody's own chat: how much, and when. In Spanish. */
import type { Noise } from '../../outage/follow/chosen.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

const noise: { readonly [noise in Noise]: string } = {
  everything: 'Todo',
  'turning-points': 'Momentos clave: notificada, asumida, con retraso, cambio de fase, resuelta, reabierta',
  'begin-and-end': 'Principio y fin: notificada, resuelta, reabierta',
};

export const follow = {
  noise,
  commands: {
    follow: 'Seguir una interrupción o un proyecto en su propio chat: follow OUT-1042. Solo con "follow", ve su lista.',
    unfollow: 'Dejar de seguir una interrupción o un proyecto',
    myFollows: 'Ver qué interrupciones y proyectos sigue, y elegir cuánto recibe y cuándo',
  },
  /** Without a name: who follows is nobody else's to read. */
  timeline: { followed: () => 'Alguien la sigue en su propio chat', unfollowed: () => 'Alguien ha dejado de seguirla' },
  button: 'Seguir en mi chat',
  stop: 'Dejar de seguir',
  started: (name: string) => `Ahora sigue ${name}. Las novedades le llegan a su chat conmigo.`,
  already: (name: string) => `Ya recibe las novedades de ${name} en su chat.`,
  stopped: (name: string) => `Ha dejado de seguir ${name}.`,
  stoppedAll: 'Ya no sigue nada.',
  notFollowed: 'No sigue eso. Para ver su lista, escriba "my follows".',
  joinedHere: (name: string) => `Se ha sumado a ${name}. Cada actualización le llega a su chat conmigo.`,
  noProject: (projects: string) =>
    denial(
      'not-member',
      projects
        ? `No conozco ese proyecto. Escriba "follow" y uno de estos: ${projects}.`
        : 'Aún no puede seguir ningún proyecto. Pida a un administrador de soporte que le añada a uno.',
    ),
  project: {
    started: (project: string) => `Ahora sigue ${project}`,
    text: 'Recibirá las interrupciones que se notifiquen a partir de ahora. Para elegir cuánto y cuándo, escriba "my follows".',
    open: (count: number) =>
      formats.plural(count, {
        one: 'Seguir 1 abierta',
        many: `Seguir ${count} abiertas`,
        other: `Seguir ${count} abiertas`,
      }),
    openStarted: (count: number) =>
      formats.plural(count, {
        one: 'Ahora sigue 1 interrupción más.',
        many: `Ahora sigue ${count} interrupciones más.`,
        other: `Ahora sigue ${count} interrupciones más.`,
      }),
  },
  mine: {
    heading: 'Interrupciones y proyectos que sigue',
    none: 'No sigue nada. Para empezar, escriba "follow" y un número como OUT-1042 o el nombre de un proyecto.',
    project: (project: string) => `${project}: cada interrupción nueva`,
    outage: (name: string, project: string) => `${name} de ${project}`,
    howMuch: '¿Cuánto quiere recibir?',
    from: (zone: string) => `Horas de silencio, desde (hora en ${zone})`,
    until: 'Horas de silencio, hasta',
    most: 'Mensajes al día, como máximo',
    stop: 'Elija lo que quiere dejar de seguir',
    stopAll: 'Dejar de seguir todo',
    save: 'Guardar',
    open: 'Mostrar lo que sigo',
    audience:
      'Solo usted ve esto. En las horas de silencio solo llegan los momentos clave; el resto llega después en un solo mensaje. Si se supera el máximo diario, ese día solo llegan los momentos clave.',
    saved: 'Guardado. Se aplica desde ahora a toda su lista.',
    errors: {
      hours: 'Escriba dos horas distintas, como 22:00 y 07:00, o deje las dos vacías.',
      most: (most: number) => `Escriba un número del 1 al ${most}.`,
      noise: 'Elija cuánto quiere recibir.',
    },
  },
  heard: {
    heading: (count: number) =>
      formats.plural(count, {
        one: '1 mensaje durante sus horas de silencio',
        many: `${count} mensajes durante sus horas de silencio`,
        other: `${count} mensajes durante sus horas de silencio`,
      }),
    more: (count: number) =>
      formats.plural(count, {
        one: 'No se muestra 1 mensaje anterior.',
        many: `No se muestran ${count} mensajes anteriores.`,
        other: `No se muestran ${count} mensajes anteriores.`,
      }),
    others: (count: number) =>
      formats.plural(count, {
        one: 'No se muestra 1 interrupción más.',
        many: `No se muestran ${count} interrupciones más.`,
        other: `No se muestran ${count} interrupciones más.`,
      }),
  },
  /** Below the last message of the day, but for turning points. */
  reached: (count: number) =>
    `Este es el mensaje número ${count} de hoy. Hasta medianoche solo llegan aquí los momentos clave; con "catch up" verá el resto.`,
};
