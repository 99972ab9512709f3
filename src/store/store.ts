/**
 * The engine's ports on SQLite or PostgreSQL. Inside `outages.transaction` use only the transaction that is passed in, and do not wait
 * for a call that was made before: SQLite has one connection, so any other call would wait for the end of the transaction, for ever.
 */
import type { Log } from '../engine/ports/log.ts';
import { createCache } from './cache.ts';
import { createOverrides, createRooms } from './desk.ts';
import type { SqlDialect } from './dialect.ts';
import { createDrafts } from './drafts.ts';
import { createFiles } from './files.ts';
import { createMaintenance } from './maintenance.ts';
import { migrate } from './migrate.ts';
import { createCalendars, createOnCallNotices } from './on-call.ts';
import { createAudit } from './outages/audit.ts';
import { createNumbers } from './outages/numbers.ts';
import { createOutages } from './outages/outages.ts';
import { createRecords } from './outages/record.ts';
import { createFollows } from './personal/follows.ts';
import { createLeaving } from './personal/leave.ts';
import { createLooks } from './personal/looks.ts';
import { createPersonalRecords } from './personal/personal-data.ts';
import { createDeadlines, createReceipts } from './queue/deadlines.ts';
import { createDeliveryAttempts } from './queue/delivery-attempts.ts';
import { createLanes } from './queue/lanes.ts';
import { createSettled } from './queue/settled.ts';
import { createAlarms, createHealth } from './watch/health.ts';
import { probe } from './watch/probe.ts';
import { createLeases, createRestores } from './watch/recovery.ts';

export type Store = ReturnType<typeof createStore>;

export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError';
}

/** `label`: the name of the store in errors; it must not hold a password. Without `log` nothing is logged. */
export function createStore(
  dialect: SqlDialect,
  parts: { label: string; log?: Log; clock?: (() => number) | undefined; close: () => Promise<void> },
) {
  const { label, log, clock, close } = parts;
  const records = createRecords(dialect);
  let migrated: Promise<void> | null = null;
  let closed: Promise<void> | null = null;

  return {
    outages: createOutages(dialect, records),
    numbers: createNumbers(dialect),
    looks: createLooks(dialect),
    deadlines: createDeadlines(dialect),
    deliveries: { ...createLanes(dialect), ...createDeliveryAttempts(dialect), ...createSettled(dialect) },
    overrides: createOverrides(dialect),
    onCallNotices: createOnCallNotices(dialect),
    calendars: createCalendars(dialect),
    maintenance: createMaintenance(dialect),
    follows: createFollows(dialect),
    cache: createCache(dialect, clock),
    drafts: createDrafts(dialect),
    files: createFiles(dialect),
    restores: createRestores(dialect),
    receipts: createReceipts(dialect),
    leases: createLeases(dialect),
    health: createHealth(dialect),
    alarms: createAlarms(dialect),
    rooms: createRooms(dialect),
    audit: createAudit(dialect),
    personal: { ...createPersonalRecords(dialect, records.forgetAll), ...createLeaving(dialect) },

    /**
     * Brings the tables up to date the first time, then makes sure that a report could be stored now. Throws
     * StoreUnavailableError when it can't; may be called again until it can.
     */
    async ready(): Promise<void> {
      migrated ??= migrate(dialect, log);
      try {
        await migrated.catch((error) => {
          migrated = null;
          throw error;
        });
        await probe(dialect);
      } catch (error) {
        throw new StoreUnavailableError(`${label} can't be read and written right now: ${reasonOf(error)}`, { cause: error });
      }
    },

    /** Waits for what is running, then closes. May be called more than once. */
    close: (): Promise<void> => (closed ??= close()),
  };
}

/** The text of an error. Node reports a refused connection to a host with two addresses as an error without text that holds two others. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
