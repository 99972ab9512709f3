/** Reports whose thread at the desk is late, and reports that were not sent yet. */
import { type Kysely, sql } from 'kysely';

export async function receiptsAndDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('outage')
    .addColumn('desk_unreached', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`create index outage_unreached on outage (id) where desk_unreached = 1`.execute(db);
  await sql`create index delivery_no_thread on delivery (created_at) where kind = 'opening' and place = 'desk' and state in ('waiting', 'failed')`.execute(
    db,
  );
  await db.schema
    .createTable('draft')
    .addColumn('nonce', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('touched_at', 'bigint', (column) => column.notNull())
    .addColumn('nudge', 'integer', (column) => column.notNull())
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('draft_of_person').on('draft').columns(['person_id', 'touched_at']).execute();
  await db.schema.createIndex('draft_by_age').on('draft').column('touched_at').execute();
  await sql`create index draft_nudge on draft (touched_at) where nudge = 1`.execute(db);
  // Until now they were kept in the cache, with all that was entered.
  await sql`delete from cache where key like 'outage-desk:draft:%' or key like 'outage-desk:draft-of:%'`.execute(db);
}
