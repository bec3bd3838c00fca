-- Up to which comment people have looked at an account, and what is wrong with one until someone fixes it.
create index comment_to_look_at on comment (account, first_seen_at, comment_id) where not from_history;
create index review_case_decided_by_people on review_case (account, decided_at)
  where decided_by is not null and decided_by not in ('policy', 'ingest', 'notifier');

create table account_look (
  account         text        primary key,
  through_at      timestamptz not null,              -- the newest comment that someone looked at
  through_comment text        not null default '',   -- with its id, because many are read at once
  looked_at       timestamptz not null,
  looked_by       text        not null default ''    -- a user name; empty at the start of the watch
);

-- Who decides a case has looked at its account, too. A decision of the program is none.
create view account_looked as
select l.account, l.looked_at, l.looked_by,
  coalesce(greatest(l.through_at, d.at), l.through_at) as at,
  case when d.at > l.through_at then '' else l.through_comment end as comment_id
from account_look l
cross join lateral (
  select max(rc.decided_at) as at from review_case rc
  where rc.account = l.account and rc.decided_by is not null
    and rc.decided_by not in ('policy', 'ingest', 'notifier')) d;

create table account_trouble (
  trouble_id uuid        primary key default gen_random_uuid(),
  account    text        not null,                   -- id in district.yaml
  cause      text        not null check (cause in
               ('not-looked-at', 'signed-out', 'unreachable', 'silent', 'out-of-budget')),
  since      timestamptz not null,
  ended_at   timestamptz
);
create unique index account_trouble_standing on account_trouble (account, cause) where ended_at is null;

-- Nobody is told twice of the same trouble.
create table account_trouble_told (
  trouble_id uuid        not null references account_trouble,
  person     text        not null,                   -- id in district.yaml
  told_at    timestamptz not null,
  primary key (trouble_id, person)
);
