/** What people look up, in Spanish: the help with its commands, lists of outages, and the timeline with what was refused. */

import type { Action } from '../../../outage/actions.ts';
import type { DenialReason } from '../../../outage/decision.ts';
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import type { Platform, Used } from '../../../outage/types/client.ts';
import { denial } from '../../denial.ts';
import { botName, privacy } from '../common/names.ts';
import { follow } from '../follow.ts';
import { formats } from '../formats.ts';
import { changed } from '../report/fields.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { app } from './app.ts';
import { catchUp } from './catch-up.ts';
import { platforms, ways } from './clients.ts';
import type { commands } from './commands.ts';
import { deliveries } from './deliveries.ts';
import { doubt } from './doubt.ts';
import { numbers } from './numbers.ts';

/** What somebody wanted, after "intentó". */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'notificar algo',
  acknowledge: 'asumirla',
  'take-back': 'deshacer que la había asumido',
  plan: 'planificar la próxima actualización',
  update: 'publicar una actualización',
  'hand-over': 'traspasarla',
  accept: 'aceptar el traspaso',
  decline: 'rechazar el traspaso',
  assist: 'ayudar con ella',
  release: 'devolverla',
  pulse: 'decir cómo va',
  note: 'añadir una nota',
  ask: 'preguntar a quien la notificó',
  reply: 'responder a una pregunta',
  'add-files': 'añadir un archivo',
  'set-bridge': 'añadir el vínculo de la llamada',
  'add-ticket': 'añadir un ticket',
  'remove-ticket': 'quitar un ticket',
  correct: 'corregirla',
  transfer: 'transferirla',
  object: 'oponerse',
  withdraw: 'retirarla',
  merge: 'combinarla',
  resolve: 'resolverla',
  confirm: 'confirmar que funciona',
  reopen: 'reabrirla',
  review: 'guardar la revisión',
  'follow-up-done': 'marcar una acción como hecha',
  promote: 'convertirla en interrupción',
  join: 'sumarse',
  leave: 'salir',
  'add-phone': 'añadir un teléfono',
};
/** Buttons and commands whose name differs from that of their action. */
const called: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  help: 'assist',
  reclassify: 'correct',
  answer: 'resolve',
  'make-one': 'merge',
  'nothing-new': 'update',
  publish: 'update',
  '/outage': 'report',
  'report-for': 'report',
  ...{ works: 'pulse', 'it-works': 'pulse' },
  'still-down': 'reopen',
  outage: 'join',
  ...{ phone: 'add-phone', bridge: 'set-bridge', ticket: 'add-ticket' },
  'it-is-an-outage': 'object',
};

/** `what`: the action, the button or the command. */
function attempt(what: string): string {
  const plain = what.replace(/^\/?(?:outage|reporter|request|join)[ -]/, '').replace(/-(?:form|listed)$/, '');
  const action = plain.replaceAll(' ', '-');
  const known: Readonly<Record<string, string>> = actions;
  const found = Object.hasOwn(called, action) ? called[action] : action;
  return (found && Object.hasOwn(known, found) && known[found]) || 'consultarla';
}

const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [used === 'api' || used === 'phone' ? '' : platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  somebody: 'Alguien',
  tried: (what: string, why: string, times: number) => `intentó ${attempt(what)}${times > 1 ? `, ${times} veces` : ''}: ${why}`,
  whyNot: {
    'unknown-outage': 'no es de las suyas',
    'not-permitted': 'sin permiso',
    'already-acknowledged': 'ya estaba asumida',
    'already-ended': 'había terminado',
    'card-outdated': 'había cambiado entretanto',
    'not-now': 'no era posible en ese momento',
    'not-offered': 'no se le había ofrecido',
    'too-many-questions': 'ya había demasiadas preguntas pendientes',
    'objected-already': 'ya se había opuesto una vez',
    'stays-taken': 'era tarde, ya se trabajaba en ella o no era suya',
    'too-late': 'era demasiado tarde',
    'said-already': 'hacía menos de una hora que había dicho cómo va',
    'bad-target': 'no había nada con lo que combinarla',
    'too-many': 'ya había demasiados',
    parted: 'se sabe que son distintas',
    'not-yours': 'no es suya',
    'not-here': 'otras personas lo habrían leído allí',
    'no-thread': 'no estaba claro de qué interrupción se trataba',
    unreadable: 'la tarjeta es demasiado antigua o no es nuestra',
    'draft-gone': 'la notificación ya no estaba',
    'old-client': 'su versión de Teams es demasiado antigua',
    'rate-limited': 'demasiadas acciones en un minuto',
    'not-administrator': 'no es administrador',
    'no-desk': 'aún no había canal de soporte',
    'other-tenant': 'su cuenta es de otra organización',
    'not-member': 'no está en ningún proyecto',
    'not-eligible': 'en sus proyectos no hay nada que se pueda notificar',
    'not-told': 'Teams no dijo si tiene permiso',
  } satisfies Record<DenialReason, string>,
};

const help = {
  heading: botName,
  text: '¿No funciona producción? Notifíquelo aquí y un ingeniero de soporte se encargará.',
  report: 'Notificar interrupción',
  mine: 'Ver mis interrupciones',
  youSaid: 'No lo he entendido. Esto es lo que puedo hacer:',
  all: 'Aquí puede escribir o pulsar lo siguiente:',
  inRoom: `Aquí, empiece con @${botName}, o escriba una barra y elija un comando: así solo usted ve la respuesta.`,
  greeting: 'Hola. Si producción no funciona, pulse el botón o escriba aquí qué ocurre.',
  thanks: 'De nada. Si producción no funciona, pulse el botón o escriba aquí qué ocurre.',
  doubt,
};

/** What Teams offers before the first message in somebody's own chat. It is sent as it stands, so its command understands it: English. */
export const starters = { outage: 'Report an outage', list: 'List open outages' } satisfies { [key in keyof typeof commands]?: string };

/** What somebody may write, where a command needs more. The command stays English. */
export const examples = {
  update: 'update Hemos encontrado la causa y estamos probando una solución.',
  updateWithNumber: 'update OUT-1042 Esto es lo que se ve hasta que se arregle.',
  publish: 'publish Hemos encontrado la causa y estamos probando una solución.',
  resolve: 'resolve Se reinició el servicio; se puede registrar desde las 10:40.',
  handOver: 'hand over to @Tomás',
  release: 'release Tengo que irme. El bloqueo de la tabla 7 no es la causa.',
  transfer: (team: string) => `transfer to ${team}: Solo afecta a un usuario`,
  merge: 'merge OUT-1042',
  ask: 'ask ¿Falla en todas las empresas? [Sí, No]',
  note: 'note El proveedor confirma el fallo, ticket 4711',
  reopen: 'reopen No se puede registrar otra vez desde las 11:20',
};

const list = {
  open: (count: number) =>
    count === 0
      ? 'No hay ninguna interrupción abierta'
      : formats.plural(count, {
          one: 'Hay 1 interrupción abierta',
          many: `Hay ${count} interrupciones abiertas`,
          other: `Hay ${count} interrupciones abiertas`,
        }),
  atLeast: (count: number) =>
    formats.plural(count, {
      one: 'Hay al menos 1 interrupción abierta',
      many: `Hay al menos ${count} interrupciones abiertas`,
      other: `Hay al menos ${count} interrupciones abiertas`,
    }),
  mine: (count: number): string => (count === 0 ? 'No tiene interrupciones' : 'Sus interrupciones'),
  mineText: 'Lo que notificó o tiene a su cargo: primero lo abierto, después lo último que terminó.',
  reported: (when: string) => `Hora límite para asumirla: ${when}`,
  late: (when: string) => `Con retraso, la hora límite era: ${when}`,
  taken: (when: string) => `Próxima actualización, como muy tarde: ${when}`,
  missed: (when: string) => `Actualización con retraso, la hora límite era: ${when}`,
  and: 'Además',
  more: (name: string) => `Para ver una, escriba su número: /outage status ${name}.`,
  which: 'Escriba cuál, con su número: /outage status OUT-1042, o /outage timeline OUT-1042.',
  ownChat: denial('not-here', 'Pregúnteme eso en nuestro chat: no todas las personas de aquí pueden verlo.'),
  noProjects: denial(
    'not-member',
    'Solo las personas de un proyecto y los ingenieros de soporte pueden consultar interrupciones. Para ver más, pida a un administrador de soporte que le añada al proyecto. Un canal que sigue interrupciones tiene una tarjeta de cada una.',
  ),
};

const timeline = {
  button: 'Mostrar cronología',
  heading: (name: string) => `${name}: cronología`,
  earlier: (count: number) =>
    formats.plural(count, {
      one: 'No se muestra 1 evento anterior.',
      many: `No se muestran ${count} eventos anteriores.`,
      other: `No se muestran ${count} eventos anteriores.`,
    }),
  zone: (zone: string) => `Zona horaria: ${zone}`,
  later: (time: string) => `\u22EE ${time} después`,
  pings: (count: number, from: string, until: string, people: string) => `${count} alertas, ${from} – ${until}: ${people}`,
  pulses: (count: number, from: string, until: string) => `Se dijo cómo va ${count} veces, ${from} – ${until}`,
  line: (by: string, what: string) => `${by} ${what}`,
  nobody: 'nadie, porque nadie está de guardia',
  changed,
  rung: {
    reminder: (people: string) => `Alerta: ${people}`,
    'last-call': (people: string) => `Alerta poco antes de vencer el plazo: ${people}`,
    breach: (people: string) => `Alerta al vencer el plazo: ${people}`,
    'still-open': (people: string) => `Nueva alerta: ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  /** After the name of who did it (`by`); where nobody did it, a sentence. `more`: to whom, from whom, or the text; empty when there is none. */
  event: {
    reported: (more) => `la notificó: ${more}`,
    acknowledged: (more) => `la asumió en ${more}`,
    'taken-back': () => 'deshizo que la había asumido',
    planned: (more) => `planificó: ${more}`,
    updated: (more) => (more ? `publicó una actualización: ${more}` : 'publicó "Sin novedades"'),
    'hand-over-offered': (more) => `ofreció el traspaso a ${more}`,
    'hand-over-declined': () => 'puso fin a la oferta de traspaso',
    'handed-over': (more) => `la recibió de ${more}`,
    assisted: (more, by) => (more === by ? 'ayuda' : `pidió ayuda a ${more}`),
    released: () => 'la devolvió',
    objected: () => 'se opuso',
    reopened: (owner, by): string =>
      by ? `la reabrió${owner && ' y la tiene a su cargo'}` : 'Reabierta: a otras personas les seguía sin funcionar',
    noted: (more) => `anotó: ${more}`,
    pulsed: (more) => `dijo: ${more}`,
    asked: (more) => `preguntó a quien la notificó: ${more}`,
    replied: (more) => `respondió: ${more}`,
    'reply-missed': () => 'Sin respuesta todavía: se lo recordamos a quien la notificó',
    'files-added': (more) => `envió ${more}`,
    'bridge-set': (more) => more || 'quitó el vínculo de la llamada',
    'ticket-added': (more) => `añadió el ticket ${more}`,
    'ticket-removed': (more) => (more ? `quitó el ticket ${more}` : 'quitó un ticket'),
    corrected: (more) => `corrigió ${more}`,
    transferred: (more) => `la transfirió a ${more}`,
    withdrawn: () => 'la retiró',
    merged: (more) => `la combinó con ${more}`,
    absorbed: (more) => `combinó ${more} con ella`,
    parted: (more) => `deshizo la combinación de ${more}`,
    joined: (more) => `se sumó: ${more}`,
    left: () => 'salió de ella',
    'phone-added': () => 'añadió un número de teléfono',
    ...follow.timeline,
    gathered: (more) => `Parecían la misma: ${more}`,
    resolved: (more) => `la resolvió: ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (_more, by): string => (by ? 'confirmó que vuelve a funcionar' : 'Cerrada: nadie dijo que siguiera sin funcionar'),
    escalated: (more) => more,
    breached: () => 'Con retraso: nadie la había asumido al vencer el plazo',
    paged: (more) => more,
    'page-missed': (more) => more,
    'update-missed': (more) => `La actualización va con retraso. Alerta: ${more}`,
    'place-lost': (more) => `Las actualizaciones ya no llegan a este lugar: ${more}`,
    'desk-unreached': () => 'No llegó a tiempo al canal de soporte, y se informó a quien la notificó',
    'desk-reached': () => 'Llegó al canal de soporte',
    'drill-ended': () => 'Terminó el simulacro',
    ...review.timeline,
    restored: (more) => `Los registros se restauraron al estado de: ${more}`,
    'personal-data-removed': () => privacy.timeline,
  } satisfies Record<OutageEventType, (more: string, by: string) => string>,
};

export const look = { app, audit, catchUp, deliveries, help, list, numbers, timeline };
