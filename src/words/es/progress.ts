/** An outage between its report and its end, in Spanish: states, next steps, news, pings, updates, notes. */

import type { SensitiveKind } from '../../desk/sensitive.ts';
import type { Phase } from '../../outage/types/outage.ts';
import type { BackBy, Level } from '../../outage/types/values.ts';
import { botName, phaseShort, level as roleOf } from './common/names.ts';
import { formats } from './formats.ts';
import { each } from './on-call.ts';

export const progress = {
  /** After its number, at the head of its card. */
  state: {
    back: {
      release: 'Devuelta, sin asumir todavía',
      objection: 'Abierta de nuevo, sin asumir todavía',
      reopening: 'Sigue sin funcionar, sin asumir todavía',
      mistake: 'Sin asumir todavía',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `En manos de ${team}, no se trata como interrupción`,
    withdrawn: 'Retirada por quien la notificó',
    merged: (into: string) => `Combinada con ${into}`,
    closed: 'Cerrada',
  },

  /** What happens next and by when. */
  next: {
    back: {
      release: (when: string) =>
        `La persona responsable tuvo que devolverla. Otro ingeniero la asumirá, y se lo diremos. Hora límite: ${when}.`,
      objection: (when: string) =>
        `Vuelve a ser una interrupción, y el jefe de guardia ya lo sabe. Un ingeniero de soporte la asumirá, y se lo diremos. Hora límite: ${when}.`,
      reopening: (when: string) =>
        `Sigue sin funcionar. Un ingeniero de soporte la asumirá de nuevo, y se lo diremos. Hora límite: ${when}.`,
      mistake: (when: string) =>
        `No tiene responsable: se asumió por error. Un ingeniero de soporte la asumirá, y se lo diremos. Hora límite: ${when}.`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) =>
      `La actualización va con retraso. La hora límite era: ${when}. Se la hemos pedido a: ${asked}.`,
    ownerAndAbove: (owner: string) => `${owner} y los siguientes niveles de guardia`,
    transferred: (team: string, when: string) => `Le responderá ${team}. Hora límite: ${when}. Ya no se trata como interrupción.`,
    objectOnce: 'Si cree que es una interrupción, pulse el botón: se alertará al jefe de guardia. Solo puede hacerlo una vez.',
    otherOnce: 'Si la suya es distinta, pulse el botón: se alertará al jefe de guardia. Solo puede hacerlo una vez.',
    objectedAlready: (phones: string) => `Ya se ha opuesto una vez. Si sigue sin estar de acuerdo, llame al ${phones}.`,
    withdrawn: (by: string, when: string) => `Notificación retirada por ${by}, ${when}. Ya no se alerta a nadie.`,
    stillDownUntil: (when: string) => `Si sigue sin funcionar, díganoslo. Hora límite: ${when}. La interrupción conservará su número.`,
    merged: (into: string) =>
      `Soporte ha comprobado que es la misma interrupción que ${into}. Las actualizaciones de ${into} también llegan aquí.`,
    mergedFollow: (into: string) => `Soporte ha comprobado que es la misma interrupción que ${into}. A partir de ahora, siga ${into}.`,
    doesItWork: (when: string) => `¿Vuelve a funcionar? Si no nos dice nada, la cerraremos. Cierre previsto: ${when}.`,
    confirmed: (by: string, when: string) => `${by} confirmó que vuelve a funcionar, ${when}.`,
    closedByTime: (when: string) => `La cerramos porque nadie dijo que siguiera sin funcionar, ${when}.`,
  },

  facts: {
    back: 'Abierta de nuevo',
    backBy: {
      release: (owner: string, when: string) => `Devuelta por ${owner}, ${when}`,
      objection: (_owner: string, when: string) => `Se opuso quien la notificó, ${when}`,
      reopening: (_owner: string, when: string) => `Una persona afectada dijo que sigue sin funcionar, ${when}`,
      mistake: (owner: string, when: string) => `${owner} la asumió por error y lo deshizo, ${when}`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    /** The owner may have taken it over from somebody else. */
    acknowledged: (owner: string, when: string, after: string) => `${owner}. Asumida: ${when}, en ${after}.`,
    reopened: (owner: string, when: string) => `${owner}. Reabierta: ${when}.`,
    firstLook: 'Se revisa primero',
    helpers: 'Ayudantes',
    offered: 'Ofrecida a',
    offeredTo: (to: string, owner: string) => `${to}. Sigue a cargo de ${owner} hasta que ${to} acepte.`,
    reason: 'Motivo',
    before: 'Compromiso anterior',
    /** `every`: how often an update was promised. */
    promiseBefore: (within: string, every: string) =>
      `Como interrupción: asumida en ${within}, después una actualización cada ${each(every)}`,
    after: 'Compromiso actual',
    promiseAfter: (team: string, when: string, plan: string) => `Responde ${team} (plan de soporte: ${plan}). Hora límite: ${when}`,
    withdrawn: (by: string, when: string) => `Retirada por ${by}, ${when}`,
    transferred: (by: string, when: string) => `Transferida por ${by}, ${when}`,
    merged: (by: string, into: string, when: string) => `Combinada con ${into} por ${by}, ${when}`,
    closedBy: (by: string, when: string) => `${by} confirmó que vuelve a funcionar, ${when}`,
    closed: (when: string) => `Cerrada, ${when}: nadie dijo que siguiera sin funcionar`,
    absorbed: 'Combinadas con ella',
    absorbedOf: (name: string, reporter: string) => `${name}, notificada por ${reporter}`,
  },

  news: {
    heardAlready: (when: string, next: string) =>
      `Última actualización, ${when}: ya la recibieron todos, así que no se ha enviado nada. Próxima actualización, como muy tarde: ${next}.`,
    nothingNew: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}, sin novedades`,
    /** How long it took since it last came back. */
    sinceBack: {
      release: (by: string, after: string) => `${by && `${by}, `}${after} después de devolverse`,
      objection: (by: string, after: string) => `${by && `${by}, `}${after} después de la objeción`,
      reopening: (by: string, after: string) => `${by && `${by}, `}${after} después de reabrirse`,
    } satisfies Record<Exclude<BackBy, 'mistake'>, (by: string, after: string) => string>,
    nothingNewSince: (when: string) => `Sin novedades desde: ${when}.`,
    handedOver: (name: string) => `${name}: traspasada`,
    handedOverTo: (from: string, to: string, when: string) => `De ${from} a ${to}, ${when}`,
    released: (name: string) => `${name}: devuelta`,
    objected: (name: string) => `${name}: de nuevo una interrupción`,
    parted: (name: string) => `${name}: combinación deshecha`,
    partedFrom: (into: string) => `No es la misma que ${into} y vuelve a tratarse por separado.`,
    ownedBy: (by: string) => `Responsable: ${by}.`,
    backTeam: (name: string) => `${name}: de vuelta en soporte`,
    objectedTeamText: 'Quien la notificó dice que es una interrupción. Ya no tienen que responder.',
    reopenedTeamText: 'Soporte la ha reabierto. Ya no tienen que responder.',
    reopened: (name: string) => `${name}: reabierta`,
    stillDown: (name: string) => `${name}: sigue sin funcionar`,
    calledUntil: (when: string) =>
      `Un ingeniero de soporte la asumirá. Hora límite: ${when}. Alertamos ahora a las personas de guardia en Teams.`,
    noted: (name: string) => `${name}: nueva nota`,
    notedText: 'Solo soporte ve esta nota.',
    reporterWrote: (name: string) => `${name}: mensaje de quien la notificó`,
    affectedWrote: (name: string) => `${name}: mensaje de una persona afectada`,
    forOwner: (mention: string) => `${mention}: se refiere a la interrupción que tiene a su cargo.`,
    corrected: (name: string) => `${name}: notificación corregida`,
    was: (text: string) => `Antes: ${text}`,
    now: (text: string) => `Ahora: ${text}`,
    empty: 'nada',
    transferred: (name: string, team: string) => `${name}: Transferida a ${team}`,
    transferredText: 'Soporte ha comprobado que no es una interrupción.',
    transferredTeam: (name: string, team: string) => `${name}: para ${team}`,
    transferredTeamText:
      'Soporte ha comprobado que no es una interrupción y se la ha transferido a ustedes. Respondan antes de la hora que figura abajo, por favor.',
    transferredContact: 'Pidan a soporte el teléfono y el correo electrónico de quien la notificó.',
    withdrawn: (name: string) => `${name}: Retirada`,
    withdrawnText: 'Ya no alertamos a nadie.',
    merged: (name: string, into: string) => `${name}: Combinada con ${into}`,
    absorbed: (name: string, merged: string) => `${name}: ${merged} combinada con ella`,
    absorbedText: (reporter: string) => `La otra la notificó ${reporter}, que a partir de ahora recibe las actualizaciones de esta.`,
    stillDownElsewhere: (phones: string) => `Si a usted le sigue sin funcionar, notifíquelo de nuevo con /outage o llame al ${phones}.`,
    closed: (name: string) => `${name}: Cerrada`,
    closedText: 'Quien la notificó confirmó que vuelve a funcionar.',
    updateMissedText: (when: string, people: string) => `La hora límite era: ${when}. Se la hemos pedido a: ${people}.`,
    updateMissedCall: (phones: string) => `Si necesita saber más ahora, llame al ${phones}.`,
    /** For somebody who reported the same outage under another number. */
    yours: (own: string, name: string) => `La notificó como ${own}. Es la misma interrupción que ${name}.`,
  },

  /** Why each of several outages needs somebody. */
  digest: {
    offered: (by: string, to: string) => `${by} ofrece el traspaso a ${to}.`,
    declined: (owner: string) => `Sigue a cargo de ${owner}.`,
    assisted: (by: string, person: string) => (by === person ? `Ayuda ${person}.` : `${by} pide ayuda a ${person}.`),
  },

  ping: {
    offered: (name: string) => `${name}: traspaso ofrecido`,
    offeredWhy: (mention: string, by: string) => `${mention}: ${by} le ofrece el traspaso.`,
    offeredText: (owner: string) => `Sigue a cargo de ${owner} hasta que usted acepte.`,
    declined: (name: string) => `${name}: traspaso rechazado`,
    offerEnded: (name: string) => `${name}: el traspaso ya no se ofrece`,
    declinedWhy: (mention: string, by: string) => `${mention}: ${by} no puede asumirla. Sigue a su cargo.`,
    takenBackWhy: (mention: string) => `${mention}: ha anulado su oferta de traspaso. Sigue a su cargo.`,
    assisted: (name: string) => `${name}: nuevo ayudante`,
    assistedWhy: (mention: string, by: string, owner: string) => `${mention}: ${by} le pide ayuda. Sigue a cargo de ${owner}.`,
    assistedOwn: (mention: string, owner: string) => `${mention} ayuda. Sigue a cargo de ${owner}.`,
    objected: (name: string) => `${name}: se opone quien la notificó`,
    objectedText: (team: string) =>
      `Quien la notificó dice que es una interrupción. La tenía ${team}. Asúmala o hable ahora con quien la notificó.`,
    otherText: (into: string) => `Quien la notificó dice que no es la misma que ${into}. Asúmala o hable ahora con quien la notificó.`,
    hadIt: (mention: string) => `${mention}: antes estaba a su cargo.`,
    transferredIt: (mention: string) => `${mention}: la transfirió usted.`,
    /** To a level above the owner. */
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention}: está de ${roleOf[level]}. Falta una actualización de ${owner}, responsable de la interrupción. La hora límite era: ${when}.`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention}: sigue faltando la actualización. La hora límite era: ${when}. "Sin novedades" también vale.`,
    stillMissing: (over: string) => `Lleva ${over} de retraso. Lo saben quien la notificó y quienes la siguen.`,
  },

  updateForm: {
    heading: (name: string) => `${name}: actualización`,
    text: '¿Qué deben saber los demás?',
    example: 'A qué afecta ahora, qué sabe y qué está haciendo. "Sin novedades" también vale.',
    phase: 'Fase',
    next: 'Próxima actualización en',
    minutes: (n: number) => formats.duration(n * 60_000),
    send: 'Enviar actualización',
    audience: 'La ven este hilo, quien la notificó y quienes la siguen.',
  },
  /** A message of the desk's thread that everybody is to read. */
  publish: {
    /** In the menu that Teams shows for a message. */
    action: 'Publicar este mensaje',
    menu: 'Para ingenieros: publicar este mensaje como actualización o guardarlo como nota',
    heading: (name: string) => `${name}: publicar`,
    check: 'Aún no se ha publicado nada. Compruebe lo que está en negrita:',
    button: 'Publicar texto',
    begin: 'Escriba o pegue un texto. Antes de publicarlo, busco lo que pueda ser confidencial.',
    clean: 'No he encontrado nada que parezca confidencial. Léalo una vez más y publíquelo.',
    text: 'Lo que leerán los demás',
    example: 'A qué afecta, qué sabe y qué está haciendo',
    remove: 'Quitar lo marcado',
    kinds: {
      key: 'clave o contraseña',
      email: 'correo electrónico',
      phone: 'número de teléfono',
      link: 'vínculo',
      ticket: 'ticket',
      address: 'dirección IP',
      host: 'nombre de host',
      name: 'nombre',
    } satisfies Record<SensitiveKind, string>,
    choice: (kind: string, text: string) => `${kind.charAt(0).toLocaleUpperCase('es')}${kind.slice(1)}: ${text}`,
    more: (count: number) =>
      formats.plural(count, {
        one: 'También se quita 1 más. Para elegir, acorte el texto.',
        many: `También se quitan ${count} más. Para elegir, acorte el texto.`,
        other: `También se quitan ${count} más. Para elegir, acorte el texto.`,
      }),
    foundMore: 'Su texto tiene algo nuevo que puede ser confidencial. Revise esta lista de nuevo.',
    send: 'Publicar actualización',
    keep: 'Guardar como nota',
    audience: (places: readonly string[], more: number) => {
      const others =
        more > 0 ? [formats.plural(more, { one: '1 lugar más', many: `${more} lugares más`, other: `${more} lugares más` })] : [];
      const readers = formats.and(['el hilo de esta interrupción', ...places, ...others]);
      return `Lugares donde se lee una actualización: ${readers}. Una nota es solo para soporte.`;
    },
    posted: (count: number) =>
      count === 0
        ? 'Publicada en el hilo de la interrupción. No se envía a nadie más.'
        : formats.plural(count, {
            one: 'Publicada en 1 lugar además del hilo.',
            many: `Publicada en ${count} lugares además del hilo.`,
            other: `Publicada en ${count} lugares además del hilo.`,
          }),
    kept: 'Guardado como nota. Solo la lee soporte.',
    again: 'Ya estaba publicado, así que no se ha enviado nada.',
    /** What the engineer has to know of a message first. */
    cut: (limit: number) => `El mensaje tiene más de ${limit} caracteres, así que aquí falta el final.`,
    beginning: 'Teams puede dar solo el principio de un mensaje citado. Compruebe que no falte nada.',
    withFiles: 'Sus imágenes y archivos no se publican.',
    below: 'La vista previa está en el hilo, donde solo usted la ve. Aún no se ha publicado nada.',
    inChat: `La vista previa está en nuestro chat: abra Chat y después ${botName}. Aún no se ha publicado nada.`,
    notShown: `No he podido mostrarle la vista previa. Escriba en nuestro chat: publish OUT-1042 y después el texto. Si no tiene un chat conmigo, añada antes ${botName} en Aplicaciones.`,
    inRoom:
      'Solo usted puede ver la vista previa, y Teams no puede hacer eso aquí. Escriba en nuestro chat: publish OUT-1042 y después el texto.',
    noText: (example: string) =>
      `Ese mensaje no tiene texto: puede que se haya eliminado, o que sea una imagen o una tarjeta. Para escribir uno, diga: ${example}`,
  },
  plan: {
    firstLook: '¿Qué revisa primero? (opcional)',
    /** Cards that were sent hold the ids, which therefore stay. The record holds these texts. */
    looks: { changes: 'Últimos cambios', logs: 'Registros', database: 'Base de datos', network: 'Red' },
    nextUpdate: '¿Cuándo llega la próxima actualización?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },
  note: {
    heading: (name: string) => `${name}: añadir nota`,
    text: '¿Qué debe saber soporte?',
    example: 'Qué ha probado, qué ha descartado, a quién ha preguntado',
    send: 'Añadir nota',
    audience: 'Solo la ve soporte, en este hilo. No la ven quien la notificó ni quienes la siguen.',
  },
};
