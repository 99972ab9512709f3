/** Converts between wall-clock time and points in time. Pure. People agree on on-call times by the clock on the wall. */
import { LRUCache } from 'lru-cache';
import { DateTime, IANAZone, Settings } from 'luxon';
import { z } from 'zod';
import type { Instant } from '../../outage/types/values.ts';

/** Wall-clock time, encoded as UTC milliseconds, so that days can be counted. */
export type LocalTime = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const timeZoneSchema = z.string().refine(isZone, 'use an IANA time zone, such as Europe/Copenhagen, America/New_York or UTC');

/** Zones were renamed: Asia/Calcutta is Asia/Kolkata. */
export const isSameZone = (one: string, other: string): boolean => one === other || canonicalZone(one) === canonicalZone(other);
export const canonicalZone = (zone: string): string => (isZone(zone) ? canonical.memo(zone) : zone);
/** Whether `Intl` knows it. luxon makes a formatter, with its native memory, each time that it is asked. */
export function isZone(zone: string): boolean {
  return zone.length <= LONGEST_ZONE && canonical.memo(zone) !== '';
}

const LONGEST_ZONE = 64;
/** The present name of a zone, by the name that a client sends, in any case; empty: there is no such zone. No entry becomes stale. */
const canonical = new LRUCache<string, string>({
  max: 1_000,
  memoMethod(zone) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    } catch {
      return '';
    }
  },
  // luxon keeps an object of each zone for ever, so a flood of names would fill its memory in the place of ours.
  dispose: (known) => void (known !== '' && Settings.resetCaches()),
});

/** TypeScript does not know the method yet. `country`: of ISO 3166, such as DK. */
type WithZones = Intl.Locale & { getTimeZones?(): readonly string[] | undefined };
export const zonesOfCountry = (country: string): readonly string[] =>
  /^[a-z]{2}$/i.test(country) ? ((new Intl.Locale(`und-${country}`) as WithZones).getTimeZones?.() ?? []) : [];

/**
 * By minute and zone: clocks change as a minute begins, in some zones a minute past midnight. luxon writes and reads a date each time that
 * it is asked. No entry becomes stale.
 */
const offsets = new LRUCache<string, number>({
  max: 1_000,
  memoMethod(key) {
    const [minute, zone = ''] = key.split(' ');
    return IANAZone.create(zone).offset(Number(minute) * MINUTE_MS) * MINUTE_MS;
  },
});
const offsetMs = (zone: string, at: Instant): number => offsets.memo(`${Math.floor(at / MINUTE_MS)} ${zone}`);

export const localTime = (at: Instant, zone: string): LocalTime => at + offsetMs(zone, at);

/**
 * The point in time of a wall-clock time in the zone. A time that occurs twice when the clocks go back means the first. A time
 * that is skipped when they go forward (a DST gap) is moved by as much: 02:30 is 03:30 then.
 */
export function instantOf(local: LocalTime, zone: string): Instant {
  const offsets = [offsetMs(zone, local - DAY_MS), offsetMs(zone, local + DAY_MS)] as const;
  if (offsets[0] === offsets[1]) return local - offsets[0];
  const shown = offsets.map((offset) => local - offset).filter((at) => localTime(at, zone) === local);
  return shown.length > 0 ? Math.min(...shown) : local - Math.min(...offsets);
}

/** The wall-clock time of "2026-11-23" and "09:00"; null when there is no such day or time. */
export function readLocal(date: string, time: string): LocalTime | null {
  const read = DateTime.fromFormat(`${date} ${time}`, 'yyyy-MM-dd HH:mm', { zone: 'utc' });
  return read.isValid ? read.toMillis() : null;
}

/** The inverse, for a date and a time field. */
export function writeLocal(local: LocalTime): { readonly date: string; readonly time: string } {
  const written = DateTime.fromMillis(local, { zone: 'utc' });
  return { date: written.toFormat('yyyy-MM-dd'), time: written.toFormat('HH:mm') };
}

export const midnight = (local: LocalTime): LocalTime => Math.floor(local / DAY_MS) * DAY_MS;

/** 1: Monday, to 7: Sunday. 1 January 1970 was a Thursday. */
export const weekday = (local: LocalTime): number => ((((Math.floor(local / DAY_MS) + 3) % 7) + 7) % 7) + 1;

/** "09:30" in ms since midnight. */
export function msOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR_MS + minutes * MINUTE_MS;
}

/** The last time until `now` at which the clock of the zone showed this on this day of the week (1 to 7). */
export function lastWeekly({ day, atMs }: { readonly day: number; readonly atMs: number }, now: Instant, zone: string): Instant {
  const today = midnight(localTime(now, zone));
  const back = (weekday(today) - day + 7) % 7;
  const [at = now, before = now] = [back, back + 7].map((days) => instantOf(today - days * DAY_MS + atMs, zone));
  return at <= now ? at : before;
}
