/** The time zones to choose from: common ones, not all four hundred. */
import { LRUCache } from 'lru-cache';
import { IANAZone } from 'luxon';
import { isSameZone, isZone } from '../desk/on-call/local-time.ts';
import type { Instant } from '../outage/types/values.ts';

const COMMON = [
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Halifax',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'Atlantic/Reykjavik',
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Copenhagen',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Athens',
  'Europe/Helsinki',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Africa/Lagos',
  'Europe/Istanbul',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Australia/Perth',
  'Australia/Sydney',
  'Pacific/Auckland',
];

const QUARTER_MS = 15 * 60_000;
/** By the quarter of an hour, since clocks are moved at the beginning of one. */
const byOffset = new LRUCache<number, readonly string[]>({
  max: 4,
  memoMethod(quarter) {
    const at = quarter * QUARTER_MS;
    const zones = COMMON.map((id) => ({ id, offset: IANAZone.create(id).offset(at), city: id.slice(id.lastIndexOf('/') + 1) }));
    return zones.toSorted((one, other) => one.offset - other.offset || (one.city < other.city ? -1 : 1)).map(({ id }) => id);
  },
});

/** The reader's own zone first, then the common ones by their offset at this moment, and by city. */
export function zonesWith(own: string, at: Instant): readonly string[] {
  const sorted = byOffset.memo(Math.floor(at / QUARTER_MS));
  return isZone(own) ? [own, ...sorted.filter((zone) => !isSameZone(zone, own))] : sorted;
}
