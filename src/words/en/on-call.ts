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
  week: (zone: string) => `The next 7 days in ${zone}: \u2713 somebody is on call at every hour, \u26A0 nobody at some hour`,
  atOnce: 'now',
  hole: (from: string, until: string) => `\u26A0 Nobody from ${from} until ${until}`,
  /** Nobody has it as far as the on-call schedule is read. */
  holeOn: (from: string) => `\u26A0 Nobody from ${from} on`,
  moreHoles: (more: number) => `\u26A0 And ${more} more`,
  summary: (primary: string) => `On call now: ${primary}`,
  now: (who: string) => `Now: ${who}`,
  from: (when: string, who: string) => `${when}: ${who}`,
  allTheTime: (who: string) => `${who}, for the next 14 days`,
  nobody: '\u26A0 nobody',
  more: (changes: number) => `And ${changes} more changes within 14 days.`,
  byHand: 'Changed here',
  has: (who: string, level: Level, until: string) => `${who} is ${the[level]} until ${until}`,
  covers: (who: string, insteadOf: string, until: string) => `${who} covers for ${insteadOf} until ${until}`,

  take: 'Take on-call',
  cover: 'Cover for somebody',
  end: 'End my on-call',
  back: 'Back',

  takeForm: {
    heading: 'Take on-call',
    what: 'Which level do you take?',
    send: 'Take on-call',
    note: 'From now until then, only you are pinged on this level. You can end it earlier.',
  },
  coverForm: {
    heading: 'Cover for somebody',
    what: 'For whom do you cover?',
    send: 'Cover',
    note: 'From now until then, you are pinged instead of them, on every level that they have. You can end it earlier.',
  },
  endForm: {
    heading: 'End my on-call',
    what: 'What do you end?',
    send: 'End my on-call',
    note: 'From now on, the people in the on-call schedule are pinged again.',
  },
  untilDate: 'Until which day?',
  untilTime: (zone: string) => `Until what time in ${zone}?`,

  errors: {
    choose: 'Choose one.',
    'not-a-time': 'Choose a day and a time.',
    past: 'That time has passed. Choose a later one.',
    'too-far': 'Choose a time within 14 days. For longer, change the on-call schedule in the desk file.',
  },
  took: (level: Level, until: string) => `You are ${the[level]} until ${until}.`,
  covering: (insteadOf: string, until: string) => `You cover for ${insteadOf} until ${until}.`,
  ended: 'You are no longer on call for that.',
  noneOfYours: 'You have taken no on-call here.',

  plan: {
    label: 'If nobody acknowledges',
    calls: (when: string, level: Level, who: string) => `${when}: ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when} and every ${period(everyMs)}: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
