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
  add column at_start       boolean not null default false,  -- in the first list that was read of its account
  add check ((told is null) = (told_by is null) and (told is null) = (told_at is null)),
  add check ((taken_back_by is null) = (taken_back_at is null) and (taken_back_by is null) = (taken_back_why = ''));

-- Appeals against blocks that were not ordered here, so no case belongs to them. A person without a reference names the
-- page and the author. Such an appeal is always kept, so its answer does not tell who is blocked.
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

-- Whether someone typed this author's name: the name shown, or the one that the platform knows. An @ before it does not count.
create function is_author_named(typed text, shown text, author_key text) returns boolean language sql immutable as $$
  select ltrim(typed, '@') <> '' and lower(ltrim(typed, '@'))
    in (lower(ltrim(shown, '@')), lower(ltrim(substr(author_key, strpos(author_key, ':') + 1), '@')))
$$;

-- The blocks that an appeal may be about: the one that it is bound to, or all that stand under its name. Authors choose their
-- names, so several can have the same one.
create function hand_blocks_appealed(bound uuid, the_account text, the_name text) returns setof uuid language sql stable as $$
  select bound where bound is not null
  union all
  select hand_block_id from hand_block
  where bound is null and account = the_account and gone_at is null and is_author_named(the_name, author_name, author_key)
$$;

-- The people behind these blocks: everyone who ever wrote down why. The sender may also mean a block that was ordered here
-- under this name, so the people behind that one count as well.
create function behind_hand_appeal(bound uuid, the_account text, the_name text) returns setof text language sql stable as $$
  select actor from audit
  where act = 'hand-block-noted'
    and target in (select 'hand block ' || id from hand_blocks_appealed(bound, the_account, the_name) as id)
  union
  select noted_by from hand_block
  where noted_by is not null and hand_block_id in (select hand_blocks_appealed(bound, the_account, the_name))
  union
  select person from author_block b, lateral behind_appeal(b.case_id, 'block', b.block_id) as person
  where b.account = the_account and b.state in ('approved', 'active', 'ending')
    and is_author_named(the_name, b.author_name, b.author_key)
$$;
create index audit_hand_block_noted on audit (target) where act = 'hand-block-noted';

-- The people behind a block do not judge an appeal against it. A decision stays; its words may go with a disposal.
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
      select from (values (old.hand_block_id), (new.hand_block_id)) as blocks(id),
        lateral behind_hand_appeal(blocks.id, old.account, old.author_name) as person
      where person = new.decided_by) then
    raise exception 'appeal % must be decided by another person', new.appeal_id;
  end if;
  return new;
end $$;
create trigger hand_block_appeal_by_another before update on hand_block_appeal
  for each row execute function check_hand_block_appeal();

-- What a person has to do about a block: carry it out, explain it, tell its author, or lift it; or look through the old ones.
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
    case when k.taken_back_at is null
      then k.told is null and not (k.at_start and k.reason = '') or k.ends_at <= clock_timestamp()
      -- A platform that does not answer within a day may never do so.
      else k.unblock_id is null or k.unblock_failed or k.taken_back_at < clock_timestamp() - interval '1 day' end)
  union all
  -- Those that an account brought along are one task together: nobody explains hundreds in a day.
  select 'look-through', md5('look-through ' || k.account)::uuid, k.account, coalesce(e.building, '')
  from hand_block k left join register_entry e using (account)
  where k.at_start and k.gone_at is null and k.taken_back_at is null and k.reason = ''
  group by k.account, e.building;

-- Appeals by name count for themselves: no one can close the form for those who have a reference.
alter table appeal_try drop constraint appeal_try_kind_check;
alter table appeal_try add constraint appeal_try_kind_check
  check (kind in ('send', 'send-by-name', 'look') or kind ~ '^tip-(look|public|school|staff)(:.*)?$'
    or kind ~ '^connect-(look|send)(:.*)?$');

-- Mails about blocks come again like those about the register.
alter table register_letter rename to task_letter;
alter table task_letter rename column gaps to tasks;
alter table task_letter add column about text not null default 'register';
alter table task_letter drop constraint register_letter_pkey, add primary key (about, person);
