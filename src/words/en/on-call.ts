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
  more: (changes: number) =>
    formats.plural(changes, { one: 'And 1 more change within 14 days.', other: `And ${changes} more changes within 14 days.` }),
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

  /** Messages about the on-call schedule: to a person in their own chat, and once a week to the desk's channel. */
  news: {
    before: 'You go on call soon',
    begins: 'You are on call now',
    less: 'You have less on-call now',
    ends: 'You are no longer on call',
    not: 'You do not go on call after all',
    role: (level: Level, from: string, until: string | null) =>
      `From ${from}${until === null ? ' on' : ` until ${until}`} you are ${the[level]}.`,
    still: (level: Level, until: string | null) => `You are still ${the[level]}${until === null ? '' : ` until ${until}`}.`,
    lost: (levels: readonly Level[], at: string) => `Since ${at} you are no longer ${formats.and(levels.map((level) => the[level]))}.`,
    notThen: (at: string) => `Somebody else has taken your on-call from ${at} on.`,
    above: (levels: readonly { readonly level: Level; readonly who: string }[]) =>
      levels.length === 0 ? 'Nobody is above you.' : `Above you: ${formats.and(levels.map(({ level, who }) => `${the[level]} (${who})`))}.`,
    handOver: 'To hand it over, ask a colleague to write /outage on-call to me and press "Cover for somebody". That counts at once.',
    takeBack: 'To be on call all the same, press "Show on-call", then "Take on-call".',
    noneOpen: 'No outage is open.',
    open: (count: number) => formats.plural(count, { one: '1 outage is open:', other: `${count} outages are open:` }),
    owned: (count: number) =>
      formats.plural(count, {
        one: 'You own 1 of them, and stay its owner. To hand it over, write in its thread: hand over, and a name.',
        other: `You own ${count} of them, and stay their owner. To hand one over, write in its thread: hand over, and a name.`,
      }),
    more: (count: number) => `And ${count} more.`,
    week: 'On call this week',
    gaps: 'Next 30 days',
    noGaps: 'Somebody is on call at every hour.',
    lastWeek: 'Last week',
    kept: (outages: number, inTime: number) =>
      outages === 0
        ? 'No outage was reported.'
        : formats.plural(outages, {
            one: `1 outage was reported; it was ${inTime === 1 ? '' : 'not '}acknowledged in time.`,
            other: `${outages} outages were reported; ${inTime} of them were acknowledged in time.`,
          }),
    show: 'Show on-call',
  },

  calendar: {
    open: 'Add to calendar',
    heading: 'On-call in your calendar',
    what: 'Whose on-call?',
    mine: (name: string) => `Mine (${name})`,
    note: 'You get an address for your calendar app.',
    secret: 'Keep it to yourself: anyone who has the address can read these on-call times, and the names in them.',
    has: (whose: string) => `You have an address for: ${whose}. If you make a new one, the old one stops working.`,
    make: 'Make address',
    withdraw: 'Withdraw address',
    made: (whose: string) => `Your calendar address for: ${whose}`,
    address: 'Address',
    once: 'Copy it now. I do not keep it, so I cannot show it again.',
    how: 'In Outlook or Teams: Calendar > Add calendar > "Subscribe from web". Your app then looks by itself, mostly every few hours.',
    title: (what: string, who: string) => `${what}: ${who}`,
    ofLevel: (level: Level) => `On call: ${title[level]}`,
    ofPerson: (name: string) => `On call: ${name}`,
    nobody: 'nobody',
    withdrawn: (whose: string) => `The address for ${whose} no longer works.`,
    none: 'You have no address for that.',
    off: 'I cannot give calendar addresses: calendar apps do not reach me. Whoever runs me can change that with the setting PUBLIC_URL.',
  },

  plan: {
    label: 'If nobody acknowledges',
    calls: (when: string, level: Level, who: string) => `${when}: ${title[level]}, ${who}`,
    again: (when: string, everyMs: number, levels: readonly Level[]) =>
      `${when} and every ${period(everyMs)}: ${formats.list(levels.map((level) => title[level]))}`,
  },
};
