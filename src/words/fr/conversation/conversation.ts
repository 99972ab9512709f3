/** What the reporter and the desk say to each other about an outage. */
import { at } from '../grammar.ts';

export const conversation = {
  /** What a message of such an event is called in an alarm. */
  message: {
    noted: 'la note',
    asked: 'la question à l’auteur du signalement',
    replied: 'la réponse de l’auteur du signalement',
    'reply-missed': 'l’annonce de l’absence de réponse',
  },
  ask: {
    button: 'Interroger l’auteur',
    heading: (name: string) => `${name} : interroger l’auteur du signalement`,
    text: 'Que voulez-vous savoir ?',
    example: 'L’erreur touche-t-elle toutes les sociétés, ou une seule ?',
    choices: 'Réponses rapides, séparées par des virgules (facultatif, quatre au plus)',
    choicesExample: 'Oui, Non',
    send: 'Envoyer la question',
    audience: 'Seul l’auteur du signalement la reçoit. Sa réponse arrive dans ce fil et vous mentionne.',
    tooManyChoices: (most: number, length: number) => `Donnez au plus ${most} réponses, de ${length} caractères au plus chacune.`,
    heard: 'La question part à l’auteur du signalement. Sa réponse arrivera dans ce fil.',
    waits: 'Vous avez déjà posé cette question, qui attend une réponse. Elle n’a pas été renvoyée.',
  },

  /** The question, as the desk and as the reporter read it. */
  asked: {
    heading: (name: string) => `${name} : question à l’auteur du signalement`,
    alone: 'Seul l’auteur du signalement la lit. Sa réponse arrivera dans ce fil.',
    byPhone: 'Teams ne sait pas qui a appelé : posez la question par téléphone.',
    byApi: 'Un programme a signalé la panne et ne peut pas répondre. Posez la question au client.',
    choices: (choices: string) => `Réponses rapides : ${choices}.`,
    forReporter: (name: string) => `${name} : le support a une question`,
    how: 'Répondez ici. L’ingénieur qui a posé la question est prévenu aussitôt.',
  },

  reply: {
    button: 'Répondre au support',
    heading: (name: string) => `${name} : votre réponse`,
    which: 'À quelle question ?',
    text: 'Votre réponse',
    example: 'Écrivez ce que vous savez, même en partie',
    question: (number: number) => `Question ${number}`,
    /** Above the buttons. */
    byTap: 'Ou une réponse rapide :',
    send: 'Envoyer la réponse',
    callMe: 'Appelez-moi',
    /** What the desk reads then. */
    pleaseCall: (phone: string) => (phone ? `Appelez-moi, s’il vous plaît : ${phone}` : 'Appelez-moi, s’il vous plaît.'),
    audience: 'Seul le support la lit.',
    sent: 'Votre réponse est arrivée au support, dans le fil de la panne.',
    already: 'Cette question a déjà une réponse.',
    answered: 'Cette question avait déjà une réponse. Le support a aussi reçu ce que vous avez écrit.',
  },

  replied: {
    heading: (name: string) => `${name} : réponse de l’auteur du signalement`,
    forAsker: (mention: string) => `${mention} : voici la réponse à votre question.`,
    forOwner: (mention: string) => `${mention} : l’auteur du signalement a répondu après la fin de la panne.`,
    question: 'Question',
  },

  missed: {
    heading: (name: string) => `${name} : pas encore de réponse de l’auteur du signalement`,
    why: (mention: string) =>
      `${mention} : votre question attend. Nous avons envoyé un rappel à l’auteur du signalement. Si cela ne peut pas attendre, appelez.`,
    questions: 'Questions',
    forReporter: (name: string) => `${name} : le support attend votre réponse`,
    more: (count: number) => `Le support a ${count} questions. Voici la première qui attend.`,
  },

  /** On the card of the outage. */
  waiting: {
    label: 'Attend une réponse',
    line: (by: string, when: string, text: string) => `${by}, ${at(when)} : ${text}`,
    forReporter: 'Le support a une question et attend votre réponse.',
  },

  /** What a reporter writes that is no command. */
  word: {
    heading: 'Le support doit-il lire ceci ?',
    /** In a room where everybody would read the answer. */
    inCompany: (person: string, name: string) =>
      `${person} : le support ne lit pas ce que vous avez écrit ici. Pour l’ajouter à ${name}, écrivez-le-moi dans notre conversation privée.`,
    notSent: 'Ce n’est pas encore envoyé.',
    question: (by: string, text: string) => `Question posée par ${by} : ${text}`,
    text: 'Ce que vous avez écrit',
    example: 'Ce que vous voyez maintenant, et ce qui a changé',
    which: 'Pour quelle panne ?',
    reply: 'Envoyer comme réponse',
    add: (name: string) => `Ajouter à ${name}`,
    addToChosen: 'Ajouter à cette panne',
    another: 'Nouveau signalement',
    audience: 'Le support le lit dans le fil de la panne. Les abonnés ne le lisent pas.',
    cut: 'C’était trop long : voici seulement le début.',
    button: 'Ajouter des informations',
    addHeading: (name: string) => `${name} : ajouter des informations`,
    send: 'Envoyer au support',
    fromCustomer: 'Client',
  },
};
