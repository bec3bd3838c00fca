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
  failures      int         not null default 0,       -- how often it failed alone; it waits behind the others then
  primary key (account, comment_id, revision)
);
create index second_look_order on second_look ((failures > 0), danger desc, id);
create index second_look_age on second_look (since) where danger > 0;

-- What the first look answered, if a second one followed or is waited for, and when that was. From then on judged_at is
-- the time of the second verdict.
alter table revision add column first_outcome text;
alter table revision add column first_judged_at timestamptz;
