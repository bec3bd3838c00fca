-- Gives the ledger of evidence a keeper: a role without login that owns it, so that the notifier's own role can add to it
-- and read it, but can neither change it nor remove its triggers. For the database's administrator; safe to repeat.
-- A ledger that the notifier created in its own schema earlier is taken over with its records.
do $$
begin
  if not exists (select from pg_roles where rolname = 'evidence_keeper') then
    create role evidence_keeper nologin;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant evidence_keeper to %I', current_user);
  end if;
end
$$;
create schema if not exists evidence authorization evidence_keeper;
do $$
declare
  name text;
begin
  foreach name in array array['evidence_ledger', 'evidence_blob'] loop
    if to_regclass('notifier.' || name) is not null and to_regclass('evidence.' || name) is null then
      execute format('alter table notifier.%I set schema evidence', name);
      execute format('alter table evidence.%I owner to evidence_keeper', name);
    end if;
  end loop;
  if to_regprocedure('notifier.evidence_refuse()') is not null
      and to_regprocedure('evidence.evidence_refuse()') is null then
    alter function notifier.evidence_refuse() set schema evidence;
    alter function evidence.evidence_refuse() owner to evidence_keeper;
  end if;
end
$$;
set role evidence_keeper;
set search_path = evidence;
