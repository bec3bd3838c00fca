-- A block that someone made by hand is explained or taken back, its author can be told, and they can appeal.
alter table hand_block
  add column reference      text unique,           -- for an appeal; made with the first reason
  add column notice         text not null default '',  -- what its author is told
  add column told           boolean,               -- whether they could be; null until a person says so
  add column told_how       text not null default '',  -- the way, or why there was none
  add column told_by        text,                  -- a user name
  add column told_at        timestamptz,
  add column taken_back_why text not null default '',
  add column taken_back_by  text,
  add column taken_back_at  timestamptz,
  add column unblock_id     uuid unique,           -- the order, where the platform's interface can
  add column unblock_failed boolean not null default false,
  add column trouble        text not null default '',  -- what the platform says then
  add check ((told is null) = (told_by is null) and (told is null) = (told_at is null)),
  add check ((taken_back_by is null) = (taken_back_at is null) and (taken_back_by is null) = (taken_back_why = ''));

-- Appeals against blocks that were not ordered here, so no case belongs to them. Whoever has no reference names the page
-- and the author; such an appeal is kept whether or not anyone of that name is blocked, so that its answer tells nothing.
create table hand_block_appeal (
  appeal_id     uuid        primary key,
  reference     text        not null,              -- of the block; made for an appeal that came without one
  by_name       boolean     not null,
  account       text        not null,
  author_name   text        not null,              -- as the register or the sender says
  hand_block_id uuid        references hand_block, -- null while no such block is known
  appellant     text        not null,
  contact       text        not null,
  why           text        not null,
  code_hash     text        not null,
  received_at   timestamptz not null default clock_timestamp(),
  due_at        timestamptz not null,
  state         text        not null default 'open' check (state in ('open', 'upheld', 'overturned')),
  decided_by    text,
  decided_at    timestamptz,
  reason        text        not null default '',
  disposal_id   uuid        references disposal,
  check ((state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)),
  check ((state = 'open') = (reason = '')),
  check (by_name or hand_block_id is not null)
);
create index hand_block_appeal_open on hand_block_appeal (due_at) where state = 'open';
create index hand_block_appeal_reference on hand_block_appeal (reference);
create index hand_block_appeal_block on hand_block_appeal (hand_block_id);

-- The block that stands under a name which someone typed: the name shown, or the one that the platform knows.
create function hand_block_named(the_account text, the_name text) returns uuid language sql stable as $$
  select hand_block_id from hand_block
  where account = the_account and gone_at is null
    and lower(ltrim(the_name, '@')) in (lower(ltrim(author_name, '@')), lower(substr(author_key, strpos(author_key, ':') + 1)))
  order by first_seen_at, hand_block_id limit 1
$$;

-- Whoever stands behind a block does not judge an appeal against it, and what was decided stays. Its words may go with a
-- disposal.
create function check_hand_block_appeal() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then
    old.appellant := '';
    old.author_name := '';
    old.contact := '';
    old.why := '';
    old.reason := new.reason;
    old.disposal_id := new.disposal_id;
    if old is distinct from new or new.reason <> 'Disposed of.' then
      raise exception 'appeal % is % already', old.appeal_id, old.state;
    end if;
  elsif new.state <> 'open' and exists (
      select from hand_block k where k.hand_block_id = new.hand_block_id and k.noted_by = new.decided_by) then
    raise exception 'appeal % must be decided by another person', new.appeal_id;
  end if;
  return new;
end $$;
create trigger hand_block_appeal_by_another before update on hand_block_appeal
  for each row execute function check_hand_block_appeal();

-- What a person has to do about a block: carry it out, explain it, tell its author, or lift it.
create view block_task as
  select case b.state when 'approved' then 'carry-out' else 'lift' end as task, b.block_id as id, b.account, rc.building
  from author_block b join review_case rc using (case_id)
  where b.by_hand and b.state in ('approved', 'ending') or b.state = 'ending' and b.trouble <> ''
  union all
  select case
      when k.taken_back_at is not null or k.ends_at <= clock_timestamp() then 'lift'
      when k.reason = '' then 'explain'
      else 'tell'
    end, k.hand_block_id, k.account, coalesce(e.building, '')
  from hand_block k left join register_entry e using (account)
  where k.gone_at is null and (
    case when k.taken_back_at is null then k.reason = '' or k.told is null or k.ends_at <= clock_timestamp()
    else k.unblock_id is null or k.unblock_failed end);

create table block_letter (
  person  text        primary key,                 -- id in district.yaml
  tasks   text[]      not null,
  told_at timestamptz not null
);
