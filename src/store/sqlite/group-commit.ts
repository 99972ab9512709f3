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
/** Kysely's own way to a transaction is the only one. */
const CONTROLS = /^\s*(?:begin|commit|end|rollback|savepoint|release)\b/i;
/** A read that is not recognised costs a group, and waits for whoever writes; a write must never be taken for a read. */
const READS = /^\s*(?:select|values|explain)\b|^\s*with\b(?!.*\b(?:insert|update|delete|replace)\b)/is;

/** `isDue`: the round is over. `isKept`: there is something to commit; what was undone needs no disk. */
type Group = PromiseWithResolvers<void> & { isDue: boolean; isKept: boolean };

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
      this.#noticeLoss(error);
      this.#unlock();
      throw error;
    }
    (connection as GroupedConnection).isInTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const one = connection as GroupedConnection;
    this.#database.exec('release part');
    if (this.#group) this.#group.isKept = true;
    await this.#leave(one);
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const one = connection as GroupedConnection;
    // Its group could not be committed: it is over.
    if (!one.isInTransaction) return;
    try {
      // There is none left where SQLite has rolled back by itself.
      if (this.#group && this.#isOpen()) this.#database.exec('rollback to part; release part');
    } catch (error) {
      this.#giveUp(error);
    }
    // What it has read, and was refused for, may be of others in the group.
    await this.#leave(one);
  }

  /** From here on nothing more of a transaction may run, also while its group is not on the disk. */
  async #leave(one: GroupedConnection): Promise<void> {
    one.isInTransaction = false;
    one.isEnding = true;
    const committed = this.#group?.promise;
    this.#unlock();
    try {
      await committed;
    } finally {
      one.isEnding = false;
    }
  }

  /** Of a group that SQLite cannot go on with, nothing is stored. */
  #giveUp(error: unknown): void {
    try {
      if (this.#database.isTransaction) this.#database.exec('rollback');
    } catch {
      // Closed, or as good as that: the first error says why.
    }
    this.#end(error);
  }

  /** When the disk is full, SQLite rolls back all of the group by itself. */
  #noticeLoss(error: unknown): void {
    if (!this.#isOpen()) this.#end(error);
  }

  /** A statement of whoever has the lock. */
  async run<Row>(query: CompiledQuery, isInTransaction = false): Promise<QueryResult<Row>> {
    if (!this.#connection) throw new Error('the driver was not initialised');
    if (isInTransaction && !this.#group) throw new Error('SQLite has rolled back this transaction');
    try {
      return await this.#connection.executeQuery<Row>(query);
    } catch (error) {
      this.#noticeLoss(error);
      throw error;
    }
  }

  /** A statement outside of a transaction. */
  async runAlone<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await this.#lock();
    let committed: Promise<void> | undefined;
    try {
      if (CONTROLS.test(query.sql)) throw new Error("a statement begins or ends a transaction: use Kysely's");
      if (ALONE.test(query.sql)) this.#commit();
      else if (this.#group || !READS.test(query.sql)) committed = this.#open();
      const result = await this.run<Row>(query);
      if (this.#group) this.#group.isKept = true;
      return result;
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
    // What could not be rolled back.
    if (this.#database.isTransaction) this.#database.exec('rollback');
    this.#database.exec('begin immediate');
    const group: Group = { ...Promise.withResolvers<void>(), isDue: false, isKept: false };
    group.promise.catch(() => {});
    this.#group = group;
    setImmediate(() => {
      group.isDue = true;
      if (this.#group === group && !this.#isLocked) this.#commit();
    });
    return group.promise;
  }

  #isOpen(): boolean {
    return this.#database.isOpen && this.#database.isTransaction;
  }

  #commit(): void {
    if (!this.#group) return;
    try {
      this.#database.exec(this.#group.isKept ? 'commit' : 'rollback');
      this.#end(null);
    } catch (error) {
      this.#giveUp(error);
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
  isEnding = false;

  constructor(driver: GroupCommitDriver) {
    this.#driver = driver;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isEnding) throw new Error('the transaction is over');
    return await (this.isInTransaction ? this.#driver.run<Row>(query, true) : this.#driver.runAlone<Row>(query));
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('a bot reads no stream, tools do');
  }
}
