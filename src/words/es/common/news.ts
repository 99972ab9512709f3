/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. In Spanish. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';
import { stages } from './stages.ts';

export const facts = {
  customer: 'Cliente',
  environment: 'Entorno',
  scenario: 'Escenario',
  openMessage: 'Abrir en Teams',
  reporter: 'Notificada por',
  counted: 'Número correlativo',
  reported: 'Notificada',
  state: 'Estado',
  owner: 'Responsable',
  lastUpdate: 'Última actualización',
  done: 'Qué se hizo',
  unsure: 'No se sabe',
  inRegion: (phone: string, region: string) => `${phone} (${region})`,
  notChecked: (phone: string) => `${phone} (sin comprobar)`,
  asTyped: (text: string) => `${formats.quote(text)} (tal como se escribió)`,
  cut: 'Hay más: no cabe todo en esta tarjeta.',
  aroundTheClock: 'A cualquier hora',
  orElse: (second: string) => `No a cualquier hora. Si no responde: ${second}`,
};

export const state = {
  reported: 'Sin asumir todavía',
  breached: 'Con retraso: sin asumir',
  acknowledged: (owner: string, stage: Stage) =>
    stage === 'acknowledged' ? `${stages.name[stage]} por ${owner}` : `${stages.name[stage]} (${owner})`,
  resolved: 'Resuelta',
};

export const desk = {
  newOutage: (name: string) => `${name}: nueva interrupción`,
  newRequest: (name: string) => `${name}: nueva solicitud`,
  heading: (name: string, state: string) => `${name}: ${state}`,
  /** In place of its name, while that cannot be read. */
  thisOutage: 'Esta interrupción',
  onCall: (mentions: string) => `${mentions}: de guardia.`,
  acknowledge: 'Asumir',
  openThread: 'Abrir hilo',
  update: 'Publicar actualización',
  resolve: 'Resolver',
};

export const news = {
  repeated: 'Enviado de nuevo: no pudimos saber si llegó el primer mensaje.',
  begunAnew: 'Sustituye al primer mensaje, que se eliminó o ya no se puede cambiar.',
  /** How customers read an engineer, where the desk file says so. */
  engineer: (first: string) => `${first} (ingeniería de soporte)`,
  /** Under a heading. */
  by: (who: string, when: string) => `Por ${who}, ${when}`,
  /** Other customers do not read the reporter's name, here and wherever `by` may be empty. */
  after: (by: string, after: string) => (by ? `${by}, en ${after}` : `En ${after}`),
  acknowledged: (name: string) => `${name}: ${stages.name.acknowledged}`,
  /** Who acknowledged it, where engineers read it. */
  notOnCall: (by: string) => `${by} (no está de guardia)`,
  acknowledgedAgain: (name: string) => `${name}: ${stages.name.acknowledged} de nuevo`,
  acknowledgedLate: (within: string) => `Nos comprometimos a hacerlo en ${within}. Sentimos haber tardado más.`,
  /** `what`: what was done, when, or after how long. */
  late: (what: string, late: string) => `${what}, con ${late} de retraso`,
  nextUpdate: (when: string) => `Próxima actualización, como muy tarde: ${when}.`,
  updated: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}`,
  resolved: (name: string) => `${name}: ${stages.name.resolved}`,
  resolvedAfter: (after: string) => `Resuelta ${after} después de la notificación.`,
  stillDown: (phones: string) => `Si sigue sin funcionar, pulse el botón o llame al ${phones}.`,
  updateMissed: (name: string) => `${name}: actualización con retraso`,
  breached: (name: string) => `${name}: con retraso, sin asumir todavía`,
  breachedText: (after: string) =>
    `Nos comprometimos a asumirla en ${after} y vamos con retraso. Estamos alertando a más personas en Teams y seguiremos hasta que alguien la asuma.`,
  forReporter: (mention: string) => `${mention}: se trata de su notificación.`,
  breachedCall: (phones: string, name: string) => `Llame, por favor, al ${phones} y diga ${name}.`,
  placeLost: (name: string, place: string) => `${name}: no llegan actualizaciones a este lugar: ${place}`,
  placeLostText:
    'Teams rechaza los mensajes allí: se quitó o bloqueó el bot, o la conversación ya no existe. Informe a esas personas por otro medio.',
  placeNotTheirs:
    'Su inquilino ya no figura para este proyecto en el archivo de configuración, así que no les envío nada. Dígales usted lo que deban saber.',
  notMentioned: (name: string) => `No se pudo mencionar a ${name}`,
  oneNotMentioned: (names: string) => `No se pudo mencionar a una de estas personas: ${names}`,
  notMentionedText:
    'Teams rechazó la mención: el mensaje lleva los nombres como texto y no avisó a nadie. Llame a estas personas y compruebe si siguen trabajando aquí.',
  /** After "para", or after a colon. */
  places: {
    desk: 'el hilo de soporte',
    origin: 'el lugar donde se notificó',
    follower: (id: string) => `el destino "${id}"`,
    merged: (name: string) => `el lugar donde se notificó ${name}`,
    someMerged: 'el lugar donde también se notificó la misma interrupción',
    team: (name: string) => `el equipo ${name}`,
    webhook: (id: string) => `el webhook "${id}"`,
    pager: (id: string) => `el servicio de avisos "${id}"`,
    person: (name: string) => (name ? `el chat de ${name} conmigo` : 'el chat de una persona conmigo'),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name}: pendiente de asumir`,
    'last-call': (name: string) => `${name}: el plazo está a punto de vencer`,
    breach: (name: string) => `${name}: con retraso, asúmala ya`,
    'still-open': (name: string) => `${name}: sigue sin asumir`,
  } satisfies Record<RungKind, (name: string) => string>,
  why: whyCalled,
  updateMissedWhy: (mention: string, when: string) =>
    `${mention}: falta la próxima actualización. La hora límite era: ${when}. "Sin novedades" también vale.`,
  /** After its reporter said so, until it is acknowledged, withdrawn or said to be down. */
  saysWorks: (by: string, when: string) =>
    `Quien la notificó (${by}) dijo que vuelve a funcionar, ${when}, pero no la ha retirado. Asúmala y compruébelo.`,
  openThread: 'Asúmala aquí o en el hilo de soporte.',
  notYours: 'Nadie la ha asumido. Llame a un ingeniero que pueda hacerlo.',
  deskLost: (name: string) => `${name}: no se llega al canal de soporte`,
  deskLostWhy: (mention: string) => `${mention}: Teams rechaza los mensajes al canal de soporte, así que se lo digo aquí.`,
  deskLostAdmin: 'Administradores: ¿la aplicación sigue permitida e instalada allí? ¿Existe todavía el canal?',
  takeHere: 'Asúmala aquí.',
  settled: (heading: string, when: string) => `Este mensaje decía, ${when}: ${heading}.`,
};

export const digest = {
  heading: (n: number) =>
    formats.plural(n, {
      one: '1 interrupción necesita atención',
      many: `${n} interrupciones necesitan atención`,
      other: `${n} interrupciones necesitan atención`,
    }),
  updates: (n: number) =>
    formats.plural(n, {
      one: '1 actualización va con retraso',
      many: `${n} actualizaciones van con retraso`,
      other: `${n} actualizaciones van con retraso`,
    }),
  settled: (n: number) =>
    formats.plural(n, {
      one: '1 interrupción necesitaba atención',
      many: `${n} interrupciones necesitaban atención`,
      other: `${n} interrupciones necesitaban atención`,
    }),
  people: (mentions: string) => `${mentions}: se necesita su ayuda.`,
  how: (name: string) => `Asuma una con su botón o en su hilo, o escriba "@${botName} ack ${name}".`,
  owners: 'Responsables: publiquen una actualización en el hilo. "Sin novedades" también vale.',
  notYours: 'Nadie las ha asumido. Llame a un ingeniero que pueda hacerlo.',
  also: 'Además',
  updateMissed: (owner: string, when: string) => `Responsable: ${owner}. Actualización con retraso, la hora límite era: ${when}.`,
  take: (name: string) => `Asumir ${name}`,
  taken: (name: string) => `Ha asumido ${name}. Continúe en su hilo.`,
};
