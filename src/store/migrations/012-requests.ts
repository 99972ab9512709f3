/** Requests have numbers of their own, by which they are found also when they have become outages; and threads in their queue. */
import { type Kysely, sql } from 'kysely';
import { REQUESTS_BEGIN } from '../../outage/types/outage.ts';

export async function requests(db: Kysely<unknown>): Promise<void> {
  await sql`insert into counter (name, value) values ('request', ${sql.lit(REQUESTS_BEGIN)})`.execute(db);
  await db.schema.alterTable('outage').addColumn('request_number', 'integer').execute();
  await sql`create unique index outage_of_request on outage (request_number) where request_number is not null`.execute(db);
  await sql`drop index delivery_thread`.execute(db);
  await sql`create index delivery_thread on delivery (conversation_id) where kind = 'opening' and place in ('desk', 'queue')`.execute(db);
}
