/** Points in time at which the bot has to act by itself. */

import type { Deadline } from '../../outage/promise.ts';
import type { Instant } from '../../outage/types/values.ts';

/** Deadlines, claimed with a lease: one worker acts; if it dies, another one does when the lease ends. */
export interface DeadlineQueue {
  /** Due and unclaimed ones, earliest first. Handling an outage's deadline rewrites its deadlines, which ends the claim. */
  claimDue(limit: number, leaseMs: number): Promise<readonly (Deadline & { readonly outageId: string })[]>;
  nextDueAt(): Promise<Instant | null>;
}

/** Outages whose first message is late at the desk. The methods must agree on what is due, or the loop that asks them would never sleep. */
export interface Receipts {
  /**
   * Two kinds: outages that nobody has acknowledged and whose first message at the desk has waited for `afterMs`, or was set
   * aside, without the reporter being told; and those where the reporter was told and the message is there now. The oldest
   * first; no drills.
   */
  due(afterMs: number, limit: number): Promise<readonly { readonly outageId: string; readonly reached: boolean }[]>;
  nextDueAt(afterMs: number): Promise<Instant | null>;
}
