/** An outage may end in more ways than one: open is what somebody still waits for. */
import { type Kysely, sql } from 'kysely';

export async function openOutages(db: Kysely<unknown>): Promise<void> {
  await sql`drop index outage_open`.execute(db);
  await db.schema.createIndex('outage_in_state').on('outage').column('state').execute();
}
