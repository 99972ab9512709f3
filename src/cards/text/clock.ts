/** Points in time as people read them. */
import { DateTime } from 'luxon';
import type { Instant } from '../../outage/types/person.ts';

/** A point in time in the zone of one reader: "10:45", or "22 Nov, 10:45" when that is not the day of `now`. */
export function clock(at: Instant, zone: string, now: Instant): string {
  const then = DateTime.fromMillis(at, { zone }).setLocale('en-GB');
  const today = then.hasSame(DateTime.fromMillis(now, { zone }), 'day');
  return `${then.toFormat(today ? 'HH:mm' : 'd LLL, HH:mm')} (${zoneName(zone)})`;
}

/** "Europe/Copenhagen" as people say it. */
export const zoneName = (zone: string): string =>
  (zone === 'UTC' ? 'UTC' : (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')) + (zone === 'UTC' ? '' : ' time');

/** A point in time that each reader's client shows in the reader's own zone. */
export function readersClock(at: Instant, now: Instant): string {
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const farAway = Math.abs(at - now) > 12 * 3_600_000;
  return farAway ? `{{DATE(${iso},SHORT)}}, {{TIME(${iso})}}` : `{{TIME(${iso})}}`;
}

/** Replaces these by times in UTC, for a text that no client evaluates, such as a notification. */
export const spelledOut = (text: string): string =>
  text.replace(/\{\{(DATE|TIME)\(([^,(){}]{1,40})(?:,[^(){}]{0,40})?\)\}\}/g, (_all, what: string, iso: string) => {
    const at = DateTime.fromISO(iso, { zone: 'utc' }).setLocale('en-GB');
    return at.toFormat(what === 'DATE' ? 'd LLL' : "HH:mm 'UTC'");
  });
