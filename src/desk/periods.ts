/** The periods for which numbers are asked, by the calendar of the desk. Pure. */
import type { Period, PeriodName } from '../outage/numbers/figure.ts';
import type { Instant } from '../outage/types/values.ts';
import { DAY_MS, instantOf, localTime } from './on-call/local-time.ts';

/** `until` of what is not over is ahead of `now`. `before`: the period with which it is compared. */
export type Asked = { readonly name: PeriodName; readonly period: Period; readonly before: Period };

const DAYS_MS = 90 * DAY_MS;

export function periodOf(name: PeriodName, now: Instant, zone: string): Asked {
  if (name === '90 days') {
    // What was reported in this very moment is among them.
    const until = now + 1;
    const from = until - DAYS_MS;
    return { name, period: { from, until }, before: { from: from - DAYS_MS, until: from } };
  }
  const length = name.endsWith('quarter') ? 3 : 1;
  const today = new Date(localTime(now, zone));
  const first = today.getUTCMonth() - (today.getUTCMonth() % length) - (name.startsWith('last') ? length : 0);
  const monthBegins = (month: number): Instant => instantOf(Date.UTC(today.getUTCFullYear(), month, 1), zone);
  const from = monthBegins(first);
  return { name, period: { from, until: monthBegins(first + length) }, before: { from: monthBegins(first - length), until: from } };
}

/** How far the clock of a zone is ahead of UTC, and from when on. No zone changes its clock twice within a day. */
export function offsetsIn({ from, until }: Period, zone: string): readonly { readonly from: Instant; readonly ms: number }[] {
  const msAt = (at: Instant): number => localTime(at, zone) - at;
  const offsets = [{ from, ms: msAt(from) }];
  for (let at = from; at < until; at += DAY_MS) {
    let [before, after] = [at, Math.min(at + DAY_MS, until)];
    if (msAt(before) === msAt(after)) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (msAt(middle) === msAt(at)) before = middle;
      else after = middle;
    }
    offsets.push({ from: after, ms: msAt(after) });
  }
  return offsets;
}
