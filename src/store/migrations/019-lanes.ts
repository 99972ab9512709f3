/** What is long over has an end: the sweep of empty lanes asks for the deliveries of a lane, and ended outages keep few deliveries. */
import { type Kysely, sql } from 'kysely';

/** PostgreSQL ends a statement that takes too long. */
const AT_ONCE = 20_000;

export async function lanes(db: Kysely<unknown>): Promise<void> {
  await sql`create index delivery_of_lane on delivery (lane)`.execute(db);
  // Of outages whose personal data was removed before this version, so that a token names the reporter; see removePersonal.
  const ended = sql`select id from outage where ended_at is null and reporter_id like '~%'`;
  for (let gone = AT_ONCE; gone === AT_ONCE; ) {
    const { numAffectedRows } = await sql`delete from delivery where position in (
      select position from delivery where state <> 'waiting' and not (kind = 'opening' and place in ('desk', 'queue'))
      and outage_id in (${ended}) limit ${sql.lit(AT_ONCE)})`.execute(db);
    gone = Number(numAffectedRows);
  }
}
