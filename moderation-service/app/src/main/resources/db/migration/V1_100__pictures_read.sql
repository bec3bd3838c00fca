-- Pictures of comments that are read for words, one row for each address. A row is there from the transaction that archives
-- the comment; the event stands here as ingest published it, so that the comment is judged again as it was read.
create table picture_reading (
  id            bigint generated always as identity unique,
  account       text        not null,
  comment_id    text        not null,
  url_key       text        not null,                 -- hash of its address, as in comment_picture
  url           text        not null,
  host          text        not null,                 -- one picture of a host at a time
  revision      text        not null,                 -- the newest that shows it
  seen          text        not null,                 -- its event, JSON
  traceparent   text,
  from_history  boolean     not null,                 -- read after everything that is new
  state         text        not null check (state in ('waiting', 'read', 'unread')),
  why           text        not null default '',      -- why it is not read, or not yet, or not whole
  words         text        not null default '',
  for_people    boolean     not null default false,   -- not read, and the district wants a person to look
  to_judge      boolean     not null default false,   -- the second look must hear of it
  tries         int         not null default 0,       -- counted before the attempt
  since         timestamptz not null,
  due_at        timestamptz not null,
  claimed_until timestamptz,                          -- an instance works on it; another one takes over after that
  fetched_at    timestamptz,
  fetched_bytes int,
  done_at       timestamptz,
  primary key (account, comment_id, url_key),
  foreign key (account, comment_id) references comment
);
create index picture_reading_due on picture_reading (from_history, due_at) where state = 'waiting';
create index picture_reading_claimed on picture_reading (host) where claimed_until is not null;
create index picture_reading_to_judge on picture_reading (id) where to_judge;
create index picture_reading_fetched on picture_reading (fetched_at) where fetched_at is not null;
create index picture_reading_done on picture_reading (done_at) where done_at is not null;
