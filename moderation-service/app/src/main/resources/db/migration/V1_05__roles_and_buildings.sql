-- More roles, and the buildings to which somebody is limited: none is the whole district. Whoever was there stays as they
-- were.
alter table console_user drop constraint console_user_role_check;
alter table console_user add constraint console_user_role_check check (role in
  ('moderator', 'building-administrator', 'administrator', 'records-officer', 'auditor'));
alter table console_user add column buildings text[] not null default '{}';  -- ids in district.yaml
alter table console_user add constraint console_user_buildings_check check (
  case role when 'building-administrator' then cardinality(buildings) > 0
            when 'administrator' then cardinality(buildings) = 0
            else true end);

-- What is not closed yet is listed for whoever must answer it.
create index escalation_state_standing on escalation_state (case_id) where state <> 'closed';

-- The audit log is read by time, and narrowed to a person, an act or a case. Which case a row is about is read off its
-- target, so that it is never told twice.
alter table audit add column case_id uuid generated always as (
  substring(target from '^(?:case )?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})')::uuid) stored;
create index audit_time on audit (at desc, id desc);
create index audit_actor on audit (actor, at desc, id desc);
create index audit_act on audit (act, at desc, id desc);
create index audit_case on audit (case_id, at desc, id desc) where case_id is not null;
