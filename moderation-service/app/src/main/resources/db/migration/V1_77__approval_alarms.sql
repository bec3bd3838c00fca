-- An approval with an account that someone else had made or changed shortly before. The other administrators are told, each once.
create table approval_alarm (
  alarm_id bigint      generated always as identity primary key,
  act      text        not null,                   -- what was approved, as in the audit log
  approver text        not null,                   -- a user name
  maker    text        not null,                   -- the user name of who made or changed that account
  made     boolean     not null,                   -- otherwise changed
  made_at  timestamptz not null,
  at       timestamptz not null default clock_timestamp()
);
create index approval_alarm_at on approval_alarm (at);
create table approval_alarm_told (
  alarm_id  bigint not null references approval_alarm,
  user_name text   not null,
  primary key (alarm_id, user_name)
);
