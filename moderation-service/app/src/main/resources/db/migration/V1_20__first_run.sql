-- Whether the checklist of the first days was dismissed, and by whom. One row, for the whole installation.
create table first_run_dismissal (
  id           boolean     primary key default true check (id),
  dismissed_by text        not null,               -- a user name
  dismissed_at timestamptz not null default clock_timestamp()
);
