/** What the bot, levels, phases and wrong phone numbers are called, and what stands in place of personal data; in German. */
import type { PhoneFault } from '../../../desk/phones.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Level } from '../../../outage/types/values.ts';

export const botName = 'Outage Desk';

export const level: Record<Level | 'owner', string> = {
  primary: 'erste Bereitschaft',
  secondary: 'zweite Bereitschaft',
  'duty-manager': 'Einsatzleitung',
  owner: 'zuständig',
};
/** Within a sentence. All are feminine: the nominative is the accusative too ("Sie haben die erste Bereitschaft"). */
export const the: Record<Level, string> = {
  primary: 'die erste Bereitschaft',
  secondary: 'die zweite Bereitschaft',
  'duty-manager': 'die Einsatzleitung',
};
export const phase: Record<Phase, string> = {
  investigating: 'Ursachensuche: Wir suchen die Ursache',
  mitigating: 'Behebung: Eine Lösung ist unterwegs',
  monitoring: 'Beobachtung: Die Lösung ist aktiv, wir beobachten',
};
export const phaseShort: Record<Phase, string> = { investigating: 'Ursachensuche', mitigating: 'Behebung', monitoring: 'Beobachtung' };

/** What is wrong with a phone number, behind the number. */
const phoneFault: Record<PhoneFault, string> = {
  INVALID_COUNTRY: 'hat keine Ländervorwahl',
  NOT_A_NUMBER: 'ist keine Telefonnummer',
  TOO_SHORT: 'ist zu kurz',
  TOO_LONG: 'ist zu lang',
  INVALID_LENGTH: 'hat zu viele oder zu wenige Ziffern',
  UNKNOWN: 'gibt es nicht',
};

export const uncallable = (region: string, number: string, why: PhoneFault) =>
  `Die Telefonnummer für die Region ${region} lässt sich nicht anrufen: ${number} ${phoneFault[why]}.`;

export const privacy = {
  removed: '(entfernt)',
  message: 'Karte ohne personenbezogene Daten',
  timeline: 'Personenbezogene Daten wurden aus der Aufzeichnung entfernt',
};
