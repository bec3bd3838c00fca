-- All blocks on all accounts: those ordered here, those that a person carries out, and those that someone made by hand.

-- Under a platform's interface that cannot block, a person does and undoes it.
alter table author_block add column by_hand boolean not null default false;
alter table author_block add column rules_version text not null default '';  -- of replies.yaml, when it was proposed
-- When the platform last listed the author, and since when a complete list lacks them.
alter table author_block add column seen_at timestamptz;
alter table author_block add column missing_at timestamptz;

-- When an account's blocks were last read from its platform.
create table block_list (
  account  text        primary key,
  read_at  timestamptz not null,                   -- when reading began
  complete boolean     not null
);

-- Blocks that stand on the platform and were not ordered here. A person adds why and until when.
create table hand_block (
  hand_block_id uuid        primary key default gen_random_uuid(),
  account       text        not null,
  author_key    text        not null,
  author_name   text        not null,
  first_seen_at timestamptz not null,
  seen_at       timestamptz not null,
  missing_at    timestamptz,
  gone_at       timestamptz,                       -- lifted there, or taken over by a block from here
  reason        text        not null default '',
  last_day      date,                              -- in the district's time zone
  ends_at       timestamptz,                       -- by this database's clock
  noted_by      text,
  noted_at      timestamptz,
  check ((reason = '') = (last_day is null) and (reason = '') = (ends_at is null)),
  check ((reason = '') = (noted_by is null) and (reason = '') = (noted_at is null))
);
create unique index hand_block_one on hand_block (account, author_key) where gone_at is null;
