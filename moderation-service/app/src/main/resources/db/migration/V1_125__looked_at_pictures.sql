-- A person who allows words of an item in a place looked at the item's words, also those that were read in its pictures; where
-- the place is a picture, such as "pictures/12-1", at that picture and the item's own. So what was allowed no longer counts when
-- a picture becomes another one, or is read again and says something else. Empty without pictures.
create function records_pictures_looked(item bigint, only_place int, bytes boolean) returns text
language sql stable as $$
  select coalesce(' ' || md5(string_agg(
    concat_ws(' ', p.place, case when $3 then array_to_string(p.content_keys, ',') end, p.words), E'\n' order by p.place)), '')
  from records_item_pictures($1) p
  where ($2 is null or p.place = $2) and (p.words <> '' or $3 and p.content_keys <> '{}')
$$;

create or replace function records_answer_looked(answer uuid, item bigint, place text) returns text
language sql stable as $$
  select records_answer_looked_at_item($1, $2, regexp_replace($3, '^pictures/([0-9]+)-[0-9]+$', 'item \1'))
    || records_pictures_looked($2, null, $3 like 'pictures/%')
    || coalesce((
      select records_pictures_looked(i.item_no, cast(substring($3 from '^pictures/[0-9]+-([0-9]+)$') as int), true)
      from records_answer a join records_request_item i using (request_id)
      where a.answer_id = $1 and i.number = cast(substring($3 from '^pictures/([0-9]+)-[0-9]+$') as bigint)), '')
$$;

-- What stood there when it was found, by the function above. Nobody allows what became something else since. What an older
-- service finds has none, so its package is made again.
alter table records_answer_leak add column looked text not null default '';

-- SHA-256 of the bytes that a picture of a package was drawn from: if it is another one when the package is searched, the package
-- is outdated. Empty for other files.
alter table records_answer_piece add column content_key text not null default '';

-- All pictures of one package have a limit.
alter table records_answer add column picture_bytes bigint not null default 0; -- of all pictures so far
alter table records_answer drop constraint records_answer_state_check;
alter table records_answer add constraint records_answer_state_check check (state in
  ('making', 'checking', 'signing', 'packing', 'ready', 'leaking', 'outdated', 'failed', 'too-large'));
alter table records_answer drop constraint records_answer_check;
alter table records_answer add constraint records_answer_ended_check check (
  (state in ('ready', 'leaking', 'outdated', 'failed', 'too-large')) = (ended_at is not null));
