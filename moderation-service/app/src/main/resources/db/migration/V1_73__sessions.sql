-- A signed-in browser. Its cookie holds a random id, and only the id's hash is kept. Sessions of older versions were
-- cookies without a row, so they end with the upgrade.
create table console_session (
  id_hash   text        primary key,  -- SHA-256, in hex
  user_name text        not null references console_user on delete cascade,
  way       text        not null check (way in ('password', 'single-sign-on', 'half')),
  began_at  timestamptz not null default clock_timestamp(),
  seen_at   timestamptz not null default clock_timestamp()  -- written at most once a minute
);
create index console_session_person on console_session (user_name);
alter table console_user drop column sessions_from;
