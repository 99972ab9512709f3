/** Planned maintenance of a project: to who begins a report meanwhile, to who follows, and to the engineers who plan it. */
import { others, range, until as untilWhen } from '../grammar.ts';

export const maintenance = {
  heading: 'Maintenance prévue',
  place: (project: string, environments: string) => (environments ? `${project}, ${environments}` : project),

  asks: (until: string) => `Une maintenance prévue est en cours ${untilWhen(until)}. Est-ce ce que vous constatez ?`,
  runs: (where: string, until: string, what: string) => `${where}, ${untilWhen(until)} : ${what}`,
  ifNot: 'Si c’est autre chose, ou en cas de doute, signalez-le. Nous le traiterons comme toute autre panne.',
  yes: 'Oui, c’est la maintenance',
  notSent: 'Rien n’a été envoyé. Si cela ne fonctionne toujours pas à la fin de la maintenance, signalez-le.',

  fact: 'Maintenance',
  ran: (until: string, what: string) => `Elle était en cours au moment du signalement, ${untilWhen(until)} : ${what}`,

  news: {
    begins: (project: string) => `Début de la maintenance : ${project}`,
    changed: (project: string) => `Maintenance modifiée : ${project}`,
    over: (project: string) => `Fin de la maintenance : ${project}`,
    until: (where: string, until: string) => `${where} : en cours ${untilWhen(until)}. La fin sera annoncée ici.`,
    now: (where: string) => `${where} : si quelque chose ne fonctionne pas maintenant, signalez-le.`,
  },

  none: 'Aucune maintenance n’est en cours ni prévue.',
  open: 'Ajouter ou terminer',
  line: (where: string, from: string, until: string, what: string) => `${where}, ${range(from, until)} : ${what}`,
  byFile: 'prévue dans le fichier du support (pour la modifier, modifiez ce fichier et redémarrez-moi)',
  by: (name: string) => `prévue par ${name}`,
  projectGone: 'pour un projet qui ne figure plus dans le fichier du support : personne n’est prévenu',
  more: (count: number) => `Et ${others(count)}.`,
  which: 'Laquelle est terminée ?',
  choose: 'Faites un choix',
  where: 'Sur quoi porte la maintenance ?',
  all: (project: string) => `${project} : tout`,
  noRoom: (count: number) =>
    `Faute de place, ${others(count)} ne ${count < 2 ? 'figure' : 'figurent'} pas dans cette liste. Pour cela, utilisez le fichier du support.`,
  fromDate: 'À partir de quel jour ?',
  fromTime: (zone: string) => `À partir de quelle heure ? (${zone})`,
  untilDate: 'Jusqu’à quel jour ?',
  untilTime: (zone: string) => `Jusqu’à quelle heure ? (${zone})`,
  what: 'En quoi consiste-t-elle ? Les clients liront ce texte.',
  example: 'Mise à jour vers la version 10.0.44',
  send: 'Enregistrer la maintenance',
  end: 'Terminer maintenant',
  audience:
    'Les canaux et conversations qui suivent le projet sont prévenus au début et à la fin. Pour modifier une maintenance, enregistrez-la de nouveau pour le même endroit.',
  errors: {
    choose: 'Choisissez dans la liste.',
    'not-a-time': 'Choisissez un jour et une heure.',
    'ends-first': 'La fin doit venir après le début. Retardez la fin ou avancez le début.',
    past: 'Ce moment est passé. Choisissez une fin plus tardive.',
    'too-long': 'La durée dépasse 14 jours. Avancez la fin et ajoutez une autre maintenance pour la suite.',
    'too-far': 'C’est dans plus d’un an. Choisissez un jour plus proche.',
    overlaps: (from: string, until: string) =>
      `Une maintenance est déjà prévue ${range(from, until)}. Choisissez un autre moment, ou terminez celle-là.`,
    what: (most: number) => `Dites en quoi elle consiste, en ${most} caractères au plus.`,
  },
  saved: (where: string, from: string, until: string) => `Maintenance enregistrée : ${where}, ${range(from, until)}.`,
  nobody:
    'Aucun canal ni aucune conversation ne suit ce projet : personne ne sera prévenu. Pour en ajouter, écrivez « @Outage Desk setup » à cet endroit.',
  ended: 'C’est terminé. Ceux qui avaient reçu l’annonce du début reçoivent celle de la fin.',
  gone: 'Cette maintenance est déjà terminée.',
};
