-- Records are disposed of once their time is over, by two people, with the approval of the commission that keeps watch
-- over them. What is under a hold stays.
alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in
  ('delete-comment', 'block-author', 'dispose-records', 'lift-hold', 'publish-policy'));

-- One person puts it in force at once; it ends when a second one approves a proposal to lift it.
create table record_hold (
  hold_id     uuid        primary key,             -- given with the form, so that sending it twice is one
  covers      text        not null check (covers in ('case', 'author', 'everything')),
  case_id     uuid        references review_case,
  account     text        not null default '',     -- empty for all, and for a case
  author_key  text        not null default '',
  author_name text        not null default '',     -- as it was when the hold was put in force
  building    text        not null default '',     -- of a case or an account; of everything: empty for all
  from_day    date,                                -- of everything, in the district's time zone; null for no limit
  until_day   date,
  matter      text        not null check (matter <> ''),
  reason      text        not null check (reason <> ''),
  placed_by   text        not null,                -- a user name
  placed_at   timestamptz not null default clock_timestamp(),
  lifted_by   text,                                -- who approved that it is lifted
  lifted_at   timestamptz,
  check ((covers = 'case') = (case_id is not null)),
  check ((covers = 'author') = (author_key <> '')),
  check ((lifted_by is null) = (lifted_at is null))
);
create index record_hold_in_force on record_hold (placed_at) where lifted_at is null;

-- What two people agreed on, and how far it is carried out. Whether it was approved, its proposal says, too.
create table disposal (
  disposal_id        uuid        primary key,      -- the proposal's
  kind               text        not null check (kind in ('allowed-comments', 'decided-cases')),
  building           text        not null default '',  -- as chosen; empty for all
  account            text        not null default '',  -- as chosen; empty for all
  accounts           text[]      not null check (cardinality(accounts) > 0),  -- what that meant then, and means from then on
  before_day         date        not null,         -- what happened on it or later keeps a record
  before             timestamptz not null,         -- when that day begins
  zone               text        not null,         -- the district's time zone
  approval           text        not null check (approval <> ''),  -- the number of the commission's
  proposer_name      text        not null,
  approved_by        text,
  approver_name      text        not null default '',
  approved_at        timestamptz,
  at_account         text        not null default '',  -- the last record that was looked at
  at_comment         text        not null default '',
  total              bigint      not null default 0,   -- records to look at
  looked             bigint      not null default 0,
  records            bigint      not null default 0,   -- disposed of
  revisions          bigint      not null default 0,
  ended_at           timestamptz,
  certificate_sha256 text,                         -- of the certificate's bytes
  check ((approved_by is null) = (approved_at is null)),
  check ((ended_at is null) = (certificate_sha256 is null)),
  check (approved_by is not null or looked = 0)
);
create index disposal_under_way on disposal (approved_at) where approved_at is not null and ended_at is null;

-- What was looked at and left, by the first reason that held.
create table disposal_left (
  disposal_id uuid   not null references disposal,
  reason      text   not null,
  n           bigint not null,
  primary key (disposal_id, reason)
);

-- What the certificate lists. Each revision is disposed of once.
create table disposed_revision (
  disposal_id   uuid        not null references disposal,
  account       text        not null,
  comment_id    text        not null,
  revision      text        not null,
  case_id       uuid,
  kind          text        not null,
  outcome       text        not null,              -- empty for a deletion
  seen_at       timestamptz not null,              -- when the connector read it
  first_seen_at timestamptz not null,              -- the comment
  last_at       timestamptz not null,              -- when something last happened to the record
  clause        text        not null,              -- of the case, as are the next three
  category      text        not null,
  decision      text        not null,
  decided_at    timestamptz,
  text_sha256   text        not null,
  raw_sha256    text        not null,              -- of the platform's answer
  disposed_at   timestamptz not null,
  primary key (account, comment_id, revision)
);
create index disposed_revision_certificate on disposed_revision (disposal_id, account, comment_id, seen_at, revision);
create trigger disposed_revision_is_append_only before update or delete or truncate on disposed_revision
  for each statement execute function refuse_change();

-- What stays of a record that was disposed of: ids, days and what was decided. A comment that its author changes afterwards is a
-- record again, its earlier revisions stay empty.
alter table comment add column disposal_id uuid references disposal;
alter table revision add column disposal_id uuid references disposal;
create index quality_sample_of_comment on quality_sample (account, comment_id) where judged_by is null;

-- Whatever a program does wrong: nobody lifts a hold or disposes of records alone.
create function approved_by_another(the_kind text, the_subject text, who text) returns boolean language sql stable as $$
  select exists (select from proposal
    where kind = the_kind and subject = the_subject and state = 'approved' and answered_by = who)
$$;
create function check_lifting() returns trigger language plpgsql as $$
begin
  if new.lifted_by is not null and old.lifted_by is null
      and not approved_by_another('lift-hold', new.hold_id::text, new.lifted_by) then
    raise exception 'hold % is lifted by two people', new.hold_id;
  end if;
  return new;
end $$;
create trigger hold_lifted_by_two before update on record_hold for each row execute function check_lifting();
create function check_disposal() returns trigger language plpgsql as $$
begin
  if new.approved_by is not null and not approved_by_another('dispose-records', new.disposal_id::text, new.approved_by) then
    raise exception 'disposal % is approved by a second person', new.disposal_id;
  end if;
  return new;
end $$;
create trigger disposal_by_two before insert or update of approved_by on disposal
  for each row execute function check_disposal();

-- A case's history is only ever added to; what its entries say in words goes with the record, and they themselves stay.
create function is_disposed(the_case uuid) returns boolean language sql stable as $$
  select exists (select from review_case rc join comment c using (account, comment_id)
    where rc.case_id = the_case and c.disposal_id is not null)
$$;
create function guard_case_event() returns trigger language plpgsql as $$
begin
  old.detail := '';
  if old is distinct from new or not is_disposed(new.case_id) then
    raise exception 'rows of case_event are only ever added';
  end if;
  return new;
end $$;
drop trigger case_event_is_append_only on case_event;
create trigger case_event_is_append_only before delete or truncate on case_event
  for each statement execute function refuse_change();
create trigger case_event_stays before update on case_event for each row execute function guard_case_event();

-- The same for an appeal that was decided: its words go with the record.
create function check_appeal_stays() returns trigger language plpgsql as $$
begin
  old.appellant := '';
  old.contact := '';
  old.why := '';
  old.reason := new.reason;
  if old is distinct from new or new.reason <> 'Disposed of.' or not is_disposed(new.case_id) then
    raise exception 'appeal % is % already', old.appeal_id, old.state;
  end if;
  return new;
end $$;
create or replace function check_appeal() returns trigger language plpgsql as $$
begin
  if new.state <> 'open' and exists (
      select from appeal_reference r, lateral behind_appeal(r.case_id, r.about, r.subject) as person
      where r.reference = new.reference and person = new.decided_by) then
    raise exception 'appeal % must be decided by another person', new.appeal_id;
  end if;
  return new;
end $$;
drop trigger appeal_by_another on appeal;
create trigger appeal_by_another before insert on appeal for each row execute function check_appeal();
create trigger appeal_decided_by_another before update on appeal for each row
  when (old.state = 'open') execute function check_appeal();
create trigger appeal_stays before update on appeal for each row
  when (old.state <> 'open') execute function check_appeal_stays();
