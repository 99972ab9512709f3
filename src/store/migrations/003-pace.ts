/** What was sent when, so that all bots together keep Teams' limits. */
import { type Kysely, sql } from 'kysely';

/** A slot is written over after 2,048 sends: what a scope holds never grows, and more than any limit looks back to. */
export async function pace(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pace')
    .addColumn('scope', 'text', (column) => column.primaryKey())
    .addColumn('sent', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pace_slot')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('slot', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pace_slot_key', ['scope', 'slot'])
    .execute();
  for (const column of ['paced_until', 'paced_priority']) {
    await db.schema
      .alterTable('lane')
      .addColumn(column, 'bigint', (of) => of.notNull().defaultTo(sql`0`))
      .execute();
  }
}
