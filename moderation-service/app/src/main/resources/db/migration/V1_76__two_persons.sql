-- For how long an account depends on the person who made or changed it. The service writes its setting here at its start.
create table two_persons (
  only_one boolean primary key default true check (only_one),
  days     integer not null check (days between 0 and 365)
);
insert into two_persons (days) values (30);

-- What a person did to another's account that lets them act in that person's name.
create view account_change as
  select target as account, actor as maker, act, at from audit
  where act in ('person-added', 'person-invited', 'password-reset', 'second-factor-reset', 'email-set', 'role-set', 'linked',
      'access-restored')
    and actor <> target;
create index audit_account_change on audit (target, at) where act in ('person-added', 'person-invited', 'password-reset',
  'second-factor-reset', 'email-set', 'role-set', 'linked', 'access-restored');

-- What ties two people together: one of them made or changed the other's account within that time, or did so with an account
-- that they had made or changed before. Empty if they are two persons.
create function account_tie(one text, other text) returns table (account text, maker text, act text, at timestamptz, direct boolean)
language sql stable as $$
  with recursive chain as (
    select p.person as root, c.account, c.maker, c.act, c.at, true as direct
    from (values (one), (other)) as p(person) join account_change c on c.account = p.person
    where c.at > clock_timestamp() - make_interval(days => (select days from two_persons))
    union
    select n.root, n.root, c.maker, n.act, c.at, false
    from chain n join account_change c on c.account = n.maker and c.at <= n.at
    where c.at > clock_timestamp() - make_interval(days => (select days from two_persons))
  )
  select n.account, n.maker, n.act, n.at, n.direct
  from chain n
  where n.maker in (one, other) and n.maker <> n.root
  order by n.direct desc, (n.act = 'person-added') desc, n.at desc limit 1
$$;

-- Whatever a program does wrong: nobody approves alone, and not with an account of their own making.
create function must_be_two_persons(one text, other text) returns void language plpgsql as $$
begin
  if one = other or exists (select from account_tie(one, other)) then
    raise exception '% and % are not two persons', one, other;
  end if;
end $$;

-- The arguments are the columns of the first and of the second person.
create function check_two_persons() returns trigger language plpgsql as $$
begin
  perform must_be_two_persons(to_jsonb(new) ->> tg_argv[0], to_jsonb(new) ->> tg_argv[1]);
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

-- The same for an appeal: the person who decides it is another person than each who stands behind what is appealed.
create function check_appeal_two_persons() returns trigger language plpgsql as $$
begin
  perform must_be_two_persons(person, new.decided_by)
  from appeal_reference r, lateral behind_appeal(r.case_id, r.about, r.subject) as person where r.reference = new.reference;
  return new;
end $$;
create trigger appeal_decided_by_two_persons before update of state on appeal for each row
  when (old.state = 'open' and new.state <> 'open') execute function check_appeal_two_persons();
create function check_hand_appeal_two_persons() returns trigger language plpgsql as $$
begin
  perform must_be_two_persons(person, new.decided_by)
  from (values (old.hand_block_id), (new.hand_block_id)) as blocks(id),
    lateral behind_hand_appeal(blocks.id, old.account, old.author_name) as person;
  return new;
end $$;
create trigger hand_appeal_decided_by_two_persons before update of state on hand_block_appeal for each row
  when (old.state = 'open' and new.state <> 'open') execute function check_hand_appeal_two_persons();
