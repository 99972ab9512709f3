/** What administrators chose in Teams, and the rooms where nothing arrives. */
import type { Kysely } from 'kysely';

export async function rooms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('room')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('team_id', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('used_as', 'text')
    .addColumn('projects', 'text')
    .addColumn('turn', 'bigint', (column) => column.notNull())
    .addColumn('lost', 'text')
    .addColumn('told', 'text')
    .execute();
}
