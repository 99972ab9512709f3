/** What happens, since when, and how many people it affects. */
import { DateTime } from 'luxon';
import { isZone } from '../../desk/on-call/local-time.ts';
import { cutTo, type Instant, type Report } from '../../outage/types/values.ts';
import type { Entered } from '../draft.ts';
import { FIELDS } from '../fields.ts';
import { messageLink } from '../message-link.ts';
import { type Errors, type FieldError, isBlank, type StepContext, type StepResult } from '../step.ts';
import { readStepTexts, type StepTexts } from '../texts.ts';
import { readDates, readTime } from '../typed.ts';

const MINUTE_MS = 60_000;
/** Nobody reports after more than a year that production is down: such a date has a mistyped year. */
const LONGEST_AGO_MS = 366 * 24 * 60 * MINUTE_MS;
const HALF_A_DAY_MS = 12 * 60 * MINUTE_MS;
/** The choices for when it began, in minutes before now; null: not known. */
const MINUTES_AGO = { 'just-now': 0, 'ago-15': 15, 'ago-60': 60, unsure: null } as const;
export const BEGAN = Object.keys(MINUTES_AGO) as (keyof typeof MINUTES_AGO)[];

/** Their texts, and what the server made of the rest. `link`: of the message that the report began with. */
export type Details = StepTexts<'details'>['report'] & Pick<Report, 'beganAt' | 'beganSaid' | 'link'>;

export function describe(entered: Entered, { now, desk }: StepContext): StepResult<Details> {
  const texts = readStepTexts('details', entered, desk);
  const began = readBegan(entered, now);
  if ('errors' in texts) return { errors: { ...texts.errors, ...('errors' in began ? began.errors : {}) } };
  if ('errors' in began) return began;
  // Only the server fills it in, but it is checked again: what a draft holds was once sent by somebody.
  const link = messageLink(entered.link ?? '');
  // A time that cannot be read goes along as it was typed.
  const typed = cutTo([entered.beganDate, entered.beganTime].join(' ').trim(), FIELDS.beganSaid.limit);
  const said = began.part === null && !isBlank(typed) ? typed.trim() : '';
  const more = { ...(said && { beganSaid: said }), ...(link && { link }) };
  return { part: { ...texts.report, beganAt: began.part, ...more }, settled: began.settled };
}

/** The time zone of the draft; UTC when the entered one is invalid, so that its card can always be drawn. */
export const zoneOf = ({ timeZone = '' }: Entered): string => (isZone(timeZone) ? timeZone : 'UTC');

type Began = { readonly part: Instant | null; readonly settled: Entered } | { readonly errors: Errors };

/**
 * An exact date or time counts instead of the choice, which is preset. Either becomes a point in time at once, so that
 * "15 minutes ago" does not move while the rest is typed, or when another time zone is chosen.
 */
export function readBegan(entered: Entered, now: Instant): Began {
  const choice = BEGAN.find((one) => one === entered.began);
  const source = [entered.began, entered.beganDate, entered.beganTime].join('|').slice(0, 2 * FIELDS.beganSaid.limit);
  const settle = (at: Instant | null): Began => ({ part: at, settled: { beganFrom: source, beganAt: at === null ? '' : String(at) } });
  if (entered.beganFrom === source) return settle(entered.beganAt ? Number(entered.beganAt) : null);
  if (entered.beganDate || entered.beganTime) return exactly(entered, now, settle);
  if (!choice) return { errors: { began: entered.began ? 'unknown-choice' : 'required' } };
  const minutes = MINUTES_AGO[choice];
  return settle(minutes === null ? null : now - minutes * MINUTE_MS);
}

function exactly(entered: Entered, now: Instant, settle: (at: Instant | null) => Began): Began {
  const { beganDate = '', beganTime = '' } = entered;
  const zone = zoneOf(entered);
  const wrong = (error: FieldError): Began => ({ errors: { beganTime: error } });
  if (!beganTime) return wrong('required');
  const today = DateTime.fromMillis(now, { zone });
  const days = beganDate ? readDates(beganDate) : [today.toFormat('yyyy-MM-dd')];
  const time = readTime(beganTime);
  if (days.length === 0 || time === null) return settle(null);
  const locals = days.map((day) => DateTime.fromFormat(`${day} ${time}`, 'yyyy-MM-dd HH:mm', { zone })).filter(({ isValid }) => isValid);
  const [local] = locals;
  if (!local) return wrong('not-a-time');
  const possible = locals.map((one) => lastPassed(one, now)).filter((at) => at !== null && now - at <= LONGEST_AGO_MS);
  // The day and the month may be in either order: only one of the two may be possible.
  if (days.length > 1) return settle(possible.length === 1 ? (possible[0] ?? null) : null);
  // Shortly after midnight a time of late yesterday is meant.
  const yesterday = beganDate ? null : lastPassed(local.minus({ days: 1 }), now);
  const at = lastPassed(local, now) ?? (yesterday !== null && now - yesterday <= HALF_A_DAY_MS ? yesterday : null);
  if (at === null) return wrong('in-the-future');
  return now - at > LONGEST_AGO_MS ? wrong('too-long-ago') : settle(at);
}

/** When clocks go back, an hour happens twice: the later one that has passed is meant. By itself luxon would use its own clock. */
function lastPassed(local: DateTime, now: Instant): Instant | null {
  const passed = local.getPossibleOffsets().map((one) => one.toMillis());
  return passed.filter((at) => at <= now).reduce<Instant | null>((last, at) => Math.max(last ?? at, at), null);
}
