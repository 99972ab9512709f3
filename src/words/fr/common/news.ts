/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { At, at, before, due } from '../grammar.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';
import { stages } from './stages.ts';

export const facts = {
  customer: 'Client',
  environment: 'Environ\u00ADnement',
  scenario: 'Scénario',
  openMessage: 'Ouvrir dans Teams',
  reporter: 'Signalée par',
  counted: 'Numéro d’ordre',
  reported: 'Signalée',
  state: 'État',
  owner: 'Responsable',
  lastUpdate: 'Dernier point',
  done: 'Ce qui a été fait',
  unsure: 'Incertain',
  inRegion: (phone: string, region: string) => `${phone} (${region})`,
  notChecked: (phone: string) => `${phone} (non vérifié)`,
  asTyped: (text: string) => `« ${text} » (tel que saisi)`,
  cut: 'Tout n’est pas affiché, faute de place sur cette carte.',
  aroundTheClock: '24 h sur 24',
  orElse: (second: string) => `Pas 24 h sur 24. Sinon : ${second}`,
};

export const state = {
  reported: 'Pas encore prise en charge',
  breached: 'En retard, pas prise en charge',
  acknowledged: (owner: string, stage: Stage) =>
    stage === 'acknowledged' ? `${stages.name[stage]} par ${owner}` : `${stages.name[stage]} (${owner})`,
  resolved: 'Résolue',
};

export const desk = {
  newOutage: (name: string) => `${name} : nouvelle panne`,
  newRequest: (name: string) => `${name} : nouvelle demande`,
  heading: (name: string, now: string) => `${name} : ${now}`,
  thisOutage: 'Cette panne',
  onCall: (mentions: string) => `${mentions} : vous êtes d’astreinte.`,
  acknowledge: 'Prendre en charge',
  openThread: 'Ouvrir le fil',
  update: 'Publier un point',
  resolve: 'Résoudre',
};

export const news = {
  repeated: 'Envoyé une seconde fois : nous ne savions pas si le premier message était arrivé.',
  begunAnew: 'Ce message remplace le premier, qui a été supprimé ou ne peut plus être modifié.',
  engineer: (first: string) => `${first} (ingénieur du support)`,
  /** Under a heading. */
  by: (who: string, when: string) => `Par ${who}, ${at(when)}`,
  after: (by: string, after: string) => (by ? `${by}, après ${after}` : `Après ${after}`),
  acknowledged: (name: string) => `${name} : ${stages.name.acknowledged}`,
  notOnCall: (by: string) => `${by} (hors astreinte)`,
  acknowledgedAgain: (name: string) => `${name} : de nouveau prise en charge`,
  acknowledgedLate: (within: string) => `Nous nous étions engagés sur ${within}. Nous sommes désolés de ce retard.`,
  late: (what: string, late: string) => `${what}, avec ${late} de retard`,
  nextUpdate: (when: string) => `Prochain point ${before(when)}.`,
  updated: (name: string, phase: Phase) => `${name} : ${phaseShort[phase]}`,
  resolved: (name: string) => `${name} : ${stages.name.resolved}`,
  resolvedAfter: (after: string) => `Résolue ${after} après le signalement.`,
  stillDown: (phones: string) => `Si cela ne fonctionne toujours pas, appuyez sur le bouton ou appelez le ${phones}.`,
  updateMissed: (name: string) => `${name} : point en retard`,
  breached: (name: string) => `${name} : en retard, pas encore prise en charge`,
  breachedText: (after: string) =>
    `Nous nous étions engagés à la prendre en charge sous ${after}, et nous sommes en retard. Nous alertons d’autres personnes dans Teams, et nous continuons jusqu’à ce que l’une d’elles la prenne en charge.`,
  forReporter: (mention: string) => `${mention} : cela concerne votre signalement.`,
  breachedCall: (phones: string, name: string) => `Appelez le ${phones} et indiquez ${name}.`,
  placeLost: (name: string, place: string) => `${name} : message non remis (${place})`,
  placeLostText:
    'Teams y refuse les messages : le bot a été retiré ou bloqué, ou la conversation n’existe plus. Prévenez ces personnes autrement.',
  placeNotTheirs:
    'Le fichier du support ne rattache plus le locataire de ces personnes à ce projet : je ne leur envoie plus rien. Prévenez-les vous-même de ce qu’elles doivent savoir.',
  notMentioned: (name: string) => `${name} : mention impossible`,
  oneNotMentioned: (names: string) => `Une mention a échoué : ${names}`,
  notMentionedText:
    'Teams a refusé la mention : le message contient les noms en texte simple et n’a averti personne. Appelez ces personnes, et vérifiez qu’elles travaillent toujours ici.',
  places: {
    desk: 'le fil du support',
    origin: 'l’endroit du signalement',
    follower: (id: string) => `l’abonné « ${id} »`,
    merged: (name: string) => `l’endroit où ${name} a été signalée`,
    someMerged: 'l’endroit où la même panne a aussi été signalée',
    team: (name: string) => `l’équipe ${name}`,
    webhook: (id: string) => `le webhook « ${id} »`,
    pager: (id: string) => `le service d’appel « ${id} »`,
    person: (name: string) => (name ? `ma conversation privée avec ${name}` : 'une conversation privée avec moi'),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name} : à prendre en charge`,
    'last-call': (name: string) => `${name} : échéance proche`,
    breach: (name: string) => `${name} : en retard, à prendre en charge maintenant`,
    'still-open': (name: string) => `${name} : toujours pas prise en charge`,
  } satisfies Record<RungKind, (name: string) => string>,
  why: whyCalled,
  updateMissedWhy: (mention: string, when: string) =>
    `${mention} : le prochain point était prévu ${due(when)}. « Rien de nouveau » suffit.`,
  saysWorks: (by: string, when: string) =>
    `${by} a signalé la panne, puis indiqué ${at(when)} que tout fonctionne de nouveau, sans la retirer. Prenez-la en charge et vérifiez.`,
  openThread: 'Prenez-la en charge ici, ou dans le fil du support.',
  notYours: 'Personne ne l’a prise en charge. Appelez un ingénieur qui peut le faire.',
  deskLost: (name: string) => `${name} : canal du support injoignable`,
  deskLostWhy: (mention: string) => `${mention} : Teams refuse les messages vers le canal du support, je vous préviens donc ici.`,
  deskLostAdmin: 'Administrateurs : l’application y est-elle toujours autorisée et installée, et le canal existe-t-il encore ?',
  takeHere: 'Prenez-la en charge ici.',
  settled: (heading: string, when: string) => `${At(when)}, ce message disait « ${heading} ».`,
};

export const digest = {
  heading: (n: number) =>
    formats.plural(n, {
      one: `${n} panne attend quelqu’un`,
      many: `${n} pannes attendent quelqu’un`,
      other: `${n} pannes attendent quelqu’un`,
    }),
  updates: (n: number) =>
    formats.plural(n, { one: `${n} point est en retard`, many: `${n} points sont en retard`, other: `${n} points sont en retard` }),
  settled: (n: number) =>
    formats.plural(n, {
      one: `${n} panne attendait quelqu’un`,
      many: `${n} pannes attendaient quelqu’un`,
      other: `${n} pannes attendaient quelqu’un`,
    }),
  people: (mentions: string) => `${mentions} : on a besoin de vous.`,
  how: (name: string) => `Prenez-en une en charge avec son bouton ou dans son fil, ou écrivez « @${botName} ack ${name} ».`,
  owners: 'Responsables : publiez un point dans le fil. « Rien de nouveau » suffit.',
  notYours: 'Personne ne les a prises en charge. Appelez un ingénieur qui peut le faire.',
  also: 'Et',
  updateMissed: (owner: string, when: string) => `Responsable : ${owner}. Le point était prévu ${due(when)}.`,
  take: (name: string) => `Prendre en charge ${name}`,
  taken: (name: string) => `Vous avez pris en charge ${name}. Continuez dans son fil.`,
};
