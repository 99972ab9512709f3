/** What the bot, levels, phases and wrong phone numbers are called, and what stands in place of personal data; in English. */
import type { PhoneFault } from '../../../desk/phones.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Level } from '../../../outage/types/values.ts';

/** The bot's name in Teams. In a channel, Teams gives the bot only messages that mention it. */
export const botName = 'Outage Desk';

export const level: Record<Level | 'owner', string> = {
  primary: 'primary on call',
  secondary: 'secondary on call',
  'duty-manager': 'duty manager',
  owner: 'the owner',
};
/** Within a sentence. */
export const the: Record<Level, string> = { primary: 'the primary', secondary: 'the secondary', 'duty-manager': 'the duty manager' };
export const phase: Record<Phase, string> = {
  investigating: 'Investigating: looking for the cause',
  mitigating: 'Mitigating: a fix is on its way',
  monitoring: 'Monitoring: the fix is in, we are watching',
};
export const phaseShort: Record<Phase, string> = { investigating: 'Investigating', mitigating: 'Mitigating', monitoring: 'Monitoring' };

/** What is wrong with a phone number, behind the number. */
const phoneFault: Record<PhoneFault, string> = {
  INVALID_COUNTRY: 'has no country code',
  NOT_A_NUMBER: 'is not a phone number',
  TOO_SHORT: 'is too short',
  TOO_LONG: 'is too long',
  INVALID_LENGTH: 'has too many or too few digits',
  UNKNOWN: 'does not exist',
};

export const uncallable = (region: string, number: string, why: PhoneFault) =>
  `The phone number for ${region} cannot be called: ${number} ${phoneFault[why]}.`;

export const privacy = {
  /** In place of a name, a number or a text that was removed. */
  removed: '(removed)',
  message: 'the card without personal data',
  timeline: 'Personal data was removed from the record',
};
