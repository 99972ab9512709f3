/** The review of an outage: what its card and its form say, its news, and the Markdown of it. */
import { formats } from '../formats.ts';
import { at, before, due as dueWhen, range } from '../grammar.ts';

const count = (some: number, one: string, other: string) =>
  formats.plural(some, { one: `${some} ${one}`, many: `${some} ${other}`, other: `${some} ${other}` });

export const review = {
  button: 'Rédiger le bilan',
  fillIn: 'Remplir le bilan',
  edit: 'Modifier le bilan',
  show: 'Voir le bilan',
  markdown: 'Voir en Markdown',
  heading: (name: string) => `${name} : bilan`,
  notYet: (name: string, state: string) =>
    `${name} n’est pas terminée (${state}). Vous pourrez rédiger son bilan quand elle sera résolue, transférée ou retirée.`,
  merged: (name: string, into: string) => `${name} a été fusionnée dans ${into}. Rédigez le bilan de ${into} : /outage review ${into}.`,
  request: (name: string) => `${name} est une demande de support. Seules les pannes ont un bilan.`,
  practice: 'C’était un exercice : vous pouvez vous entraîner à rédiger le bilan. Les actions ne donnent lieu à aucun rappel.',
  unsaved: 'Personne n’a encore enregistré de bilan. Voici ce que dit l’historique.',
  saved: (who: string, when: string) => `Enregistré par ${who}, ${at(when)}.`,
  lasted: (time: string, from: string, until: string) => `Durée : ${time}, ${range(from, until)}.`,
  /** The rows, and the headings in Markdown. */
  facts: {
    summary: 'Résumé',
    review: 'Bilan',
    promise: 'Engagement',
    updates: 'Points',
    gaps: 'Silences',
    affected: 'Personnes touchées',
    told: 'Personnes informées',
    cause: 'Cause',
    helped: 'Ce qui a aidé',
    followUps: 'Ce que nous changeons',
    timeline: 'Chronologie',
  },
  kept: (after: string, within: string) => `Prise en charge en ${after}, pour un engagement de ${within} : tenu`,
  broken: (after: string, within: string) => `Prise en charge en ${after}, pour un engagement de ${within} : non tenu`,
  never: 'Personne ne l’a prise en charge.',
  updates: (inTime: number, all: number) =>
    all === 0 ? 'Aucun point n’était prévu.' : `${count(inTime, 'point', 'points')} sur ${all} à temps`,
  update: (due: string, late: string) => (late ? `Prévu ${dueWhen(due)} : ${late} de retard` : `Prévu ${dueWhen(due)} : à temps`),
  gap: (time: string, from: string, until: string) => `${time} sans nouvelles, ${range(from, until)}`,
  noGap: 'Aucun silence n’a dépassé le délai entre deux points.',
  people: (place: string, people: number) => `${place} : ${count(people, 'personne', 'personnes')}`,
  merges: (outages: number) => `Fusionnées ici : ${count(outages, 'panne', 'pannes')}`,
  told: (when: string, what: string, came: number, all: number) => `${when} : ${what}, à ${count(came, 'endroit', 'endroits')} sur ${all}`,
  nothingTold: 'Rien n’a été envoyé.',
  open: 'Pas encore rédigé',
  followUp: (text: string, who: string, day: string) => `${text} (${who}, ${before(day)})`,
  done: (text: string, who: string, when: string) => `\u2713 ${text} (faite par ${who}, ${at(when)})`,
  numberDone: (number: number) => `Marquer n° ${number} comme faite`,
  markDone: 'Marquer comme faite',
  /** On the desk's card. */
  state: (who: string, when: string, done: number, all: number) =>
    `Enregistré par ${who}, ${at(when)}${all > 0 ? ` ; ${count(done, 'action faite', 'actions faites')} sur ${all}` : ''}`,
  gone: 'Cette action ne figure plus dans le bilan.',
  wasDone: (name: string) => `L’action du bilan de ${name} est faite.`,

  form: {
    heading: (name: string) => `${name} : rédiger le bilan`,
    cause: 'Quelle était la cause ?',
    helped: 'Qu’est-ce qui a aidé ?',
    text: (number: number) => `Action ${number} : que changeons-nous ?`,
    owner: (number: number) => `Action ${number} : responsable`,
    day: (number: number) => `Action ${number} : pour quand ?`,
    send: 'Enregistrer le bilan',
    audience:
      'Seul le support le lit. Le responsable d’une action reçoit un rappel le jour prévu à 09:00, dans le fuseau horaire du support.',
    more: 'Pour retirer une action, videz son texte. Pour en ajouter d’autres, enregistrez, puis modifiez de nouveau le bilan.',
    noOwner: 'Choisissez un ingénieur du support.',
    noDay: (day: string) => `Choisissez un jour après aujourd’hui et ${before(day)}, date de suppression de ce bilan.`,
    saved: 'Le bilan est enregistré.',
  },

  news: {
    saved: (name: string) => `${name} : bilan enregistré`,
    yours: (mention: string) => `${mention} : une action vous est confiée.`,
    due: (name: string) => `${name} : une action arrive à échéance`,
    yoursDue: (mention: string) => `${mention} : cette action vous est confiée.`,
    dueText: (day: string) => `Elle est prévue ${dueWhen(day)}.`,
    noEngineer: (owner: string, day: string) =>
      `Elle est prévue ${dueWhen(day)}. ${owner} ne fait plus partie des ingénieurs du support : modifiez le bilan pour la confier à quelqu’un.`,
    done: (name: string) => `${name} : action faite`,
  },
  message: {
    reviewed: 'l’annonce de l’enregistrement d’un bilan',
    'follow-up-due': 'le rappel d’une action',
    'follow-up-done': 'l’annonce qu’une action est faite',
  },
  timeline: {
    reviewed: () => 'a enregistré le bilan',
    'follow-up-due': (more: string) => `Une action arrivait à échéance : ${more}`,
    'follow-up-done': (more: string) => `a terminé une action${more && ` : ${more}`}`,
  },

  zone: (zone: string) => `Les heures sont en UTC. Le support est dans ce fuseau : ${zone}.`,
  copy: 'Markdown pour votre wiki',
  cut: 'La suite est coupée, faute de place sur cette carte. Les gestionnaires du support obtiennent le tout avec : npx outage-desk review.',
};
