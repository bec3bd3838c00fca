-- What has to be sealed, in order of arrival. A row that commits late is sealed late: there is no mark that passes it by.
create table evidence_entry (
  arrival    bigint generated always as identity primary key,
  entry_id   uuid        not null unique,
  case_id    uuid        not null,
  kind       text        not null,                 -- 'capture', or what happened, such as 'notice-sent'
  content    bytea       not null,                 -- JSON
  at         timestamptz not null,                 -- when it happened
  arrived_at timestamptz not null default clock_timestamp(),
  sealed_at  timestamptz                           -- the row goes a day after; the ledger keeps what it held
);
create index evidence_entry_unsealed on evidence_entry (arrival) where sealed_at is null;
create index evidence_entry_sealed on evidence_entry (sealed_at) where sealed_at is not null;

-- Links of captured comments that are fetched after the seal. The row's lock is the lease of who fetches it.
create table evidence_attachment (
  attachment_id   uuid        primary key,         -- derived from capture and link
  entry_id        uuid        not null,            -- of the capture
  case_id         uuid        not null,
  account         text        not null,
  url             text        not null,
  state           text        not null default 'queued' check (state in ('queued', 'kept', 'failed')),
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  place           integer     not null,            -- among its case's links: every case's first comes before any second
  bytes           bigint      not null default 0,  -- of what was kept
  kept_at         timestamptz                      -- null while nothing is
);
create index evidence_attachment_queue on evidence_attachment (place, next_attempt_at) where state = 'queued';
create index evidence_attachment_case on evidence_attachment (case_id);
create index evidence_attachment_kept on evidence_attachment (kept_at) where kept_at is not null;
-- The ledger itself is not made here: it belongs to a role of its own where the database's administrator made one.
