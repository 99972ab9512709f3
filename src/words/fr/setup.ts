/** Setting up in Teams: which channel is the support desk, who follows, and which rooms were lost or came back. */
import { denial } from '../denial.ts';
import { formats } from './formats.ts';
import { others } from './grammar.ts';

type Kind = 'channel' | 'groupChat';

export const setup = {
  heading: 'Configurer Outage Desk',
  open: 'Configurer',
  invite: {
    channel: 'Ce canal peut devenir le canal du support, ou suivre des pannes.',
    groupChat: 'Cette conversation peut suivre des pannes.',
  } satisfies Record<Kind, string>,
  inviteWho: (names: string) =>
    `${names && `Personnes autorisées : ${names}. `}Personne d’autre ne voit ce que le bouton ouvre. Pour revoir ceci, écrivez « @Outage Desk setup ».`,
  here: { channel: 'Ce canal', groupChat: 'Cette conversation' } satisfies Record<Kind, string>,
  desk: 'Support',
  followers: 'Abonnés',
  unnamed: { channel: 'un canal', groupChat: 'une conversation de groupe' } satisfies Record<Kind, string>,
  noneYet: 'Pas encore choisi. Personne ne peut signaler de panne d’ici là.',
  isDesk: 'Ce canal est celui du support : chaque panne y a son fil.',
  follows: (projects: string, audience: string) => `Suit les pannes de ces projets : ${projects}. Pour : ${audience}.`,
  followsNothing: 'Pas encore utilisé.',
  byFile: (text: string) => `${text} C’est écrit dans le fichier du support, qui l’emporte sur ce qui est choisi ici.`,
  lost: 'Injoignables',
  overruled: 'Non utilisé',
  overruledText: (room: string) => `${room} : choisi dans Teams, mais le fichier du support en désigne un autre, qui l’emporte.`,
  nobody: 'Personne pour le moment',
  room: (name: string, projects: string) => `${name} : ${projects}`,
  more: (count: number) => `Et ${others(count)}.`,
  allProjects: 'tous les projets',
  projects: 'Quels projets ?',
  everyProject: 'Tous les projets, y compris les futurs',
  moreProjects: (count: number) =>
    `Projets non affichés, faute de place : ${count}. Pour en choisir, utilisez le fichier du support. « Tous les projets » les comprend.`,
  deskSees: 'Tous ceux qui lisent le canal du support voient comment joindre l’auteur d’un signalement.',
  sees: (audience: string, what: string) => `Visible pour « ${audience} » : ${what}.`,
  makeDesk: 'En faire le canal du support',
  follow: 'Suivre ces projets',
  stop: 'Ne plus suivre',
  whichRoom: 'Où faut-il arrêter de suivre ?',
  choose: 'Faites un choix',
  chooseProject: 'Choisissez tous les projets, ou un ou plusieurs.',
  elsewhere: 'Pour configurer un canal ou une conversation de groupe, ajoutez-moi là-bas et écrivez « @Outage Desk setup ».',
  deskByFile:
    'Le fichier du support désigne le canal du support (desk.channel). Pour le choisir ici, supprimez cette ligne et redémarrez-moi.',
  done: {
    desk: 'Ce canal est maintenant celui du support. Les pannes en cours restent dans leurs fils. Écrivez ensuite « @Outage Desk outage check », puis faites un essai : « @Outage Desk outage drill ».',
    follow: 'Enregistré pour les pannes signalées à partir de maintenant.',
    stop: 'Enregistré. Les points sur les pannes en cours continuent d’y arriver jusqu’à leur fin.',
  },
  public: {
    desk: (person: string) => `${person} a fait de ce canal celui du support`,
    deskText: 'Chaque panne signalée à partir de maintenant a son fil ici.',
    follow: {
      channel: (person: string) => `${person} a activé le suivi des pannes dans ce canal`,
      groupChat: (person: string) => `${person} a activé le suivi des pannes dans cette conversation`,
    } satisfies Record<Kind, (person: string) => string>,
    followText: (projects: string, what: string) =>
      `Les nouvelles pannes de ces projets apparaîtront ici : ${projects}. Vous y lirez ${what}.`,
    stop: {
      channel: (person: string) => `${person} a arrêté le suivi des pannes dans ce canal`,
      groupChat: (person: string) => `${person} a arrêté le suivi des pannes dans cette conversation`,
    } satisfies Record<Kind, (person: string) => string>,
    stopText: 'Les points sur les pannes en cours continuent d’arriver ici jusqu’à leur fin.',
  },
  notYours: (names: string) =>
    denial(
      'not-administrator',
      `Personnes autorisées à faire cette configuration : ${names}. Demandez-leur de la faire, ou de vous inscrire comme administrateur dans le fichier du support.`,
    ),
  noAdministrator: denial(
    'not-administrator',
    'Personne ne peut faire cette configuration dans Teams : le fichier du support n’indique aucun administrateur. Adressez-vous à l’exploitant du bot.',
  ),
  noDesk: 'Vous ne pouvez pas encore signaler de panne ici',
  noDeskText: 'Aucun canal n’est encore celui du support. Si la production est en panne maintenant, appelez.',
  noDeskWho: (names: string) => `Pour choisir le canal, il faut y écrire « @Outage Desk setup ». Personnes autorisées : ${names}.`,
  notSent: denial(
    'no-desk',
    'Rien n’a été envoyé : aucun canal n’est encore celui du support. Votre saisie est conservée pendant un jour : appuyez de nouveau plus tard sur « Envoyer le signalement ».',
  ),

  /** To the support desk, when a room is lost or comes back. */
  changed: {
    heading: (lost: number, back: number) =>
      lost > 0
        ? formats.plural(lost, {
            one: `Les messages n’arrivent plus à ${lost} endroit`,
            many: `Les messages n’arrivent plus à ${lost} endroits`,
            other: `Les messages n’arrivent plus à ${lost} endroits`,
          })
        : formats.plural(back, {
            one: `Les messages arrivent de nouveau à ${back} endroit`,
            many: `Les messages arrivent de nouveau à ${back} endroits`,
            other: `Les messages arrivent de nouveau à ${back} endroits`,
          }),
    why: {
      'channel-deleted': 'le canal a été supprimé',
      'team-deleted': 'son équipe a été supprimée',
      'team-archived': 'son équipe a été archivée',
      'bot-removed': 'le bot en a été retiré',
    },
    desk: (room: string, why: string) =>
      `${room}, le canal du support : ${why}. Tant qu’il n’est pas rétabli ou remplacé, les nouvelles pannes n’ont pas de fil.`,
    lost: (room: string, why: string) => `${room} : ${why}. Les abonnés qui s’y trouvent ne reçoivent plus les nouvelles pannes.`,
    back: (room: string) => `${room} : les messages y arrivent de nouveau, pour les pannes signalées à partir de maintenant.`,
    now: 'À faire',
    tell: 'Prévenez ces personnes autrement.',
    admin: 'Administra\u00ADteurs',
    remedy:
      'Rétablissez le canal ou la conversation, ou ajoutez-moi de nouveau. Pour utiliser un autre endroit, écrivez-y « @Outage Desk setup », ou modifiez le fichier du support s’il désigne celui-là.',
  },
};
