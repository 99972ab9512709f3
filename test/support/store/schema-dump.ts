/** The tables of a version as SQL: what the migrations of that version make, and which of them have run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { NOWHERE } from '../log/silent-log.ts';

/** A dump of the store that today's code makes. The times at which migrations ran are left out. */
export async function dumpOfToday(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-schema-'));
  try {
    const file = path.join(folder, 'store.sqlite');
    await (await openSqlite({ file, log: NOWHERE })).close();
    return dumpOf(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function dumpOf(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const made = database
      .prepare(`select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by type desc, name`)
      .all();
    const ran = database.prepare('select name from kysely_migration order by name').all();
    return [
      ...made.map(({ sql }) => `${sql};`),
      `insert into kysely_migration_lock (id, is_locked) values ('migration_lock', 0);`,
      ...ran.map(({ name }) => `insert into kysely_migration (name, timestamp) values ('${name}', '2026-11-28T00:00:00.000Z');`),
      '',
    ].join('\n');
  } finally {
    database.close();
  }
}
