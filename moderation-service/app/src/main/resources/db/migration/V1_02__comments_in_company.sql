-- What one author wrote under one post within a short time is read together. The index serves what the older one did.
alter table comment add column from_history boolean not null default false;  -- its first_seen_at says nothing of when it was written
create index comment_hand on comment (account, author_key, post_id, first_seen_at);
drop index comment_author;

-- Personal attacks on a person who is named, mild ones too: several authors' on one person within a short time are a
-- pile-on.
create table attack (
  account    text             not null,
  comment_id text             not null,
  target     text             not null,   -- part of a name, normalised
  author_key text             not null,
  score      double precision not null check (score > 0 and score <= 1),
  at         timestamptz      not null,   -- when it was read
  primary key (account, target, comment_id)
);
create index attack_recent on attack (account, target, at);
