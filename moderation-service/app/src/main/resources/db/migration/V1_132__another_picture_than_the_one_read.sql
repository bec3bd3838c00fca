-- SHA-256 of other bytes that the address brought when a person had it fetched; empty if none. They are read, too, and what was
-- read of the first ones stays: words and known pictures of the row are then of both.
alter table picture_reading add column other_key text not null default '';

-- Each person has a part of the hour in which people have pictures fetched.
alter table post_picture_fetch add column person text;
