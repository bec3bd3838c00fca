-- Orders to act on a platform. One row for each action id, for ever: a repeated order is recognised by it.
create table action (
  action_id       uuid primary key,
  sequence        bigint generated always as identity,
  account         text        not null,
  comment_id      text        not null,
  ordered         bytea       not null, -- the order as it came, JSON
  traceparent     text,
  state           text        not null default 'pending' check (state in ('pending', 'attempting', 'done')),
  doubtful        boolean     not null default false, -- an attempt whose outcome nobody knows was made: observe first
  failures        int         not null default 0,
  next_attempt_at timestamptz not null default now(),
  trouble         text,                 -- kind of the trouble that was reported last
  result          bytea,                -- what was published when it was done, JSON
  received_at     timestamptz not null default now(),
  done_at         timestamptz,
  check ((state = 'done') = (result is not null and done_at is not null))
);

-- The order in which an account's and a comment's actions are carried out.
create index action_undone on action (account, sequence) where state <> 'done';
create index action_undone_of_comment on action (account, comment_id, sequence) where state <> 'done';

create table outbox (
  id          bigint generated always as identity primary key,
  topic       text        not null,
  key         text        not null,
  payload     bytea       not null,
  traceparent text,
  created_at  timestamptz not null default now()
);
