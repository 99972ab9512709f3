/** What people look up: the help with its commands, lists of outages, and the timeline with what was refused. */

import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import { denial } from '../../denial.ts';
import { language } from '../common/language.ts';
import { botName, privacy } from '../common/names.ts';
import { follow } from '../follow.ts';
import { formats } from '../formats.ts';
import { before, due, of as ofName, range } from '../grammar.ts';
import { changed } from '../report/fields.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { app } from './app.ts';
import { audit } from './audit.ts';
import { catchUp } from './catch-up.ts';
import { deliveries } from './deliveries.ts';
import { doubt } from './doubt.ts';
import { numbers } from './numbers.ts';

const help = {
  heading: botName,
  text: 'La production est en panne ? Signalez-le ici, et un ingénieur du support s’en chargera.',
  report: 'Signaler une panne',
  mine: 'Voir mes pannes',
  youSaid: 'Je n’ai pas compris. Voici ce que je peux faire :',
  all: 'Voici ce que vous pouvez écrire ou sélectionner ici :',
  inRoom: `Ici, commencez par @${botName}, ou tapez une barre oblique et choisissez une commande : la réponse n’est alors visible que pour vous.`,
  greeting: 'Bonjour. Si la production est en panne, appuyez sur le bouton ou écrivez ici ce qui se passe.',
  thanks: 'Je vous en prie. Si la production est en panne, appuyez sur le bouton ou écrivez ici ce qui se passe.',
  doubt,
};

/** What each command does, as the help and Teams' menus say it. */
export const commands = {
  outage: 'Signaler une panne de production',
  reportFor: 'Signaler pour un client qui appelle : report for CUSTOMER',
  setup: 'Pour les administrateurs : choisir le canal du support et qui suit',
  acknowledge: 'Dans le fil d’une panne : la prendre en charge',
  update: 'Dans le fil d’une panne : donner les nouvelles à tout le monde',
  resolve: 'Dans le fil d’une panne : dire qu’elle est terminée et ce qui a été fait',
  onCall: 'Voir qui est d’astreinte, prendre l’astreinte ou remplacer quelqu’un',
  maintenance: 'Prévoir la maintenance d’un projet, la modifier ou y mettre fin plus tôt',
  check: 'Vérifier si tout fonctionnerait cette nuit : planning d’astreinte, escalade, projets',
  drill: 'Faire un essai complet, 60 fois plus vite (avec « pings », les alertes et les appels d’alerte partent)',
  help: 'Voir ce qu’Outage Desk peut faire',
  language: language.command,
  publish: 'Dans le fil d’une panne : chercher les secrets d’un message, puis le publier ou le garder comme note',
  nothingNew: 'Dans le fil d’une panne : dire qu’il n’y a rien de nouveau',
  handOver: 'Dans le fil d’une panne : proposer à un autre ingénieur de prendre le relais',
  accept: 'Accepter la panne qui vous est proposée',
  decline: 'Refuser la panne qui vous est proposée',
  assist: 'Apporter son aide, ou ajouter un renfort',
  release: 'Remettre une panne à l’astreinte, en donnant la raison',
  transfer: 'Dans le fil d’une panne : ce n’en est pas une, la transférer à une autre équipe',
  merge: 'Fusionner une panne dans une autre, si c’est la même',
  unmerge: 'Annuler une fusion : la panne est de nouveau traitée à part, et vous en êtes responsable',
  ask: 'Dans le fil d’une panne : interroger l’auteur du signalement, et lui seul',
  note: 'Ajouter une note que seul le support voit',
  bridge: 'Dans le fil d’une panne : définir le lien d’appel, ou le supprimer (bridge remove)',
  ticket: 'Dans le fil d’une panne : ajouter un ticket d’un autre système, ou le retirer (ticket remove)',
  ...follow.commands,
  reopen: 'Rouvrir une panne et en devenir responsable',
  list: 'Voir quelles pannes sont en cours',
  mine: 'Voir les pannes que vous avez signalées ou dont vous êtes responsable',
  status: 'Voir la carte d’une panne : /outage status OUT-1042',
  timeline: 'Voir qui a fait quoi et quand : /outage timeline OUT-1042',
  catchUp: 'Voir ce qui a changé depuis votre dernière visite, aussi pour une seule panne : catch up OUT-1042',
  deliveries: 'Voir quels messages sont arrivés, et où : /outage deliveries OUT-1042',
  certificate: 'Obtenir un fichier signé sur une panne pour vos archives : /outage certificate OUT-1042',
  review: 'Rédiger ou voir le bilan d’une panne terminée : /outage review OUT-1042',
  numbers: 'Voir si les engagements ont été tenus : /outage numbers month, quarter ou 90 days, et un projet',
  stillDown: 'Dire que ce que vous avez signalé ou rejoint n’est pas terminé',
  works: 'Dire que ce que vous avez signalé ou rejoint fonctionne de nouveau',
  withdraw: 'Retirer votre signalement',
  object: 'Dire que ce qui a été transféré ou fusionné est une panne à part entière',
  cancel: 'Supprimer le signalement que vous n’avez pas encore envoyé',
};

/** What Teams offers before the first message in somebody's own chat. It is sent as it stands, so it stays English. */
export const starters = { outage: 'Report an outage', list: 'List open outages' } satisfies { [key in keyof typeof commands]?: string };

/** What somebody may write, where a command needs more: the command is English. */
export const examples = {
  update: 'update Nous avons trouvé la cause et testons une correction.',
  updateWithNumber: 'update OUT-1042 Voici ce que vous voyez jusqu’à la réparation.',
  publish: 'publish Nous avons trouvé la cause et testons une correction.',
  resolve: 'resolve Le service a été redémarré ; la validation fonctionne depuis 10:40.',
  handOver: 'hand over to @Camille',
  release: 'release Je dois partir. Le verrou de la table 7 n’est pas la cause.',
  transfer: (team: string) => `transfer to ${team}: Un seul utilisateur est touché`,
  merge: 'merge OUT-1042',
  ask: 'ask L’erreur touche-t-elle toutes les sociétés ? [Oui, Non]',
  note: 'note Le fournisseur confirme le défaut, ticket 4711',
  reopen: 'reopen La validation échoue de nouveau depuis 11:20',
};

const list = {
  open: (count: number) =>
    count === 0
      ? 'Aucune panne n’est en cours'
      : formats.plural(count, {
          one: `${count} panne est en cours`,
          many: `${count} pannes sont en cours`,
          other: `${count} pannes sont en cours`,
        }),
  atLeast: (count: number) => `Au moins ${count} pannes sont en cours`,
  mine: (count: number): string => (count === 0 ? 'Vous n’avez aucune panne' : 'Vos pannes'),
  mineText: 'Ce que vous avez signalé ou dont vous êtes responsable : d’abord ce qui est en cours, puis ce qui s’est terminé en dernier.',
  reported: (when: string) => `À prendre en charge ${before(when)}`,
  late: (when: string) => `En retard : la prise en charge était prévue ${due(when)}`,
  taken: (when: string) => `Prochain point ${before(when)}`,
  missed: (when: string) => `Point en retard : il était prévu ${due(when)}`,
  and: 'Et',
  more: (name: string) => `Pour en voir une, écrivez son numéro : /outage status ${name}.`,
  which: 'Précisez laquelle, avec son numéro : /outage status OUT-1042, ou /outage timeline OUT-1042.',
  ownChat: denial(
    'not-here',
    'Posez-moi cette question dans notre conversation privée : tout le monde ici ne doit pas forcément voir la réponse.',
  ),
  noProjects: denial(
    'not-member',
    'Seules les personnes d’un projet et les ingénieurs du support peuvent consulter les pannes. Pour en voir plus, demandez à un administrateur du support de vous ajouter au projet. Un canal abonné affiche une carte par panne.',
  ),
};

const timeline = {
  button: 'Voir la chronologie',
  heading: (name: string) => `${name} : chronologie`,
  earlier: (count: number) =>
    formats.plural(count, {
      one: `${count} événement plus ancien n’est pas affiché.`,
      many: `${count} événements plus anciens ne sont pas affichés.`,
      other: `${count} événements plus anciens ne sont pas affichés.`,
    }),
  zone: (zone: string) => `Fuseau horaire : ${zone}`,
  later: (time: string) => `\u22EE ${time} plus tard`,
  pings: (count: number, from: string, until: string, people: string) => `${count} alertes, ${range(from, until)} : ${people}`,
  pulses: (count: number, from: string, until: string) => `${count} fois, des personnes ont dit où elles en sont, ${range(from, until)}`,
  line: (by: string, what: string) => `${by} ${what}`,
  nobody: 'personne, car personne n’est d’astreinte',
  changed,
  rung: {
    reminder: (people: string) => `Alerte : ${people}`,
    'last-call': (people: string) => `Alerte peu avant l’échéance : ${people}`,
    breach: (people: string) => `Alerte à l’échéance : ${people}`,
    'still-open': (people: string) => `Nouvelle alerte : ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  /** After the name of who did it (`by`); where nobody did it, a sentence. `more`: to whom, from whom, or the text; empty when there is none. */
  event: {
    reported: (more) => `a signalé la panne : ${more}`,
    acknowledged: (more) => `l’a prise en charge après ${more}`,
    'taken-back': () => 'a annulé la prise en charge',
    planned: (more) => `a prévu : ${more}`,
    updated: (more) => (more ? `a publié un point : ${more}` : 'a publié « Rien de nouveau »'),
    'hand-over-offered': (more) => `a proposé à ${more} de prendre le relais`,
    'hand-over-declined': () => 'a mis fin à la proposition de passer la main',
    'handed-over': (more) => `a pris le relais ${ofName(more)}`,
    assisted: (more, by) => (more === by ? 'apporte son aide' : `a demandé de l’aide à ${more}`),
    released: () => 'l’a remise à l’astreinte',
    objected: () => 'a fait une objection',
    reopened: (owner, by): string =>
      by ? `l’a rouverte${owner && ' et en est responsable'}` : 'Rouverte : elle durait encore pour d’autres personnes',
    noted: (more) => `a noté : ${more}`,
    pulsed: (more) => `a dit : ${more}`,
    asked: (more) => `a interrogé l’auteur du signalement : ${more}`,
    replied: (more) => `a répondu : ${more}`,
    'reply-missed': () => 'Pas encore de réponse : nous avons envoyé un rappel à l’auteur du signalement',
    'files-added': (more) => `a envoyé ${more}`,
    'bridge-set': (more) => more || 'a supprimé le lien d’appel',
    'ticket-added': (more) => `a ajouté le ticket ${more}`,
    'ticket-removed': (more) => (more ? `a retiré le ticket ${more}` : 'a retiré un ticket'),
    corrected: (more) => `a corrigé : ${more}`,
    transferred: (more) => `l’a transférée à ${more}`,
    withdrawn: () => 'l’a retirée',
    merged: (more) => `l’a fusionnée dans ${more}`,
    absorbed: (more) => `y a fusionné ${more}`,
    parted: (more) => `a annulé la fusion de ${more}`,
    joined: (more) => `l’a rejointe : ${more}`,
    left: () => 'l’a quittée',
    'phone-added': () => 'a ajouté un numéro de téléphone',
    ...follow.timeline,
    gathered: (more) => `Pannes semblables : ${more}`,
    resolved: (more) => `l’a résolue : ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (_more, by): string => (by ? 'a confirmé que tout fonctionne de nouveau' : 'Clôturée : personne n’a dit qu’elle durait encore'),
    escalated: (more) => more,
    breached: () => 'En retard : personne ne l’avait prise en charge à l’échéance',
    paged: (more) => more,
    'page-missed': (more) => more,
    'update-missed': (more) => `Le point est en retard. Alerte : ${more}`,
    'place-lost': (more) => `Les messages n’arrivent plus à cet endroit : ${more}`,
    'desk-unreached': () => 'Le signalement n’est pas arrivé à temps dans le canal du support, et son auteur a été prévenu',
    'desk-reached': () => 'Le signalement est arrivé dans le canal du support',
    'drill-ended': () => 'Fin de l’exercice',
    ...review.timeline,
    restored: (more) => `Données restaurées, dernier état connu : ${more}`,
    'personal-data-removed': () => privacy.timeline,
  } satisfies Record<OutageEventType, (more: string, by: string) => string>,
};

export const look = {
  app,
  audit,
  catchUp,
  deliveries,
  help,
  list,
  numbers,
  timeline,
};
