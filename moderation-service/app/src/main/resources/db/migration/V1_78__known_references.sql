-- An appeal or a lookup counts for all together only if its reference exists. Otherwise anybody could close the form for everyone.
alter table appeal_try add column known boolean not null default false;
