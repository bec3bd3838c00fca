-- An approval with an account that someone else had made or changed shortly before.
create table approval_alarm (
  alarm_id bigint      generated always as identity primary key,
  act      text        not null,                   -- what was approved, as in the audit log
  approver text        not null,                   -- a user name
  account  text        not null,                   -- the account that was made or changed; nearly always the approver's
  maker    text        not null,                   -- the user name of who made or changed that account
  made     boolean     not null,                   -- otherwise changed
  made_at  timestamptz not null,
  at       timestamptz not null default clock_timestamp()
);
create index approval_alarm_at on approval_alarm (at);
create index approval_alarm_same on approval_alarm (approver, maker, made_at);

-- The administrators who are told, each once. Empty if only the person who made or changed the account could be told; the
-- page of approvals then shows it.
create table approval_alarm_told (
  alarm_id  bigint      not null references approval_alarm,
  user_name text        not null,
  told_at   timestamptz,                           -- null while the mail is due
  primary key (alarm_id, user_name)
);
create index approval_alarm_due on approval_alarm_told (alarm_id) where told_at is null;
