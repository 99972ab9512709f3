/**
 * Who is on call, as the desk file says it. A level is a person, a list of people (all of them), or one or more entries
 * that are limited to hours and days, or that take turns:
 *
 *   onCall:
 *     primary:
 *       - rotation: [ada, bob]     # ada is the first
 *         starts: 2026-11-23       # from this day on, at the time of the hand-over
 *         every: 1 week            # 12 hours, 1 day, 2 weeks
 *         handOver: 09:00
 *         timeZone: Europe/Copenhagen
 *         hours: 09:00-21:00       # optional: only then
 *         days: [mon, tue, wed, thu, fri]
 *       - { people: [cay], hours: 21:00-09:00, timeZone: Asia/Tokyo }
 *     secondary: [bob, cay]
 *     duty-manager: dora
 *
 * People whom several entries name at one moment are on call together.
 */
import { z } from 'zod';
import { DAY_MS, HOUR_MS, msOfDay, readLocal, timeZoneSchema } from './local-time.ts';

export const keySchema = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and hyphens');

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const UNITS: { readonly [unit: string]: number } = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS };
const LENGTH = /^([1-9]\d{0,2}) (hour|day|week)s?$/;
export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const HOURS = /^((?:[01]\d|2[0-3]):[0-5]\d) ?- ?((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

const entrySchema = z
  .strictObject({
    people: z.array(keySchema).min(1, 'name at least one person').optional().describe('Who, all of them; keys of `people`.'),
    rotation: z
      .array(keySchema)
      .min(1, 'name the people who take turns, in their order')
      .optional()
      .describe('Who takes turns, in this order.'),
    starts: z
      .string('write the day of the first hand-over, like 2026-11-23')
      .refine((date) => readLocal(date, '00:00') !== null, 'write a day that exists, like 2026-11-23')
      .optional()
      .describe('The day of the first hand-over.'),
    every: z
      .string('write how long a turn lasts, like 1 week')
      .regex(LENGTH, 'write how long a turn lasts, like 12 hours, 1 day or 2 weeks')
      .optional()
      .describe('How long a turn lasts.'),
    handOver: z
      .string('write the time of the hand-over, like 09:00')
      .regex(TIME, 'write a time of day, like 09:00')
      .optional()
      .describe('The time of the hand-over.'),
    timeZone: timeZoneSchema.optional().describe("The time zone of these times; the desk's own without it."),
    hours: z
      .string('write hours of the day, like 09:00-17:00')
      .regex(HOURS, 'write hours of the day, like 09:00-17:00, or 21:00-09:00 over midnight')
      .refine((hours) => !/^(\d\d:\d\d) ?- ?\1$/.test(hours), 'from and to are the same time; leave hours out for the whole day')
      .optional()
      .describe('Only in these hours; 20:00-08:00 goes over midnight.'),
    days: z
      .array(z.enum(DAYS))
      .min(1, `list days: ${DAYS.join(', ')}`)
      .optional()
      .describe('Only when it begins on one of these days.'),
  })
  .superRefine((entry, context) => {
    const complain = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    if (!entry.rotation === !entry.people) {
      const message = entry.rotation
        ? 'write either people (all of them) or rotation (one after the other)'
        : 'say who: people or rotation';
      complain('people', message);
      return;
    }
    for (const key of ['starts', 'every', 'handOver'] as const) {
      if (entry.rotation && entry[key] === undefined) complain(key, `a rotation needs ${key}: ${EXAMPLES[key]}`);
      if (entry.people && entry[key] !== undefined)
        complain(key, 'only a rotation has that; write rotation instead of people, or take it out');
    }
  });
const EXAMPLES = {
  starts: 'the day of the first hand-over, like 2026-11-23',
  every: 'how long a turn lasts, like 1 week',
  handOver: 'the time of day when it changes, like 09:00',
} as const;

const FORMS = 'write a person, a list of people, or an entry with people or a rotation; env/desk.example.yaml shows one';

/** `nobody`: what to say of an empty list; without it, the list may be empty. */
const levelSchema = (nobody?: string) => {
  const list = z.array(z.union([keySchema, entrySchema], FORMS));
  return z.union([keySchema, nobody === undefined ? list : list.min(1, nobody), entrySchema], FORMS);
};

export const onCallSchema = z.strictObject({
  primary: levelSchema('somebody has to be on call first').describe('Who is pinged first: keys of `people`.'),
  secondary: levelSchema().default([]).describe('Who is pinged with the reminder; written as `onCall.primary`.'),
  'duty-manager': levelSchema().default([]).describe('Who is pinged last; written as `onCall.primary`.'),
});

type LevelFile = z.infer<ReturnType<typeof levelSchema>>;

/** One entry of a level, ready to be asked. People by their keys. */
export type RosterEntry = {
  readonly people: readonly string[];
  /** They take turns of `lengthMs`, the first one from `starts` on; null: all of them at once. */
  readonly turns: { readonly starts: number; readonly lengthMs: number } | null;
  /** Only then, in ms since midnight; `to` is after `from`, over midnight more than a day. `days`: 1 to 7, on which it begins. */
  readonly window: { readonly from: number; readonly to: number; readonly days: readonly number[] } | null;
  readonly zone: string;
};

/** The entries of a level of a valid desk file. `zone`: where none is written. */
export function entriesOf(level: LevelFile, zone: string): RosterEntry[] {
  return [level].flat().map((entry) => {
    if (typeof entry === 'string') return { people: [entry], turns: null, window: null, zone };
    const { people, rotation, starts, every, handOver, hours, days, timeZone = zone } = entry;
    const begins = starts && handOver ? readLocal(starts, handOver) : null;
    return {
      people: rotation ?? people ?? [],
      turns: rotation && begins !== null && every ? { starts: begins, lengthMs: lengthOf(every) } : null,
      window: hours || days ? { ...hoursOf(hours), days: (days ?? DAYS).map((day) => DAYS.indexOf(day) + 1) } : null,
      zone: timeZone,
    };
  });
}

function lengthOf(every: string): number {
  const [, count = '', unit = ''] = LENGTH.exec(every) ?? [];
  return Number(count) * (UNITS[unit] ?? Number.NaN);
}

function hoursOf(hours: string | undefined): { from: number; to: number } {
  const [, from = '00:00', to = '24:00'] = HOURS.exec(hours ?? '') ?? [];
  const [begin, end] = [msOfDay(from), msOfDay(to)];
  return { from: begin, to: end > begin ? end : end + DAY_MS };
}
