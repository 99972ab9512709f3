/** From which client each step came, and what was refused to whom. */
import type { Kysely } from 'kysely';
import type { SqlDialect } from '../dialect.ts';

export async function audit(db: Kysely<unknown>, { countingUp }: Pick<SqlDialect, 'countingUp'>): Promise<void> {
  await db.schema.alterTable('outage_event').addColumn('client', 'text').execute();
  await db.schema
    .createTable('refusal')
    .addColumn('position', countingUp, (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('outage_id', 'text')
    .addColumn('asked', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('refusal_of_outage').on('refusal').columns(['outage_id', 'at']).execute();
  await db.schema.createIndex('refusal_by_age').on('refusal').columns(['at', 'position']).execute();
  await db.schema.createIndex('outage_event_by_age').on('outage_event').columns(['at', 'outage_id', 'seq']).execute();
}
