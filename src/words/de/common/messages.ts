/** What messages about an event are called, in German. Without an article, so that they fit after a colon. */
import type { OutageEventType } from '../../../outage/events.ts';
import { conversation } from '../conversation/conversation.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { links } from './links.ts';
import { privacy } from './names.ts';

export const message: Record<OutageEventType, string> = {
  reported: 'erste Nachricht',
  acknowledged: 'Nachricht über die Übernahme',
  'taken-back': 'Nachricht, dass die Übernahme rückgängig gemacht wurde',
  planned: 'Planung der zuständigen Person',
  updated: 'Update',
  'hand-over-offered': 'Angebot einer Übergabe',
  'hand-over-declined': 'Antwort auf das Angebot einer Übergabe',
  'handed-over': 'Nachricht über die Übergabe',
  assisted: 'Nachricht an eine helfende Person',
  released: 'Nachricht über die Rückgabe',
  objected: 'Widerspruch der meldenden Person',
  reopened: 'Nachricht, dass der Ausfall wieder geöffnet wurde',
  ...conversation.message,
  noted: 'Notiz',
  pulsed: 'Rückmeldung einer betroffenen Person',
  'files-added': 'Bilder und Dateien',
  corrected: 'Korrektur der Meldung',
  transferred: 'Weiterleitung an ein anderes Team',
  withdrawn: 'Nachricht, dass die Meldung zurückgezogen wurde',
  merged: 'Nachricht über die Zusammenführung',
  absorbed: 'Nachricht, dass ein anderer Ausfall dazugehört',
  parted: 'Nachricht, dass eine Zusammenführung aufgehoben wurde',
  joined: 'Nachricht über eine weitere betroffene Person',
  left: 'Nachricht, dass sich eine Person ausgetragen hat',
  'phone-added': 'Telefonnummer einer betroffenen Person',
  followed: 'erste Nachricht an eine Person, die folgt',
  unfollowed: 'Nachricht, dass eine Person nicht mehr folgt',
  gathered: 'Vorschlag, mehrere Ausfälle zusammenzuführen',
  resolved: 'Nachricht, dass der Ausfall behoben ist',
  ...request.message,
  ...links.message,
  ...review.message,
  closed: 'Nachricht, dass der Ausfall geschlossen ist',
  breached: 'Nachricht, dass die Übernahme überfällig ist',
  escalated: 'Alarm',
  paged: 'Nachricht über einen Alarmruf',
  'page-missed': 'Nachricht, dass niemand rechtzeitig gerufen wurde',
  'update-missed': 'Nachricht, dass ein Update überfällig ist',
  'place-lost': 'Nachricht, dass Updates irgendwo nicht ankommen',
  'desk-unreached': 'Hinweis, dass die Meldung noch nicht angekommen ist',
  'desk-reached': 'Nachricht, dass die Meldung jetzt im Kanal des Supportdesks ist',
  'drill-ended': 'Ergebnis einer Übung',
  restored: 'Nachricht, dass die Aufzeichnungen wiederhergestellt wurden',
  'personal-data-removed': privacy.message,
};
