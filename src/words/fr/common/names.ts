/** What the bot, levels, phases and wrong phone numbers are called, and what stands in place of personal data. */
import type { PhoneFault } from '../../../desk/phones.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Level } from '../../../outage/types/values.ts';

export const botName = 'Outage Desk';

/** Behind a name, in parentheses. */
export const level: Record<Level | 'owner', string> = {
  primary: 'astreinte principale',
  secondary: 'astreinte secondaire',
  'duty-manager': 'cadre d’astreinte',
  owner: 'responsable',
};
/** Within a sentence. */
export const the: Record<Level, string> = {
  primary: 'l’astreinte principale',
  secondary: 'l’astreinte secondaire',
  'duty-manager': 'le cadre d’astreinte',
};
/** After "vous" and after "vous ne": what somebody of this level does. */
export const youAre: Record<Level, string> = {
  primary: 'vous assurez l’astreinte principale',
  secondary: 'vous assurez l’astreinte secondaire',
  'duty-manager': 'vous êtes cadre d’astreinte',
};
export const phase: Record<Phase, string> = {
  investigating: 'Diagnostic : nous cherchons la cause',
  mitigating: 'Correction : une solution est en cours',
  monitoring: 'Surveillance : la correction est en place, nous vérifions',
};
export const phaseShort: Record<Phase, string> = { investigating: 'Diagnostic', mitigating: 'Correction', monitoring: 'Surveillance' };

/** Behind the number. */
const phoneFault: Record<PhoneFault, string> = {
  INVALID_COUNTRY: 'n’a pas d’indicatif de pays',
  NOT_A_NUMBER: 'n’est pas un numéro de téléphone',
  TOO_SHORT: 'est trop court',
  TOO_LONG: 'est trop long',
  INVALID_LENGTH: 'a trop ou trop peu de chiffres',
  UNKNOWN: 'n’existe pas',
};

export const uncallable = (region: string, number: string, why: PhoneFault) =>
  `Le numéro de téléphone pour la région « ${region} » ne peut pas être appelé : ${number} ${phoneFault[why]}.`;

export const privacy = {
  removed: '(supprimé)',
  message: 'la carte sans données personnelles',
  timeline: 'Des données personnelles ont été supprimées de l’historique',
};
