/** Step 3: what happens, since when, how bad. */
import { DateTime } from 'luxon';
import type { Instant } from '../../outage/outage.ts';
import type { Entered } from '../draft.ts';
import { collectErrors, type FieldError, readText, type StepContext, type StepResult } from '../step.ts';

export const AFFECTED = ['everyone', 'most', 'some', 'unsure'] as const;
export type Affected = (typeof AFFECTED)[number];

const MINUTE_MS = 60_000;
/** How people say when it began, before anybody shows them a calendar. In minutes before now. */
export const BEGAN_AGO = { 'just-now': 0, 'ago-15': 15, 'ago-60': 60 } as const;
export const BEGAN = ['just-now', 'ago-15', 'ago-60', 'at', 'unsure'] as const;

export type Details = {
  readonly title: string;
  readonly description: string;
  readonly beganAt: Instant | null;
  readonly affected: Affected;
  readonly impact: string;
  readonly recentChanges: string;
};

export function describe(entered: Entered, { now }: StepContext): StepResult<Details> {
  const title = readText(entered, 'title', 'required');
  const description = readText(entered, 'description', 'required');
  const impact = readText(entered, 'impact', 'optional');
  const changes = readText(entered, 'changes', 'optional');
  const began = readBegan(entered, now);
  const affected = AFFECTED.find((one) => one === entered.affected);
  const errors = collectErrors({
    title: title.error,
    description: description.error,
    impact: impact.error,
    changes: changes.error,
    affected: affected ? null : 'required',
    ...began.errors,
  });
  if (errors) return { errors };
  return {
    part: {
      title: title.text,
      description: description.text,
      beganAt: began.at,
      affected: affected ?? 'unsure',
      impact: impact.text,
      recentChanges: changes.text,
    },
    settled: began.settled,
  };
}

type Began = { at: Instant | null; settled: Entered; errors: { began?: FieldError; beganDate?: FieldError; beganTime?: FieldError } };

/** A relative time is settled at once: "15 minutes ago" must not move while the rest of the report is typed. */
function readBegan(entered: Entered, now: Instant): Began {
  const none: Began = { at: null, settled: {}, errors: {} };
  if (!entered.began) return { ...none, errors: { began: 'required' } };
  if (entered.began === 'unsure') return none;
  const zone = entered.beganZone || entered.timeZone || 'UTC';
  if (entered.began !== 'at') {
    const minutes = Object.entries(BEGAN_AGO).find(([id]) => id === entered.began)?.[1];
    if (minutes === undefined) return { ...none, errors: { began: 'unknown-choice' } };
    const at = now - minutes * MINUTE_MS;
    const local = DateTime.fromMillis(at, { zone });
    return {
      at,
      settled: { began: 'at', beganZone: zone, beganDate: local.toFormat('yyyy-MM-dd'), beganTime: local.toFormat('HH:mm') },
      errors: {},
    };
  }
  if (!entered.beganDate) return { ...none, errors: { beganDate: 'required' } };
  if (!entered.beganTime) return { ...none, errors: { beganTime: 'required' } };
  const local = DateTime.fromFormat(`${entered.beganDate} ${entered.beganTime}`, 'yyyy-MM-dd HH:mm', { zone });
  if (!local.isValid) return { ...none, errors: { beganTime: 'not-a-time' } };
  if (local.toMillis() > now) return { ...none, errors: { beganTime: 'in-the-future' } };
  return { ...none, at: local.toMillis(), settled: { beganZone: zone } };
}
