/** What is long over has an end: the sweep of empty lanes asks for the deliveries of a lane, and ended outages keep few deliveries. */
import { type Kysely, sql } from 'kysely';

export async function lanes(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('delivery_of_lane').on('delivery').column('lane').execute();
  // Of outages whose personal data was removed before this version; see removePersonal.
  await sql`delete from delivery where state <> 'waiting' and not (kind = 'opening' and place in ('desk', 'queue')) and outage_id in (
    select id from outage where ended_at is null and state in ('closed', 'withdrawn', 'transferred', 'merged'))`.execute(db);
}
