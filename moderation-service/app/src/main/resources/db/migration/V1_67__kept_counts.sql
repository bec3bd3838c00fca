-- What is kept, counted for the page of records: by the month in which comments were first seen, in UTC. A month is
-- counted again after a multiple of the time that counting it took, so this is always a small share of the work.
create table kept_month (
  month      date        primary key,              -- its first day
  counted_at timestamptz not null,
  took       interval    not null,
  again      boolean     not null default false    -- a disposal changed it
);
create table kept_count (
  month    date        not null references kept_month,
  account  text        not null,
  building text,                                   -- of the cases; null without a case
  kind     text        not null check (kind in ('caseless', 'decided', 'evidence', 'open', 'disposed')),
  n        bigint      not null,
  oldest   timestamptz not null,                   -- by first sight
  unique (month, account, building, kind)
);

-- A month is counted from the index alone.
drop index comment_newest;
create index comment_newest on comment (first_seen_at desc, account, comment_id) include (disposal_id);
