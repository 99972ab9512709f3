/** Who took a level of on-call by hand, or covers for somebody. */
import type { Kysely } from 'kysely';

export async function onCallOverrides(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('on_call_override')
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('from_at', 'bigint', (column) => column.notNull())
    .addColumn('until_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('on_call_override_key', ['person_id', 'target'])
    .execute();
}
