/** A store on a disk that a test can fill: SQLite itself refuses to grow the file, as it does when the disk is full. */
import { DatabaseSync } from 'node:sqlite';
import { sqliteDialect } from '../../../src/store/sqlite/dialect.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { silentLog } from '../log/silent-log.ts';

export type SmallDisk = { readonly store: Store; fill(): void; makeRoom(): void };

/** `file` must be one that `openSqlite` would open; the settings are the same. */
export async function openOnSmallDisk(file: string, now: () => number): Promise<SmallDisk> {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const dialect = sqliteDialect(database, now, { isGrouped: true });
  const store = createStore(dialect, { label: 'the store', log: silentLog(), close: () => dialect.db.destroy() });
  await store.ready();
  const limit = (pages: number) => database.exec(`pragma max_page_count = ${pages}`);
  // Rows at the end of a table of their own take one free page after the other; in the others a row may need two at once.
  database.exec('create table if not exists junk (value blob)');
  const put = database.prepare('insert into junk values (zeroblob(?))');
  return {
    store,
    fill() {
      // Never below the present size; what is free inside of the file is filled up, to the last small row.
      limit(1);
      for (const bytes of [5_000, 3_000, 300, 30, 1]) while (fits(() => put.run(bytes)));
    },
    makeRoom: () => limit(1_000_000),
  };
}

/** https://sqlite.org/rescode.html#full */
const FULL = 13;

function fits(write: () => unknown): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === FULL) return false;
    throw error;
  }
}
