-- Pictures that people of the district listed from a comment. Lists that come from others stand in a file. What was removed
-- stays, so that it is known why a comment was hidden.
create table known_picture (
  id              bigint generated always as identity primary key,
  name            text        not null check (name <> ''),
  category        text        not null,
  hashes          text        not null,             -- PDQ, of the whole and with strips cut off; spaces between them
  reason          text        not null check (reason <> ''),
  account         text        not null,             -- the comment that it was listed from
  comment_id      text        not null,
  added_by        text        not null,             -- a user name
  added_at        timestamptz not null default clock_timestamp(),
  removed_by      text,
  removed_at      timestamptz,
  removed_because text
);

-- What a picture of a comment was found to be. Empty if it is none that is known.
alter table picture_reading
  add column content_key    text             not null default '',   -- SHA-256 of the bytes that were read; empty until then
  add column known_key      text             not null default '',
  add column known_category text             not null default '',
  add column known_score    double precision not null default 0,
  add column known_why      text             not null default '';

-- What a listing led to is counted on a page.
create index picture_reading_known on picture_reading (known_key) where known_key <> '';
