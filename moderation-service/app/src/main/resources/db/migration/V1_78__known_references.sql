-- An appeal or a lookup counts for all together only if its reference exists. Otherwise anybody could close the form for everyone.
alter table appeal_try add column known boolean not null default true;  -- counts for all together
-- A request counts its own address, and those that count for all: two ranges that the limits keep short, whatever a flood adds.
drop index appeal_try_recent;
create index appeal_try_old on appeal_try (at);
create index appeal_try_address on appeal_try (address, kind, at);
create index appeal_try_known on appeal_try (kind, at) where known;
