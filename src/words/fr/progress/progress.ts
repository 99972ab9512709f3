/** An outage between its report and its end: states, next steps, news, pings. Forms of engineers are in progress-forms.ts. */
import type { Phase } from '../../../outage/types/outage.ts';
import type { BackBy, Level } from '../../../outage/types/values.ts';
import { phaseShort, youAre } from '../common/names.ts';
import { at, before, due, since } from '../grammar.ts';
import { note, plan, publish, updateForm } from './forms.ts';

export const progress = {
  /** After its number, at the head of its card. */
  state: {
    back: {
      release: 'Remise à l’astreinte, pas encore prise en charge',
      objection: 'Objection de l’auteur, pas encore prise en charge',
      reopening: 'Toujours en panne, pas encore prise en charge',
      mistake: 'Pas encore prise en charge',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `Transférée à ${team}, n’est plus traitée comme une panne`,
    withdrawn: 'Retirée par l’auteur du signalement',
    merged: (into: string) => `Fusionnée dans ${into}`,
    closed: 'Clôturée',
  },

  /** What happens next and by when. */
  next: {
    back: {
      release: (when: string) =>
        `L’ingénieur responsable n’a pas pu garder la panne. Un autre la prendra en charge ${before(when)}, et nous vous préviendrons.`,
      objection: (when: string) =>
        `C’est de nouveau une panne, et nous avons prévenu le cadre d’astreinte. Un ingénieur du support la prendra en charge ${before(when)}, et nous vous préviendrons.`,
      reopening: (when: string) =>
        `C’est toujours en panne. Un ingénieur du support la reprendra en charge ${before(when)}, et nous vous préviendrons.`,
      mistake: (when: string) =>
        `La panne n’a plus de responsable : elle avait été prise en charge par erreur. Un ingénieur du support la prendra en charge ${before(when)}, et nous vous préviendrons.`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) => `Le point est en retard : il était prévu ${due(when)}. Nous avons relancé : ${asked}.`,
    ownerAndAbove: (owner: string) => `${owner} et les niveaux d’astreinte suivants`,
    transferred: (team: string, when: string) => `${team} répondra ${before(when)}. Ce n’est plus traité comme une panne.`,
    objectOnce:
      'Si vous pensez que c’est une panne, appuyez sur le bouton : cela alerte le cadre d’astreinte. Vous ne pouvez le faire qu’une fois.',
    otherOnce: 'Si la vôtre est différente, appuyez sur le bouton : cela alerte le cadre d’astreinte. Vous ne pouvez le faire qu’une fois.',
    objectedAlready: (phones: string) => `Vous avez déjà fait une objection. Si vous n’êtes toujours pas d’accord, appelez le ${phones}.`,
    withdrawn: (by: string, when: string) => `${by} a retiré le signalement ${at(when)}. Plus personne n’est alerté.`,
    stillDownUntil: (when: string) => `Si c’est toujours en panne, dites-le ${before(when)}. La panne garde son numéro.`,
    merged: (into: string) => `Le support a constaté que c’est la même panne que ${into}. Les points de ${into} arrivent aussi ici.`,
    mergedFollow: (into: string) => `Le support a constaté que c’est la même panne que ${into}. Suivez désormais ${into}.`,
    doesItWork: (when: string) =>
      `Est-ce que cela fonctionne de nouveau ? Sans nouvelles de votre part, la panne sera clôturée ${at(when)}.`,
    confirmed: (by: string, when: string) => `${by} a confirmé ${at(when)} que tout fonctionne de nouveau.`,
    closedByTime: (when: string) => `Nous l’avons clôturée ${at(when)} : personne n’a dit qu’elle durait encore.`,
  },

  facts: {
    back: 'De nouveau ouverte',
    backBy: {
      release: (owner: string, when: string) => `${owner} l’a remise à l’astreinte ${at(when)}`,
      objection: (_owner: string, when: string) => `L’auteur du signalement a fait une objection ${at(when)}`,
      reopening: (_owner: string, when: string) => `Une personne touchée a dit ${at(when)} que c’est toujours en panne`,
      mistake: (owner: string, when: string) => `Prise en charge par erreur par ${owner}, annulée ${at(when)}`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    /** The owner may have taken it over from somebody else. */
    acknowledged: (owner: string, when: string, after: string) => `${owner}. Prise en charge ${at(when)}, après ${after}.`,
    reopened: (owner: string, when: string) => `${owner}. Rouverte ${at(when)}.`,
    firstLook: 'Examiné en premier',
    helpers: 'Renforts',
    offered: 'Relais proposé à',
    offeredTo: (to: string, owner: string) => `${to}. En attendant son accord, le responsable reste ${owner}.`,
    reason: 'Raison',
    before: 'Engagement jusqu’ici',
    promiseBefore: (within: string, every: string) =>
      `En tant que panne : prise en charge sous ${within}, puis un point au plus tard après ${every}`,
    after: 'Engagement maintenant',
    promiseAfter: (team: string, when: string, supportPlan: string) => `${team} répond ${before(when)} (plan de support : ${supportPlan})`,
    withdrawn: (by: string, when: string) => `Retirée par ${by}, ${at(when)}`,
    transferred: (by: string, when: string) => `Transférée par ${by}, ${at(when)}`,
    merged: (by: string, into: string, when: string) => `Fusionnée dans ${into} par ${by}, ${at(when)}`,
    closedBy: (by: string, when: string) => `${by} a confirmé ${at(when)} que tout fonctionne de nouveau`,
    closed: (when: string) => `Clôturée ${at(when)} : personne n’a dit qu’elle durait encore`,
    absorbed: 'Fusionnées ici',
    absorbedOf: (name: string, reporter: string) => `${name}, signalée par ${reporter}`,
  },

  news: {
    heardAlready: (when: string, next: string) =>
      `Tout le monde a déjà reçu un point ${at(when)} : rien n’a été envoyé. Prochain point ${before(next)}.`,
    nothingNew: (name: string, phase: Phase) => `${name} : ${phaseShort[phase]}, rien de nouveau`,
    /** How long it took since it last came back. */
    sinceBack: {
      release: (by: string, after: string) => `${by && `${by}, `}${after} après la remise à l’astreinte`,
      objection: (by: string, after: string) => `${by && `${by}, `}${after} après l’objection`,
      reopening: (by: string, after: string) => `${by && `${by}, `}${after} après la réouverture`,
    } satisfies Record<Exclude<BackBy, 'mistake'>, (by: string, after: string) => string>,
    nothingNewSince: (when: string) => `Rien de nouveau ${since(when)}.`,
    handedOver: (name: string) => `${name} : nouveau responsable`,
    handedOverTo: (from: string, to: string, when: string) => `${from} a passé la main à ${to} ${at(when)}`,
    released: (name: string) => `${name} : remise à l’astreinte`,
    objected: (name: string) => `${name} : de nouveau une panne`,
    parted: (name: string) => `${name} : fusion annulée`,
    partedFrom: (into: string) => `Ce n’est pas la même panne que ${into} : elle est de nouveau traitée à part.`,
    ownedBy: (by: string) => `Responsable : ${by}.`,
    backTeam: (name: string) => `${name} : de retour au support`,
    objectedTeamText: 'Pour l’auteur du signalement, c’est une panne. Vous n’avez plus besoin de répondre.',
    reopenedTeamText: 'Le support l’a rouverte. Vous n’avez plus besoin de répondre.',
    reopened: (name: string) => `${name} : rouverte`,
    stillDown: (name: string) => `${name} : toujours en panne`,
    calledUntil: (when: string) =>
      `Un ingénieur du support prendra la panne en charge ${before(when)}. Nous alertons maintenant des personnes dans Teams.`,
    noted: (name: string) => `${name} : nouvelle note`,
    notedText: 'Seul le support voit cette note.',
    reporterWrote: (name: string) => `${name} : message de l’auteur du signalement`,
    affectedWrote: (name: string) => `${name} : message d’une personne touchée`,
    forOwner: (mention: string) => `${mention} : cela concerne votre panne.`,
    corrected: (name: string) => `${name} : signalement corrigé`,
    was: (text: string) => `Avant : ${text}`,
    now: (text: string) => `Maintenant : ${text}`,
    empty: 'rien',
    transferred: (name: string, team: string) => `${name} : transférée à ${team}`,
    transferredText: 'Le support a constaté que ce n’est pas une panne.',
    transferredTeam: (name: string, team: string) => `${name} : pour ${team}`,
    transferredTeamText:
      'Le support a constaté que ce n’est pas une panne et vous a transféré le dossier. Répondez avant l’heure indiquée ci-dessous.',
    transferredContact: 'Demandez au support le numéro de téléphone et l’adresse e-mail de l’auteur du signalement.',
    withdrawn: (name: string) => `${name} : retirée`,
    withdrawnText: 'Nous n’alertons plus personne.',
    merged: (name: string, into: string) => `${name} : fusionnée dans ${into}`,
    absorbed: (name: string, merged: string) => `${name} : ${merged} y est fusionnée`,
    absorbedText: (reporter: string) => `${reporter} a signalé cette autre panne et reçoit désormais les points de celle-ci.`,
    stillDownElsewhere: (phones: string) =>
      `Si c’est toujours en panne chez vous, signalez-le de nouveau avec /outage, ou appelez le ${phones}.`,
    closed: (name: string) => `${name} : clôturée`,
    closedText: 'L’auteur du signalement a confirmé que tout fonctionne de nouveau.',
    updateMissedText: (when: string, people: string) => `Il était prévu ${due(when)}. Nous avons relancé : ${people}.`,
    updateMissedCall: (phones: string) => `Si vous devez en savoir plus maintenant, appelez le ${phones}.`,
    /** For somebody who reported the same outage under another number. */
    yours: (own: string, name: string) => `Vous l’avez signalée sous ${own}. C’est la même panne que ${name}.`,
  },

  /** Why each of several outages needs somebody. */
  digest: {
    offered: (by: string, to: string) => `${by} propose à ${to} de prendre le relais.`,
    declined: (owner: string) => `Le responsable reste ${owner}.`,
    assisted: (by: string, person: string) => (by === person ? `${person} apporte son aide.` : `${by} demande de l’aide à ${person}.`),
  },

  ping: {
    offered: (name: string) => `${name} : relais proposé`,
    offeredWhy: (mention: string, by: string) => `${mention} : ${by} vous propose de prendre le relais.`,
    offeredText: (owner: string) => `En attendant votre accord, le responsable reste ${owner}.`,
    declined: (name: string) => `${name} : relais refusé`,
    offerEnded: (name: string) => `${name} : proposition de relais retirée`,
    declinedWhy: (mention: string, by: string) => `${mention} : ${by} ne peut pas prendre le relais. Vous restez responsable.`,
    takenBackWhy: (mention: string) => `${mention} : vous avez mis fin à votre proposition. Vous restez responsable.`,
    assisted: (name: string) => `${name} : nouveau renfort`,
    assistedWhy: (mention: string, by: string, owner: string) =>
      `${mention} : ${by} vous demande de l’aide. Le responsable reste ${owner}.`,
    assistedOwn: (mention: string, owner: string) => `${mention} apporte son aide. Le responsable reste ${owner}.`,
    objected: (name: string) => `${name} : objection de l’auteur du signalement`,
    objectedText: (team: string) =>
      `Pour l’auteur du signalement, c’est une panne. Elle avait été transférée à ${team}. Prenez-la en charge ou parlez-lui maintenant.`,
    otherText: (into: string) =>
      `Pour l’auteur du signalement, ce n’est pas la même panne que ${into}. Prenez-la en charge ou parlez-lui maintenant.`,
    hadIt: (mention: string) => `${mention} : vous en étiez responsable auparavant.`,
    transferredIt: (mention: string) => `${mention} : vous l’aviez transférée.`,
    /** To a level above the owner. */
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention} : ${youAre[level]}. ${owner}, responsable de la panne, n’a pas publié le point prévu ${due(when)}.`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention} : le point prévu ${due(when)} manque toujours. « Rien de nouveau » suffit.`,
    stillMissing: (over: string) => `Il a ${over} de retard. L’auteur du signalement et les abonnés ont été prévenus.`,
  },

  updateForm,
  publish,
  plan,
  note,
};
