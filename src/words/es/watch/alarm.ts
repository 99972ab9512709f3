/** Alarms about the bots themselves, in Spanish. */
import { message } from '../common/messages.ts';
import { formats } from '../formats.ts';

const CALL = 'Llame a quienes deban saber algo ahora.';
const LOOK = 'Compruebe que todos sus bots estén en marcha.';
const DEFECT = 'Es un defecto, o se cambió la base de datos a mano: guarde los registros y comuníquelo.';

/** The same for one message and for several, where only the first part differs. */
const waiting = (count: number, oldest: string, one: string, other: string): string =>
  formats.plural(count, {
    one: `1 mensaje espera desde hace ${oldest}: ${one}`,
    many: `${count} mensajes esperan, el más antiguo desde hace ${oldest}: ${other}`,
    other: `${count} mensajes esperan, el más antiguo desde hace ${oldest}: ${other}`,
  });

export const alarm = {
  /** `what`: one sentence for everybody. `desk`: what engineers do. `admin`: what the operator does. `thenLook`: what to do when it seems over, as it does when a bot was killed. */
  troubles: {
    'deadlines-overdue': {
      heading: 'Mis alertas van con retraso',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 plazo venció hace ${oldest}, y no se alertó a nadie.`,
          many: `${count} plazos vencieron, el primero hace ${oldest}, y no se alertó a nadie.`,
          other: `${count} plazos vencieron, el primero hace ${oldest}, y no se alertó a nadie.`,
        }),
      desk: 'No confíe ahora en mis alertas. Compruebe por su cuenta qué interrupciones hay que asumir o actualizar.',
      admin: 'Compruebe los registros de los bots y la carga de la base de datos, y reinicie los bots.',
      over: 'Mis alertas vuelven a llegar a tiempo',
    },
    'deadlines-missing': {
      heading: 'Por algunas interrupciones no se alertaría a nadie',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 interrupción abierta no tiene plazo, así que no se alertaría a nadie.',
          many: `${count} interrupciones abiertas no tienen plazo, así que no se alertaría a nadie.`,
          other: `${count} interrupciones abiertas no tienen plazo, así que no se alertaría a nadie.`,
        }),
      desk: 'Asuma cada una o publique una actualización en su hilo: así tendrá un nuevo plazo.',
      admin: DEFECT,
      over: 'Todas las interrupciones abiertas vuelven a tener plazo',
    },
    'threads-missing': {
      heading: 'Algunas interrupciones no llegaron a este canal',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 interrupción abierta no tiene hilo en el canal de soporte, y no hay ninguno en camino.',
          many: `${count} interrupciones abiertas no tienen hilo en el canal de soporte, y no hay ninguno en camino.`,
          other: `${count} interrupciones abiertas no tienen hilo en el canal de soporte, y no hay ninguno en camino.`,
        }),
      desk: 'Asuma cada una por su número, por ejemplo "@Outage Desk ack OUT-1042", y publique una actualización: la recibe quien la notificó.',
      admin: DEFECT,
      over: 'Todas las interrupciones abiertas están en este canal',
    },
    'deliveries-refused': {
      heading: 'Hay mensajes que no llegan',
      what: (count: number, oldest: string) =>
        waiting(count, oldest, 'Teams lo rechazó o no respondió.', 'Teams los rechazó o no respondió.'),
      desk: `${CALL} Sigo intentándolo, y nombro aquí cada mensaje que descarto.`,
      admin: 'Compruebe el estado del servicio de Teams y si ha caducado el secreto de cliente del bot.',
      over: 'Los mensajes vuelven a llegar',
    },
    'deliveries-backlog': {
      heading: 'Hay mensajes que esperan su turno',
      what: (count: number, oldest: string) => {
        const why = 'Teams solo admite unos cuantos a la vez.';
        return waiting(count, oldest, why, why);
      },
      desk: `${CALL} No se pierde nada: se envían todos, primero los que dicen que se asumió una interrupción.`,
      admin: 'No haga nada mientras el número baje. Si crece, compruebe los registros de los bots.',
      over: 'Ya no hay mensajes que esperen su turno',
    },
    'deliveries-untouched': {
      heading: 'No se envían los mensajes',
      what: (count: number, oldest: string) => waiting(count, oldest, 'ningún bot lo envía.', 'ningún bot los envía.'),
      desk: `${CALL} No se pierde nada: lo que espera se envía en cuanto funcione un bot.`,
      admin: 'Compruebe los registros de los bots y reinicie los bots.',
      over: 'Se envían de nuevo los mensajes',
    },
    'clock-skew': {
      heading: 'Dos relojes no coinciden',
      what: (by: string) => `Hay una diferencia de ${by} entre el reloj de un bot y el de su base de datos.`,
      desk: 'Las alertas siguen el reloj de la base de datos. Si ese reloj está mal, también lo están las alertas y las horas de las tarjetas.',
      admin: 'Configure las dos máquinas para que tomen la hora de un servidor de hora.',
      over: 'Los relojes de todos los bots en marcha vuelven a coincidir',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'Un bot ha dejado de trabajar',
      what: (since: string) => `Un bot no ha hecho nada desde hace ${since}.`,
      desk: 'Si hay otros bots en marcha, hacen su trabajo. Si dejan de llegar mensajes, llame a quienes deban saber algo ahora.',
      admin: 'Reinicie el bot cuyo /readyz dice 503.',
      over: 'Todos los bots en marcha vuelven a trabajar',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: 'No se pueden leer las claves de firma de Microsoft',
      what: (since: string, known: boolean) =>
        known
          ? `Desde hace ${since}, un bot no puede leer las claves con las que sabe que un mensaje es de Teams. Usa las últimas.`
          : `Desde hace ${since}, un bot no puede leer las claves con las que sabe que un mensaje es de Teams. No puede aceptar mensajes ni pulsaciones.`,
      desk: 'Mis alertas continúan. Si no respondo, los clientes no pueden notificar aquí: atienda el teléfono.',
      admin:
        'Compruebe que el bot puede conectarse a https://login.botframework.com, donde Microsoft las publica. Lo vuelve a intentar solo.',
      over: 'Vuelven a leerse las claves de firma de Microsoft',
    },
    'store-unavailable': { what: 'No se puede leer ni escribir la base de datos.', admin: 'Compruebe DATABASE_URL o el disco.' },
    'desk-untold': {
      what: 'No se pudo informar a soporte de un problema.',
      admin: 'Compruebe que Teams funciona, que la aplicación está en el equipo de soporte y cuál es el canal de soporte (/outage setup).',
    },
  },
  still: (heading: string) => `Todavía: ${heading}`,
  since: 'Desde',
  until: 'Hasta',
  outages: 'Interrup\u00ADciones, primero la más antigua',
  lastAnswer: 'Última respuesta',
  now: 'Qué hacer ahora',
  admin: 'Administra\u00ADdores',
  untold: 'No pude decírselo mientras duraba.',
  over: 'Ha terminado.',
  setAside: {
    heading: (count: number) =>
      formats.plural(count, {
        one: '1 mensaje descartado',
        many: `${count} mensajes descartados`,
        other: `${count} mensajes descartados`,
      }),
    text: 'Teams rechazó el envío o no lo confirmó. No lo intento de nuevo. Informe a esas personas por otro medio.',
    outward: 'Otros sistemas no aceptaron el envío. No lo intento de nuevo. Introduzca allí a mano lo que les falte.',
    line: (name: string, what: string, place: string) => `${name}: ${what}, para ${place}`,
    why: (reason: string) => `Motivo: ${reason}`,
    unknown: 'desconocido',
    more: (count: number) =>
      formats.plural(count, {
        one: 'Y 1 más. Está en el registro.',
        many: `Y ${count} más. Están en el registro.`,
        other: `Y ${count} más. Están en el registro.`,
      }),
    state: 'el nuevo estado en la tarjeta',
    message,
  },
};
