/** The end of an outage, in Spanish: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: 'Corregir notificación',
    withdraw: 'Retirar notificación',
    object: 'Es una interrupción',
    other: 'Es distinta',
    notMerge: 'No, dejar las dos',
    stillDown: 'Sigue sin funcionar',
  },
  /** What the desk reads when somebody said no more than that. */
  said: { works: 'Vuelve a funcionar.', better: 'Va mejor.', down: 'Sigue sin funcionar.' },
  withdraw: {
    heading: (name: string) => (name ? `${name}: ¿retirarla?` : '¿Retirarla?'),
    reason: '¿Por qué? (opcional)',
    example: 'Había un cable suelto. Vuelve a funcionar.',
    send: 'Retirar',
    audience: 'Ya no se alertará a nadie, y quienes la siguen lo sabrán. Si sigue sin funcionar, podrá decirlo después.',
  },
  object: {
    heading: (name: string) => (name ? `${name}: ¿es una interrupción?` : '¿Es una interrupción?'),
    reason: '¿Qué debe saber soporte? (opcional)',
    example: 'En tres países nadie puede registrar, y los pedidos esperan',
    send: 'Es una interrupción',
    audience: 'Vuelve enseguida a soporte, y alertamos al jefe de guardia. Solo puede hacerlo una vez.',
  },
  other: {
    heading: (name: string) => (name ? `${name}: ¿es distinta?` : '¿Es distinta?'),
    reason: '¿En qué se diferencia? (opcional)',
    example: 'La nuestra empezó una hora antes, y solo falla la impresión',
    send: 'Es distinta',
    audience: 'Vuelve enseguida a tratarse por separado, y alertamos al jefe de guardia. Solo puede hacerlo una vez.',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name}: ¿sigue sin funcionar?` : '¿Sigue sin funcionar?'),
    reason: '¿Qué sigue fallando?',
    example: 'Ya se puede registrar, pero a las impresoras no les llega nada',
    send: 'Sigue sin funcionar',
    audience: 'Se abre de nuevo con el mismo número, y alertamos enseguida a las personas de guardia.',
  },
  notYours: (person: string) =>
    denial('not-yours', `Eso solo puede hacerlo quien la notificó: ${person}. Si sabe algo más, dígaselo a ${person} o llame.`),
  /** In a channel or group chat, where a card that everybody sees must not ask for what one person enters. */
  useButton: (person: string) => `${person}: pulse el botón de abajo. Solo usted ve lo que escriba allí.`,
  whichOne: (names: string) => `Tiene más de una: ${names}. Diga cuál, con su número.`,
  told: 'Se lo hemos dicho a soporte en su hilo.',
  toldWorks: 'Se lo hemos dicho a soporte en su hilo. Si ha terminado, retírela. Hasta entonces, soporte sigue trabajando en ella.',
  /** In a group or channel. `example`: what they wrote, with the number. */
  notHere: (example: string) => `No la notificó aquí. Escríbalo en nuestro chat o así: ${example}.`,
  noneHere: 'No encuentro ninguna interrupción suya para eso. Escriba su número, como OUT-1042, o /outage para notificar una.',
};

const of = (by: string): string => by && ` por ${by}`;
/** Why nothing can be done with an outage that has ended. Nobody knows who did it where `by` is empty. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} está abierta.`,
  acknowledged: (name) => `${name} está abierta.`,
  requested: (name) => `${name} es una solicitud.`,
  transferred: (name, by, when) => `${name}: transferida a otro equipo${of(by)}, ${when}.`,
  withdrawn: (name, by, when) => `${name}: retirada${of(by)}, ${when}. No hay nada más que hacer.`,
  merged: (name, by, when, into) => `${name}: combinada con ${into}${of(by)}, ${when}. Continúe con ${into}.`,
  resolved: (name, by, when) => `${name}: resuelta${of(by)}, ${when}. No hay nada más que hacer.`,
  closed: (name, by, when) => `${name}: resuelta${of(by)}, ${when}. Está cerrada. No hay nada más que hacer.`,
};

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name}: resolver`,
    text: '¿Qué se hizo y qué queda?',
    example: 'Qué fallaba, qué lo arregló, desde cuándo funciona, qué datos o trabajos hay que revisar',
    send: 'Resolver',
    audience: 'Lo ven este hilo, quien la notificó y quienes la siguen. Terminan las alertas.',
  },
  transfer: {
    heading: (name: string) => `${name}: transferir`,
    promise: (plan: string, reply: string) => `El otro equipo responde en ${reply} (plan de soporte: ${plan}).`,
    promised: (within: string, when: string) =>
      `Nos comprometimos a asumirla en ${within}. Hora límite: ${when}. Quien la notificó ve ambos compromisos y puede oponerse una sola vez.`,
    team: '¿Qué equipo responderá?',
    reason: '¿Por qué no es una interrupción?',
    example: 'Cuál de las tres no se cumple: producción, más de un usuario, trabajo diario parado',
    send: 'Transferir',
    audience: 'Terminan las alertas. Quien la notificó y quienes la siguen ven el motivo.',
  },
  merge: {
    heading: (name: string) => `${name}: combinar`,
    open: 'También están abiertas:',
    number: '¿Con qué interrupción?',
    example: 'OUT-1042',
    send: 'Combinar',
    audience: (name: string, into: string) =>
      `${name} termina, y quien la notificó recibe las actualizaciones de ${into}. Para deshacer la combinación, escriba aquí "unmerge".`,
    otherOne: 'la otra',
    intoOther: 'la otra',
    taken: (into: string, owner: string) => `Responsable de ${into}: ${owner}.`,
    waiting: (into: string, promise: string) => `Nadie ha asumido todavía ${into}. ${promise}.`,
    question: (name: string, into: string) => `¿Son ${name} y ${into} la misma interrupción?`,
    saidApart: (by: string, when: string) => `${by} dijo que son distintas, ${when}.`,
    apart: (into: string) => `No es la misma que ${into}.`,
    notMerged: (name: string) => `${name} no está combinada con otra interrupción.`,
    partOfIt: (count: number, names: string, first: string) =>
      `${formats.plural(count, {
        one: `${names} está combinada con ella.`,
        many: `${names} están combinadas con ella.`,
        other: `${names} están combinadas con ella.`,
      })} Para deshacerlo: unmerge ${first}.`,
    notANumber: 'Escriba un número como OUT-1042.',
    unknown: 'No conozco ninguna interrupción con este número.',
  },
  reopen: {
    heading: (name: string) => `${name}: reabrir`,
    reason: '¿Qué sigue fallando?',
    example: 'Qué ha vuelto a fallar y desde cuándo',
    send: 'Reabrir',
    audience: 'Queda a su cargo. La interrupción conserva su número y sus hilos, y se informa a todos.',
  },
};
