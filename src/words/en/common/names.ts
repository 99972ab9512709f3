/** What the bot, levels and phases are called, and what stands in place of personal data; in English. */
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

export const privacy = {
  /** In place of a name, a number or a text that was removed. */
  removed: '(removed)',
  message: 'the card without personal data',
  timeline: 'Personal data was removed from the record',
};
