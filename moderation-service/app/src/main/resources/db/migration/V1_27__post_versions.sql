-- Every version of every post that was seen, whether anybody commented on it or not; only ever added to. Where an account's
-- posts are not listed, what its comments say of a post is kept instead: its beginning, without pictures.
create table post_version (
  account     text        not null,
  post_id     text        not null,
  observed_at timestamptz not null,
  version     text        not null,             -- a hash over title, text and pictures
  title       text        not null,
  body        text        not null,
  pictures    text[]      not null,
  permalink   text,
  claimed_at  timestamptz,                      -- what the platform says; never used for ordering
  listed      boolean     not null,             -- whole, from a list of posts
  primary key (account, post_id, observed_at)
);
create trigger post_version_is_append_only before update or delete or truncate on post_version
  for each statement execute function refuse_change();

-- Returns the newest version that was seen until a time, or the first one if all were seen later.
create function post_version_at(account text, post_id text, at timestamptz) returns setof post_version
language sql stable as $$
  (select * from post_version v where v.account = $1 and v.post_id = $2 and v.observed_at <= $3
   order by v.observed_at desc limit 1)
  union all
  (select * from post_version v where v.account = $1 and v.post_id = $2 and v.observed_at > $3
   order by v.observed_at limit 1)
  limit 1
$$;
