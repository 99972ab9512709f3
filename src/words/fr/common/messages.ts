/** What messages about an event are called: "le point de situation" in "le point de situation, pour l'abonné". */
import type { OutageEventType } from '../../../outage/events.ts';
import { conversation } from '../conversation/conversation.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { links } from './links.ts';
import { privacy } from './names.ts';

export const message: Record<OutageEventType, string> = {
  reported: 'le premier message',
  acknowledged: 'la prise en charge',
  'taken-back': 'l’annulation de la prise en charge',
  planned: 'le plan du responsable',
  updated: 'le point de situation',
  'hand-over-offered': 'la proposition de passer la main',
  'hand-over-declined': 'la réponse à une proposition de passer la main',
  'handed-over': 'l’annonce du changement de responsable',
  assisted: 'l’alerte à un renfort',
  released: 'l’annonce de la remise à l’astreinte',
  objected: 'l’objection de l’auteur du signalement',
  reopened: 'l’annonce de la réouverture',
  ...conversation.message,
  noted: 'la note',
  pulsed: 'le message d’une personne touchée',
  'files-added': 'les images et fichiers',
  corrected: 'la correction du signalement',
  transferred: 'le transfert à une autre équipe',
  withdrawn: 'l’annonce du retrait',
  merged: 'l’annonce de la fusion',
  absorbed: 'l’annonce qu’une autre panne y est fusionnée',
  parted: 'l’annonce de l’annulation d’une fusion',
  joined: 'l’annonce d’une personne touchée de plus',
  left: 'l’annonce du départ d’une personne',
  'phone-added': 'le numéro de téléphone d’une personne touchée',
  followed: 'le premier message à un abonné',
  unfollowed: 'l’annonce qu’un abonné ne suit plus',
  gathered: 'la proposition de fusionner plusieurs pannes',
  resolved: 'l’annonce de la résolution',
  ...request.message,
  ...links.message,
  ...review.message,
  closed: 'l’annonce de la clôture',
  breached: 'l’annonce du retard de la prise en charge',
  escalated: 'l’alerte',
  paged: 'l’annonce d’un appel d’alerte',
  'page-missed': 'l’annonce que personne n’a pu être appelé à temps',
  'update-missed': 'l’annonce du retard d’un point de situation',
  'place-lost': 'l’annonce que les messages n’arrivent pas quelque part',
  'desk-unreached': 'l’avis de non-remise au support',
  'desk-reached': 'l’annonce de l’arrivée dans le canal du support',
  'drill-ended': 'le compte rendu d’un exercice',
  restored: 'l’annonce de la restauration des données',
  'personal-data-removed': privacy.message,
};
