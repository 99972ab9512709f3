/** The embedded home of the store: one file, one bot, nothing to install. */
import { DatabaseSync } from 'node:sqlite';
import type { Log } from '../../engine/ports/log.ts';
import type { Database } from '../dialect.ts';
import { createStore, type Store } from '../store.ts';
import { sqliteDialect } from './dialect.ts';
import { createPrivately, lock } from './file.ts';

/** Only a tool that writes can make us wait, and a wait holds up the whole process: long enough for a commit, no more. */
const BUSY_TIMEOUT_MS = 500;

/**
 * Opens the store in a file, which is made with its folder when missing; `:memory:` is a store that nobody shares and
 * that ends with the process. `now` (ms since the epoch) is the clock that decides what is due; without it, the machine's.
 * Throws StoreInUseError when another bot has the file, StoreUnavailableError when it can't be written.
 */
export async function openSqlite(options: { file: string; now?: () => number; log: Log }): Promise<Store> {
  const { file, now = Date.now, log } = options;
  const embedded = file === ':memory:' ? openInMemory() : openFile(file);
  const dialect = sqliteDialect(embedded.database, now);
  const { db } = dialect;
  const store = createStore(dialect, { label: `the store ${embedded.file}`, log, close });
  try {
    await store.ready();
    await endLeases(db);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;

  async function close() {
    // Its turn comes when the transaction that is under way has ended.
    await db.connection().execute(async () => {});
    await db.destroy();
    embedded.close();
  }
}

/** One bot has this store, so whoever held a lease in it is gone; what it held need not wait for the lease to end. */
async function endLeases(db: Database): Promise<void> {
  await db.updateTable('lane').set({ lease_until: 0 }).where('lease_until', '>', 0).execute();
  await db.updateTable('deadline').set({ lease_until: 0 }).where('lease_until', '>', 0).execute();
}

type Embedded = { file: string; database: DatabaseSync; close: () => void };

function openInMemory(): Embedded {
  const database = new DatabaseSync(':memory:');
  return { file: ':memory:', database, close: () => {} };
}

function openFile(name: string): Embedded {
  const file = createPrivately(name);
  const unlock = lock(file);
  try {
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    // FULL, because in WAL mode anything less may forget, after a power cut, what was already answered.
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    return { file, database, close: unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}
