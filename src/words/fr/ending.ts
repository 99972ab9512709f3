/** The end of an outage: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';
import { at, before } from './grammar.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: 'Corriger le signalement',
    withdraw: 'Retirer le signalement',
    object: 'C’est bien une panne',
    other: 'C’est une autre panne',
    notMerge: 'Non, garder les deux',
    stillDown: 'Toujours en panne',
  },
  said: { works: 'Cela fonctionne de nouveau.', better: 'Cela va mieux.', down: 'C’est toujours en panne.' },
  withdraw: {
    heading: (name: string) => (name ? `${name} : retirer le signalement ?` : 'Retirer le signalement ?'),
    reason: 'Pourquoi ? (facultatif)',
    example: 'Un câble était débranché. Cela fonctionne de nouveau.',
    send: 'Retirer',
    audience: 'Plus personne n’est alerté, et tous les abonnés sont prévenus. Si c’est toujours en panne, vous pourrez le dire plus tard.',
  },
  object: {
    heading: (name: string) => (name ? `${name} : est-ce une panne ?` : 'Est-ce une panne ?'),
    reason: 'Que doit savoir le support ? (facultatif)',
    example: 'Dans trois pays, personne ne peut valider, et des commandes attendent',
    send: 'C’est bien une panne',
    audience: 'La panne revient aussitôt au support, et nous alertons le cadre d’astreinte. Vous ne pouvez le faire qu’une fois.',
  },
  other: {
    heading: (name: string) => (name ? `${name} : est-ce une autre panne ?` : 'Est-ce une autre panne ?'),
    reason: 'Qu’est-ce qui est différent ? (facultatif)',
    example: 'La nôtre a commencé une heure plus tôt, et seule l’impression échoue',
    send: 'C’est une autre panne',
    audience: 'Votre panne est de nouveau traitée à part, et nous alertons le cadre d’astreinte. Vous ne pouvez le faire qu’une fois.',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name} : toujours en panne ?` : 'Toujours en panne ?'),
    reason: 'Qu’est-ce qui ne fonctionne toujours pas ?',
    example: 'La validation fonctionne, mais les imprimantes ne reçoivent rien',
    send: 'Toujours en panne',
    audience: 'La panne est rouverte sous le même numéro, et nous alertons aussitôt les personnes d’astreinte.',
  },
  notYours: (person: string) =>
    denial(
      'not-yours',
      `Seule la personne qui a signalé la panne peut le faire : ${person}. Si vous en savez plus, parlez-en à ${person}, ou appelez.`,
    ),
  /** In a channel or group chat, where a card that everybody sees must not ask for what one person enters. */
  useButton: (person: string) => `${person} : appuyez sur le bouton ci-dessous. Personne d’autre ne voit ce que vous y saisissez.`,
  whichOne: (names: string) => `Vous en avez plusieurs : ${names}. Précisez laquelle, avec son numéro.`,
  told: 'Nous avons prévenu le support dans son fil.',
  toldWorks:
    'Nous avons prévenu le support dans son fil. Si c’est terminé, retirez le signalement. D’ici là, le support continue d’y travailler.',
  /** In a group or channel. `example`: what they wrote, with the number. */
  notHere: (example: string) => `Vous ne l’avez pas signalée ici. Écrivez-le dans notre conversation privée, ou : ${example}.`,
  noneHere:
    'Aucune de vos pannes ne correspond. Écrivez le numéro de la panne, par exemple OUT-1042, ou tapez /outage pour en signaler une.',
};

/** « Ann a résolu OUT-7 », or « OUT-7 a été résolue ». */
const did = (by: string, name: string, done: string): string => (by ? `${by} a ${done} ${name}` : `${name} a été ${done}e`);

/** Why nothing can be done with an outage that has ended. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} est en cours.`,
  acknowledged: (name) => `${name} est en cours.`,
  requested: (name) => `${name} est une demande.`,
  transferred: (name, by, when) => `${did(by, name, 'transféré')} à une autre équipe ${at(when)}.`,
  withdrawn: (name, by, when) => `${did(by, name, 'retiré')} ${at(when)}. Il n’y a plus rien à faire.`,
  merged: (name, by, when, into) => `${did(by, name, 'fusionné')} dans ${into} ${at(when)}. Continuez avec ${into}.`,
  resolved: (name, by, when) => `${did(by, name, 'résolu')} ${at(when)}. Il n’y a plus rien à faire.`,
  closed: (name, by, when) => `${did(by, name, 'résolu')} ${at(when)}. Elle est clôturée. Il n’y a plus rien à faire.`,
};

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name} : résoudre`,
    text: 'Qu’est-ce qui a été fait, et que reste-t-il à faire ?',
    example: 'Ce qui n’allait pas, ce qui l’a corrigé, depuis quand cela fonctionne, quelles données ou tâches vérifier',
    send: 'Résoudre',
    audience: 'Visible dans ce fil, par l’auteur du signalement et par tous les abonnés. Les alertes s’arrêtent.',
  },
  transfer: {
    heading: (name: string) => `${name} : transférer`,
    promise: (plan: string, reply: string) => `L’autre équipe répond sous ${reply} (plan de support : ${plan}).`,
    promised: (within: string, when: string) =>
      `Nous nous étions engagés auprès de l’auteur du signalement à une prise en charge sous ${within}, ${before(when)}. Il voit les deux engagements et peut faire une seule objection.`,
    team: 'Quelle équipe répondra ?',
    reason: 'Pourquoi n’est-ce pas une panne ?',
    example: 'Laquelle des trois conditions n’est pas remplie : production réelle, plus d’un utilisateur, activité bloquée',
    send: 'Transférer',
    audience: 'Les alertes s’arrêtent. L’auteur du signalement et tous les abonnés voient la raison.',
  },
  merge: {
    heading: (name: string) => `${name} : fusionner`,
    open: 'Également en cours :',
    number: 'Dans quelle panne ?',
    example: 'OUT-1042',
    send: 'Fusionner',
    audience: (name: string, into: string) =>
      `${name} se termine, et l’auteur de son signalement reçoit les points de ${into}. Pour annuler la fusion, écrivez « unmerge » ici.`,
    otherOne: 'l’autre panne',
    intoOther: 'l’autre panne',
    taken: (into: string, owner: string) => `Responsable de ${into} : ${owner}.`,
    waiting: (into: string, promise: string) => `Personne n’a encore pris en charge ${into}. ${promise}.`,
    question: (name: string, into: string) => `${name} et ${into} sont-elles la même panne ?`,
    saidApart: (by: string, when: string) => `${by} a dit ${at(when)} qu’elles sont différentes.`,
    apart: (into: string) => `Ce n’est pas la même panne que ${into}.`,
    notMerged: (name: string) => `${name} n’est fusionnée dans aucune autre panne.`,
    partOfIt: (count: number, names: string, first: string) =>
      `${formats.plural(count, { one: `${names} y est fusionnée.`, many: `${names} y sont fusionnées.`, other: `${names} y sont fusionnées.` })} Pour annuler : unmerge ${first}.`,
    notANumber: 'Écrivez un numéro comme OUT-1042.',
    unknown: 'Je ne connais aucune panne portant ce numéro.',
  },
  reopen: {
    heading: (name: string) => `${name} : rouvrir`,
    reason: 'Qu’est-ce qui ne fonctionne toujours pas ?',
    example: 'Ce qui échoue de nouveau, et depuis quand',
    send: 'Rouvrir',
    audience: 'Vous en devenez responsable. Elle garde son numéro et ses fils, et tout le monde est prévenu.',
  },
};
