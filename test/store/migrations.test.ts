/**
 * Expand, then contract: the version before works beside what a migration makes, and its bots can take the place of newer ones. So a
 * migration adds, and what it adds the version before need not fill. What nobody uses any more goes in a later release.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../src/store/migrate.ts';
import { nodeSqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { FORMAT } from '../../src/store/tables.ts';
import { testFolder } from '../support/bot/bot-process.ts';
import { silentLog } from '../support/log/silent-log.ts';

type Column = { readonly table: string; readonly name: string; readonly type: string; readonly needed: number; readonly preset: unknown };
const COLUMNS = `select m.name as "table", c.name, c.type, c."notnull" as needed, c.dflt_value as preset
  from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`;

/** What of these migrations, in their order, would be in the way of the version before each. */
async function inTheWay(all: Readonly<Record<string, Migration>>): Promise<readonly string[]> {
  const database = new DatabaseSync(':memory:');
  const db = new Kysely<unknown>({ dialect: nodeSqliteDialect(database) });
  const found: string[] = [];
  let before: ReadonlyMap<string, Column> = new Map();
  for (const [name, { up }] of Object.entries(all).sort(([one], [other]) => one.localeCompare(other))) {
    await up(db);
    const now = (database.prepare(COLUMNS).all() as unknown as Column[]).map((column): [string, Column] => [
      `${column.table}.${column.name}`,
      column,
    ]);
    const after = new Map(now);
    const tables = new Set([...before.values()].map(({ table }) => table));
    for (const [key, { type, needed }] of before) {
      const column = after.get(key);
      if (column?.type !== type || column.needed > needed) found.push(`${name}: ${key} is gone or has changed`);
    }
    for (const [key, { table, needed, preset }] of after)
      if (tables.has(table) && !before.has(key) && needed && preset === null) found.push(`${name}: ${key} has to be filled`);
    before = after;
  }
  await db.destroy();
  return found;
}

const changed = (...statements: readonly string[]): Migration => ({
  async up(db) {
    for (const text of statements) await sql.raw(text).execute(db);
  },
});

describe('a migration', () => {
  it('takes nothing away that the version before uses, and adds nothing that it would have to fill', async () => {
    expect(await inTheWay(migrations({ countingUp: 'integer' }))).toEqual([]);
  });

  it.each([
    ['a column that goes', 'alter table look drop column seen_at', '999: look.seen_at is gone or has changed'],
    ['a table that goes', 'drop table chosen', '999: chosen.person_id is gone or has changed'],
    ['a column with another name', 'alter table chosen rename column chosen to choice', '999: chosen.chosen is gone or has changed'],
  ])('%s is found', async (_what, statement, expected) => {
    const all = { ...migrations({ countingUp: 'integer' }), '999': changed('drop index if exists look_by_age', statement) };
    expect(await inTheWay(all)).toContain(expected);
  });

  it('that adds a column which must be filled is found', async () => {
    const all = {
      '001': changed('create table a (b text)'),
      '002': changed('create table c (d text not null)', 'drop table a', 'create table a (b text, e text not null)'),
    };
    expect(await inTheWay(all)).toEqual(['002: a.e has to be filled']);
  });
});

describe('the format of what is stored', () => {
  it('is that of the release: raise FORMAT when the changelog begins another one', () => {
    const changelog = readFileSync(path.join(import.meta.dirname, '../../.github/CHANGELOG.md'), 'utf8');
    expect(/^## 0\.(\d+)\./m.exec(changelog)?.[1]).toBe(String(FORMAT));
  });

  it('grows with the newest bot, and does not go back with an older one', async () => {
    const file = path.join(testFolder(), 'desk.sqlite');
    const formatIn = () => {
      const database = new DatabaseSync(file);
      onTestFinished(() => (database.isOpen ? database.close() : undefined));
      return { database, value: database.prepare("select value from counter where name = 'format'").get()?.value };
    };
    await (await openSqlite({ file, log: silentLog() })).close();
    const first = formatIn();
    expect(first.value).toBe(FORMAT);
    // The next release, with a table of its own.
    first.database.exec(`update counter set value = ${FORMAT + 1} where name = 'format'; create table more (a text)`);
    first.database.exec("insert into kysely_migration values ('999-more', '2999-01-01')");
    first.database.close();
    const store = await openSqlite({ file, log: silentLog() });
    await store.ready();
    await store.close();
    expect(formatIn().value).toBe(FORMAT + 1);
  });

  it.each([
    ['has a table of its own', "insert into kysely_migration values ('999-more', '2999-01-01')", '(999-more)'],
    ['has no table of its own, but events that nobody here can read', '', `(0.${FORMAT + 2})`],
  ])('stops a bot on a store of the release after the next, which %s', async (_what, more, named) => {
    const file = path.join(testFolder(), 'desk.sqlite');
    await (await openSqlite({ file, log: silentLog() })).close();
    const database = new DatabaseSync(file);
    database.exec(`update counter set value = ${FORMAT + 2} where name = 'format'; ${more}`);
    database.close();
    await expect(openSqlite({ file, log: silentLog() })).rejects.toThrow(`a newer version of the bot made the store ${named}`);
  });
});
