-- Items of a request are numbered from 1 without gaps: what people see of an item in an answer, its letter and its log.
-- item_no stays the key, and the address in the console.
alter table records_request_item add column number bigint check (number > 0);

-- What a requester may have been told stays: the numbers of requests that were answered, or with a package that is ready.
update records_request_item i set number = n.number
from (
  select i.item_no, case
    when exists (select from records_request_event e where e.request_id = i.request_id and e.kind = 'answered')
      or exists (select from records_answer a where a.request_id = i.request_id and a.state = 'ready') then i.item_no
    else row_number() over (partition by i.request_id order by i.item_no) end as number
  from records_request_item i) n
where n.item_no = i.item_no;

-- Packages that nobody had name the former numbers. They are made again, and people look again at what was found in them.
delete from records_answer_pass p where exists (
  select from records_request_item i where i.request_id = p.request_id and i.number <> i.item_no);
delete from records_answer a where exists (
  select from records_request_item i where i.request_id = a.request_id and i.number <> i.item_no);

-- Not deferrable: an older service adds items "on conflict do nothing", and PostgreSQL refuses that beside a deferrable constraint.
alter table records_request_item
  alter column number set not null,
  add constraint records_request_item_number unique (request_id, number);

-- A new item gets the next number, and one that is there already takes none. The request is locked meanwhile.
create function records_request_item_numbered() returns trigger language plpgsql as $$
begin
  new.number := coalesce(new.number,
    (select max(number) + 1 from records_request_item where request_id = new.request_id), 1);
  return new;
end $$;
create trigger records_request_item_numbered before insert on records_request_item
  for each row execute function records_request_item_numbered();

-- A place such as "item 3" is the number within the request.
create or replace function records_answer_looked(answer uuid, item bigint, place text) returns text
language sql stable as $$
  select (select version from records_request_item where item_no = $2) || ' ' || case
    when $3 = 'letter' then (select md5(letter) from records_answer where answer_id = $1)
    when $3 like 'item %' then (
      select i.version::text from records_request_item i join records_answer a using (request_id)
      where a.answer_id = $1 and i.number = substr($3, 6)::bigint)
    else '' end
$$;

-- What a package rests on, its numbers included: one that an older service begins or makes is outdated for a newer one, and the
-- other way round, because the older one takes item_no for the number.
create function records_answer_basis(request uuid) returns text
language sql stable as $$
  select 'numbered ' || decisions from records_request where request_id = $1
$$;
update records_answer set decisions = records_answer_basis(request_id)
where decisions = records_request_decisions(request_id);
