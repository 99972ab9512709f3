/**
 * Moves a store from the file of SQLite into an empty PostgreSQL: every row of every table, in one transaction, so that a move that is
 * broken off leaves nothing there and can be run again. The file is only read. No bot may run on either of them meanwhile.
 */
import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Database, SqlDialect } from '../dialect.ts';
import { refuseInUse } from '../postgres/backup.ts';
import { prepareDatabase, withoutPassword } from '../postgres/open.ts';
import { lockStopped, storeAt } from '../sqlite/backup.ts';
import { endLeases } from '../sqlite/open.ts';
import { TABLES } from '../tables.ts';
import { BackupError } from './backup.ts';
import { BATCH, openAnyVersion, type Report, refuseOtherVersion } from './open.ts';
import { countOf } from './records.ts';
import { type Verified, verify } from './verify.ts';

export type Moved = {
  readonly file: string;
  /** The name of the PostgreSQL for people. */
  readonly place: string;
  readonly rows: number;
  /** Of the record as it is in PostgreSQL. What is wrong with it was wrong in the file, too. */
  readonly verified: Verified;
};

/** What both databases have; bytes are as PostgreSQL writes them. */
type Row = Readonly<Record<string, string | number | null>>;
/** A table by its name, whichever it is. */
type Tables = Kysely<Record<string, Readonly<Record<string, string | number | null | Uint8Array>>>>;

/** Others refer to outages. */
const IN_ORDER: readonly string[] = ['outage', ...TABLES.filter((table) => table !== 'outage')];
/** Tables whose `position` counts up by itself. */
const COUNTING_UP = ['delivery', 'refusal'] as const;
/** A part of a file has up to 256 KB. */
const FEW = 8;

/**
 * Throws BackupError while a bot runs on one of them, when the file is damaged, or when the PostgreSQL is not empty; Error when another
 * version made the file. `report`: hears of each row that is copied and compared, and of each outage that is verified then.
 */
export async function moveToPostgres(options: { readonly file: string; readonly url: string; readonly report?: Report }): Promise<Moved> {
  const { url, report = () => {} } = options;
  const file = storeAt(options.file);
  const unlock = lockStopped(file);
  try {
    await using source = openAnyVersion({ url: '', file, readOnly: true });
    await refuseDamaged(source.dialect, file);
    await refuseOtherVersion(source.dialect);
    await refuseInUse(url, true);
    await prepareDatabase(url, null);
    await using target = openAnyVersion({ url, file });
    await refuseOtherVersion(target.dialect);
    const moved = await source.dialect.db.connection().execute(async (from) => {
      // One moment of the file: a tool may write to it.
      await sql`begin`.execute(from);
      return await target.dialect.db.transaction().execute((to) => moveAll({ ...source.dialect, db: from }, to, report));
    });
    return { file, place: `PostgreSQL at ${withoutPassword(url)}`, ...moved };
  } finally {
    unlock();
  }
}

async function refuseDamaged({ db }: SqlDialect, file: string): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
  if (rows[0]?.quick_check !== 'ok')
    throw new BackupError(`${file} is damaged. Restore the last backup (npx outage-desk restore), and move that`);
}

async function moveAll(source: SqlDialect, to: Database, report: Report) {
  // A bot that starts meanwhile waits at its first look, and then finds all of it.
  await sql`lock table ${sql.join(TABLES.map((table) => sql.table(table)))} in access exclusive mode`.execute(to);
  await refuseFilled(to);
  await to.deleteFrom('counter').execute();
  const counts: number[] = [];
  for (const table of IN_ORDER) counts.push(await countOf(keptRows(source, table).select(({ fn }) => fn.countAll().as('count'))));
  const [outages = 0] = counts;
  const all = outages + counts.reduce((sum, count) => sum + count, 0);
  let half = 0;
  // Each row counts half when it is copied, and half when it is read back.
  const onRows = (count: number) => {
    half += count;
    report(Math.floor(half / 2), all);
  };
  let rows = 0;
  for (const table of IN_ORDER) rows += await moveTable(source, to, table, onRows);
  for (const table of COUNTING_UP) await countOn(source.db, to, table);
  await endLeases(to);
  const verified = await verify(to, Number.MAX_SAFE_INTEGER, (done) => report(rows + done, all));
  return { rows, verified };
}

/** All tables are empty at the first start, but for the one that gives numbers. */
async function refuseFilled(to: Database): Promise<void> {
  const looks = TABLES.filter((table) => table !== 'counter').map(
    (table) => sql`select cast(${table} as text) as name where exists (select 1 from ${sql.table(table)})`,
  );
  const { rows } = await sql<{ name: string }>`${sql.join(looks, sql` union all `)}`.execute(to);
  if (rows.length === 0) return;
  throw new BackupError(
    `the database holds a store (rows in ${rows.map(({ name }) => name).join(', ')}). Set DATABASE_URL to an empty database: createdb NAME`,
  );
}

/** Copies a table, reads all of it back, and compares. Returns the number of its rows. */
async function moveTable(source: SqlDialect, to: Database, table: string, onRows: (count: number) => void): Promise<number> {
  const atOnce = table === 'file_part' ? FEW : BATCH;
  const [read, stored] = [createSum(), createSum()];
  let columns: readonly string[] = [];
  for await (const rows of rowsOf(source, table, atOnce)) {
    columns = Object.keys(rows[0] ?? {});
    read.add(rows);
    await insert(to, table, columns, rows);
    onRows(rows.length);
  }
  if (columns.length === 0) return 0;
  for await (const rows of readBack(to, table, columns, atOnce)) {
    stored.add(rows);
    onRows(rows.length);
  }
  if (read.text() === stored.text()) return read.count();
  throw new BackupError(`the rows of ${table} did not arrive as they are: ${read.count()} were read, ${stored.count()} are there`);
}

/** What is over in the cache stays behind, which is also where the file's own probe is. */
function keptRows({ db, now }: SqlDialect, table: string) {
  const all = (db as unknown as Tables).selectFrom(table);
  return table === 'cache' ? all.where(sql<boolean>`expires_at is null or expires_at > ${now()}`) : all;
}

async function* rowsOf(source: SqlDialect, table: string, atOnce: number): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  for await (const row of keptRows(source, table).selectAll().stream()) {
    rows.push(plain(row));
    if (rows.length < atOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** PostgreSQL finds the type of each column in the table. */
async function insert(to: Database, table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = sql`json_populate_recordset(cast(null as ${sql.table(table)}), cast(${JSON.stringify(rows)} as json))`;
  await sql`insert into ${sql.table(table)} (${names}) select ${names} from ${values}`.execute(to);
}

async function* readBack(to: Database, table: string, columns: readonly string[], atOnce: number): AsyncGenerator<readonly Row[]> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare moved no scroll cursor for select ${names} from ${sql.table(table)}`.execute(to);
  for (;;) {
    const { rows } = await (atOnce === FEW ? sql<Row>`fetch 8 from moved` : sql<Row>`fetch 500 from moved`).execute(to);
    if (rows.length === 0) break;
    yield rows.map(plain);
  }
  await sql`close moved`.execute(to);
}

/** Text of PostgreSQL holds no null character, and no text of ours needs one. Bots up to 0.12 stored some times with a fraction of a ms. */
function plain(row: Readonly<Record<string, string | number | null | Uint8Array>>): Row {
  const values = Object.entries(row).map(([column, value]): [string, string | number | null] => {
    if (typeof value === 'string') return [column, value.replaceAll('\0', '')];
    if (typeof value === 'number') return [column, Math.ceil(value)];
    return [column, value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value];
  });
  return Object.fromEntries(values);
}

/** Of rows in any order, because the databases order texts in different ways. */
function createSum() {
  let count = 0;
  let sum = 0n;
  return {
    add(rows: readonly Row[]) {
      for (const row of rows) sum += BigInt(`0x${hash('sha256', JSON.stringify(Object.values(row)))}`);
      count += rows.length;
    },
    count: () => count,
    text: () => `${count} ${sum}`,
  };
}

/** Also after rows that were deleted. */
async function countOn(from: Database, to: Database, table: (typeof COUNTING_UP)[number]): Promise<void> {
  const { rows } = await sql<{ last: number | null }>`select max(last) as last from (
    select max(position) as last from ${sql.table(table)} union all select seq from sqlite_sequence where name = ${table}
  ) as known`.execute(from);
  const next = (rows[0]?.last ?? 0) + 1;
  await sql`select setval(pg_get_serial_sequence(${table}, 'position'), cast(${next} as bigint), false)`.execute(to);
}
