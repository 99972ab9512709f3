/** What the reporter reads after it was sent: the receipt, and the failure receipt when it did not reach the desk. */
import { at, before, since } from '../grammar.ts';

export const receipt = {
  reported: 'Votre signalement',
  heading: (name: string) => `${name} : votre signalement est arrivé`,
  next: (when: string) =>
    `Un ingénieur du support prendra la panne en charge ${before(when)}, et nous vous préviendrons. Si personne ne l’a fait d’ici là, nous alerterons d’autres personnes dans Teams et vous le dirons aussi.`,
  breached: (when: string) =>
    `Nous nous étions engagés à prendre la panne en charge ${before(when)}, et nous sommes en retard. Nous alertons d’autres personnes dans Teams jusqu’à ce que l’une d’elles la prenne en charge.`,
  call: (name: string) => `Appelez-nous aussi, et indiquez ${name}.`,
  nextUpdate: (when: string) => `Le prochain point arrive ${before(when)}.`,
  /** An engineer opened it again. */
  reopened: (when: string, by: string) => `La panne est de nouveau ouverte ${since(when)}. Responsable : ${by}.`,
  acknowledged: (by: string, when: string) => `Prise en charge par ${by}, ${at(when)}.`,
  resolved: (by: string, when: string) => `Résolue par ${by}, ${at(when)}.`,
};

export const unreached = {
  heading: (name: string) => `${name} : pas encore arrivée au support`,
  stored: (when: string) =>
    `Nous avons enregistré votre signalement ${at(when)}, avec toute votre saisie. Vous n’avez rien à saisir de nouveau.`,
  why: 'Nous n’avons pas pu confirmer son arrivée dans le canal du support dans Teams. Nous continuons d’essayer, et nous vous dirons quand il y sera.',
  clock: (when: string) => `Notre engagement reste le même : un ingénieur du support prendra la panne en charge ${before(when)}.`,
  late: (when: string) => `Nous nous étions engagés à prendre la panne en charge ${before(when)}, et nous sommes en retard.`,
  call: (phones: string, name: string) => `N’attendez pas notre réponse : appelez le ${phones} et indiquez ${name}.`,
  copyLabel: 'Texte à lire au téléphone, ou à coller dans un e-mail',
  copyHint: 'Sélectionnez tout et copiez. Ce que vous modifiez ici n’est pas envoyé.',
  copyButton: 'Voir le texte à copier',
  copyHeading: (name: string) => `${name} : votre signalement en texte`,
  unsentHeading: 'Votre signalement n’a pas été envoyé',
  again: 'Réessayer',
  number: 'Numéro',
  received: 'Enregistré',
  reached: (name: string) => `${name} : arrivée au support`,
  reachedAt: (when: string) => `Votre signalement est arrivé dans le canal du support ${at(when)}. Les ingénieurs du support l’y voient.`,
  /** On the desk's own card. */
  deskTold: (when: string) =>
    `Il est arrivé en retard. Nous avons prévenu l’auteur ${at(when)} que son signalement n’était pas arrivé dans ce canal, et lui avons demandé d’appeler.`,
};
