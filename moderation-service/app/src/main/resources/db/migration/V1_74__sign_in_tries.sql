-- Attempts to sign in, by the name that was tried and by where it came from: strangers slow down strangers, and not the
-- person or a device that the person signed in on before.
create table sign_in_try (
  user_name    text        not null,  -- empty for names that nobody has
  source       text        not null,  -- a network, a device, a session, or all strangers together
  failed       integer     not null,
  began_at     timestamptz not null default clock_timestamp(),  -- all strangers together start over an hour later
  last_at      timestamptz not null,
  paused_until timestamptz,
  primary key (user_name, source)
);
create index sign_in_try_last on sign_in_try (last_at);
alter table console_user drop column failed_attempts;
update console_user set locked_until = null where locked_until < 'infinity';
