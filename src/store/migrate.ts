/** Brings the tables up to date. Several bots may do it at once: on PostgreSQL the migrator holds an advisory lock. */
import { type RawBuilder, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Log } from '../engine/ports/log.ts';
import type { Database, SqlDialect } from './dialect.ts';
import { owners } from './migrations/009-owners.ts';
import { personalData } from './migrations/015-personal-data.ts';
import { lanes } from './migrations/019-lanes.ts';
import { onCall } from './migrations/026-on-call.ts';
import { maintenance } from './migrations/027-maintenance.ts';
import { follows } from './migrations/031-follows.ts';
import { looks } from './migrations/032-looks.ts';
import { numbers } from './migrations/033-numbers.ts';
import { statements } from './migrations/statements.ts';
import { FORMAT } from './tables.ts';

export const migrations = ({ countingUp }: Pick<SqlDialect, 'countingUp'>): Record<string, Migration> => ({
  ...Object.fromEntries(Object.entries(statements(countingUp)).map(([name, all]) => [name, migrationOf(all)])),
  '009-owners': { up: owners },
  '015-personal-data': { up: personalData },
  '019-lanes': { up: lanes },
  '026-on-call': migrationOf(onCall),
  '027-maintenance': { up: maintenance },
  '031-follows': migrationOf(follows),
  '032-looks': migrationOf(looks),
  '033-numbers': migrationOf(numbers),
});

const migrationOf = (all: readonly RawBuilder<unknown>[]): Migration => ({
  async up(db) {
    for (const statement of all) await statement.execute(db);
  },
});

/** The names of all migrations, as a store records them. */
export const MIGRATIONS: readonly string[] = Object.keys(migrations({ countingUp: 'integer' }));

/** Those of these migrations that this version does not know: a newer one made the store. */
export const unknownMigrations = (names: readonly string[]): readonly string[] => names.filter((name) => !MIGRATIONS.includes(name));

/**
 * Runs all migrations that have not run yet, or none. The next release may have run its own: they only add, so this version works beside
 * them, and its bots can take the place of newer ones. Throws when a later release was here, the database can't be reached, or a
 * migration fails; may be repeated.
 */
export async function migrate(dialect: SqlDialect, log?: Log): Promise<void> {
  const { db } = dialect;
  // Where the database cannot be asked, what is asked next says why.
  const ran: readonly string[] = await namesOfMigrations(db).catch(() => []);
  const newer = unknownMigrations(ran);
  const format = ran.length > 0 ? await formatOf(db) : null;
  // A release may write events that this one cannot read, and need no table for them.
  if (format === null ? newer.length > 0 : format > FORMAT + 1)
    throw new Error(
      `a newer version of the bot made the store (${newer.join(', ') || `0.${format}`}). Start that version or the one before it, or restore a backup of before the upgrade (npx outage-desk restore, of that version)`,
    );
  // The migrator would read all tables to find that nothing is to be done.
  if (format !== null && format >= FORMAT && MIGRATIONS.every((name) => ran.includes(name))) return;
  const theirs = Object.fromEntries(newer.map((name): [string, Migration] => [name, { async up() {} }]));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations(dialect), ...theirs }) } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw isForbidden(error) ? new Error(NOT_THE_OWNER, { cause: error }) : error;
  await sql`insert into counter (name, value) values ('format', ${FORMAT})
    on conflict (name) do update set value = excluded.value where counter.value < excluded.value`.execute(db);
  const done = results.map(({ migrationName }) => migrationName);
  if (done.length > 0) log?.info({ migrations: done }, 'the tables are up to date');
}

/** The names of the migrations that ran here. Throws where there is no table of them, and where the database cannot be asked. */
export async function namesOfMigrations(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** null: no bot that writes it was here. */
async function formatOf(db: Database): Promise<number | null> {
  const newest = await db.selectFrom('counter').select('value').where('name', '=', 'format').executeTakeFirst();
  return newest?.value ?? null;
}

const NOT_THE_OWNER =
  'the role of DATABASE_URL may not make or change tables. Run npx outage-desk migrate --grant-to ROLE with the DATABASE_URL of the role that owns them';

/** PostgreSQL's insufficient_privilege. */
const isForbidden = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '42501';
