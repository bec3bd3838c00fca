-- Links by which the holder of an account signs it in without a user of the console. The link is derived from the id with
-- the console's key, so nothing here opens one.
create table connection_invitation (
  invitation_id   uuid        primary key,
  connection_id   uuid        not null references connection,
  name            text        not null check (name <> ''),
  email           text        not null,
  language        text        not null check (language in ('en', 'es')),   -- of the mail
  sent_by         text        not null,                  -- a user name
  invited_at      timestamptz not null default clock_timestamp(),
  expires_at      timestamptz not null check (expires_at > invited_at),
  used_at         timestamptz,                           -- when the account was connected
  revoked_at      timestamptz,
  mail            text        not null default 'waiting' check (mail in ('waiting', 'sent', 'refused')),
  sent_at         timestamptz,
  trouble         text        not null default '',       -- a code; empty if the mail was sent, or not tried yet
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  check (used_at is null or revoked_at is null)
);
create unique index connection_invitation_open on connection_invitation (connection_id)
  where used_at is null and revoked_at is null;
create index connection_invitation_of on connection_invitation (connection_id, invited_at);
create index connection_invitation_to_send on connection_invitation (next_attempt_at)
  where mail = 'waiting' and used_at is null and revoked_at is null;

alter table appeal_try drop constraint appeal_try_kind_check;
alter table appeal_try add constraint appeal_try_kind_check
  check (kind in ('send', 'look') or kind ~ '^tip-(look|public|school|staff)(:.*)?$' or kind ~ '^connect-(look|send)(:.*)?$');
