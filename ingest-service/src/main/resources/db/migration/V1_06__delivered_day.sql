-- How much each system has had stored on each day in UTC, so that a key that leaks does not fill the disk.
create table delivered_day (
  account text   not null,
  day     date   not null,
  rows    bigint not null,
  bytes   bigint not null,
  primary key (account, day)
);
