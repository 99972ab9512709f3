/** What messages about an event are called, in Spanish. */
import type { OutageEventType } from '../../../outage/events.ts';
import { conversation } from '../conversation/conversation.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { links } from './links.ts';
import { privacy } from './names.ts';

/** What a message of this event is called: "the update" in "the update, for the follower". */
export const message: Record<OutageEventType, string> = {
  reported: 'el primer mensaje',
  acknowledged: 'el mensaje de que se asumió',
  'taken-back': 'el mensaje de que ya no está asumida',
  planned: 'el plan de la persona responsable',
  updated: 'la actualización',
  'hand-over-offered': 'la oferta de traspaso',
  'hand-over-declined': 'la respuesta a una oferta de traspaso',
  'handed-over': 'el mensaje de que se traspasó',
  assisted: 'la alerta a un ayudante',
  released: 'el mensaje de que se devolvió',
  objected: 'la objeción de quien la notificó',
  reopened: 'el mensaje de que se reabrió',
  ...conversation.message,
  noted: 'la nota',
  pulsed: 'lo que dijo una persona afectada',
  'files-added': 'las imágenes y los archivos',
  corrected: 'la corrección de la notificación',
  transferred: 'la transferencia a otro equipo',
  withdrawn: 'el mensaje de que se retiró',
  merged: 'el mensaje de que se combinó',
  absorbed: 'el mensaje de que otra se combinó con ella',
  parted: 'el mensaje de que se deshizo una combinación',
  joined: 'el mensaje de que hay una persona afectada más',
  left: 'el mensaje de que una persona salió',
  'phone-added': 'el teléfono de una persona afectada',
  followed: 'el primer mensaje a una persona que la sigue',
  unfollowed: 'el mensaje de que una persona dejó de seguirla',
  gathered: 'la propuesta de combinar varias interrupciones',
  resolved: 'el mensaje de que está resuelta',
  ...request.message,
  ...links.message,
  ...review.message,
  closed: 'el mensaje de que está cerrada',
  breached: 'el mensaje de que no se asumió a tiempo',
  escalated: 'la alerta',
  paged: 'el mensaje sobre un aviso por teléfono',
  'page-missed': 'el mensaje de que no se avisó a nadie a tiempo',
  'update-missed': 'el mensaje de que una actualización va con retraso',
  'place-lost': 'el mensaje de que las actualizaciones no llegan a un lugar',
  'desk-unreached': 'el mensaje de que no llegó a soporte',
  'desk-reached': 'el mensaje de que ya está en el canal de soporte',
  'drill-ended': 'el resultado de un simulacro',
  restored: 'el mensaje de que se restauraron los registros',
  'personal-data-removed': privacy.message,
};
