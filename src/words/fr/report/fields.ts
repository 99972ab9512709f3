/** The fields of the report: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'Titre : le problème, en quelques mots',
    example: 'Impossible de valider les factures, toutes sociétés',
    fact: 'Titre',
  },
  description: {
    label: 'Que se passe-t-il, et quelle erreur voyez-vous ?',
    example: 'Étapes, texte exact de l’erreur, ID de session ou d’activité',
    fact: 'Ce qui se passe',
  },
  link: { fact: 'Message' },
  began: { label: 'Quand cela a-t-il commencé ?' },
  beganDate: { label: 'Date (aujourd’hui si vous laissez vide)' },
  beganTime: { label: (zone: string) => `Heure (${zone}), au lieu du choix ci-dessus` },
  beganAt: { fact: 'Depuis' },
  affected: { label: 'Combien de personnes sont touchées ?', fact: 'Personnes touchées' },
  impact: {
    label: 'Qu’est-ce que cela empêche dans votre activité ? (facultatif)',
    example: '40 camions attendent leur bon de livraison, et la clôture du mois est à 18 h',
    fact: 'Impact',
  },
  changes: {
    label: 'Qu’est-ce qui a changé récemment ? (facultatif)',
    example: 'Une mise à jour, un déploiement, un nouveau réglage, ou rien à notre connaissance',
    fact: 'Changements récents',
  },
  name: { label: 'Nom', fact: 'Contact' },
  onBehalfOf: { label: 'Vous signalez pour quelqu’un d’autre ? Son nom (facultatif)', fact: 'Pour le compte de' },
  email: { label: 'E-mail' },
  phone: { label: 'Téléphone, avec indicatif du pays', example: '+33 1 99 00 12 34' },
  /** `title`: beside its box. */
  aroundTheClock: {
    label: 'Joignable',
    title: 'On peut me joindre à ce numéro 24 h sur 24 jusqu’à la résolution',
    fact: 'Joignable',
  },
  secondContact: {
    label: 'Qui d’autre peut-on appeler ? (facultatif si vous cochez la case ci-dessus)',
    example: 'Nom et numéro',
  },
  timeZone: { label: 'Votre fuseau horaire', fact: 'Fuseau horaire, langue' },
  language: { label: 'Langue pour l’appel' },
};

/** What a timeline says was changed in a report: "a corrigé le titre". */
export const changed = {
  title: 'le titre',
  description: 'la description',
  beganAt: 'le début',
  affected: 'le nombre de personnes touchées',
  impact: 'l’impact',
  recentChanges: 'les changements récents',
  contact: 'le contact',
  onBehalfOf: 'la personne pour qui la panne est signalée',
  scenario: 'le scénario',
  environment: 'l’environnement',
} satisfies Record<keyof Correction, string>;
