-- A kept picture of a post that people removed: who, when and why stay, and its address is not fetched again. Where the district
-- names a second person for disposals, another one approves.
alter table post_picture drop constraint post_picture_state_check;
alter table post_picture
  add column removed_by      text,                    -- a user name; who proposed it, if another one approved
  add column approved_by     text,
  add column removed_at      timestamptz,
  add column removed_because text,
  add constraint post_picture_state_check check (state in ('waiting', 'kept', 'missing', 'removed')),
  add constraint post_picture_removed_check check (
    (state = 'removed') = (removed_by is not null and removed_at is not null and coalesce(removed_because, '') <> '')),
  add check (approved_by <> removed_by);

alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in
  ('delete-comment', 'block-author', 'dispose-records', 'lift-hold', 'publish-policy', 'change-access', 'reply',
    'release-records', 'merge-authors', 'remove-picture'));

-- Each fetch of a picture of a post, for the limit of an hour: also those that a site refuses, and each further try. Rows go after
-- two hours. The column fetched_at stays as the last try.
create table post_picture_fetch (
  fetch_id   bigint generated always as identity primary key,
  started_at timestamptz not null default clock_timestamp(),
  bytes      bigint      not null default 0           -- what it brought; of one that is too large, what may be fetched
);
create index post_picture_fetch_started on post_picture_fetch (started_at);
drop index post_picture_fetched;

-- Hashes of each picture of a comment that was looked at, so that a picture that is listed later is found in it. They go with
-- the row of the picture, so with its comment.
create table picture_hash (
  hash_id    bigint generated always as identity unique,
  account    text        not null,
  comment_id text        not null,
  url_key    text        not null,
  hashes     bytea       not null check (octet_length(hashes) > 0 and octet_length(hashes) % 32 = 0), -- PDQ, 32 bytes each
  read_at    timestamptz not null default clock_timestamp(),
  primary key (account, comment_id, url_key),
  foreign key (account, comment_id, url_key) references picture_reading on delete cascade
);

-- How far a listed picture was looked for in earlier comments. Those that were listed before have nothing earlier: hashes are
-- kept from now on.
alter table known_picture
  add column turned          text   not null default '', -- PDQ, as hashes, in eight positions; empty if a program without it listed it
  add column search_until    bigint not null default 0,  -- the hash_id of the last picture from before it was listed
  add column searched_to     bigint not null default 0,  -- the one that was compared last
  add column compared        bigint not null default 0,  -- pictures
  add column found           bigint not null default 0,  -- earlier pictures that are this one
  add column sent_to_review  bigint not null default 0,  -- cases that a person got for it
  add column search_ended_at timestamptz;
update known_picture set search_ended_at = clock_timestamp();
