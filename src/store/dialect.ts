/** What differs between the two databases. All other SQL in store/ is the same for both. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../outage/types/values.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export type SqlDialect = {
  readonly db: Database;
  /** The store's clock as an expression that is read once in a statement. */
  now(): RawBuilder<number>;
  readNow(db: Database): Promise<Instant>;
  readonly greatest: RawBuilder<unknown>;
  /** The end of a select whose rows are claimed: skips rows that another worker is claiming at this moment. */
  claiming(alias: string): RawBuilder<unknown>;
  /** In a transaction: no other one writes to the table until this one ends. */
  alone(table: string): RawBuilder<unknown>;
  /** Removes what was deleted from the database's files too, as far as we can. */
  erase(): Promise<void>;
  readonly countingUp: 'integer' | 'bigserial';
};

/** So many ms after the given time; before it, when they are negative. */
export const later = (at: RawBuilder<number>, ms: number): RawBuilder<number> => sql<number>`${at} + cast(${ms} as bigint)`;

/** https://sqlite.org/rescode.html; the low byte is the primary code. */
const SQLITE = { busy: 5, locked: 6, primaryKey: 1555, unique: 2067 } as const;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES = { unique: '23505', serialization: '40001', deadlock: '40P01' } as const;

export function isDuplicate(error: unknown): boolean {
  const { code, errcode } = codes(error);
  return code === POSTGRES.unique || errcode === SQLITE.primaryKey || errcode === SQLITE.unique;
}

/** The database rolled back one of two transactions that were in each other's way; it may be repeated. */
export function isLostRace(error: unknown): boolean {
  const { code, errcode } = codes(error);
  if (code === POSTGRES.serialization || code === POSTGRES.deadlock) return true;
  const primary = errcode === undefined ? -1 : errcode & 0xff;
  return primary === SQLITE.busy || primary === SQLITE.locked;
}

function codes(error: unknown): { code?: unknown; errcode?: number } {
  if (!(error instanceof Error)) return {};
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  return { code, ...(typeof errcode === 'number' ? { errcode } : {}) };
}
