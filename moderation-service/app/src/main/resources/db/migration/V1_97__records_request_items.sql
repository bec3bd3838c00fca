-- What a request for records is about: searches, and the items that they found, which are held and decided one by one.
create table records_request_search (
  search_id  uuid        primary key,
  request_id uuid        not null references records_request,
  query      text        not null,                  -- as in the address of the search
  run_by     text        not null,                  -- a user name: it finds what this person may see
  state      text        not null default 'waiting'
    check (state in ('waiting', 'done', 'too-many', 'refused', 'failed')),
  place      text        not null default '',       -- where it goes on
  found      bigint      not null default 0,        -- in this run
  added      bigint      not null default 0,        -- of these, what was new to the request
  gone       bigint      not null default 0,        -- of these, what was disposed of before it could be added
  faults     int         not null default 0,        -- in a row
  next_at    timestamptz not null default clock_timestamp(), -- later after a fault
  asked_at   timestamptz not null default clock_timestamp(),
  ended_at   timestamptz,
  unique (request_id, query, run_by)
);
create index records_request_search_waiting on records_request_search (asked_at) where state = 'waiting';

create table records_request_item (
  item_no    bigint      generated always as identity primary key,
  request_id uuid        not null references records_request,
  search_id  uuid        not null references records_request_search,
  account    text        not null,
  item_id    text        not null,                  -- the platform's id of the comment or post
  kind       text        not null check (kind in ('comment', 'reply', 'edit', 'deletion', 'post')),
  revision   text        not null,                  -- of a post its version
  seen_at    timestamptz not null,
  text_hash  text        not null,                  -- SHA-256 in hex, to find equal texts; empty once disposed of
  added_at   timestamptz not null default clock_timestamp(),
  state      text        not null default 'open'
    check (state in ('open', 'release', 'redact', 'withhold', 'later')),
  exemption  text        not null default '',       -- the id of a ground in requests.yaml
  note       text        not null default '',
  decided_by text        not null default '',
  decided_at timestamptz,
  version    int         not null default 0,
  unique (request_id, account, item_id, kind, revision),
  check ((state = 'withhold') = (exemption <> ''))
);
create index records_request_item_held on records_request_item (account, item_id);
create index records_request_item_place on records_request_item (request_id, item_no);
create index records_request_item_same on records_request_item (request_id, text_hash);
