/** What goes out beside Teams: to other systems, and to what wakes people. */
import type { Channel } from '../../outage/destinations.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Delivery } from './deliveries.ts';
import type { Recorded } from './outages.ts';

export type Outlet = {
  /**
   * Sends what the delivery says. `repeated`: it may be there already. `id`: what the other side calls it, which is stored with the
   * delivery; `skipped`: nobody is there to send it to, and why, for the ledger; `waits`: another bot may know where to, so it is tried again
   * later, and other messages of the lane go on. Throws SendError, whose failures mean the same as in Teams.
   */
  send(
    delivery: Delivery,
    recorded: Recorded,
    context: { readonly now: Instant; readonly repeated: boolean },
  ): Promise<{ readonly id: string | null } | { readonly skipped: string } | { readonly waits: string }>;
  /**
   * What became of an attempt whose answer was lost; `since`: it did not begin earlier. It answers within `limitMs`, because what is absent
   * is sent in the same lease. Left out: nobody can be asked.
   */
  find?(
    delivery: Delivery,
    recorded: Recorded,
    context: { readonly since: Instant; readonly limitMs: number },
  ): Promise<{ readonly id: string } | 'absent' | 'unknown'>;
  /** Whether the other side knows by a key what it has already, so that sending again doubles nothing. */
  isIdempotent(delivery: Delivery): boolean;
  /** How long it is tried, and the pauses between attempts, in ms; the last of these is for all further ones. */
  readonly retry: { readonly forMs: number; readonly pausesMs: readonly [number, ...number[]] };
  /** It is not tried any more. Called before that is recorded, so it may be called again. */
  gaveUp(delivery: Delivery, reason: string): Promise<void>;
  /** How many lanes may be worked on at once. */
  readonly lanes: number;
  /** For one attempt, in ms; less than the lease of a lane. */
  readonly limitMs: number;
};

/** Left out: nothing is sent there. */
export type Outlets = { readonly [channel in Exclude<Channel, 'teams'>]?: Outlet };
