-- A second step of signing in (RFC 6238), one for each person. The secret is encrypted under a key from the secrets folder.
create table second_factor (
  user_name       text        primary key references console_user on delete cascade,
  sealed_secret   bytea       not null,
  confirmed_at    timestamptz,                    -- null while it is being set up
  last_step       bigint      not null default 0, -- of the last code that was taken: each opens once
  failed_attempts integer     not null default 0,
  locked_until    timestamptz
);

-- Codes for whoever has lost the telephone, as SHA-256; a code that was used is gone.
create table recovery_code (
  user_name text  not null references second_factor on delete cascade,
  hash      bytea not null,
  primary key (user_name, hash)
);

-- Single sign-on finds a person by the email (small letters), and from the first time on knows the provider's own id of
-- the account beside it: an address that passes to somebody else opens nothing.
alter table console_user
  add column email         text unique,
  add column sso_subject   text unique,
  add column sessions_from timestamptz;           -- sessions from before it no longer count
