-- What people order about credentials in the console. The row of an order stays, so that a repeated order is known by its
-- id. The credential in it is encrypted, and even that goes when the order is done.
create table credential_order (
  order_id    uuid        primary key,
  sequence    bigint      generated always as identity,
  account     text        not null,
  ordered     bytea,
  received_at timestamptz not null default clock_timestamp(),
  done_at     timestamptz,
  result      bytea,      -- what was published, JSON
  check ((done_at is null) = (ordered is not null) and (done_at is null) = (result is null))
);
create index credential_order_waiting on credential_order (sequence) where done_at is null;
