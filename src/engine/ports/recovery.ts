/** What has to be done after the store was restored from a backup, and after its clock was set back. */
import type { Instant } from '../../outage/types/values.ts';

export interface Restores {
  /** The time that the records were put back to, while the desk has not been told of it; else null. */
  pending(): Promise<Instant | null>;
  /** The ids of all outages that have not ended, by their number. */
  openOutages(): Promise<readonly string[]>;
  /** Whether this worker has to tell the desk now. Another one has to when it has not succeeded within the lease. */
  claim(leaseMs: number): Promise<boolean>;
  markTold(): Promise<void>;
}

/** Everything that waits for a time that the store's clock has written: leases, and pauses before an attempt; no deadlines. */
export interface Leases {
  /** The latest time that this store remembers of its clock; null: it remembers none. */
  latest(): Promise<Instant | null>;
  /** From now on nothing waits longer than `toMs`. May be repeated. */
  cap(toMs: number): Promise<void>;
}
