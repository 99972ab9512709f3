/** What levels, phases and languages are called, in English. */
import type { Level, Phase } from '../../outage/outage.ts';

export const level: Record<Level | 'owner', string> = {
  ...{ primary: 'primary on call', secondary: 'secondary on call', 'duty-manager': 'duty manager' },
  owner: 'the owner',
};
export const phase: Record<Phase, string> = {
  investigating: 'Investigating: looking for the cause',
  mitigating: 'Mitigating: a fix is on its way',
  monitoring: 'Monitoring: the fix is in, we are watching',
};
export const phaseShort: Record<Phase, string> = { investigating: 'Investigating', mitigating: 'Mitigating', monitoring: 'Monitoring' };

/** "English" for "en"; the tag itself when nobody knows it. */
export const languageName = (tag: string): string => {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
