/** Whose outages somebody may ask for: who owns one stands beside who reported it. */
import { type Kysely, sql } from 'kysely';

export async function owners(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outage add column owner_id text`.execute(db);
  // Until now the only way to own one was to acknowledge it.
  const { rows } = await sql<{ outage_id: string; data: string }>`
    select outage_id, data from outage_event where type = 'acknowledged' order by seq`.execute(db);
  for (const { outage_id, data } of rows) {
    const { by } = JSON.parse(data) as { by: { id: string } };
    await sql`update outage set owner_id = ${by.id} where id = ${outage_id}`.execute(db);
  }
  await sql`create index outage_of_reporter on outage (reporter_id)`.execute(db);
  await sql`create index outage_of_owner on outage (owner_id)`.execute(db);
}
