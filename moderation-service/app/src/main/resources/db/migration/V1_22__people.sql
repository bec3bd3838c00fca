-- One list of people: who signs in, and who is told. A person's row in district.yaml is found by this id, else by email.
alter table console_user add column told_as text unique;

-- Sign-in is suspended: locked like a removed access, but meant to be restored.
alter table console_user add column suspended boolean not null default false;

-- An invitation to sign in, or to set a new password. One is open for each person.
create table invitation (
  invitation_id   uuid        primary key,
  user_name       text        not null references console_user on delete cascade,
  email           text        not null,
  language        text        not null check (language in ('en', 'es')),   -- of the mail
  way             text        not null check (way in ('password', 'single-sign-on')),
  invited_by      text        not null,                  -- a user name
  invited_at      timestamptz not null default clock_timestamp(),
  expires_at      timestamptz not null check (expires_at > invited_at),
  accepted_at     timestamptz,
  revoked_at      timestamptz,
  mail            text        not null default 'waiting' check (mail in ('waiting', 'sent', 'refused')),
  sent_at         timestamptz,
  trouble         text        not null default '',       -- a code; empty if the mail was sent, or not tried yet
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  check (accepted_at is null or revoked_at is null)
);
create unique index invitation_open on invitation (user_name) where accepted_at is null and revoked_at is null;
create index invitation_person on invitation (user_name, invited_at);
create index invitation_to_send on invitation (next_attempt_at)
  where mail = 'waiting' and accepted_at is null and revoked_at is null;

-- What opens an invitation, as SHA-256. Made when the mail is sent, so a second attempt has another.
create table invitation_link (
  hash          bytea       primary key,
  invitation_id uuid        not null references invitation on delete cascade,
  made_at       timestamptz not null default clock_timestamp()
);

-- Attempts to open a link, by keyed hash of the network's address; kept for a day.
create table invitation_try (
  address text        not null,
  at      timestamptz not null default clock_timestamp()
);
create index invitation_try_at on invitation_try (at);

-- When a draft was proposed; changed_at says when its text was saved.
alter table document_draft add column proposed_at timestamptz;
update document_draft d set proposed_at = coalesce(
    (select max(a.at) from audit a where a.act = 'draft-proposed' and a.target = 'draft ' || d.id), d.changed_at)
  where d.state in ('proposed', 'published');

-- A district can ask for two people before somebody gets more access, or less.
alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check check (kind in
  ('delete-comment', 'block-author', 'dispose-records', 'lift-hold', 'publish-policy', 'change-access'));
