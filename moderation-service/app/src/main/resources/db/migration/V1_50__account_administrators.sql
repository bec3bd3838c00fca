-- People who work only on the accounts that they are in charge of.
alter table console_user drop constraint console_user_role_check;
alter table console_user add constraint console_user_role_check check (role in
  ('moderator', 'building-administrator', 'account-administrator', 'administrator', 'records-officer', 'auditor'));
alter table console_user drop constraint console_user_buildings_check;
alter table console_user add constraint console_user_buildings_check check (
  case when role = 'building-administrator' then cardinality(buildings) > 0
       when role in ('administrator', 'account-administrator') then cardinality(buildings) = 0
       else true end);

-- The people of district.yaml, so that who signs in is known by the address, too.
create table district_person (
  person text primary key,                           -- id
  email  text not null                               -- in lower case
);

-- The accounts of who signs in, by the register: of the person that they are linked to, otherwise of the one with their
-- address. A connected account has its administrator from district.yaml, but its deputy from a form: that one counts once the
-- account is registered. An account that is not connected is known by its entry.
create function accounts_of(told_as text, mail text) returns text[] language sql stable as $$
  with me (person) as (
    select told_as where told_as <> ''
    union all
    select d.person from district_person d where coalesce(told_as, '') = '' and d.email = lower(mail))
  select coalesce(array_agg(distinct coalesce(e.account, e.entry_id::text)), '{}')
  from register_entry e join me on me.person in (e.administrator, e.deputy)
  where e.administrator = me.person or e.account is null or e.state = 'registered'
$$;
