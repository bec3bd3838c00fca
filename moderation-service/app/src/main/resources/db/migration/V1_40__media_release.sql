-- Students with families that refuse publication, kept in the console. The name is encrypted with a key that is not in
-- the database (the secret media-release-key), bound to the row.
create table withheld_student (
  student_id uuid        primary key,
  sealed     bytea       not null,
  since      date        not null,                       -- day of the family's letter
  until      date        not null check (until >= since), -- last day, the end of a school year
  added_by   text        not null,                       -- a user name
  added_at   timestamptz not null default clock_timestamp()
);
create index withheld_student_until on withheld_student (until);

-- Grows with every change, so that each instance sees within a second that its copy is old.
create table withheld_student_changes (
  only_row boolean primary key default true check (only_row),
  number   bigint  not null default 0
);
insert into withheld_student_changes default values;
create function count_withheld_student_change() returns trigger language plpgsql as $$
begin
  update withheld_student_changes set number = number + 1;
  return null;
end $$;
create trigger withheld_student_is_changed after insert or update or delete or truncate on withheld_student
  for each statement execute function count_withheld_student_change();

-- Who was reminded by mail of the refusals that end on a day.
create table media_release_reminder (
  until     date        not null,
  user_name text        not null references console_user on delete cascade,
  told_at   timestamptz not null default clock_timestamp(),
  primary key (until, user_name)
);
