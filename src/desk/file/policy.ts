/** What the desk file says in minutes: the promise, and when merges are offered. The rest of the bot counts in milliseconds. */
import { z } from 'zod';
import { type Ladder, LEVELS, type Pager, type Policy } from '../../outage/types/values.ts';
import { keySchema } from '../on-call/schema.ts';

const MINUTE_MS = 60_000;
/** `most`: so many, in `words`. */
const atMost = (unit: 'minutes' | 'hours', most: number, words: string) =>
  z.number().positive(`give ${unit}, more than 0`).max(most, `give ${unit}, at most ${words}`);
export const minutes = atMost('minutes', 24 * 60, 'a day');
const seconds = z
  .number()
  .min(10, 'give seconds, at least 10')
  .max(60 * 60, 'give seconds, at most an hour');
const hours = atMost('hours', 24 * 90, '90 days');
const levels = z.array(z.enum(LEVELS)).min(1, 'say who is pinged: primary, secondary or duty-manager');

const page = z.array(keySchema).optional();

/** Acknowledged within 30 minutes of submission is the promise of LCS; the other defaults are ours. */
export const policySchema = z
  .strictObject({
    acknowledgeWithinMinutes: minutes.default(30).describe('An engineer acknowledges within this time of the submission.'),
    ladder: z
      .array(
        z.strictObject({
          afterMinutes: minutes.optional().describe('When, after the report. Either this or beforeEndMinutes.'),
          beforeEndMinutes: minutes.optional().describe('When, before the promise ends.'),
          kind: z.enum(['reminder', 'last-call']).describe('How it is worded.'),
          levels: levels.describe('Who is pinged.'),
          direct: z.boolean().default(false).describe('Whether they also get a direct message.'),
          page: page.describe('Which of `pagers` ring; [] for none. Without it, all of them at a last call.'),
        }),
      )
      .default([
        { beforeEndMinutes: 15, kind: 'reminder', levels: ['primary', 'secondary'], direct: false },
        { beforeEndMinutes: 5, kind: 'last-call', levels: ['primary', 'secondary', 'duty-manager'], direct: true },
      ])
      .describe('The pings before the promise ends, in order of time.'),
    breach: z
      .strictObject({
        levels: levels.default([...LEVELS]).describe('Who is pinged.'),
        direct: z.boolean().default(false).describe('Whether they also get a direct message.'),
        page: page.describe('Which of `pagers` ring; [] for none. Without it, all of them.'),
        repeatEveryMinutes: minutes.default(10).describe('How often, until somebody acknowledges.'),
      })
      .prefault({})
      .describe('The pings after the promise has ended.'),
    againWithinMinutes: minutes
      .default(15)
      .describe('The promise after a release, an objection or a reopening. The ladder shrinks in proportion.'),
    updateEveryMinutes: minutes.default(30).describe('An update is due so often.'),
    laterAfterMinutes: minutes.default(120).describe('An outage that lasts longer than this is updated less often.'),
    laterUpdateEveryMinutes: minutes.default(60).describe('And then so often.'),
    nudgeEveryMinutes: minutes.default(10).describe('The time between two pings about the same overdue update.'),
    replyReminderMinutes: minutes
      .default(10)
      .describe('A reporter who has not replied to a question is reminded once after this time, and the desk is told to call.'),
    receiptAfterSeconds: seconds
      .default(60)
      .describe("If the desk's thread is not confirmed by then, the reporter gets a failure receipt."),
    reopenWithinHours: hours.default(72).describe('So long the reporter can say that it is not over.'),
    stillDown: z
      .strictObject({
        reopen: z
          .int()
          .min(1, 'give a whole number, 1 or more')
          .max(1000, 'give a whole number, at most 1000')
          .default(1)
          .describe('So many people who joined, or whose own outage was merged into it; all of them where they are fewer.'),
      })
      .prefault({})
      .describe('How many others who are affected must say "Still down" to reopen it. The reporter always can.'),
    closeAfterHours: hours.default(24).describe('A resolved outage that nobody contradicts is closed then.'),
  })
  .prefault({})
  .superRefine((promise, context) => {
    const within = promise.acknowledgeWithinMinutes;
    const times = promise.ladder.map((rung) => minutesOf(rung, within));
    promise.ladder.forEach((rung, index) => {
      const key = rung.beforeEndMinutes === undefined ? 'afterMinutes' : 'beforeEndMinutes';
      const complain = (message: string) => context.addIssue({ code: 'custom', path: ['ladder', index, key], message });
      const time = times[index] ?? 0;
      if ((rung.afterMinutes === undefined) === (rung.beforeEndMinutes === undefined)) {
        complain('say when, in one way: beforeEndMinutes (before the promise ends) or afterMinutes (after the report)');
      } else if (time <= 0) complain(`the promise is only ${within} minutes; give less than that`);
      else if (time <= (times[index - 1] ?? 0)) complain('put the rungs in order of time');
      if (time >= within) complain(`a rung must come before the promise ends at ${within} minutes`);
    });
  });

type RungFile = { readonly afterMinutes?: number | undefined; readonly beforeEndMinutes?: number | undefined };

/** Minutes after the report. `beforeEndMinutes` counts back from the end of the promise, so people keep the time to act when it changes. */
const minutesOf = ({ afterMinutes, beforeEndMinutes }: RungFile, within: number): number =>
  beforeEndMinutes === undefined ? (afterMinutes ?? 0) : within - beforeEndMinutes;

/** Whole milliseconds, because a point in time is stored as an integer. */
export const toMs = (minutes: number): number => Math.round(minutes * MINUTE_MS);

export function toPolicy(promise: z.infer<typeof policySchema>, pagers: readonly Pager[] = []): Policy {
  const paging = (named: readonly string[] | undefined, unnamed: boolean) => {
    const found = pagers.filter(({ id }) => named?.includes(id) ?? unnamed);
    return found.length > 0 ? { page: found } : {};
  };
  const ladder = {
    acknowledgeWithinMs: toMs(promise.acknowledgeWithinMinutes),
    rungs: promise.ladder.map(({ afterMinutes, beforeEndMinutes, page, ...rung }) => ({
      ...rung,
      ...paging(page, rung.kind === 'last-call'),
      afterMs: toMs(minutesOf({ afterMinutes, beforeEndMinutes }, promise.acknowledgeWithinMinutes)),
    })),
    breach: {
      levels: promise.breach.levels,
      direct: promise.breach.direct,
      ...paging(promise.breach.page, true),
      repeatEveryMs: toMs(promise.breach.repeatEveryMinutes),
    },
  };
  return {
    ...ladder,
    again: scaledTo(ladder, toMs(promise.againWithinMinutes)),
    updateEveryMs: toMs(promise.updateEveryMinutes),
    laterAfterMs: toMs(promise.laterAfterMinutes),
    laterUpdateEveryMs: toMs(promise.laterUpdateEveryMinutes),
    nudgeEveryMs: toMs(promise.nudgeEveryMinutes),
    replyReminderMs: toMs(promise.replyReminderMinutes),
    reopenWithinMs: toMs(promise.reopenWithinHours * 60),
    reopenAtStillDown: promise.stillDown.reopen,
    closeAfterMs: toMs(promise.closeAfterHours * 60),
  };
}

function scaledTo(ladder: Ladder, withinMs: number): Ladder {
  const share = withinMs / ladder.acknowledgeWithinMs;
  return {
    ...ladder,
    acknowledgeWithinMs: withinMs,
    rungs: ladder.rungs.map((rung) => ({ ...rung, afterMs: Math.round(rung.afterMs * share) })),
  };
}

const count = z.int().min(2, 'give a whole number, 2 or more').max(1000, 'give a whole number, at most 1000');

export const manyAtOnceSchema = z
  .strictObject({
    ofScenario: count.default(12).describe('So many of one scenario, of any customers.'),
    ofProject: count.default(3).describe('So many of one scenario in one project.'),
    withinMinutes: minutes.default(15).describe('Within so many minutes.'),
  })
  .prefault({});

export type ManyAtOnce = { readonly ofScenario: number; readonly ofProject: number; readonly withinMs: number };

export const toManyAtOnce = ({ withinMinutes, ...counts }: z.infer<typeof manyAtOnceSchema>): ManyAtOnce => ({
  ...counts,
  withinMs: toMs(withinMinutes),
});
