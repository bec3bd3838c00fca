-- What the policy says of each post of the district's own, in its newest version.
create table post_judgment (
  account        text        not null,
  post_id        text        not null,
  observed_at    timestamptz not null,         -- of the judged version
  building       text        not null,         -- empty if the account is not in the district's file
  clauses        text[]      not null,         -- that hold, the deciding one first; after mending, those that held before
  findings       jsonb       not null,
  signs          text[]      not null,         -- a hash for each clause and its words, so that a closed finding stays closed
  policy_version text        not null,
  model_version  text        not null,
  judged_at      timestamptz not null,
  state          text        not null check (state in ('fine', 'open', 'mended', 'accepted')),
  found_at       timestamptz,                  -- when something new was last found
  closed_at      timestamptz,
  closed_by      text        not null default '',
  reason         text        not null default '',
  primary key (account, post_id)
);
create index post_judgment_found on post_judgment (found_at desc, account, post_id) where state <> 'fine';

-- Posts that wait for a judgment: each new version, and the recent ones when a refusal is added.
create table post_to_judge (
  account   text        not null,
  post_id   text        not null,
  queued_at timestamptz not null default clock_timestamp(),
  primary key (account, post_id)
);
create index post_to_judge_next on post_to_judge (queued_at);

create function queue_post() returns trigger language plpgsql as $$
begin
  insert into post_to_judge (account, post_id) values (new.account, new.post_id) on conflict do nothing;
  return null;
end $$;
create trigger post_version_is_judged after insert on post_version
  for each row when (new.listed) execute function queue_post();

create function queue_recent_posts() returns trigger language plpgsql as $$
begin
  insert into post_to_judge (account, post_id)
  select distinct account, post_id from post_version
  where listed and coalesce(claimed_at, observed_at) > now() - interval '90 days'
  on conflict do nothing;
  return null;
end $$;
create trigger withheld_student_is_looked_for after insert on withheld_student
  for each statement execute function queue_recent_posts();

insert into post_to_judge (account, post_id) select distinct account, post_id from post_version where listed;

-- When an account's administrator was last notified of findings in its posts.
create table post_notice (
  account text        primary key,
  told_at timestamptz not null
);
