-- The evidence ledger, created in the first schema of the search path. Safe to repeat. Nothing in it ever changes:
-- additions of later versions go into the records themselves.
create table if not exists evidence_ledger (
  sequence bigint primary key check (sequence > 0), -- without gaps
  entry_id uuid   not null unique,
  case_id  uuid   not null,
  kind     text   not null,
  record   bytea  not null,                          -- canonical JSON (RFC 8785): exactly what was hashed
  hash     text   not null,                          -- SHA-256 of the record, lower-case hex
  link     text   not null                           -- SHA-256 of the link before it and this hash
);
create index if not exists evidence_ledger_of_case on evidence_ledger (case_id, sequence);

-- The content of fetched attachments; the ledger's records name them by their hash.
create table if not exists evidence_blob (
  sha256  text        primary key,
  content bytea       not null,
  kept_at timestamptz not null default clock_timestamp()
);

create or replace function evidence_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'evidence is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end
$$;
create or replace trigger evidence_ledger_append_only before update or delete or truncate on evidence_ledger
  for each statement execute function evidence_refuse();
alter table evidence_ledger enable always trigger evidence_ledger_append_only;
create or replace trigger evidence_blob_append_only before update or delete or truncate on evidence_blob
  for each statement execute function evidence_refuse();
alter table evidence_blob enable always trigger evidence_blob_append_only;
