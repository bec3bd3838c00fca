-- Pictures of comments, from the evidence or fetched when somebody opened the case, so that nobody's browser loads them
-- from a stranger's host, and a picture that was seen is still there when its host has another one. Disposal empties it.
create table comment_picture (
  account    text        not null,
  comment_id text        not null,
  url_key    text        not null,            -- hash of its address, which may be long
  content    bytea       not null,
  evidence   boolean     not null,            -- the same bytes are sealed
  kept_at    timestamptz not null default clock_timestamp(),
  primary key (account, comment_id, url_key),
  foreign key (account, comment_id) references comment
);
