-- Pictures of the district's posts, kept as they were when the post was read: their sites change and lose them. A row is there
-- from the transaction that archives the version of a post; older posts get theirs when somebody looks at them.
create table post_picture (
  account       text        not null,
  post_id       text        not null,
  url_key       text        not null,                 -- hash of its address, as in comment_picture
  url           text        not null,
  state         text        not null check (state in ('waiting', 'kept', 'missing')),
  why           text        not null default '',      -- why it is missing, or not there yet
  content       bytea,
  tries         int         not null default 0,       -- counted before the attempt
  since         timestamptz not null default clock_timestamp(), -- when the post was read; for the export
  due_at        timestamptz not null default clock_timestamp(),
  claimed_until timestamptz,                          -- an instance works on it; another one takes over after that
  fetched_at    timestamptz,
  kept_at       timestamptz,
  primary key (account, post_id, url_key),
  check ((state = 'kept') = (content is not null and kept_at is not null))
);
create index post_picture_due on post_picture (due_at) where state = 'waiting';
create index post_picture_fetched on post_picture (fetched_at) where fetched_at is not null;

-- What a history brings would be fetched for days, and is seldom looked at. A picture that was given up is tried again with the
-- next version. In the order of the keys, so that two writers of one post never wait for each other.
create function queue_post_pictures() returns trigger language plpgsql as $$
begin
  insert into post_picture (account, post_id, url_key, url, state)
  select new.account, new.post_id, left(encode(sha256(convert_to(p.url, 'UTF8')), 'hex'), 32), p.url, 'waiting'
  from unnest(new.pictures) with ordinality as p(url, place)
  where p.place <= 10
  order by 3
  on conflict (account, post_id, url_key) do update
  set state = 'waiting', why = '', tries = 0, due_at = clock_timestamp() where post_picture.state = 'missing';
  return null;
end $$;
create trigger post_version_has_pictures after insert on post_version
  for each row when (new.listed and cardinality(new.pictures) > 0
    and coalesce(new.claimed_at, new.observed_at) > new.observed_at - interval '7 days')
  execute function queue_post_pictures();
