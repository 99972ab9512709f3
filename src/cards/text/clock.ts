/** Points in time as people read them. */
import type { Instant } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import { REMOVED } from './fit.ts';

/** A point in time that each reader's client shows in the reader's own zone. */
export function readersClock(at: Instant, now: Instant): string {
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const farAway = Math.abs(at - now) > 12 * 3_600_000;
  return farAway ? `{{DATE(${iso},SHORT)}}, {{TIME(${iso})}}` : `{{TIME(${iso})}}`;
}

/**
 * A text that no client evaluates, such as a notification, as people read it: these times are in UTC, and where personal
 * data was removed, the reader's words say so.
 */
export const spelledOut = (text: string, { formats, privacy }: Words): string =>
  text.replaceAll(REMOVED, privacy.removed).replace(MACROS, (macros, first: string, iso: string, both: string | undefined) => {
    const at = Date.parse(iso);
    if (Number.isNaN(at)) return macros;
    if (first === 'DATE' && !both) return formats.date(at, 'UTC');
    return `${(first === 'DATE' ? formats.dateTime : formats.time)(at, 'UTC')} UTC`;
  });
/** A date, a time, or a date and the time of the same instant. */
const MACROS = /\{\{(DATE|TIME)\(([^,(){}]{1,40})(?:,[^(){}]{0,40})?\)\}\}(, \{\{TIME\(\2\)\}\})?/g;
