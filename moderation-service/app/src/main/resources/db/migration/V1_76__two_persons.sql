-- For how long an account depends on the person who made or changed it. The service writes its setting here at its start.
create table two_persons (
  only_one boolean primary key default true check (only_one),
  days     integer not null check (days between 0 and 365)
);
insert into two_persons (days) values (30);

-- Acts of the audit log that carry out a change of access that two persons approved. They are no change by one person.
create table approved_change (
  audit_id bigint primary key
);

-- What a person did to another's account that lets them act in that person's name, and for how many days it counts. A new
-- password or a lost code is an everyday favor, and it ends with the password that the person then chooses: three days.
-- A link to the contacts gives nobody that account.
create view account_change as
  select a.target as account, a.actor as maker, a.act, a.at,
    case when a.act in ('password-reset', 'second-factor-reset') then least(p.days, 3) else p.days end as days
  from audit a, two_persons p
  where a.act in ('person-added', 'person-invited', 'password-reset', 'second-factor-reset', 'email-set', 'role-set',
      'access-restored')
    and a.actor <> a.target
    and not exists (select from approved_change c where c.audit_id = a.id);
create index audit_account_change on audit (target, at) where act in ('person-added', 'person-invited', 'password-reset',
  'second-factor-reset', 'email-set', 'role-set', 'access-restored');

-- The people who hold an account: one made or changed it within that time, or did so with an account that they had made or
-- changed before.
create function account_holders(person text)
returns table (account text, maker text, act text, at timestamptz, days integer, direct boolean) language sql stable as $$
  with recursive chain as (
    select c.account, c.maker, c.act, c.at, c.days, true as direct
    from account_change c
    where c.account = person and c.at > clock_timestamp() - make_interval(days => c.days)
    union
    select person, c.maker, n.act, c.at, c.days, false
    from chain n join account_change c on c.account = n.maker and c.at <= n.at
    where c.at > clock_timestamp() - make_interval(days => c.days)
  )
  select account, maker, act, at, days, direct from chain
$$;

-- Administrators who can be told of what an account approved, and are neither that person, nor the one who made or changed
-- the account, nor hold an account from them. Who made the maker's account is no other person than the maker.
create function administrators_to_tell(approver text, the_maker text) returns setof text language sql stable as $$
  with makers as (
    select the_maker as maker
    union
    select h.maker from account_holders(the_maker) h
  )
  select u.user_name from console_user u
  where u.role = 'administrator' and u.locked_until is distinct from 'infinity' and coalesce(u.email, '') <> ''
    and u.user_name <> approver and u.user_name not in (select m.maker from makers m)
    and not exists (select from account_holders(u.user_name) h join makers m on m.maker = h.maker)
$$;

-- What ties two people together; empty if they are two persons. For what cannot be undone, two accounts of the same maker are
-- tied as well, unless another administrator can be told of it.
create function account_tie(one text, other text, grave boolean)
returns table (account text, maker text, act text, at timestamptz, days integer, direct boolean, shared boolean)
language sql stable as $$
  select t.* from (
    select h.*, false as shared from account_holders(one) h where h.maker = other and one <> other
    union all
    select h.*, false from account_holders(other) h where h.maker = one and one <> other
    union all
    select h.*, true
    from account_holders(other) h join console_user m on m.user_name = h.maker
    where grave and one <> other and h.maker in (select g.maker from account_holders(one) g)
      and not exists (select from administrators_to_tell(other, h.maker) as told where told <> one)
  ) t
  order by t.shared, t.direct desc, (t.act = 'person-added') desc, t.at desc limit 1
$$;

-- Whether somebody can decide an appeal who is tied to none of the people behind what is appealed.
create function can_another_decide(behind text[]) returns boolean language sql stable as $$
  select exists (
    select from console_user u
    where u.role in ('moderator', 'building-administrator', 'account-administrator', 'administrator')
      and u.locked_until is distinct from 'infinity' and u.user_name <> all (behind)
      and not exists (select from unnest(behind) as person, lateral account_tie(person, u.user_name, false)))
$$;

-- Whatever a program does wrong: nobody approves alone, and not with an account of their own making.
create function must_be_two_persons(one text, other text, grave boolean) returns void language plpgsql as $$
begin
  if one = other then
    raise exception 'this takes two people: another person than % must approve or decide it', one;
  end if;
  if exists (select from account_tie(one, other, grave)) then
    raise exception 'the accounts of % and % are not two persons: one was made or changed by the other, or both by one person',
      one, other;
  end if;
end $$;

-- The arguments are the columns of the first and of the second person.
create function check_two_persons() returns trigger language plpgsql as $$
begin
  perform must_be_two_persons(to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1],
    coalesce(to_jsonb(new) ->> 'kind' in ('delete-comment', 'dispose-records', 'change-access'), false));
  return new;
end $$;
create trigger proposal_by_two_persons before update of state on proposal for each row
  when (new.state = 'approved' and old.state <> 'approved') execute function check_two_persons('proposed_by', 'answered_by');
create trigger block_by_two_persons before update of approved_by on author_block for each row
  when (new.approved_by is not null and new.approved_by is distinct from old.approved_by)
  execute function check_two_persons('proposed_by', 'approved_by');
create trigger version_by_two_persons before insert on document_version for each row
  when (new.origin = 'console') execute function check_two_persons('proposed_by', 'approved_by');
create trigger entry_by_two_persons before update of state on register_entry for each row
  when (old.state = 'requested' and new.state = 'registered') execute function check_two_persons('filed_by', 'decided_by');
create trigger post_by_two_persons before update of state on planned_post for each row
  when (old.state = 'asked' and new.state = 'approved') execute function check_two_persons('author', 'answered_by');

-- The same for an appeal: the person who decides it is another person than each who stands behind what is appealed. If there
-- is nobody else, an account that is tied to one of them decides it: the person who appeals waits for an answer.
create function must_decide_appeal(behind text[], decider text) returns void language plpgsql as $$
begin
  if decider = any (behind) then
    raise exception 'this takes two people: another person than % must approve or decide it', decider;
  end if;
  if exists (select from unnest(behind) as person, lateral account_tie(person, decider, false))
      and can_another_decide(behind) then
    raise exception 'the accounts of % and of those behind what is appealed are not two persons', decider;
  end if;
end $$;
create function check_appeal_two_persons() returns trigger language plpgsql as $$
begin
  perform must_decide_appeal(
    array(
      select person from appeal_reference r, lateral behind_appeal(r.case_id, r.about, r.subject) as person
      where r.reference = new.reference),
    new.decided_by);
  return new;
end $$;
create trigger appeal_decided_by_two_persons before update of state on appeal for each row
  when (old.state = 'open' and new.state <> 'open') execute function check_appeal_two_persons();
create function check_hand_appeal_two_persons() returns trigger language plpgsql as $$
begin
  perform must_decide_appeal(
    array(
      select person
      from (values (old.hand_block_id), (new.hand_block_id)) as blocks(id),
        lateral behind_hand_appeal(blocks.id, old.account, old.author_name) as person),
    new.decided_by);
  return new;
end $$;
-- After the trigger that names the appeal to somebody who took part.
create trigger hand_block_appeal_decided_by_two_persons before update of state on hand_block_appeal for each row
  when (old.state = 'open' and new.state <> 'open') execute function check_hand_appeal_two_persons();
