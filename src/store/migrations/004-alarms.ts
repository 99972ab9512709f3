/** What the watcher keeps and looks for: who told the desk of which trouble, and which messages were set aside untold. */
import { type Kysely, sql } from 'kysely';

export async function alarms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('alarm')
    .addColumn('kind', 'text', (column) => column.primaryKey())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('told_at', 'bigint')
    .addColumn('held_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('fence', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`alter table delivery add column set_aside_told integer not null default 0`.execute(db);
  // What failed before there was a watcher is no news.
  await sql`update delivery set set_aside_told = 1 where state = 'failed'`.execute(db);
  await sql`create index delivery_set_aside on delivery (position) where state = 'failed' and set_aside_told = 0`.execute(db);
  await sql`create index outage_open on outage (id) where state <> 'resolved'`.execute(db);
}
