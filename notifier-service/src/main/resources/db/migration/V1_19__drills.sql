-- A drill: the same message to everyone whom danger would be told to, marked as one, and who answered.
create table drill (
  drill_id uuid        primary key,
  at       timestamptz not null unique,              -- when it was to begin
  due_at   timestamptz not null                      -- until when answers are awaited
);

create table drill_message (
  drill_id        uuid        not null references drill,
  person          text        not null,              -- id in district.yaml; empty for tools that several people read
  next_attempt_at timestamptz,                       -- null when nothing is left to do
  attempts        integer     not null default 0,
  problem         text        not null default '',   -- what last went wrong; empty if nothing did
  answered_at     timestamptz,
  primary key (drill_id, person)
);
create index drill_message_queue on drill_message (next_attempt_at) where next_attempt_at is not null;
