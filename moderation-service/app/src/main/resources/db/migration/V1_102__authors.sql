-- Authors with a page that someone asked for. Nobody else has a row: strikes and blocks name an author by account and key.
create table author (
  author_id  uuid primary key default gen_random_uuid(),
  platform   text not null,
  account    text not null,                        -- empty where the platform's ids are the same on all of its accounts
  author_key text not null,
  unique (platform, account, author_key)
);

-- What people opened a page for, for the hour that it counts. What stays is in the audit log.
create table author_look (
  author_id uuid        not null references author on delete cascade,
  user_name text        not null,
  purpose   text        not null
    check (purpose in ('decide-case', 'decide-appeal', 'consider-block', 'safety', 'answer-request', 'other')),
  note      text        not null check (note <> ''),
  at        timestamptz not null default clock_timestamp(),
  primary key (author_id, user_name)
);
create index author_look_of on author_look (user_name, at);

-- Authors that people say are one person. Each is in one group at most, and groups have no order: so nothing is a chain.
create table author_member (
  author_id   uuid        primary key references author on delete cascade,
  group_id    uuid        not null,
  reason      text        not null check (reason <> ''),
  joined_by   text        not null,                -- a user name
  approved_by text,                                -- another one; null where the district asks for none
  joined_at   timestamptz not null default clock_timestamp(),
  check (approved_by <> joined_by)
);
create index author_member_group on author_member (group_id);

alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in
  ('delete-comment', 'block-author', 'dispose-records', 'lift-hold', 'publish-policy', 'change-access', 'reply',
    'release-records', 'merge-authors'));
