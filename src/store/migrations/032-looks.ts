/** How far each person has read each outage. */
import { sql } from 'kysely';

export const looks = [
  sql`create table look (
    person_id text not null,
    outage_id text not null,
    version integer not null,
    seen_at bigint not null,
    constraint look_key primary key (person_id, outage_id)
  )`,
  sql`create index look_of_outage on look (outage_id)`,
  sql`create index look_by_age on look (seen_at)`,
];
