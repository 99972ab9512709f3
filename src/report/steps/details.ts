/** Step 3: what happens, since when, how bad. */
import { DateTime, IANAZone } from 'luxon';
import type { Instant } from '../../outage/types/person.ts';
import type { Entered } from '../draft.ts';
import { messageLink } from '../message-link.ts';
import { collectErrors, type Errors, type FieldError, readText, type StepContext, type StepResult } from '../step.ts';

export const AFFECTED = ['everyone', 'most', 'some', 'unsure'] as const;
export type Affected = (typeof AFFECTED)[number];

const MINUTE_MS = 60_000;
/** Production that has been down for longer than that has not: the year is a slip of the finger. */
const LONGEST_AGO_MS = 366 * 24 * 60 * MINUTE_MS;
/** How people say when it began, before anybody shows them a calendar. In minutes before now; null: nobody knows. */
const MINUTES_AGO = { 'just-now': 0, 'ago-15': 15, 'ago-60': 60, unsure: null } as const;
export type Began = keyof typeof MINUTES_AGO;
export const BEGAN = Object.keys(MINUTES_AGO) as Began[];

export type Details = {
  readonly title: string;
  readonly description: string;
  readonly beganAt: Instant | null;
  readonly affected: Affected;
  readonly impact: string;
  readonly recentChanges: string;
  /** Of the message that the report began with. */
  readonly link?: string;
};

export function describe(entered: Entered, { now }: StepContext): StepResult<Details> {
  const said = describeInWords(entered);
  const began = readBegan(entered, now);
  if ('errors' in said) return { errors: { ...said.errors, ...began.errors } };
  const errors = collectErrors(began.errors);
  if (errors) return { errors };
  // Only the server fills it in, and it is looked at again: what a draft holds was once sent by somebody.
  const link = messageLink(entered.link ?? '');
  return { part: { ...said.part, beganAt: began.at, ...(link ? { link } : {}) }, settled: began.settled };
}

/** All but the time when it began: what may be corrected later. */
export function describeInWords(entered: Entered): { part: Omit<Details, 'beganAt' | 'link'> } | { errors: Errors } {
  const title = readText(entered, 'title', 'required');
  const description = readText(entered, 'description', 'required');
  const impact = readText(entered, 'impact', 'optional');
  const changes = readText(entered, 'changes', 'optional');
  const affected = AFFECTED.find((one) => one === entered.affected);
  const errors = collectErrors({
    title: title.error,
    description: description.error,
    impact: impact.error,
    changes: changes.error,
    affected: affected ? null : 'required',
  });
  if (errors || !affected) return { errors: errors ?? {} };
  return {
    part: { title: title.text, description: description.text, affected, impact: impact.text, recentChanges: changes.text },
  };
}

/** The time zone of the draft; UTC when what was entered is none, so that drawing the card never fails on it. */
export const zoneOf = ({ timeZone = '' }: Entered): string => (IANAZone.isValidZone(timeZone) ? timeZone : 'UTC');

type BeganResult = { at: Instant | null; settled: Entered; errors: { began?: FieldError; beganDate?: FieldError; beganTime?: FieldError } };

/**
 * An exact date or time that was given wins over the list, whose first entry is there from the start. What was said is
 * settled into a point in time at once: "15 minutes ago" must not move while the rest is typed, nor with the time zone.
 */
function readBegan(entered: Entered, now: Instant): BeganResult {
  const choice = BEGAN.find((one) => one === entered.began);
  const said = [entered.began, entered.beganDate, entered.beganTime].join('|');
  const settle = (at: Instant | null): BeganResult => ({
    at,
    settled: { beganFrom: said, beganAt: at === null ? '' : String(at) },
    errors: {},
  });
  if (entered.beganFrom === said) return settle(entered.beganAt ? Number(entered.beganAt) : null);
  if (entered.beganDate || entered.beganTime) return exactly(entered, now, settle);
  if (!choice) return { at: null, settled: {}, errors: { began: entered.began ? 'unknown-choice' : 'required' } };
  const minutes = MINUTES_AGO[choice];
  return settle(minutes === null ? null : now - minutes * MINUTE_MS);
}

function exactly(entered: Entered, now: Instant, settle: (at: Instant) => BeganResult): BeganResult {
  const zone = zoneOf(entered);
  const date = entered.beganDate || DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd');
  const wrong = (error: FieldError): BeganResult => ({ at: null, settled: {}, errors: { beganTime: error } });
  if (!entered.beganTime) return wrong('required');
  const local = DateTime.fromFormat(`${date} ${entered.beganTime}`, 'yyyy-MM-dd HH:mm', { zone });
  if (!local.isValid) return wrong('not-a-time');
  // Autumn has one hour twice: the later one that has passed is meant. Left alone, luxon asks its own clock which.
  const passed = local.getPossibleOffsets().filter((one) => one.toMillis() <= now);
  if (passed.length === 0) return wrong('in-the-future');
  const at = Math.max(...passed.map((one) => one.toMillis()));
  return now - at > LONGEST_AGO_MS ? wrong('too-long-ago') : settle(at);
}
