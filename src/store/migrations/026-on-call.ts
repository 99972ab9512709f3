/** The messages about the on-call schedule that went out, and the calendars of it. The tokens of calendars are nowhere, only their hashes. */
import { sql } from 'kysely';

export const onCall = [
  sql`create table on_call_notice (
    at bigint not null,
    kind text not null,
    person_id text not null,
    again_at bigint,
    constraint on_call_notice_key primary key (at, kind, person_id)
  )`,
  sql`create table calendar (
    hash text primary key,
    person_id text not null,
    shows text not null,
    made_at bigint not null,
    constraint calendar_of_person unique (person_id, shows)
  )`,
];
