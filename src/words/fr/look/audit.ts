/** What somebody tried to do and could not, with which client. */
import type { Action } from '../../../outage/actions.ts';
import type { DenialReason } from '../../../outage/decision.ts';
import type { Platform, Used } from '../../../outage/types/client.ts';
import { of } from '../grammar.ts';
import { platforms, ways } from './clients.ts';

/** What somebody wanted, after "a tenté de" or "a tenté d’". */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'signaler quelque chose',
  acknowledge: 'la prendre en charge',
  'take-back': 'annuler sa prise en charge',
  plan: 'prévoir le prochain point',
  update: 'publier un point',
  'hand-over': 'passer la main',
  accept: 'prendre le relais',
  decline: 'refuser le relais',
  assist: 'apporter son aide',
  release: 'la remettre à l’astreinte',
  pulse: 'dire où cela en est',
  note: 'ajouter une note',
  ask: 'interroger l’auteur du signalement',
  reply: 'répondre à une question',
  'add-files': 'ajouter un fichier',
  'set-bridge': 'définir le lien d’appel',
  'add-ticket': 'ajouter un ticket',
  'remove-ticket': 'retirer un ticket',
  correct: 'la corriger',
  transfer: 'la transférer',
  object: 'faire une objection',
  withdraw: 'la retirer',
  merge: 'la fusionner',
  resolve: 'la résoudre',
  confirm: 'confirmer que tout fonctionne',
  reopen: 'la rouvrir',
  review: 'enregistrer le bilan',
  'follow-up-done': 'marquer une action comme faite',
  promote: 'en faire une panne',
  join: 'la rejoindre',
  leave: 'la quitter',
  'add-phone': 'ajouter un numéro de téléphone',
};
/** Buttons and commands whose name differs from that of their action. */
const called: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  help: 'assist',
  reclassify: 'correct',
  answer: 'resolve',
  'make-one': 'merge',
  'nothing-new': 'update',
  publish: 'update',
  '/outage': 'report',
  'report-for': 'report',
  ...{ works: 'pulse', 'it-works': 'pulse' },
  'still-down': 'reopen',
  outage: 'join',
  ...{ phone: 'add-phone', bridge: 'set-bridge', ticket: 'add-ticket' },
  'it-is-an-outage': 'object',
};

/** `what`: the action, the button or the command. */
function attempt(what: string): string {
  const plain = what.replace(/^\/?(?:outage|reporter|request|join)[ -]/, '').replace(/-(?:form|listed)$/, '');
  const action = plain.replaceAll(' ', '-');
  const known: Readonly<Record<string, string>> = actions;
  const found = Object.hasOwn(called, action) ? called[action] : action;
  return (found && Object.hasOwn(known, found) && known[found]) || 'la consulter';
}

export const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [used === 'api' || used === 'phone' ? '' : platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  somebody: 'Quelqu’un',
  tried: (what: string, why: string, times: number) => `a tenté ${of(attempt(what))}${times > 1 ? `, ${times} fois` : ''} : ${why}`,
  whyNot: {
    'unknown-outage': 'elle n’est pas parmi les siennes',
    'not-permitted': 'non autorisé',
    'already-acknowledged': 'elle était déjà prise en charge',
    'already-ended': 'elle était terminée',
    'card-outdated': 'elle avait changé entre-temps',
    'not-now': 'impossible à ce moment',
    'not-offered': 'le relais n’était pas proposé à cette personne',
    'too-many-questions': 'trop de questions attendaient déjà',
    'objected-already': 'une objection avait déjà été faite',
    'stays-taken': 'trop tard, travail déjà commencé, ou autre responsable',
    'too-late': 'c’était trop tard',
    'said-already': 'déjà dit dans l’heure',
    'bad-target': 'il n’y avait rien dans quoi fusionner',
    'too-many': 'il y en avait déjà trop',
    parted: 'on sait que les deux sont différentes',
    'not-yours': 'elle n’est pas à cette personne',
    'not-here': 'd’autres l’auraient lu à cet endroit',
    'no-thread': 'on ne savait pas de quelle panne il s’agissait',
    unreadable: 'la carte est trop ancienne ou n’est pas la nôtre',
    'draft-gone': 'le signalement n’était plus là',
    'old-client': 'sa version de Teams est trop ancienne',
    'rate-limited': 'trop de demandes en une minute',
    'not-administrator': 'cette personne n’est pas administrateur',
    'no-desk': 'il n’y avait pas encore de canal du support',
    'other-tenant': 'son compte est dans une autre organisation',
    'not-member': 'cette personne n’est dans aucun projet',
    'not-eligible': 'rien dans ses projets ne peut être signalé',
    'not-told': 'Teams n’a pas dit si c’était autorisé',
  } satisfies Record<DenialReason, string>,
};
