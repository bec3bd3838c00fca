-- What people ask of the reading of an account. One row for each command id, for ever: a repeated command is recognised
-- by it.
create table account_command (
  command_id    uuid        primary key,
  sequence      bigint      generated always as identity,
  account       text        not null,
  act           text        not null check (act in ('PAUSE', 'RESUME', 'START_BACKFILL', 'STOP_BACKFILL', 'CHECK')),
  backfill_from date,
  asked_by      text        not null,  -- a user name
  reason        text        not null,
  asked_at      timestamptz not null,
  received_at   timestamptz not null default clock_timestamp(),
  done_at       timestamptz,
  good          boolean,
  sentence      text,                  -- what became of it, for people
  check ((done_at is null) = (good is null) and (done_at is null) = (sentence is null))
);
create index account_command_waiting on account_command (sequence) where done_at is null;
create index account_command_newest on account_command (account, act, sequence desc) where done_at is not null;

-- What holds of an account since; a restart finds it here.
create table account_wish (
  account          text        primary key,
  paused_by        text,                             -- null while the account is read
  paused_reason    text        not null default '',
  paused_since     timestamptz,
  backfill_from    date,                             -- null for what district.yaml says
  backfill_stopped boolean     not null default false,
  check ((paused_by is null) = (paused_since is null))
);
