-- What can be objected to, under a reference that nobody can guess: one for each hide, one for each block. Made when
-- somebody first needs it, so nothing is known of a hide that nobody was told about.
create table appeal_reference (
  reference text        primary key,               -- twelve signs without hyphens
  case_id   uuid        not null references review_case,
  about     text        not null check (about in ('hide', 'block')),
  subject   uuid,                                  -- the order that hid it, or the block; null when others hid it
  made_at   timestamptz not null default clock_timestamp(),
  unique nulls not distinct (case_id, about, subject)
);

-- Blocks of authors who broke the policy repeatedly. Two people stand behind each one.
create table author_block (
  block_id    uuid        primary key,
  case_id     uuid        not null references review_case,  -- the case that it was proposed from
  account     text        not null,
  author_key  text        not null,
  author_name text        not null,
  clause      text        not null,
  reason      text        not null,
  notice      text        not null,                -- what its author is told
  last_day    date        not null,                -- in the district's time zone
  ends_at     timestamptz not null,                -- by this database's clock, as is all that compares with it
  state       text        not null check (state in
                ('proposed', 'declined', 'approved', 'active', 'ending', 'ended', 'failed')),
  proposed_by text        not null,
  proposed_at timestamptz not null default clock_timestamp(),
  approved_by text,
  approved_at timestamptz,
  ended_by    text,                                -- 'clock', or a user name
  note        text        not null default '',     -- why it was declined or ended
  trouble     text        not null default '',     -- what the platform says, while it does not do what was ordered
  changed_at  timestamptz not null default clock_timestamp(),
  check (approved_by is distinct from proposed_by),
  check (state in ('proposed', 'declined') or approved_by is not null)
);
create unique index author_block_one on author_block (account, author_key)
  where state in ('proposed', 'approved', 'active', 'ending');
create index author_block_due on author_block (ends_at) where state in ('approved', 'active');
create index author_block_case on author_block (case_id);

-- The violations that a proposal counted, as they stood then.
create table block_violation (
  block_id uuid        not null references author_block,
  case_id  uuid        not null references review_case,
  clause   text        not null,
  at       timestamptz not null,
  primary key (block_id, case_id)
);

-- Orders to block and to unblock; the result names one.
create table block_order (
  action_id uuid        primary key,
  block_id  uuid        not null references author_block,
  act       text        not null check (act in ('block', 'unblock')),
  at        timestamptz not null default clock_timestamp()
);
create index block_order_block on block_order (block_id);

-- Objections.
create table appeal (
  appeal_id   uuid        primary key,
  case_id     uuid        not null references review_case,
  reference   text        not null references appeal_reference,
  about       text        not null check (about in ('hide', 'block')),
  clause      text        not null,                -- that decided when it came
  channel     text        not null check (channel in ('form', 'telephone', 'letter', 'in-person')),
  appellant   text        not null,                -- as they say
  contact     text        not null default '',
  why         text        not null,
  code_hash   text,                                -- keyed hash of the code that shows its state; null when by hand
  received_by text,                                -- the user name of who wrote it down; null for the form
  received_at timestamptz not null default clock_timestamp(),
  due_at      timestamptz not null,
  state       text        not null default 'open' check (state in ('open', 'upheld', 'overturned')),
  decided_by  text,
  decided_at  timestamptz,
  reason      text        not null default '',
  check ((state = 'open') = (decided_by is null) and (state = 'open') = (decided_at is null)),
  check ((state = 'open') = (reason = '')),
  check ((channel = 'form') = (received_by is null))
);
create index appeal_open on appeal (due_at) where state = 'open';
create index appeal_decided on appeal (decided_at desc) where state <> 'open';
create index appeal_case on appeal (case_id);
create index appeal_reference_of on appeal (reference);

-- Whoever hid a comment or confirmed its hide does not judge an objection to it; for a block, those are the two who
-- stand behind it. A role of the service ('policy', 'ingest') is no person.
create function behind_appeal(the_case uuid, what text, the_subject uuid) returns setof text
language sql stable as $$
  select actor from case_event
  where what = 'hide' and case_id = the_case and kind in ('confirmed', 'hide-ordered', 'hidden-before-seal')
    and actor not in ('policy', 'ingest', 'notifier')
  union
  select ordered_by from ordered_action
  where what = 'hide' and case_id = the_case and action = 'hide' and ordered_by <> 'policy'
  union
  select decided_by from review_case
  where what = 'hide' and case_id = the_case and state in ('confirmed', 'hidden') and decided_by is not null
  union
  select p from author_block b, lateral (values (b.proposed_by), (b.approved_by)) as people(p)
  where what = 'block' and b.block_id = the_subject and p is not null
$$;

create function check_appeal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state <> 'open' then
    raise exception 'appeal % is % already', old.appeal_id, old.state;
  end if;
  if new.state <> 'open' and exists (
      select from appeal_reference r, lateral behind_appeal(r.case_id, r.about, r.subject) as person
      where r.reference = new.reference and person = new.decided_by) then
    raise exception 'appeal % must be decided by another person', new.appeal_id;
  end if;
  return new;
end $$;
create trigger appeal_by_another before insert or update on appeal for each row execute function check_appeal();

-- Replies as the organisation: one for each case and template, unless the platform refused it.
create table case_reply (
  action_id  uuid        primary key,
  case_id    uuid        not null references review_case,
  template   text        not null,
  language   text        not null,
  text       text        not null,
  ordered_by text        not null,
  ordered_at timestamptz not null default clock_timestamp(),
  state      text        not null default 'ordered' check (state in ('ordered', 'posted', 'failed')),
  note       text        not null default '',
  done_at    timestamptz
);
create unique index case_reply_once on case_reply (case_id, template) where state <> 'failed';

-- Who asked how often at the public form, so that a restart forgives nobody. Old rows go by themselves.
create table appeal_try (
  address text        not null,                    -- a keyed hash, never the address itself
  kind    text        not null check (kind in ('send', 'look')),
  at      timestamptz not null default clock_timestamp()
);
create index appeal_try_recent on appeal_try (kind, at);
