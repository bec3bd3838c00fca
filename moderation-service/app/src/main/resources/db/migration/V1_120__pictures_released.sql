-- A part of a picture that the public does not get: a rectangle of what a reader sees, in thousandths of its width and height.
-- text_hash is then the SHA-256 of the picture in which it was chosen.
alter table records_request_redaction drop constraint records_request_redaction_part_check;
alter table records_request_redaction
  add column area_left   int not null default 0,
  add column area_top    int not null default 0,
  add column area_right  int not null default 0,
  add column area_bottom int not null default 0,
  add constraint records_request_redaction_part_check check (part in ('text', 'author', 'title', 'attachment', 'area')),
  add constraint records_request_redaction_area_check check (
    area_left >= 0 and area_top >= 0 and area_right between area_left and 1000 and area_bottom between area_top and 1000
    and (part = 'area') = (area_right > area_left and area_bottom > area_top));

create or replace function redaction_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> new.state and (old.state, new.state) <> ('confirmed', 'removed')
      or (old.redaction_no, old.item_no, old.part, old.from_at, old.to_at, old.area_left, old.area_top, old.area_right,
        old.area_bottom, old.rule, old.ground_no, old.answered_by, old.answered_at) is distinct from (new.redaction_no,
        new.item_no, new.part, new.from_at, new.to_at, new.area_left, new.area_top, new.area_right, new.area_bottom, new.rule,
        new.ground_no, new.answered_by, new.answered_at)
      or new.address not in (old.address, '') or new.text_hash not in (old.text_hash, '') then
    raise exception 'a redaction is only removed, or disposed of';
  end if;
  return new;
end $$;

-- SHA-256 of each picture and frame that someone opened on the item's page, in hexadecimal. No other one goes out: an address can
-- lead to another picture later, and before this version nobody saw one.
alter table records_request_item add column opened text[] not null default '{}';

-- A picture of a comment that a person asked for stays, also if the comment has no case.
alter table comment_picture add column for_people boolean not null default false;

-- Words may stand in a picture of an item, such as "pictures/12-1": who allows that looks at the item.
alter function records_answer_looked(uuid, bigint, text) rename to records_answer_looked_at_item;
create function records_answer_looked(answer uuid, item bigint, place text) returns text
language sql stable as $$
  select records_answer_looked_at_item($1, $2, regexp_replace($3, '^pictures/([0-9]+)-[0-9]+$', 'item \1'))
$$;
