/** What differs between the two databases. All other SQL in store/ is the same for both. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '../outage/types/values.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type Row = Readonly<Record<string, string | number | null>>;

export type SqlDialect = {
  readonly db: Database;
  /** The store's clock as an expression that is read once in a statement. */
  now(): RawBuilder<number>;
  /** The same, where it is a clock of this process. */
  readonly clock?: (() => number) | undefined;
  readNow(db: Database): Promise<Instant>;
  readonly greatest: RawBuilder<unknown>;
  readonly least: RawBuilder<unknown>;
  /** The end of a select whose rows are claimed: skips rows that another worker is claiming at this moment. */
  claiming(alias: string): RawBuilder<unknown>;
  /** The end of a select whose rows are locked until the transaction ends. SQLite has one writer and locks nothing. */
  locking(alias: string): RawBuilder<unknown>;
  /** These rows, which all have the same columns, as a table. They are one value, so the statement is the same for any number of them. */
  rows(rows: readonly Row[], alias: string): RawBuilder<unknown>;
  /**
   * Runs writes of which none reads what another one writes; PostgreSQL takes them in one statement. Each returns a number `n` for
   * each row that it wrote; resolves to the sum of each write.
   */
  together(db: Database, writes: readonly RawBuilder<{ n: number }>[]): Promise<readonly number[]>;
  /**
   * A read, and writes that know these columns of its rows as the table `found`; none reads what another one writes. PostgreSQL takes
   * all of it in one statement, SQLite in a transaction.
   */
  following<Found extends Row>(
    read: RawBuilder<Found>,
    columns: readonly (keyof Found & string)[],
    writes: readonly RawBuilder<unknown>[],
  ): Promise<readonly Found[]>;
  /** In a transaction: no other one writes to the table until this one ends. */
  alone(table: string): RawBuilder<unknown>;
  /** Removes what was deleted from the database's files too, as far as we can. */
  erase(): Promise<void>;
  /** Writes so many bytes to the disk. SQLite writes what a transaction changes only when it is committed. */
  growBy(bytes: number): Promise<void>;
  readonly countingUp: 'integer' | 'bigserial';
};

/** So many ms after the given time; before it, when they are negative. */
export const later = (at: RawBuilder<number>, ms: number): RawBuilder<number> => sql<number>`${at} + cast(${ms} as bigint)`;

/** SQLite: a primary key or a unique index (https://sqlite.org/rescode.html). PostgreSQL: unique_violation (appendix A of its manual). */
const DUPLICATE = new Set<unknown>([1555, 2067, '23505']);
/** SQLite: busy, locked; these are primary codes, the low byte of a code. PostgreSQL: serialization_failure, deadlock_detected. */
const LOST_RACE = new Set<unknown>([5, 6, '40001', '40P01']);
/** After a failover, what was the primary server only reads. */
export const READ_ONLY = '25006';
/** A pooler gave the transaction another session than the one that prepared the statement: it is not there, or is there already. */
const OTHER_SESSION = new Set<unknown>(['26000', '42P05']);
/** What else makes a session useless before anything was written: the server ends, or a table changed under a prepared statement. */
const LOST_SESSION = new Set<unknown>([READ_ONLY, ...OTHER_SESSION, '57P01', '0A000']);

export const isDuplicate = (error: unknown): boolean => DUPLICATE.has(codeOf(error));

export const isOtherSession = (error: unknown): boolean => OTHER_SESSION.has(codeOf(error));
/** Nothing was written, and on another connection it may be repeated. */
export const isLostSession = (error: unknown): boolean => LOST_SESSION.has(codeOf(error));

/** The database rolled back one of two transactions that were in each other's way; it may be repeated. */
export function isLostRace(error: unknown): boolean {
  const code = codeOf(error);
  return LOST_RACE.has(typeof code === 'number' ? code & 0xff : code);
}

/** Each database's own code, never its text. */
function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'errcode' in error ? error.errcode : 'code' in error && error.code;
}
