-- Until when a person announced that Hall Monitor is stopped, so that nobody is told of its silence.
create table planned_stop (
  only_one boolean     primary key default true check (only_one),
  until_at timestamptz not null,
  set_by   text        not null,                     -- a user name
  set_at   timestamptz not null
);
