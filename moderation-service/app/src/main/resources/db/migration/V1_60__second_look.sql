-- Comments that wait for their second look, by the slower models. The event stands here as ingest published it, so that
-- it is judged and captured as it was read; the row goes when the second verdict is written.
create table second_look (
  id            bigint generated always as identity,  -- revisions of one comment are read in this order
  account       text        not null,
  comment_id    text        not null,
  revision      text        not null,
  danger        real        not null,                 -- as the first look saw it, 0 to 1: the most dangerous goes first
  since         timestamptz not null,
  seen          text        not null,                 -- the event, JSON
  traceparent   text,
  claimed_until timestamptz,                          -- an instance works on it; another one takes over after that
  attempts      int         not null default 0,
  primary key (account, comment_id, revision)
);
create index second_look_order on second_look ((attempts > 3), danger desc, id);

-- What the first look answered, if a second one followed or is waited for, and when that was.
alter table revision add column first_outcome text;
alter table revision add column looked_again_at timestamptz;
