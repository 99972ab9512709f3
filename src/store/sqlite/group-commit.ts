/**
 * Kysely's driver for the file of a bot. What is written close together is committed together, because each commit waits for the
 * disk and holds up the whole process meanwhile: transactions and single writes of one round of the event loop are parts of one
 * transaction of SQLite, a group. Nobody hears of anything that was read or written in a group before the group is on the disk.
 */
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers';
import { type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, type SqliteDatabase, SqliteDriver } from 'kysely';

/** What cannot be in a transaction, or means something else there. */
const ALONE = /^\s*(?:pragma|vacuum|attach|detach)\b/i;
const READS = /^\s*select\b/i;

type Group = PromiseWithResolvers<void> & { isDue: boolean };

export class GroupCommitDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #plain: SqliteDriver;
  #connection: DatabaseConnection | null = null;
  #group: Group | null = null;
  /** Whoever waits for the end of a transaction that is running, in their order. */
  readonly #waiting: (() => void)[] = [];
  #isLocked = false;

  constructor(database: DatabaseSync, statements: SqliteDatabase) {
    this.#database = database;
    this.#plain = new SqliteDriver({ database: statements });
  }

  async init(): Promise<void> {
    await this.#plain.init();
    this.#connection = await this.#plain.acquireConnection();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new GroupedConnection(this);
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#lock();
    try {
      this.#open();
      this.#database.exec('savepoint part');
    } catch (error) {
      this.#unlock();
      throw error;
    }
    (connection as GroupedConnection).isInTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    this.#database.exec('release part');
    (connection as GroupedConnection).isInTransaction = false;
    const committed = this.#group?.promise;
    this.#unlock();
    await committed;
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const one = connection as GroupedConnection;
    // Its group could not be committed: it is over.
    if (!one.isInTransaction) return;
    one.isInTransaction = false;
    const committed = this.#group?.promise;
    // There is none left where SQLite has rolled back by itself.
    if (this.#database.isTransaction) this.#database.exec('rollback to part; release part');
    this.#unlock();
    // What it has read, and was refused for, may be of others in the group.
    await committed?.catch(() => {});
  }

  /** A statement of whoever has the lock. */
  async run<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!this.#connection) throw new Error('the driver was not initialised');
    try {
      return await this.#connection.executeQuery<Row>(query);
    } catch (error) {
      // When the disk is full, SQLite rolls back all of the group by itself.
      if (this.#group && !this.#database.isTransaction) this.#end(error);
      throw error;
    }
  }

  /** A statement outside of a transaction. */
  async runAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await this.#lock();
    let committed: Promise<void> | undefined;
    try {
      if (ALONE.test(query.sql)) this.#commit();
      else if (this.#group || !READS.test(query.sql)) committed = this.#open();
      return await this.run<Row>(query);
    } finally {
      this.#unlock();
      await committed;
    }
  }

  async destroy(): Promise<void> {
    await this.#lock();
    this.#commit();
    this.#unlock();
    await this.#plain.destroy();
  }

  /** Gives what is done when the group is on the disk. Takes the write lock at once: see ImmediateDriver. */
  #open(): Promise<void> {
    if (this.#group) return this.#group.promise;
    this.#database.exec('begin immediate');
    const group: Group = { ...Promise.withResolvers<void>(), isDue: false };
    group.promise.catch(() => {});
    this.#group = group;
    setImmediate(() => {
      group.isDue = true;
      if (this.#group === group && !this.#isLocked) this.#commit();
    });
    return group.promise;
  }

  #commit(): void {
    if (!this.#group) return;
    try {
      this.#database.exec('commit');
      this.#end(null);
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      this.#end(error);
    }
  }

  /** `error`: why nothing of it was stored. */
  #end(error: unknown): void {
    const group = this.#group;
    this.#group = null;
    if (error === null) group?.resolve();
    else group?.reject(error);
  }

  async #lock(): Promise<void> {
    if (!this.#isLocked) {
      this.#isLocked = true;
      return;
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #unlock(): void {
    if (this.#group?.isDue) this.#commit();
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isLocked = false;
  }
}

class GroupedConnection implements DatabaseConnection {
  readonly #driver: GroupCommitDriver;
  isInTransaction = false;

  constructor(driver: GroupCommitDriver) {
    this.#driver = driver;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return await (this.isInTransaction ? this.#driver.run<Row>(query) : this.#driver.runAlone<Row>(query));
  }

  // biome-ignore lint/correctness/useYield: no bot reads a stream, tools do.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('A bot reads no stream.');
  }
}
