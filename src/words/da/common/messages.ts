/** What messages about an event are called, in Danish. Without an article, so that they fit after a colon. */
import type { OutageEventType } from '../../../outage/events.ts';
import { conversation } from '../conversation/conversation.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { links } from './links.ts';
import { privacy } from './names.ts';

export const message: Record<OutageEventType, string> = {
  reported: 'første besked',
  acknowledged: 'besked om overtagelsen',
  'taken-back': 'besked om, at overtagelsen er fortrudt',
  planned: 'plan fra den ansvarlige',
  updated: 'opdatering',
  'hand-over-offered': 'tilbud om overdragelse',
  'hand-over-declined': 'svar på tilbud om overdragelse',
  'handed-over': 'besked om overdragelsen',
  assisted: 'besked til en hjælper',
  released: 'besked om, at sagen er givet tilbage',
  objected: 'indsigelse fra indmelderen',
  reopened: 'besked om, at nedbruddet er genåbnet',
  ...conversation.message,
  noted: 'notat',
  pulsed: 'tilbagemelding fra en berørt',
  'files-added': 'billeder og filer',
  corrected: 'rettelse af meldingen',
  transferred: 'videresendelse til et andet team',
  withdrawn: 'besked om, at meldingen er trukket tilbage',
  merged: 'besked om fletningen',
  absorbed: 'besked om, at et andet nedbrud er flettet ind',
  parted: 'besked om, at en fletning er ophævet',
  joined: 'besked om en berørt mere',
  left: 'besked om, at en har meldt sig fra',
  'phone-added': 'telefonnummer på en berørt',
  followed: 'første besked til en, der følger med',
  unfollowed: 'besked om, at en ikke følger med længere',
  gathered: 'forslag om at flette flere nedbrud',
  resolved: 'besked om, at nedbruddet er løst',
  ...request.message,
  ...links.message,
  ...review.message,
  closed: 'besked om, at nedbruddet er lukket',
  breached: 'besked om, at overtagelsen er forsinket',
  escalated: 'alarm',
  paged: 'besked om et tilkald',
  'page-missed': 'besked om, at ingen blev tilkaldt i tide',
  'update-missed': 'besked om, at en opdatering er forsinket',
  'place-lost': 'besked om, at opdateringer ikke når frem et sted',
  'desk-unreached': 'besked om, at meldingen ikke er nået frem endnu',
  'desk-reached': 'besked om, at meldingen nu er i supportdeskens kanal',
  'drill-ended': 'resultat af en øvelse',
  restored: 'besked om, at data er gendannet',
  'personal-data-removed': privacy.message,
};
