/** What the desk file says of the messages about the on-call schedule: to whom they go, and when. */
import { z } from 'zod';
import { msOfDay } from '../on-call/local-time.ts';
import { DAYS, TIME } from '../on-call/schema.ts';
import { toMs } from './policy.ts';

const WEEKLY = new RegExp(`^(${DAYS.join('|')}) (${TIME.source.replace(/[$^]/g, '')})$`);
const OFF = 'off';

export const onCallMessagesSchema = z
  .strictObject({
    shifts: z.boolean().default(true).describe('Whether people hear in their own chat that they go on call, and that they leave.'),
    beforeMinutes: z
      .number()
      .min(0, 'give minutes; 0 for never')
      .max(24 * 60, 'give minutes, at most a day; 0 for never')
      .default(60)
      .describe('So long before they go on call they hear it for the first time; 0 for never.'),
    weekly: z
      .string('write a day and a time, like mon 09:00, or off')
      .refine((text) => text === OFF || WEEKLY.test(text), 'write a day and a time, like mon 09:00, or off')
      .default('mon 09:00')
      .describe("When the desk's channel hears each week who is on call, in the time zone of the desk; off for never."),
    numbers: z
      .boolean()
      .default(false)
      .describe(
        'Whether that weekly message also says how quickly outages of the week were acknowledged, and compares it with the week before.',
      ),
  })
  .prefault({});

/** `weekly`: 1 (Monday) to 7, and ms since midnight by the clock of the desk; null: never. */
export type OnCallMessages = {
  readonly shifts: boolean;
  readonly beforeMs: number;
  readonly weekly: { readonly day: number; readonly atMs: number } | null;
  readonly numbers: boolean;
};

export function toOnCallMessages({ shifts, beforeMinutes, weekly, numbers }: z.infer<typeof onCallMessagesSchema>): OnCallMessages {
  const [, name, time = ''] = WEEKLY.exec(weekly) ?? [];
  return {
    shifts,
    beforeMs: toMs(beforeMinutes),
    numbers,
    weekly: name ? { day: (DAYS as readonly string[]).indexOf(name) + 1, atMs: msOfDay(time) } : null,
  };
}
