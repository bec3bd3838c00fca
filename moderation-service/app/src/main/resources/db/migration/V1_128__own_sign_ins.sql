-- Sign-ins, and what a person can sign in with, by account.
create index audit_sign_in on audit (target, at) where act = 'sign-in';
create index audit_sign_in_means on audit (target, at) where act in ('password-changed', 'password-reset', 'person-added',
  'invitation-accepted', 'second-factor-set-up', 'passkey-added', 'recovery-codes-made');

-- Acts that let a maker sign in as the person, or set what the person signs in with.
create function maker_touched(account text, the_maker text, before timestamptz, days integer) returns boolean
language sql stable as $$
  select exists (
    select from audit a
    where a.target = account and a.actor = the_maker
      and a.act in ('person-added', 'person-invited', 'password-reset', 'second-factor-reset', 'email-set', 'role-set',
        'access-restored')
      and a.at <= before and a.at > before - make_interval(days => days)
      and not exists (select from approved_change c where c.audit_id = a.id))
$$;

-- For how many days a new password or a removed code ties: all of them, because who reset it can sign in first, choose a
-- password as that person, and wait. Three, if there was a sign-in since then, and each was with something that the maker
-- cannot have set: a password, an app, a passkey or recovery codes from before the maker touched the account, or from after
-- the days; or the district's single sign-on with an address that nobody set within the days. What has no record is older
-- than the log. Sign-ins with the same means count once, because a person has many.
create function reset_days(person text, the_maker text, reset_at timestamptz, days integer) returns integer
language sql stable cost 100000 as $$
  select case when count(*) > 0 and bool_and(s.own) then least(days, 3) else days end
  from (
    select case
        when m.how = 'single sign-on' then not exists (
          select from audit a
          where a.target = person and a.act in ('person-added', 'person-invited', 'email-set')
            and a.at <= m.single_at and a.at > m.single_at - make_interval(days => days)
            and (a.actor = the_maker or a.act = 'email-set'))
        else m.how like 'password%' and not maker_touched(person, the_maker, m.password_at, days)
          or (m.how like '%passkey' or m.how like '%code') and not maker_touched(person, the_maker, m.second_at, days)
      end as own
    from (
      select distinct i.detail as how,
        case when i.detail = 'single sign-on' then i.at end as single_at,
        coalesce((
            select max(a.at) from audit a
            where a.target = person and a.at <= i.at
              and a.act in ('password-changed', 'password-reset', 'person-added', 'invitation-accepted')),
          '-infinity') as password_at,
        coalesce((
            select max(a.at) from audit a
            where a.target = person and a.at <= i.at
              and a.act in ('second-factor-set-up', 'passkey-added', 'recovery-codes-made')),
          '-infinity') as second_at
      from audit i
      where i.act = 'sign-in' and i.target = person and i.at > reset_at
        and i.at <= reset_at + make_interval(days => days)
    ) m
  ) s
$$;

-- A passkey outlasts the password and the code, as before. It counts from when it was added, if another person could sign in
-- with the account then.
create or replace view account_change as
  select a.target as account, a.actor as maker, a.act, a.at,
    case when a.act in ('password-reset', 'second-factor-reset') then reset_days(a.target, a.actor, a.at, p.days)
      else p.days end as days
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
    and k.at >= f.at
    and k.at < f.at + make_interval(days => reset_days(f.target, f.actor, f.at, p.days));

-- The people who hold an account: one made or changed it within that time, or held the account that did so, when it did.
-- A chain lasts as long as its last link: what was done with a borrowed account stays after the account is given back.
create or replace function account_holders(person text)
returns table (account text, maker text, act text, at timestamptz, days integer, direct boolean) language sql stable as $$
  with recursive chain as (
    select c.account, c.maker, c.act, c.at, c.days, true as direct, c.at as held_from
    from account_change c
    where c.account = person and c.at > clock_timestamp() - make_interval(days => (select p.days from two_persons p))
      and c.at > clock_timestamp() - make_interval(days => c.days)
    union
    select person, c.maker, n.act, n.at, n.days, false, c.at
    from chain n join account_change c on c.account = n.maker and c.at <= n.held_from
      and c.at > n.held_from - make_interval(days => (select p.days from two_persons p))
      and c.at > n.held_from - make_interval(days => c.days)
  )
  select distinct account, maker, act, at, days, direct from chain
$$;
