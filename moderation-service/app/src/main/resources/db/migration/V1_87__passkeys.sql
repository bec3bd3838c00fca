-- A passkey (WebAuthn) of a person. The secret half never leaves the device; this is the public half.
create table passkey (
  passkey_id      bigint      generated always as identity primary key,
  user_name       text        not null references console_user on delete cascade,
  name            text        not null check (length(name) between 1 and 60),
  credential_id   text        not null unique,    -- base64url, as browsers send it
  credential      text        not null,           -- the attested credential data with the public key, base64url
  sign_count      bigint      not null,           -- of the last use; 0 for devices that do not count
  backup_eligible boolean     not null,           -- whether its owner's devices share it; it never changes
  added_at        timestamptz not null default clock_timestamp(),
  used_at         timestamptz,
  cloned_at       timestamptz                     -- when its counter went back; it opens nothing since then
);
create index passkey_person on passkey (user_name);

-- Challenges that were answered, so that each counts once. They are signed into a cookie for ten minutes.
create table passkey_answer (
  challenge text        primary key,
  at        timestamptz not null default clock_timestamp()
);

-- What devices store instead of a name. It is random, so that it says nothing about the person.
alter table console_user add column passkey_handle uuid not null default gen_random_uuid();

alter table console_session drop constraint console_session_way_check,
  add constraint console_session_way_check check (way in ('password', 'single-sign-on', 'passkey', 'half'));

-- Recovery codes also replace a lost passkey, so a person without an authenticator app has them, too.
alter table recovery_code drop constraint recovery_code_user_name_fkey,
  add constraint recovery_code_user_name_fkey foreign key (user_name) references console_user on delete cascade;

-- A passkey outlasts the password and the code that end a favor. So one that is added while another person could sign in with
-- the account ties the two for as long as every other change.
create or replace view account_change as
  select a.target as account, a.actor as maker, a.act, a.at,
    case when a.act in ('password-reset', 'second-factor-reset') then least(p.days, 3) else p.days end as days
  from audit a, two_persons p
  where a.act in ('person-added', 'person-invited', 'password-reset', 'second-factor-reset', 'email-set', 'role-set',
      'access-restored')
    and a.actor <> a.target
    and not exists (select from approved_change c where c.audit_id = a.id)
  union all
  select k.target, f.actor, k.act, k.at, p.days
  from audit f, audit k, two_persons p
  where f.act in ('password-reset', 'second-factor-reset') and f.actor <> f.target
    and not exists (select from approved_change c where c.audit_id = f.id)
    and k.act = 'passkey-added' and k.target = f.target
    and k.at >= f.at and k.at < f.at + make_interval(days => least(p.days, 3));
create index audit_passkey_added on audit (target, at) where act = 'passkey-added';
