/** What differs between the two databases. Everything else in this room is one SQL for both. */
import type { Kysely, RawBuilder } from 'kysely';
import type { Instant } from '../outage/types/person.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export type SqlDialect = {
  readonly db: Database;
  /** The clock as an expression, read once in a statement. */
  now(): RawBuilder<number>;
  /** The clock at this moment, read in the connection (or transaction) that is given. */
  readNow(db: Database): Promise<Instant>;
  /** The largest of the values that stand in the parentheses behind it. */
  readonly greatest: RawBuilder<unknown>;
  /** Ends a select whose rows are claimed: passes over rows that another worker is claiming at this moment. */
  claiming(alias: string): RawBuilder<unknown>;
  /** In a transaction: nobody else writes to the table until its end. */
  alone(table: string): RawBuilder<unknown>;
  /** What was deleted is not to be found in the database's files either, as far as we can see to it. */
  erase(): Promise<void>;
  /** The type of a column that counts itself up. */
  readonly countingUp: 'integer' | 'bigserial';
};
