/**
 * The number by which people name an outage. Outages count upwards from 1001, drills downwards from -1, and requests
 * upwards from REQUESTS_BEGIN, so that one number never means two things.
 */
export const SERIES = ['outage', 'drill', 'request'] as const;
export type Series = (typeof SERIES)[number];
export const REQUESTS_BEGIN = -2_000_000_000;
export const REQUESTS_END = -1_000_000_000;

export function seriesOf(number: number): Series {
  if (number > 0) return 'outage';
  return number < REQUESTS_END ? 'request' : 'drill';
}

/** The stored number that a person means by `OUT-1042`, `REQ-7` or `DRILL-3`. */
export const numberOf = (series: Series, typed: number): number =>
  ({ outage: typed, drill: -typed, request: REQUESTS_BEGIN + typed })[series];

/** `OUT-1042`, `REQ-7` or `DRILL-3`, as people write it. */
export function outageName({ number }: { readonly number: number }): string {
  switch (seriesOf(number)) {
    case 'outage':
      return `OUT-${number}`;
    case 'drill':
      return `DRILL${number}`;
    case 'request':
      return `REQ-${number - REQUESTS_BEGIN}`;
  }
}
