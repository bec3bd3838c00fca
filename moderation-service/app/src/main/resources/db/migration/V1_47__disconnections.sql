-- Accounts that people disconnect. The credential is removed once district.yaml no longer has the account; the archive stays.
create table disconnection (
  disconnection_id uuid        primary key,
  account          text        not null,               -- id in district.yaml
  name             text        not null,
  platform         text        not null,
  address          text        not null,
  credential       text        not null,
  reason           text        not null check (reason <> ''),
  asked_by         text        not null,               -- a user name
  asked_at         timestamptz not null default clock_timestamp(),
  draft            bigint      not null,               -- of district.yaml, without the account
  order_id         uuid,                               -- to remove the credential; null before, and if others use it
  done_at          timestamptz,                        -- when that was ordered, or found not to be needed
  result           jsonb                               -- of the order; null while it waits
);
create unique index disconnection_open on disconnection (account) where done_at is null;
create unique index disconnection_order on disconnection (order_id);
