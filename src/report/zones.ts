/** The time zones to choose from: common ones, not all four hundred. */
import { IANAZone } from 'luxon';
import { isSameZone } from '../desk/on-call/local-time.ts';

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

/** The list as choices, which includes the reader's own zone. */
export const zonesWith = (own = '') =>
  (IANAZone.isValidZone(own) ? [own, ...COMMON.filter((zone) => !isSameZone(zone, own))] : COMMON).map((zone) => ({
    title: zone.replaceAll('_', ' '),
    value: zone,
  }));
