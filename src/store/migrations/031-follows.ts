/** Which projects people follow, what they and rooms chose to hear, and an index by which it is counted what a reader got in a day. */
import { sql } from 'kysely';

export const follows = [
  sql`create table follow (
    person_id text not null,
    project_id text not null,
    tenant text not null,
    name text not null,
    followed_at bigint not null,
    constraint follow_key primary key (person_id, project_id)
  )`,
  sql`create index follow_of_project on follow (project_id)`,
  sql`create table chosen (person_id text primary key, chosen text not null)`,
  sql`alter table room add column chosen text`,
  sql`create index if not exists delivery_heard on delivery (place, done_at) where kind = 'news' and state = 'done' and place like 'follow%'`,
];
