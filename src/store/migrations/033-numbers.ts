/**
 * What is counted of each outage, beside its record. Bots before this version do not write it: a row that is missing, or whose version is
 * not that of its outage, is made again from the record (outages/numbers.ts).
 */
import { sql } from 'kysely';

export const numbers = [
  sql`create table outage_numbers (
    outage_id text primary key,
    version integer not null,
    number integer not null,
    project_id text not null,
    scenario_id text not null,
    reported_at bigint not null,
    apart integer not null,
    due_at bigint not null,
    in_time integer,
    acknowledged_after bigint,
    resolved_after bigint,
    updates integer not null,
    updates_on_time integer not null,
    update_by bigint
  )`,
  sql`create index outage_numbers_reported on outage_numbers (reported_at)`,
  // Percentiles are read by their rank, in the order of these.
  sql`create index outage_numbers_acknowledged on outage_numbers (acknowledged_after, reported_at, project_id) where apart = 0`,
  sql`create index outage_numbers_resolved on outage_numbers (resolved_after, reported_at, project_id) where apart = 0`,
];
