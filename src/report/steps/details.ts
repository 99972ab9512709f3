/** Step 3: what happens, since when, and how many people it affects. */
import { DateTime, IANAZone } from 'luxon';
import type { Instant, Report } from '../../outage/types/values.ts';
import type { Entered } from '../draft.ts';
import { messageLink } from '../message-link.ts';
import type { Errors, FieldError, StepContext, StepResult } from '../step.ts';
import { readStepTexts, type StepTexts } from '../texts.ts';

const MINUTE_MS = 60_000;
/** Nobody reports after more than a year that production is down: such a date has a mistyped year. */
const LONGEST_AGO_MS = 366 * 24 * 60 * MINUTE_MS;
/** The choices for when it began, in minutes before now; null: not known. */
const MINUTES_AGO = { 'just-now': 0, 'ago-15': 15, 'ago-60': 60, unsure: null } as const;
export const BEGAN = Object.keys(MINUTES_AGO) as (keyof typeof MINUTES_AGO)[];

/** Their texts, and what the server made of the rest. `link`: of the message that the report began with. */
export type Details = StepTexts<'details'>['report'] & Pick<Report, 'beganAt' | 'link'>;

export function describe(entered: Entered, { now }: StepContext): StepResult<Details> {
  const texts = readStepTexts('details', entered);
  const began = readBegan(entered, now);
  if ('errors' in texts) return { errors: { ...texts.errors, ...('errors' in began ? began.errors : {}) } };
  if ('errors' in began) return began;
  // Only the server fills it in, but it is checked again: what a draft holds was once sent by somebody.
  const link = messageLink(entered.link ?? '');
  return { part: { ...texts.report, beganAt: began.part, ...(link ? { link } : {}) }, settled: began.settled };
}

/** The time zone of the draft; UTC when the entered one is invalid, so that its card can always be drawn. */
export const zoneOf = ({ timeZone = '' }: Entered): string => (IANAZone.isValidZone(timeZone) ? timeZone : 'UTC');

type Began = { readonly part: Instant | null; readonly settled: Entered } | { readonly errors: Errors };

/**
 * An exact date or time counts instead of the choice, which is preset. Either becomes a point in time at once, so that
 * "15 minutes ago" does not move while the rest is typed, or when another time zone is chosen.
 */
function readBegan(entered: Entered, now: Instant): Began {
  const choice = BEGAN.find((one) => one === entered.began);
  const source = [entered.began, entered.beganDate, entered.beganTime].join('|');
  const settle = (at: Instant | null): Began => ({ part: at, settled: { beganFrom: source, beganAt: at === null ? '' : String(at) } });
  if (entered.beganFrom === source) return settle(entered.beganAt ? Number(entered.beganAt) : null);
  if (entered.beganDate || entered.beganTime) return exactly(entered, now, settle);
  if (!choice) return { errors: { began: entered.began ? 'unknown-choice' : 'required' } };
  const minutes = MINUTES_AGO[choice];
  return settle(minutes === null ? null : now - minutes * MINUTE_MS);
}

function exactly(entered: Entered, now: Instant, settle: (at: Instant) => Began): Began {
  const zone = zoneOf(entered);
  const date = entered.beganDate || DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd');
  const wrong = (error: FieldError): Began => ({ errors: { beganTime: error } });
  if (!entered.beganTime) return wrong('required');
  const local = DateTime.fromFormat(`${date} ${entered.beganTime}`, 'yyyy-MM-dd HH:mm', { zone });
  if (!local.isValid) return wrong('not-a-time');
  // When clocks go back, an hour happens twice: the later one that has passed is meant. By itself luxon would use its own clock.
  const passed = local.getPossibleOffsets().filter((one) => one.toMillis() <= now);
  if (passed.length === 0) return wrong('in-the-future');
  const at = Math.max(...passed.map((one) => one.toMillis()));
  return now - at > LONGEST_AGO_MS ? wrong('too-long-ago') : settle(at);
}
