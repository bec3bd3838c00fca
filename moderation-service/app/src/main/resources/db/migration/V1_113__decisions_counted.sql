-- What an answer rests on is counted with the request, and no longer hashed from all of its items: a package asks for it
-- before each of its steps, and 100,000 items have hundreds.
alter table records_request add column decisions bigint not null default 0; -- rises with each change of what is decided

-- Packages that are current stay so.
update records_answer set decisions = '0' where decisions = records_request_decisions(request_id);

create or replace function records_request_decisions(request uuid) returns text
language sql stable as $$
  select decisions::text from records_request where request_id = $1
$$;

-- In the transaction that changes items. What a disposal takes from them decides nothing.
create function records_request_items_decided() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    update records_request set decisions = decisions + 1 where request_id in (
      select n.request_id from later n join former o using (item_no) where (n.version, n.state) <> (o.version, o.state));
  elsif tg_op = 'INSERT' then
    update records_request set decisions = decisions + 1 where request_id in (select request_id from later);
  else
    update records_request set decisions = decisions + 1 where request_id in (select request_id from former);
  end if;
  return null;
end $$;
create trigger records_request_items_added after insert on records_request_item
  referencing new table as later for each statement execute function records_request_items_decided();
create trigger records_request_items_decided after update on records_request_item
  referencing old table as former new table as later for each statement execute function records_request_items_decided();
create trigger records_request_items_removed after delete on records_request_item
  referencing old table as former for each statement execute function records_request_items_decided();
