/** Two roles on PostgreSQL: one that owns the tables and migrates them, and one that the bots use, which owns nothing. */
import { sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import type { Database } from '../dialect.ts';
import { TABLES } from '../tables.ts';

/** These tables are only inserted into and read: even with the bot's password the record can't be changed. */
const WRITTEN_ONCE: readonly string[] = ['outage_event', 'refusal'];
/** Rows of these are deleted when their time is over. */
const EXPIRING: readonly string[] = ['refusal'];
const READ: readonly string[] = [DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE];

/** Gives a role the rights that a bot needs, and revokes all others. The role must exist. May be repeated. */
export async function grantTo(db: Database, role: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const run = async (what: ReturnType<typeof sql>) => void (await what.execute(transaction));
    const to = sql.id(role);
    for (const table of [...TABLES, ...READ]) {
      await run(sql`revoke all on ${sql.table(table)} from ${to}`);
      await run(sql`grant select on ${sql.table(table)} to ${to}`);
      if (READ.includes(table)) continue;
      await run(sql`grant insert on ${sql.table(table)} to ${to}`);
      if (!WRITTEN_ONCE.includes(table)) await run(sql`grant update, delete on ${sql.table(table)} to ${to}`);
      if (EXPIRING.includes(table)) await run(sql`grant delete on ${sql.table(table)} to ${to}`);
    }
    await run(sql`grant usage, select on all sequences in schema public to ${to}`);
  });
}
