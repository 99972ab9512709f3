/**
 * The migrations that only make tables and indexes, or change a few rows, as SQL that both databases read. A migration that was
 * released never changes: what comes later is one of its own. `countingUp`: the type of a column that counts up.
 */
import { type RawBuilder, sql } from 'kysely';
import { REQUESTS_BEGIN } from '../../outage/types/outage.ts';
import type { SqlDialect } from '../dialect.ts';

export const statements = (countingUp: SqlDialect['countingUp']): Readonly<Record<string, readonly RawBuilder<unknown>[]>> => ({
  '001-first-tables': [
    sql`create table outage (
      id text primary key,
      number integer not null unique,
      state text not null,
      version integer not null,
      project_id text not null,
      environment_id text not null,
      scenario_id text not null,
      reporter_id text not null,
      reported_at bigint not null,
      updated_at bigint not null
    )`,
    sql`create table outage_event (
      outage_id text not null references outage (id),
      seq integer not null,
      type text not null,
      at bigint not null,
      data text not null,
      constraint outage_event_key primary key (outage_id, seq)
    )`,
    sql`create table deadline (
      outage_id text not null references outage (id),
      kind text not null,
      due_at bigint not null,
      lease_until bigint not null default 0,
      constraint deadline_key primary key (outage_id, kind)
    )`,
    sql`create index deadline_due on deadline (due_at)`,
    sql`create table lane (
      id text primary key,
      lease_until bigint not null default 0,
      fence bigint not null default 0,
      not_before bigint not null default 0
    )`,
    sql`create table delivery (
      position ${countingUp === 'integer' ? sql`integer primary key autoincrement` : sql`bigserial primary key`},
      key text not null unique,
      outage_id text not null references outage (id),
      kind text not null,
      place text not null,
      lane text not null,
      seq integer not null,
      priority integer not null,
      after_key text,
      state text not null,
      due_at bigint not null,
      created_at bigint not null,
      attempts integer not null default 0,
      repeats integer not null default 0,
      maybe_sent integer not null default 0,
      error text,
      conversation_id text,
      activity_id text,
      done_at bigint
    )`,
    // The partial indexes hold only what waits, so that years of delivered messages cost the worker nothing.
    sql`create index delivery_ledger on delivery (outage_id, position)`,
    sql`create index delivery_waiting on delivery (lane, priority, position) where state = 'waiting'`,
    sql`create index delivery_waiting_of_outage on delivery (outage_id, lane) where state = 'waiting'`,
    sql`create index delivery_thread on delivery (conversation_id) where kind = 'opening' and place = 'desk'`,
    sql`create table counter (name text primary key, value bigint not null)`,
    // The number of the first outage is 1001.
    sql`insert into counter (name, value) values ('outage', 1000), ('probe', 0)`,
    sql`create table cache (key text primary key, value text not null, expires_at bigint)`,
    sql`create index cache_expiry on cache (expires_at) where expires_at is not null`,
  ],

  // The few deadlines that somebody holds, so that "what is due next" need not look at all that are open.
  '002-claimed-deadlines': [sql`create index deadline_claimed on deadline (lease_until) where lease_until > 0`],

  // What was sent when, so that all bots together keep Teams' limits. A slot is written over after 2,048 sends: what a scope holds
  // never grows, and more than any limit looks back to.
  '003-pace': [
    sql`create table pace (scope text primary key, sent bigint not null)`,
    sql`create table pace_slot (
      scope text not null,
      slot integer not null,
      at bigint not null,
      constraint pace_slot_key primary key (scope, slot)
    )`,
    sql`alter table lane add column paced_until bigint not null default 0`,
    sql`alter table lane add column paced_priority bigint not null default 0`,
  ],

  // What the watcher keeps and looks for: who told the desk of which trouble, and which messages were set aside untold.
  '004-alarms': [
    sql`create table alarm (
      kind text primary key,
      began_at bigint not null,
      seen_at bigint not null,
      told_at bigint,
      held_until bigint not null default 0,
      fence bigint not null default 0
    )`,
    sql`alter table delivery add column set_aside_told integer not null default 0`,
    // What failed before there was a watcher is no news.
    sql`update delivery set set_aside_told = 1 where state = 'failed'`,
    sql`create index delivery_set_aside on delivery (position) where state = 'failed' and set_aside_told = 0`,
    sql`create index outage_open on outage (id) where state <> 'resolved'`,
  ],

  // What is being tried again is looked up for everything that waits behind it: an index of its own, nearly always empty.
  '005-tried-deliveries': [
    sql`create index delivery_tried on delivery (outage_id, lane) where done_at is null and attempts > 0`,
    sql`drop index delivery_waiting_of_outage`,
  ],

  // An outage may end in more ways than one: open is what somebody still waits for.
  '006-open-outages': [sql`drop index outage_open`, sql`create index outage_in_state on outage (state)`],

  // Who took a level of on-call by hand, or covers for somebody.
  '007-on-call-overrides': [
    sql`create table on_call_override (
      person_id text not null,
      target text not null,
      from_at bigint not null,
      until_at bigint not null,
      constraint on_call_override_key primary key (person_id, target)
    )`,
  ],

  // What administrators chose in Teams, and the rooms where nothing arrives.
  '008-rooms': [
    sql`create table room (
      conversation_id text primary key,
      kind text not null,
      team_id text,
      name text not null,
      used_as text,
      projects text,
      turn bigint not null,
      lost text,
      told text
    )`,
  ],

  // Drills are counted by themselves, and downwards, so that they leave no gap in the numbers of outages.
  '010-drills': [sql`insert into counter (name, value) values ('drill', 0)`],

  // Requests have numbers of their own, by which they are found also when they have become outages; and threads in their queue.
  '012-requests': [
    sql`insert into counter (name, value) values ('request', ${sql.lit(REQUESTS_BEGIN)})`,
    sql`alter table outage add column request_number integer`,
    sql`create unique index outage_of_request on outage (request_number) where request_number is not null`,
    sql`drop index delivery_thread`,
    sql`create index delivery_thread on delivery (conversation_id) where kind = 'opening' and place in ('desk', 'queue')`,
  ],

  // Each report asks which open outages look the same: those of its scenario, of the last minutes.
  '013-alike': [sql`create index outage_alike on outage (scenario_id, reported_at)`],

  // Reports whose thread at the desk is late, and reports that were not sent yet.
  '014-receipts-and-drafts': [
    sql`alter table outage add column desk_unreached integer not null default 0`,
    sql`create index outage_unreached on outage (id) where desk_unreached = 1`,
    sql`create index delivery_no_thread on delivery (created_at) where kind = 'opening' and place = 'desk' and state in ('waiting', 'failed')`,
    sql`create table draft (
      nonce text primary key,
      person_id text not null,
      data text not null,
      touched_at bigint not null,
      nudge integer not null,
      held_until bigint not null
    )`,
    sql`create index draft_of_person on draft (person_id, touched_at)`,
    sql`create index draft_by_age on draft (touched_at)`,
    sql`create index draft_nudge on draft (touched_at) where nudge = 1`,
    // Until now they were kept in the cache, with all that was entered.
    sql`delete from cache where key like 'outage-desk:draft:%' or key like 'outage-desk:draft-of:%'`,
  ],

  // From which client each step came, and what was refused to whom.
  '016-audit': [
    sql`alter table outage_event add column client text`,
    sql`create table refusal (
      position ${countingUp === 'integer' ? sql`integer primary key` : sql`bigserial primary key`},
      at bigint not null,
      person_id text not null,
      name text not null,
      what text not null,
      outage_id text,
      asked text not null,
      reason text not null,
      client text not null,
      conversation_id text not null
    )`,
    sql`create index refusal_of_outage on refusal (outage_id, at)`,
    sql`create index refusal_by_age on refusal (at, position)`,
    sql`create index outage_event_by_age on outage_event (at, outage_id, seq)`,
  ],

  // A digest is one message of several pings: when what one of them asks for is given, the others in the message are looked up.
  '020-pings': [sql`create index delivery_pings on delivery (activity_id) where kind in ('ping', 'direct')`],

  // Each list is the first few of an index by number, however many outages are open or have ended: see outages/outages.ts. They have an
  // expression, or PostgreSQL would walk through all numbers, since it takes those that are open for evenly spread among them. While
  // PostgreSQL makes an index, nothing is written to its table: some tenths of a second for 100,000 outages. `if not exists`: on a store with
  // many millions of deliveries an index takes longer than a statement may, and can be made beforehand, concurrently.
  '021-lists': [
    sql`create index if not exists outage_by_state on outage (state, (number + 0))`,
    sql`create index if not exists outage_by_project on outage (project_id, (number + 0))`,
    sql`create index if not exists outage_by_reporter on outage (reporter_id, (number + 0))`,
    sql`create index if not exists outage_by_owner on outage (owner_id, (number + 0))`,
    sql`create index if not exists outage_open_of_project on outage (project_id, state, (number + 0)) where state in ('reported', 'acknowledged')`,
    sql`create index if not exists outage_open_of_environment on outage (environment_id, project_id, (number + 0)) where state in ('reported', 'acknowledged')`,
    sql`create index if not exists outage_open_of_scenario on outage (scenario_id, project_id, (number + 0)) where state in ('reported', 'acknowledged')`,
    sql`create index if not exists outage_open_of_reporter on outage (reporter_id, state, (number + 0)) where state in ('reported', 'acknowledged')`,
    sql`create index if not exists outage_open_of_owner on outage (owner_id, state, (number + 0)) where state in ('reported', 'acknowledged')`,
    sql`create index if not exists personal_of_person_by_outage on personal (person_id, outage_id)`,
    sql`create index if not exists lane_claimed on lane (lease_until) where lease_until > 0`,
    sql`drop index outage_in_state`,
    sql`drop index outage_of_reporter`,
    sql`drop index outage_of_owner`,
    sql`drop index personal_of_person`,
  ],
  // Each message looks for the first one of its thread, and a crowded outage has thousands of messages.
  '022-openings': [sql`create index if not exists delivery_openings on delivery (outage_id, position) where kind = 'opening'`],

  // A limit of Teams for a tenant holds back all its lanes at once, and not each of them alone.
  '023-tenants': [
    sql`alter table lane add column tenant text`,
    sql`create table tenant (id text primary key, paced_until bigint not null, paced_priority bigint not null)`,
  ],
  // A channel or chat of a customer who has a tenant of their own.
  '024-rooms-of-customers': [sql`alter table room add column tenant text`],

  // Pictures and files, beside the record. A write of a part is short, so a large file holds up nothing.
  '025-files': [
    sql`create table file (
      id text primary key,
      batch text not null,
      outage_id text not null,
      person_id text not null,
      person_name text not null,
      tenant text not null,
      locale text not null,
      shared integer not null,
      name text not null,
      state text not null,
      address text not null,
      why text not null,
      secret text not null,
      kind text,
      hash text,
      bytes integer not null,
      preview_kind text,
      preview_bytes integer not null,
      attempts integer not null,
      received_at bigint not null,
      due_at bigint not null,
      lease_until bigint not null
    )`,
    sql`create index file_of_outage on file (outage_id)`,
    sql`create index file_of_person on file (person_id)`,
    sql`create index file_of_hash on file (hash, bytes, preview_bytes) where hash is not null`,
    // Only what waits for something.
    sql`create index file_due on file (due_at) where state <> 'added'`,
    sql`create index file_claimed on file (lease_until) where lease_until > 0`,
    sql`create table file_part (
      hash text not null,
      variant text not null,
      part integer not null,
      data ${countingUp === 'integer' ? sql`blob` : sql`bytea`} not null,
      constraint file_part_key primary key (hash, variant, part)
    )`,
  ],
  // A request by the API is done once, however often it is sent.
  '030-api-requests': [sql`create unique index outage_event_api_request on outage_event (client) where client like 'api %'`],
});
