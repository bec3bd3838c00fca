-- Exports of what a search found: asked for in the console, written in the background, downloaded, removed after a day.

create table archive_export (
  export_id uuid        primary key,              -- given with the form
  query     text        not null,                 -- the search in its usual form
  search    text        not null,                 -- the same in words
  scope     text        not null,                 -- what the person might see; another scope ends it
  purpose   text        not null check (purpose in ('police', 'attorney', 'records-request', 'other')),
  words     text        not null,                 -- the purpose's number, or what it is for; empty after a year
  asked_by  text        not null,                 -- a user name
  asked_at  timestamptz not null default clock_timestamp(),
  state     text        not null default 'finding'
    check (state in ('finding', 'writing', 'ready', 'too-many', 'too-large', 'refused', 'failed', 'removed', 'disposed')),
  place     text        not null default '',      -- where the search goes on
  found     bigint      not null default 0,       -- comments and posts
  total     bigint      not null default 0,       -- records that are to be written
  written   bigint      not null default 0,       -- of them so far
  bytes     bigint      not null default 0,       -- of its files so far
  manifest  text        not null default '',      -- manifest.json, as far as it is
  faults    int         not null default 0,       -- in a row
  next_at   timestamptz not null default clock_timestamp(), -- later after a fault
  ended_at  timestamptz,
  check ((state in ('finding', 'writing')) = (ended_at is null))
);
create unique index archive_export_in_work on archive_export (asked_by) where state in ('finding', 'writing');
create index archive_export_of on archive_export (asked_by, asked_at);

-- What the search found: comments, and posts. deploy/exporter reads it.
create table archive_export_item (
  export_id uuid    not null references archive_export on delete cascade,
  account   text    not null,
  post      boolean not null,
  item_id   text    not null,                     -- the platform's id
  primary key (export_id, account, post, item_id)
);

-- The files of the bundle, each whole.
create table archive_export_file (
  export_id uuid  not null references archive_export on delete cascade,
  name      text  not null,
  content   bytea not null,
  primary key (export_id, name)
);
