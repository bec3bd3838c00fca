-- What is fetched next: what is new before a history, and what was not tried yet before further tries.
create index picture_reading_next on picture_reading (video, from_history, (tries > 0), due_at) where state = 'waiting';
drop index picture_reading_due;
create index picture_reading_too_many on picture_reading (id) where state = 'waiting' and why = 'too-many';
create index post_picture_next on post_picture ((tries > 0), due_at) where state = 'waiting';
drop index post_picture_due;

-- It was looked at, but the bytes, or some frames, were not kept for lack of room.
alter table picture_reading add column no_room boolean not null default false;

-- Further tries have a part of the hour, and what people ask for in the console has an hour of its own.
alter table post_picture_fetch
  add column again boolean not null default false,
  drop constraint post_picture_fetch_kind_check,
  add constraint post_picture_fetch_kind_check check (kind in ('post', 'picture', 'video', 'person'));

-- It was not read for lack of room in the archive, which no longer keeps a picture from being read.
update picture_reading
set state = 'waiting', why = '', tries = 0, due_at = clock_timestamp(), done_at = null, for_people = false
where state = 'unread' and why = 'full' and done_at > clock_timestamp() - interval '7 days';
