/** SQLite's part of the SQL that differs between the databases, and Kysely's dialect for `node:sqlite`. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  type LimitNode,
  type RawBuilder,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
  ValueNode,
} from 'kysely';
import type { Row, SqlDialect } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import { GroupCommitDriver } from './group-commit.ts';

/** `now`: the clock that decides what is due, in ms since the epoch. `isGrouped`: what is written close together is committed together. */
export function sqliteDialect(database: DatabaseSync, now: () => number, { isGrouped = false } = {}): SqlDialect {
  // Deleted content is overwritten.
  database.exec('pragma secure_delete = on');
  // What undoes a part of a group would be in a file of the system's temporary folder, where personal data would stay.
  if (isGrouped) database.exec('pragma temp_store = memory');
  const db = new Kysely<Tables>({ dialect: isGrouped ? groupedDialect(database) : nodeSqliteDialect(database) });
  return {
    db,
    now: () => sql<number>`${now()}`,
    clock: now,
    readNow: async () => now(),
    greatest: sql`max`,
    least: sql`min`,
    claiming: () => sql``,
    locking: () => sql``,
    async together(connection, writes) {
      const sums: number[] = [];
      for (const write of writes) sums.push((await write.execute(connection)).rows.reduce((sum, { n }) => sum + n, 0));
      return sums;
    },
    rows(rows, alias) {
      const columns = Object.keys(rows[0] ?? {}).map((column) => sql`value ->> ${sql.lit(column)} as ${sql.id(column)}`);
      return sql`(select ${sql.join(columns)} from json_each(${JSON.stringify(rows)})) as ${sql.id(alias)}`;
    },
    following: <Found extends Row>(read: RawBuilder<Found>, columns: readonly string[], writes: readonly RawBuilder<unknown>[]) =>
      db.transaction().execute(async (transaction) => {
        const { rows: found } = await read.execute(transaction);
        const rows = found.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
        const values = rows.length > 0 ? sql`values ${sql.join(rows)}` : sql`select ${sql.join(columns.map(() => null))} where false`;
        const known = sql`with found (${sql.join(columns.map((column) => sql.id(column)))}) as (${values})`;
        for (const write of writes) await sql`${known} ${write}`.execute(transaction);
        return found;
      }),
    // There is only one transaction at a time.
    alone: () => sql`select 1`,
    // The write-ahead log still holds what was deleted.
    erase: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
    async growBy(bytes) {
      // SQLite does not write again what is there already.
      const value = randomBytes(bytes / 2).toString('hex');
      const row = { key: 'probe', value, expires_at: 0 };
      await db
        .insertInto('cache')
        .values(row)
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
    countingUp: 'integer',
  };
}

/** Kysely gives the connection to one caller at a time, for a whole transaction too. */
export const nodeSqliteDialect = (database: DatabaseSync): Dialect => ({
  createDriver: () => new ImmediateDriver(database),
  createAdapter: () => new TransactionalAdapter(),
  createQueryCompiler: () => new LiteralLimits(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

/** Gives everybody a connection; transactions wait for each other in the driver. */
const groupedDialect = (database: DatabaseSync): Dialect => ({
  ...nodeSqliteDialect(database),
  createDriver: () => new GroupCommitDriver(database, inShapeOfBetterSqlite(database)),
  createAdapter: () => new SharedAdapter(),
});

/**
 * SQLite uses the value of `limit ?` when it plans a statement, so it plans it again for each run, which takes ten times as
 * long as the run. With a literal number it plans once. In raw SQL write `limit ${sql.lit(limit)}`.
 */
class LiteralLimits extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    this.append('limit ');
    if (ValueNode.is(node.limit)) this.appendImmediateValue(node.limit.value);
    else this.visitNode(node.limit);
  }
}

/** `begin immediate` takes the write lock at once; a plain `begin` fails at its first write when another connection wrote since the first read. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: inShapeOfBetterSqlite(database) });
    this.#database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // When the disk is full, SQLite has rolled back by itself. A second rollback would fail and hide the cause.
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite's schema changes are transactional, but Kysely does not use that: a crash would leave half a migration. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SharedAdapter extends TransactionalAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

const MAX_STATEMENTS = 200;

/** The interface that Kysely expects. Statements stay prepared, because the same few dozen run again and again. */
function inShapeOfBetterSqlite(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const [oldest] = prepared.size >= MAX_STATEMENTS ? prepared.keys() : [];
      if (oldest !== undefined) prepared.delete(oldest);
      const statement = prepare(database, sql);
      prepared.set(sql, statement);
      return statement;
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
