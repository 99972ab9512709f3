/** A report that comes by phone: what whoever takes the call enters, and what the cards say of it. */
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';
import { before, of } from '../grammar.ts';

export const byPhone = {
  open: 'Signaler pour un appelant',
  heading: (customer: string) => (customer ? `Signalement par téléphone pour ${customer}` : 'Signalement par téléphone'),
  place: 'Client et environnement',
  more: 'Tous les clients ne sont pas dans la liste. Pour un autre, fermez ce formulaire et écrivez « report for NAME ».',
  caller: 'Qui appelle ?',
  somebodyElse: 'Quelqu’un d’autre',
  name: 'Son nom, si c’est quelqu’un d’autre',
  phone: 'Son numéro de téléphone, avec indicatif du pays',
  scenario: 'De quel type de panne s’agit-il ?',
  title: 'Quel est le problème, en quelques mots ?',
  description: 'Que dit d’autre l’appelant ? (facultatif)',
  anyway: 'Est-ce une autre panne ?',
  anywayTitle: 'Oui, la signaler comme panne distincte',
  send: 'Envoyer le signalement',
  sendAndTake: 'Envoyer et prendre en charge',
  audience:
    'L’engagement court à partir de votre envoi. Le support voit tout dans son fil. Un appelant choisi dans la liste reçoit les nouvelles dans sa conversation privée avec le bot.',
  notOfCustomer: 'Cette personne ne figure pas sur la liste de ce client. Choisissez quelqu’un d’autre.',
  openThere: (names: string, one: string) =>
    `Déjà en cours à cet endroit : ${names}. Si c’est la même panne, fermez ce formulaire, donnez le numéro à l’appelant et notez ce qu’il dit dans le fil de ${one} : « note TEXT ». Les répartiteurs en informent un ingénieur. Si c’est une autre panne, cochez la case et envoyez.`,

  whichCustomer: (typed: string) => `« ${typed} » : de quel client s’agit-il ?`,
  moreCustomers: 'D’autres clients correspondent. Si le vôtre n’est pas ici, écrivez une plus grande partie du nom.',
  noCustomer: (typed: string) => `Je ne connais aucun client nommé ${typed}. Écrivez une partie de son nom, ou « report by phone ».`,
  nothingToReport: (customer: string) =>
    denial('not-eligible', `Le client ${customer} n’a aucun environnement de production pour lequel on peut signaler une panne.`),
  inRoom: 'Appuyez sur le bouton pour signaler au nom d’un appelant. Personne d’autre ne voit votre saisie.',

  /** After it was sent; `hears`: whether the caller hears of it in Teams. */
  sent: (name: string, caller: string, hears: boolean) =>
    hears
      ? `${name} est signalée pour ${caller}, qui recevra les nouvelles dans Teams. Donnez-lui le numéro.`
      : `${name} est signalée pour ${caller}, qui ne recevra rien dans Teams. Donnez-lui le numéro. La carte demande aux ingénieurs de l’appeler pour donner les nouvelles.`,
  next: (when: string) => `Un ingénieur la prendra en charge ${before(when)}. D’ici là, les personnes d’astreinte sont alertées.`,

  fact: 'Par téléphone',
  by: (caller: string, taker: string) => `${caller}, par téléphone (appel pris par ${taker})`,
  takenBy: (taker: string) => `Appel pris par ${taker}`,
  callBack: 'Ne reçoit rien dans Teams : appelez pour donner les nouvelles',
  hears: 'Reçoit les nouvelles dans Teams',
  callThem: (names: string) => `Signalement par téléphone : ${names}. L’appelant ne lit rien de tout cela dans Teams : appelez-le.`,
  forYou: (taker: string) => `Vous avez appelé, et ${taker} a rédigé ce signalement pour vous. Vous pouvez le corriger.`,
  youTook: (caller: string) => `Vous avez pris l’appel ${of(caller)}. Vous pouvez corriger ou retirer le signalement à sa place.`,
  timeline: (what: string, taker: string) => `${what} (par téléphone, appel pris par ${taker})`,
};

/** Of what another system reported by the API. */
export const byApi = {
  fact: 'Par un programme',
  hears: 'Il ne reçoit rien dans Teams. Il peut demander l’état au bot.',
  alert: 'Une alerte de la supervision',
  moreAlerts: (count: number) =>
    formats.plural(count, {
      one: `Et ${count} autre alerte.`,
      many: `Et ${count} autres alertes.`,
      other: `Et ${count} autres alertes.`,
    }),
  resolved: (title: string) => `La supervision indique que ceci fonctionne de nouveau : ${title}`,
};
