CREATE TABLE alarm (
      kind text primary key,
      began_at bigint not null,
      seen_at bigint not null,
      told_at bigint,
      held_until bigint not null default 0,
      fence bigint not null default 0
    );
CREATE TABLE cache (key text primary key, value text not null, expires_at bigint);
CREATE TABLE calendar (
    hash text primary key,
    person_id text not null,
    shows text not null,
    made_at bigint not null,
    constraint calendar_of_person unique (person_id, shows)
  );
CREATE TABLE chosen (person_id text primary key, chosen text not null);
CREATE TABLE counter (name text primary key, value bigint not null);
CREATE TABLE deadline (
      outage_id text not null references outage (id),
      kind text not null,
      due_at bigint not null,
      lease_until bigint not null default 0,
      constraint deadline_key primary key (outage_id, kind)
    );
CREATE TABLE delivery (
      position integer primary key autoincrement,
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
    , set_aside_told integer not null default 0);
CREATE TABLE draft (
      nonce text primary key,
      person_id text not null,
      data text not null,
      touched_at bigint not null,
      nudge integer not null,
      held_until bigint not null
    );
CREATE TABLE file (
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
    );
CREATE TABLE file_part (
      hash text not null,
      variant text not null,
      part integer not null,
      data blob not null,
      constraint file_part_key primary key (hash, variant, part)
    );
CREATE TABLE follow (
    person_id text not null,
    project_id text not null,
    tenant text not null,
    name text not null,
    followed_at bigint not null,
    constraint follow_key primary key (person_id, project_id)
  );
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE lane (
      id text primary key,
      lease_until bigint not null default 0,
      fence bigint not null default 0,
      not_before bigint not null default 0
    , paced_until bigint not null default 0, paced_priority bigint not null default 0, tenant text);
CREATE TABLE look (
    person_id text not null,
    outage_id text not null,
    version integer not null,
    seen_at bigint not null,
    constraint look_key primary key (person_id, outage_id)
  );
CREATE TABLE maintenance (
    id text primary key,
    project_id text not null,
    environments text not null,
    from_at bigint not null,
    until_at bigint not null,
    what text not null,
    person_id text,
    changed_at bigint not null
  );
CREATE TABLE maintenance_told (
    window_id text not null,
    conversation_id text not null,
    tenant text not null,
    said bigint not null,
    told_at bigint not null,
    again_at bigint,
    constraint maintenance_told_key primary key (window_id, conversation_id, said)
  );
CREATE TABLE on_call_notice (
    at bigint not null,
    kind text not null,
    person_id text not null,
    again_at bigint,
    constraint on_call_notice_key primary key (at, kind, person_id)
  );
CREATE TABLE on_call_override (
      person_id text not null,
      target text not null,
      from_at bigint not null,
      until_at bigint not null,
      constraint on_call_override_key primary key (person_id, target)
    );
CREATE TABLE outage (
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
    , owner_id text, request_number integer, desk_unreached integer not null default 0, head text not null default '', ended_at bigint);
CREATE TABLE outage_event (
      outage_id text not null references outage (id),
      seq integer not null,
      type text not null,
      at bigint not null,
      data text not null, hash text not null default '', client text,
      constraint outage_event_key primary key (outage_id, seq)
    );
CREATE TABLE outage_numbers (
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
  );
CREATE TABLE pace (scope text primary key, sent bigint not null);
CREATE TABLE pace_slot (
      scope text not null,
      slot integer not null,
      at bigint not null,
      constraint pace_slot_key primary key (scope, slot)
    );
CREATE TABLE personal (
    outage_id text not null references outage (id),
    token text not null,
    person_id text not null,
    value text not null,
    constraint personal_key primary key (outage_id, token)
  );
CREATE TABLE refusal (
      position integer primary key,
      at bigint not null,
      person_id text not null,
      name text not null,
      what text not null,
      outage_id text,
      asked text not null,
      reason text not null,
      client text not null,
      conversation_id text not null
    );
CREATE TABLE room (
      conversation_id text primary key,
      kind text not null,
      team_id text,
      name text not null,
      used_as text,
      projects text,
      turn bigint not null,
      lost text,
      told text
    , tenant text, chosen text);
CREATE TABLE tenant (id text primary key, paced_until bigint not null, paced_priority bigint not null);
CREATE TABLE to_forget (person_id text primary key, asked_at bigint not null);
CREATE INDEX cache_expiry on cache (expires_at) where expires_at is not null;
CREATE INDEX deadline_claimed on deadline (lease_until) where lease_until > 0;
CREATE INDEX deadline_due on deadline (due_at);
CREATE INDEX delivery_heard on delivery (place, done_at) where kind = 'news' and state = 'done' and place like 'follow%';
CREATE INDEX delivery_ledger on delivery (outage_id, position);
CREATE INDEX delivery_no_thread on delivery (created_at) where kind = 'opening' and place = 'desk' and state in ('waiting', 'failed');
CREATE INDEX delivery_of_lane on delivery (lane);
CREATE INDEX delivery_openings on delivery (outage_id, position) where kind = 'opening';
CREATE INDEX delivery_pings on delivery (activity_id) where kind in ('ping', 'direct');
CREATE INDEX delivery_set_aside on delivery (position) where state = 'failed' and set_aside_told = 0;
CREATE INDEX delivery_thread on delivery (conversation_id) where kind = 'opening' and place in ('desk', 'queue');
CREATE INDEX delivery_tried on delivery (outage_id, lane) where done_at is null and attempts > 0;
CREATE INDEX delivery_waiting on delivery (lane, priority, position) where state = 'waiting';
CREATE INDEX draft_by_age on draft (touched_at);
CREATE INDEX draft_nudge on draft (touched_at) where nudge = 1;
CREATE INDEX draft_of_person on draft (person_id, touched_at);
CREATE INDEX file_claimed on file (lease_until) where lease_until > 0;
CREATE INDEX file_due on file (due_at) where state <> 'added';
CREATE INDEX file_of_hash on file (hash, bytes, preview_bytes) where hash is not null;
CREATE INDEX file_of_outage on file (outage_id);
CREATE INDEX file_of_person on file (person_id);
CREATE INDEX follow_of_project on follow (project_id);
CREATE INDEX lane_claimed on lane (lease_until) where lease_until > 0;
CREATE INDEX look_by_age on look (seen_at);
CREATE INDEX look_of_outage on look (outage_id);
CREATE INDEX outage_alike on outage (scenario_id, reported_at);
CREATE INDEX outage_by_owner on outage (owner_id, (number + 0));
CREATE INDEX outage_by_project on outage (project_id, (number + 0));
CREATE INDEX outage_by_reporter on outage (reporter_id, (number + 0));
CREATE INDEX outage_by_state on outage (state, (number + 0));
CREATE UNIQUE INDEX outage_event_api_request on outage_event (client) where client like 'api %';
CREATE INDEX outage_event_by_age on outage_event (at, outage_id, seq);
CREATE INDEX outage_numbers_acknowledged on outage_numbers (acknowledged_after, reported_at, project_id) where apart = 0;
CREATE INDEX outage_numbers_reported on outage_numbers (reported_at);
CREATE INDEX outage_numbers_resolved on outage_numbers (resolved_after, reported_at, project_id) where apart = 0;
CREATE UNIQUE INDEX outage_of_request on outage (request_number) where request_number is not null;
CREATE INDEX outage_open_of_environment on outage (environment_id, project_id, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_owner on outage (owner_id, state, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_project on outage (project_id, state, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_reporter on outage (reporter_id, state, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_scenario on outage (scenario_id, project_id, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_to_anonymise on outage (ended_at) where ended_at is not null;
CREATE INDEX outage_unreached on outage (id) where desk_unreached = 1;
CREATE INDEX personal_of_person_by_outage on personal (person_id, outage_id);
CREATE INDEX refusal_by_age on refusal (at, position);
CREATE INDEX refusal_of_outage on refusal (outage_id, at);
insert into kysely_migration_lock (id, is_locked) values ('migration_lock', 0);
insert into kysely_migration (name, timestamp) values ('001-first-tables', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('002-claimed-deadlines', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('003-pace', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('004-alarms', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('005-tried-deliveries', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('006-open-outages', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('007-on-call-overrides', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('008-rooms', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('009-owners', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('010-drills', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('012-requests', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('013-alike', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('014-receipts-and-drafts', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('015-personal-data', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('016-audit', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('019-lanes', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('020-pings', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('021-lists', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('022-openings', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('023-tenants', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('024-rooms-of-customers', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('025-files', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('026-on-call', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('027-maintenance', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('030-api-requests', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('031-follows', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('032-looks', '2026-11-28T00:00:00.000Z');
insert into kysely_migration (name, timestamp) values ('033-numbers', '2026-11-28T00:00:00.000Z');
