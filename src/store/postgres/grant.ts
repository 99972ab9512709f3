/** Two roles on PostgreSQL: one that owns the tables and moves them, and one that the bots use, which owns nothing. */
import { sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import type { Database } from '../dialect.ts';
import { TABLES } from '../tables.ts';

/** The record is written to and read; what was written stays as it was, whoever has the bot's password. */
const WRITTEN_ONCE: readonly string[] = ['outage_event', 'refusal'];
/** Its rows go when their time is over. */
const EXPIRING: readonly string[] = ['refusal'];
const READ: readonly string[] = [DEFAULT_MIGRATION_TABLE, DEFAULT_MIGRATION_LOCK_TABLE];

/** Gives a role what a bot needs, and takes away what it has beyond that. The role has to be there. May be repeated. */
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
