/** An outage may end in more ways than one: open is what somebody still waits for. */
import { type Kysely, sql } from 'kysely';

export async function openOutages(db: Kysely<unknown>): Promise<void> {
  await sql`drop index outage_open`.execute(db);
  await sql`create index outage_open on outage (id) where state in ('reported', 'acknowledged')`.execute(db);
}
