/** What is being tried again is looked up for everything that waits behind it: an index of its own, nearly always empty. */
import { type Kysely, sql } from 'kysely';

export async function triedDeliveries(db: Kysely<unknown>): Promise<void> {
  await sql`create index delivery_tried on delivery (outage_id, lane) where done_at is null and attempts > 0`.execute(db);
  await sql`drop index delivery_waiting_of_outage`.execute(db);
}
