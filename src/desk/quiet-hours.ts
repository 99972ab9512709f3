/** Hours in which those who follow hear only what turns the course of an outage, and where their day begins. Pure. */
import { z } from 'zod';
import { NOISES, type QuietHours } from '../outage/follow/chosen.ts';
import { LANGUAGES } from '../outage/follow/language.ts';
import type { Instant } from '../outage/types/values.ts';
import { DAY_MS, instantOf, localTime, midnight, msOfDay, timeZoneSchema } from './on-call/local-time.ts';

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as "22:00"');
const areHours = ({ from, until }: { readonly from: string; readonly until: string }): boolean => from !== until;

/** As somebody enters them. */
export const quietHoursSchema = z.object({ from: timeSchema, until: timeSchema, timeZone: timeZoneSchema }).refine(areHours);

/** As the desk file says them for a room. */
const roomHoursSchema = z
  .strictObject({
    from: timeSchema.describe('When they begin: "22:00".'),
    until: timeSchema.describe('When they end: "07:00", which is on the next day then.'),
    timeZone: timeZoneSchema.optional().describe("The zone of these times. Without it, the desk's."),
  })
  .refine(areHours, 'let them begin and end at different times, or leave them out');

export const languageSchema = z.enum(LANGUAGES, `write one of ${LANGUAGES.join(', ')}`);

/** What the desk file lets a room hear. */
export const roomChoices = {
  noise: z.enum(NOISES).optional().describe('How much of it: everything, only turning points, or that it began and ended.'),
  hours: roomHoursSchema.optional().describe('Hours in which it hears only turning points; the rest comes as one message when they end.'),
  mostADay: z
    .number()
    .int()
    .min(1)
    .max(1_000)
    .optional()
    .describe('Above so many messages in a day only turning points come; 30 without it.'),
  language: languageSchema.optional().describe("What is read there; the desk's language without it."),
};

/** When the hours end that it is now; null: it is none of them. They end and begin by the clock on the wall, also when that is changed. */
export function quietUntil({ from, until, timeZone }: QuietHours, now: Instant): Instant | null {
  const today = midnight(localTime(now, timeZone));
  const [begins, ends] = [msOfDay(from), msOfDay(until) + (until > from ? 0 : DAY_MS)];
  for (const day of [today - DAY_MS, today]) {
    const end = instantOf(day + ends, timeZone);
    if (instantOf(day + begins, timeZone) <= now && now < end) return end;
  }
  return null;
}

export const startOfDay = (now: Instant, timeZone: string): Instant => instantOf(midnight(localTime(now, timeZone)), timeZone);
