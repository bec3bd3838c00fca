-- What has to be sealed, in order of arrival.
create table evidence_entry (
  arrival    bigint generated always as identity primary key,
  entry_id   uuid        not null unique,
  case_id    uuid        not null,
  kind       text        not null,                 -- 'capture', or what happened, such as 'notice-sent'
  content    bytea       not null,                 -- JSON
  at         timestamptz not null,                 -- when it happened
  arrived_at timestamptz not null default clock_timestamp()
);
