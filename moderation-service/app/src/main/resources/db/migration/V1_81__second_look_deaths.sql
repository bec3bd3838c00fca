-- How often an instance ended, or lost its claim, in the middle of it. After the third time a person looks instead.
alter table second_look add column deaths int not null default 0;
