/** Planned maintenance, of the desk file and of engineers in Teams, and what the rooms that follow were told of it. */
import type { Maintenance } from '../../desk/maintenance.ts';
import type { Instant } from '../../outage/types/values.ts';

/** `changedAt`: when it was planned, or changed last. */
export type PlannedMaintenance = Maintenance & { readonly changedAt: Instant };

/** Something that a room is told of a window. `said`: when the window was changed last, or OVER. */
export type Told = { readonly windowId: string; readonly conversationId: string; readonly tenantId: string; readonly said: Instant };
export const OVER = 0;

/** Inside a transaction use its own `maintenance`. */
export interface MaintenanceWindows {
  /** Those that have not ended, or that ended no longer ago than `endedMs` (0 when it is left out); the earliest first. */
  list(endedMs?: number): Promise<readonly PlannedMaintenance[]>;
  /** Stores a new one, or what was changed. */
  save(window: Maintenance): Promise<void>;
  /** Ends it now, also before it began; returns whether it had not ended. */
  end(id: string): Promise<boolean>;
  /**
   * These are all that the desk file plans: others that it planned before end now. `goesOn`: by the id that one of those had, the id of
   * these by which it goes on; what rooms were told of it stays told.
   */
  takeFromFile(windows: readonly Maintenance[], goesOn?: ReadonlyMap<string, string>): Promise<void>;
  /** What rooms were told of these windows, and what they are not to be told yet. Of an end, only what was told since the window ended. */
  told(windowIds: readonly string[]): Promise<readonly Told[]>;
  /** Records, before anything is sent, that it goes out; false: another bot was first. */
  begin(told: Told): Promise<boolean>;
  /** It certainly did not arrive: it is due again after the pause. */
  postpone(told: Told, pauseMs: number): Promise<void>;
}
