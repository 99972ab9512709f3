/** What rings beside Teams: calls, text messages and pages, what came of them, and what is told when nobody was paged. */
import type { PageOutcome } from '../../../outage/types/pages.ts';
import { denial } from '../../denial.ts';
import { at } from '../grammar.ts';
import { botName } from './names.ts';

/** On the card and in the timeline, after who was paged. */
const outcome: Record<PageOutcome | 'waiting', string> = {
  waiting: 'en attente du service d’appel',
  accepted: 'accepté par le service d’appel',
  answered: 'a répondu',
  'no-answer': 'pas de réponse',
  busy: 'ligne occupée',
  failed: 'injoignable',
  missed: 'aucun appel',
};

export const pages = {
  source: botName,
  drill: 'Exercice.',
  /** Before `left` or `late`: the title of a page, and the beginning of a text message. */
  text: (name: string, customer: string, title: string) => `${name}, ${customer} : ${title}.`,
  left: (time: string) => `À prendre en charge sous ${time}.`,
  late: (time: string) => `Personne ne l’a prise en charge, ${time} après l’échéance.`,
  open: (link: string) => `Prenez-la en charge dans Teams : ${link}`,
  openTeams: 'Prenez-la en charge dans Teams.',
  notHere: `Prenez-la en charge dans Teams. Un acquittement dans ce service ne vaut pas prise en charge dans ${botName}.`,
  openThread: 'Ouvrir le fil dans Teams',

  /** Read aloud. `language`: of the voice, as Twilio names it. */
  call: {
    language: 'fr-FR',
    hello: `Bonjour, ici ${botName}.`,
    drill: 'Ceci est un exercice. Rien n’est en panne.',
    outage: (digits: string) => `Panne numéro ${digits}.`,
    drillNumber: (digits: string) => `Exercice numéro ${digits}.`,
    customer: (customer: string) => `Client : ${customer}.`,
    pressOne: 'Pour la prendre en charge, appuyez sur la touche 1.',
    bye: 'Au revoir.',
    again: 'Je répète.',
    otherKey: 'Vous n’avez pas appuyé sur la touche 1.',
    taken: 'Merci. Vous en êtes maintenant responsable. Ouvrez son fil dans Teams.',
    yours: 'Vous en êtes déjà responsable. Ouvrez son fil dans Teams.',
    theirs: (owner: string) => `${owner} en est déjà responsable. Vous n’avez rien à faire.`,
    ended: 'Elle est terminée. Vous n’avez rien à faire.',
    changed: denial('not-now', 'La situation a changé depuis le début de cet appel. Consultez son fil dans Teams.'),
    nobody: denial(
      'not-permitted',
      'Ce numéro ne figure pas dans le fichier du support : vous ne pouvez pas la prendre en charge. Consultez son fil dans Teams.',
    ),
    notEngineer: denial(
      'not-permitted',
      'Seuls les ingénieurs de ce support peuvent la prendre en charge. Appelez un ingénieur qui peut le faire.',
    ),
    failed: 'Je n’ai pas pu l’enregistrer. Prenez-la en charge dans Teams.',
  },

  label: 'Appels d’alerte',
  outcome,
  line: (who: string, when: string, what: string) => `${who}, ${at(when)} : ${what}`,
  person: (name: string, number: string) => (number ? `${name}, ${number}` : name),
  service: (id: string) => `le service d’appel « ${id} »`,
  timeline: (who: string, what: string) => `Appel d’alerte, ${who} : ${what}`,
  timelineMissed: (who: string) => (who ? `Appel d’alerte non passé à temps : ${who}` : 'Aucun appel d’alerte n’a été passé'),

  missed: {
    heading: (name: string) => `${name} : aucun appel d’alerte passé à temps`,
    headingSome: (name: string) => `${name} : un appel d’alerte n’est pas passé à temps`,
    who: (who: string) => `Appel non passé : ${who}. Le service d’appel a refusé, ou n’a pas accepté dans la minute.`,
    nobody:
      'Aucune des personnes d’astreinte pour cette étape n’a de numéro de téléphone dans le fichier du support : aucun téléphone ne sonne.',
    next: (who: string) => `Appel en cours : ${who}.`,
    noNext: 'Il ne reste aucun autre service d’appel pour l’instant. Appelez les personnes qui doivent être informées.',
  },
};
