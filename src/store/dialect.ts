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
