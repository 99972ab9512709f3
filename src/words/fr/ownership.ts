/** Who owns an outage: handing it over, helping with it and giving it back; and all buttons of engineers. */
import { before, until as untilWhen } from './grammar.ts';

export const ownership = {
  buttons: {
    nothingNew: 'Publier « Rien de nouveau »',
    more: 'Plus',
    accept: 'Accepter',
    decline: 'Refuser',
    handOver: 'Passer la main',
    help: 'Apporter mon aide',
    assist: 'Ajouter un renfort',
    release: 'Remettre à l’astreinte',
    transfer: 'Transférer',
    merge: 'Fusionner',
    unmerge: 'Annuler la fusion',
    reclassify: 'Reclasser',
    note: 'Ajouter une note',
    reopen: 'Rouvrir',
  },
  more: {
    heading: (name: string) => `${name} : autres actions`,
    groups: {
      now: 'Maintenant',
      owner: 'Qui s’en occupe',
      call: 'Appel et conversation',
      kind: 'De quoi il s’agit',
      ended: 'Ce n’est pas terminé',
      look: 'Ce qui s’est passé',
      desk: 'Pour le support seulement',
    },
  },

  handOver: {
    heading: (name: string) => `${name} : passer la main`,
    person: 'À qui ?',
    send: 'Envoyer la proposition',
    audience: 'La question est posée dans ce fil. Vous restez responsable tant que la proposition n’est pas acceptée.',
  },
  assist: {
    heading: (name: string) => `${name} : ajouter un renfort`,
    person: 'À qui demander de l’aide ?',
    send: 'Ajouter un renfort',
    audience: 'La question est posée dans ce fil. Le responsable reste le même.',
  },
  release: {
    heading: (name: string) => `${name} : remettre à l’astreinte`,
    reason: 'Pourquoi la remettez-vous à l’astreinte ?',
    example: 'Ce que vous savez déjà, et pourquoi un autre ingénieur doit continuer',
    send: 'Remettre à l’astreinte',
    audience: 'Les personnes d’astreinte sont alertées aussitôt, avec une échéance plus courte, et l’auteur du signalement est prévenu.',
  },

  /** Somebody acknowledged it by a reaction to the first message of its thread. */
  reaction: {
    told: (by: string, until: string) =>
      `La prise en charge vient d’une réaction. Si c’était une erreur, ${by} peut l’annuler ${untilWhen(until)}.`,
    youTook: (name: string) => `${name} : prise en charge par votre réaction`,
    undo: (until: string) =>
      `Vous en êtes maintenant responsable. Si c’était une erreur, appuyez sur le bouton ${before(until)} : la panne n’aura plus de responsable, et tout le monde sera prévenu.`,
    notMeant: 'Annuler la prise en charge',
    done: (name: string) => `C’est annulé. ${name} n’a plus de responsable, et tous ceux qui avaient reçu votre nom sont prévenus.`,
    takenBack: (name: string) => `${name} : prise en charge annulée`,
    mistake: 'Elle avait été prise en charge par erreur.',
  },

  choose: 'Faites un choix',
  person: {
    placeholder: 'Tapez un nom, puis choisissez',
    one: 'Choisissez une personne dans la liste. Taper un nom ne suffit pas.',
    hasIt: (name: string) => `${name} en est déjà responsable. Choisissez une autre personne.`,
    /** `engineers`: empty when they are too many to name. */
    noEngineer: (engineers: string) =>
      `Cette personne ne fait pas partie des ingénieurs de ce support. Choisissez ${engineers ? `parmi : ${engineers}` : 'dans la liste'}. Les gestionnaires du support peuvent en ajouter dans le fichier du support, sous engineers.`,
  },

  say: {
    doYouTake: (name: string) => `Prendre en charge ${name} ?`,
    doYouTakeText: 'Je ne suis pas certain d’avoir compris : rien n’a changé. Pour en devenir responsable, appuyez sur le bouton.',
    like: (example: string) => `Écrivez-le ainsi : ${example}`,
    whichEngineer: (names: string) => `Plusieurs ingénieurs correspondent : ${names}. Mentionnez la bonne personne avec @.`,
    noEngineer:
      'Je ne trouve pas cette personne parmi les ingénieurs du support. Mentionnez la personne avec @, ou appuyez sur « Passer la main ».',
    whichTeam: (teams: string) => `Je ne connais pas cette équipe. Les équipes de ce support : ${teams}.`,
    noTeams:
      'Ce support n’a aucune équipe vers laquelle transférer. Ses gestionnaires peuvent en ajouter dans le fichier du support, sous teams.',
    noPlan: (project: string) =>
      `Je ne peux pas dire dans quel délai une équipe répond au projet ${project} : le fichier du support ne lui donne aucun plan de support. Les gestionnaires du support peuvent l’ajouter, sous plans et dans le projet.`,
    so: (name: string) => `C’était déjà le cas. Rien n’a changé pour ${name}.`,
  },
};
