-- A store as 0.9.0 wrote it at 2026-01-04T09:16:00Z, while two promises ran: OUT-1001 is acknowledged and was updated, OUT-1002 waits.
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
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
CREATE TABLE deadline (
      outage_id text not null references outage (id),
      kind text not null,
      due_at bigint not null,
      lease_until bigint not null default 0,
      constraint deadline_key primary key (outage_id, kind)
    );
CREATE TABLE lane (
      id text primary key,
      lease_until bigint not null default 0,
      fence bigint not null default 0,
      not_before bigint not null default 0
    , paced_until bigint not null default 0, paced_priority bigint not null default 0, tenant text);
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
CREATE TABLE counter (name text primary key, value bigint not null);
CREATE TABLE cache (key text primary key, value text not null, expires_at bigint);
CREATE TABLE pace (scope text primary key, sent bigint not null);
CREATE TABLE pace_slot (
      scope text not null,
      slot integer not null,
      at bigint not null,
      constraint pace_slot_key primary key (scope, slot)
    );
CREATE TABLE alarm (
      kind text primary key,
      began_at bigint not null,
      seen_at bigint not null,
      told_at bigint,
      held_until bigint not null default 0,
      fence bigint not null default 0
    );
CREATE TABLE on_call_override (
      person_id text not null,
      target text not null,
      from_at bigint not null,
      until_at bigint not null,
      constraint on_call_override_key primary key (person_id, target)
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
    , tenant text);
CREATE TABLE draft (
      nonce text primary key,
      person_id text not null,
      data text not null,
      touched_at bigint not null,
      nudge integer not null,
      held_until bigint not null
    );
CREATE TABLE personal (
    outage_id text not null references outage (id),
    token text not null,
    person_id text not null,
    value text not null,
    constraint personal_key primary key (outage_id, token)
  );
CREATE TABLE to_forget (person_id text primary key, asked_at bigint not null);
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
CREATE TABLE tenant (id text primary key, paced_until bigint not null, paced_priority bigint not null);
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
CREATE TABLE on_call_notice (
    at bigint not null,
    kind text not null,
    person_id text not null,
    again_at bigint,
    constraint on_call_notice_key primary key (at, kind, person_id)
  );
CREATE TABLE calendar (
    hash text primary key,
    person_id text not null,
    shows text not null,
    made_at bigint not null,
    constraint calendar_of_person unique (person_id, shows)
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
insert into "kysely_migration" ("name", "timestamp") values ('001-first-tables', '2026-12-01T00:09:24.563Z');
insert into "kysely_migration" ("name", "timestamp") values ('002-claimed-deadlines', '2026-12-01T00:09:24.583Z');
insert into "kysely_migration" ("name", "timestamp") values ('003-pace', '2026-12-01T00:09:24.584Z');
insert into "kysely_migration" ("name", "timestamp") values ('004-alarms', '2026-12-01T00:09:24.585Z');
insert into "kysely_migration" ("name", "timestamp") values ('005-tried-deliveries', '2026-12-01T00:09:24.607Z');
insert into "kysely_migration" ("name", "timestamp") values ('006-open-outages', '2026-12-01T00:09:24.608Z');
insert into "kysely_migration" ("name", "timestamp") values ('007-on-call-overrides', '2026-12-01T00:09:24.609Z');
insert into "kysely_migration" ("name", "timestamp") values ('008-rooms', '2026-12-01T00:09:24.621Z');
insert into "kysely_migration" ("name", "timestamp") values ('009-owners', '2026-12-01T00:09:24.622Z');
insert into "kysely_migration" ("name", "timestamp") values ('010-drills', '2026-12-01T00:09:24.623Z');
insert into "kysely_migration" ("name", "timestamp") values ('012-requests', '2026-12-01T00:09:24.624Z');
insert into "kysely_migration" ("name", "timestamp") values ('013-alike', '2026-12-01T00:09:24.625Z');
insert into "kysely_migration" ("name", "timestamp") values ('014-receipts-and-drafts', '2026-12-01T00:09:24.626Z');
insert into "kysely_migration" ("name", "timestamp") values ('015-personal-data', '2026-12-01T00:09:24.629Z');
insert into "kysely_migration" ("name", "timestamp") values ('016-audit', '2026-12-01T00:09:24.630Z');
insert into "kysely_migration" ("name", "timestamp") values ('019-lanes', '2026-12-01T00:09:24.631Z');
insert into "kysely_migration" ("name", "timestamp") values ('020-pings', '2026-12-01T00:09:24.632Z');
insert into "kysely_migration" ("name", "timestamp") values ('021-lists', '2026-12-01T00:09:24.633Z');
insert into "kysely_migration" ("name", "timestamp") values ('022-openings', '2026-12-01T00:09:24.634Z');
insert into "kysely_migration" ("name", "timestamp") values ('023-tenants', '2026-12-01T00:09:24.635Z');
insert into "kysely_migration" ("name", "timestamp") values ('024-rooms-of-customers', '2026-12-01T00:09:24.636Z');
insert into "kysely_migration" ("name", "timestamp") values ('025-files', '2026-12-01T00:09:24.637Z');
insert into "kysely_migration" ("name", "timestamp") values ('026-on-call', '2026-12-01T00:09:24.638Z');
insert into "kysely_migration" ("name", "timestamp") values ('027-maintenance', '2026-12-01T00:09:24.639Z');
insert into "kysely_migration" ("name", "timestamp") values ('030-api-requests', '2026-12-01T00:09:24.640Z');
insert into "kysely_migration_lock" ("id", "is_locked") values ('migration_lock', 0);
insert into "outage" ("id", "number", "state", "version", "project_id", "environment_id", "scenario_id", "reporter_id", "reported_at", "updated_at", "owner_id", "request_number", "desk_unreached", "head", "ended_at") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', 1001, 'acknowledged', 3, 'contoso-erp', 'production', 'core-process-blocked', 'a1b2c3d4-0000-4000-8000-000000000001', 1767517200000, 1767517920000, 'a1b2c3d4-0000-4000-8000-000000000002', null, 0, '04fcee216387a5f95c550c7d24b3d4f6f6a77b0471da41ac2f4aac6529c7b910', null);
insert into "outage" ("id", "number", "state", "version", "project_id", "environment_id", "scenario_id", "reporter_id", "reported_at", "updated_at", "owner_id", "request_number", "desk_unreached", "head", "ended_at") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', 1002, 'reported', 1, 'contoso-erp', 'production', 'core-process-blocked', 'a1b2c3d4-0000-4000-8000-000000000005', 1767517980000, 1767517980000, null, null, 0, '44f24bf601b7e7c3f314070e2b5d246193b889f91868aaf64a13c1123b377d6c', null);
insert into "outage_event" ("outage_id", "seq", "type", "at", "data", "hash", "client") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', 1, 'reported', 1767517200000, '{"report":{"project":{"id":"contoso-erp","name":"Contoso ERP"},"environment":{"id":"production","name":"Contoso Production","url":"https://contoso.operations.dynamics.example"},"scenario":{"id":"core-process-blocked","title":"A core process fails for everyone"},"title":"~zBzgrd851endtXFGS0MIj1","description":"~jaV5CFkJT8FnxiazsFsUHx","affected":"everyone","impact":"~sn3z6rXanXpx1B_yH5ozcn","recentChanges":"","beganAt":1767516300000,"answers":[{"id":"companies","question":"In which legal entities?","answer":"~Yc3mxZG8vJQsRxEQT-fVwX"}],"contact":{"name":"~E4kTawTsRpZiMp8GB2XR8z","email":"~2eawoAc8KlIQ9SGKOyamnJ","phone":"~90kqNnPddxIcvOxhk4ibkq","secondContact":"","aroundTheClock":true,"timeZone":"Europe/Copenhagen","language":"en"}},"origin":{"kind":"personal","conversationId":"~YAS3V49lKT7gSmQlJ907AZ","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de","serviceUrl":"http://127.0.0.1:1/teams","cardId":"~if88N_CfKdJiufum9UnO0U"},"desk":{"kind":"channel","conversationId":"19:support-desk@thread.tacv2","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de"},"followers":[{"id":"general","kind":"channel","conversationId":"19:contoso-erp@thread.tacv2","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de"},{"id":"announcements","kind":"groupChat","conversationId":"19:erp-announcements@thread.v2","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de"}],"policy":{"acknowledgeWithinMs":1800000,"rungs":[{"kind":"reminder","levels":["primary","secondary"],"direct":false,"afterMs":900000},{"kind":"last-call","levels":["primary","secondary","duty-manager"],"direct":true,"afterMs":1500000}],"breach":{"levels":["primary","secondary","duty-manager"],"direct":false,"repeatEveryMs":600000},"again":{"acknowledgeWithinMs":900000,"rungs":[{"kind":"reminder","levels":["primary","secondary"],"direct":false,"afterMs":450000},{"kind":"last-call","levels":["primary","secondary","duty-manager"],"direct":true,"afterMs":750000}],"breach":{"levels":["primary","secondary","duty-manager"],"direct":false,"repeatEveryMs":600000}},"updateEveryMs":1800000,"laterAfterMs":7200000,"laterUpdateEveryMs":3600000,"nudgeEveryMs":600000,"replyReminderMs":600000,"reopenWithinMs":259200000,"closeAfterMs":86400000},"drill":null,"at":1767517200000,"number":1001,"onCall":{"primary":[{"id":"~SdS7wK3dEe8idDH-aH6JIg","name":"~bgTLAUO9U3-hYlvU2ZDOo3"}],"secondary":[{"id":"~eTyV73psw56ixBfe8PjIpu","name":"~deaPST_f0oc0-PcbFr4WUF"}],"duty-manager":[{"id":"~69UnoC5PdKt4tCEcoMmZwv","name":"~ZzfHD8LkKVMiP37Iu03UZ7"}]},"type":"reported","id":"817cc513-5843-4b4f-b379-96f7e5b3db5d","by":{"id":"~e9hHM4ou8HbF9F_aR01hph","name":"~E4kTawTsRpZiMp8GB2XR8z"},"request":null}', '8232b8f44d908e433577fc0d19effb39db485bd5c2b8e7ee9255a331f3aa553a', 'card iOS');
insert into "outage_event" ("outage_id", "seq", "type", "at", "data", "hash", "client") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', 2, 'acknowledged', 1767517320000, '{"type":"acknowledged","at":1767517320000,"by":{"id":"~SdS7wK3dEe8idDH-aH6JIg","name":"~bgTLAUO9U3-hYlvU2ZDOo3"},"afterMs":120000,"withinMs":1800000,"onCall":{"primary":[{"id":"~SdS7wK3dEe8idDH-aH6JIg","name":"~bgTLAUO9U3-hYlvU2ZDOo3"}],"secondary":[{"id":"~eTyV73psw56ixBfe8PjIpu","name":"~deaPST_f0oc0-PcbFr4WUF"}],"duty-manager":[{"id":"~69UnoC5PdKt4tCEcoMmZwv","name":"~ZzfHD8LkKVMiP37Iu03UZ7"}]}}', '89e4874219c29291d8a82efe86f214edafea635bbba4d68fa27ce9aab7789c28', 'card Windows');
insert into "outage_event" ("outage_id", "seq", "type", "at", "data", "hash", "client") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', 3, 'updated', 1767517920000, '{"type":"updated","at":1767517920000,"by":{"id":"~SdS7wK3dEe8idDH-aH6JIg","name":"~bgTLAUO9U3-hYlvU2ZDOo3"},"text":"~Srkt8m4bNBJ84tvFLxlj5j","phase":"investigating","nextUpdateBy":1767519720000}', '04fcee216387a5f95c550c7d24b3d4f6f6a77b0471da41ac2f4aac6529c7b910', 'command Windows');
insert into "outage_event" ("outage_id", "seq", "type", "at", "data", "hash", "client") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', 1, 'reported', 1767517980000, '{"report":{"project":{"id":"contoso-erp","name":"Contoso ERP"},"environment":{"id":"production","name":"Contoso Production","url":"https://contoso.operations.dynamics.example"},"scenario":{"id":"core-process-blocked","title":"A core process fails for everyone"},"title":"~CNoOa-4QiQ43YRLiWl0l5n","description":"~9JUKRls8Rdsl4yDPB3brGG","affected":"everyone","impact":"~jvrT1kS4iZ1lh5jjArEq0i","recentChanges":"","beganAt":1767517080000,"answers":[{"id":"companies","question":"In which legal entities?","answer":"~9sIqJUKkRsRRXtZ6V-0_vP"}],"contact":{"name":"~PscZZtDO58gwiZgIkrZGvc","email":"~VxPv_kukancNqQKnwo21Dp","phone":"~hMKQkiVqVyWbvvAn3OeYto","secondContact":"","aroundTheClock":true,"timeZone":"Europe/Copenhagen","language":"en"}},"origin":{"kind":"personal","conversationId":"~m4aEYgvkh-qQe0ejgJhJ20","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de","serviceUrl":"http://127.0.0.1:1/teams","cardId":"~P5arKgf_PFUkA4JIhyeEgi"},"desk":{"kind":"channel","conversationId":"19:support-desk@thread.tacv2","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de"},"followers":[{"id":"general","kind":"channel","conversationId":"19:contoso-erp@thread.tacv2","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de"},{"id":"announcements","kind":"groupChat","conversationId":"19:erp-announcements@thread.v2","tenantId":"7e9a1c00-0000-4000-8000-00000000c0de"}],"policy":{"acknowledgeWithinMs":1800000,"rungs":[{"kind":"reminder","levels":["primary","secondary"],"direct":false,"afterMs":900000},{"kind":"last-call","levels":["primary","secondary","duty-manager"],"direct":true,"afterMs":1500000}],"breach":{"levels":["primary","secondary","duty-manager"],"direct":false,"repeatEveryMs":600000},"again":{"acknowledgeWithinMs":900000,"rungs":[{"kind":"reminder","levels":["primary","secondary"],"direct":false,"afterMs":450000},{"kind":"last-call","levels":["primary","secondary","duty-manager"],"direct":true,"afterMs":750000}],"breach":{"levels":["primary","secondary","duty-manager"],"direct":false,"repeatEveryMs":600000}},"updateEveryMs":1800000,"laterAfterMs":7200000,"laterUpdateEveryMs":3600000,"nudgeEveryMs":600000,"replyReminderMs":600000,"reopenWithinMs":259200000,"closeAfterMs":86400000},"drill":null,"at":1767517980000,"number":1002,"onCall":{"primary":[{"id":"~AZdECCyn5Fe0J9GmfxonWK","name":"~fSsSzGVnjTxxZpGubXyBCF"}],"secondary":[{"id":"~bVc6g2MiioQJU0c3CIcn2B","name":"~HyfFsG55Zv1sqXG9MZyLEB"}],"duty-manager":[{"id":"~2Rp-Wnr6dtPzxM4UlfeVtR","name":"~O3LHlPOZ-VD0oCPtIZY2iG"}]},"type":"reported","id":"f89efbcd-dfb9-450b-965a-22f1e541735b","by":{"id":"~i_-VTQ1XHqEM7Iu2nTyAqJ","name":"~oeTZunpoOF6vwX-9N2CpBu"},"request":null}', '44f24bf601b7e7c3f314070e2b5d246193b889f91868aaf64a13c1123b377d6c', 'card Android');
insert into "deadline" ("outage_id", "kind", "due_at", "lease_until") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', 'update', 1767519720000, 0);
insert into "deadline" ("outage_id", "kind", "due_at", "lease_until") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', 'ladder', 1767518880000, 0);
insert into "lane" ("id", "lease_until", "fence", "not_before", "paced_until", "paced_priority", "tenant") values ('19:contoso-erp@thread.tacv2', 0, 4, 0, 0, 0, '7e9a1c00-0000-4000-8000-00000000c0de');
insert into "lane" ("id", "lease_until", "fence", "not_before", "paced_until", "paced_priority", "tenant") values ('19:erp-announcements@thread.v2', 0, 4, 0, 0, 0, '7e9a1c00-0000-4000-8000-00000000c0de');
insert into "lane" ("id", "lease_until", "fence", "not_before", "paced_until", "paced_priority", "tenant") values ('19:support-desk@thread.tacv2', 0, 4, 0, 0, 0, '7e9a1c00-0000-4000-8000-00000000c0de');
insert into "lane" ("id", "lease_until", "fence", "not_before", "paced_until", "paced_priority", "tenant") values ('a:maya', 0, 3, 0, 0, 0, '7e9a1c00-0000-4000-8000-00000000c0de');
insert into "lane" ("id", "lease_until", "fence", "not_before", "paced_until", "paced_priority", "tenant") values ('a:jonas', 0, 1, 0, 0, 0, '7e9a1c00-0000-4000-8000-00000000c0de');
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (1, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/desk/1', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'opening', 'desk', '19:support-desk@thread.tacv2', 1, 2, null, 'done', 1767517200000, 1767517200000, 1, 0, 0, null, '19:support-desk@thread.tacv2;messageid=1000001', '1000001', 1767517200000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (2, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:general/1', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'opening', 'follower:general', '19:contoso-erp@thread.tacv2', 1, 2, null, 'done', 1767517200000, 1767517200000, 1, 0, 0, null, '19:contoso-erp@thread.tacv2;messageid=1000002', '1000002', 1767517200000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (3, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:announcements/1', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'opening', 'follower:announcements', '19:erp-announcements@thread.v2', 1, 2, null, 'done', 1767517200000, 1767517200000, 1, 0, 0, null, '19:erp-announcements@thread.v2', '1000003', 1767517200000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/origin/1', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'origin', 'a:maya', 1, 4, null, 'done', 1767517200000, 1767517200000, 1, 0, 0, null, 'a:maya', '1000000', 1767517200000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (5, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/desk/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'desk', '19:support-desk@thread.tacv2', 2, 0, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/desk/1', 'done', 1767517320000, 1767517320000, 1, 0, 0, null, '19:support-desk@thread.tacv2;messageid=1000001', '1000005', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (6, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/origin/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'origin', 'a:maya', 2, 0, null, 'done', 1767517320000, 1767517320000, 1, 0, 0, null, 'a:maya', '1000006', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (7, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/follower:general/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'follower:general', '19:contoso-erp@thread.tacv2', 2, 0, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:general/1', 'done', 1767517320000, 1767517320000, 1, 0, 0, null, '19:contoso-erp@thread.tacv2;messageid=1000002', '1000007', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (8, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/follower:announcements/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'follower:announcements', '19:erp-announcements@thread.v2', 2, 0, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:announcements/1', 'done', 1767517320000, 1767517320000, 1, 0, 0, null, '19:erp-announcements@thread.v2', '1000008', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (9, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/desk/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'desk', '19:support-desk@thread.tacv2', 2, 4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/desk/1', 'done', 1767517322000, 1767517320000, 1, 0, 0, null, '19:support-desk@thread.tacv2;messageid=1000001', '1000001', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (10, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/follower:general/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'follower:general', '19:contoso-erp@thread.tacv2', 2, 4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:general/1', 'done', 1767517322000, 1767517320000, 1, 0, 0, null, '19:contoso-erp@thread.tacv2;messageid=1000002', '1000002', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (11, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/follower:announcements/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'follower:announcements', '19:erp-announcements@thread.v2', 2, 4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:announcements/1', 'done', 1767517322000, 1767517320000, 1, 0, 0, null, '19:erp-announcements@thread.v2', '1000003', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (12, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/origin/2', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'origin', 'a:maya', 2, 4, null, 'done', 1767517320000, 1767517320000, 1, 0, 0, null, 'a:maya', '1000000', 1767517330000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (13, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/desk/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'desk', '19:support-desk@thread.tacv2', 3, 3, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/desk/1', 'done', 1767517920000, 1767517920000, 1, 0, 0, null, '19:support-desk@thread.tacv2;messageid=1000001', '1000013', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (14, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/origin/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'origin', 'a:maya', 3, 3, null, 'done', 1767517920000, 1767517920000, 1, 0, 0, null, 'a:maya', '1000014', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (15, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/follower:general/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'follower:general', '19:contoso-erp@thread.tacv2', 3, 3, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:general/1', 'done', 1767517920000, 1767517920000, 1, 0, 0, null, '19:contoso-erp@thread.tacv2;messageid=1000002', '1000015', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (16, '817cc513-5843-4b4f-b379-96f7e5b3db5d/news/follower:announcements/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'news', 'follower:announcements', '19:erp-announcements@thread.v2', 3, 3, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:announcements/1', 'done', 1767517920000, 1767517920000, 1, 0, 0, null, '19:erp-announcements@thread.v2', '1000016', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (17, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/desk/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'desk', '19:support-desk@thread.tacv2', 3, 4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/desk/1', 'done', 1767517922000, 1767517920000, 1, 0, 0, null, '19:support-desk@thread.tacv2;messageid=1000001', '1000001', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (18, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/follower:general/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'follower:general', '19:contoso-erp@thread.tacv2', 3, 4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:general/1', 'done', 1767517922000, 1767517920000, 1, 0, 0, null, '19:contoso-erp@thread.tacv2;messageid=1000002', '1000002', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (19, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/follower:announcements/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'follower:announcements', '19:erp-announcements@thread.v2', 3, 4, '817cc513-5843-4b4f-b379-96f7e5b3db5d/opening/follower:announcements/1', 'done', 1767517922000, 1767517920000, 1, 0, 0, null, '19:erp-announcements@thread.v2', '1000003', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (20, '817cc513-5843-4b4f-b379-96f7e5b3db5d/state/origin/3', '817cc513-5843-4b4f-b379-96f7e5b3db5d', 'state', 'origin', 'a:maya', 3, 4, null, 'done', 1767517920000, 1767517920000, 1, 0, 0, null, 'a:maya', '1000000', 1767517930000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (21, 'f89efbcd-dfb9-450b-965a-22f1e541735b/opening/desk/1', 'f89efbcd-dfb9-450b-965a-22f1e541735b', 'opening', 'desk', '19:support-desk@thread.tacv2', 1, 2, null, 'done', 1767517980000, 1767517980000, 1, 0, 0, null, '19:support-desk@thread.tacv2;messageid=1000022', '1000022', 1767517980000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (22, 'f89efbcd-dfb9-450b-965a-22f1e541735b/opening/follower:general/1', 'f89efbcd-dfb9-450b-965a-22f1e541735b', 'opening', 'follower:general', '19:contoso-erp@thread.tacv2', 1, 2, null, 'done', 1767517980000, 1767517980000, 1, 0, 0, null, '19:contoso-erp@thread.tacv2;messageid=1000023', '1000023', 1767517980000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (23, 'f89efbcd-dfb9-450b-965a-22f1e541735b/opening/follower:announcements/1', 'f89efbcd-dfb9-450b-965a-22f1e541735b', 'opening', 'follower:announcements', '19:erp-announcements@thread.v2', 1, 2, null, 'done', 1767517980000, 1767517980000, 1, 0, 0, null, '19:erp-announcements@thread.v2', '1000024', 1767517980000, 0);
insert into "delivery" ("position", "key", "outage_id", "kind", "place", "lane", "seq", "priority", "after_key", "state", "due_at", "created_at", "attempts", "repeats", "maybe_sent", "error", "conversation_id", "activity_id", "done_at", "set_aside_told") values (24, 'f89efbcd-dfb9-450b-965a-22f1e541735b/state/origin/1', 'f89efbcd-dfb9-450b-965a-22f1e541735b', 'state', 'origin', 'a:jonas', 1, 4, null, 'done', 1767517980000, 1767517980000, 1, 0, 0, null, 'a:jonas', '1000021', 1767517980000, 0);
insert into "counter" ("name", "value") values ('outage', 1002);
insert into "counter" ("name", "value") values ('probe', 0);
insert into "counter" ("name", "value") values ('drill', 0);
insert into "counter" ("name", "value") values ('request', -2000000000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:teams-id:a1b2c3d4-0000-4000-8000-000000000001', '{"value":"29:maya"}', 1770109200000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:service-url:7e9a1c00-0000-4000-8000-00000000c0de', '{"value":"http://127.0.0.1:1/teams"}', null);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:report-card:a:maya:817cc513-5843-4b4f-b379-96f7e5b3db5d', '{"value":"1000000"}', 1770109200000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:command:a:maya fd726045-5cd3-44fb-af51-5614de79be4c', '{"value":true}', 1770109200000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:team:19:support-desk@thread.tacv2', '{"value":"19:team-of-support-desk@thread.tacv2"}', null);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:teams-id:a1b2c3d4-0000-4000-8000-000000000002', '{"value":"29:priya"}', 1770109320000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:command:19:support-desk@thread.tacv2;messageid=1000001 4788cc2d-71e1-4323-a049-165f4f89977e', '{"value":true}', 1770109920000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:teams-id:a1b2c3d4-0000-4000-8000-000000000005', '{"value":"29:jonas"}', 1770109980000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:report-card:a:jonas:f89efbcd-dfb9-450b-965a-22f1e541735b', '{"value":"1000021"}', 1770109980000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:command:a:jonas 1f2ede85-5276-424b-ba61-46a0e3770f90', '{"value":true}', 1770109980000);
insert into "cache" ("key", "value", "expires_at") values ('outage-desk:other-than:f89efbcd-dfb9-450b-965a-22f1e541735b', '{"value":["817cc513-5843-4b4f-b379-96f7e5b3db5d"]}', 1767604380000);
insert into "pace" ("scope", "sent") values ('conversation:19:support-desk@thread.tacv2', 6);
insert into "pace" ("scope", "sent") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 24);
insert into "pace" ("scope", "sent") values ('conversation:19:contoso-erp@thread.tacv2', 6);
insert into "pace" ("scope", "sent") values ('conversation:19:erp-announcements@thread.v2', 6);
insert into "pace" ("scope", "sent") values ('conversation:a:maya', 5);
insert into "pace" ("scope", "sent") values ('conversation:a:jonas', 1);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:support-desk@thread.tacv2', 0, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 0, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:contoso-erp@thread.tacv2', 0, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 1, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:erp-announcements@thread.v2', 0, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 2, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:a:maya', 0, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 3, 1767517200000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:support-desk@thread.tacv2', 1, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 4, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:a:maya', 1, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 5, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:contoso-erp@thread.tacv2', 1, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 6, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:erp-announcements@thread.v2', 1, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 7, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:support-desk@thread.tacv2', 2, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 8, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:a:maya', 2, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 9, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:contoso-erp@thread.tacv2', 2, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 10, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:erp-announcements@thread.v2', 2, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 11, 1767517330000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:support-desk@thread.tacv2', 3, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 12, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:a:maya', 3, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 13, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:contoso-erp@thread.tacv2', 3, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 14, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:erp-announcements@thread.v2', 3, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 15, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:support-desk@thread.tacv2', 4, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 16, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:a:maya', 4, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 17, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:contoso-erp@thread.tacv2', 4, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 18, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:erp-announcements@thread.v2', 4, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 19, 1767517930000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:support-desk@thread.tacv2', 5, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 20, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:contoso-erp@thread.tacv2', 5, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 21, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:19:erp-announcements@thread.v2', 5, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 22, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('conversation:a:jonas', 0, 1767517980000);
insert into "pace_slot" ("scope", "slot", "at") values ('tenant:7e9a1c00-0000-4000-8000-00000000c0de', 23, 1767517980000);
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', 'salt', '', 'LEOFxRDHyO9pqCnx46mgtw');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~zBzgrd851endtXFGS0MIj1', 'a1b2c3d4-0000-4000-8000-000000000001', '"Invoices cannot be posted"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~jaV5CFkJT8FnxiazsFsUHx', 'a1b2c3d4-0000-4000-8000-000000000001', '"Every posting ends with \"Update conflict\".\nSince the morning run."');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~sn3z6rXanXpx1B_yH5ozcn', 'a1b2c3d4-0000-4000-8000-000000000001', '"40 trucks wait"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~Yc3mxZG8vJQsRxEQT-fVwX', 'a1b2c3d4-0000-4000-8000-000000000001', '"All of them"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~E4kTawTsRpZiMp8GB2XR8z', 'a1b2c3d4-0000-4000-8000-000000000001', '"Maya Lindt"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~2eawoAc8KlIQ9SGKOyamnJ', 'a1b2c3d4-0000-4000-8000-000000000001', '"maya@example.com"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~90kqNnPddxIcvOxhk4ibkq', 'a1b2c3d4-0000-4000-8000-000000000001', '"+45 32 12 34 56"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~YAS3V49lKT7gSmQlJ907AZ', 'a1b2c3d4-0000-4000-8000-000000000001', '"a:maya"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~if88N_CfKdJiufum9UnO0U', 'a1b2c3d4-0000-4000-8000-000000000001', '"1000000"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~SdS7wK3dEe8idDH-aH6JIg', 'a1b2c3d4-0000-4000-8000-000000000002', '"a1b2c3d4-0000-4000-8000-000000000002"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~bgTLAUO9U3-hYlvU2ZDOo3', 'a1b2c3d4-0000-4000-8000-000000000002', '"Priya Nair"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~eTyV73psw56ixBfe8PjIpu', 'a1b2c3d4-0000-4000-8000-000000000003', '"a1b2c3d4-0000-4000-8000-000000000003"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~deaPST_f0oc0-PcbFr4WUF', 'a1b2c3d4-0000-4000-8000-000000000003', '"Tomás Herrera"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~69UnoC5PdKt4tCEcoMmZwv', 'a1b2c3d4-0000-4000-8000-000000000004', '"a1b2c3d4-0000-4000-8000-000000000004"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~ZzfHD8LkKVMiP37Iu03UZ7', 'a1b2c3d4-0000-4000-8000-000000000004', '"Ingrid Sørensen"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~e9hHM4ou8HbF9F_aR01hph', 'a1b2c3d4-0000-4000-8000-000000000001', '"a1b2c3d4-0000-4000-8000-000000000001"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('817cc513-5843-4b4f-b379-96f7e5b3db5d', '~Srkt8m4bNBJ84tvFLxlj5j', 'a1b2c3d4-0000-4000-8000-000000000002', '"The database is being restarted."');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', 'salt', '', '268_g49GMuEUqhFM8ntHMA');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~CNoOa-4QiQ43YRLiWl0l5n', 'a1b2c3d4-0000-4000-8000-000000000005', '"Invoices cannot be posted"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~9JUKRls8Rdsl4yDPB3brGG', 'a1b2c3d4-0000-4000-8000-000000000005', '"Every posting ends with \"Update conflict\".\nSince the morning run."');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~jvrT1kS4iZ1lh5jjArEq0i', 'a1b2c3d4-0000-4000-8000-000000000005', '"40 trucks wait"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~9sIqJUKkRsRRXtZ6V-0_vP', 'a1b2c3d4-0000-4000-8000-000000000005', '"All of them"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~PscZZtDO58gwiZgIkrZGvc', 'a1b2c3d4-0000-4000-8000-000000000005', '"Maya Lindt"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~VxPv_kukancNqQKnwo21Dp', 'a1b2c3d4-0000-4000-8000-000000000005', '"maya@example.com"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~hMKQkiVqVyWbvvAn3OeYto', 'a1b2c3d4-0000-4000-8000-000000000005', '"+45 32 12 34 56"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~m4aEYgvkh-qQe0ejgJhJ20', 'a1b2c3d4-0000-4000-8000-000000000005', '"a:jonas"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~P5arKgf_PFUkA4JIhyeEgi', 'a1b2c3d4-0000-4000-8000-000000000005', '"1000021"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~AZdECCyn5Fe0J9GmfxonWK', 'a1b2c3d4-0000-4000-8000-000000000002', '"a1b2c3d4-0000-4000-8000-000000000002"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~fSsSzGVnjTxxZpGubXyBCF', 'a1b2c3d4-0000-4000-8000-000000000002', '"Priya Nair"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~bVc6g2MiioQJU0c3CIcn2B', 'a1b2c3d4-0000-4000-8000-000000000003', '"a1b2c3d4-0000-4000-8000-000000000003"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~HyfFsG55Zv1sqXG9MZyLEB', 'a1b2c3d4-0000-4000-8000-000000000003', '"Tomás Herrera"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~2Rp-Wnr6dtPzxM4UlfeVtR', 'a1b2c3d4-0000-4000-8000-000000000004', '"a1b2c3d4-0000-4000-8000-000000000004"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~O3LHlPOZ-VD0oCPtIZY2iG', 'a1b2c3d4-0000-4000-8000-000000000004', '"Ingrid Sørensen"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~i_-VTQ1XHqEM7Iu2nTyAqJ', 'a1b2c3d4-0000-4000-8000-000000000005', '"a1b2c3d4-0000-4000-8000-000000000005"');
insert into "personal" ("outage_id", "token", "person_id", "value") values ('f89efbcd-dfb9-450b-965a-22f1e541735b', '~oeTZunpoOF6vwX-9N2CpBu', 'a1b2c3d4-0000-4000-8000-000000000005', '"Jonas Weber"');
CREATE INDEX deadline_due on deadline (due_at);
CREATE INDEX delivery_ledger on delivery (outage_id, position);
CREATE INDEX delivery_waiting on delivery (lane, priority, position) where state = 'waiting';
CREATE INDEX cache_expiry on cache (expires_at) where expires_at is not null;
CREATE INDEX deadline_claimed on deadline (lease_until) where lease_until > 0;
CREATE INDEX delivery_set_aside on delivery (position) where state = 'failed' and set_aside_told = 0;
CREATE INDEX delivery_tried on delivery (outage_id, lane) where done_at is null and attempts > 0;
CREATE UNIQUE INDEX outage_of_request on outage (request_number) where request_number is not null;
CREATE INDEX delivery_thread on delivery (conversation_id) where kind = 'opening' and place in ('desk', 'queue');
CREATE INDEX outage_alike on outage (scenario_id, reported_at);
CREATE INDEX outage_unreached on outage (id) where desk_unreached = 1;
CREATE INDEX delivery_no_thread on delivery (created_at) where kind = 'opening' and place = 'desk' and state in ('waiting', 'failed');
CREATE INDEX draft_of_person on draft (person_id, touched_at);
CREATE INDEX draft_by_age on draft (touched_at);
CREATE INDEX draft_nudge on draft (touched_at) where nudge = 1;
CREATE INDEX outage_to_anonymise on outage (ended_at) where ended_at is not null;
CREATE INDEX refusal_of_outage on refusal (outage_id, at);
CREATE INDEX refusal_by_age on refusal (at, position);
CREATE INDEX outage_event_by_age on outage_event (at, outage_id, seq);
CREATE INDEX delivery_of_lane on delivery (lane);
CREATE INDEX delivery_pings on delivery (activity_id) where kind in ('ping', 'direct');
CREATE INDEX outage_by_state on outage (state, (number + 0));
CREATE INDEX outage_by_project on outage (project_id, (number + 0));
CREATE INDEX outage_by_reporter on outage (reporter_id, (number + 0));
CREATE INDEX outage_by_owner on outage (owner_id, (number + 0));
CREATE INDEX outage_open_of_project on outage (project_id, state, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_environment on outage (environment_id, project_id, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_scenario on outage (scenario_id, project_id, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_reporter on outage (reporter_id, state, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX outage_open_of_owner on outage (owner_id, state, (number + 0)) where state in ('reported', 'acknowledged');
CREATE INDEX personal_of_person_by_outage on personal (person_id, outage_id);
CREATE INDEX lane_claimed on lane (lease_until) where lease_until > 0;
CREATE INDEX delivery_openings on delivery (outage_id, position) where kind = 'opening';
CREATE INDEX file_of_outage on file (outage_id);
CREATE INDEX file_of_person on file (person_id);
CREATE INDEX file_of_hash on file (hash, bytes, preview_bytes) where hash is not null;
CREATE INDEX file_due on file (due_at) where state <> 'added';
CREATE INDEX file_claimed on file (lease_until) where lease_until > 0;
CREATE UNIQUE INDEX outage_event_api_request on outage_event (client) where client like 'api %';
