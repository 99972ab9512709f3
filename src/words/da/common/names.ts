/** What the bot, levels, phases and wrong phone numbers are called, and what stands in place of personal data; in Danish. */
import type { PhoneFault } from '../../../desk/phones.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Level } from '../../../outage/types/values.ts';

export const botName = 'Outage Desk';

export const level: Record<Level | 'owner', string> = {
  primary: 'primær vagt',
  secondary: 'sekundær vagt',
  'duty-manager': 'vagtleder',
  owner: 'ansvarlig',
};
/** Within a sentence. */
export const the: Record<Level, string> = {
  primary: 'den primære vagt',
  secondary: 'den sekundære vagt',
  'duty-manager': 'vagtlederen',
};
export const phase: Record<Phase, string> = {
  investigating: 'Fejlsøgning: Vi leder efter årsagen',
  mitigating: 'Udbedring: En løsning er på vej',
  monitoring: 'Overvågning: Løsningen er på plads, og vi holder øje',
};
export const phaseShort: Record<Phase, string> = { investigating: 'Fejlsøgning', mitigating: 'Udbedring', monitoring: 'Overvågning' };

/** What is wrong with a phone number, behind the number. */
const phoneFault: Record<PhoneFault, string> = {
  INVALID_COUNTRY: 'har ingen landekode',
  NOT_A_NUMBER: 'er ikke et telefonnummer',
  TOO_SHORT: 'er for kort',
  TOO_LONG: 'er for langt',
  INVALID_LENGTH: 'har for mange eller for få cifre',
  UNKNOWN: 'findes ikke',
};

export const uncallable = (region: string, number: string, why: PhoneFault) =>
  `Man kan ikke ringe til telefonnummeret for ${region}: ${number} ${phoneFault[why]}.`;

export const privacy = {
  removed: '(fjernet)',
  message: 'kort uden personoplysninger',
  timeline: 'Personoplysninger er fjernet',
};
