/** On-call, in English: who has it, who takes it, and why somebody is called. */
import type { Level } from '../../outage/types/values.ts';
import { level as roleOf, the } from './common/names.ts';
import { formats } from './formats.ts';

const title: Record<Level, string> = { primary: 'Primary', secondary: 'Secondary', 'duty-manager': 'Duty manager' };

const [minute, hour] = [formats.duration(60_000), formats.duration(3_600_000)];
/** After "every": "hour", "2 hours". */
const period = (ms: number): string => {
  const length = formats.duration(ms);
  return length === minute ? 'minute' : length === hour ? 'hour' : length;
};

/** Who was called before, and did not answer: the reader, or others by their level. */
export type CalledBefore = { readonly who: 'you' | readonly Level[]; readonly when: string };

/** Why the engine calls somebody. */
export function whyCalled(mention: string, level: Level | 'owner', before: CalledBefore | null): string {
  const role = `${mention}: you are ${level === 'owner' ? roleOf.owner : the[level]}`;
  if (before === null) return `${role}.`;
  const { who, when } = before;
  if (who === 'you') return `${role}; you were pinged at ${when} already.`;
  const names = formats.and(who.map((one) => the[one]));
  return `${role}; ${who.length > 1 ? `${names} were pinged, last at ${when}` : `${names} was pinged at ${when}`}, no answer.`;
}

export const onCall = {
  title,
  heading: 'On call',
  summary: (primary: string) => `On call first now: ${primary}`,
  now: (who: string) => `Now: ${who}`,
  from: (when: string, who: string) => `${when}: ${who}`,
  allTheTime: (who: string) => `${who}, for the next 14 days`,
  nobody: '\u26A0 nobody',
  more: (changes: number) => `And ${changes} more changes within 14 days.`,
  byHand: 'Taken by hand',
  has: (who: string, level: Level, until: string) => `${who} is ${the[level]} until ${until}`,
  covers: (who: string, insteadOf: string, until: string) => `${who} covers for ${insteadOf} until ${until}`,

  take: 'I take it until \u2026',
  cover: 'Cover for \u2026',
  end: 'End mine',
  back: 'Back',

  takeForm: {
    heading: 'Take on-call',
    what: 'What do you take?',
    send: 'Take it',
    note: 'From now until then only you are called on this level. You can end it earlier.',
  },
  coverForm: {
    heading: 'Cover for somebody',
    what: 'For whom?',
    send: 'Cover',
    note: 'From now until then you are called in their place, on every level that they have. You can end it earlier.',
  },
  endForm: {
    heading: 'End what you took',
    what: 'What has ended?',
    send: 'End it',
    note: 'From now on whoever the desk file names is called again.',
  },
  untilDate: 'Until which day?',
  untilTime: (zone: string) => `Until what time? (${zone})`,

  errors: {
    choose: 'Choose one.',
    'not-a-time': 'Choose a day and a time.',
    past: 'That time is over. Choose a later one.',
    'too-far': 'Choose a time within 14 days. For longer, change the roster in the desk file.',
  },
  took: (level: Level, until: string) => `You are ${the[level]} until ${until}.`,
  covering: (insteadOf: string, until: string) => `You cover for ${insteadOf} until ${until}.`,
  ended: 'That has ended.',
  noneOfYours: 'There is nothing that you took.',

  plan: {
    label: 'If nobody does',
    calls: (when: string, level: Level, who: string) => `${when}: ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when} and every ${period(everyMs)}: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
