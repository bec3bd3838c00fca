-- What people asked of the reading of accounts. What became of it comes back in the account's status.
create table account_request (
  command_id    uuid        primary key,
  account       text        not null,
  act           text        not null,
  backfill_from date,
  asked_by      text        not null,              -- a user name
  reason        text        not null default '',
  at            timestamptz not null default clock_timestamp()
);
create index account_request_newest on account_request (account, act, at desc);

-- What was judged, day by day: what reports over a large archive read in its place. Counted anew, a day gives the same.
create table judged_day (
  day       date   not null,                       -- of the judgement, in the district's time zone
  account   text   not null,
  building  text   not null,                       -- the account's when the day was counted; empty for none
  stance    text   not null check (stance in ('critical', 'supportive', 'neither')),
  clause    text   not null,                       -- those for which it holds; empty for all
  created   bigint not null,                       -- comments seen for the first time
  edited    bigint not null,                       -- and edits, judged again
  allowed   bigint not null,
  reviewed  bigint not null,
  hidden    bigint not null,
  escalated bigint not null,
  primary key (day, account, building, stance, clause)
);
create table counted_day (
  day        date        primary key,
  counted_at timestamptz not null,                 -- all that was judged before is in it
  closed     boolean     not null                  -- whether nothing can come any more
);

create index review_case_opened on review_case (opened_at);
create index case_event_of_people on case_event (at) where actor not in ('policy', 'ingest', 'notifier');
