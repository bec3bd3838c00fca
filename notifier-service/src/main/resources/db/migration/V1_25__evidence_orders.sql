-- What the console asks of the evidence: packages and verifications. Each is carried out once, one after the other.
create table evidence_order (
  order_id uuid        primary key,
  arrived  bigint      generated always as identity,
  content  bytea,                                       -- the order; removed when it is done, since it may name students
  tries    integer     not null default 0,              -- how often it was begun
  taken_at timestamptz not null default clock_timestamp(),
  done_at  timestamptz
);
create index evidence_order_due on evidence_order (arrived) where done_at is null;

-- Parts of an uploaded file, encrypted. They are removed when the file was verified, or an hour after the last one came.
create table evidence_upload (
  order_id uuid        not null,
  number   integer     not null,
  sealed   text        not null,
  at       timestamptz not null default clock_timestamp(),
  primary key (order_id, number)
);

-- The private key that opens what the console hands over, the same for all instances.
create table evidence_reception (
  one boolean primary key default true check (one),
  key text    not null
);
