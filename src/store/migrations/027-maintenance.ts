/** Planned maintenance, and what each room that follows was told of it. */
import { type Kysely, sql } from 'kysely';

export async function maintenance(db: Kysely<unknown>): Promise<void> {
  await sql`create table maintenance (
    id text primary key,
    project_id text not null,
    environments text not null,
    from_at bigint not null,
    until_at bigint not null,
    what text not null,
    person_id text,
    changed_at bigint not null
  )`.execute(db);
  await sql`create table maintenance_told (
    window_id text not null,
    conversation_id text not null,
    tenant text not null,
    said bigint not null,
    told_at bigint not null,
    again_at bigint,
    constraint maintenance_told_key primary key (window_id, conversation_id, said)
  )`.execute(db);
}
