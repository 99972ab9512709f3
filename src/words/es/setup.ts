/** Setting up in Teams: which channel is the support desk, who follows, and which rooms were lost or came back. In Spanish. */
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

type Kind = 'channel' | 'groupChat';

export const setup = {
  heading: 'Configurar Outage Desk',
  open: 'Configurar',
  invite: {
    channel: 'Este canal puede ser el canal de soporte o seguir interrupciones.',
    groupChat: 'Este chat puede seguir interrupciones.',
  } satisfies Record<Kind, string>,
  inviteWho: (names: string) =>
    `${names && `Personas autorizadas: ${names}. `}Lo que abre el botón solo lo ve quien lo pulsa. Para ver esto de nuevo, escriba "@Outage Desk setup".`,
  here: { channel: 'Este canal', groupChat: 'Este chat' } satisfies Record<Kind, string>,
  desk: 'Canal de soporte',
  followers: 'Siguen interrup\u00ADciones',
  unnamed: { channel: 'un canal', groupChat: 'un chat de grupo' } satisfies Record<Kind, string>,
  noneYet: 'Aún no hay. Hasta que lo haya, nadie puede notificar una interrupción.',
  isDesk: 'Este es el canal de soporte: cada interrupción tiene aquí un hilo.',
  follows: (projects: string, audience: string) => `Sigue las interrupciones de ${projects}. Para: ${audience}.`,
  followsNothing: 'Aún no se usa.',
  byFile: (text: string) => `${text} Lo dice el archivo de configuración, que prevalece sobre lo que se elija aquí.`,
  lost: 'No llega nada',
  overruled: 'No se usa',
  overruledText: (room: string) => `${room}: elegido en Teams, pero prevalece el que indica el archivo de configuración.`,
  nobody: 'Nadie todavía',
  room: (name: string, projects: string) => `${name}: ${projects}`,
  more: (count: number) => `Y ${count} más.`,
  allProjects: 'todos los proyectos',
  projects: '¿Qué proyectos?',
  everyProject: 'Todos los proyectos, también los futuros',
  moreProjects: (count: number) =>
    formats.plural(count, {
      one: 'En esta tarjeta no cabe 1 proyecto más. Para elegirlo, use el archivo de configuración. "Todos los proyectos" lo incluye.',
      many: `En esta tarjeta no caben ${count} proyectos más. Para elegir entre ellos, use el archivo de configuración. "Todos los proyectos" los incluye.`,
      other: `En esta tarjeta no caben ${count} proyectos más. Para elegir entre ellos, use el archivo de configuración. "Todos los proyectos" los incluye.`,
    }),
  deskSees: 'Quienes leen el canal de soporte ven cómo contactar con la persona que notificó.',
  sees: (audience: string, what: string) => `${audience}: aquí se verá ${what}.`,
  makeDesk: 'Usar como canal de soporte',
  follow: 'Seguir estos proyectos',
  stop: 'Dejar de seguir',
  whichRoom: '¿Qué canal o chat debe dejar de seguir?',
  choose: 'Elija una opción',
  chooseProject: 'Elija todos los proyectos, o uno o varios.',
  elsewhere: 'Para configurar un canal o un chat de grupo, añádame allí y escriba "@Outage Desk setup".',
  deskByFile: 'El canal de soporte está en el archivo de configuración (desk.channel). Para elegirlo aquí, quite esa línea y reinícieme.',
  done: {
    desk: 'Este canal es ahora el canal de soporte. Las interrupciones abiertas siguen en sus hilos. Ahora escriba "@Outage Desk outage check" y después pruébelo: "@Outage Desk outage drill".',
    follow: 'Guardado para las interrupciones que se notifiquen a partir de ahora.',
    stop: 'Guardado. Las actualizaciones de las interrupciones abiertas seguirán llegando allí hasta que terminen.',
  },
  public: {
    desk: (person: string) => `${person} ha elegido este canal como canal de soporte`,
    deskText: 'Cada interrupción que se notifique a partir de ahora tendrá aquí un hilo.',
    follow: {
      channel: (person: string) => `${person} ha hecho que este canal siga interrupciones`,
      groupChat: (person: string) => `${person} ha hecho que este chat siga interrupciones`,
    } satisfies Record<Kind, (person: string) => string>,
    followText: (projects: string, what: string) =>
      `A partir de ahora aparecen aquí las nuevas interrupciones de ${projects}. Se verá ${what}.`,
    stop: {
      channel: (person: string) => `${person} ha hecho que este canal deje de seguir interrupciones`,
      groupChat: (person: string) => `${person} ha hecho que este chat deje de seguir interrupciones`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: 'Las actualizaciones de las interrupciones abiertas seguirán llegando aquí hasta que terminen.',
  },
  notYours: (names: string) =>
    denial(
      'not-administrator',
      `Personas autorizadas a configurar esto: ${names}. Pida que lo hagan, o que le añadan como administrador en el archivo de configuración.`,
    ),
  noAdministrator: denial(
    'not-administrator',
    'Nadie puede configurar esto en Teams: no hay ningún administrador en el archivo de configuración. Hable con quien opera el bot.',
  ),
  noDesk: 'Aún no puede notificar interrupciones aquí',
  noDeskText: 'Aún no hay canal de soporte. Si producción no funciona ahora, llame.',
  noDeskWho: (names: string) => `El canal se elige escribiendo en él "@Outage Desk setup". Personas autorizadas: ${names}.`,
  notSent: denial(
    'no-desk',
    'Esto no se ha enviado: aún no hay canal de soporte. Lo que escribió se guarda un día: pulse Enviar notificación más tarde.',
  ),

  /** To the support desk, when a room is lost or comes back. */
  changed: {
    heading: (lost: number, back: number) =>
      lost > 0
        ? formats.plural(lost, {
            one: 'Las actualizaciones ya no llegan a 1 lugar',
            many: `Las actualizaciones ya no llegan a ${lost} lugares`,
            other: `Las actualizaciones ya no llegan a ${lost} lugares`,
          })
        : formats.plural(back, {
            one: 'Las actualizaciones vuelven a llegar a 1 lugar',
            many: `Las actualizaciones vuelven a llegar a ${back} lugares`,
            other: `Las actualizaciones vuelven a llegar a ${back} lugares`,
          }),
    why: {
      'channel-deleted': 'se eliminó el canal',
      'team-deleted': 'se eliminó su equipo',
      'team-archived': 'se archivó su equipo',
      'bot-removed': 'me quitaron de allí',
    },
    desk: (room: string, why: string) =>
      `${room}, el canal de soporte: ${why}. Hasta que vuelva o se elija otro, las nuevas interrupciones no tendrán hilo.`,
    lost: (room: string, why: string) => `${room}: ${why}. Quienes siguen interrupciones allí no reciben las nuevas.`,
    back: (room: string) => `${room}: vuelven a llegar las actualizaciones de las interrupciones que se notifiquen a partir de ahora.`,
    now: 'Qué hacer ahora',
    tell: 'Informe a esas personas por otro medio.',
    admin: 'Administra\u00ADdores',
    remedy:
      'Restáurelo o añádame de nuevo. Para usar otro lugar, escriba allí "@Outage Desk setup" o cambie el archivo de configuración si lo nombra.',
  },
};
