/** What many outages make together. */
import type { Instant } from '../types/values.ts';

/** From `from` on, and before `until`, by when an outage was reported. */
export type Period = { readonly from: Instant; readonly until: Instant };

/** Months and quarters are those of the calendar, also when they are not over. */
export const PERIODS = ['month', 'last month', 'quarter', 'last quarter', '90 days'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** Of fewer than these no percentile is told, but each of them. */
export const FEW = 5;

/** The nearest rank: which of `count` values in order, counted from 1, is at least as large as so many percent of them. */
export const rankOf = (percent: number, count: number): number => Math.max(1, Math.ceil((percent * count) / 100));

/** `waiting`: nobody has acknowledged it, and the deadline is ahead. The others kept the promise, or broke it. */
export type Kept = { readonly outages: number; readonly kept: number; readonly waiting: number };
export const promisedOf = ({ outages, waiting }: Kept): number => outages - waiting;

/** How long it took, in ms. `few`: instead of the percentiles, the quickest first. */
export type Spread = { readonly count: number } & (
  | { readonly median: number; readonly p90: number }
  | { readonly few: readonly { readonly number: number; readonly ms: number }[] }
);

export type Figure = Kept & {
  readonly updates: number;
  readonly updatesOnTime: number;
  readonly acknowledged: Spread;
  readonly resolved: Spread;
  readonly apart: { readonly transferred: Kept; readonly merged: Kept; readonly withdrawn: number };
  /** The most frequent first. */
  readonly scenarios: readonly (Kept & { readonly id: string })[];
  /** How many were reported in each hour of the day, from midnight on; empty: nobody asked. */
  readonly hours: readonly number[];
};
