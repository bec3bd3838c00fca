-- Who the first start made. The name is no longer fixed.
alter table console_user add column first_administrator boolean not null default false;
update console_user set first_administrator = true where user_name = 'admin';
