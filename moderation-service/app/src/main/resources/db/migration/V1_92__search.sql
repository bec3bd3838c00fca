-- Search over everything that was ever seen: each revision of each comment, deletions included, and each version of each
-- post. A job fills it, seconds behind the archive, so that the first look does not wait for it. One partition for each
-- month, which the job makes: a search looks at one month after the other, the newest first, and stops when it has a page.
create table search_entry (
  at       timestamptz not null,     -- when it was seen, or first written if it is of an account's history
  account  text        not null,
  item_id  text        not null,     -- the platform's id of the comment or post
  kind     text        not null check (kind in ('comment', 'reply', 'edit', 'deletion', 'post')),
  revision text        not null,     -- of a post its version
  lexemes  tsvector    not null,     -- the words of the text, '@' and a word of the author's name, '#' and a tag
  primary key (account, item_id, kind, revision, at)
) partition by range (at);
create index search_entry_lexemes on search_entry using gin (lexemes) with (gin_pending_list_limit = 1024);
create index search_entry_at on search_entry (at);

create table search_month (
  month date primary key             -- the first day of each month that has a partition, in UTC
);

-- What is to be added: all revisions that were judged between two moments. One row for each statement that archived some.
create table search_due (
  id       bigint generated always as identity primary key,
  from_at  timestamptz not null,
  until_at timestamptz not null,
  since    timestamptz not null default clock_timestamp(),
  history  boolean     not null default false,  -- archived before there was a search; it waits behind the others
  failed   boolean     not null default false   -- some of it cannot be added; it is tried again after a start
);
create index search_due_next on search_due (history, id) where not failed;

create function revisions_are_searched() returns trigger language plpgsql as $$
begin
  insert into search_due (from_at, until_at)
  select min(judged_at), max(judged_at) from added having count(*) > 0;
  return null;
end $$;
create trigger revision_is_searched after insert on revision
  referencing new table as added for each statement execute function revisions_are_searched();

-- The second look sets judged_at to the time of its statement.
create function judgments_are_searched() returns trigger language plpgsql as $$
begin
  insert into search_due (from_at, until_at) values (statement_timestamp(), clock_timestamp());
  return null;
end $$;
create trigger judgment_is_searched after update of judged_at on revision
  for each statement execute function judgments_are_searched();

-- What changes without a new revision: whether a comment stands on its platform, and what people decided. Few comments do.
create function comment_is_searched_again() returns trigger language plpgsql as $$
begin
  insert into search_due (from_at, until_at)
  select judged_at, judged_at from revision where account = new.account and comment_id = new.comment_id;
  return null;
end $$;
create trigger visibility_is_searched after update of visibility on comment
  for each row when (old.visibility <> new.visibility) execute function comment_is_searched_again();
create trigger case_is_searched after insert on review_case
  for each row execute function comment_is_searched_again();
create trigger decision_is_searched after update of state on review_case
  for each row when (old.state <> new.state) execute function comment_is_searched_again();

create table search_post_due (
  account     text        not null,
  post_id     text        not null,
  observed_at timestamptz not null,
  since       timestamptz not null default clock_timestamp(),
  history     boolean     not null default false,
  failed      boolean     not null default false,
  primary key (account, post_id, observed_at)
);
create index search_post_due_next on search_post_due (history, since) where not failed;

create function posts_are_searched() returns trigger language plpgsql as $$
begin
  insert into search_post_due (account, post_id, observed_at)
  select account, post_id, observed_at from added on conflict do nothing;
  return null;
end $$;
create trigger post_version_is_searched after insert on post_version
  referencing new table as added for each statement execute function posts_are_searched();

-- The words of all texts, for words that are nearly the same. Disposal marks those that may be gone.
create table search_word (
  word  text    primary key,
  rests text[]  not null,            -- the word, and what is left of it without each one of its letters
  again boolean not null default false
);
create index search_word_rests on search_word using gin (rests);
create index search_word_again on search_word (word) where again;

-- What is there already, the newest month first.
insert into search_due (from_at, until_at, history)
select m, m + interval '1 month' - interval '1 microsecond', true
from (select min(judged_at) as first, max(judged_at) as last from revision) r,
  generate_series(date_trunc('month', r.first), r.last, interval '1 month') m
order by m desc;
insert into search_post_due (account, post_id, observed_at, history)
select account, post_id, observed_at, true from post_version;

-- Searches that a person gave a name.
create table saved_search (
  user_name text not null references console_user on delete cascade,
  name      text not null,
  query     text not null,
  primary key (user_name, name)
);
