/** The tables of each version, kept as SQL: today's code has to go on from all of them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { dumpOfToday } from '../../support/store/schema-dump.ts';

const root = path.join(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
const kept = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.sql'));

test('the tables of this version are kept', async () => {
  expect(kept).toContain(`${version}.sql`);
  expect(read(`test/store/schemas/${version}.sql`), 'raise the version, then npm run schema').toBe(await dumpOfToday());
});

describe.each(kept)('a store of %s', (name) => {
  test('is opened by today’s code, which makes the tables of today of it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-schema-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'store.sqlite');
    const database = new DatabaseSync(file);
    database.exec(read(`test/store/schemas/${name}`));
    database.close();
    const store = await openSqlite({ file, log: silentLog() });
    onTestFinished(() => store.close());
    expect(await store.outages.now()).toBeGreaterThan(0);
    const names = (database: DatabaseSync) =>
      database.prepare('select name from sqlite_master where name not like ? order by name').all('sqlite_%');
    const today = new DatabaseSync(':memory:');
    today.exec(await dumpOfToday());
    const migrated = new DatabaseSync(file, { readOnly: true });
    onTestFinished(() => migrated.close());
    expect(names(migrated)).toEqual(names(today));
  });
});
